// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/hypervisor/contract.h"

#include "core/hypervisor/errors.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::hypervisor;
using model::PowerState;

namespace tests {

namespace {

constexpr int patienceMs = 30'000;

template <class T>
Task<> drive(Task<T> task, std::optional<Result<T>> *out)
{
    auto result = co_await task;
    out->emplace(std::move(result));
    co_return {};
}

/// The code of a failure; empty for success.
template <class T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

/// For QVERIFY2: why it failed.
template <class T>
QString why(const Result<T> &result)
{
    return result ? QString() : result.error().code + u": "_s + result.error().detail;
}

const model::Vm *find(const std::vector<model::Vm> &vms, VmId id)
{
    const auto found = std::ranges::find(vms, id, &model::Vm::id);
    return found == vms.end() ? nullptr : &*found;
}

} // namespace

HypervisorContract::HypervisorContract(Adapter adapter) : m_adapter(std::move(adapter)) {}

HypervisorContract::~HypervisorContract() = default;

bool HypervisorContract::waitUntil(const std::function<bool()> &condition)
{
    QElapsedTimer passed;
    passed.start();
    while (!condition()) {
        if (passed.hasExpired(patienceMs))
            return false;
        if (m_adapter.advance)
            m_adapter.advance();
        QTest::qWait(m_adapter.advance ? 0 : 2);
    }
    return true;
}

template <class T>
Result<T> HypervisorContract::wait(Task<T> task)
{
    std::optional<Result<T>> out;
    Scope scope([](const Error &) {});
    scope.spawn(drive(std::move(task), &out));
    if (!waitUntil([&out] { return out.has_value(); }))
        return Error(core::errors::Timeout);
    return *std::move(out);
}

PowerState HypervisorContract::stateOf(VmId vm)
{
    const auto now = wait(m_host->vm(vm));
    return now ? now->state : PowerState::Unknown;
}

void HypervisorContract::bringToRunning(VmId vm)
{
    const PowerState state = stateOf(vm);
    if (state == PowerState::Paused)
        QVERIFY(wait(m_host->resume(vm)));
    else if (state != PowerState::Running)
        QVERIFY(wait(m_host->powerOn(vm)));
    QVERIFY(waitUntil([&] { return stateOf(vm) == PowerState::Running; }));
}

void HypervisorContract::init()
{
    auto opened = wait(m_adapter.open());
    QVERIFY2(opened, qPrintable(why(opened)));
    m_host = *std::move(opened);
    const auto vms = wait(m_host->vms());
    QVERIFY2(vms, qPrintable(why(vms)));
    QVERIFY(!vms->empty());
    const auto running = std::ranges::find(*vms, PowerState::Running, &model::Vm::state);
    m_vm = running == vms->end() ? vms->front().id : running->id;
    bringToRunning(m_vm);
}

void HypervisorContract::cleanup()
{
    m_host.reset();
}

void HypervisorContract::aHostTellsItsFacts()
{
    const auto host = wait(m_host->host());
    QVERIFY2(host, qPrintable(why(host)));
    QVERIFY(!host->id.isNull());
    QVERIFY(!host->name.isEmpty());
    QVERIFY(!host->hypervisor.isEmpty());
    QVERIFY(host->logicalCpus > 0);
    QVERIFY(host->cpuMhz > MegaHertz(0));
    QVERIFY(host->memory > Bytes(0));
    QVERIFY(host->hypervisorType != model::HypervisorType::Unknown);
    QVERIFY(wait(m_host->ping()));
}

void HypervisorContract::vmsHaveIdsNamesAndStates()
{
    const auto vms = wait(m_host->vms());
    QVERIFY2(vms, qPrintable(why(vms)));
    QSet<VmId> ids;
    for (const model::Vm &vm : *vms) {
        QVERIFY(!vm.id.isNull());
        QVERIFY(!vm.name.isEmpty());
        QVERIFY(vm.state != PowerState::Unknown);
        QVERIFY(vm.cpuCount > 0);
        QVERIFY(vm.memory > Bytes(0));
        ids.insert(vm.id);
    }
    QCOMPARE(static_cast<size_t>(ids.size()), vms->size());
}

void HypervisorContract::oneVmIsTheSameAsInTheList()
{
    // Asked first: what an adapter learns from looking closer (the size of a disk) the list then has too.
    const auto alone = wait(m_host->vm(m_vm));
    QVERIFY2(alone, qPrintable(why(alone)));
    const auto vms = wait(m_host->vms());
    QVERIFY2(vms, qPrintable(why(vms)));
    const model::Vm *listed = find(*vms, m_vm);
    QVERIFY(listed);
    QCOMPARE(json::toObject(*alone), json::toObject(*listed));
}

void HypervisorContract::whatTheHostDoesNotHaveIsNotFound()
{
    const VmId nobody = VmId::random();
    QCOMPARE(codeOf(wait(m_host->vm(nobody))), QString(core::errors::NotFound.name));
    QCOMPARE(codeOf(wait(m_host->powerOn(nobody))), QString(core::errors::NotFound.name));
    QCOMPARE(codeOf(wait(m_host->suspend(nobody))), QString(core::errors::NotFound.name));
    QCOMPARE(codeOf(wait(m_host->rename(nobody, u"x"_s))), QString(core::errors::NotFound.name));
    QCOMPARE(codeOf(wait(m_host->openScreen(nobody))), QString(core::errors::NotFound.name));
}

void HypervisorContract::offAndOnAgain()
{
    const auto off = wait(m_host->powerOff(m_vm));
    QVERIFY2(off, qPrintable(why(off)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Off; }));
    const auto on = wait(m_host->powerOn(m_vm));
    QVERIFY2(on, qPrintable(why(on)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Running; }));
}

