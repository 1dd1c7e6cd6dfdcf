// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objects.h"

#include <QByteArray>

/// libvirt's domain XML as a model::Vm. Pure: no connection, no clock.
namespace core::hypervisor::libvirt {

/// What libvirt says of a domain outside its XML, in libvirt's own numbers.
struct DomainState {
    int state = 0; ///< virDomainState
    int reason = 0; ///< its reason, by state
    bool managedSave = false;
    bool persistent = true;
    bool autostart = false;
    bool hasSnapshots = false;
    bool hasCheckpoints = false;
};

/// All that the XML knows: everything but state, persistence and autostart. A disk's capacity is not in it.
[[nodiscard]] Result<model::Vm> parseDomain(const QByteArray &xml);

/// A saved memory image makes an inactive domain suspended; a crash is told from a shutdown by the reason.
[[nodiscard]] model::PowerState powerState(const DomainState &state);

/// The place of the VNC display among the domain's graphics (libvirt's index), and whether there is one.
struct Screen {
    unsigned index = 0;
    QString socket; ///< path, when it listens on one
    QString address; ///< otherwise where it listens,
    int port = 0; ///< -1 or 0: not open
};
[[nodiscard]] Result<std::optional<Screen>> parseScreen(const QByteArray &xml);

} // namespace core::hypervisor::libvirt
