// SPDX-License-Identifier: GPL-3.0-or-later
// The contract, kept by the libvirt adapter over libvirt's own test driver.
#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "tests/core/hypervisor/contract.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir state;
    core::hypervisor::LibvirtConnector connector(state.path());
    tests::HypervisorContract contract({.open = [&connector] {
        return connector.open(core::hypervisor::Endpoint{.uri = u"test:///default"_s});
    }});
    return QTest::qExec(&contract, argc, argv);
}
