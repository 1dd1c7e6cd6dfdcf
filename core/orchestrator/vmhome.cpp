// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/vmhome.h"

#include "core/async/deadline.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr auto fileLimit = 60s; ///< for one file: a datastore may be slow, not silent
constexpr auto appearLimit = 30s;

QString parentOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

} // namespace

VmHome homeOf(const model::Vm &vm, const model::Inventory &inventory)
{
    const auto disk = std::ranges::find_if(vm.disks, [&](const model::VmDisk &each) {
        return each.device == u"disk" && each.source.startsWith(u'/')
            && inventory.find(each.datastore) != nullptr;
    });
    if (disk == vm.disks.end())
        return {};
    const QString directory = parentOf(disk->source);
    if (directory == inventory.find(disk->datastore)->path)
        return {.directory = {}, .definition = directory + u'/' + vm.name + u".vm.xml"_s};
    return {.directory = directory, .definition = directory + u"/vm.xml"_s};
}

Result<std::shared_ptr<hypervisor::HostFiles>> filesOn(const OperationContext &context, HostId host)
{
    const auto connection = context.hypervisorOn(host);
    if (!connection)
        return connection.error();
    return hypervisor::filesOf(*connection);
}

Task<Removal> removeFiles(OperationContext context, std::shared_ptr<hypervisor::HostFiles> files,
                          QStringList paths)
{
    Removal removal;
    for (const QString &path : paths) {
        const auto removed = co_await withDeadline(files->remove(path), &context.clock(), fileLimit);
        if (removed || removed.error().is(errors::NotFound))
            continue;
        removal.remaining += path;
        removal.why = removed.error().detail;
    }
    co_return removal;
}

Task<> awaitVm(OperationContext context, HostId host, VmId vm)
{
    const Monotonic giveUp = context.clock().monotonic() + appearLimit;
    for (;;) {
        const model::Vm *known = context.inventory().find(vm);
        if (known != nullptr && known->host == host && !known->stale)
            co_return {};
        if (context.clock().monotonic() >= giveUp)
            co_return Error(errors::Timeout, QJsonObject{{u"seconds"_s, qint64(appearLimit.count())}});
        context.lookAt(host, vm);
        co_await context.changeOf(vm, 1s);
    }
}

} // namespace core::orchestrator
