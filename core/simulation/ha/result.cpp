// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/result.h"

#include "core/simulation/ha/resulttext.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace core::simulation {

namespace {

double seconds(ha::Moment moment)
{
    return std::round(static_cast<double>(moment.count())) / 1000;
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

class ResultWriter
{
public:
    explicit ResultWriter(const Simulation &simulation)
        : m_simulation(simulation),
          m_world(simulation.world())
    {}

    [[nodiscard]] QJsonObject write() const
    {
        const ha::HostRef primary = m_simulation.primary();
        QJsonObject hosts;
        for (std::size_t host = 0; host < m_world.hosts.size(); ++host)
            hosts.insert(hostName(ha::hostRef(host)), hostJson(ha::hostRef(host)));
        QJsonObject vms;
        for (std::size_t vm = 0; vm < m_world.vms.size(); ++vm)
            vms.insert(vmName(ha::vmRef(vm)), vmJson(ha::vmRef(vm)));
        QJsonArray events;
        for (const ToldEvent &event : m_simulation.events())
            events.append(eventJson(event));
        return {{u"format"_s, u"ha-result/1"_s},
                {u"scenario"_s, QString::fromStdString(m_simulation.scenario().name)},
                {u"seed"_s, qint64(m_simulation.seed())},
                {u"ended_at"_s, seconds(m_simulation.now())},
                {u"primary"_s,
                 primary == ha::noHost
                     ? QJsonValue()
                     : QJsonObject{{u"host"_s, hostName(primary)}, {u"epoch"_s, qint64(m_world.etcd.epoch)}}},
                {u"hosts"_s, hosts},
                {u"vms"_s, vms},
                {u"invariants"_s, invariants()},
                {u"events"_s, events}};
    }

private:
    [[nodiscard]] QString hostName(ha::HostRef host) const
    {
        return QString::fromStdString(m_world.cluster.hosts[ha::at(host)].name);
    }
    [[nodiscard]] QString vmName(ha::VmRef vm) const
    {
        return QString::fromStdString(m_world.cluster.vms[ha::at(vm)].name);
    }

    [[nodiscard]] QJsonObject invariants() const
    {
        const Invariants &counts = m_simulation.observer().invariants();
        return {{u"double_run"_s, counts.doubleRun},
                {u"double_writer"_s, counts.doubleWriter},
                {u"epoch_regression"_s, counts.epochRegression},
                {u"unproved_start"_s, counts.unprovedStart},
                {u"late_start"_s, counts.lateStart},
                {u"killed_for_etcd"_s, counts.killedForEtcd},
                {u"rule_broken"_s, counts.ruleBroken}};
    }

    /// The one whose view counts: the primary, or the one that was it last.
    [[nodiscard]] const ha::Primary *viewer() const
    {
        if (const ha::HostRef primary = m_simulation.primary(); primary != ha::noHost)
            return &m_world.host(primary).node.primary;
        const auto &events = m_simulation.events();
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            if (!event->step && event->event.kind == ha::EventKind::PrimaryElected)
                return &m_world.host(event->teller).node.primary;
        }
        return nullptr;
    }

    [[nodiscard]] QString stateOf(ha::HostRef host) const
    {
        const ha::Primary *primary = viewer();
        if (!primary || ha::at(host) >= primary->hosts.size())
            return u"suspect"_s;
        const ha::HostView &view = primary->hosts[ha::at(host)];
        switch (view.verdict) {
        case ha::Verdict::Live:
        case ha::Verdict::PathBroken:
            if (m_world.cluster.hosts[ha::at(host)].isInMaintenance)
                return u"maintenance"_s;
            return view.isQuarantined ? u"quarantined"_s : u"live"_s;
        case ha::Verdict::LinkBroken:
        case ha::Verdict::Contradiction:
        case ha::Verdict::Undecided: return u"suspect"_s;
        case ha::Verdict::AgentDown: return u"agent-down"_s;
        case ha::Verdict::Isolated: return u"isolated"_s;
        case ha::Verdict::Partitioned: return u"partitioned"_s;
        case ha::Verdict::Dead: return u"dead"_s;
        }
        return u"suspect"_s;
    }

    [[nodiscard]] QJsonObject hostJson(ha::HostRef host) const
    {
        QStringList evidence;
        for (const ToldEvent &each : m_simulation.events()) {
            if (each.step || each.event.host != host || !each.isPrimary)
                continue;
            if (each.event.kind == ha::EventKind::HostLive)
                evidence.clear();
            const QString word = evidenceWord(each.event);
            if (!word.isEmpty())
                evidence += word + u'@' + QString::number(seconds(each.at));
        }
        return {{u"state"_s, stateOf(host)}, {u"evidence"_s, QJsonArray::fromStringList(evidence)}};
    }

    struct State {
        QString name;
        QString waiting;
    };
    [[nodiscard]] State stateOf(ha::VmRef ref) const
    {
        const SimVm &vm = m_world.vm(ref);
        const ha::Vm &config = m_world.cluster.vms[ha::at(ref)];
        if (!vm.instances.empty()) {
            const Instance &there = vm.instances.front();
            if (!there.isRunning)
                return {u"starting"_s, {}};
            const bool hasStore = m_world.host(there.host).stores[ha::at(config.store)] == ha::StoreState::Ok;
            return hasStore ? State{u"running"_s, {}} : State{u"waiting"_s, u"storage"_s};
        }
        if (!vm.isWanted || config.priority == ha::Priority::Disabled)
            return {u"stopped"_s, {}};
        const SimHost &last = m_world.host(vm.lastHost);
        const bool isGivenUp =
            last.boot == vm.lastBoot && last.disk.vms[ha::at(ref)].condition == ha::Condition::Attention;
        if (isGivenUp)
            return {u"failed"_s, {}};
        if (m_simulation.primary() == ha::noHost)
            return {u"waiting"_s, u"no-quorum"_s};
        const ha::VmView &view = viewer()->vms[ha::at(ref)];
        if (view.waiting == ha::Waiting::Nothing)
            return {u"starting"_s, {}};
        return {u"waiting"_s, text(ha::wireName(view.waiting))};
    }

    [[nodiscard]] QJsonObject vmJson(ha::VmRef ref) const
    {
        const SimVm &vm = m_world.vm(ref);
        const State state = stateOf(ref);
        QJsonArray starts;
        for (const StartRecord &start : vm.starts)
            starts.append(QJsonObject{{u"t"_s, seconds(start.at)},
                                      {u"host"_s, hostName(start.host)},
                                      {u"proof"_s, text(ha::wireName(start.proof))},
                                      {u"attempt"_s, start.attempt}});
        QJsonObject json{{u"state"_s, state.name}, {u"starts"_s, starts}, {u"resets"_s, vm.resets}};
        json.insert(u"waiting"_s,
                    state.waiting.isEmpty()
                        ? QJsonValue()
                        : QJsonObject{{u"code"_s, state.waiting}, {u"text"_s, waitingText(state.waiting)}});
        if (!vm.instances.empty()) {
            json.insert(u"host"_s, hostName(vm.instances.front().host));
            json.insert(u"since"_s, seconds(vm.instances.front().since));
        } else {
            json.insert(u"host"_s, QJsonValue());
        }
        return json;
    }

    [[nodiscard]] QJsonObject eventJson(const ToldEvent &event) const
    {
        QJsonObject json{{u"t"_s, seconds(event.at)}};
        if (event.step) {
            json.insert(u"source"_s, u"scenario"_s);
            json.insert(u"kind"_s, deedWord(event.step->deed));
            json.insert(u"why"_s, u"the scenario says so"_s);
            if (event.step->host != ha::noHost)
                json.insert(u"host"_s, hostName(event.step->host));
            if (event.step->vm != ha::noVm)
                json.insert(u"vm"_s, vmName(event.step->vm));
            return json;
        }
        json.insert(u"source"_s, (event.isPrimary ? u"primary@"_s : u"agent@"_s) + hostName(event.teller));
        json.insert(u"kind"_s, text(ha::wireName(event.event.kind)));
        if (event.event.host != ha::noHost)
            json.insert(u"host"_s, hostName(event.event.host));
        if (event.event.vm != ha::noVm)
            json.insert(u"vm"_s, vmName(event.event.vm));
        if (event.event.proof != ha::Proof::None)
            json.insert(u"proof"_s, text(ha::wireName(event.event.proof)));
        json.insert(u"why"_s, whyText(event.event));
        return json;
    }

    const Simulation &m_simulation;
    const World &m_world;
};

} // namespace

QJsonObject resultOf(const Simulation &simulation)
{
    return ResultWriter(simulation).write();
}

} // namespace core::simulation
