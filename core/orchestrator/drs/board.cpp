// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/drs/board.h"

#include "core/drs/files.h"
#include "core/model/tree.h"
#include "core/operations/errors.h"
#include "core/orchestrator/drs/measures.h"

#include <QDateTime>
#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

Q_LOGGING_CATEGORY(lcDrs, "vigie.drs")

constexpr Duration askedStays = 10min; ///< what was recommended on request, unless it is overtaken
constexpr Duration failureRests = 30min; ///< before the same VM is tried on the same host again
constexpr size_t largeCluster =
    60'000; ///< machines times hosts: a plan takes longer than the loop may be held
constexpr size_t manyMachines = 2'000; ///< from here on only plans that propose something are written down

bool isBraked(const model::DrsReport &report)
{
    const QString brake = drs::wireName(drs::Obstacle::Brake);
    return std::ranges::any_of(report.faults,
                               [&](const model::DrsFault &fault) { return fault.code == brake; });
}

/// What the cluster may do by itself just now; emptying a host is the affair of who wants it empty.
std::vector<model::DrsRecommendation> automaticOnes(const model::DrsReport &report, int most)
{
    std::vector<model::DrsRecommendation> wanted;
    const QString maintenance = drs::wireName(drs::Reason::HostMaint);
    for (const model::DrsRecommendation &each : report.recommendations) {
        if (each.automatic && each.reason != maintenance && static_cast<int>(wanted.size()) < most)
            wanted.push_back(each);
    }
    return wanted;
}

model::DrsState stateOf(const drs::Decision &decision, const model::DrsReport &report)
{
    if (isBraked(report))
        return model::DrsState::Paused;
    if (decision.isCollecting)
        return model::DrsState::Collecting;
    if (!report.recommendations.empty())
        return model::DrsState::Imbalanced;
    if (decision.isWaiting)
        return model::DrsState::Waiting;
    return report.score > report.target ? model::DrsState::Imbalanced : model::DrsState::Balanced;
}

} // namespace

DrsBoard::DrsBoard(Surroundings around, Settings settings)
    : m_around(around),
      m_settings(std::move(settings)),
      m_history(around.clock, around.store),
      m_dumps(m_settings.dumps),
      m_scope([](const Error &error) { qCWarning(lcDrs) << error.code << error.detail; })
{
    m_around.inventory.observe(
        [this](const model::Change &change, const std::optional<model::Object> &before) {
            noteMove(change, before);
        });
}

void DrsBoard::start()
{
    m_scope.spawn(m_history.load());
    m_timer = m_around.clock.after(m_settings.interval, [this] { tick(); });
}

/// Whoever moves it: soon after, it is left in peace.
void DrsBoard::noteMove(const model::Change &change, const std::optional<model::Object> &before)
{
    if (change.ref.kind == model::Kind::Cluster && !change.object) {
        m_cares.erase(change.ref.as<ClusterId>());
        return;
    }
    if (change.ref.kind != model::Kind::Vm || !before)
        return;
    const auto &was = *std::get<std::shared_ptr<const model::Vm>>(*before);
    if (!change.object)
        m_moved.remove(was.id);
    else if (!(std::get<std::shared_ptr<const model::Vm>>(*change.object)->host == was.host))
        m_moved.insert(was.id, m_around.clock.monotonic());
}

void DrsBoard::tick()
{
    m_timer = m_around.clock.after(m_settings.interval, [this] { tick(); });
    std::erase_if(m_failed,
                  [this](const auto &each) { return std::get<2>(each) <= m_around.clock.monotonic(); });
    std::vector<ClusterId> clusters;
    for (const auto &cluster : m_around.inventory.now().all<model::Cluster>()) {
        if (cluster->drsEnabled && cluster->managedBy.isEmpty()) // else another core decides
            clusters.push_back(cluster->id);
        else
            m_cares.erase(cluster->id);
    }
    for (const ClusterId cluster : clusters)
        m_scope.spawn(look(this, cluster, false, {}));
}

DrsBoard::Question DrsBoard::question(ClusterId cluster, const std::vector<VmId> &also)
{
    const model::Inventory &inventory = m_around.inventory.now();
    Question question{.cluster = cluster,
                      .inventory = inventory,
                      .around = measuresOf(cluster, inventory, m_around.performance, m_around.clock.now())};
    question.around.alsoThese = also;
    const Monotonic now = m_around.clock.monotonic();
    for (auto each = question.around.measures.begin(); each != question.around.measures.end(); ++each) {
        if (const auto moved = m_moved.constFind(each.key()); moved != m_moved.constEnd())
            each->sinceMoveSeconds = static_cast<int>((now - *moved) / 1s);
    }
    for (const auto &[vm, host, until] : m_failed)
        question.excluded.emplace_back(vm, host);
    return question;
}

