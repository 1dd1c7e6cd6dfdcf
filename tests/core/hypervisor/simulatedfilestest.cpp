// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of HostFiles, kept by the simulated adapter in virtual time.
#include "core/hypervisor/simulated/connector.h"
#include "core/simulation/simulatedclock.h"
#include "tests/core/hypervisor/filescontract.h"

#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    simulation::SimulatedClock clock;
    simulation::World world({.hosts = 2, .vms = 0}, &clock);
    hypervisor::SimulatedConnector connector(&world, &clock);
    const auto side = [&](HostId host, size_t datastore) {
        return tests::FilesAdapter::Side{.open =
                                             [&connector, uri = u"simulated:///"_s + world.host(host).name] {
                                                 return connector.open(hypervisor::Endpoint{.uri = uri});
                                             },
                                         .directory = world.datastores(host).at(datastore).path};
    };
    tests::HostFilesContract contract({.first = side(world.hosts().front(), 0),
                                       .second = side(world.hosts().back(), 1),
                                       .advance = [&] { clock.advance(Duration(10)); }});
    return QTest::qExec(&contract, argc, argv);
}
