// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "core/model/session.h"

#include <QCoreApplication>
#include <QStringList>

namespace views {

/// One line of a list of users, groups, roles, permissions or sessions, in words.
struct AccessRow {
    QString key; ///< the object's id, or the session's
    core::model::ObjectRef ref; ///< the root for a session
    QStringList cells;

    friend bool operator==(const AccessRow &, const AccessRow &) = default;
};

/// Which list.
enum class AccessKind { Users, Groups, Roles, Permissions, Sessions };

/// What the lists say: pure, in the user's language.
class AccessRows
{
    Q_DECLARE_TR_FUNCTIONS(views::AccessRows)

public:
    [[nodiscard]] static QStringList titles(AccessKind kind);
    [[nodiscard]] static std::vector<AccessRow> users(const core::model::Inventory &inventory);
    [[nodiscard]] static std::vector<AccessRow> groups(const core::model::Inventory &inventory);
    [[nodiscard]] static std::vector<AccessRow> roles(const core::model::Inventory &inventory);
    /// Those that count at an object: defined here, or above it and propagated.
    [[nodiscard]] static std::vector<AccessRow> permissions(const core::model::ObjectRef &object,
                                                            const core::model::Inventory &inventory);
    [[nodiscard]] static std::vector<AccessRow> sessions(const std::vector<core::model::SessionInfo> &all);
    /// "the whole inventory", or the object's name.
    [[nodiscard]] static QString placeName(const core::model::ObjectRef &object,
                                           const core::model::Inventory &inventory);
};

/// The object, and all that it inherits from; a VM hangs in two trees. Nearest first, at last the root.
[[nodiscard]] std::vector<core::model::ObjectRef> lineOf(const core::model::ObjectRef &object,
                                                         const core::model::Inventory &inventory);

} // namespace views