void HypervisorContract::pausedAndResumed()
{
    const auto paused = wait(m_host->pause(m_vm));
    QVERIFY2(paused, qPrintable(why(paused)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Paused; }));
    const auto resumed = wait(m_host->resume(m_vm));
    QVERIFY2(resumed, qPrintable(why(resumed)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Running; }));
}

void HypervisorContract::suspendedToDiskAndPoweredOn()
{
    const auto suspended = wait(m_host->suspend(m_vm));
    QVERIFY2(suspended, qPrintable(why(suspended)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Suspended; }));
    QCOMPARE(codeOf(wait(m_host->resume(m_vm))), QString(core::errors::Conflict.name));
    const auto on = wait(m_host->powerOn(m_vm));
    QVERIFY2(on, qPrintable(why(on)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Running; }));
}

void HypervisorContract::theWrongStateIsAConflict()
{
    const QString conflict = core::errors::Conflict.name;
    QCOMPARE(codeOf(wait(m_host->powerOn(m_vm))), conflict);
    QCOMPARE(codeOf(wait(m_host->resume(m_vm))), conflict);
    QVERIFY(wait(m_host->powerOff(m_vm)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Off; }));
    QCOMPARE(codeOf(wait(m_host->powerOff(m_vm))), conflict);
    QCOMPARE(codeOf(wait(m_host->shutDown(m_vm))), conflict);
    QCOMPARE(codeOf(wait(m_host->reboot(m_vm))), conflict);
    QCOMPARE(codeOf(wait(m_host->reset(m_vm))), conflict);
    QCOMPARE(codeOf(wait(m_host->pause(m_vm))), conflict);
    QCOMPARE(codeOf(wait(m_host->suspend(m_vm))), conflict);
}

void HypervisorContract::renamingNeedsAVmThatIsOff()
{
    const auto before = wait(m_host->vm(m_vm));
    QVERIFY2(before, qPrintable(why(before)));
    QCOMPARE(codeOf(wait(m_host->rename(m_vm, u"another"_s))), QString(core::errors::Unsupported.name));
    QVERIFY(wait(m_host->powerOff(m_vm)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Off; }));
    const QString name = u"renommé & <été>"_s;
    const auto renamed = wait(m_host->rename(m_vm, name));
    if (codeOf(renamed) == core::errors::Unsupported.name)
        QSKIP("the driver cannot rename");
    QVERIFY2(renamed, qPrintable(why(renamed)));
    const auto after = wait(m_host->vm(m_vm));
    QVERIFY2(after, qPrintable(why(after)));
    QCOMPARE(after->name, name);
    QVERIFY(wait(m_host->rename(m_vm, before->name)));
}

void HypervisorContract::changesAreHeardOf()
{
    std::vector<VmId> heard;
    m_host->listen([&heard](const HostEvent &event) {
        if (const auto *changed = std::get_if<VmChanged>(&event))
            heard.push_back(changed->vm);
    });
    QVERIFY(wait(m_host->pause(m_vm)));
    QVERIFY(waitUntil([&] { return std::ranges::find(heard, m_vm) != heard.end(); }));
    heard.clear();
    QVERIFY(wait(m_host->resume(m_vm)));
    QVERIFY(waitUntil([&] { return std::ranges::find(heard, m_vm) != heard.end(); }));
    m_host->listen({});
}

void HypervisorContract::eventsNeverComeFromInsideACall()
{
    bool inside = false;
    bool wrong = false;
    int events = 0;
    m_host->listen([&](const HostEvent &) {
        wrong = wrong || inside;
        ++events;
    });
    std::optional<Result<void>> out;
    Scope scope([](const Error &) {});
    inside = true;
    scope.spawn(drive(m_host->pause(m_vm), &out));
    inside = false;
    QVERIFY(waitUntil([&] { return out.has_value() && events > 0; }));
    QVERIFY(!wrong);
    m_host->listen({});
}

