// SPDX-License-Identifier: GPL-3.0-or-later
// A host is added, checked and prepared over ssh: a real sshd on loopback, a real libvirtd, a directory in place of /.
#include "core/async/systemclock.h"
#include "core/authority/authority.h"
#include "core/authority/certificate.h"
#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "core/orchestrator/core.h"
#include "core/preparation/errors.h"
#include "tests/core/hypervisor/sessiondaemon.h"
#include "tests/core/hypervisor/sshserver.h"
#include "tests/support/memorystore.h"
#include "tests/support/waitfor.h"

#include <QFile>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using orchestrator::Core;
using tests::waitFor;

namespace {

/// Of a host that nobody looked after: it ended in 2018.
constexpr auto endedCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBEjCBugIBATAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtleHBpcmVkLmxhYjAe
Fw0xNzAxMDEwMDAwMDBaFw0xODAxMDEwMDAwMDBaMBYxFDASBgNVBAMMC2V4cGly
ZWQubGFiMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE5hkYZ5RYPIwr2yJFRBvV
uFtmGL/gKoAuADCYQtH0FfNVofA60f6a6TQPUKFqyOZ5K9rXnsMbmsvHO9BrO2qx
QzAKBggqhkjOPQQDAgNHADBEAiAPNwo/gz/gDu8QJvASwKO5dXkYRmC4ycRlVL79
dwSM5QIgYVbhn1oomho3F3o5eGQ2X/GLs8mNAtpg3uX3wvAaUJ4=
-----END CERTIFICATE-----
)";

} // namespace

class PrepareHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aHostWithoutCertificatesIsToldSo();
    void aPreparedHostHasThemAndKeepsThemOverARestart();
    void aHostThatCannotWorkIsNotAdded();

private:
    model::Task done(const QString &operation, const QJsonObject &parameters);
    void begin();
    [[nodiscard]] static bool has(const model::Task &task, const ErrorCode &code);

    tests::SessionDaemon m_daemon;
    tests::SshServer m_server;
    QTemporaryDir m_directory; ///< the core's
    QTemporaryDir m_root; ///< the host's
    SystemClock m_clock;
    tests::MemoryStore m_store;
    std::unique_ptr<hypervisor::LibvirtConnector> m_connector;
    std::unique_ptr<Core> m_core;
    HostId m_host;
    QJsonObject m_wanted; ///< how it is added
};

/// A session that asks for a shell gets one, any other libvirt's helper.
void PrepareHostTest::initTestCase()
{
    if (!QFile::exists(u"/usr/sbin/sshd"_s))
        QSKIP("no sshd");
    if (::geteuid() != 0)
        QSKIP("only root can play a host's root");
    QVERIFY(m_daemon.start());
    const QString either =
        u"case \"$SSH_ORIGINAL_COMMAND\" in *\"sh -s\"*) eval \"$SSH_ORIGINAL_COMMAND\";; *) %1;; esac"_s;
    QVERIFY(m_server.start(either.arg(m_daemon.helperCommand())));
    begin();
    const QString user = QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_name);
    const QString uri = u"qemu+ssh://%1@127.0.0.1:%2/session?keyfile=%3"_s.arg(
        user, QString::number(m_server.port()), m_server.openKey());
    const auto datacenters = m_core->inventory().now().all<model::Datacenter>();
    m_wanted = {{u"parent"_s, toString(model::ObjectRef((*datacenters.begin())->id))},
                {u"uri"_s, uri},
                {u"name"_s, u"loop"_s},
                {u"trust"_s, m_server.fingerprint()}};
    const model::Task added = done(u"host.add"_s, m_wanted);
    QVERIFY2(added.state == model::TaskState::Succeeded,
             added.error ? qPrintable(added.error->code + added.error->detail) : "");
    const auto hosts = m_core->inventory().now().all<model::Host>();
    QCOMPARE(hosts.size(), 1U);
    QVERIFY(has(added, preparation::errors::NoCertificates)); // a warning keeps nobody out
    m_host = (*hosts.begin())->id;
}

void PrepareHostTest::begin()
{
    m_core.reset();
    m_connector = std::make_unique<hypervisor::LibvirtConnector>(m_directory.filePath(u"hosts"_s));
    m_core = std::make_unique<Core>(m_clock, *m_connector, m_store,
                                    Core::Settings{.user = u"local\\ann"_s,
                                                   .authorityDirectory = m_directory.path(),
                                                   .hostRoot = m_root.path()});
    orchestrator::InitialInventory initial;
    initial.objects = {std::make_shared<const model::Datacenter>(
        model::Datacenter{.id = DatacenterId(QUuid::createUuidV5(QUuid(), u"dc"_s)), .name = u"DC"_s})};
    QVERIFY(waitFor(m_core->start(initial)));
}

