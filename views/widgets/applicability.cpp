// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/applicability.h"

#include "core/operations/errors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::FolderKind;
using core::model::Inventory;
using core::model::Kind;
using core::model::ObjectRef;
using core::model::TreeView;
using core::operations::Operation;
using core::operations::Parameter;
using core::operations::ParameterType;

namespace {

/// The parameter that the selected object fills; null: there is none, the object is the root.
const Parameter *subject(const Operation &operation)
{
    if (operation.parameters.empty() || operation.parameters.front().type != ParameterType::Object)
        return nullptr;
    return &operation.parameters.front();
}

FolderKind contentsOf(TreeView view)
{
    switch (view) {
    case TreeView::HostsAndClusters: return FolderKind::Host;
    case TreeView::VmsAndTemplates: return FolderKind::Vm;
    case TreeView::Datastores: return FolderKind::Datastore;
    case TreeView::Networks: return FolderKind::Network;
    }
    Q_UNREACHABLE();
}

bool isImplied(const Parameter &parameter)
{
    return parameter.name == u"contents" || parameter.name == u"trust" || parameter.name == u"secret";
}

QJsonObject merged(QJsonObject parameters, const QJsonObject &further)
{
    for (auto it = further.begin(); it != further.end(); ++it)
        parameters.insert(it.key(), it.value());
    return parameters;
}

} // namespace

QJsonValue objectValue(const Parameter &parameter, const ObjectRef &object)
{
    return parameter.kind ? object.id.toString(QUuid::WithoutBraces) : toString(object);
}

QJsonObject parametersFor(const Operation &operation, const ObjectRef &object, TreeView view,
                          const Inventory &inventory)
{
    QJsonObject parameters;
    if (const Parameter *first = subject(operation))
        parameters.insert(first->name, objectValue(*first, object));
    if (std::ranges::find(operation.parameters, u"contents"_s, &Parameter::name)
        != operation.parameters.end()) {
        const core::model::Folder *folder = inventory.find(object.as<core::FolderId>());
        const FolderKind contents = folder != nullptr ? folder->contents : contentsOf(view);
        parameters.insert(u"contents"_s, QString::fromLatin1(core::wireName(contents)));
    }
    return parameters;
}

bool concerns(const Operation &operation, const ObjectRef &object, TreeView view, const Inventory &inventory)
{
    const Parameter *first = subject(operation);
    if (first == nullptr)
        return object.isRoot();
    if (first->kind)
        return *first->kind == object.kind;
    const auto may = operation.availability(parametersFor(operation, object, view, inventory), inventory);
    return may
        || !(may.why().is(core::operations::errors::WrongPlace)
             || may.why().is(core::errors::InvalidArgument));
}

std::vector<Candidate> candidates(const Operation &operation, const QJsonObject &preset,
                                  const std::vector<ObjectRef> &objects, TreeView view,
                                  const Inventory &inventory)
{
    std::vector<Candidate> all;
    all.reserve(objects.size());
    for (const ObjectRef &object : objects) {
        Candidate candidate{.object = object, .name = inventory.nameOf(object)};
        candidate.parameters = merged(parametersFor(operation, object, view, inventory), preset);
        if (const auto may = operation.availability(candidate.parameters, inventory); !may)
            candidate.reason = may.why();
        all.push_back(std::move(candidate));
    }
    return all;
}

Applicable applicable(const Operation &operation, const QJsonObject &preset,
                      const std::vector<ObjectRef> &objects, TreeView view, const Inventory &inventory)
{
    Applicable result{.total = static_cast<int>(objects.size())};
    for (const ObjectRef &object : objects) {
        const auto may = operation.availability(
            merged(parametersFor(operation, object, view, inventory), preset), inventory);
        if (may)
            ++result.fitting;
        else if (!result.reason)
            result.reason = may.why();
    }
    return result;
}

std::vector<ObjectRef> powered(const std::vector<ObjectRef> &objects, const Inventory &inventory)
{
    std::vector<ObjectRef> result;
    QSet<ObjectRef> seen;
    const auto add = [&](const ObjectRef &ref) {
        if (!seen.contains(ref)) {
            seen.insert(ref);
            result.push_back(ref);
        }
    };
    for (const ObjectRef &object : objects) {
        const core::model::Folder *folder = inventory.find(object.as<core::FolderId>());
        if (folder == nullptr || folder->contents != FolderKind::Vm) {
            add(object);
            continue;
        }
        for (const core::VmId vm : vmsUnder(object, inventory)) {
            if (const core::model::Vm *known = inventory.find(vm); known != nullptr && !known->isTemplate)
                add(vm);
        }
    }
    return result;
}

std::vector<Parameter> inputs(const Operation &operation)
{
    std::vector<Parameter> asked;
    // Which of its values change is the question.
    bool needed = operation.verb == u"set" || operation.verb.startsWith(u"set-");
    if (operation.name == u"vm.power-on") // a click is enough; the host may be named, but need not
        return {};
    for (const Parameter &parameter : operation.parameters) {
        const bool isSubject = &parameter == subject(operation);
        const bool isComposed =
            parameter.type == core::operations::ParameterType::Structure; // needs more than a line
        if (isSubject || isComposed || isImplied(parameter))
            continue;
        asked.push_back(parameter);
        needed = needed || parameter.required || parameter.type == ParameterType::Object;
    }
    return needed ? asked : std::vector<Parameter>();
}

} // namespace views
