// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preparation/checks.h"

#include "core/authority/certificate.h"
#include "core/model/alarmconditions.h"
#include "core/preparation/errors.h"
#include "core/preparation/scripts.h"

#include <QUrl>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::preparation {

namespace {

using model::Finding;
using model::FindingSeverity;
using model::Host;
using model::HypervisorType;

const QString oldestLibvirt = u"7.0.0"_s; // NOLINT(cert-err58-cpp)
const QString oldestQemu = u"5.2.0"_s; // NOLINT(cert-err58-cpp)
constexpr Duration skewTold = std::chrono::seconds(2);
constexpr Duration skewForbidden = std::chrono::seconds(60); ///< tokens and certificates fail

class Findings
{
public:
    explicit Findings(const Host &host) : m_host(host) {}

    void add(FindingSeverity severity, const ErrorCode &code, QJsonObject parameters = {})
    {
        parameters.insert(u"host"_s, m_host.name);
        m_all.push_back({.severity = severity, .problem = Error(code, parameters), .object = m_host.id});
    }
    std::vector<Finding> take()
    {
        std::ranges::stable_sort(m_all, {}, &Finding::severity);
        return std::move(m_all);
    }

private:
    const Host &m_host;
    std::vector<Finding> m_all;
};

bool isOlder(const QString &version, const QString &needed)
{
    const auto known = QVersionNumber::fromString(version);
    return !known.isNull() && known < QVersionNumber::fromString(needed);
}

void checkVersions(const Host &host, Findings &findings)
{
    if (isOlder(host.libvirtVersion, oldestLibvirt))
        findings.add(FindingSeverity::Error, errors::LibvirtOld,
                     {{u"version"_s, host.libvirtVersion}, {u"needed"_s, oldestLibvirt}});
    const QString qemu = host.hypervisor.section(u' ', 1);
    if (host.hypervisor.startsWith(u"QEMU") && isOlder(qemu, oldestQemu))
        findings.add(FindingSeverity::Error, errors::QemuOld,
                     {{u"version"_s, qemu}, {u"needed"_s, oldestQemu}});
    if (host.hypervisorType == HypervisorType::Emulation && !host.lab)
        findings.add(FindingSeverity::Warning, errors::NoKvm);
}

std::vector<Host> neighboursOf(const Host &host, const model::Inventory &inventory)
{
    std::vector<Host> all;
    for (const auto &other : inventory.all<Host>()) {
        if (other->id != host.id && other->parent == host.parent)
            all.push_back(*other);
    }
    return all;
}

void checkNeighbours(const Host &host, const model::Inventory &inventory, Findings &findings)
{
    for (const Host &other : neighboursOf(host, inventory)) {
        const bool bothKnown = host.hardware && other.hardware;
        if (bothKnown && host.hardware->cpu.vendor != other.hardware->cpu.vendor)
            findings.add(FindingSeverity::Warning, errors::OtherCpu, {{u"other"_s, other.name}});
    }
}

void checkStorage(const Host &host, const model::Inventory &inventory, Findings &findings)
{
    bool hasAny = false;
    QSet<HostId> sharedWith;
    for (const auto &datastore : inventory.all<model::Datastore>()) {
        const auto &hosts = datastore->hosts;
        if (!datastore->accessible || std::ranges::find(hosts, host.id) == hosts.end())
            continue;
        hasAny = true;
        sharedWith += QSet<HostId>(hosts.begin(), hosts.end());
    }
    if (!hasAny) {
        findings.add(FindingSeverity::Warning, errors::NoDatastore);
        return;
    }
    for (const Host &other : neighboursOf(host, inventory)) {
        if (!sharedWith.contains(other.id))
            findings.add(FindingSeverity::Warning, errors::NothingShared, {{u"other"_s, other.name}});
    }
}

void checkClock(const Examined &examined, Findings &findings)
{
    if (!examined.report->clock)
        return;
    const Duration difference = Instant(*examined.report->clock) - examined.asked;
    const Duration certain = std::chrono::abs(difference) - examined.uncertainty - std::chrono::seconds(1);
    if (certain < skewTold)
        return;
    const qint64 seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(difference)).count();
    findings.add(certain > skewForbidden ? FindingSeverity::Error : FindingSeverity::Warning,
                 errors::ClockSkew, {{u"seconds"_s, seconds}});
}

void checkCertificates(const Host &host, const Examined &examined, Findings &findings)
{
    const HostReport &report = *examined.report;
    const auto expires = authority::expiryOf(report.serverCertificate);
    if (!expires) {
        findings.add(FindingSeverity::Warning, errors::NoCertificates);
        return;
    }
    if (!authority::isIssuedBy(report.serverCertificate, examined.authority))
        findings.add(FindingSeverity::Warning, errors::ForeignCertificates);
    else if (!authority::isGoodFor(report.serverCertificate, reachableName(host)))
        findings.add(FindingSeverity::Warning, errors::CertificateName);
    const Duration left = *expires - examined.asked;
    if (left < model::certificateNotice)
        findings.add(left < Duration::zero() ? FindingSeverity::Error : FindingSeverity::Warning,
                     errors::CertificateExpiring,
                     {{u"days"_s, qint64(std::chrono::floor<std::chrono::days>(left).count())}});
    if (report.openPorts && !report.openPorts->contains(tlsPort))
        findings.add(FindingSeverity::Warning, errors::TlsClosed, {{u"port"_s, tlsPort}});
}

} // namespace

QString reachableName(const Host &host)
{
    const QString address = QUrl(host.uri).host();
    return address.isEmpty() ? host.name : address;
}

QStringList namesOfNeighbours(const Host &host, const model::Inventory &inventory)
{
    QStringList names;
    for (const Host &other : neighboursOf(host, inventory))
        names += reachableName(other);
    names.removeDuplicates();
    return names;
}

bool isPrepared(const Host &host, const HostReport &report, const QByteArray &authority)
{
    return authority::isIssuedBy(report.serverCertificate, authority)
        && authority::isIssuedBy(report.qemuCertificate, authority)
        && authority::isGoodFor(report.serverCertificate, reachableName(host));
}

std::vector<Finding> check(const Host &host, const Examined &examined, const model::Inventory &inventory)
{
    Findings findings(host);
    checkVersions(host, findings);
    checkNeighbours(host, inventory, findings);
    checkStorage(host, inventory, findings);
    if (!examined.report) {
        findings.add(FindingSeverity::Warning, errors::NotExamined);
        return findings.take();
    }
    checkClock(examined, findings);
    checkCertificates(host, examined, findings);
    for (const QString &name : namesOfNeighbours(host, inventory)) {
        if (examined.report->resolved.contains(name) && examined.report->resolved.value(name).isEmpty())
            findings.add(FindingSeverity::Warning, errors::NameUnresolved, {{u"other"_s, name}});
    }
    return findings.take();
}

} // namespace core::preparation
