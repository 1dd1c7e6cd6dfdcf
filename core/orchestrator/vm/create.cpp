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
constexpr auto diskFormat = "qcow2"_L1;

/// One VM on its way into being; what it has made goes again when it cannot be finished.
class Creation
{
public:
    Creation(operations::CreateVm operation, OperationContext context, HostId host)
        : m_operation(std::move(operation)),
          m_context(context),
          m_host(host),
          m_id(VmId::random()),
          m_directory(context.inventory().find(m_operation.datastore)->path + u'/' + m_operation.name)
    {}

    Task<> run()
    {
        const auto files = filesOn(m_context, m_host);
        if (!files)
            co_return files.error();
        m_files = *files;
        m_context.phase(u"vm.files-created"_s);
        const auto made =
            co_await withDeadline(m_files->makeDirectory(m_directory), &m_context.clock(), callLimit);
        if (!made && made.error().is(core::errors::Conflict))
            co_return Error(errors::DirectoryTaken, QJsonObject{{u"path"_s, m_directory}});
        if (!made)
            co_return made.error();
        auto done = co_await fill();
        if (!done)
            co_return co_await undo(done.error());
        const auto appeared = co_await awaitVm(m_context, m_host, m_id);
        if (!appeared)
            co_return appeared.error();
        co_return co_await finish();
    }

private:
    /// Files, then the host's knowledge of them.
    Task<> fill()
    {
        if (const Bytes size = m_operation.disk.value_or(operations::CreateVm::usualDisk); size > Bytes()) {
            const hypervisor::DiskOrder order{
                .path = m_directory + u"/disk.qcow2"_s, .format = diskFormat, .capacity = size};
            m_made.prepend(order.path);
            const auto created =
                co_await withDeadline(m_files->createDisk(order), &m_context.clock(), callLimit);
            if (!created)
                co_return created.error();
        }
        const auto connection = m_context.hypervisorOn(m_host);
        if (!connection)
            co_return connection.error();
        const hypervisor::VmOrder wanted = order();
        const auto definition =
            co_await withDeadline((*connection)->compose(wanted), &m_context.clock(), callLimit);
        if (!definition)
            co_return definition.error();
        const QString path = m_directory + u"/vm.xml"_s;
        m_made.prepend(path);
        const auto written =
            co_await withDeadline(m_files->write(path, definition->toUtf8()), &m_context.clock(), callLimit);
        if (!written)
            co_return written.error();
        if (m_context.cancelRequested())
            co_return Error(core::errors::Cancelled);
        m_context.phase(u"vm.registering"_s);
        const hypervisor::Relocation nowhere;
        const auto defined =
            co_await withDeadline((*connection)->define(*definition, nowhere), &m_context.clock(), callLimit);
        if (!defined)
            co_return defined.error();
        co_return {};
    }

    [[nodiscard]] hypervisor::VmOrder order() const
    {
        hypervisor::VmOrder order{.id = m_id,
                                  .name = m_operation.name,
                                  .cpuCount = m_operation.cpuCount.value_or(1),
                                  .memory = m_operation.memory.value_or(operations::CreateVm::usualMemory),
                                  .uefi = m_operation.uefi,
                                  .disks = {},
                                  .cdrom = m_operation.cdrom.value_or(QString()),
                                  .networks = {},
                                  .guestOs = m_operation.guestOs.value_or(QString()),
                                  .notes = m_operation.notes.value_or(QString())};
        for (const QString &path : m_made)
            order.disks.push_back({.path = path, .format = diskFormat});
        if (m_operation.network)
            order.networks.push_back(m_context.inventory().nameOf(*m_operation.network));
        return order;
    }

    /// A call whose answer was lost may have defined it all the same.
    Task<> undo(Error why)
    {
        if (const auto connection = m_context.hypervisorOn(m_host)) {
            const auto forgotten =
                co_await withDeadline((*connection)->undefine(m_id), &m_context.clock(), callLimit);
            if (!forgotten && !forgotten.error().is(core::errors::NotFound))
                co_return remains(why);
        }
        m_made.append(m_directory);
        const auto removal = co_await removeFiles(m_context, m_files, m_made);
        if (!removal->remaining.isEmpty())
            co_return remains(why);
        if (why.is(core::errors::Cancelled) || why.detail.isEmpty())
            co_return why;
        co_return Error(errors::NotCreated, QJsonObject{{u"name"_s, m_operation.name}}, why.detail);
    }

    [[nodiscard]] Error remains(const Error &why) const
    {
        return Error(errors::NotCreatedRemains,
                     QJsonObject{{u"name"_s, m_operation.name}, {u"path"_s, m_directory}}, why.detail);
    }

    /// It is there; where it belongs only we know.
    Task<> finish()
    {
        if (m_operation.folder) {
            auto vm = m_context.copyOf(m_id);
            if (!vm)
                co_return vm.error();
            vm->folder = m_operation.folder;
            m_context.put(*std::move(vm));
        }
        if (!m_operation.powerOn)
            co_return {};
        m_context.phase(u"vm.starting"_s);
        const operations::PowerOnVm start{.vm = m_id};
        co_return co_await perform(start, m_context);
    }

    operations::CreateVm m_operation;
    OperationContext m_context;
    HostId m_host;
    VmId m_id;
    QString m_directory;
    QStringList m_made; ///< files, the last first
    std::shared_ptr<hypervisor::HostFiles> m_files;
};

} // namespace

Task<> perform(operations::CreateVm operation, OperationContext context)
{
    const auto host = operations::hostFor(operation.parent, operation.datastore, context.inventory());
    if (!host)
        co_return host.error();
    if (!operations::isValidName(operation.name))
        co_return Error(operations::errors::NameInvalid, QJsonObject{{u"name"_s, operation.name}});
    if (const auto there = operations::exists(operation.datastore, context.inventory()); !there)
        co_return there.why();
    Creation creation(std::move(operation), context, *host);
    co_return co_await creation.run();
}

} // namespace core::orchestrator
