// SPDX-License-Identifier: GPL-3.0-or-later
// LDAP against a real server: who is let in, what is never sent, and whom we do not trust.
#include "core/async/systemclock.h"
#include "core/identity/errors.h"
#include "core/identity/ldap/escape.h"
#include "core/identity/ldap/ldapdirectory.h"
#include "tests/core/identity/slapd.h"
#include "tests/support/waitfor.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <cstdio>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace core;
using namespace core::identity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::waitFor;

namespace {

qsizetype openSockets()
{
    const auto all = QDir(u"/proc/self/fd"_s).entryInfoList(QDir::AllEntries | QDir::System);
    return std::ranges::count_if(
        all, [](const QFileInfo &each) { return each.symLinkTarget().contains(u"socket:"); });
}

/// Takes connections and never says a word: the kernel does that for a socket on which nobody accepts.
class MuteServer
{
public:
    MuteServer() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}};
        socklen_t size = sizeof address;
        ::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size); // NOLINT: the socket calls' own way
        ::listen(m_socket, 16);
        ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size); // NOLINT
        m_port = ntohs(address.sin_port);
    }
    MuteServer(const MuteServer &) = delete;
    MuteServer &operator=(const MuteServer &) = delete;
    ~MuteServer() { ::close(m_socket); }

    [[nodiscard]] QString url(const QString &scheme) const
    {
        return u"%1://127.0.0.1:%2"_s.arg(scheme).arg(m_port);
    }

private:
    int m_socket;
    quint16 m_port = 0;
};

} // namespace

class LdapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString failed = m_slapd.start();
        QVERIFY2(failed.isEmpty(), qPrintable(failed));
    }

    void valuesAreEscapedForFiltersAndNames_data();
    void valuesAreEscapedForFiltersAndNames();
    void theRightPasswordOpensAndTellsWhoHeIs_data();
    void theRightPasswordOpensAndTellsWhoHeIs();
    void whoeverMayNotEnterHearsTheSame_data();
    void whoeverMayNotEnterHearsTheSame();
    void anEmptyPasswordAsksNobody();
    void usersAreFoundWithoutTheirPasswords();
    void aServerThatIsNotTrustedGetsNoPassword_data();
    void aServerThatIsNotTrustedGetsNoPassword();
    void aServerThatSaysNothingIsGivenUp_data();
    void aServerThatSaysNothingIsGivenUp();
    void hungConversationsDoNotPileUp();
    void wrongSettingsAreNotTheUsersFault_data();
    void wrongSettingsAreNotTheUsersFault();
    void settingsThatCannotWorkAreRefused_data();
    void settingsThatCannotWorkAreRefused();

private:
    [[nodiscard]] ldap::Settings settings() const
    {
        return {.domain = u"corp"_s,
                .url = m_slapd.tlsUrl(),
                .caFile = m_slapd.path(u"ca.pem"_s),
                .searchUser = u"cn=vigie,dc=example,dc=org"_s,
                .searchPassword = u"search secret"_s,
                .userBase = u"ou=people,dc=example,dc=org"_s,
                .groupBase = u"ou=groups,dc=example,dc=org"_s};
    }
    [[nodiscard]] std::unique_ptr<ldap::LdapDirectory> directory(const ldap::Settings &settings)
    {
        auto made = ldap::LdapDirectory::make(m_clock, settings);
        return made ? *std::move(made) : nullptr;
    }
    [[nodiscard]] Result<DirectoryUser> authenticate(const QString &name, const QString &password,
                                                     const ldap::Settings &settings)
    {
        const auto asked = directory(settings);
        return waitFor(asked->authenticate(name, password));
    }

    SystemClock m_clock;
    tests::Slapd m_slapd;
};

void LdapTest::valuesAreEscapedForFiltersAndNames_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("escaped");
    QTest::newRow("plain") << u"ann.lee-2_x@corp"_s << QByteArray("ann.lee-2_x@corp");
    QTest::newRow("filter") << u"*)(uid=*"_s << QByteArray("\\2a\\29\\28uid\\3d\\2a");
    QTest::newRow("name") << u" a,b+c\"\\<>;#="_s
                          << QByteArray("\\20a\\2cb\\2bc\\22\\5c\\3c\\3e\\3b\\23\\3d");
    QTest::newRow("zero") << QString(QChar(u'\0')) << QByteArray("\\00");
    QTest::newRow("UTF-8") << u"é"_s << QByteArray("\\c3\\a9");
}

