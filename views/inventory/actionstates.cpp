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

ActionStates previewStates(const std::vector<ObjectRef> &selection, TreeView view, const Inventory &inventory)
{
    const auto some = std::min<size_t>(selection.size(), 64);
    const std::vector<ObjectRef> first(selection.begin(),
                                       selection.begin() + static_cast<std::ptrdiff_t>(some));
    const bool folders = !first.empty() && std::ranges::all_of(first, [&](const ObjectRef &each) {
        const core::model::Folder *folder = inventory.find(each.as<core::FolderId>());
        return folder != nullptr && folder->contents == core::model::FolderKind::Vm;
    });
    ActionStates states;
    for (const Verb &verb : verbs()) {
        if (folders && isPower(verb)) {
            states.emplace(verb.key, Applicable{.total = 1, .fitting = 1, .reason = {}});
            continue;
        }
        const bool concernsAll = !first.empty() && std::ranges::all_of(first, [&](const ObjectRef &each) {
            return concerns(*verb.operation, each, view, inventory);
        });
        if (!concernsAll || (selection.size() > 1 && needsText(verb)))
            continue;
        Applicable state = applicable(*verb.operation, verb.preset, first, view, inventory);
        if (selection.size() > first.size() || state.fitting > 0) // the rest may fit
            state.fitting = state.total;
        states.emplace(verb.key, state);
    }
    return states;
}

bool holdsFolder(const std::vector<ObjectRef> &selection)
{
    return std::ranges::any_of(selection, [](const ObjectRef &each) { return each.kind == Kind::Folder; });
}

} // namespace views
