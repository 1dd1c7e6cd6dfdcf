// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/scope.h"
#include "core/hypervisor/hypervisor.h"

#include <QObject>

#include <list>
#include <memory>

namespace core::hypervisor {

namespace libvirt {
struct Link;
}

/// Connections through libvirt: qemu+unix, qemu+tls, qemu+tcp, qemu+ssh, test:///, and what else libvirt drives.
/// Use it on one thread with an event loop. It outlives the tasks of open(), not the hypervisors they made.
class LibvirtConnector : public Connector
{
public:
    /// `stateDirectory` (made when missing, for us alone) holds our known_hosts.
    explicit LibvirtConnector(QString stateDirectory);
    ~LibvirtConnector() override;

    /// Abandoning it does not stop libvirt from trying; a later open() of the same endpoint then waits for that
    /// attempt instead of piling up threads on a daemon that does not answer.
    Task<std::unique_ptr<Hypervisor>> open(Endpoint endpoint) override;

private:
    struct Attempt;
    class Waiter;

    std::shared_ptr<Attempt> attemptFor(const Endpoint &endpoint);
    Task<> drive(std::shared_ptr<Attempt> attempt);
    Task<std::shared_ptr<libvirt::Link>> connect(std::shared_ptr<Attempt> attempt);

    QString m_stateDirectory;
    std::list<std::shared_ptr<Attempt>> m_attempts;
    QObject m_home;
    Scope m_scope{[](const Error &) {}}; // drive() reports through its attempt
};

} // namespace core::hypervisor
