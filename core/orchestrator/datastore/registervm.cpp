// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/deadline.h"
#include "core/orchestrator/errors.h"
#include "core/orchestrator/performers.gen.h"
#include "core/orchestrator/vmhome.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

constexpr auto callLimit = 60s;

/// What the path names, or else `vm.xml` in it. One that was being replaced may only be there under its new name.
Task<QByteArray> readDefinition(OperationContext context, std::shared_ptr<hypervisor::HostFiles> files,
                                QString path)
{
    for (const QString &each : {path, QString(path + u"/vm.xml"_s), QString(path + u"/vm.xml.new"_s)}) {
        auto text = co_await withDeadline(files->read(each), &context.clock(), callLimit);
        const bool isElsewhere =
            !text && (text.error().is(core::errors::NotFound) || text.error().is(core::errors::Unsupported));
        if (!isElsewhere)
            co_return text;
    }
    co_return Error(errors::NoDefinition, QJsonObject{{u"path"_s, path}});
}

} // namespace

Task<> perform(operations::RegisterVm operation, OperationContext context)
{
    const auto host = operations::hostFor(operation.parent, operation.datastore, context.inventory());
    if (!host)
        co_return host.error();
    const model::Datastore *datastore = context.inventory().find(operation.datastore);
    if (datastore == nullptr)
        co_return operations::exists(operation.datastore, context.inventory()).why();
    const QString path = datastore->path + u'/' + operation.path;
    const auto files = filesOn(context, *host);
    if (!files)
        co_return files.error();
    const auto definition = co_await readDefinition(context, *files, path);
    if (!definition)
        co_return definition.error();
    context.phase(u"vm.registering"_s);
    const auto connection = context.hypervisorOn(*host);
    if (!connection)
        co_return connection.error();
    const hypervisor::Relocation nowhere;
    const auto defined = co_await withDeadline((*connection)->define(QString::fromUtf8(*definition), nowhere),
                                               &context.clock(), callLimit);
    if (!defined)
        co_return defined.error();
    const auto appeared = co_await awaitVm(context, *host, *defined);
    if (!appeared || !operation.folder)
        co_return appeared;
    auto vm = context.copyOf(*defined);
    if (!vm)
        co_return vm.error();
    vm->folder = operation.folder;
    context.put(*std::move(vm));
    co_return {};
}

} // namespace core::orchestrator
