// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/perform.h"

#include "core/orchestrator/performers.gen.h"

namespace core::orchestrator {

namespace {

using Performer = Task<> (*)(QJsonObject parameters, OperationContext context);

template <class Op>
Task<> performAs(QJsonObject parameters, OperationContext context)
{
    auto operation = json::fromJson<Op>(parameters);
    if (!operation)
        co_return operation.error();
    co_return co_await perform(*std::move(operation), context);
}

template <class... Ops>
QHash<QString, Performer> performersOf(std::type_identity<std::tuple<Ops...>>)
{
    return {{QString::fromLatin1(Ops::info.name), &performAs<Ops>}...};
}

} // namespace

Task<> performRequest(operations::OperationRequest request, OperationContext context)
{
    static const QHash<QString, Performer> performers =
        performersOf(std::type_identity<operations::AllOperations>{});
    const auto performer = performers.constFind(request.operation);
    if (performer == performers.constEnd())
        co_return Error(errors::NotFound, QJsonObject{{QStringLiteral("what"), request.operation}});
    co_return co_await (*performer)(std::move(request.parameters), context);
}

} // namespace core::orchestrator
