// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/scope.h"
#include "core/hypervisor/hypervisor.h"

#include <QObject>

#include <functional>

namespace tests {

/// One adapter under the contract: how to reach a host of its own with at least one running VM on it.
struct Adapter {
    std::function<core::Task<std::unique_ptr<core::hypervisor::Hypervisor>>()> open;
    /// Called again and again while the suite waits: lets a virtual clock run. May be empty.
    std::function<void()> advance;
};

/// What every adapter of the port keeps. An adapter's own test runs it:
/// `tests::HypervisorContract contract(adapter); return QTest::qExec(&contract, argc, argv);`
class HypervisorContract : public QObject
{
    Q_OBJECT

public:
    explicit HypervisorContract(Adapter adapter);
    ~HypervisorContract() override;

private Q_SLOTS:
    void init();
    void cleanup();

    void aHostTellsItsFacts();
    void vmsHaveIdsNamesAndStates();
    void oneVmIsTheSameAsInTheList();
    void whatTheHostDoesNotHaveIsNotFound();
    void offAndOnAgain();
    void pausedAndResumed();
    void suspendedToDiskAndPoweredOn();
    void theWrongStateIsAConflict();
    void renamingNeedsAVmThatIsOff();
    void changesAreHeardOf();
    void eventsNeverComeFromInsideACall();
    void aListenerThatIsTakenAwayHearsNothing();
    void aSampleHoldsTheRunningVms();
    void aVmThatWasStartedTellsSinceWhen();
    void countersDoNotFall();
    void datastoresAndNetworksHaveNames();
    void aScreenIsADescriptorOrAReason();
    void anAbandonedCallIsHarmless();
    void aHostIsDestroyedWithCallsUnderWay();

private:
    template <class T>
    core::Result<T> wait(core::Task<T> task);
    bool waitUntil(const std::function<bool()> &condition);
    core::model::PowerState stateOf(core::VmId vm);
    void bringToRunning(core::VmId vm);

    Adapter m_adapter;
    std::unique_ptr<core::hypervisor::Hypervisor> m_host;
    core::VmId m_vm; ///< running at the start of each test
};

} // namespace tests
