// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ha/agent.h"

#include <bit>

namespace core::ha {

using namespace std::chrono_literals;

namespace {

/// Who sees more datastores comes first; a host in maintenance last.
Duration candidacyDelay(const AgentContext &c)
{
    const Host &self = c.cluster.hosts[at(c.agent.self)];
    const int missing = std::popcount(self.stores & ~c.agent.stores);
    return missing * 1500ms + (self.isInMaintenance ? 2s : 0s);
}

void campaign(const AgentContext &c)
{
    Agent &agent = c.agent;
    if (!agent.hasSession || agent.primary != noHost || agent.campaignAt == never || c.now < agent.campaignAt)
        return;
    agent.campaignAt = c.now + 2s; // if nothing is heard of it
    c.actions.push_back(Campaign{});
}

void stepDown(const AgentContext &c)
{
    c.agent.isPrimary = false;
    c.tell({.kind = EventKind::PrimaryResigned,
            .host = c.agent.self,
            .amount = static_cast<std::int64_t>(c.agent.epoch)});
    c.agent.resigning = c.agent.epoch;
    c.actions.push_back(Resign{c.agent.epoch});
}

} // namespace

void beginSession(const AgentContext &c)
{
    c.actions.push_back(Renew{.sentAt = c.now, .boot = c.agent.boot, .isNew = true});
}

void checkLease(const AgentContext &c)
{
    if (c.agent.isPrimary && c.now - c.agent.confirmed > c.timings().stepDown)
        stepDown(c);
}

void tickSession(const AgentContext &c)
{
    Agent &agent = c.agent;
    c.actions.push_back(Renew{.sentAt = c.now, .boot = agent.boot, .isNew = !agent.hasSession});
    if (agent.resigning != Epoch{})
        c.actions.push_back(
            Resign{agent.resigning}); // as long as the session lives, the election would stay held
    campaign(c);
}

void onRenewed(const AgentContext &c, const Renewed &reply)
{
    Agent &agent = c.agent;
    agent.heardAt = c.now;
    if (c.now - reply.sentAt > 1500ms)
        agent.slowAt = c.now;
    if (!reply.isAlive) {
        agent.hasSession = false;
        if (agent.isPrimary)
            stepDown(c);
        return;
    }
    if (reply.isNew && agent.isPrimary && !agent.hasSession)
        stepDown(c); // the election was bound to the session before
    agent.confirmed = std::max(agent.confirmed, reply.sentAt);
    renewed(c.gate, reply.sentAt);
    if (reply.isNew || !agent.hasSession) {
        agent.hasSession = true;
        c.actions.push_back(ReadAll{});
    }
}

void onElection(const AgentContext &c, const ElectionChanged &news)
{
    Agent &agent = c.agent;
    agent.heardAt = c.now;
    if (news.epoch < agent.epoch && news.epoch != Epoch{})
        return; // of an election that is over
    if (news.primary != agent.self || news.epoch != agent.resigning)
        agent.resigning = Epoch{};
    if (news.primary == noHost) {
        if (agent.isPrimary && news.epoch == agent.epoch)
            stepDown(c);
        agent.primary = noHost;
        agent.campaignAt = c.now + candidacyDelay(c);
        return campaign(c);
    }
    if (agent.isPrimary && news.epoch != agent.epoch)
        stepDown(c);
    const bool isNews = news.epoch != agent.epoch;
    agent.primary = news.primary;
    agent.epoch = news.epoch;
    agent.campaignAt = never;
    if (news.primary == agent.self) {
        const bool isConfirmed = agent.hasSession && c.now - agent.confirmed <= c.timings().stepDown;
        if (!agent.isPrimary && isNews && isConfirmed) {
            agent.isPrimary = true;
            c.tell({.kind = EventKind::PrimaryElected,
                    .host = agent.self,
                    .amount = static_cast<std::int64_t>(news.epoch)});
            c.actions.push_back(ReadAll{});
        } else if (!agent.isPrimary) {
            agent.resigning = news.epoch; // held from before: not to be taken up again
            c.actions.push_back(Resign{news.epoch});
        }
    }
    agent.isChanged = agent.isChanged || isNews; // it is to hear from us at once
}

void onEverything(const AgentContext &c, const Everything &all)
{
    Agent &agent = c.agent;
    if (all.primary != agent.primary || all.epoch != agent.epoch || all.primary == noHost) {
        if (all.primary != noHost || agent.campaignAt == never)
            onElection(c, {all.primary, all.epoch});
    } else if (all.primary == agent.self && !agent.isPrimary) {
        agent.resigning = all.epoch;
        c.actions.push_back(Resign{all.epoch});
    }
    for (std::size_t vm = 0; vm < all.owners.size() && vm < agent.vms.size(); ++vm)
        killIfForeign(c, vmRef(vm), all.owners[vm]);
}

} // namespace core::ha
