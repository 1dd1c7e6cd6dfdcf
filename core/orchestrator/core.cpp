// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/core.h"

#include "core/orchestrator/administration.h"
#include "core/orchestrator/perform.h"
#include "core/orchestrator/standardalarms.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcCore, "vigie.core")

namespace core::orchestrator {

namespace {

constexpr auto answersSavedEvery = 1min; ///< how exact "last seen" is after a crash
bool isOfHost(model::Kind kind)
{
    return kind == model::Kind::Host || kind == model::Kind::Vm || kind == model::Kind::Datastore
        || kind == model::Kind::Network;
}

} // namespace

Core::Core(Clock &clock, hypervisor::Connector &connector, persistence::Store &store, Settings settings)
    : m_clock(clock),
      m_connector(connector),
      m_store(store),
      m_settings(std::move(settings)),
      m_journal(clock, store),
      m_events(clock, m_journal, m_inventory),
      m_alarmKeeper(clock, store),
      m_notifications(store, m_settings.vault),
      m_actions(surroundingsOfActions()),
      m_alarms(clock, m_inventory),
      m_tasks(clock, store, m_journal, m_inventory,
              [this](operations::OperationRequest request, TaskId task) {
                  return perform(this, std::move(request), task);
              }),
      m_performance(clock, m_inventory, m_settings.sampleInterval),
      m_historian(clock, store, m_performance),
      m_drs({clock, m_inventory, m_tasks, m_performance, m_events, store}, m_settings.drs),
      m_enforcement(clock, m_inventory),
      m_departures(clock, m_inventory, m_homes),
      m_scope([](const Error &error) { qCWarning(lcCore) << error.code << error.detail; })
{
    m_inventory.observe([this](const model::Change &change, const auto &) {
        if (!m_loading)
            remember(change);
        if (m_listener != nullptr)
            m_listener->inventoryChanged(change);
    });
    m_events.setFindCause([this](const model::ObjectRef &object) { return m_tasks.causeFor(object); });
    m_events.setListener([this](const model::Event &event) {
        if (m_listener != nullptr)
            m_listener->eventRaised(event);
        m_alarms.happened(event);
    });
    m_journal.setListener([this](const auto &failure) { databaseFailing(failure); });
    joinAlarms();
    m_tasks.setListener([this](const model::Task &task) {
        if (task.state == model::TaskState::Failed)
            m_events.raise(u"task.failed"_s, model::Severity::Warning, task.target, task.targetName,
                           QJsonObject{{u"operation"_s, task.operation}}, Cause{task.initiatedBy, task.id});
        if (m_listener != nullptr)
            m_listener->taskChanged(task);
    });
    m_departures.setLookAt([this](HostId host, VmId vm) {
        if (HostWatch *found = watch(host))
            found->lookAt(vm);
    });
    m_departures.setIsLookedAt([this](VmId vm) {
        return std::ranges::any_of(m_watches, [&](const auto &each) { return each->isLookingAt(vm); });
    });
    m_drs.setNotEnforced([this](ClusterId cluster) { return m_enforcement.withoutControl(cluster); });
    m_enforcement.setHypervisorOf([this](HostId host) {
        const HostWatch *found = watch(host);
        return found == nullptr ? nullptr : found->hypervisor();
    });
    m_performance.setIntervalSetter([this](HostId host, Duration interval) {
        if (HostWatch *found = watch(host))
            found->setSampleInterval(interval);
    });
    m_performance.setListener([this](const std::vector<model::Load> &loads) {
        m_alarms.take(loads);
        if (m_listener != nullptr)
            m_listener->loadsChanged(loads);
    });
}

Core::~Core() = default;

Task<> Core::start(InitialInventory initial)
{
    const auto stored = co_await m_store.open();
    if (!stored)
        co_return stored.error();
    auto alarms = co_await m_alarmKeeper.load();
    if (!alarms)
        co_return alarms.error();
    m_alarms.restore(*std::move(alarms));
    if (const auto loaded = co_await m_notifications.load(); !loaded)
        co_return loaded.error();
    takeIn(*stored);
    m_loading = false;
    for (const model::Object &object : basicAdministration(m_settings.user, m_inventory.now()))
        m_inventory.apply({refOf(object), object});
    for (const model::Object &object : standardAlarms(m_inventory.now()))
        m_inventory.apply({refOf(object), object});
    m_alarms.forgetOrphans();
    takeIn(initial);
    for (const model::Alarm &alarm : m_alarms.triggered())
        m_actions.resume(alarm);
    m_events.setWatching(true);
    m_historian.start();
    for (const model::Task &task : m_tasks.adopt(stored->tasks))
        m_events.raise(u"task.failed"_s, model::Severity::Warning, task.target, task.targetName,
                       QJsonObject{{u"operation"_s, task.operation}}, Cause{task.initiatedBy, task.id});
    m_events.raise(u"core.started"_s, model::Severity::Info, {}, {});
    std::vector<model::Host> hosts; // the watches change the table
    for (const auto &host : m_inventory.now().all<model::Host>()) {
        if (host->state != model::HostState::Disconnected)
            hosts.push_back(*host);
    }
    for (const model::Host &host : hosts)
        addWatch(host, endpointOf(host));
    if (const auto claiming = co_await beginClaims(this); !claiming)
        co_return claiming.error();
    m_drs.start();
    m_enforcement.start();
    m_tasks.carryOn();
    rememberLastAnswers();
    co_return {};
}

/// What hosts told an earlier life of the core is old until they tell it again. Hosts come before their VMs.
void Core::takeIn(const persistence::Stored &stored)
{
    m_events.continueAfter(stored.lastEvent);
    stored.inventory.forEach([this](const model::Object &object) {
        if (!m_settings.keepHosts && isOfHost(refOf(object).kind))
            return;
        if (const auto *host = std::get_if<std::shared_ptr<const model::Host>>(&object)) {
            model::Host copy = **host;
            if (copy.state != model::HostState::Disconnected)
                copy.state = model::HostState::Connecting;
            m_inventory.put(std::move(copy));
        } else if (const auto *vm = std::get_if<std::shared_ptr<const model::Vm>>(&object)) {
            model::Vm copy = **vm;
            const model::Host *owner = m_inventory.now().find(copy.host);
            if (!copy.stale && owner != nullptr)
                copy.lastSeen = owner->lastSeen;
            copy.stale = true;
            m_inventory.put(std::move(copy));
        } else {
            m_inventory.apply({refOf(object), object});
        }
    });
}

void Core::takeIn(const InitialInventory &initial)
{
    for (const model::Object &object : initial.objects) {
        if (!m_inventory.now().contains(refOf(object)))
            m_inventory.apply({refOf(object), object});
    }
    for (const InitialHost &each : initial.hosts) {
        model::Host host = each.host;
        if (host.id.isNull()) // until it says its own
            host.id = provisionalId(host.uri);
        const auto &known = m_inventory.now().all<model::Host>();
        const auto same =
            std::ranges::find_if(known, [&](const auto &other) { return other->uri == host.uri; });
        if (same != known.end() && each.host.id.isNull())
            host.id = (*same)->id;
        if (each.capacity)
            m_capacities.insert(host.id, *each.capacity);
        if (const model::Host *before = m_inventory.now().find(host.id)) {
            host = *before; // a lab's sockets may have moved
            host.uri = each.host.uri;
            host.peerUri = each.host.peerUri;
            host.migrationUri = each.host.migrationUri;
        } else {
            host.state = model::HostState::Connecting;
        }
        m_inventory.put(std::move(host));
    }
    m_homes = initial.homes;
}

/// A core has an id of its own from its first start on: others know it by that.
Task<> Core::beginClaims(Core *self)
{
    const QString key = u"core/id"_s;
    if (self->m_settings.name.isEmpty())
        co_return {};
    const auto kept = co_await self->m_store.secrets(key);
    if (!kept)
        co_return kept.error();
    QByteArray id = kept->value(key);
    if (id.isEmpty()) {
        id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        if (const auto saved = co_await self->m_store.saveSecret(key, id); !saved)
            co_return saved.error();
    }
    self->m_claims = std::make_unique<ClusterClaims>(ClusterClaims::Surroundings{
        .clock = self->m_clock,
        .inventory = self->m_inventory,
        .core = QString::fromLatin1(id),
        .name = self->m_settings.name,
        .files = [self](HostId host) -> std::shared_ptr<hypervisor::HostFiles> {
            HostWatch *found = self->watch(host);
            const auto connection = found == nullptr ? nullptr : found->hypervisor();
            return connection ? hypervisor::filesOf(connection) : nullptr;
        },
        .tell =
            [self](const QString &code, const model::Cluster &cluster, const QString &by) {
                self->m_events.raise(code, model::Severity::Warning, cluster.id, cluster.name,
                                     QJsonObject{{u"by"_s, by}});
            }});
    self->m_claims->start();
    co_return {};
}

Task<> Core::flush()
{
    rememberLastAnswers();
    return flush(this);
}

Task<> Core::flush(Core *self)
{
    const auto written = co_await self->m_journal.flush();
    const auto kept = co_await self->m_alarmKeeper.flush();
    co_return written ? kept : written;
}

/// What a task has changed is in the database before the task is done: a crash right after must not undo it.
Task<> Core::perform(Core *self, operations::OperationRequest request, TaskId task)
{
    auto done = co_await performRequest(std::move(request), OperationContext(*self, task));
    if (!done)
        co_return done;
    co_return co_await self->m_journal.flush();
}

void Core::remember(const model::Change &change)
{
    if (m_settings.keepHosts || !isOfHost(change.ref.kind))
        m_journal.add(withLastAnswer(change));
}

/// Should we be gone when a connected host is next asked, this is when it was last seen.
model::Change Core::withLastAnswer(model::Change change)
{
    const auto *host =
        change.object ? std::get_if<std::shared_ptr<const model::Host>>(&*change.object) : nullptr;
    const HostWatch *found = host == nullptr ? nullptr : watch((*host)->id);
    if (found == nullptr || (*host)->state != model::HostState::Connected)
        return change;
    model::Host kept = **host;
    kept.lastSeen = found->lastAnswer();
    change.object = std::make_shared<const model::Host>(std::move(kept));
    return change;
}

/// While a host is connected nobody else needs to know when it last answered.
void Core::rememberLastAnswers()
{
    for (const auto &host : m_inventory.now().all<model::Host>()) {
        if (host->state == model::HostState::Connected)
            remember({host->id, host});
    }
    m_answersTimer = m_clock.after(answersSavedEvery, [this] { rememberLastAnswers(); });
}

hypervisor::Endpoint Core::endpointOf(const model::Host &host) const
{
    hypervisor::Endpoint endpoint{.uri = host.uri};
    if (const auto capacity = m_capacities.constFind(host.id); capacity != m_capacities.constEnd())
        endpoint.capacity = *capacity;
    return endpoint;
}

HostWatch *Core::watch(HostId host)
{
    const auto found =
        std::ranges::find_if(m_watches, [&](const auto &each) { return each->host() == host; });
    return found == m_watches.end() ? nullptr : found->get();
}

void Core::addWatch(const model::Host &host, hypervisor::Endpoint endpoint,
                    std::unique_ptr<hypervisor::Hypervisor> opened)
{
    HostWatch::Surroundings around{
        .clock = m_clock,
        .connector = m_connector,
        .inventory = m_inventory,
        .homes = m_homes,
        .onSample = [this](HostId id, const model::Sample &sample) { m_performance.take(id, sample); },
        .onId = [this](HostId was, HostId is) { rename(was, is); },
        .onGone = [this](HostId at, VmId vm) { m_departures.left(at, vm); },
        .onCopy = [this](HostId at, VmId vm) { m_departures.copySeen(at, vm); },
        .onMigration = [this](HostId at,
                              const hypervisor::HostEvent &event) { m_migrations.heard(at, event); },
        .isMigrating = [this](VmId vm) { return m_migrations.isUnderWay(vm); }};
    auto &watch = m_watches.emplace_back(
        std::make_unique<HostWatch>(host.id, std::move(endpoint), std::move(around), m_settings.watch));
    watch->setSampleInterval(m_settings.sampleInterval);
    watch->start(std::move(opened));
}

Task<model::Vm> Core::readVm(VmId vm)
{
    return readVm(this, vm);
}

/// The watch may be gone when the answer comes, so it is looked up again.
Task<model::Vm> Core::readVm(Core *self, VmId id)
{
    const model::Vm *vm = self->m_inventory.now().find(id);
    if (vm == nullptr)
        co_return Error(errors::NotFound, QJsonObject{{u"what"_s, id.toString()}});
    const QString where = self->m_inventory.now().nameOf(vm->host);
    HostWatch *asked = self->watch(vm->host);
    const auto connection = asked == nullptr ? nullptr : asked->hypervisor();
    if (!connection)
        co_return Error(errors::Unreachable, QJsonObject{{u"where"_s, where}});
    const quint64 reading = asked->beginReading();
    auto read = co_await withDeadline(connection->vm(id), &self->m_clock, self->m_settings.watch.readLimit);
    const auto still = std::ranges::find_if(
        self->m_watches, [&](const auto &each) { return each->hypervisor() == connection; });
    if (still == self->m_watches.end())
        co_return Error(errors::Unreachable, QJsonObject{{u"where"_s, where}});
    (*still)->took(id, reading, read);
    co_return read;
}

void Core::removeWatch(HostId id)
{
    if (HostWatch *found = watch(id))
        found->leave();
    std::erase_if(m_watches, [&](const auto &each) { return each->host() == id; });
}

void Core::rename(HostId was, HostId is)
{
    if (const auto capacity = m_capacities.constFind(was); capacity != m_capacities.constEnd())
        m_capacities.insert(is, *capacity);
}

} // namespace core::orchestrator
