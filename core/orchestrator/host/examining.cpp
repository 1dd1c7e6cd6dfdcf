// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/host/examining.h"

#include "core/async/deadline.h"
#include "core/preparation/scripts.h"

#include <chrono>

using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr Duration examinationLimit = 60s; ///< names that nobody knows take their time

} // namespace

Task<preparation::Examined> examine(OperationContext context, HostId id, QByteArray authority)
{
    const model::Host *host = context.inventory().find(id);
    const auto connection = context.hypervisorOn(id);
    if (!connection)
        co_return connection.error();
    co_return co_await examine(context, *host, connection->get(), std::move(authority));
}

Task<preparation::Examined> examine(OperationContext context, model::Host host,
                                    hypervisor::Hypervisor *connection, QByteArray authority)
{
    const QStringList others = preparation::namesOfNeighbours(host, context.inventory());
    const Instant begun = context.clock().now();
    auto script = preparation::examinationScript(others, context.settings().hostRoot);
    const auto answer =
        co_await withDeadline(connection->shell(std::move(script)), &context.clock(), examinationLimit);
    const Duration took = context.clock().now() - begun;
    preparation::Examined examined{
        .report = {}, .authority = std::move(authority), .asked = begun + took / 2, .uncertainty = took / 2};
    if (answer && answer->status == 0)
        examined.report = preparation::readReport(answer->output);
    else if (answer || !answer.error().is(errors::Unsupported))
        co_return answer ? Error(errors::Internal, QString::fromUtf8(answer->errors)) : answer.error();
    co_return examined;
}

Result<authority::Authority> authorityOf(const OperationContext &context)
{
    const QString directory = context.settings().authorityDirectory;
    if (directory.isEmpty())
        return Error(errors::Unsupported);
    return authority::Authority::open(directory);
}

} // namespace core::orchestrator
