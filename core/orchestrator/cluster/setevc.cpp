// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/cpulevel.h"
#include "core/orchestrator/performers.gen.h"

#include "core/model/tree.h"

#include <QLoggingCategory>

namespace core::orchestrator {

namespace {

Q_LOGGING_CATEGORY(lcEvc, "vigie.evc")

}

Task<> perform(operations::SetEvcOfCluster operation, OperationContext context)
{
    auto cluster = context.copyOf(operation.cluster);
    if (!cluster)
        co_return cluster.error();
    cluster->evcLevel = operation.level.value_or(QString());
    context.put(*cluster);
    // Each start does it again: one that fails now holds up nobody.
    for (const VmId vm : vmsUnder(operation.cluster, context.inventory())) {
        const auto applied = co_await applyCpuLevel(context, vm);
        if (!applied)
            qCInfo(lcEvc) << "left until its next start"
                          << "vm" << vm.toString() << "why" << applied.error().code << applied.error().detail;
    }
    co_return {};
}

} // namespace core::orchestrator
