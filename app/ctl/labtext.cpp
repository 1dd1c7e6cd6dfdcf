// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/labtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace core::lab;

namespace ctl {

namespace {

/// Where the translations of this file are kept.
class LabText
{
    Q_DECLARE_TR_FUNCTIONS(LabText)
};

QString stateOf(const LabHost &host)
{
    switch (host.state.value_or(HostState::Off)) {
    case HostState::Up: return LabText::tr("up");
    case HostState::Paused: return LabText::tr("paused");
    case HostState::Off: return LabText::tr("off");
    }
    Q_UNREACHABLE();
}

QString stateOf(const LabGuest &guest)
{
    switch (guest.state.value_or(GuestState::Off)) {
    case GuestState::Running: return LabText::tr("running");
    case GuestState::Hung: return LabText::tr("hung");
    case GuestState::Off: return LabText::tr("off");
    }
    Q_UNREACHABLE();
}

QString stagedFault(const Fault &fault)
{
    QStringList words{QString::fromLatin1(core::wireName(fault.fault)), fault.host + fault.guest};
    if (!fault.datastore.isEmpty())
        words += fault.datastore;
    if (fault.kind)
        words += u"--kind %1"_s.arg(QLatin1StringView(core::wireName(*fault.kind)));
    if (fault.network)
        words += u"--network %1"_s.arg(QLatin1StringView(core::wireName(*fault.network)));
    return words.join(u' ');
}

} // namespace

QString labUsage()
{
    return LabText::tr(
        "Usage: vigiectl lab up     --dir DIR [--hosts 3] [--guests 6] [--datacenters 1] [--json]\n"
        "       vigiectl lab status --dir DIR [--json]\n"
        "       vigiectl lab fault  --dir DIR FAULT HOST|VM [DATASTORE] [--network management|migration] "
        "[--kind apd|pdl]\n"
        "       vigiectl lab repair --dir DIR FAULT HOST|VM [DATASTORE] [--network management|migration]\n"
        "       vigiectl lab down   --dir DIR\n"
        "Faults: power-off, host-pause, daemon-pause, network-cut, bmc-dead (of a host), storage-lost (of a\n"
        "host and a datastore), guest-crash, guest-hang, app-fail (of a virtual machine); `lab status` says\n"
        "which this machine can stage.");
}

QString labProgress(Phase phase, const QString &what)
{
    switch (phase) {
    case Phase::PreparingGuests:
        return LabText::tr("Preparing the Linux guest: downloading Debian's cloud kernel (once).");
    case Phase::LinuxGuestUnavailable:
        return LabText::tr("The Linux guest cannot be prepared; the lab has small guests only. %1").arg(what);
    case Phase::StartingHosts: return LabText::tr("Starting the hosts.");
    case Phase::ProbingHost:
        return LabText::tr("Preparing: %1 finds out what QEMU can do on this machine (once).").arg(what);
    case Phase::StartingGuests: return LabText::tr("Starting the guests.");
    case Phase::StartingCore: return LabText::tr("Starting the embedded core in %1.").arg(what);
    case Phase::CoreMissing:
        return LabText::tr("There is no %1: the lab runs without an embedded core.").arg(what);
    }
    Q_UNREACHABLE();
}

QString labTable(const LabStatus &lab)
{
    QStringList lines;
    for (const LabHost &host : lab.hosts)
        lines += u"%1 %2 %3"_s.arg(host.name, -10).arg(stateOf(host), -10).arg(host.uri);
    for (const LabGuest &guest : lab.guests)
        lines += u"%1 %2 %3"_s.arg(guest.name, -10).arg(stateOf(guest), -10).arg(guest.host);
    for (const Fault &fault : lab.staged)
        lines += LabText::tr("Fault in force: %1").arg(stagedFault(fault));
    lines += LabText::tr("Core: %1").arg(lab.core);
    return lines.join(u'\n');
}

} // namespace ctl
