// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/clusterclaims.h"

#include "core/async/deadline.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcClaims, "vigie.claims")

namespace core::orchestrator {

namespace {

using hypervisor::HostFile;
using hypervisor::HostFiles;

constexpr Duration askLimit = std::chrono::seconds(15);
constexpr qsizetype mostClaims = 100; ///< more files than that are no claims

std::optional<ClusterClaim> parse(const QByteArray &content)
{
    const auto claim = json::fromJson<ClusterClaim>(QJsonDocument::fromJson(content).object());
    return claim && !claim->core.isEmpty() ? std::optional(*claim) : std::nullopt;
}

bool meet(const std::vector<HostId> &some, const std::vector<HostId> &others)
{
    return std::ranges::any_of(some,
                               [&](HostId each) { return std::ranges::find(others, each) != others.end(); });
}

} // namespace

const ClusterClaim *rulingClaim(const std::vector<ClusterClaim> &claims)
{
    const auto last = std::ranges::max_element(claims, [](const ClusterClaim &a, const ClusterClaim &b) {
        return std::pair(a.taken, a.core) < std::pair(b.taken, b.core);
    });
    return last == claims.end() ? nullptr : &*last;
}

ClusterClaims::ClusterClaims(Surroundings around)
    : m_around(std::move(around)),
      m_scope([](const Error &error) { qCInfo(lcClaims) << error.code << error.detail; })
{}

void ClusterClaims::start()
{
    m_timer = m_around.clock.after(interval, [this] { m_scope.spawn(renewAll(this)); });
}

/// One that most of the cluster's hosts share, by a host that answers.
std::optional<ClusterClaims::Place> ClusterClaims::placeOf(ClusterId cluster) const
{
    const model::Inventory &inventory = m_around.inventory.now();
    Place place;
    for (const auto &host : inventory.all<model::Host>()) {
        if (host->parent == model::ObjectRef(cluster))
            place.hosts.push_back(host->id);
    }
    std::ptrdiff_t most = 1;
    for (const auto &datastore : inventory.all<model::Datastore>()) {
        std::vector<HostId> within;
        std::ranges::copy_if(datastore->hosts, std::back_inserter(within), [&](HostId each) {
            return std::ranges::find(place.hosts, each) != place.hosts.end();
        });
        const auto count = static_cast<std::ptrdiff_t>(within.size());
        if (!datastore->accessible || datastore->path.isEmpty() || count <= most)
            continue;
        for (const HostId host : within) {
            const model::Host *known = inventory.find(host);
            auto files = known->state == model::HostState::Connected ? m_around.files(host) : nullptr;
            if (!files)
                continue;
            most = count;
            place.files = std::move(files);
            place.directory = datastore->path + u"/.vigie"_s;
            break;
        }
    }
    return place.files ? std::optional(place) : std::nullopt;
}

QString ClusterClaims::pathOf(ClusterId cluster, const Place &place)
{
    return u"%1/cluster-%2.json"_s.arg(place.directory, cluster.toString());
}

Task<> ClusterClaims::renewAll(ClusterClaims *self)
{
    std::vector<ClusterId> clusters;
    for (const auto &cluster : self->m_around.inventory.now().all<model::Cluster>()) {
        if (cluster->haEnabled || cluster->drsEnabled)
            clusters.push_back(cluster->id);
    }
    for (const ClusterId cluster : clusters) {
        const auto renewed = co_await renew(self, cluster);
        if (!renewed)
            qCInfo(lcClaims) << "not renewed" << cluster.toString() << renewed.error().code
                             << renewed.error().detail;
    }
    self->start();
    co_return {};
}

Task<ClusterClaims::Claims> ClusterClaims::read(ClusterClaims *self, ClusterId cluster, Place place)
{
    Clock *clock = &self->m_around.clock;
    Claims claims;
    auto listed = co_await withDeadline(place.files->list(place.directory), clock, askLimit);
    if (!listed && listed.error().is(errors::NotFound)) {
        const auto made = co_await withDeadline(place.files->makeDirectory(place.directory), clock, askLimit);
        if (!made && !made.error().is(errors::Conflict))
            co_return made.error();
        co_return claims;
    }
    if (!listed)
        co_return listed.error();
    const QString ours = pathOf(cluster, place);
    qsizetype count = 0;
    for (const HostFile &file : *listed) {
        if (!file.name.startsWith(u"cluster-") || !file.name.endsWith(u".json") || ++count > mostClaims)
            continue;
        const QString path = place.directory + u'/' + file.name;
        const auto content = co_await withDeadline(place.files->read(path), clock, askLimit);
        if (!content && !content.error().is(errors::NotFound))
            co_return content.error();
        claims.hasOurs = claims.hasOurs || path == ours;
        const auto claim = content ? parse(*content) : std::nullopt;
        if (claim && (path == ours || meet(claim->hosts, place.hosts)))
            claims.all.push_back(*claim);
    }
    co_return claims;
}

Task<> ClusterClaims::write(ClusterClaims *self, ClusterId cluster, Place place, Instant taken, bool isNew)
{
    Clock *clock = &self->m_around.clock;
    const ClusterClaim claim{.core = self->m_around.core,
                             .name = self->m_around.name,
                             .taken = taken,
                             .renewed = clock->now(),
                             .hosts = place.hosts};
    const QByteArray content = QJsonDocument(json::toObject(claim)).toJson(QJsonDocument::Compact);
    const QString path = pathOf(cluster, place);
    auto writing = isNew ? place.files->write(path, content) : replaceFile(place.files, path, content);
    co_return co_await withDeadline(std::move(writing), clock, askLimit * 2);
}

Task<> ClusterClaims::renew(ClusterClaims *self, ClusterId cluster)
{
    const auto place = self->placeOf(cluster);
    if (!place)
        co_return {}; // nobody else can be seen
    const auto claims = co_await read(self, cluster, *place);
    if (!claims)
        co_return claims.error();
    const ClusterClaim *ruling = rulingClaim(claims->all);
    if (ruling != nullptr && ruling->core != self->m_around.core) {
        self->settle(cluster, ruling->name.isEmpty() ? ruling->core : ruling->name);
        co_return {};
    }
    const Instant taken = ruling == nullptr ? self->m_around.clock.now() : ruling->taken;
    const auto written = co_await write(self, cluster, *place, taken, !claims->hasOurs);
    if (!written)
        co_return written.error();
    if (ruling
        != nullptr) // of a new claim the next reading says whether somebody else was there at the same time
        self->settle(cluster, {});
    co_return {};
}

Task<> ClusterClaims::takeOver(ClusterClaims *self, ClusterId cluster)
{
    const auto place = self->placeOf(cluster);
    if (!place)
        co_return Error(errors::Unreachable,
                        QJsonObject{{u"where"_s, self->m_around.inventory.now().nameOf(cluster)}});
    const auto claims = co_await read(self, cluster, *place);
    if (!claims)
        co_return claims.error();
    Instant taken = self->m_around.clock.now(); // later than any, also where our clock is behind
    for (const ClusterClaim &each : claims->all)
        taken = std::max(taken, each.taken + Duration(1));
    const auto written = co_await write(self, cluster, *place, taken, !claims->hasOurs);
    if (!written)
        co_return written.error();
    const auto after = co_await read(self, cluster, *place);
    if (!after)
        co_return after.error();
    const ClusterClaim *ruling = rulingClaim(after->all);
    if (ruling == nullptr || ruling->core != self->m_around.core)
        co_return Error(errors::Conflict);
    self->settle(cluster, {});
    co_return {};
}

void ClusterClaims::settle(ClusterId id, const QString &managedBy)
{
    const model::Cluster *known = m_around.inventory.now().find(id);
    if (known == nullptr || known->managedBy == managedBy)
        return;
    model::Cluster cluster = *known;
    cluster.managedBy = managedBy;
    m_around.inventory.put(cluster);
    m_around.tell(managedBy.isEmpty() ? u"cluster.claimed"_s : u"cluster.claim-lost"_s, cluster, managedBy);
}

} // namespace core::orchestrator
