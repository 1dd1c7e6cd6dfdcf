// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/rights.h"

#include "core/access/errors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::ObjectRef;
using core::model::Privilege;

Rights &Rights::of(Session &session)
{
    auto *rights = session.findChild<Rights *>(QString(), Qt::FindDirectChildrenOnly);
    return rights != nullptr ? *rights : *new Rights(session); // the session's child
}

Rights::Rights(Session &session) : QObject(&session), m_session(session)
{
    connect(&session, &Session::inventoryReset, this, &Rights::forget);
    connect(&session, &Session::inventoryChanged, this,
            [this](const std::vector<core::model::Change> &changes) {
                const bool access = std::ranges::any_of(changes, [](const core::model::Change &each) {
                    return !core::model::isInfrastructure(each.ref.kind);
                });
                if (access)
                    forget();
                for (const core::model::Change &each : changes) { // it may hang elsewhere now
                    if (const auto it = m_known.find(each.ref); it != m_known.end())
                        it->current = false;
                }
            });
}

/// The last answers count until the next ones come: what is grey does not flicker.
void Rights::forget()
{
    for (Known &each : m_known)
        each.current = false;
    Q_EMIT changed();
}

std::optional<core::Error> Rights::lacking(Privilege privilege, const ObjectRef &object)
{
    Known &known = m_known[object];
    if (!known.current)
        ask(object, known);
    if (!known.privileges || known.privileges->has(privilege))
        return {};
    QJsonObject params{{u"privilege"_s, QString::fromLatin1(core::wireName(privilege))}};
    if (!object.isRoot())
        params.insert(u"name"_s, m_session.inventory().nameOf(object));
    return core::Error(core::access::errors::NoPrivilege, params);
}

std::optional<core::Error> Rights::lacking(const core::operations::OperationRequest &request)
{
    const auto *operation = core::operations::findOperation(request.operation);
    if (operation == nullptr)
        return {};
    const auto &inventory = m_session.inventory();
    for (const auto &needed : operation->requirements(request.parameters, inventory)) {
        if (auto missing = lacking(needed.privilege, needed.object))
            return missing;
    }
    return {};
}

void Rights::ask(const ObjectRef &object, Known &known)
{
    if (m_session.link() != core::api::client::Link::Online)
        return;
    known.current = true;
    const QString path = object.isRoot() ? u"/effective-permissions"_s
                                         : u"/effective-permissions?object="_s + toString(object);
    m_session.get(path, this,
                  [this, object](const core::Result<QJsonObject> &answer) { take(object, answer); });
}

void Rights::take(const ObjectRef &object, const core::Result<QJsonObject> &answer)
{
    if (!answer)
        return; // what is not known is left to the core
    const auto privileges =
        core::json::fromJson<std::vector<Privilege>>(answer->value(u"privileges"_s).toArray());
    if (!privileges)
        return; // of a newer core
    core::model::PrivilegeSet set;
    for (const Privilege each : *privileges)
        set.add(each);
    if (auto &known = m_known[object].privileges; known != set) {
        known = set;
        Q_EMIT changed();
    }
}

} // namespace views
