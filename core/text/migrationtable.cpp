// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"

#include <QCoreApplication>

#include <array>

/// What speaks against a migration or a CPU level: what, where, why and what to do. One row for each code of
/// core/migration/errors.h.
namespace core::text {

namespace {

constexpr std::array table{
    Sentence{
        "migration.nothing-to-do", "vm host",
        QT_TRANSLATE_NOOP(
            "Text", "“%1” is already on the host “%2”. Choose another host, or a datastore for its disks.")},
    Sentence{
        "migration.disks-already-there", "vm",
        QT_TRANSLATE_NOOP(
            "Text", "The disks of “%1” are already there. Choose another datastore, or another format.")},
    Sentence{
        "migration.no-destination", "vm",
        QT_TRANSLATE_NOOP("Text", "No destination is given for “%1”. Choose a host, a datastore or both.")},
    Sentence{
        "migration.state-unknown", "vm host",
        QT_TRANSLATE_NOOP(
            "Text",
            "It is not known whether “%1” runs: “%2” has not told its state. Wait until the host answers.")},
    Sentence{"migration.suspended", "vm",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” is suspended, and its saved memory fits its present host only. Resume "
                               "it or power it off first.")},
    Sentence{
        "migration.running-but-cold", "vm",
        QT_TRANSLATE_NOOP(
            "Text", "“%1” is powered on, so it cannot move cold. Power it off first, or migrate it live.")},
    Sentence{
        "migration.off-but-live", "vm",
        QT_TRANSLATE_NOOP(
            "Text",
            "“%1” is powered off: there is nothing to migrate live. Power it on first, or migrate it cold.")},
    Sentence{"migration.not-persistent", "vm",
             QT_TRANSLATE_NOOP(
                 "Text", "“%1” has no definition that outlives it, so it cannot move while it is off.")},
    Sentence{"migration.disk-unknown", "vm disk",
             QT_TRANSLATE_NOOP("Text", "“%1” has no disk “%2”. Check the name of the disk.")},
    Sentence{"migration.host-not-ready", "host",
             QT_TRANSLATE_NOOP("Text",
                               "The destination host “%1” does not answer or is disconnected. Reconnect it, "
                               "or choose another host.")},
    Sentence{"migration.source-not-ready", "host",
             QT_TRANSLATE_NOOP(
                 "Text", "The source host “%1” does not answer or is disconnected. Reconnect it first.")},
    Sentence{"migration.other-hypervisor", "vm host source hypervisor sourceHypervisor",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot move “%1” to “%2”: it runs %4, but “%3” runs %5. Choose a host with "
                               "the same hypervisor.")},
    Sentence{"migration.host-not-read", "host",
             QT_TRANSLATE_NOOP("Text",
                               "It is not known which CPUs and machine types “%1” offers. The migration may "
                               "be refused when it starts.")},
    Sentence{
        "migration.older-hypervisor", "host source hypervisor sourceHypervisor",
        QT_TRANSLATE_NOOP(
            "Text",
            "“%1” runs %3, which is older than %4 on “%2”. The way back is safe, the way there may fail.")},
    Sentence{"migration.no-hardware-assist", "vm host",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot move “%1” to “%2”: it needs KVM, which that host does not have. "
                               "Choose a host with KVM.")},
    Sentence{"migration.other-architecture", "vm host architecture hostArchitecture",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot move “%1” to “%2”: it is a machine for %3, the host is one for %4.")},
    Sentence{"migration.machine-missing", "vm host machine",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot move “%1” to “%2”: that host does not know the machine type %3. "
                               "Update its QEMU, or choose another host.")},
    Sentence{"migration.emulator-missing", "vm host path",
             QT_TRANSLATE_NOOP("Text",
                               "Cannot move “%1” to “%2”: its definition names the program %3, which is "
                               "elsewhere on that host.")},
    Sentence{"migration.name-taken", "vm host",
             QT_TRANSLATE_NOOP(
                 "Text", "Another virtual machine on “%2” is already called “%1”. Rename one of the two.")},
    Sentence{
        "migration.cpu-incompatible", "vm host features",
        QT_TRANSLATE_NOOP("Text",
                          "Cannot move “%1” to “%2”: its CPU lacks %3, which the virtual machine was given. "
                          "Power it off first, choose another host, or set an EVC mode for the cluster.")},
    Sentence{"migration.cpu-not-judged", "vm host model",
             QT_TRANSLATE_NOOP("Text",
                               "Whether “%2” has the CPU %3 of “%1” cannot be told in advance. The migration "
                               "is refused when it starts if not.")},
    Sentence{"migration.cpu-of-one-host", "vm host",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” sees the very CPU of its host, and that of “%2” is another one. Power "
                               "it off first, or choose a host with the same CPU.")},
    Sentence{"migration.cpu-of-same-host", "vm host",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” sees the very CPU of its host. That of “%2” looks the same, but a "
                               "different kernel there may still make the guest fail.")},
    Sentence{"migration.tsc-not-fixed", "vm",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” was promised a clock counter that never changes (invtsc), without a "
                               "fixed frequency. Power it off and set one first.")},
    Sentence{"migration.evc-exceeded", "vm cluster level features",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” uses %4, which the EVC mode %3 of the cluster “%2” does not allow. "
                               "Power it off first: it gets that mode at its next start.")},
    Sentence{"migration.too-many-cpus", "vm host count limit",
             QT_TRANSLATE_NOOP(
                 "Text",
                 "“%1” has %3 CPUs, but “%2” can give a virtual machine %4 at most. Choose another host.")},
    Sentence{
        "migration.more-cpus-than-host", "vm host count limit",
        QT_TRANSLATE_NOOP("Text", "“%1” has %3 CPUs, more than the %4 of “%2”: it will be slower there.")},
    Sentence{
        "migration.memory-too-small", "vm host neededBytes totalBytes",
        QT_TRANSLATE_NOOP("Text", "“%1” needs %3 of memory, but “%2” has %4 in all. Choose a larger host.")},
    Sentence{"migration.memory-overcommitted", "vm host neededBytes freeBytes",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” needs %3 of memory, but the virtual machines on “%2” leave %4. The host "
                               "may have to swap.")},
    Sentence{"migration.huge-pages-missing", "vm host neededBytes totalBytes",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” needs %3 in huge pages, but “%2” has set aside %4. Set more aside, or "
                               "choose another host.")},
    Sentence{
        "migration.pinned-cpu-missing", "vm host cpu count",
        QT_TRANSLATE_NOOP(
            "Text", "“%1” is pinned to CPU %3, but “%2” has %4 of them. Unpin it, or choose another host.")},
    Sentence{"migration.numa-node-missing", "vm host node count",
             QT_TRANSLATE_NOOP("Text",
                               "The memory of “%1” must lie on NUMA node %3, but “%2” has %4 of them. Change "
                               "that, or choose another host.")},
    Sentence{
        "migration.host-device/usb", "vm device",
        QT_TRANSLATE_NOOP(
            "Text", "“%1” uses the USB device %2 of its host, which cannot move with it. Detach it first.")},
    Sentence{
        "migration.host-device/pci", "vm device",
        QT_TRANSLATE_NOOP(
            "Text", "“%1” uses the PCI device %2 of its host, which cannot move with it. Detach it first.")},
    Sentence{
        "migration.host-device/mediated", "vm device",
        QT_TRANSLATE_NOOP(
            "Text",
            "“%1” uses a share of a device of its host (%2), which cannot move with it. Detach it first.")},
    Sentence{
        "migration.host-device/scsi", "vm device",
        QT_TRANSLATE_NOOP(
            "Text", "“%1” uses the SCSI device %2 of its host, which cannot move with it. Detach it first.")},
    Sentence{
        "migration.host-device/vdpa", "vm device",
        QT_TRANSLATE_NOOP(
            "Text",
            "“%1” uses the network card %2 of its host (vDPA), which cannot move with it. Detach it first.")},
    Sentence{"migration.host-device/network-card", "vm device",
             QT_TRANSLATE_NOOP(
                 "Text",
                 "“%1” uses the network card %2 of its host, which cannot move with it. Detach it first.")},
    Sentence{"migration.host-device/shared-folder", "vm device",
             QT_TRANSLATE_NOOP(
                 "Text",
                 "“%1” uses the folder %2 of its host, which cannot move with it. Remove the share first.")},
    Sentence{"migration.host-device/shared-memory", "vm device",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” shares memory with others on its host (%2), which cannot move with it. "
                               "Remove that device first.")},
    Sentence{"migration.host-device/host-file", "vm device",
             QT_TRANSLATE_NOOP(
                 "Text", "“%1” uses the port %2 of its host, which cannot move with it. Detach it first.")},
    Sentence{"migration.host-device", "vm device",
             QT_TRANSLATE_NOOP(
                 "Text", "“%1” uses a device of its host (%2), which cannot move with it. Detach it first.")},
    Sentence{"migration.media-missing", "vm host disk path",
             QT_TRANSLATE_NOOP("Text",
                               "“%2” does not see %4, which is in the drive %3 of “%1”. Eject it first, or "
                               "put it on a datastore that both hosts see.")},
    Sentence{"migration.media-dropped", "vm host disk path",
             QT_TRANSLATE_NOOP("Text", "“%2” does not see %4. The drive %3 of “%1” will be empty there.")},
    Sentence{"migration.firmware-missing", "vm host path",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” starts with the firmware %3, which “%2” does not have. Install it "
                               "there, or choose another host.")},
    Sentence{"migration.nvram-stays", "vm host path",
             QT_TRANSLATE_NOOP("Text",
                               "The firmware settings of “%1” are in %3, which “%2” does not see. Move the "
                               "virtual machine while it runs, or put the file on a shared datastore.")},
    Sentence{"migration.tpm-stays", "vm",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” has a TPM, whose secrets stay on the host while it is off. Move the "
                               "virtual machine while it runs.")},
    Sentence{
        "migration.has-snapshots", "vm",
        QT_TRANSLATE_NOOP("Text", "“%1” has snapshots, which its host keeps to itself. Delete them first.")},
    Sentence{
        "migration.checkpoints-lost", "vm",
        QT_TRANSLATE_NOOP(
            "Text",
            "“%1” has backup checkpoints, which do not move with it. The next backup will be a full one.")},
    Sentence{"migration.screen-address", "vm host address",
             QT_TRANSLATE_NOOP("Text",
                               "The screen of “%1” is bound to the address %3. If “%2” does not have it, the "
                               "migration fails: let it listen on every address.")},
    Sentence{
        "migration.screen-port-taken", "vm host port other",
        QT_TRANSLATE_NOOP(
            "Text",
            "The screen of “%1” insists on port %3, which “%4” uses on “%2”. Let libvirt choose the port.")},
    Sentence{"migration.datastore-not-seen", "vm host datastore disk",
             QT_TRANSLATE_NOOP("Text",
                               "“%2” does not see the datastore “%3” with the disk %4 of “%1”. Choose a "
                               "datastore that it sees, or mount this one there.")},
    Sentence{"migration.target-not-seen", "host datastore",
             QT_TRANSLATE_NOOP("Text", "“%1” does not see the datastore “%2”. Choose one that it sees.")},
    Sentence{"migration.datastore-unusable", "datastore",
             QT_TRANSLATE_NOOP("Text",
                               "The datastore “%1” is not accessible at the moment. Choose another one, or "
                               "wait until it is back.")},
    Sentence{"migration.outside-datastores", "vm host disk path",
             QT_TRANSLATE_NOOP("Text",
                               "The disk %3 of “%1” is %4, outside of all datastores, so “%2” is not known "
                               "to see it. Choose a datastore for it.")},
    Sentence{"migration.space-missing", "vm datastore neededBytes freeBytes",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” needs %3 on the datastore “%2”, where %4 is free. Free some space, or "
                               "choose another datastore.")},
    Sentence{
        "migration.space-tight", "vm datastore neededBytes freeBytes",
        QT_TRANSLATE_NOOP("Text", "The disks of “%1” can grow to %3, but %4 is free on the datastore “%2”.")},
    Sentence{
        "migration.format-unknown", "disk format",
        QT_TRANSLATE_NOOP(
            "Text", "The disk %1 has the format “%2”, which cannot be copied. Convert it to raw or qcow2.")},
    Sentence{"migration.disk-transient", "vm disk",
             QT_TRANSLATE_NOOP("Text",
                               "The changes to the disk %2 of “%1” are thrown away at its end, so it cannot "
                               "move while it runs. Power it off first.")},
    Sentence{"migration.disk-not-copied", "vm disk",
             QT_TRANSLATE_NOOP("Text",
                               "The disk %2 of “%1” is shared, read-only or on a server of its own, so it is "
                               "not copied. Leave it where it is.")},
    Sentence{"migration.disk-cached", "vm disk cache",
             QT_TRANSLATE_NOOP("Text",
                               "The disk %2 of “%1” has the cache mode %3. Set it to none, unless both hosts "
                               "are known to see the same data at once.")},
    Sentence{"migration.network-missing", "vm host network",
             QT_TRANSLATE_NOOP("Text",
                               "“%2” does not have the network “%3” of “%1”. Choose another network for it, "
                               "or create this one there.")},
    Sentence{"migration.network-stopped", "vm host network",
             QT_TRANSLATE_NOOP("Text", "The network “%3” of “%1” is stopped on “%2”. Start it there first.")},
    Sentence{"migration.network-not-known", "vm host network",
             QT_TRANSLATE_NOOP("Text",
                               "It is not known whether “%2” has the bridge “%3” of “%1”. The migration is "
                               "refused when it starts if not.")},
    Sentence{
        "evc.level-unknown", "level",
        QT_TRANSLATE_NOOP("Text", "There is no EVC mode “%1”. Choose one of those that the cluster offers.")},
    Sentence{"evc.mixed-vendors", "cluster vendors",
             QT_TRANSLATE_NOOP("Text",
                               "The hosts of “%1” have CPUs of different makers (%2), which have no common "
                               "level. Make a cluster for each.")},
    Sentence{"evc.host-lacks-level", "host level features",
             QT_TRANSLATE_NOOP("Text",
                               "The CPU of “%1” lacks %3 for the EVC mode %2. Choose an older mode, or take "
                               "the host out of the cluster.")},
    Sentence{"evc.host-not-run", "host level",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” does not offer the EVC mode %2 to its virtual machines. Choose an older "
                               "mode, or update its QEMU.")},
    Sentence{"evc.host-not-known", "host",
             QT_TRANSLATE_NOOP("Text", "The CPU of “%1” is not known. Connect the host first.")},
    Sentence{"evc.vm-exceeds-level", "vm host level features",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” on “%2” uses %4, more than the EVC mode %3 has. Power it off first.")},
    Sentence{"evc.vm-cpu-of-host", "vm host",
             QT_TRANSLATE_NOOP("Text",
                               "“%1” sees the very CPU of its host “%2”, so it fits no EVC mode. Power it "
                               "off first: it gets the mode at its next start.")},
    Sentence{"evc.no-hosts", "cluster",
             QT_TRANSLATE_NOOP("Text", "The cluster “%1” has no host. Add one first.")},
};

constexpr std::array reasons{
    Sentence{"placement.memory-free", "freeRatio",
             QT_TRANSLATE_NOOP("Text", "%1 of its memory would be free")},
    Sentence{"placement.cpu-free", "freeRatio",
             QT_TRANSLATE_NOOP("Text", "%1 of its CPU time would be free")},
    Sentence{"placement.same-cluster", "", QT_TRANSLATE_NOOP("Text", "in the same cluster")},
};

} // namespace

std::span<const Sentence> migrationSentences()
{
    return table;
}

std::span<const Sentence> reasonSentences()
{
    return reasons;
}

} // namespace core::text
