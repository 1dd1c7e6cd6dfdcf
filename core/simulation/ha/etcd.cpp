// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/simulation.h"

#include "core/base/overloaded.h"

namespace core::simulation {

using namespace std::chrono_literals;

namespace {

constexpr int outside = 0; ///< members outside the cluster sit with the first group
constexpr Duration leaderElection = 1500ms;

} // namespace

/// Who is connected with whom; a host that is cut off is alone.
int Simulation::component(ha::HostRef host) const
{
    const SimHost &each = m_world.host(host);
    return each.isCut ? -1 - static_cast<int>(ha::at(host)) : each.group;
}

int Simulation::quorumComponent() const
{
    int members = 0;
    std::map<int, int> alive;
    for (std::size_t index = 0; index < m_world.hosts.size(); ++index) {
        if (!m_scenario.hosts[index].hasEtcd)
            continue;
        ++members;
        if (m_world.isAwake(ha::hostRef(index)))
            ++alive[component(ha::hostRef(index))];
    }
    if (members == 0)
        return outside;
    for (const auto &[where, count] : alive) {
        if (2 * count > members)
            return where;
    }
    return noQuorum;
}

bool Simulation::isEtcdServing() const
{
    return !m_world.etcd.isDown && m_now >= m_world.etcd.electedAt && m_world.etcd.quorum != noQuorum;
}

bool Simulation::reachesEtcd(ha::HostRef host) const
{
    return component(host) == m_world.etcd.quorum;
}

/// After each change of who lives and who is connected: is the leader still with the majority? If not, another is
/// elected, and starts the time of all leases again.
void Simulation::reconsiderEtcd()
{
    SimEtcd &etcd = m_world.etcd;
    const int quorum = quorumComponent();
    etcd.quorum = quorum;
    const bool hadNone = etcd.isDown || quorum == noQuorum;
    const auto isFit = [&](std::size_t index) {
        return m_scenario.hosts[index].hasEtcd && m_world.isAwake(ha::hostRef(index))
            && component(ha::hostRef(index)) == quorum;
    };
    const bool hasMembers =
        std::ranges::any_of(m_scenario.hosts, [](const HostTruth &host) { return host.hasEtcd; });
    if (!hasMembers || hadNone) {
        if (hadNone)
            etcd.leader = ha::noHost;
        return;
    }
    if (etcd.leader != ha::noHost && isFit(ha::at(etcd.leader)))
        return;
    for (std::size_t index = 0; index < m_world.hosts.size(); ++index) {
        if (!isFit(index))
            continue;
        etcd.leader = ha::hostRef(index);
        etcd.electedAt = m_now + leaderElection;
        for (SimHost &host : m_world.hosts)
            host.leaseEnds = etcd.electedAt + m_world.cluster.policy.timings.lease;
        return;
    }
}

void Simulation::ask(ha::HostRef host, const ha::Action &action)
{
    SimHost &asker = m_world.host(host);
    asker.askedAt = std::max(asker.askedAt, m_now + m_world.etcd.delay / 2);
    if (asker.askedAt == m_now) {
        if (isEtcdServing() && reachesEtcd(host))
            serve(host, action);
        return;
    }
    m_requests.push_back(action);
    schedule(asker.askedAt - m_now,
             {.kind = Kind::Request,
              .host = host,
              .token = m_world.host(host).run,
              .value = static_cast<std::int32_t>(m_requests.size() - 1)});
}

void Simulation::reply(ha::HostRef host, ha::Input input)
{
    SimHost &asker = m_world.host(host);
    asker.toldAt = std::max(asker.toldAt, m_now + 2ms + m_world.etcd.delay / 2);
    deliver(host, asker.toldAt - m_now, std::move(input));
}

void Simulation::broadcast(const ha::Input &news)
{
    for (std::size_t index = 0; index < m_world.hosts.size(); ++index) {
        SimHost &host = m_world.hosts[index];
        if (!host.isOn || !host.isUp || !host.isAgentAlive)
            continue;
        if (reachesEtcd(ha::hostRef(index)))
            reply(ha::hostRef(index), news);
        else
            host.hasMissedNews = true;
    }
}

bool Simulation::holds(ha::Epoch epoch) const
{
    return m_world.etcd.epoch != 0 && ha::Epoch{m_world.etcd.epoch} == epoch;
}

void Simulation::endElection()
{
    SimEtcd &etcd = m_world.etcd;
    const ha::Epoch epoch{etcd.epoch};
    etcd.primary = ha::noHost;
    etcd.epoch = 0;
    ++etcd.revision;
    broadcast(ha::ElectionChanged{ha::noHost, epoch});
}

void Simulation::endSession(ha::HostRef ref)
{
    SimHost &host = m_world.host(ref);
    host.hasSession = false;
    host.sessionBoot = {};
    broadcast(ha::SessionChanged{ref, {}});
    if (m_world.etcd.primary == ref)
        endElection();
}

void Simulation::renew(ha::HostRef ref, const ha::Renew &request)
{
    SimHost &host = m_world.host(ref);
    const bool isOwn = host.hasSession && host.sessionRun == host.run;
    if (!isOwn && !request.isNew)
        return reply(ref, ha::Renewed{request.sentAt, false, false});
    const bool isMade = !isOwn;
    if (isMade) {
        if (host.hasSession)
            endSession(ref); // of the process before
        host.hasSession = true;
        host.sessionRun = host.run;
        host.sessionBoot = request.boot;
        broadcast(ha::SessionChanged{ref, request.boot});
    }
    host.leaseEnds = m_now + m_world.cluster.policy.timings.lease;
    if (!host.isLeaseWatched) {
        host.isLeaseWatched = true;
        schedule(host.leaseEnds - m_now, {.kind = Kind::LeaseDue, .host = ref});
    }
    reply(ref, ha::Renewed{request.sentAt, true, isMade});
    if (host.hasMissedNews) {
        host.hasMissedNews = false;
        reply(ref, everything());
    }
}

void Simulation::writeOwner(ha::HostRef host, const ha::OwnerWrite &request)
{
    SimEtcd &etcd = m_world.etcd;
    ha::Owner &owner = etcd.owners[ha::at(request.vm)];
    const bool isDone = request.expected != ha::Revision{} && owner.revision == request.expected
        && (request.epoch == ha::Epoch{} || holds(request.epoch));
    if (isDone) {
        owner = request.next;
        owner.revision = ha::Revision{++etcd.revision};
        if (owner.phase == ha::Phase::Wanted)
            m_world.vm(request.vm).isWanted = true; // the user's request is accepted
        if (etcd.primary != ha::noHost && etcd.primary != host)
            reply(etcd.primary, ha::OwnerChanged{request.vm, owner});
        else if (request.epoch == ha::Epoch{} && etcd.primary == host)
            reply(host, ha::OwnerChanged{request.vm, owner});
    }
    reply(host, ha::OwnerWritten{request.vm, request.epoch, isDone, owner});
}

ha::Everything Simulation::everything() const
{
    const SimEtcd &etcd = m_world.etcd;
    ha::Everything all{.primary = etcd.primary,
                       .epoch = ha::Epoch{etcd.epoch},
                       .owners = etcd.owners,
                       .fences = etcd.fences,
                       .sessions = {},
                       .quarantined = etcd.quarantined};
    for (const SimHost &host : m_world.hosts)
        all.sessions.push_back(host.sessionBoot);
    return all;
}

void Simulation::serve(ha::HostRef host, const ha::Action &action)
{
    SimEtcd &etcd = m_world.etcd;
    std::visit(Overloaded{[&](const ha::Renew &request) { renew(host, request); },
                          [&](const ha::OwnerWrite &request) { writeOwner(host, request); },
                          [&](const ha::ReadAll &) { reply(host, everything()); },
                          [&](const ha::Campaign &) {
                              const SimHost &candidate = m_world.host(host);
                              if (etcd.epoch != 0 || !candidate.hasSession
                                  || candidate.sessionRun != candidate.run)
                                  return reply(host, everything());
                              etcd.epoch = ++etcd.revision;
                              etcd.primary = host;
                              broadcast(ha::ElectionChanged{host, ha::Epoch{etcd.epoch}});
                          },
                          [&](const ha::Resign &request) {
                              if (holds(request.epoch) && etcd.primary == host)
                                  endElection();
                          },
                          [&](const ha::FenceWrite &request) {
                              if (!holds(request.epoch))
                                  return;
                              etcd.fences[ha::at(request.host)] = request.fence;
                              reply(host, ha::FenceWritten{request.host, request.fence});
                          },
                          [&](const ha::QuarantineWrite &request) {
                              if (holds(request.epoch))
                                  etcd.quarantined[ha::at(request.host)] = request.isQuarantined;
                          },
                          [](const auto &) {}},
               action);
}

} // namespace core::simulation
