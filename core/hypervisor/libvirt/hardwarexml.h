// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/libvirt/xmltree.h"
#include "core/model/objects.h"

#include <QByteArray>

/// What decides where a VM can run, out of libvirt's descriptions. Pure.
namespace core::hypervisor::libvirt {

/// All that the domain's XML knows; snapshots and checkpoints are not in it.
[[nodiscard]] model::VmHardware vmHardware(const Element &domain);
/// What a disk is besides a disk.
[[nodiscard]] std::vector<model::DiskTrait> diskTraits(const Element &disk);

/// "x86_64"; empty when the capabilities do not say.
[[nodiscard]] QString hostArchitecture(const QByteArray &capabilities);
/// From the host's capabilities: machine types of `architecture`, NUMA nodes, huge pages, microcode.
[[nodiscard]] Result<model::HostHardware> parseHostHardware(const QByteArray &capabilities,
                                                            const QString &architecture);
/// Adds what the capabilities of a domain say: CPU, emulator, firmware, number of CPUs.
[[nodiscard]] Result<void> addDomainCapabilities(const QByteArray &xml, model::HostHardware &hardware);
/// A host that pretends to run these CPU models only.
void limitCpuModels(model::HostCpu &cpu, const std::vector<QString> &models);

} // namespace core::hypervisor::libvirt
