// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/guests.h"

#include "core/lab/errors.h"
#include "core/lab/libvirt.h"
#include "core/lab/linuxguest.h"
#include "core/lab/process.h"
#include "core/lab/tickguestsector.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

/// What a name says of its guest. The first ones are named, so that a lab looks like somebody's; the rest are numbered.
struct Role {
    QLatin1StringView name;
    GuestKind kind;
    bool local; ///< on its host's own datastore
    int memoryMiB;
    int dirtyPages; ///< of 4 KiB, 18 times a second
};
constexpr std::array roles{
    Role{"web-01"_L1, GuestKind::Tick, false, 32, 20}, Role{"db-01"_L1, GuestKind::Linux, false, 128, 0},
    Role{"web-02"_L1, GuestKind::Tick, false, 32, 20}, Role{"app-01"_L1, GuestKind::Linux, false, 128, 0},
    Role{"mail-01"_L1, GuestKind::Tick, true, 16, 0},  Role{"build-01"_L1, GuestKind::Tick, false, 64, 1000}};
constexpr Role otherRole{{}, GuestKind::Tick, false, 16, 0};

constexpr qsizetype nameOffset = 0x1b0; // tickguest.S
constexpr qsizetype nameLength = 63;
constexpr qsizetype dirtyOffset = 0x1f0;
constexpr qsizetype tickDiskSize = 16 << 20;
constexpr auto dataDiskSize = "64M"_L1;

const Role &roleOf(const QString &name)
{
    const auto found = std::ranges::find_if(roles, [&name](const Role &role) { return name == role.name; });
    return found == roles.end() ? otherRole : *found;
}

QString diskOf(const LabGuest &guest)
{
    const bool raw = roleOf(guest.name).local;
    return guest.home + u'/' + guest.name + (raw ? u".raw"_s : u".qcow2"_s);
}

/// Beside the guests, so that every host that sees the disk sees the kernel.
QString bootDirectory(const LabGuest &guest)
{
    return QFileInfo(guest.home).path() + u"/linux-guest"_s;
}

QByteArray tickSector(const LabGuest &guest)
{
    QByteArray sector(reinterpret_cast<const char *>(tickGuestSector.data()),
                      static_cast<qsizetype>(tickGuestSector.size()));
    const QByteArray name = guest.name.toLatin1().left(nameLength);
    sector.replace(nameOffset, name.size(), name);
    const int pages = roleOf(guest.name).dirtyPages;
    sector[dirtyOffset] = static_cast<char>(pages & 0xff);
    sector[dirtyOffset + 1] = static_cast<char>(pages >> 8);
    return sector;
}

Result<void> makeTickDisk(const LabGuest &guest)
{
    const QString disk = diskOf(guest);
    const QString raw = disk.endsWith(".raw"_L1) ? disk : disk + u".new"_s;
    if (auto written = writeFile(raw, tickSector(guest)); !written)
        return written;
    if (!QFile::resize(raw, tickDiskSize))
        return Error(errors::FileFailed, QJsonObject{{u"path"_s, raw}}, raw + u": cannot be resized"_s);
    if (raw == disk)
        return {};
    const auto converted =
        runCommand({u"qemu-img"_s, u"convert"_s, u"-f"_s, u"raw"_s, u"-O"_s, u"qcow2"_s, raw, disk});
    if (!converted)
        return converted.error();
    return removeTree(raw);
}

Result<void> makeLinuxFiles(const LabGuest &guest)
{
    const LinuxImages images = linuxImages();
    const QString boot = bootDirectory(guest);
    if (!QFile::exists(boot + u"/initrd.img"_s)) {
        if (auto copied = copyFiles(QFileInfo(images.kernel).path(), boot); !copied)
            return copied;
    }
    const auto made =
        runCommand({u"qemu-img"_s, u"create"_s, u"-q"_s, u"-f"_s, u"qcow2"_s, diskOf(guest), dataDiskSize});
    if (!made)
        return made.error();
    return {};
}

/// Where its storage can be lost, QEMU must not trust the page cache: after one flush that failed it would refuse every
/// other. Elsewhere the directory may be one without direct access (tmpfs).
QString cacheXml(const LabStatus &lab)
{
    const bool losesStorage = std::ranges::find(lab.faults, FaultKind::StorageLost) != lab.faults.end();
    return losesStorage ? u"cache='none'"_s : QString();
}

