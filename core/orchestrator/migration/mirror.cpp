// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/mirror.h"

#include "core/async/deadline.h"
#include "core/orchestrator/errors.h"

#include <algorithm>
#include <chrono>

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

using model::StepState;

constexpr auto callLimit = 30s;
constexpr auto askLimit = 10s;
constexpr auto lookEvery = 200ms;
constexpr auto silenceLimit = 3min;

/// Of the whole: what comes before and after the copying takes moments.
constexpr double copyBegins = 0.05;
constexpr double copyShare = 0.85;

std::vector<model::TaskStep> steps()
{
    return {{.code = u"migration.datastore-validated"_s, .parameters = {}},
            {.code = u"migration.disks-mirrored"_s, .parameters = {}},
            {.code = u"migration.disks-switched"_s, .parameters = {}},
            {.code = u"migration.files-deleted"_s, .parameters = {}}};
}

} // namespace

MirrorMigration::MirrorMigration(operations::MigrateVm operation, OperationContext context)
    : MigrationJourney(operation, context, steps(), filesCost)
{}

Task<> MirrorMigration::run()
{
    auto beginning = isCarriedOn() ? carryOn() : begin();
    if (const auto ready = co_await beginning; !ready)
        co_return ready.error();
    if (!hasBegun(Deleted)) {
        if (const auto mirrored = co_await mirror(); !mirrored)
            co_return mirrored.error();
        if (const auto switched = co_await switchAll(); !switched)
            co_return switched.error();
    }
    co_return co_await deleteSources();
}

Task<> MirrorMigration::begin()
{
    if (const auto admitted = co_await room(); !admitted)
        co_return admitted.error();
    MigrationJourney::begin(Validated);
    if (const auto planned = co_await planFor(Mirrored); !planned)
        co_return copyFailure(planned.error());
    if (m_plan.isEmpty())
        co_return failure(errors::MigrationFailed, {}, u"no disk has anywhere to go"_s);
    m_steps[Validated].parameters.insert(u"datastore"_s, targetName());
    end(Validated, StepState::Done);
    MigrationJourney::begin(Mirrored);
    if (const auto kept = co_await m_context.keep(); !kept)
        co_return kept.error();
    if (const auto prepared = co_await m_courier.prepare(m_plan); !prepared)
        co_return copyFailure(prepared.error());
    co_return {};
}

/// Once the host answers, what it shows is where it goes on from.
Task<> MirrorMigration::carryOn()
{
    readPlan(Mirrored);
    if (!hasBegun(Mirrored))
        co_return Error(operations::errors::Interrupted); // nothing was asked of the host
    const Monotonic late = m_context.clock().monotonic() + silenceLimit;
    for (;;) {
        const auto seen = co_await look(m_from, true);
        if (seen->answers)
            break;
        if (m_context.clock().monotonic() >= late)
            co_return failure(errors::OutcomeUnknown, QJsonObject{{u"host"_s, m_fromName}});
        co_await sleepFor(&m_context.clock(), lookEvery);
    }
    // The core may have been killed before it made them.
    const auto made = co_await m_courier.prepareAgain(m_plan);
    if (!made)
        co_return copyFailure(made.error());
    co_return {};
}

Task<MirrorMigration::Look> MirrorMigration::lookAtDisks()
{
    const auto host = m_context.hypervisorOn(m_from);
    if (!host)
        co_return host.error();
    const auto copies = co_await withDeadline((*host)->diskCopies(m_vm.id), &m_context.clock(), askLimit);
    if (!copies)
        co_return copies.error();
    const auto vm = co_await withDeadline((*host)->vm(m_vm.id), &m_context.clock(), askLimit);
    if (!vm)
        co_return vm.error();
    Look seen;
    for (const FileMove &file : m_plan.files) {
        const auto disk = std::ranges::find(vm->disks, file.disk, &model::VmDisk::target);
        const auto copy = std::ranges::find(*copies, file.disk, &hypervisor::DiskCopy::disk);
        if (disk != vm->disks.end() && disk->source == file.to) {
            seen.disks.push_back(Progress::Moved);
        } else if (copy == copies->end()) {
            seen.disks.push_back(Progress::Untouched);
        } else {
            seen.disks.push_back(copy->isReady ? Progress::Ready : Progress::Copying);
            seen.total += copy->total;
            seen.copied += copy->copied;
        }
    }
    co_return seen;
}

/// What was left in the place of a copy that is no longer made is of no use.
Task<> MirrorMigration::startMissing()
{
    const auto seen = co_await lookAtDisks();
    if (!seen)
        co_return seen.error();
    for (size_t i = 0; i < m_plan.files.size(); ++i) {
        const FileMove &file = m_plan.files[i];
        if (seen->disks[i] != Progress::Untouched)
            continue;
        const auto host = m_context.hypervisorOn(m_from);
        if (!host)
            co_return host.error();
        if (isCarriedOn())
            co_await withDeadline((*host)->files().remove(file.to), &m_context.clock(), callLimit);
        const hypervisor::DiskPlace place{.disk = file.disk, .path = file.to, .format = file.format};
        const auto started =
            co_await withDeadline((*host)->startDiskCopy(m_vm.id, place), &m_context.clock(), callLimit);
        if (!started)
            co_return started.error();
    }
    co_return {};
}

