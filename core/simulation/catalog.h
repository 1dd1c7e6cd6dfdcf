// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

/// What simulated things are called and made of.
namespace core::simulation {

struct Hardware {
    int sockets;
    int coresPerSocket;
    int threadsPerCore;
    int mhz;
    int memoryGib;
    const char16_t *cpuModel; ///< one that libvirt knows

    [[nodiscard]] constexpr int logicalCpus() const { return sockets * coresPerSocket * threadsPerCore; }
};
/// Smallest first.
[[nodiscard]] std::span<const Hardware> hardwareTable();

struct VmSize {
    int cpus;
    int memoryMib;
};
/// The more frequent the more often named.
[[nodiscard]] std::span<const VmSize> vmSizes();

struct Site {
    const char16_t *name;
    const char16_t *code;
};
[[nodiscard]] std::span<const Site> sites();

/// What a cluster is for.
struct ClusterRole {
    const char16_t *name; ///< of the cluster and of the folder of its VMs
    const char16_t *code; ///< part of its hosts' names
    std::span<const char16_t *const> vmRoles; ///< first parts of its VMs' names
};
[[nodiscard]] std::span<const ClusterRole> clusterRoles();

/// Second parts of VM names: what the VM serves.
[[nodiscard]] std::span<const char16_t *const> services();
[[nodiscard]] std::span<const char16_t *const> guestSystems();
/// What administrators write on VMs; the first is empty.
[[nodiscard]] std::span<const char16_t *const> notes();

/// What the networks of a cluster are for.
[[nodiscard]] std::span<const char16_t *const> networkPurposes();

} // namespace core::simulation
