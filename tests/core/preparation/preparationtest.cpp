// SPDX-License-Identifier: GPL-3.0-or-later
// What a host lacks, and the scripts that look and mend: run by this machine's own shell, in a directory in place of /.
#include "core/authority/authority.h"
#include "core/authority/certificate.h"
#include "core/preparation/checks.h"
#include "core/preparation/errors.h"
#include "core/preparation/scripts.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::preparation;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::FindingSeverity;

namespace {

/// Two hosts of a cluster that share a datastore.
struct World {
    model::Inventory inventory;
    model::Cluster cluster{.id = ClusterId::random(), .name = u"C"_s};
    model::Host host{.id = HostId::random(),
                     .name = u"alpha"_s,
                     .parent = cluster.id,
                     .uri = u"qemu+ssh://root@alpha.example.org/system"_s,
                     .state = model::HostState::Connected,
                     .hypervisorType = model::HypervisorType::Type1,
                     .hypervisor = u"QEMU 7.2.0"_s,
                     .libvirtVersion = u"9.0.0"_s};
    model::Host other = host;
    model::Datastore datastore{.id = DatastoreId::random(), .name = u"D"_s};

    World()
    {
        other.id = HostId::random();
        other.name = u"beta"_s;
        other.uri = u"qemu+ssh://root@beta.example.org/system"_s;
        datastore.hosts = {host.id, other.id};
    }

    std::vector<model::Finding> find(const Examined &examined)
    {
        for (const model::Object &object :
             {model::Object(std::make_shared<const model::Cluster>(cluster)),
              model::Object(std::make_shared<const model::Host>(host)),
              model::Object(std::make_shared<const model::Host>(other)),
              model::Object(std::make_shared<const model::Datastore>(datastore))})
            inventory.apply({refOf(object), object});
        return check(host, examined, inventory);
    }
};

bool has(const std::vector<model::Finding> &findings, const ErrorCode &code,
         const std::optional<FindingSeverity> &severity = {})
{
    return std::ranges::any_of(findings, [&](const model::Finding &each) {
        return each.problem.is(code) && (!severity || each.severity == *severity);
    });
}

/// A host that lacks nothing.
Examined well(const authority::Authority &authority, const World &world, Instant now)
{
    const auto issued = authority.issue({u"alpha.example.org"_s, u"10.0.0.1"_s});
    HostReport report{.isRoot = true,
                      .clock = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch()),
                      .name = u"alpha.example.org"_s,
                      .addresses = {},
                      .hasKvm = true,
                      .authorities = authority.certificate(),
                      .serverCertificate = issued->certificate,
                      .qemuCertificate = issued->certificate,
                      .openPorts = QList<int>{22, tlsPort},
                      .resolved = {{reachableName(world.other), u"10.0.0.2"_s}}};
    return {.report = report, .authority = authority.certificate(), .asked = now};
}

