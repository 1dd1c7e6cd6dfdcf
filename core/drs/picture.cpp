// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drs/picture.h"

#include "core/drs/board.h"
#include "core/drs/files.h"

#include "core/model/tree.h"

#include <algorithm>
#include <cmath>

namespace core::drs {

namespace {

constexpr double mhzOfUnit = 10;
constexpr qint64 bytesOfUnit = qint64(1) << 20;

Amount units(MegaHertz amount)
{
    return std::llround(static_cast<double>(amount.count()) / mhzOfUnit);
}

Amount units(Bytes amount)
{
    return amount.count() / bytesOfUnit;
}

template <class Quantity>
Amount units(const std::optional<Quantity> &limit)
{
    return limit ? units(*limit) : unlimited;
}

Automation automationOf(model::DrsAutomation automation)
{
    switch (automation) {
    case model::DrsAutomation::Full: return Automation::Full;
    case model::DrsAutomation::Partial: return Automation::Partial;
    case model::DrsAutomation::Manual: return Automation::Manual;
    case model::DrsAutomation::Disabled: return Automation::Disabled;
    }
    Q_UNREACHABLE();
}

HostState stateOf(const model::Host &host)
{
    if (host.state != model::HostState::Connected)
        return HostState::Disconnected;
    switch (host.maintenance) {
    case model::Maintenance::None: return HostState::Connected;
    case model::Maintenance::Entering: return HostState::Entering;
    case model::Maintenance::In: return HostState::Maintenance;
    }
    Q_UNREACHABLE();
}

RuleType typeOf(model::DrsRuleType type)
{
    switch (type) {
    case model::DrsRuleType::KeepTogether: return RuleType::Together;
    case model::DrsRuleType::KeepApart: return RuleType::Apart;
    case model::DrsRuleType::MustRunOn: return RuleType::MustRunOn;
    case model::DrsRuleType::MustNotRunOn: return RuleType::MustNotRunOn;
    case model::DrsRuleType::ShouldRunOn: return RuleType::ShouldRunOn;
    case model::DrsRuleType::ShouldNotRunOn: return RuleType::ShouldNotRunOn;
    }
    Q_UNREACHABLE();
}

Host hostOf(const model::Host &host, int age)
{
    // One that has not told its size yet is none that machines could go to.
    const bool isKnown = host.cpuCapacity().count() > 0 && host.memory.count() > 0;
    return {.id = host.id.toString(),
            .cpu = std::max<Amount>(1, units(host.cpuCapacity())),
            .memory = std::max<Amount>(1, units(host.memory)),
            .state = isKnown ? stateOf(host) : HostState::Disconnected,
            .cpuModel = host.cpuModel,
            .statsAge = age,
            .cores = host.logicalCpus};
}

Machine machineOf(const model::Vm &vm, int host, const VmMeasure *measure)
{
    const model::VmResources resources = vm.resources.value_or(model::VmResources());
    Machine machine{.id = vm.id.toString(),
                    .host = host,
                    .vcpus = std::max(1, vm.cpuCount),
                    .hasDemand = measure != nullptr && measure->cpuMhz && !vm.stale,
                    .memory = units(vm.memory),
                    .cpuReservation = units(resources.cpu.reservation),
                    .cpuLimit = units(resources.cpu.limit),
                    .cpuShares = vmShares(resources.cpu, vm.cpuCount),
                    .memoryReservation = units(resources.memory.reservation),
                    .memoryLimit = units(resources.memory.limit),
                    .memoryShares = vmShares(resources.memory, vm.memory),
                    .automation = vm.drsAutomation ? automationOf(*vm.drsAutomation) : Automation::Default};
    if (measure == nullptr)
        return machine;
    machine.cpuDemand = std::llround(measure->cpuMhz.value_or(0) / mhzOfUnit);
    machine.activeMemory = measure->activeMemory ? units(*measure->activeMemory) : -1;
    machine.dirtyRate = measure->dirtyMiBPerSecond;
    machine.sinceMove = measure->sinceMoveSeconds;
    machine.statsAge = measure->ageSeconds;
    return machine;
}

bool takesPart(const model::Vm &vm, const Surroundings &around)
{
    const bool isAtWork = vm.state == model::PowerState::Running || vm.state == model::PowerState::Paused;
    return !vm.isTemplate
        && (isAtWork || std::ranges::find(around.alsoThese, vm.id) != around.alsoThese.end());
}

void addHosts(Picture &picture, const model::Inventory &inventory, const Surroundings &around)
{
    picture.hosts = hostsUnder(picture.cluster, inventory);
    std::ranges::sort(picture.hosts, [&](HostId a, HostId b) {
        const QString &first = inventory.find(a)->name;
        const QString &second = inventory.find(b)->name;
        return first != second ? first < second : a < b;
    });
    for (const HostId id : picture.hosts)
        picture.instance.hosts.push_back(hostOf(*inventory.find(id), around.hostAgeSeconds.value(id)));
}

void addMachines(Picture &picture, const model::Inventory &inventory, const Surroundings &around)
{
    QHash<HostId, int> hosts;
    for (size_t i = 0; i < picture.hosts.size(); ++i)
        hosts.insert(picture.hosts[i], static_cast<int>(i));
    std::vector<const model::Vm *> vms;
    for (const auto &vm : inventory.all<model::Vm>()) {
        if (hosts.contains(vm->host) && takesPart(*vm, around))
            vms.push_back(vm.get());
    }
    std::ranges::sort(vms, std::less<>(), [](const model::Vm *vm) { return vm->id; });
    QHash<PoolId, int> pools;
    for (size_t i = 0; i < picture.pools.size(); ++i)
        pools.insert(picture.pools[i], static_cast<int>(i));
    for (const model::Vm *vm : vms) {
        const auto measure = around.measures.constFind(vm->id);
        Machine machine = machineOf(*vm, hosts.value(vm->host),
                                    measure == around.measures.constEnd() ? nullptr : &*measure);
        machine.pool = vm->pool ? pools.value(*vm->pool, -1) : -1;
        if (around.compatible) {
            for (const HostId able : around.compatible(*vm)) {
                if (const auto index = hosts.constFind(able); index != hosts.constEnd())
                    machine.compatible.push_back(*index);
            }
            std::ranges::sort(machine.compatible);
        }
        picture.vms.push_back(vm->id);
        picture.instance.machines.push_back(std::move(machine));
    }
}

void addPools(Picture &picture, const model::Inventory &inventory)
{
    std::vector<std::pair<model::ObjectRef, int>> open{{picture.cluster, -1}};
    for (size_t i = 0; i < open.size(); ++i) {
        const auto [ref, index] = open[i];
        for (const auto &pool : inventory.all<model::Pool>()) {
            if (!(pool->parent == ref))
                continue;
            open.emplace_back(pool->id, static_cast<int>(picture.pools.size()));
            picture.pools.push_back(pool->id);
            picture.instance.pools.push_back({.id = pool->id.toString(),
                                              .parent = index,
                                              .cpuReservation = units(pool->cpu.reservation),
                                              .cpuLimit = units(pool->cpu.limit),
                                              .cpuShares = poolShares(pool->cpu),
                                              .memoryReservation = units(pool->memory.reservation),
                                              .memoryLimit = units(pool->memory.limit),
                                              .memoryShares = poolShares(pool->memory),
                                              .isExpandable = pool->cpuExpandable && pool->memoryExpandable,
                                              .isScalable = pool->scalableShares});
        }
    }
}

/// VMs that are off are left out of a rule, and rules of which nothing is left.
void addRules(Picture &picture, const model::Cluster &cluster)
{
    for (const model::DrsRule &rule : cluster.drsRules) {
        Rule made{.id = rule.name,
                  .type = typeOf(rule.type),
                  .enabled = rule.enabled,
                  .created = rule.created.time_since_epoch().count()};
        for (const VmId vm : rule.vms) {
            if (const int index = picture.indexOf(vm); index >= 0)
                made.machines.push_back(index);
        }
        for (const HostId host : rule.hosts) {
            if (const int index = picture.indexOf(host); index >= 0)
                made.hosts.push_back(index);
        }
        const bool isWhole = namesHosts(rule.type) ? !made.machines.empty() : made.machines.size() > 1;
        if (isWhole)
            picture.instance.rules.push_back(std::move(made));
    }
}

QString nameOf(const std::vector<VmId> &vms, int index, const model::Inventory &inventory)
{
    return inventory.nameOf(vms[at(index)]);
}

model::DrsMove moveOf(const Move &move, const Picture &picture, const model::Inventory &inventory)
{
    return {.vm = picture.vms[at(move.machine)],
            .vmName = nameOf(picture.vms, move.machine, inventory),
            .from = picture.hosts[at(move.from)],
            .fromName = inventory.nameOf(picture.hosts[at(move.from)]),
            .to = picture.hosts[at(move.to)],
            .toName = inventory.nameOf(picture.hosts[at(move.to)]),
            .expected = Duration(std::llround(move.seconds * 1'000))};
}

/// The same wish has the same key in the next report: who has ticked it means it still.
QString keyOf(const std::vector<model::DrsMove> &moves)
{
    QString text;
    for (const model::DrsMove &move : moves)
        text += move.vm.toString() + move.from.toString() + move.to.toString();
    return QUuid::createUuidV5(QUuid(), text).toString(QUuid::WithoutBraces);
}

bool leavesItsPlace(const Move &move, const Instance &instance)
{
    return std::ranges::any_of(instance.rules, [&](const Rule &rule) {
        const auto has = [](const std::vector<int> &list, int index) {
            return std::ranges::find(list, index) != list.end();
        };
        if (!rule.enabled || !has(rule.machines, move.machine))
            return false;
        if (rule.type == RuleType::ShouldRunOn)
            return !has(rule.hosts, move.to);
        return rule.type == RuleType::ShouldNotRunOn && has(rule.hosts, move.to);
    });
}

void addRecommendations(model::DrsReport &report, const Plan &plan, const Picture &picture,
                        const model::Inventory &inventory)
{
    std::vector<std::vector<int>> before; // of each, the recommendations that it waits for
    int last = -1;
    for (const Move &move : plan.moves) {
        if (move.recommendation != last) {
            last = move.recommendation;
            report.recommendations.push_back({.priority = move.priority,
                                              .reason = wireName(move.reason),
                                              .scoreBefore = move.scoreBefore,
                                              .automatic = move.isAutomatic});
            before.emplace_back();
        }
        model::DrsRecommendation &recommendation = report.recommendations.back();
        recommendation.moves.push_back(moveOf(move, picture, inventory));
        recommendation.scoreAfter = move.scoreAfter;
        if (move.reason != Reason::MakeRoom)
            recommendation.reason = wireName(move.reason);
        if (leavesItsPlace(move, picture.instance))
            recommendation.warning = wireName(Reason::VmHostSoftAffinity);
        for (const int needed : move.prerequisites) {
            if (const int other = plan.moves[at(needed)].recommendation; other != move.recommendation)
                before.back().push_back(other);
        }
    }
    QHash<int, QString> keys;
    size_t index = 0;
    last = -1;
    for (const Move &move : plan.moves) {
        if (std::exchange(last, move.recommendation) != move.recommendation) {
            model::DrsRecommendation &each = report.recommendations[index++];
            each.key = keyOf(each.moves);
            keys.insert(move.recommendation, each.key);
        }
    }
    for (size_t i = 0; i < before.size(); ++i) {
        for (const int other : before[i])
            report.recommendations[i].prerequisites.push_back(keys.value(other));
    }
}

void addFaults(model::DrsReport &report, const Plan &plan, const Picture &picture,
               const model::Inventory &inventory)
{
    for (const Fault &fault : plan.faults) {
        model::DrsFault made{.code = wireName(fault.obstacle)};
        if (fault.machine >= 0)
            made.object = model::ObjectRef(picture.vms[at(fault.machine)]);
        else if (fault.host >= 0)
            made.object = model::ObjectRef(picture.hosts[at(fault.host)]);
        if (made.object)
            made.objectName = inventory.nameOf(*made.object);
        if (fault.rule >= 0)
            made.rule = picture.instance.rules[at(fault.rule)].id;
        report.faults.push_back(std::move(made));
    }
}

std::vector<int> homesOf(const Instance &instance)
{
    std::vector<int> homes;
    for (const Machine &machine : instance.machines)
        homes.push_back(machine.host);
    return homes;
}

} // namespace

int Picture::indexOf(VmId vm) const
{
    const auto it = std::ranges::lower_bound(vms, vm, std::less<>());
    return it != vms.end() && *it == vm ? static_cast<int>(it - vms.begin()) : -1;
}

int Picture::indexOf(HostId host) const
{
    const auto it = std::ranges::find(hosts, host);
    return it == hosts.end() ? -1 : static_cast<int>(it - hosts.begin());
}

Picture pictureOf(ClusterId id, const model::Inventory &inventory, const Surroundings &around)
{
    Picture picture{.cluster = id};
    const model::Cluster *cluster = inventory.find(id);
    if (cluster == nullptr)
        return picture;
    picture.instance.name = cluster->name;
    picture.instance.config.threshold = cluster->drs.threshold;
    picture.instance.config.automation = automationOf(cluster->drs.automation);
    addHosts(picture, inventory, around);
    addPools(picture, inventory);
    addMachines(picture, inventory, around);
    addRules(picture, *cluster);
    return picture;
}

model::DrsReport reportOf(const Plan &plan, const Picture &picture, const model::Inventory &inventory)
{
    model::DrsReport report{.score = plan.scoreBefore, .scoreAfter = plan.scoreAfter};
    Constraints constraints(picture.instance);
    Board board(picture.instance, constraints, unitsOf(picture.instance.machines.size(), {}),
                homesOf(picture.instance));
    report.cpuDeviation = board.cpuDeviation();
    report.memoryDeviation = board.memoryDeviation();
    report.target = targetOf(picture.instance.config.threshold, static_cast<int>(board.active().size()));
    for (size_t i = 0; i < picture.hosts.size(); ++i) {
        const Place &place = board.places()[i];
        report.hosts.push_back(
            {.host = picture.hosts[i], .cpuRatio = place.cpuLoad(), .memoryRatio = place.memoryLoad()});
    }
    std::vector<int> unitOf(picture.instance.machines.size());
    for (size_t unit = 0; unit < board.units().size(); ++unit)
        unitOf[at(board.units()[unit].machines.front())] = static_cast<int>(unit);
    for (const Move &move : plan.moves)
        board.move(unitOf[at(move.machine)], move.to);
    for (size_t i = 0; i < picture.hosts.size(); ++i) {
        report.hosts[i].cpuAfterRatio = board.places()[i].cpuLoad();
        report.hosts[i].memoryAfterRatio = board.places()[i].memoryLoad();
    }
    addRecommendations(report, plan, picture, inventory);
    addFaults(report, plan, picture, inventory);
    return report;
}

std::vector<QString> contradicted(const model::Cluster &cluster, const model::Inventory &inventory)
{
    Surroundings around;
    for (const model::DrsRule &rule : cluster.drsRules)
        around.alsoThese.insert(around.alsoThese.end(), rule.vms.begin(), rule.vms.end());
    Picture picture{.cluster = cluster.id};
    addHosts(picture, inventory, around);
    addMachines(picture, inventory, around);
    addRules(picture, cluster);
    const Constraints constraints(picture.instance);
    std::vector<QString> names;
    for (const Fault &fault : constraints.conflicts())
        names.push_back(picture.instance.rules[at(fault.rule)].id);
    return names;
}

} // namespace core::drs