model::Task PrepareHostTest::done(const QString &operation, const QJsonObject &parameters)
{
    orchestrator::Submission submission{{operation, parameters}, {.principal = u"local\\ann"_s}, {}};
    const auto task = waitFor(m_core->tasks().submit(std::move(submission)));
    if (!task)
        return {.state = model::TaskState::Failed, .error = task.error()};
    (void)QTest::qWaitFor([&] { return isFinished(m_core->tasks().find(task->id)->state); }, 100'000);
    return *m_core->tasks().find(task->id);
}

bool PrepareHostTest::has(const model::Task &task, const ErrorCode &code)
{
    return std::ranges::any_of(task.findings,
                               [&](const model::Finding &each) { return each.problem.is(code); });
}

void PrepareHostTest::aHostWithoutCertificatesIsToldSo()
{
    const model::Task checked = done(u"host.check"_s, {{u"host"_s, m_host.toString()}});
    QVERIFY2(checked.state == model::TaskState::Succeeded,
             checked.error ? qPrintable(checked.error->code + checked.error->detail) : "");
    QVERIFY(has(checked, preparation::errors::NoCertificates));
    QVERIFY(!has(checked, preparation::errors::NotExamined));
    QVERIFY(!has(checked, preparation::errors::ClockSkew));
    QVERIFY(!m_core->inventory().now().find(m_host)->prepared);
}

void PrepareHostTest::aPreparedHostHasThemAndKeepsThemOverARestart()
{
    const model::Task prepared = done(u"host.prepare"_s, {{u"host"_s, m_host.toString()}});
    QVERIFY2(prepared.state == model::TaskState::Succeeded,
             prepared.error ? qPrintable(prepared.error->code + prepared.error->detail) : "");
    QVERIFY(!has(prepared, preparation::errors::NoCertificates));
    QVERIFY(!has(prepared, preparation::errors::ForeignCertificates));
    QVERIFY(!has(prepared, preparation::errors::CertificateName));
    const model::Host *host = m_core->inventory().now().find(m_host);
    QVERIFY(host->prepared);
    QVERIFY(host->certificateExpires && *host->certificateExpires - m_clock.now() > 800 * 24h);
    QFile shown(m_root.filePath(u"etc/pki/libvirt/servercert.pem"_s));
    QVERIFY(shown.open(QIODevice::ReadOnly));
    const auto authority = authority::Authority::open(m_directory.path());
    QVERIFY(authority::isIssuedBy(shown.readAll(), authority->certificate()));
    QVERIFY(waitFor(m_core->flush()));
    begin();
    QTRY_COMPARE_WITH_TIMEOUT(m_core->inventory().now().find(m_host)->state, model::HostState::Connected,
                              30'000);
    QVERIFY(m_core->inventory().now().find(m_host)->prepared); // what the host itself does not say stays
    QVERIFY(m_core->inventory().now().find(m_host)->certificateExpires.has_value());
}

void PrepareHostTest::aHostThatCannotWorkIsNotAdded()
{
    const QJsonObject host{{u"host"_s, m_host.toString()}};
    QVERIFY(done(u"host.disconnect"_s, host).state == model::TaskState::Succeeded);
    QVERIFY(done(u"host.delete"_s, host).state == model::TaskState::Succeeded);
    QFile shown(m_root.filePath(u"etc/pki/libvirt/servercert.pem"_s));
    QVERIFY(shown.open(QIODevice::ReadOnly));
    const QByteArray good = shown.readAll();
    shown.close();
    const auto show = [&](const QByteArray &certificate) {
        return shown.open(QIODevice::WriteOnly) && shown.write(certificate) == certificate.size();
    };
    QVERIFY(show(endedCertificate));
    shown.close();
    const model::Task refused = done(u"host.add"_s, m_wanted);
    QVERIFY(refused.state == model::TaskState::Failed);
    QVERIFY2(refused.error && refused.error->is(preparation::errors::CertificateExpiring),
             refused.error ? qPrintable(refused.error->code + refused.error->detail) : "");
    QVERIFY(has(refused, preparation::errors::CertificateExpiring));
    QVERIFY(refused.findings.front().severity == model::FindingSeverity::Error);
    QVERIFY(m_core->inventory().now().all<model::Host>().empty());

    QVERIFY(show(good));
    shown.close();
    const model::Task added = done(u"host.add"_s, m_wanted);
    QVERIFY2(added.state == model::TaskState::Succeeded,
             added.error ? qPrintable(added.error->code + added.error->detail) : "");
    const model::Host *known = m_core->inventory().now().find(m_host);
    QVERIFY(known->certificateExpires.has_value()); // the alarm before its end needs no check first
    QVERIFY(known->prepared);
}

QTEST_GUILESS_MAIN(PrepareHostTest)
#include "preparehosttest.moc"
