// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operations/operation.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace views {

/// Where an action stands in the menus. In this order, a line between them; Rest is what nobody has placed. Users,
/// groups, roles and permissions are no objects of the inventory's trees: theirs stand in their own lists, as those of a
/// cluster's rules do.
enum class MenuGroup { Power, PowerGuest, Create, Connection, Arrange, Rest, Remove, Administration };

/// One entry of the menus: an operation, perhaps with a parameter already answered ("Pause" is Suspend that keeps
/// the memory).
struct Verb {
    QString key; ///< the operation's name, or "vm.pause"
    const core::operations::Operation *operation = nullptr;
    QJsonObject preset;
    MenuGroup group = MenuGroup::Rest;
    int rank = 0; ///< within the group
    QKeySequence shortcut;
    bool interrupting = false; ///< the machine's work stops: asks first when it was a shortcut
    bool destructive = false; ///< asks before it does it, and the default answer is no
};

/// All verbs of the catalogue in the menus' order. One that nobody has placed comes at the end, so that adding an
/// operation edits no list.
[[nodiscard]] const std::vector<Verb> &verbs();
/// Null when there is none of that key.
[[nodiscard]] const Verb *findVerb(QStringView key);

class VerbLabel
{
    Q_DECLARE_TR_FUNCTIONS(VerbLabel)

public:
    /// As in menus, with "…" when something is asked for first.
    [[nodiscard]] static QString menu(const Verb &verb);
    [[nodiscard]] static QString plain(const Verb &verb);
};

} // namespace views
