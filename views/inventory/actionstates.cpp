// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/actionstates.h"

#include "views/inventory/verbs.h"

#include <algorithm>

namespace views {

using core::model::Inventory;
using core::model::Kind;
using core::model::ObjectRef;
using core::model::TreeView;
using core::operations::ParameterType;

namespace {

bool needsText(const Verb &verb)
{
    return std::ranges::any_of(inputs(*verb.operation), [](const auto &each) {
        return each.required && each.type == ParameterType::Text;
    });
}

bool isPower(const Verb &verb)
{
    return verb.group == MenuGroup::Power || verb.group == MenuGroup::PowerGuest;
}

} // namespace

ActionStates actionStates(const std::vector<ObjectRef> &selection, TreeView view, const Inventory &inventory)
{
    ActionStates states;
    if (selection.empty())
        return states;
    const std::vector<ObjectRef> within = powered(selection, inventory);
    for (const Verb &verb : verbs()) {
        const std::vector<ObjectRef> &objects = isPower(verb) ? within : selection;
        const bool concernsAll = !objects.empty() && std::ranges::all_of(objects, [&](const ObjectRef &each) {
            return concerns(*verb.operation, each, view, inventory);
        });
        if (!concernsAll || (objects.size() > 1 && needsText(verb)))
            continue;
        states.emplace(verb.key, applicable(*verb.operation, verb.preset, objects, view, inventory));
    }
    return states;
}

bool holdsFolder(const std::vector<ObjectRef> &selection)
{
    return std::ranges::any_of(selection, [](const ObjectRef &each) { return each.kind == Kind::Folder; });
}

} // namespace views
