// SPDX-License-Identifier: GPL-3.0-or-later
// CPU and memory of the destination.
#include "core/migration/checks.h"
#include "core/migration/cpu.h"
#include "core/migration/evc.h"
#include "core/model/tree.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core::migration {

namespace {

void checkFeatures(Case &subject, const model::VmCpu &cpu, const model::HostCpu &host)
{
    const Features missing = neededBy(cpu) - featuresOf(host);
    if (!missing.isEmpty())
        subject.error(errors::CpuIncompatible, subject.names({{u"features"_s, listOf(missing)}}),
                      subject.destination.id);
    else if (!isKnownModel(cpu.model)
             && std::ranges::find(host.usableModels, cpu.model) == host.usableModels.end())
        subject.warning(errors::CpuNotJudged, subject.names({{u"model"_s, cpu.model}}),
                        subject.destination.id);
}

/// A guest that sees its host's very CPU can go on only where there is the same one.
void checkSameCpu(Case &subject)
{
    const model::Host &from = subject.source;
    const model::Host &to = subject.destination;
    const bool isSame = from.cpuModel == to.cpuModel && from.hardware && to.hardware
        && from.hardware->cpu == to.hardware->cpu && from.hardware->microcode == to.hardware->microcode;
    if (isSame)
        subject.warning(errors::CpuOfSameHost, subject.names(), to.id);
    else
        subject.error(errors::CpuOfOneHost, subject.names(), to.id);
}

void checkTsc(Case &subject, const model::VmHardware &vm)
{
    const bool isInvariant = std::ranges::find(vm.cpu.added, u"invtsc"_s) != vm.cpu.added.end();
    if (isInvariant && !vm.has(model::VmTrait::FixedTsc))
        subject.error(errors::TscNotFixed, subject.names(), subject.vm.id);
}

/// A running VM with more than the destination's cluster allows could not be brought back from there by its rules.
void checkLevel(Case &subject, const model::VmCpu &cpu)
{
    const model::Cluster *cluster =
        subject.inventory.find(clusterOf(subject.destination.id, subject.inventory));
    if (cluster == nullptr || cluster->evcLevel.isEmpty())
        return;
    const Features beyond = neededBy(cpu) - featuresOfLevel(cluster->evcLevel);
    if (!beyond.isEmpty())
        subject.error(errors::EvcExceeded,
                      subject.names({{u"cluster"_s, cluster->name},
                                     {u"level"_s, cluster->evcLevel},
                                     {u"features"_s, listOf(beyond)}}),
                      cluster->id);
}

void checkCount(Case &subject)
{
    const int count = subject.vm.cpuCount;
    const model::Host &host = subject.destination;
    const int most = host.hardware ? host.hardware->mostVcpus : 0;
    if (most > 0 && count > most)
        subject.error(errors::TooManyCpus, subject.names({{u"count"_s, count}, {u"limit"_s, most}}), host.id);
    else if (host.logicalCpus > 0 && count > host.logicalCpus)
        subject.warning(errors::MoreCpusThanHost,
                        subject.names({{u"count"_s, count}, {u"limit"_s, host.logicalCpus}}), host.id);
}

void checkPlaces(Case &subject, const model::VmHardware &vm)
{
    const model::Host &host = subject.destination;
    if (vm.highestCpu && host.logicalCpus > 0 && *vm.highestCpu >= host.logicalCpus)
        subject.error(errors::PinnedCpuMissing,
                      subject.names({{u"cpu"_s, *vm.highestCpu}, {u"count"_s, host.logicalCpus}}), host.id);
    if (!host.hardware)
        return;
    const int nodes = host.hardware->numaNodes;
    if (vm.highestNumaNode && *vm.highestNumaNode >= nodes)
        subject.error(errors::NumaNodeMissing,
                      subject.names({{u"node"_s, *vm.highestNumaNode}, {u"count"_s, nodes}}), host.id);
    if (vm.has(model::VmTrait::HugePages) && host.hardware->hugePages < subject.vm.memory)
        subject.error(errors::HugePagesMissing,
                      subject.names({{u"neededBytes"_s, subject.vm.memory.count()},
                                     {u"totalBytes"_s, host.hardware->hugePages.count()}}),
                      host.id);
}

} // namespace

void checkCpu(Case &subject)
{
    checkCount(subject);
    if (!subject.vm.hardware)
        return;
    const model::VmHardware &vm = *subject.vm.hardware;
    const bool isHostsOwn =
        vm.cpu.mode == model::CpuMode::HostPassthrough || vm.cpu.mode == model::CpuMode::Maximum;
    if (subject.live && isHostsOwn)
        checkSameCpu(subject);
    else if (vm.cpu.mode == model::CpuMode::Custom && subject.destination.hardware)
        checkFeatures(subject, vm.cpu, subject.destination.hardware->cpu);
    if (subject.live) {
        checkTsc(subject, vm);
        checkLevel(subject, vm.cpu);
    }
}

void checkMemory(Case &subject)
{
    const model::Host &host = subject.destination;
    const Bytes needed = subject.vm.memory;
    if (needed > host.memory) {
        subject.error(
            errors::MemoryTooSmall,
            subject.names({{u"neededBytes"_s, needed.count()}, {u"totalBytes"_s, host.memory.count()}}),
            host.id);
    } else if (const Bytes free = host.memory - subject.population.memoryInUse(host.id);
               subject.live && needed > free) {
        subject.warning(errors::MemoryOvercommitted,
                        subject.names({{u"neededBytes"_s, needed.count()},
                                       {u"freeBytes"_s, std::max(free, Bytes()).count()}}),
                        host.id);
    }
    if (subject.vm.hardware)
        checkPlaces(subject, *subject.vm.hardware);
}

} // namespace core::migration
