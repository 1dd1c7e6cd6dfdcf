// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/access.h"
#include "core/identity/accounts.h"

namespace core::api::server {

/// Somebody whose request was let in, and what he may just then.
class Visitor
{
public:
    Visitor(identity::Caller caller, model::Inventory inventory)
        : m_caller(std::move(caller)),
          m_inventory(std::move(inventory)),
          m_reach(m_caller.identity, m_inventory)
    {}

    [[nodiscard]] const identity::Caller &caller() const { return m_caller; }
    [[nodiscard]] const access::Identity &identity() const { return m_caller.identity; }
    /// Of the moment when he came.
    [[nodiscard]] const model::Inventory &inventory() const { return m_inventory; }
    [[nodiscard]] bool sees(const model::ObjectRef &object)
    {
        return m_reach.permits(model::Privilege::SystemView, object);
    }
    [[nodiscard]] bool mayRead(const model::ObjectRef &object)
    {
        return m_reach.permits(model::Privilege::SystemRead, object);
    }
    [[nodiscard]] bool may(model::Privilege privilege, const model::ObjectRef &object = {})
    {
        return m_reach.permits(privilege, object);
    }
    [[nodiscard]] bool seesEverything() const
    {
        return m_reach.uniform() && m_reach.uniform()->has(model::Privilege::SystemView)
            && m_reach.uniform()->has(model::Privilege::SystemRead);
    }
    /// His own tasks, and those of objects that he sees.
    [[nodiscard]] bool sees(const model::Task &task)
    {
        return task.initiatedBy == identity().principal || sees(task.target);
    }

    /// What of the inventory he sees.
    [[nodiscard]] model::Inventory visibleInventory();

    template <class T, class Seen>
    [[nodiscard]] static std::vector<T> only(std::vector<T> all, Seen &&seen)
    {
        std::erase_if(all, [&](const T &each) { return !seen(each); });
        return all;
    }

private:
    identity::Caller m_caller;
    model::Inventory m_inventory;
    access::Reach m_reach;
};

} // namespace core::api::server