void LdapTest::valuesAreEscapedForFiltersAndNames()
{
    QFETCH(QString, value);
    QTEST(ldap::escaped(value), "escaped");
}

void LdapTest::theRightPasswordOpensAndTellsWhoHeIs_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<DirectoryUser>("expected");
    const DirectoryUser ann{.name = u"ann"_s, .fullName = u"Ann Example"_s, .groups = {u"all"_s, u"ops"_s}};
    const DirectoryUser john{
        .name = u"jdoe"_s, .fullName = u"Doe, John (x)"_s, .groups = {u"all"_s, u"ops"_s}};
    const DirectoryUser weird{.name = u"w*(e)\\,#\"ird"_s, .fullName = u"weird"_s, .groups = {u"others"_s}};
    QTest::newRow("ldaps") << m_slapd.tlsUrl() << u"ann"_s << u"secret of ann"_s << ann;
    QTest::newRow("StartTLS") << m_slapd.plainUrl() << u"ann"_s << u"secret of ann"_s << ann;
    QTest::newRow("in other case") << m_slapd.tlsUrl() << u"ANN"_s << u"secret of ann"_s << ann;
    QTest::newRow("a DN with escapes") << m_slapd.tlsUrl() << u"jdoe"_s << u"secret of john"_s << john;
    QTest::newRow("a name with escapes") << m_slapd.tlsUrl() << weird.name << u"secret of weird"_s << weird;
}

void LdapTest::theRightPasswordOpensAndTellsWhoHeIs()
{
    QFETCH(QString, url);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(DirectoryUser, expected);
    ldap::Settings there = settings();
    there.url = url;
    const auto found = authenticate(user, password, there);
    QVERIFY2(found, found ? "" : qPrintable(found.error().code + u' ' + found.error().detail));
    QCOMPARE(found->name, expected.name);
    QCOMPARE(found->fullName, expected.fullName);
    QCOMPARE(found->groups, expected.groups);
}

void LdapTest::whoeverMayNotEnterHearsTheSame_data()
{
    QTest::addColumn<QString>("user");
    const QStringList users{u"ann"_s,
                            u"eve"_s,
                            u"*"_s,
                            u"an*"_s,
                            u"*)(uid=*))(|(uid=*"_s,
                            u"ann)(objectClass=*"_s,
                            u"ann,ou=people,dc=example,dc=org"_s,
                            u"cn=vigie,dc=example,dc=org"_s,
                            u"twin"_s,
                            u"ann\\00"_s,
                            QString(1 << 16, u'a')};
    for (const QString &user : users)
        QTest::newRow(qPrintable(user.left(40))) << user;
}

void LdapTest::whoeverMayNotEnterHearsTheSame()
{
    QFETCH(QString, user);
    const QString password = user == u"ann" ? u"guess"_s
        : user == u"twin"                   ? u"secret of twin"_s
                                            : u"secret of ann"_s;
    const auto refused = authenticate(user, password, settings());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QString(identity::errors::BadCredentials.name));
}

void LdapTest::anEmptyPasswordAsksNobody()
{
    ldap::Settings nowhere = settings();
    nowhere.url = u"ldaps://127.0.0.1:1"_s;
    QVERIFY(authenticate(u"ann"_s, u"x"_s, nowhere).error().is(identity::errors::DirectoryUnreachable));
    QVERIFY(authenticate(u"ann"_s, QString(), nowhere).error().is(identity::errors::BadCredentials));
    QVERIFY(authenticate(QString(), u"x"_s, nowhere).error().is(identity::errors::BadCredentials));
}

void LdapTest::usersAreFoundWithoutTheirPasswords()
{
    const auto asked = directory(settings());
    const auto ann = waitFor(asked->find(u"ann"_s));
    QVERIFY(ann);
    QCOMPARE(ann->groups, (std::vector{u"all"_s, u"ops"_s}));
    QVERIFY(waitFor(asked->find(u"eve"_s)).error().is(core::errors::NotFound));
    QVERIFY(waitFor(asked->find(u"*"_s)).error().is(core::errors::NotFound));
}

