// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/migration.h"

#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/domainxml.h"
#include "core/hypervisor/libvirt/libvirterror.h"
#include "core/hypervisor/libvirt/relocation.h"
#include "core/hypervisor/libvirt/typedvalues.h"

#include <libvirt/virterror.h>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

/// libvirt's typed parameters, ours to free.
class Parameters
{
public:
    Parameters() = default;
    Parameters(const Parameters &) = delete;
    Parameters &operator=(const Parameters &) = delete;
    ~Parameters() { virTypedParamsFree(m_params, m_count); }

    void add(const char *name, const QString &value)
    {
        virTypedParamsAddString(&m_params, &m_count, &m_capacity, name, value.toUtf8().constData());
    }
    [[nodiscard]] virTypedParameterPtr data() const { return m_params; }
    [[nodiscard]] unsigned count() const { return static_cast<unsigned>(m_count); }
    [[nodiscard]] virTypedParameterPtr *out() { return &m_params; }
    [[nodiscard]] int *outCount() { return &m_count; }

private:
    virTypedParameterPtr m_params = nullptr;
    int m_count = 0;
    int m_capacity = 0;
};

/// libvirt judges by the type of the file system whether disks are shared, and takes most shared directories for local
/// ones; whoever orders a migration knows it from the datastores, so its own guess is not asked for (UNSAFE).
unsigned flagsOf(const MigrationOrder &order)
{
    unsigned flags = VIR_MIGRATE_LIVE | VIR_MIGRATE_UNSAFE | VIR_MIGRATE_ABORT_ON_ERROR;
    if (!order.peerUri.isEmpty())
        flags |= VIR_MIGRATE_PEER2PEER;
    if (order.isPersistent)
        flags |= VIR_MIGRATE_PERSIST_DEST | VIR_MIGRATE_UNDEFINE_SOURCE;
    if (order.autoConverge)
        flags |= VIR_MIGRATE_AUTO_CONVERGE;
    if (order.mayPostCopy)
        flags |= VIR_MIGRATE_POSTCOPY;
    if (!order.disks
             .empty()) // a guest's write reaches both sides before it is done: else the copy might never catch up
        flags |= VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES;
    return flags;
}

/// The disks that are copied, named one by one, for libvirt would copy those on shared storage too, onto themselves; and
/// the definition that the VM has at the destination, as it runs and for its next start.
Result<void> addDisks(const Link &link, virDomainPtr domain, const MigrationOrder &order, Parameters &params)
{
    for (const DiskPlace &place : order.disks)
        params.add(VIR_MIGRATE_PARAM_MIGRATE_DISKS, place.disk);
    const Relocation relocation{.disks = order.disks, .nvram = {}};
    const auto add = [&](const char *name, unsigned flags) -> Result<void> {
        const Text present(virDomainGetXMLDesc(domain, flags | VIR_DOMAIN_XML_SECURE));
        if (!present)
            return lastError(link.where);
        const auto xml = relocated(QByteArray(present.get()), relocation, Zeros::Unmapped);
        if (!xml)
            return xml.error();
        params.add(name, QString::fromUtf8(*xml));
        return {};
    };
    if (auto added = add(VIR_MIGRATE_PARAM_DEST_XML, VIR_DOMAIN_XML_MIGRATABLE); !added)
        return added;
    if (!order.isPersistent)
        return {};
    return add(VIR_MIGRATE_PARAM_PERSIST_XML, VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE);
}

/// A migration fails at either end. That our own connection to the source stands says which it was.
Error migrationError(const Link &source, const Link &destination, const Connection &used)
{
    const Failure failure = lastFailure();
    Error error = toError(failure, destination.where);
    const bool lostSomebody = error.is(core::errors::Unreachable) || failure.message.contains("keepalive"_L1);
    if (!lostSomebody)
        return toError(failure, source.where);
    const QString gone = virConnectIsAlive(used.get()) == 1 ? destination.where : source.where;
    return Error(core::errors::Unreachable, QJsonObject{{u"where"_s, gone}}, failure.message);
}

