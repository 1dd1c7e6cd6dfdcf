// SPDX-License-Identifier: GPL-3.0-or-later
// Where a VM would be best: the hosts that could take it, by the room that it would find.
#include "core/migration/checks.h"
#include "core/model/tree.h"

using namespace Qt::StringLiterals;

namespace core::migration {

namespace {

using model::MigrationCandidate;

/// Of the whole score. Memory weighs most: it is what cannot be had by waiting.
constexpr double memoryWeight = 0.5;
constexpr double cpuWeight = 0.35;
constexpr double clusterWeight = 0.1;
constexpr double quietWeight = 0.05; ///< nothing to warn of

double freeRatio(double used)
{
    return std::clamp(1 - used, 0.0, 1.0);
}

/// Of the memory, with the VM there.
double memoryFree(const model::Host &host, const model::Vm &vm, const Population &population,
                  const model::Load *load)
{
    if (host.memory.count() <= 0)
        return 0;
    const Bytes used =
        std::max(population.memoryInUse(host.id), load ? load->memoryUsed.value_or(Bytes()) : Bytes());
    return freeRatio((used + vm.memory) / host.memory);
}

/// Absent where the load is not known.
std::optional<double> cpuFree(const model::Host &host, const model::Vm &vm, const model::Load *hostLoad,
                              const model::Load *vmLoad)
{
    if (hostLoad == nullptr || !hostLoad->cpuUsageRatio)
        return std::nullopt;
    const MegaHertz wanted = vmLoad ? vmLoad->cpuUsage.value_or(MegaHertz()) : MegaHertz();
    const double more = host.cpuCapacity().count() > 0 && !vm.isTemplate ? wanted / host.cpuCapacity() : 0;
    return freeRatio(*hostLoad->cpuUsageRatio + more);
}

const model::Load *loadOf(const model::ObjectRef &object, const QHash<model::ObjectRef, model::Load> &loads)
{
    const auto it = loads.constFind(object);
    return it == loads.constEnd() ? nullptr : &*it;
}

void judge(MigrationCandidate &candidate, const model::Host &host, const model::Vm &vm,
           const model::Inventory &inventory, const Population &population,
           const QHash<model::ObjectRef, model::Load> &loads)
{
    const model::Load *load = loadOf(host.id, loads);
    const double memory = memoryFree(host, vm, population, load);
    const auto cpu = cpuFree(host, vm, load, loadOf(vm.id, loads));
    const ClusterId home = clusterOf(vm.host, inventory);
    const bool sameCluster = !home.isNull() && home == clusterOf(host.id, inventory);
    candidate.reasons.push_back({u"placement.memory-free"_s, {{u"freeRatio"_s, memory}}});
    if (cpu)
        candidate.reasons.push_back({u"placement.cpu-free"_s, {{u"freeRatio"_s, *cpu}}});
    if (sameCluster)
        candidate.reasons.push_back({u"placement.same-cluster"_s, {}});
    if (!candidate.isPossible())
        return;
    candidate.score = memoryWeight * memory + cpuWeight * cpu.value_or(0.5)
        + (sameCluster ? clusterWeight : 0) + (candidate.findings.empty() ? quietWeight : 0);
}

} // namespace

std::vector<MigrationCandidate> candidates(model::MigrationRequest request, const model::Inventory &inventory,
                                           const QHash<model::ObjectRef, model::Load> &loads,
                                           const std::function<void(model::MigrationRequest &)> &complete)
{
    const model::Vm *vm = inventory.find(request.vm);
    if (vm == nullptr)
        return {};
    const Population population(inventory);
    const DatacenterId datacenter = datacenterOf(vm->host, inventory);
    std::vector<MigrationCandidate> all;
    for (const auto &host : inventory.all<model::Host>()) {
        if (host->id == vm->host || datacenterOf(host->id, inventory) != datacenter)
            continue;
        request.host = host->id;
        if (complete)
            complete(request);
        MigrationCandidate candidate{.host = host->id, .findings = check(request, inventory, population)};
        judge(candidate, *host, *vm, inventory, population, loads);
        all.push_back(std::move(candidate));
    }
    std::ranges::sort(all, [&](const MigrationCandidate &a, const MigrationCandidate &b) {
        if (a.isPossible() != b.isPossible())
            return a.isPossible();
        if (a.score != b.score)
            return a.score > b.score;
        return inventory.find(a.host)->name < inventory.find(b.host)->name;
    });
    return all;
}

} // namespace core::migration
