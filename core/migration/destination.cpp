// SPDX-License-Identifier: GPL-3.0-or-later
// The request, the state of the VM, and whether the destination's hypervisor can take it.
#include "core/migration/checks.h"

#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace core::migration {

namespace {

/// "QEMU 7.2.0": its name and its version.
QString programOf(const model::Host &host)
{
    return host.hypervisor.section(u' ', 0, 0);
}

QVersionNumber versionOf(const model::Host &host)
{
    return QVersionNumber::fromString(host.hypervisor.section(u' ', 1));
}

template <class T>
bool contains(const std::vector<T> &list, const T &value)
{
    return std::ranges::find(list, value) != list.end();
}

void checkMode(Case &subject)
{
    if (subject.live && subject.request.mode == model::MigrationMode::Cold)
        subject.error(errors::RunningButCold, subject.names(), subject.vm.id);
    if (!subject.live && subject.request.mode == model::MigrationMode::Live)
        subject.error(errors::OffButLive, subject.names(), subject.vm.id);
}

void checkHypervisor(Case &subject)
{
    const model::Host &from = subject.source;
    const model::Host &to = subject.destination;
    const QJsonObject params = subject.names({{u"source"_s, from.name},
                                              {u"hypervisor"_s, to.hypervisor},
                                              {u"sourceHypervisor"_s, from.hypervisor}});
    if (programOf(from) != programOf(to))
        subject.error(errors::OtherHypervisor, params, to.id);
    else if (subject.live && versionOf(to) < versionOf(from))
        subject.warning(errors::OlderHypervisor, params, to.id);
}

void checkMachine(Case &subject, const model::HostHardware &host)
{
    const model::Vm &vm = subject.vm;
    if (!vm.architecture.isEmpty() && vm.architecture != host.architecture) {
        subject.error(
            errors::OtherArchitecture,
            subject.names({{u"architecture"_s, vm.architecture}, {u"hostArchitecture"_s, host.architecture}}),
            subject.destination.id);
        return; // its machine types are others too
    }
    if (!vm.machine.isEmpty() && !contains(host.machines, vm.machine))
        subject.error(errors::MachineMissing, subject.names({{u"machine"_s, vm.machine}}),
                      subject.destination.id);
}

void checkEmulator(Case &subject, const model::HostHardware &host)
{
    if (!subject.vm.hardware)
        return;
    const QString &path = subject.vm.hardware->emulator;
    const QString &own = subject.source.hardware ? subject.source.hardware->emulator : QString();
    // Only the path that is the source's own standard can be compared with the destination's.
    if (!path.isEmpty() && path == own && path != host.emulator)
        subject.error(errors::EmulatorMissing, subject.names({{u"path"_s, path}}), subject.destination.id);
    if (subject.vm.hardware->has(model::VmTrait::HardwareAssisted)
        && subject.destination.hypervisorType == model::HypervisorType::Emulation)
        subject.error(errors::NoHardwareAssist, subject.names(), subject.destination.id);
}

/// One that has no disk at all takes its other files along.
bool areDisksThere(const Case &subject)
{
    const auto stays = [&](const model::VmDisk &disk) {
        if (disk.device != u"disk")
            return true;
        const DatastoreId target = subject.targetOf(disk);
        const auto &places = subject.request.disks;
        const auto named = std::ranges::find(places, disk.target, &model::DiskPlacement::disk);
        const bool isConverted =
            named != places.end() && !named->format.isEmpty() && named->format != disk.format;
        return (target.isNull() || target == disk.datastore) && !isConverted;
    };
    return !subject.vm.disks.empty() && std::ranges::all_of(subject.vm.disks, stays);
}

} // namespace

void checkState(Case &subject)
{
    const model::Vm &vm = subject.vm;
    if (!subject.request.host && !subject.request.movesDisks())
        subject.error(errors::NoDestination, subject.names(), vm.id);
    else if (!subject.changesHost && !subject.request.movesDisks())
        subject.error(errors::NothingToDo, subject.names(), vm.id);
    else if (!subject.changesHost && areDisksThere(subject))
        subject.error(errors::DisksAlreadyThere, subject.names(), vm.id);
    if (subject.source.state != model::HostState::Connected)
        subject.error(errors::SourceNotReady, {{u"host"_s, subject.source.name}}, subject.source.id);
    else if (vm.state == model::PowerState::Unknown)
        subject.error(errors::StateUnknown, {{u"vm"_s, vm.name}, {u"host"_s, subject.source.name}}, vm.id);
    if (vm.state == model::PowerState::Suspended)
        subject.error(errors::Suspended, subject.names(), vm.id);
    if (!vm.persistent && !subject.live)
        subject.error(errors::NotPersistent, subject.names(), vm.id);
    checkMode(subject);
}

void checkDestination(Case &subject)
{
    const model::Host &host = subject.destination;
    if (host.state != model::HostState::Connected)
        subject.error(errors::HostNotReady, subject.names(), host.id);
    const auto &there = subject.population.of(host.id);
    const bool isTaken =
        std::ranges::any_of(there, [&](const model::Vm *other) { return other->name == subject.vm.name; });
    if (isTaken)
        subject.error(errors::NameTaken, subject.names(), host.id);
    checkHypervisor(subject);
    if (!host.hardware) {
        if (host.hypervisorType != model::HypervisorType::Simulated)
            subject.warning(errors::HostNotRead, subject.names(), host.id);
        return;
    }
    checkMachine(subject, *host.hardware);
    checkEmulator(subject, *host.hardware);
}

} // namespace core::migration