void LdapTest::aServerThatIsNotTrustedGetsNoPassword_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("ca");
    const QString elsewhere = m_slapd.tlsUrl().replace(u"127.0.0.1"_s, u"localhost"_s);
    QTest::newRow("another authority, ldaps") << m_slapd.tlsUrl() << u"other.pem"_s;
    QTest::newRow("another authority, StartTLS") << m_slapd.plainUrl() << u"other.pem"_s;
    QTest::newRow("another name, ldaps") << elsewhere << u"ca.pem"_s;
    QTest::newRow("no such authority") << m_slapd.tlsUrl() << u"nobody.pem"_s;
}

void LdapTest::aServerThatIsNotTrustedGetsNoPassword()
{
    QFETCH(QString, url);
    QFETCH(QString, ca);
    ldap::Settings there = settings();
    there.url = url;
    there.caFile = m_slapd.path(ca);
    const auto refused = authenticate(u"ann"_s, u"secret of ann"_s, there);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QString(identity::errors::DirectoryUnreachable.name));
    QCOMPARE(refused.error().params.value(u"domain").toString(), u"corp"_s);
}

void LdapTest::aServerThatSaysNothingIsGivenUp_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("ldaps") << u"ldaps"_s;
    QTest::newRow("StartTLS") << u"ldap"_s;
}

void LdapTest::aServerThatSaysNothingIsGivenUp()
{
    QFETCH(QString, scheme);
    const MuteServer mute;
    ldap::Settings there = settings();
    there.url = mute.url(scheme);
    there.timeout = 500ms;
    there.deadline = 3s;
    const auto refused = authenticate(u"ann"_s, u"secret of ann"_s, there);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QString(identity::errors::DirectoryUnreachable.name));
}

void LdapTest::hungConversationsDoNotPileUp()
{
    const MuteServer mute;
    ldap::Settings there = settings();
    there.url = mute.url(u"ldaps"_s);
    there.timeout = 500ms;
    there.deadline = 500ms;
    const auto asked = directory(there);
    const auto before = openSockets();
    QVERIFY(before > 0); // the mute one's
    for (int i = 0; i < 6; ++i) // more than it has threads
        QVERIFY(waitFor(asked->authenticate(u"ann"_s, u"x"_s))
                    .error()
                    .is(identity::errors::DirectoryUnreachable));
    // No thread still waits with one. Fewer than before: a conversation of an earlier test has ended meanwhile.
    QTRY_VERIFY_WITH_TIMEOUT(openSockets() <= before, 20000);
}

void LdapTest::wrongSettingsAreNotTheUsersFault_data()
{
    QTest::addColumn<QString>("searchPassword");
    QTest::addColumn<QString>("userBase");
    QTest::newRow("search account") << u"wrong"_s << settings().userBase;
    QTest::newRow("base") << settings().searchPassword << u"ou=nowhere,dc=example,dc=org"_s;
}

void LdapTest::wrongSettingsAreNotTheUsersFault()
{
    QFETCH(QString, searchPassword);
    QFETCH(QString, userBase);
    ldap::Settings wrong = settings();
    wrong.searchPassword = searchPassword;
    wrong.userBase = userBase;
    const auto refused = authenticate(u"ann"_s, u"secret of ann"_s, wrong);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QString(identity::errors::DirectoryRefused.name));
}

void LdapTest::settingsThatCannotWorkAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("domain");
    QTest::newRow("no TLS possible") << u"ldapi:///"_s << u"corp"_s;
    QTest::newRow("http") << u"http://127.0.0.1"_s << u"corp"_s;
    QTest::newRow("two servers") << u"ldaps://a ldap://b"_s << u"corp"_s;
    QTest::newRow("no domain") << u"ldaps://a"_s << QString();
}

void LdapTest::settingsThatCannotWorkAreRefused()
{
    QFETCH(QString, url);
    QFETCH(QString, domain);
    ldap::Settings wrong = settings();
    wrong.url = url;
    wrong.domain = domain;
    const auto refused = ldap::LdapDirectory::make(m_clock, wrong);
    QVERIFY(!refused);
    QVERIFY(refused.error().is(core::errors::InvalidArgument));
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    std::signal(SIGPIPE, SIG_IGN); // NOLINT(cert-err33-c): as every program that uses libldap does
    if (const QString missing = tests::Slapd::missing(); !missing.isEmpty()) {
        std::fprintf(stderr, "skipped: %s\n", qPrintable(missing));
        return 77;
    }
    LdapTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "ldaptest.moc"
