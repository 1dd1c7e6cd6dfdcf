// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/vmrules.h"
#include "core/orchestrator/errors.h"
#include "core/orchestrator/performers.gen.h"
#include "core/orchestrator/vmhome.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

namespace {

/// Disks first: they are what takes the room.
QStringList pathsOf(const model::Vm &vm, const VmHome &home, const model::Inventory &inventory)
{
    QStringList paths;
    for (const QString &path : operations::ownFiles(vm, inventory))
        paths += path;
    if (vm.hardware && !vm.hardware->nvram.isEmpty())
        paths += vm.hardware->nvram;
    if (!home.definition.isEmpty())
        paths += {home.definition + u".new"_s, home.definition};
    return paths;
}

} // namespace

Task<> perform(operations::DeleteVm operation, OperationContext context)
{
    const auto vm = context.copyOf(operation.vm);
    if (!vm)
        co_return vm.error();
    const VmHome home = homeOf(*vm, context.inventory());
    const QStringList paths = pathsOf(*vm, home, context.inventory());
    const auto files = filesOn(context, vm->host);
    if (!files)
        co_return files.error();
    context.cancellable(false); // half a machine is of no use to anybody
    const auto forgotten = co_await context.call(operation.vm, &hypervisor::Hypervisor::undefine);
    if (!forgotten && !forgotten.error().is(core::errors::NotFound))
        co_return forgotten.error();
    context.remove(operation.vm);
    context.phase(u"vm.files-deleted"_s);
    const auto removal = co_await removeFiles(context, *files, paths);
    // What others have put there stays, and the directory with it.
    const QStringList directory = home.directory.isEmpty() ? QStringList() : QStringList(home.directory);
    co_await removeFiles(context, *files, directory);
    if (removal->remaining.isEmpty())
        co_return {};
    co_return Error(errors::FilesRemain,
                    QJsonObject{{u"name"_s, vm->name}, {u"paths"_s, removal->remaining.join(u", "_s)}},
                    removal->why);
}

} // namespace core::orchestrator
