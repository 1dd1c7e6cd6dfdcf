// SPDX-License-Identifier: GPL-3.0-or-later
// The contract, kept by the simulated adapter in virtual time.
#include "core/hypervisor/simulated/connector.h"
#include "core/simulation/simulatedclock.h"
#include "tests/core/hypervisor/contract.h"

#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    simulation::SimulatedClock clock;
    simulation::World world({.hosts = 2, .vms = 20}, &clock);
    hypervisor::SimulatedConnector connector(&world, &clock);
    const QString uri = world.topology().hosts.front().uri;
    tests::HypervisorContract contract({
        .open = [&] { return connector.open(hypervisor::Endpoint{.uri = uri}); },
        .advance = [&] { clock.advance(Duration(10)); },
    });
    return QTest::qExec(&contract, argc, argv);
}
