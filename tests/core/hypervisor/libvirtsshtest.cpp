// SPDX-License-Identifier: GPL-3.0-or-later
// A host over ssh: trust, credentials, one log-in for everything. A real sshd on loopback, a real libvirtd.
#include "core/hypervisor/errors.h"
#include "core/hypervisor/libvirt/hostkey.h"
#include "core/hypervisor/libvirt/libvirtconnector.h"
#include "tests/core/hypervisor/sessiondaemon.h"
#include "tests/core/hypervisor/sshserver.h"
#include "tests/support/waitfor.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::hypervisor;
using tests::waitFor;

namespace {

const QString guestUuid = u"6c9a1f0e-7b1e-4f57-9a3a-0d5a54c0ffee"_s;
const VmId guestId = VmId::fromString(guestUuid);

template <class T>
QString why(const Result<T> &result)
{
    return result ? QString() : result.error().code + u": "_s + result.error().detail;
}

/// Directories and control sockets that a connection leaves behind: none.
QStringList leftovers()
{
    return QDir(QDir::tempPath()).entryList({u"vigie-ssh-*"_s}, QDir::Dirs);
}

} // namespace

class LibvirtSshTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void fingerprintsAreThoseOfSshKeygen();
    void anUnknownKeyIsAskedAbout();
    void anotherFingerprintIsNotAgreement();
    void aTrustedKeyIsRememberedAndOneLogInServesAll();
    void aChangedKeyIsRefused();
    void aPassphraseIsAskedForAndTaken();
    void aWrongPassphraseIsRefused();
    void aKeyThatIsNotAcceptedIsRefused();
    void anAddressCannotNameAProgram();
    void nobodyListening();
    void noSuchName();
    void theEndOfTheConnectionIsHeard();

private:
    Endpoint endpoint(const QString &key) const;
    Result<std::unique_ptr<Hypervisor>> open(const Endpoint &endpoint);
    void trust();

    tests::SessionDaemon m_daemon;
    std::unique_ptr<tests::SshServer> m_server;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<LibvirtConnector> m_connector;
    QString m_user = QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_name);
    QStringList m_leftBefore;
};

void LibvirtSshTest::initTestCase()
{
    if (!QFile::exists(u"/usr/sbin/sshd"_s))
        QSKIP("no sshd");
    QVERIFY(m_daemon.start());
    m_daemon.define(m_daemon.guestXml(u"tick"_s, guestUuid));
    m_daemon.virsh({u"start"_s, guestUuid});
    m_leftBefore = leftovers();
}

void LibvirtSshTest::init()
{
    m_server = std::make_unique<tests::SshServer>();
    QVERIFY(m_server->start(m_daemon.helperCommand()));
    m_state = std::make_unique<QTemporaryDir>();
    m_connector = std::make_unique<LibvirtConnector>(m_state->path() + u"/state"_s);
}

void LibvirtSshTest::cleanup()
{
    m_connector.reset();
    // What root's own shell starts at a login ends when it likes.
    QTRY_COMPARE_WITH_TIMEOUT(leftovers(), m_leftBefore, 30'000);
}

Endpoint LibvirtSshTest::endpoint(const QString &key) const
{
    return {.uri = u"qemu+ssh://%1@127.0.0.1:%2/session?keyfile=%3"_s.arg(
                m_user, QString::number(m_server->port()), key)};
}

Result<std::unique_ptr<Hypervisor>> LibvirtSshTest::open(const Endpoint &to)
{
    return waitFor(m_connector->open(to));
}

void LibvirtSshTest::trust()
{
    Endpoint to = endpoint(m_server->openKey());
    to.trust = m_server->fingerprint();
    const auto opened = open(to);
    QVERIFY2(opened, qPrintable(why(opened)));
}

void LibvirtSshTest::fingerprintsAreThoseOfSshKeygen()
{
    QFile key(m_server->openKey() + u".pub"_s);
    QVERIFY(key.open(QIODevice::ReadOnly));
    const auto parsed = libvirt::parseKnownHost("[127.0.0.1]:22 " + key.readAll());
    QVERIFY(parsed);
    QCOMPARE(parsed->algorithm, u"ED25519"_s);
    QProcess keygen;
    keygen.start(u"ssh-keygen"_s, {u"-lf"_s, key.fileName()});
    QVERIFY(keygen.waitForFinished());
    QCOMPARE(parsed->fingerprint, QString::fromLatin1(keygen.readAll().split(' ').value(1)));
    for (const char *none : {"", "# comment", "@revoked h ssh-rsa AAAA", "h ssh-rsa", "h ssh-rsa !!"})
        QVERIFY(!libvirt::parseKnownHost(none));
}

void LibvirtSshTest::anUnknownKeyIsAskedAbout()
{
    const auto opened = open(endpoint(m_server->openKey()));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QString(core::hypervisor::errors::TrustUnknown.name));
    QCOMPARE(opened.error().params.value(u"fingerprint"_s).toString(), m_server->fingerprint());
    QCOMPARE(opened.error().params.value(u"algorithm"_s).toString(), u"ED25519"_s);
    QCOMPARE(opened.error().params.value(u"host"_s).toString(), u"127.0.0.1"_s);
    QVERIFY(!QFile::exists(m_state->path() + u"/state/known_hosts"_s)); // asking leaves no trace
    QCOMPARE(m_server->logins(), 0);
}

