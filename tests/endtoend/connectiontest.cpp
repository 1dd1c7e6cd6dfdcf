// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts that cannot be reached or entered: what vigiectl says of each, in both languages, and its exit code.
#include "tests/core/hypervisor/sshserver.h"
#include "tests/endtoend/labprograms.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace endtoend;

namespace {

constexpr int notConnected = 3;

QJsonObject errorOf(const Ran &ran)
{
    return QJsonDocument::fromJson(ran.err).object().value(u"error"_s).toObject();
}

QString vigiectl()
{
    return qEnvironmentVariable("VIGIE_BIN") + u"/vigiectl"_s;
}

/// Ends the cores that vigiectl started below a directory; they would end by themselves a minute later.
void endCores(const QString &root)
{
    QDirIterator files(root, {u"endpoint.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const qint64 pid = QJsonDocument::fromJson(file.readAll()).object().value(u"pid"_s).toInteger();
        if (pid <= 1 || ::kill(static_cast<pid_t>(pid), SIGTERM) != 0)
            continue;
        QVERIFY(becomes([&] { return !QFile::exists(file.fileName()); })); // its last act
    }
}

} // namespace

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_DATA_HOME", QFile::encodeName(m_home.path())); }
    void cleanupTestCase() { endCores(m_home.path()); }

    void aHostThatCannotBeReachedIsSaidInBothLanguages_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no address") << u"not an address"_s << u"hypervisor.uri-invalid"_s << QString();
        QTest::newRow("no such driver")
            << u"nonsense:///system"_s << u"hypervisor.uri-invalid"_s << QString();
        QTest::newRow("nobody listens, ssh")
            << u"qemu+ssh://nobody@127.0.0.1:1/system"_s << u"hypervisor.connection-failed"_s << u"refused"_s;
        QTest::newRow("nobody listens, tcp")
            << u"qemu+tcp://127.0.0.1:1/system"_s << u"hypervisor.connection-failed"_s << u"refused"_s;
        QTest::newRow("no socket") << u"qemu+unix:///system?socket=/nonexistent/libvirt-sock"_s
                                   << u"hypervisor.connection-failed"_s << u"socket-missing"_s;
    }
    void aHostThatCannotBeReachedIsSaidInBothLanguages()
    {
        QFETCH(QString, uri);
        QFETCH(QString, code);
        QFETCH(QString, reason);
        QSet<QString> sentences;
        for (const QString &language : {u"en"_s, u"fr"_s}) {
            const QStringList get{u"--connect"_s, uri,       u"get"_s,    u"vms"_s,
                                  u"-o"_s,        u"json"_s, u"--lang"_s, language};
            const QStringList add{u"--core"_s, m_home.filePath(u"core"_s),
                                  u"host"_s,   u"add"_s,
                                  u"h9"_s,     u"--uri"_s,
                                  uri,         u"-o"_s,
                                  u"json"_s,   u"--lang"_s,
                                  language};
            for (const QStringList &command : {get, add}) {
                const Ran ran = run(vigiectl(), command);
                QVERIFY2(ran.code == notConnected, ran.said().constData());
                const QJsonObject error = errorOf(ran);
                QCOMPARE(error.value(u"code"_s).toString(), code);
                const QJsonObject details = error.value(u"details"_s).toObject();
                if (!reason.isEmpty())
                    QCOMPARE(details.value(u"reason"_s).toString(), reason);
                QVERIFY2(!details.value(u"detail"_s).toString().isEmpty(), ran.said().constData());
                const QString sentence = error.value(u"message"_s).toString();
                QVERIFY(sentence.endsWith(u'.') && !sentence.contains(u'\n'));
                QVERIFY(!sentence.contains(u"libvirt: "_s)); // its words are among the details
                sentences.insert(sentence);
            }
        }
        QCOMPARE(sentences.size(), 2); // the same for get and host add, one in each language
    }

    void credentialsThatAreRefusedAreSaid()
    {
        tests::SshServer server;
        if (!server.start(u"true"_s))
            QSKIP("no ssh server can be started here");
        const QString uri = u"qemu+ssh://%1@127.0.0.1:%2/system?keyfile=%3"_s.arg(
            qEnvironmentVariable("USER", u"root"_s), QString::number(server.port()), server.strangeKey());
        const QStringList add{
            u"--core"_s, m_home.filePath(u"core"_s), u"host"_s, u"add"_s, u"h9"_s, u"--uri"_s, uri, u"-o"_s,
            u"json"_s};
        const Ran unknown = run(vigiectl(), add);
        QVERIFY2(unknown.code == notConnected, unknown.said().constData());
        QCOMPARE(unknown.errorCode(), u"trust.unknown"_s);
        const QString fingerprint =
            errorOf(unknown).value(u"details"_s).toObject().value(u"fingerprint"_s).toString();
        QCOMPARE(fingerprint, server.fingerprint());
        const Ran refused = run(vigiectl(), add + QStringList{u"--trust"_s, fingerprint});
        QVERIFY2(refused.code == notConnected, refused.said().constData());
        QVERIFY2(refused.errorCode().startsWith(u"credentials."), refused.said().constData());
    }

    void aDaemonThatDoesNotLetUsInIsSaid()
    {
        if (::geteuid() != 0)
            QSKIP("needs a socket of another user");
        const QTemporaryDir place(u"/tmp/vigie-connection.XXXXXX"_s);
        ::chmod(QFile::encodeName(place.path()).constData(), 0755);
        for (const QString &program : {u"vigiectl"_s, u"vigied"_s}) // the build may lie where nobody may look
            QVERIFY(QFile::copy(qEnvironmentVariable("VIGIE_BIN") + u'/' + program, place.filePath(program)));
        QVERIFY(QDir(place.path()).mkdir(u"home"_s));
        constexpr uid_t nobody = 65534;
        QVERIFY(::chown(QFile::encodeName(place.filePath(u"home"_s)).constData(), nobody, nobody) == 0);
        const QByteArray path = QFile::encodeName(place.filePath(u"sock"_s));
        const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
        QVERIFY(::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
        QVERIFY(::listen(listener, 1) == 0);
        ::chmod(path.constData(), 0600);
        const Ran ran =
            run(u"setpriv"_s,
                {u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, u"env"_s, u"-C"_s, u"/"_s,
                 u"HOME="_s + place.filePath(u"home"_s), u"XDG_DATA_HOME="_s + place.filePath(u"home"_s),
                 u"XDG_RUNTIME_DIR="_s + place.filePath(u"home"_s), place.filePath(u"vigiectl"_s),
                 u"--connect"_s, u"qemu+unix:///system?socket="_s + QString::fromUtf8(path), u"get"_s,
                 u"vms"_s, u"-o"_s, u"json"_s});
        endCores(place.path());
        ::close(listener);
        QVERIFY2(ran.code == notConnected, ran.said().constData());
        QCOMPARE(ran.errorCode(), u"hypervisor.no-permission"_s);
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(ConnectionTest)
#include "connectiontest.moc"