struct Ran {
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

Ran run(const QByteArray &script)
{
    QProcess process;
    process.start(u"sh"_s, {u"-s"_s});
    process.write(script);
    process.closeWriteChannel();
    process.waitForFinished(30'000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeTo(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(path.section(u'/', 0, -2)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class PreparationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anAuthorityIsMadeOnceAndItsCertificatesAreGood();
    void aDamagedAuthorityIsNotReplaced();
    void aHostThatLacksNothingHasNoFindings();
    void everyLackIsFound_data();
    void everyLackIsFound();
    void withoutAShellOnlyLibvirtsWordIsKnown();
    void anUncertainClockIsNoReproach();
    void theExaminationReadsWhatIsThere();
    void aHostsNameIsNoCommand();
    void aBrokenReportIsReadAsFarAsItGoes();
    void theInstallationCanBeRunTwiceAndKeepsWhatWasThere();
    void anInstallationThatFailsSaysSo();

private:
    QTemporaryDir m_directory;
    std::optional<authority::Authority> m_authority;
    Instant m_now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
};

void PreparationTest::initTestCase()
{
    auto authority = authority::Authority::open(m_directory.path());
    QVERIFY2(authority, authority ? "" : qPrintable(authority.error().detail));
    m_authority.emplace(*std::move(authority));
}

void PreparationTest::anAuthorityIsMadeOnceAndItsCertificatesAreGood()
{
    const auto again = authority::Authority::open(m_directory.path());
    QVERIFY(again);
    QCOMPARE(again->certificate(), m_authority->certificate());
    QCOMPARE(QFile::permissions(m_directory.filePath(u"authority.key"_s))
                 & (QFile::ReadOther | QFile::ReadGroup),
             QFile::Permissions());
    const auto issued = again->issue({u"h1.example.org"_s, u"10.1.2.3"_s, u"fd00::1"_s});
    QVERIFY(issued);
    QVERIFY(authority::isIssuedBy(issued->certificate, m_authority->certificate()));
    QVERIFY(authority::isGoodFor(issued->certificate, u"h1.example.org"_s));
    QVERIFY(authority::isGoodFor(issued->certificate, u"10.1.2.3"_s));
    QVERIFY(!authority::isGoodFor(issued->certificate, u"h2.example.org"_s));
    const auto expires = authority::expiryOf(issued->certificate);
    QVERIFY(expires && *expires - m_now > 800 * 24h && *expires - m_now < 826 * 24h);
    writeTo(m_directory.filePath(u"issued.pem"_s), issued->certificate);
    QProcess openssl; // who is no friend of ours says the same
    openssl.start(u"openssl"_s,
                  {u"verify"_s, u"-purpose"_s, u"sslserver"_s, u"-CAfile"_s,
                   m_directory.filePath(u"authority.pem"_s), m_directory.filePath(u"issued.pem"_s)});
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
    QVERIFY(!again->issue({}));
}

void PreparationTest::aDamagedAuthorityIsNotReplaced()
{
    const QTemporaryDir directory;
    QVERIFY(authority::Authority::open(directory.path()));
    writeTo(directory.filePath(u"authority.key"_s), "nothing");
    const auto broken = authority::Authority::open(directory.path());
    QVERIFY(!broken);
    QCOMPARE(broken.error().params.value(u"name"_s).toString(), directory.filePath(u"authority.key"_s));
    QCOMPARE(contentOf(directory.filePath(u"authority.key"_s)), QByteArray("nothing"));
    QVERIFY(!authority::Authority::open(u"/nonexistent"_s));
}

void PreparationTest::aHostThatLacksNothingHasNoFindings()
{
    World world;
    const auto findings = world.find(well(*m_authority, world, m_now));
    QVERIFY2(findings.empty(), findings.empty() ? "" : qPrintable(findings.front().problem.code));
    QVERIFY(isPrepared(world.host, *well(*m_authority, world, m_now).report, m_authority->certificate()));
}

using Spoil = void (*)(World &, Examined &);

void PreparationTest::everyLackIsFound_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isError");
    const auto row = [](const char *name, Spoil spoil, const ErrorCode &code, bool isError = false) {
        QTest::newRow(name) << spoil << QString(code.name) << isError;
    };
    row(
        "libvirt", [](World &w, Examined &) { w.host.libvirtVersion = u"6.9.9"_s; },
        preparation::errors::LibvirtOld, true);
    row(
        "QEMU", [](World &w, Examined &) { w.host.hypervisor = u"QEMU 4.2.1"_s; },
        preparation::errors::QemuOld, true);
    row(
        "KVM", [](World &w, Examined &) { w.host.hypervisorType = model::HypervisorType::Emulation; },
        preparation::errors::NoKvm);
    row(
        "certificates", [](World &, Examined &e) { e.report->serverCertificate.clear(); },
        preparation::errors::NoCertificates);
    row(
        "authority",
        [](World &, Examined &e) {
            const QTemporaryDir directory;
            const auto stranger = authority::Authority::open(directory.path());
            e.report->serverCertificate = stranger->issue({u"alpha.example.org"_s})->certificate;
        },
        preparation::errors::ForeignCertificates);
    row(
        "name", [](World &w, Examined &) { w.host.uri = u"qemu+ssh://root@gamma/system"_s; },
        preparation::errors::CertificateName);
    row(
        "expiring",
        [](World &, Examined &e) {
            e.asked += 800 * 24h;
            e.report->clock = *e.report->clock + 800 * 24h;
        },
        preparation::errors::CertificateExpiring);
    row(
        "expired",
        [](World &, Examined &e) {
            e.asked += 830 * 24h;
            e.report->clock = *e.report->clock + 830 * 24h;
        },
        preparation::errors::CertificateExpiring, true);
    row(
        "port", [](World &, Examined &e) { e.report->openPorts = QList<int>{22}; },
        preparation::errors::TlsClosed);
    row(
        "clock", [](World &, Examined &e) { e.report->clock = *e.report->clock + 10s; },
        preparation::errors::ClockSkew);
    row(
        "clock, far", [](World &, Examined &e) { e.report->clock = *e.report->clock - 5min; },
        preparation::errors::ClockSkew, true);
    row(
        "names", [](World &w, Examined &e) { e.report->resolved[reachableName(w.other)].clear(); },
        preparation::errors::NameUnresolved);
    row(
        "no datastore", [](World &w, Examined &) { w.datastore.accessible = false; },
        preparation::errors::NoDatastore);
    row(
        "nothing shared", [](World &w, Examined &) { w.datastore.hosts = {w.host.id}; },
        preparation::errors::NothingShared);
    row(
        "CPU",
        [](World &w, Examined &) {
            w.host.hardware = model::HostHardware{.cpu = {.vendor = u"Intel"_s}};
            w.other.hardware = model::HostHardware{.cpu = {.vendor = u"AMD"_s}};
        },
        preparation::errors::OtherCpu);
}

void PreparationTest::everyLackIsFound()
{
    QFETCH(const Spoil, spoil);
    QFETCH(const QString, code);
    QFETCH(const bool, isError);
    World world;
    Examined examined = well(*m_authority, world, m_now);
    spoil(world, examined);
    const auto findings = world.find(examined);
    QCOMPARE(findings.size(), 1U);
    QCOMPARE(findings.front().problem.code, code);
    QCOMPARE(findings.front().severity, isError ? FindingSeverity::Error : FindingSeverity::Warning);
    QCOMPARE(findings.front().problem.params.value(u"host"_s).toString(), u"alpha"_s);
}

void PreparationTest::withoutAShellOnlyLibvirtsWordIsKnown()
{
    World world;
    world.host.libvirtVersion = u"5.0.0"_s;
    const auto findings = world.find({.authority = m_authority->certificate(), .asked = m_now});
    QCOMPARE(findings.size(), 2U);
    QVERIFY(has({findings.front()}, preparation::errors::LibvirtOld, FindingSeverity::Error)); // errors first
    QVERIFY(has(findings, preparation::errors::NotExamined));
}

void PreparationTest::anUncertainClockIsNoReproach()
{
    World world;
    Examined examined = well(*m_authority, world, m_now);
    examined.report->clock = *examined.report->clock + 10s;
    examined.uncertainty = 9s; // names took their time
    QVERIFY(world.find(examined).empty());
}

void PreparationTest::theExaminationReadsWhatIsThere()
{
    const QTemporaryDir root;
    const auto issued = m_authority->issue({u"alpha.example.org"_s});
    writeTo(root.filePath(u"etc/pki/libvirt/servercert.pem"_s), issued->certificate);
    const Ran ran = run(examinationScript({u"localhost"_s, u"no-such-host.invalid"_s}, root.path()));
    QCOMPARE(ran.code, 0);
    const HostReport report = readReport(ran.output);
    QVERIFY(report.clock && std::chrono::abs(Instant(*report.clock) - m_now) < 5min);
    QVERIFY(!report.name.isEmpty());
    QVERIFY(report.hasKvm.has_value());
    QCOMPARE(report.serverCertificate, issued->certificate);
    QVERIFY(report.qemuCertificate.isEmpty());
    QVERIFY(!report.resolved.value(u"localhost"_s).isEmpty());
    QVERIFY(report.resolved.contains(u"no-such-host.invalid"_s));
    QVERIFY(report.resolved.value(u"no-such-host.invalid"_s).isEmpty());
}

void PreparationTest::aHostsNameIsNoCommand()
{
    const QTemporaryDir root;
    const QString proof = root.filePath(u"proof"_s);
    const QStringList hostile{u"$(touch %1)"_s.arg(proof),
                              u"`touch %1`"_s.arg(proof),
                              u"a;touch %1"_s.arg(proof),
                              u"'; touch %1; '"_s.arg(proof),
                              u"-h"_s,
                              u"a\ntouch %1"_s.arg(proof)};
    const Ran ran = run(examinationScript(hostile, root.path() + u"/'; touch "_s + proof + u"; '"_s));
    QCOMPARE(ran.code, 0);
    QVERIFY(!QFile::exists(proof));
    QVERIFY(readReport(ran.output).resolved.isEmpty());
}

void PreparationTest::aBrokenReportIsReadAsFarAsItGoes()
{
    const HostReport report =
        readReport("time=\nname=x\n=\nlistening=*:16514 [::1]:99 127.0.0.1:98 junk :\nserver=%%%\n\xff\n");
    QVERIFY(!report.clock);
    QCOMPARE(report.name, u"x"_s);
    QCOMPARE(*report.openPorts, QList<int>{16514});
    QVERIFY(readReport({}).serverCertificate.isEmpty());
}

void PreparationTest::theInstallationCanBeRunTwiceAndKeepsWhatWasThere()
{
    const QTemporaryDir root;
    const QTemporaryDir elsewhere;
    const auto stranger = authority::Authority::open(elsewhere.path());
    const QString ca = root.filePath(u"etc/pki/CA/cacert.pem"_s);
    const QString server = root.filePath(u"etc/pki/libvirt/servercert.pem"_s);
    writeTo(ca, stranger->certificate());
    writeTo(server, "an older one");
    for (int round = 0; round < 2; ++round) {
        const auto issued = m_authority->issue({u"alpha"_s});
        const Ran ran = run(
            installationScript({m_authority->certificate(), issued->certificate, issued->key}, root.path()));
        QVERIFY2(ran.code == 0, ran.errors.constData());
        QCOMPARE(contentOf(server), issued->certificate);
        QCOMPARE(contentOf(root.filePath(u"etc/pki/libvirt/private/serverkey.pem"_s)), issued->key);
        QCOMPARE(contentOf(root.filePath(u"etc/pki/qemu/client-key.pem"_s)), issued->key);
        const QByteArray trusted = contentOf(ca);
        QVERIFY(trusted.contains(stranger->certificate().trimmed()));
        QCOMPARE(trusted.count("BEGIN CERTIFICATE"), 2); // once each, also after the second time
        QVERIFY(trusted.contains(m_authority->certificate().trimmed()));
        QCOMPARE(contentOf(server + u".before-vigie"_s), QByteArray("an older one"));
    }
    constexpr auto others = QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &key : {u"libvirt/private/serverkey.pem"_s, u"qemu/server-key.pem"_s})
        QCOMPARE(QFile::permissions(root.filePath(u"etc/pki/"_s + key)) & others, QFile::Permissions());
}

void PreparationTest::anInstallationThatFailsSaysSo()
{
    const auto issued = m_authority->issue({u"alpha"_s});
    const Ran ran = run(
        installationScript({m_authority->certificate(), issued->certificate, issued->key}, u"/dev/null"_s));
    QVERIFY(ran.code != 0);
    QVERIFY(!ran.errors.isEmpty());
    QVERIFY(!ran.output.contains("prepared"));
    QVERIFY(!ran.errors.contains(issued->key.split('\n').value(1)));
}

QTEST_GUILESS_MAIN(PreparationTest)
#include "preparationtest.moc"
