// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/localprocesses.h"

#include <QDir>
#include <QFile>

#include <ctime>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Duration sinceBoot()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<Duration>(std::chrono::seconds(now.tv_sec)
                                                + std::chrono::nanoseconds(now.tv_nsec));
}

Duration fromTicks(qint64 ticks)
{
    return Duration(ticks * 1000 / ::sysconf(_SC_CLK_TCK));
}

/// Clock ticks since boot; absent when the process is gone.
std::optional<qint64> startOf(int pid)
{
    const QByteArray text = read(u"/proc/%1/stat"_s.arg(pid));
    const QByteArrayList rest = text.mid(text.lastIndexOf(')') + 2).split(' '); // a name may hold anything
    return rest.size() > 19 ? std::optional(rest[19].toLongLong()) : std::nullopt;
}

/// The VM of a QEMU process that started it here; null of any other process.
VmId startedHere(const QByteArrayList &arguments)
{
    const auto at = arguments.indexOf("-uuid");
    if (at < 0 || at + 1 >= arguments.size() || arguments.contains("-incoming"))
        return {};
    return VmId::fromString(QString::fromLatin1(arguments[at + 1]));
}

} // namespace

QHash<VmId, Instant> processStarts(const std::vector<VmId> &vms)
{
    QHash<VmId, Instant> starts;
    const Instant boot =
        std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()) - sinceBoot();
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        const int pid = entry.toInt();
        if (pid <= 0)
            continue;
        const VmId vm = startedHere(read(u"/proc/%1/cmdline"_s.arg(pid)).split('\0'));
        if (vm.isNull() || std::ranges::find(vms, vm) == vms.end())
            continue;
        if (const auto started = startOf(pid))
            starts.insert(vm, boot + fromTicks(*started));
    }
    return starts;
}

std::optional<Duration> machineUptime()
{
    return sinceBoot();
}

std::optional<Duration> processUptime(const QString &pidFile)
{
    const QByteArrayList words = read(pidFile).simplified().split(' ');
    if (words.size() != 2)
        return std::nullopt;
    const qint64 started = words[1].toLongLong();
    if (startOf(words[0].toInt()) != started) // ended, and the number may be another's by now
        return std::nullopt;
    return sinceBoot() - fromTicks(started);
}

} // namespace core::hypervisor::libvirt
