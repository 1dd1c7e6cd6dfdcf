// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/ha/resulttext.h"

#include "core/simulation/ha/words.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::simulation {

namespace {

QString latin(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

QString deedWord(Deed deed)
{
    return QString::fromLatin1(std::ranges::find(deeds, deed, &DeedWord::deed)->name);
}

QString waitingText(const QString &code)
{
    static const QHash<QString, QString> texts{
        {u"proof"_s, u"nothing proves yet that its old host no longer runs it"_s},
        {u"storage"_s, u"no host that could run it reaches its datastore"_s},
        {u"memory"_s, u"no host has enough memory left"_s},
        {u"cpu"_s, u"no host has enough CPU left"_s},
        {u"rule"_s, u"a rule keeps it from every host that has room"_s},
        {u"dependency"_s, u"a machine that it depends on is not ready"_s},
        {u"backoff"_s, u"its last start failed; it is tried again later"_s},
        {u"host"_s, u"no host is available"_s},
        {u"brake"_s, u"so many hosts are silent at once that the primary doubts itself"_s},
        {u"disarmed"_s, u"high availability is disarmed"_s},
        {u"no-quorum"_s, u"there is no primary with a quorum"_s}};
    return texts.value(code);
}

QString evidenceWord(const ha::Event &event)
{
    switch (event.kind) {
    case ha::EventKind::HostSuspect: return u"heartbeat-lost"_s;
    case ha::EventKind::HostDead: return u"store-heartbeat-stale"_s;
    case ha::EventKind::HostIsolated: return u"isolated-flag"_s;
    case ha::EventKind::HostPartitioned: return u"store-heartbeat-fresh"_s;
    case ha::EventKind::HostAgentDown: return u"ping-answered"_s;
    case ha::EventKind::HostLinkBroken: return u"session-alive"_s;
    case ha::EventKind::HostContradiction: return u"bmc-off-but-writing"_s;
    case ha::EventKind::FenceOrdered: return u"power-off-ordered"_s;
    case ha::EventKind::FenceFailed: return u"bmc-silent"_s;
    case ha::EventKind::FenceProved: return latin(ha::wireName(event.proof));
    default: return {};
    }
}

QString whyText(const ha::Event &event)
{
    using Kind = ha::EventKind;
    const QString cause = latin(ha::wireName(event.cause));
    switch (event.kind) {
    case Kind::PrimaryElected: return u"won the election with epoch %1"_s.arg(event.amount);
    case Kind::PrimaryResigned: return u"could not confirm its lease of epoch %1 in time"_s.arg(event.amount);
    case Kind::HostLive: return u"its heartbeats arrive again"_s;
    case Kind::HostSuspect: return u"no heartbeat for %1 s"_s.arg(event.amount);
    case Kind::HostDead:
        return u"no heartbeat for %1 s, no session, no answer to pings, no heartbeat on datastores"_s.arg(
            event.amount);
    case Kind::HostIsolated: return u"writes on its datastores that it hears nobody"_s;
    case Kind::HostPartitioned: return u"cannot be reached, but writes to its datastores"_s;
    case Kind::HostAgentDown: return u"answers pings, but its agent says nothing"_s;
    case Kind::HostLinkBroken: return u"its session lives, only its heartbeats do not arrive"_s;
    case Kind::StorePathBroken: return u"its heartbeats arrive, but its session is over"_s;
    case Kind::HostContradiction:
        return u"its BMC says off, and it writes to its datastores: the BMC is another's"_s;
    case Kind::HostQuarantined: return u"came back from the dead %1 times within an hour"_s.arg(event.amount);
    case Kind::FenceOrdered: return u"its power is ordered off, to have a proof"_s;
    case Kind::FenceFailed: return u"its BMC does not answer, which proves nothing"_s;
    case Kind::FenceProved: return u"it no longer runs: %1"_s.arg(latin(ha::wireName(event.proof)));
    case Kind::BrakeOn:
        return u"%1 hosts fell silent at once, and the primary itself was held up"_s.arg(event.amount);
    case Kind::BrakeOff: return u"the primary trusts itself again"_s;
    case Kind::Disarmed: return u"high availability is disarmed: nothing is done about it"_s;
    case Kind::WatchdogDegraded: return u"its watchdog failed its test: only its BMC can prove its end"_s;
    case Kind::IsolationDeclared: return u"has heard nobody for %1 s"_s.arg(event.amount);
    case Kind::IsolationEnded: return u"hears somebody again"_s;
    case Kind::IsolationHeld: return u"no other host is left that could start its machines"_s;
    case Kind::IsolationResponse: return u"is isolated, and others can start its machines"_s;
    case Kind::VmAssigned:
        return u"attempt %1, proof %2"_s.arg(event.amount).arg(latin(ha::wireName(event.proof)));
    case Kind::VmStarted: return u"is powered on, proof %1"_s.arg(latin(ha::wireName(event.proof)));
    case Kind::VmWaiting: return waitingText(latin(ha::wireName(event.waiting)));
    case Kind::VmRestartedInPlace: return u"ended by itself; its host owns it and starts it again"_s;
    case Kind::VmStorageBack: return u"its datastore is back"_s;
    case Kind::VmMigrating: return u"a user moves it"_s;
    case Kind::VmMigrated: return u"arrived"_s;
    case Kind::VmRefused: return u"it is not running, or the host cannot take it"_s;
    case Kind::VmDuplicateKilled: return u"another host owns it"_s;
    case Kind::CapacityShort:
        return u"after the loss of this host %1 machines would find no room"_s.arg(event.amount);
    case Kind::VmStartFailed:
    case Kind::VmReset:
    case Kind::VmReleased:
    case Kind::VmOff:
    case Kind::VmAttention:
    case Kind::VmEvicted:
    case Kind::VmStorageLost: return cause;
    }
    return {};
}

} // namespace core::simulation
