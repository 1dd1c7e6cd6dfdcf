// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/permit.h"

#include "core/access/errors.h"

using namespace Qt::StringLiterals;

namespace core::operations {

namespace {

Error notFound(const QString &what)
{
    return Error(core::errors::NotFound, QJsonObject{{u"what"_s, what}});
}

} // namespace

Availability permitted(const OperationRequest &request, access::Reach &reach,
                       const model::Inventory &inventory)
{
    const Operation *operation = findOperation(request.operation);
    if (operation == nullptr)
        return notFound(request.operation);
    // Anything named in the request that he cannot see does not exist for him, wherever it stands in it.
    for (const Parameter &parameter : operation->parameters) {
        if (parameter.type != ParameterType::Object || parameter.isList)
            continue;
        const QString text = request.parameters.value(parameter.name).toString();
        const auto ref = parameter.kind
            ? Result<model::ObjectRef>(model::ObjectRef(*parameter.kind, QUuid::fromString(text)))
            : model::refFromString(text);
        if (ref && !ref->isRoot() && inventory.contains(*ref) && !reach.sees(*ref))
            return notFound(model::toString(*ref));
    }
    for (const Requirement &needed : operation->requirements(request.parameters, inventory)) {
        if (!reach.permits(needed.privilege, needed.object))
            return Error(access::errors::NoPrivilege,
                         QJsonObject{{u"privilege"_s, QString::fromLatin1(wireName(needed.privilege))},
                                     {u"name"_s, inventory.nameOf(needed.object)}});
    }
    return {};
}

} // namespace core::operations