/// On any thread.
DrsBoard::Answer DrsBoard::answer(Question question)
{
    Compatibility compatibility(question.cluster, question.inventory);
    for (const auto &[vm, host] : question.excluded)
        compatibility.exclude(vm, host);
    question.around.compatible = [&](const model::Vm &vm) { return compatibility.of(vm); };
    Answer answer{.picture = pictureOf(question.cluster, question.inventory, question.around)};
    if (question.threshold)
        answer.picture.instance.config.threshold = *question.threshold;
    const int threshold = answer.picture.instance.config.threshold;
    if (!question.loop)
        answer.decision = {.trigger = drs::Trigger::Request, .instance = answer.picture.instance};
    else if (question.isAtOnce)
        answer.decision = question.loop->lookAtOnce(answer.picture.instance, question.seconds);
    else
        answer.decision = question.loop->look(answer.picture.instance, question.seconds);
    answer.picture.instance = answer.decision.instance;
    drs::Instance planned = answer.decision.instance;
    if (answer.decision.trigger == drs::Trigger::None)
        planned.config.threshold = 1;
    answer.report = reportOf(plan(planned, answer.decision.options), answer.picture, question.inventory);
    answer.report.target = drs::targetOf(threshold, static_cast<int>(answer.report.hosts.size()));
    return answer;
}

Task<DrsBoard::Answer> DrsBoard::ask(DrsBoard *self, Question question)
{
    const model::Inventory &inventory = question.inventory;
    const auto size = static_cast<size_t>(question.around.measures.size())
        * std::max<size_t>(1, hostsUnder(question.cluster, inventory).size());
    if (size < largeCluster)
        co_return answer(std::move(question));
    if (!self->m_lane)
        self->m_lane = std::make_unique<Lane>(1);
    auto job = [question = std::move(question)]() -> Result<Answer> { return answer(question); };
    co_return co_await self->m_lane->run(std::move(job));
}

Task<> DrsBoard::look(DrsBoard *self, ClusterId cluster, bool isAtOnce, QString actor)
{
    Care &care = self->m_cares[cluster];
    if (care.isLooking || care.isMoving) {
        if (isAtOnce)
            co_return Error(core::errors::Busy);
        co_return {};
    }
    care.isLooking = true;
    if (!care.loop)
        care.loop = std::make_shared<drs::Loop>(self->m_settings.loop);
    const Monotonic now = self->m_around.clock.monotonic();
    Question question = self->question(cluster);
    question.loop = care.loop;
    question.isAtOnce = isAtOnce;
    question.seconds = care.lastLook ? static_cast<double>((now - *care.lastLook).count()) / 1'000
                                     : static_cast<double>(self->m_settings.interval.count()) / 1'000;
    care.lastLook = now;
    auto found = co_await ask(self, std::move(question));
    const auto still = self->m_cares.find(cluster); // the cluster may have gone meanwhile
    if (still == self->m_cares.end())
        co_return {};
    still->second.isLooking = false;
    if (!found)
        co_return found.error();
    self->take(cluster, *std::move(found), isAtOnce);
    co_return co_await actAlone(self, cluster, std::move(actor));
}

void DrsBoard::take(ClusterId cluster, Answer answer, bool isAtOnce)
{
    Care &care = m_cares[cluster];
    const Monotonic now = m_around.clock.monotonic();
    answer.report.time = m_around.clock.now();
    answer.report.state = stateOf(answer.decision, answer.report);
    const bool isQuiet =
        answer.decision.trigger == drs::Trigger::None && answer.report.recommendations.empty();
    if (isQuiet && care.asked && now - *care.asked < askedStays) {
        answer.report.recommendations = stillStanding(std::move(care.report.recommendations));
        if (!answer.report.recommendations.empty())
            answer.report.state = model::DrsState::Imbalanced;
    }
    if (isAtOnce)
        care.asked = now;
    const bool braked = isBraked(answer.report);
    const QString name = m_around.inventory.now().nameOf(cluster);
    if (braked && !std::exchange(care.wasBraked, braked))
        m_around.events.raise(u"drs.paused"_s, model::Severity::Alert, cluster, name);
    care.wasBraked = braked;
    if (answer.decision.instance.machines.size() < manyMachines || !answer.report.recommendations.empty()) {
        const QString time = QDateTime::fromMSecsSinceEpoch(answer.report.time->time_since_epoch().count())
                                 .toUTC()
                                 .toString(u"yyyyMMdd'T'hhmmss.zzz"_s);
        m_dumps.write(std::move(answer.decision.instance), time + u'-' + cluster.toString());
    }
    care.report = std::move(answer.report);
}

