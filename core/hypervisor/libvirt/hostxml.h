// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objects.h"

#include <QByteArray>

/// What libvirt's other descriptions say, as values of the model. Pure.
namespace core::hypervisor::libvirt {

/// Fills id, cpuModel, sockets and hypervisorType of a host from its capabilities. `driver` is libvirt's name of
/// the driver ("QEMU", "Xen", "TEST").
[[nodiscard]] Result<model::Host> parseCapabilities(const QByteArray &xml, const QString &driver);

/// Takes vendor, model and the processor's full name from the host's SMBIOS, where they are said.
[[nodiscard]] Result<void> addSystemInfo(const QByteArray &xml, model::Host &host);

/// Name, type and path; capacity and free of the moment the pool was last refreshed.
[[nodiscard]] Result<model::Datastore> parsePool(const QByteArray &xml);

[[nodiscard]] Result<model::Network> parseNetwork(const QByteArray &xml);

} // namespace core::hypervisor::libvirt