MigrationFigures toFigures(const TypedValues &values)
{
    const auto bytes = [&](const char *name) { return Bytes(values.integer(name).value_or(0)); };
    const auto time = [&](const char *name) { return Duration(values.integer(name).value_or(0)); };
    MigrationFigures figures;
    figures.pass = static_cast<int>(values.integer(VIR_DOMAIN_JOB_MEMORY_ITERATION).value_or(0));
    figures.total = bytes(VIR_DOMAIN_JOB_MEMORY_TOTAL);
    figures.remaining = bytes(VIR_DOMAIN_JOB_MEMORY_REMAINING);
    figures.transferred = bytes(VIR_DOMAIN_JOB_MEMORY_PROCESSED);
    figures.perSecond = bytes(VIR_DOMAIN_JOB_MEMORY_BPS);
    figures.dirtiedPerSecond = Bytes(values.integer(VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE).value_or(0)
                                     * values.integer(VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE).value_or(0));
    figures.elapsed = time(VIR_DOMAIN_JOB_TIME_ELAPSED);
    figures.downtime = time(VIR_DOMAIN_JOB_DOWNTIME);
    figures.diskTotal = bytes(VIR_DOMAIN_JOB_DISK_TOTAL);
    figures.diskCopied = bytes(VIR_DOMAIN_JOB_DISK_PROCESSED);
    figures.throttlePercent =
        static_cast<int>(values.integer(VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE).value_or(0));
    return figures;
}

/// Absent: no such job.
Result<std::optional<MigrationFigures>> readJob(const Link &link, virDomainPtr domain, int operation,
                                                unsigned flags)
{
    Parameters stats;
    int type = VIR_DOMAIN_JOB_NONE;
    if (virDomainGetJobStats(domain, &type, stats.out(), stats.outCount(), flags) < 0) {
        const Failure failure = lastFailure();
        if (failure.code == VIR_ERR_OPERATION_INVALID || failure.code == VIR_ERR_NO_DOMAIN)
            return std::optional<MigrationFigures>(); // off, or gone by now
        return toError(failure, link.where);
    }
    const TypedValues values(stats.data(), static_cast<int>(stats.count()));
    const bool isMeant =
        type != VIR_DOMAIN_JOB_NONE && values.integer(VIR_DOMAIN_JOB_OPERATION) == qint64(operation);
    return isMeant ? std::optional(toFigures(values)) : std::nullopt;
}

} // namespace

Result<void> performMigration(Link &source, std::shared_ptr<Link> destination, MigrationOrder order)
{
    const Connection &connection = source.nextForMigration();
    const auto domain = findDomain(source, connection, order.vm);
    if (!domain)
        return domain.error();
    Parameters params;
    if (!order.dataUri.isEmpty())
        params.add(VIR_MIGRATE_PARAM_URI, order.dataUri);
    if (!order.disks.empty()) {
        if (auto added = addDisks(source, domain->get(), order, params); !added)
            return added;
    }
    const unsigned flags = flagsOf(order);
    if (!order.peerUri.isEmpty()) {
        if (virDomainMigrateToURI3(domain->get(), order.peerUri.toUtf8().constData(), params.data(),
                                   params.count(), flags)
            < 0)
            return migrationError(source, *destination, connection);
        return {};
    }
    const DomainPtr moved(virDomainMigrate3(domain->get(), destination->nextForMigration().get(),
                                            params.data(), params.count(), flags));
    if (!moved)
        return migrationError(source, *destination, connection);
    return {};
}

Result<std::optional<MigrationFigures>> readMigrationAway(Link &link, VmId vm)
{
    const auto domain = findDomain(link, *link.machines, vm);
    if (!domain && domain.error().is(core::errors::NotFound))
        return std::optional<MigrationFigures>();
    if (!domain)
        return domain.error();
    const Turn turn = link.turns.take(vm);
    if (!turn)
        return Error(core::errors::Busy, u"the VM's process has not yet answered another request"_s);
    return readJob(link, domain->get(), VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT, 0);
}

Result<MigrationFigures> readArrival(Link &link, VmId vm)
{
    const auto domain = findDomain(link, *link.machines, vm);
    if (!domain)
        return domain.error();
    const auto figures = readJob(link, domain->get(), VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN,
                                 VIR_DOMAIN_JOB_STATS_COMPLETED | VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED);
    if (!figures)
        return figures.error();
    if (!*figures)
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, u"vm/"_s + vm.toString()}},
                     u"no figures of a migration to here"_s);
    return **figures;
}