/// Recommendations whose VMs are where they were.
std::vector<model::DrsRecommendation>
DrsBoard::stillStanding(std::vector<model::DrsRecommendation> recommendations) const
{
    const model::Inventory &inventory = m_around.inventory.now();
    std::erase_if(recommendations, [&](const model::DrsRecommendation &each) {
        return std::ranges::any_of(each.moves, [&](const model::DrsMove &move) {
            const model::Vm *vm = inventory.find(move.vm);
            const model::Host *host = inventory.find(move.to);
            return vm == nullptr || host == nullptr || !(vm->host == move.from)
                || host->state != model::HostState::Connected
                || host->maintenance != model::Maintenance::None;
        });
    });
    return recommendations;
}

Task<> DrsBoard::actAlone(DrsBoard *self, ClusterId cluster, QString actor)
{
    const Care &care = self->m_cares[cluster];
    DrsExecution::Order order{.recommendations =
                                  automaticOnes(care.report, self->m_settings.loop.movesPerLook),
                              .actor = std::move(actor)};
    if (order.recommendations.empty())
        co_return {};
    care.loop->acted();
    co_return co_await carryOut(self, cluster, std::move(order), {}, {});
}

Task<> DrsBoard::carryOut(DrsBoard *self, ClusterId cluster, DrsExecution::Order order,
                          std::function<bool()> stop, std::function<void(double)> progress)
{
    DrsExecution execution({.clock = self->m_around.clock,
                            .inventory = self->m_around.inventory,
                            .tasks = self->m_around.tasks,
                            .onEnd =
                                [self, cluster](const model::DrsHistoryEntry &entry) {
                                    self->m_history.add(cluster, entry);
                                    if (entry.error)
                                        self->m_failed.emplace_back(entry.move.vm, entry.move.to,
                                                                    self->m_around.clock.monotonic()
                                                                        + failureRests);
                                }},
                           std::move(order));
    std::function<bool()> watched = [&execution, stop = std::move(stop), progress = std::move(progress)] {
        if (progress)
            progress(execution.progress());
        return stop && stop();
    };
    self->m_cares[cluster].isMoving = true;
    const auto done = co_await execution.run(std::move(watched));
    const auto still = self->m_cares.find(cluster);
    if (still != self->m_cares.end()) {
        Care &care = still->second;
        care.isMoving = false;
        care.report.recommendations = self->stillStanding(std::move(care.report.recommendations));
    }
    if (done && execution.problem())
        co_return *execution.problem();
    co_return done;
}

Task<> DrsBoard::run(DrsBoard *self, ClusterId cluster, QString actor)
{
    co_return co_await look(self, cluster, true, std::move(actor));
}

Task<> DrsBoard::apply(DrsBoard *self, ClusterId cluster, std::vector<QString> keys, QString actor,
                       std::function<void(double)> progress)
{
    const auto care = self->m_cares.find(cluster);
    if (care == self->m_cares.end())
        co_return Error(operations::errors::RecommendationGone,
                        QJsonObject{{u"key"_s, keys.empty() ? QString() : keys.front()}});
    if (care->second.isMoving)
        co_return Error(core::errors::Busy);
    const auto &known = care->second.report.recommendations;
    for (size_t i = 0; i < keys.size(); ++i) { // those that they wait for are added at the end
        const QString key = keys[i];
        const auto wanted = std::ranges::find(known, key, &model::DrsRecommendation::key);
        if (wanted == known.end())
            co_return Error(operations::errors::RecommendationGone, QJsonObject{{u"key"_s, key}});
        keys.insert(keys.end(), wanted->prerequisites.begin(), wanted->prerequisites.end());
    }
    DrsExecution::Order order{.recommendations = {}, .actor = std::move(actor)};
    for (const model::DrsRecommendation &each : known) {
        if (keys.empty() || std::ranges::find(keys, each.key) != keys.end())
            order.recommendations.push_back(each);
    }
    if (care->second.loop)
        care->second.loop->acted();
    co_return co_await carryOut(self, cluster, std::move(order), {}, std::move(progress));
}

model::DrsReport DrsBoard::report(ClusterId cluster) const
{
    const model::Cluster *known = m_around.inventory.now().find(cluster);
    if (known == nullptr || !known->drsEnabled)
        return {};
    const auto care = m_cares.find(cluster);
    model::DrsReport report =
        care == m_cares.end() ? model::DrsReport{.state = model::DrsState::Collecting} : care->second.report;
    if (report.state == model::DrsState::Off)
        report.state = model::DrsState::Collecting; // not looked at yet
    if (care != m_cares.end() && care->second.isMoving)
        report.state = model::DrsState::Moving;
    if (m_notEnforced)
        report.notEnforced = m_notEnforced(cluster);
    return report;
}

Task<model::DrsReport> DrsBoard::preview(DrsBoard *self, ClusterId cluster, std::optional<int> threshold)
{
    Question question = self->question(cluster);
    question.threshold = threshold;
    const Instant now = self->m_around.clock.now();
    auto found = co_await ask(self, std::move(question));
    if (!found)
        co_return found.error();
    found->report.time = now;
    found->report.state = stateOf(found->decision, found->report);
    co_return std::move(found->report);
}

} // namespace core::orchestrator