void LibvirtSshTest::anotherFingerprintIsNotAgreement()
{
    Endpoint to = endpoint(m_server->openKey());
    to.trust = u"SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s;
    const auto opened = open(to);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QString(core::hypervisor::errors::TrustUnknown.name));
    QCOMPARE(m_server->logins(), 0);
}

void LibvirtSshTest::aTrustedKeyIsRememberedAndOneLogInServesAll()
{
    trust();
    QCOMPARE(m_server->logins(), 1);
    QElapsedTimer passed;
    passed.start();
    auto opened = open(endpoint(m_server->openKey())); // no trust given: it is remembered
    QVERIFY2(opened, qPrintable(why(opened)));
    qInfo() << "opened after" << passed.elapsed() << "ms";
    const auto host = waitFor((*opened)->host());
    QVERIFY2(host, qPrintable(why(host)));
    QCOMPARE(host->id.toString(), m_daemon.hostUuid());
    const auto vms = waitFor((*opened)->vms());
    QVERIFY2(vms, qPrintable(why(vms)));
    QCOMPARE(vms->size(), 1U);
    const auto sample = waitFor((*opened)->sample());
    QVERIFY2(sample, qPrintable(why(sample)));
    for (int i = 0; i < 3; ++i) {
        const auto screen = waitFor((*opened)->openScreen(guestId));
        QVERIFY2(screen, qPrintable(why(screen)));
        char greeting[4] = {};
        QCOMPARE(::read(screen->get(), greeting, 3), 3);
        QCOMPARE(QByteArray(greeting), QByteArray("RFB"));
    }
    QCOMPARE(m_server->logins(), 2);
}

void LibvirtSshTest::aChangedKeyIsRefused()
{
    trust();
    const QString before = m_server->fingerprint();
    m_server->stop();
    m_server->changeHostKey();
    QVERIFY(m_server->start(m_daemon.helperCommand()));
    Endpoint to = endpoint(m_server->openKey());
    to.trust = m_server->fingerprint(); // not even when agreed to: the old one must be forgotten first
    const auto opened = open(to);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QString(core::hypervisor::errors::TrustChanged.name));
    QCOMPARE(opened.error().params.value(u"fingerprint"_s).toString(), m_server->fingerprint());
    QCOMPARE(opened.error().params.value(u"known"_s).toString(), before);
    QCOMPARE(opened.error().params.value(u"algorithm"_s).toString(), u"ED25519"_s);
}

void LibvirtSshTest::aPassphraseIsAskedForAndTaken()
{
    trust();
    Endpoint to = endpoint(m_server->lockedKey());
    const auto asked = open(to);
    QVERIFY(!asked);
    QCOMPARE(asked.error().code, QString(core::hypervisor::errors::CredentialsNeeded.name));
    QVERIFY2(asked.error().params.value(u"prompt"_s).toString().contains(u"passphrase"_s),
             qPrintable(why(asked)));
    to.secret = tests::SshServer::passphrase();
    const auto opened = open(to);
    QVERIFY2(opened, qPrintable(why(opened)));
    QCOMPARE(m_server->logins(), 2);
}

void LibvirtSshTest::aWrongPassphraseIsRefused()
{
    trust();
    Endpoint to = endpoint(m_server->lockedKey());
    to.secret = u"wrong"_s;
    const auto opened = open(to);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QString(core::hypervisor::errors::CredentialsRefused.name));
    QVERIFY(!opened.error().detail.contains(u"wrong"_s));
}

void LibvirtSshTest::aKeyThatIsNotAcceptedIsRefused()
{
    trust();
    const auto opened = open(endpoint(m_server->strangeKey()));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QString(core::hypervisor::errors::CredentialsRefused.name));
}

void LibvirtSshTest::anAddressCannotNameAProgram()
{
    trust();
    Endpoint to = endpoint(m_server->openKey());
    to.uri += u"&command=/usr/bin/touch"_s;
    const auto opened = open(to);
    QVERIFY2(opened, qPrintable(why(opened))); // through our own wrapper, as if it were not there
}

void LibvirtSshTest::nobodyListening()
{
    const Endpoint to = endpoint(m_server->openKey());
    m_server->stop();
    const auto opened = open(to);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QString(core::hypervisor::errors::ConnectionFailed.name));
    QCOMPARE(opened.error().params.value(u"reason"_s).toString(), u"refused"_s);
    QCOMPARE(opened.error().params.value(u"where"_s).toString(), u"127.0.0.1"_s);
}

void LibvirtSshTest::noSuchName()
{
    const auto opened = open(Endpoint{.uri = u"qemu+ssh://no-such-host.invalid/system"_s});
    QVERIFY(!opened);
    QCOMPARE(opened.error().params.value(u"reason"_s).toString(), u"name-unknown"_s);
}

void LibvirtSshTest::theEndOfTheConnectionIsHeard()
{
    trust();
    auto opened = open(endpoint(m_server->openKey()));
    QVERIFY2(opened, qPrintable(why(opened)));
    bool isLost = false;
    (*opened)->listen([&isLost](const HostEvent &event) {
        isLost = isLost || std::holds_alternative<ConnectionLost>(event);
    });
    m_server->endSessions();
    QTRY_VERIFY_WITH_TIMEOUT(isLost, 2000);
    const auto vms = waitFor((*opened)->vms());
    QVERIFY(!vms);
    QCOMPARE(vms.error().code, QString(core::errors::Unreachable.name));
}

QTEST_GUILESS_MAIN(LibvirtSshTest)
#include "libvirtsshtest.moc"