Task<> MirrorMigration::mirror()
{
    m_context.cancellable(true);
    auto mirrored = co_await startMissing();
    if (mirrored)
        mirrored = co_await follow();
    m_context.cancellable(false);
    if (mirrored) {
        end(Mirrored, StepState::Done);
        co_return {};
    }
    if (const auto given = co_await giveUp(); !given)
        co_return given.error(); // some disks are switched, or nobody knows
    co_return co_await takenBack(copyFailure(mirrored.error()));
}

/// Until every disk is the same in both places.
Task<> MirrorMigration::follow()
{
    std::optional<Monotonic> silentSince;
    for (;;) {
        if (m_context.cancelRequested())
            co_return Error(core::errors::Cancelled);
        const auto seen = co_await lookAtDisks();
        const Monotonic now = m_context.clock().monotonic();
        if (!seen) {
            silentSince = silentSince.value_or(now);
            if (seen.error().is(core::errors::NotFound) || now - *silentSince >= silenceLimit)
                co_return seen.error();
            co_await sleepFor(&m_context.clock(), lookEvery);
            continue;
        }
        silentSince.reset();
        if (std::ranges::find(seen->disks, Progress::Untouched) != seen->disks.end())
            co_return Error(core::errors::Conflict, u"the hypervisor ended the copy of a disk"_s);
        m_figures.diskTotal = seen->total;
        m_figures.diskCopied = seen->copied;
        m_context.migration(m_figures);
        if (seen->total.count() > 0)
            m_context.progress(copyBegins + copyShare * (seen->copied / seen->total));
        if (std::ranges::find(seen->disks, Progress::Copying) == seen->disks.end())
            co_return {};
        co_await sleepFor(&m_context.clock(), lookEvery);
    }
}

/// An error when one of the disks is switched over already: then no copy may be taken back.
Task<> MirrorMigration::giveUp()
{
    const Monotonic late = m_context.clock().monotonic() + silenceLimit;
    for (;;) {
        const auto seen = co_await lookAtDisks();
        const bool isGone = !seen && seen.error().is(core::errors::NotFound);
        if (isGone)
            co_return failure(errors::VmGone);
        if (seen) {
            bool isOver = true;
            for (size_t i = 0; i < m_plan.files.size(); ++i) {
                if (seen->disks[i] == Progress::Moved)
                    co_return failure(errors::HalfSwitched,
                                      QJsonObject{{u"disks"_s, QJsonArray{m_plan.files[i].disk}}});
                if (seen->disks[i] == Progress::Untouched)
                    continue;
                isOver = false;
                if (const auto host = m_context.hypervisorOn(m_from))
                    co_await withDeadline((*host)->endDiskCopy(m_vm.id, m_plan.files[i].disk),
                                          &m_context.clock(), callLimit);
            }
            if (isOver)
                co_return {};
        }
        if (m_context.clock().monotonic() >= late)
            co_return failure(errors::OutcomeUnknown, QJsonObject{{u"host"_s, m_fromName}});
        co_await sleepFor(&m_context.clock(), lookEvery);
    }
}

/// All at once, as nearly as it can be. When it is done counts, not what the calls say.
Task<> MirrorMigration::switchAll()
{
    MigrationJourney::begin(Switched);
    if (const auto kept = co_await m_context.keep(); !kept)
        co_return kept.error();
    const Monotonic began = m_context.clock().monotonic();
    for (;;) {
        const auto seen = co_await lookAtDisks();
        bool isDone = static_cast<bool>(seen);
        bool isLost = false;
        for (size_t i = 0; seen && i < m_plan.files.size(); ++i) {
            isDone = isDone && seen->disks[i] == Progress::Moved;
            isLost = isLost || seen->disks[i] == Progress::Untouched;
            const auto host = m_context.hypervisorOn(m_from);
            if (seen->disks[i] == Progress::Ready && host)
                co_await withDeadline((*host)->switchDisk(m_vm.id, m_plan.files[i].disk), &m_context.clock(),
                                      callLimit);
        }
        const Monotonic now = m_context.clock().monotonic();
        if (isDone) {
            const qint64 lasted = (now - began).count();
            if (const auto arrived = co_await arrive(); !arrived)
                co_return arrived.error();
            end(Switched, StepState::Done, QJsonObject{{u"durationMs"_s, lasted}});
            co_return {};
        }
        if (isLost || now - began >= silenceLimit) {
            const auto given = co_await giveUp();
            if (!given)
                co_return given.error();
            co_return co_await takenBack(
                copyFailure(Error(core::errors::Conflict, u"the hypervisor ended the copy of a disk"_s)));
        }
        if (!seen)
            co_await sleepFor(&m_context.clock(), lookEvery);
    }
}

Task<> MirrorMigration::deleteSources()
{
    MigrationJourney::begin(Deleted);
    if (const auto kept = co_await m_context.keep(); !kept)
        co_return kept.error();
    if (const auto removed = co_await removeSources(); !removed)
        co_return removed.error();
    const bool hasMore =
        m_vm.hardware && (!m_vm.hardware->nvram.isEmpty() || m_vm.hardware->has(model::VmTrait::Tpm));
    end(Deleted, StepState::Done, hasMore ? QJsonObject{{u"kept"_s, true}} : QJsonObject());
    co_return {};
}

} // namespace core::orchestrator