/// What ends a migration must not wait behind those that ask about it.
Result<void> abortMigrationAway(Link &link, VmId vm)
{
    const auto domain = findDomain(link, *link.endings, vm);
    if (!domain)
        return domain.error();
    if (virDomainAbortJob(domain->get()) < 0)
        return lastError(link.where);
    return {};
}

Result<void> startMigrationPostCopy(Link &link, VmId vm)
{
    const auto domain = findDomain(link, *link.machines, vm);
    if (!domain)
        return domain.error();
    const Turn turn = link.turns.take(vm);
    if (!turn)
        return Error(core::errors::Busy, u"the VM's process has not yet answered another request"_s);
    if (virDomainMigrateStartPostCopy(domain->get(), 0) < 0)
        return lastError(link.where);
    return {};
}

Result<void> setMigrationDowntime(Link &link, VmId vm, Duration limit)
{
    const auto domain = findDomain(link, *link.machines, vm);
    if (!domain)
        return domain.error();
    const Turn turn = link.turns.take(vm);
    if (!turn)
        return Error(core::errors::Busy, u"the VM's process has not yet answered another request"_s);
    const auto milliseconds = static_cast<unsigned long long>(limit.count());
    if (virDomainMigrateSetMaxDowntime(domain->get(), milliseconds, 0) < 0)
        return lastError(link.where);
    return {};
}

Result<QString> readDefinition(Link &link, VmId vm)
{
    const auto domain = findDomain(link, *link.control, vm);
    if (!domain)
        return domain.error();
    // With what is secret in it, else a screen's password would be lost on the way.
    const Text xml(virDomainGetXMLDesc(domain->get(), VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_SECURE));
    if (!xml)
        return lastError(link.where);
    return QString::fromUtf8(xml.get());
}

/// libvirt would take a definition of a known id for a change of that VM.
Result<VmId> defineVm(Link &link, QString definition, Relocation relocation)
{
    const auto relocatedXml = relocated(definition.toUtf8(), relocation);
    if (!relocatedXml)
        return relocatedXml.error();
    const QByteArray &xml = *relocatedXml;
    const auto described = parseDomain(xml);
    if (!described)
        return described.error();
    if (findDomain(link, *link.control, described->id))
        return Error(core::errors::Conflict, u"the host has a VM of this id already"_s);
    const DomainPtr domain(
        virDomainDefineXMLFlags(link.jobs->get(), xml.constData(), VIR_DOMAIN_DEFINE_VALIDATE));
    if (!domain)
        return lastError(link.where);
    return described->id;
}

Result<void> relocateVm(Link &link, VmId vm, Relocation relocation)
{
    const auto domain = findDomain(link, *link.control, vm);
    if (!domain)
        return domain.error();
    if (virDomainIsActive(domain->get()) == 1)
        return Error(core::errors::Conflict, u"the VM is not off"_s);
    const Text present(virDomainGetXMLDesc(domain->get(), VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_SECURE));
    if (!present)
        return lastError(link.where);
    const auto xml = relocated(QByteArray(present.get()), relocation);
    if (!xml)
        return xml.error();
    const DomainPtr defined(
        virDomainDefineXMLFlags(link.jobs->get(), xml->constData(), VIR_DOMAIN_DEFINE_VALIDATE));
    if (!defined)
        return lastError(link.where);
    return {};
}

/// Undefining a running VM would only make it transient.
Result<void> undefineVm(Link &link, VmId vm)
{
    const auto domain = findDomain(link, *link.control, vm);
    if (!domain)
        return domain.error();
    if (virDomainIsActive(domain->get()) == 1)
        return Error(core::errors::Conflict, u"the VM is not off"_s);
    if (virDomainUndefineFlags(domain->get(), VIR_DOMAIN_UNDEFINE_KEEP_NVRAM | VIR_DOMAIN_UNDEFINE_KEEP_TPM)
        < 0)
        return lastError(link.where);
    return {};
}

Result<void> setVmAutostart(Link &link, VmId vm, bool autostart)
{
    const auto domain = findDomain(link, *link.control, vm);
    if (!domain)
        return domain.error();
    if (virDomainSetAutostart(domain->get(), autostart ? 1 : 0) < 0)
        return lastError(link.where);
    return {};
}

} // namespace core::hypervisor::libvirt
