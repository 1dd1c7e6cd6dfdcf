// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <QStringList>

/// How an object is called where only text can say it: on a command line, in a script.
namespace core::model {

/// `/Datacenter/Folder/web-01`, of a permission `local\\ann@/Datacenter`; in the view where objects of its kind are at
/// home. "/" for the root and for what is not known.
[[nodiscard]] QString pathOf(const ObjectRef &ref, const Inventory &inventory);
/// What else than its path or id an object is called: its name, of a local user also `local\\ann`.
[[nodiscard]] QStringList namesOf(const Object &object, const Inventory &inventory);
/// The shortest that means this object only among those of its kind: its name, else its path, else its id.
[[nodiscard]] QString callOf(const ObjectRef &ref, const Inventory &inventory);

} // namespace core::model