void HypervisorContract::aListenerThatIsTakenAwayHearsNothing()
{
    int events = 0;
    m_host->listen([&events](const HostEvent &) { ++events; });
    m_host->listen({});
    QVERIFY(wait(m_host->pause(m_vm)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Paused; }));
    QCOMPARE(events, 0);
}

void HypervisorContract::aSampleHoldsTheRunningVms()
{
    const auto sample = wait(m_host->sample());
    QVERIFY2(sample, qPrintable(why(sample)));
    QVERIFY(std::ranges::find(sample->vms, m_vm, &model::VmSample::vm) != sample->vms.end());
    QVERIFY(wait(m_host->powerOff(m_vm)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Off; }));
    const auto without = wait(m_host->sample());
    QVERIFY2(without, qPrintable(why(without)));
    QVERIFY(std::ranges::find(without->vms, m_vm, &model::VmSample::vm) == without->vms.end());
}

void HypervisorContract::aVmThatWasStartedTellsSinceWhen()
{
    QVERIFY(wait(m_host->powerOff(m_vm)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Off; }));
    const auto off = wait(m_host->sample());
    QVERIFY2(off, qPrintable(why(off)));
    QVERIFY(wait(m_host->powerOn(m_vm)));
    QVERIFY(waitUntil([this] { return stateOf(m_vm) == PowerState::Running; }));
    const auto on = wait(m_host->sample());
    QVERIFY2(on, qPrintable(why(on)));
    const auto vm = std::ranges::find(on->vms, m_vm, &model::VmSample::vm);
    QVERIFY(vm != on->vms.end());
    QVERIFY(vm->uptime);
    QVERIFY(*vm->uptime >= Duration::zero());
    QVERIFY(*vm->uptime <= on->time - off->time + std::chrono::seconds(1)); // the kernel counts in steps
}

void HypervisorContract::countersDoNotFall()
{
    const auto first = wait(m_host->sample());
    const auto second = wait(m_host->sample());
    QVERIFY2(first, qPrintable(why(first)));
    QVERIFY2(second, qPrintable(why(second)));
    QVERIFY(second->time >= first->time);
    QVERIFY(!first->host.cpuBusy || *second->host.cpuBusy >= *first->host.cpuBusy);
    QVERIFY(!first->host.cpuTotal || *second->host.cpuTotal >= *first->host.cpuTotal);
    for (const model::VmSample &before : first->vms) {
        const auto after = std::ranges::find(second->vms, before.vm, &model::VmSample::vm);
        if (after != second->vms.end() && before.cpuTime)
            QVERIFY(*after->cpuTime >= *before.cpuTime);
    }
}

void HypervisorContract::datastoresAndNetworksHaveNames()
{
    const auto datastores = wait(m_host->datastores());
    QVERIFY2(datastores, qPrintable(why(datastores)));
    for (const model::Datastore &datastore : *datastores) {
        QVERIFY(!datastore.name.isEmpty());
        QVERIFY(!datastore.type.isEmpty());
        QVERIFY(datastore.capacity >= datastore.free);
    }
    const auto networks = wait(m_host->networks());
    QVERIFY2(networks, qPrintable(why(networks)));
    for (const model::Network &network : *networks)
        QVERIFY(!network.name.isEmpty());
}

void HypervisorContract::aScreenIsADescriptorOrAReason()
{
    const auto screen = wait(m_host->openScreen(m_vm));
    if (screen)
        QVERIFY(screen->get() >= 0);
    else
        QCOMPARE(screen.error().code, QString(core::hypervisor::errors::NoScreen.name));
}

void HypervisorContract::anAbandonedCallIsHarmless()
{
    {
        std::optional<Result<std::vector<model::Vm>>> out;
        Scope scope([](const Error &) {});
        scope.spawn(drive(m_host->vms(), &out));
    }
    const auto after = wait(m_host->ping());
    QVERIFY2(after, qPrintable(why(after)));
}

void HypervisorContract::aHostIsDestroyedWithCallsUnderWay()
{
    std::optional<Result<std::vector<model::Vm>>> out;
    Scope scope([](const Error &) {});
    scope.spawn(drive(m_host->vms(), &out));
    m_host.reset();
    auto again = wait(m_adapter.open());
    QVERIFY2(again, qPrintable(why(again)));
    const auto alive = wait((*again)->ping());
    QVERIFY2(alive, qPrintable(why(alive)));
    QVERIFY(!out); // nobody is left to answer
}

} // namespace tests
