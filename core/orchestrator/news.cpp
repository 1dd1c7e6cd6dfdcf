// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/news.h"

using namespace Qt::StringLiterals;

namespace core::orchestrator {

namespace {

using model::PowerState;
using model::Severity;

template <class T>
const T *as(const std::optional<model::Object> &object)
{
    const auto *pointer = object ? std::get_if<std::shared_ptr<const T>>(&*object) : nullptr;
    return pointer == nullptr ? nullptr : pointer->get();
}

std::optional<News> newsOfState(PowerState before, PowerState after)
{
    switch (after) {
    case PowerState::Running:
        return News{before == PowerState::Paused ? u"vm.resumed"_s : u"vm.powered-on"_s};
    case PowerState::Paused: return News{u"vm.paused"_s};
    case PowerState::Suspended: return News{u"vm.suspended"_s};
    case PowerState::Off: return News{u"vm.powered-off"_s};
    case PowerState::Crashed: return News{u"vm.crashed"_s, Severity::Alert};
    case PowerState::Unknown: return std::nullopt;
    }
    Q_UNREACHABLE();
}

QJsonObject fromTo(const QString &from, const QString &to)
{
    return {{u"from"_s, from}, {u"to"_s, to}};
}

void vmNews(std::vector<News> &news, const model::Vm &before, const model::Vm &after,
            const model::Inventory &inventory)
{
    if (before.name != after.name)
        news.push_back({u"vm.renamed"_s, Severity::Info, fromTo(before.name, after.name)});
    if (!(before.host == after.host))
        news.push_back({u"vm.migrated"_s, Severity::Info,
                        fromTo(inventory.nameOf(before.host), inventory.nameOf(after.host))});
    if (before.folder != after.folder)
        news.push_back({u"vm.moved"_s, Severity::Info,
                        fromTo(before.folder ? inventory.nameOf(*before.folder) : QString(),
                               after.folder ? inventory.nameOf(*after.folder) : QString())});
    if (before.state != after.state) {
        if (const auto state = newsOfState(before.state, after.state))
            news.push_back(*state);
    }
}

QString newsOfMaintenance(model::Maintenance maintenance)
{
    switch (maintenance) {
    case model::Maintenance::None: return u"host.left-maintenance"_s;
    case model::Maintenance::Entering: return u"host.entering-maintenance"_s;
    case model::Maintenance::In: return u"host.in-maintenance"_s;
    }
    Q_UNREACHABLE();
}

void hostNews(std::vector<News> &news, const model::Host &before, const model::Host &after)
{
    if (before.maintenance != after.maintenance)
        news.push_back({newsOfMaintenance(after.maintenance)});
    if (before.state == after.state)
        return;
    switch (after.state) {
    case model::HostState::Connected: news.push_back({u"host.connected"_s}); break;
    case model::HostState::NotResponding: news.push_back({u"host.not-responding"_s, Severity::Alert}); break;
    case model::HostState::Disconnected: news.push_back({u"host.disconnected"_s, Severity::Warning}); break;
    case model::HostState::Connecting: break;
    }
}

/// What a host tells when we come to know it was there before: read in, not news.
bool isReadIn(const model::Change &change, const model::Inventory &inventory)
{
    if (change.ref.kind == model::Kind::Datastore || change.ref.kind == model::Kind::Network)
        return true;
    const auto *vm = as<model::Vm>(change.object);
    const model::Host *host = vm == nullptr ? nullptr : inventory.find(vm->host);
    return host != nullptr && host->state != model::HostState::Connected;
}

/// Appeared, went or was renamed: the same for every kind that people make.
void lifeNews(std::vector<News> &news, const model::Change &change,
              const std::optional<model::Object> &before, const model::Inventory &inventory)
{
    const QString kind = QString::fromLatin1(wireName(change.ref.kind));
    if (isReadIn(change, inventory))
        return;
    if (!before) {
        news.push_back({kind + (change.ref.kind == model::Kind::Host ? u".added"_s : u".created"_s)});
    } else if (!change.object) {
        const bool kept = change.ref.kind == model::Kind::Host || change.ref.kind == model::Kind::Vm;
        news.push_back({kind + (kept ? u".removed"_s : u".deleted"_s)});
    } else if (nameOf(*before) != nameOf(*change.object) && change.ref.kind != model::Kind::Vm) {
        news.push_back(
            {kind + u".renamed"_s, Severity::Info, fromTo(nameOf(*before), nameOf(*change.object))});
    } else if (!isInfrastructure(change.ref.kind)) {
        news.push_back({kind + u".changed"_s}); // who may what, and when to call whom: each change counts
    }
}

} // namespace

std::vector<News> newsOf(const model::Change &change, const std::optional<model::Object> &before,
                         const model::Inventory &inventory)
{
    std::vector<News> news;
    lifeNews(news, change, before, inventory);
    if (const auto *was = as<model::Vm>(before)) {
        if (const auto *is = as<model::Vm>(change.object))
            vmNews(news, *was, *is, inventory);
    }
    if (const auto *was = as<model::Host>(before)) {
        if (const auto *is = as<model::Host>(change.object))
            hostNews(news, *was, *is);
    }
    if (const auto *was = as<model::Cluster>(before)) {
        const auto *is = as<model::Cluster>(change.object);
        if (is != nullptr && was->drsEnabled != is->drsEnabled)
            news.push_back({is->drsEnabled ? u"drs.enabled"_s : u"drs.disabled"_s});
    }
    return news;
}

} // namespace core::orchestrator