QString diskXml(const LabGuest &guest, const LabStatus &lab)
{
    const bool isTick = guest.kind == GuestKind::Tick;
    const QString disk = diskOf(guest);
    return u"<disk type='file' device='disk'><driver name='qemu' type='%1' error_policy='stop' %5/><source "
           u"file='%2'/>"
           "<target dev='%3' bus='%4'/></disk>"_s.arg(disk.endsWith(".raw"_L1) ? u"raw"_s : u"qcow2"_s,
                                                      xmlText(disk), isTick ? u"hda"_s : u"vda"_s,
                                                      isTick ? u"ide"_s : u"virtio"_s, cacheXml(lab));
}

/// A root lab's hosts have a bridge; a session daemon has only QEMU's own network, of use to a system that has drivers.
QString networkXml(const LabGuest &guest, Isolation isolation)
{
    if (isolation == Isolation::System)
        return u"<interface type='network'><source network='lab'/><model type='virtio'/><rom enabled='no'/></interface>"_s;
    if (guest.kind == GuestKind::Linux)
        return u"<interface type='user'><model type='virtio'/><rom enabled='no'/></interface>"_s;
    return {};
}

QString osXml(const LabGuest &guest)
{
    if (guest.kind == GuestKind::Tick)
        return u"<boot dev='hd'/>"_s;
    const QString boot = xmlText(bootDirectory(guest));
    return u"<kernel>%1/vmlinuz</kernel><initrd>%1/initrd.img</initrd>"
           "<cmdline>console=ttyS0 console=tty0 quiet panic=5 vigie.name=%2</cmdline>"_s.arg(boot,
                                                                                             guest.name);
}

} // namespace

std::vector<LabGuest> planGuests(const Paths &paths, const LabStatus &lab, int count, bool linuxAvailable)
{
    std::vector<LabGuest> guests;
    const QUuid space = QUuid::fromString(lab.id);
    for (int i = 0; i < count; ++i) {
        const auto n = static_cast<size_t>(i);
        const QString name =
            n < roles.size() ? QString(roles[n].name) : u"node-%1"_s.arg(i + 1, 2, 10, QChar(u'0'));
        const QString host = lab.hosts[n % lab.hosts.size()].name;
        const Role &role = roleOf(name);
        const QString datastore =
            role.local ? paths.localDatastore(host) : paths.datastores() + u"/shared1"_s;
        guests.push_back({.name = name,
                          .uuid = VmId(QUuid::createUuidV5(space, name)),
                          .kind = linuxAvailable ? role.kind : GuestKind::Tick,
                          .host = host,
                          .home = datastore + u'/' + name,
                          .serialLog = paths.serialLogs() + u'/' + name + u".log"_s,
                          .state = std::nullopt});
    }
    return guests;
}

Result<void> makeGuestFiles(const LabGuest &guest)
{
    if (QFile::exists(diskOf(guest)))
        return {};
    if (auto made = makeDirectory(guest.home); !made)
        return made;
    return guest.kind == GuestKind::Tick ? makeTickDisk(guest) : makeLinuxFiles(guest);
}

QByteArray guestXml(const LabGuest &guest, const LabStatus &lab)
{
    const bool isTick = guest.kind == GuestKind::Tick;
    const QString agent = isTick
        ? u"<memballoon model='none'/>"_s
        : u"<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"
          "<memballoon model='virtio'><stats period='5'/></memballoon>"_s;
    const QString xml =
        u"<domain type='qemu'><name>%1</name><uuid>%2</uuid><memory unit='MiB'>%3</memory><vcpu>1</vcpu>"
        "<os><type arch='x86_64' machine='pc'>hvm</type>%4</os>"
        "<features><acpi/><apic/><tcg><tb-cache unit='MiB'>16</tb-cache></tcg></features>"
        "<cpu mode='custom' match='exact'><model>qemu64</model></cpu>"
        "<on_poweroff>destroy</on_poweroff><on_reboot>restart</on_reboot><on_crash>destroy</on_crash>"
        "<devices>%5%6<controller type='usb' model='none'/>"
        "<serial type='file'><source path='%7' append='on'/></serial>"
        "<graphics type='vnc'><listen type='socket'/></graphics><video><model type='vga' "
        "vram='4096'/></video>%8"
        "</devices></domain>"_s.arg(guest.name, guest.uuid.toString(),
                                    QString::number(isTick ? roleOf(guest.name).memoryMiB : 128),
                                    osXml(guest), diskXml(guest, lab), networkXml(guest, lab.isolation),
                                    xmlText(guest.serialLog), agent);
    return xml.toUtf8();
}

QString definitionFile(const LabGuest &guest)
{
    return guest.home + u"/vm.xml"_s;
}

} // namespace core::lab
