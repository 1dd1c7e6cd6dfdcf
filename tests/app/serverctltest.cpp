// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// vigiectl against a management server that really listens, with a certificate of its own and two users who may
/// different things.
class ServerCtlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void anUnknownCertificateIsRefusedWithItsFingerprint();
    void aWrongFingerprintIsRefusedWithBoth();
    void theCertificateItselfCanVouch();
    void wrongCredentialsAreNotPermitted();
    void whoIsNotNamedIsAsked();
    void anUnreachableServerIsNoConnection();
    void oneMayWhatTheOtherMayNot();
    void listsAndChoicesAreChecked();
    void aSecretIsNeverOnTheCommandLine();
    void permissionsHaveNames();
    void aTokenStandsForItsUser();
    void aPrometheusServerReadsTheFigures();
    void everySessionIsSignedOut();

private:
    struct Run {
        int code = -1;
        QByteArray out;
        QByteArray err;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
        [[nodiscard]] QJsonArray items() const { return json()[u"items"].toArray(); }
        [[nodiscard]] QJsonObject error() const { return QJsonDocument::fromJson(err)[u"error"].toObject(); }
    };
    [[nodiscard]] Run vigiectl(const QStringList &arguments) const;
    [[nodiscard]] Run as(const QString &user, const QString &command) const;
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QString write(const QString &name, const QByteArray &content) const;
    static QString program(const QString &name);

    QTemporaryDir m_directory;
    QProcess m_server;
    QString m_url;
    QString m_fingerprint;
};

QString ServerCtlTest::program(const QString &name)
{
    return QDir(qEnvironmentVariable("VIGIE_BIN")).filePath(name);
}

QString ServerCtlTest::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(name));
    return file.fileName();
}

ServerCtlTest::Run ServerCtlTest::vigiectl(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment =
        QProcessEnvironment::systemEnvironment(); // with the sanitizers' options
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, path(u"home"_s));
    environment.remove(u"XDG_CONFIG_HOME"_s);
    environment.remove(u"XDG_DATA_HOME"_s);
    process.setProcessEnvironment(environment);
    process.start(u"setsid"_s, QStringList{u"--wait"_s, program(u"vigiectl"_s)} + arguments); // no terminal
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {.out = process.readAllStandardOutput(), .err = "did not end"};
    }
    return {.code = process.exitCode(),
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

/// `command`: words; a password is in the file of the user's name. Answers are JSON.
ServerCtlTest::Run ServerCtlTest::as(const QString &user, const QString &command) const
{
    const QStringList place{u"--server"_s, m_url,    u"--fingerprint"_s,   m_fingerprint,
                            u"--user"_s,   user,     u"--password-file"_s, path(user),
                            u"-o"_s,       u"json"_s};
    return vigiectl(place + command.split(u' ', Qt::SkipEmptyParts));
}

void ServerCtlTest::initTestCase()
{
    QVERIFY(m_directory.isValid());
    QVERIFY(QDir().mkpath(path(u"home"_s)));
    const QString password = write(u"administrator"_s, "administer it\n");
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(program(u"vigied"_s),
                   {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, path(u"data"_s), u"--simulated"_s,
                    u"4x40@7"_s, u"--admin-password-file"_s, password});
    QVERIFY(m_server.waitForStarted());
    static const QRegularExpression listening(u"listening: (\\S+)"_s);
    static const QRegularExpression certificate(u"SHA-256: (\\S+)"_s);
    QByteArray greeting;
    const auto hasGreeted = [&] {
        greeting += m_server.readAllStandardOutput();
        m_url = listening.match(QString::fromUtf8(greeting)).captured(1);
        m_fingerprint = certificate.match(QString::fromUtf8(greeting)).captured(1);
        return !m_fingerprint.isEmpty() && greeting.endsWith('\n');
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasGreeted(), 60'000);

    QVERIFY(!write(u"bob"_s, "bob's secret\n").isEmpty());
    QVERIFY(!write(u"eve"_s, "eve's secret\n").isEmpty());
    QCOMPARE(
        as(u"administrator"_s, u"user create bob --full-name Bob --password-file "_s + path(u"bob"_s)).code,
        0);
    QCOMPARE(as(u"administrator"_s, u"create user eve --password-file "_s + path(u"eve"_s)).code, 0);
}

void ServerCtlTest::cleanupTestCase()
{
    m_server.terminate();
    QVERIFY(m_server.waitForFinished(30'000));
}

void ServerCtlTest::anUnknownCertificateIsRefusedWithItsFingerprint()
{
    const QStringList place{u"--server"_s,
                            m_url,
                            u"--user"_s,
                            u"administrator"_s,
                            u"--password-file"_s,
                            path(u"administrator"_s),
                            u"get"_s,
                            u"vms"_s};
    const Run run = vigiectl(place);
    QCOMPARE(run.code, 3);
    QVERIFY2(run.err.contains(m_fingerprint.toLatin1()), run.err.constData());
    QVERIFY2(run.err.contains("--fingerprint"), run.err.constData());
    QVERIFY(run.out.isEmpty());
}

void ServerCtlTest::aWrongFingerprintIsRefusedWithBoth()
{
    QString wrong = m_fingerprint;
    wrong[0] = wrong[0] == u'0' ? u'1' : u'0';
    const QStringList place{u"--server"_s,
                            m_url,
                            u"--fingerprint"_s,
                            wrong,
                            u"--user"_s,
                            u"administrator"_s,
                            u"--password-file"_s,
                            path(u"administrator"_s),
                            u"-o"_s,
                            u"json"_s};
    const Run run = vigiectl(place + QStringList{u"get"_s, u"vms"_s});
    QCOMPARE(run.code, 3);
    QCOMPARE(run.error()[u"code"].toString(), u"trust.certificate-changed"_s);
    QCOMPARE(run.error()[u"details"][u"known"].toString(), wrong);
    QCOMPARE(run.error()[u"details"][u"fingerprint"].toString(), m_fingerprint);
}

void ServerCtlTest::theCertificateItselfCanVouch()
{
    const QStringList place{u"--server"_s,
                            m_url,
                            u"--ca"_s,
                            path(u"data/server.crt"_s),
                            u"--user"_s,
                            u"administrator"_s,
                            u"--password-file"_s,
                            path(u"administrator"_s),
                            u"-o"_s,
                            u"json"_s};
    const Run run = vigiectl(place + QStringList{u"get"_s, u"hosts"_s});
    QVERIFY2(run.code == 0, run.err.constData());
    QCOMPARE(run.items().size(), 4);
}

void ServerCtlTest::wrongCredentialsAreNotPermitted()
{
    const QStringList place{u"--server"_s, m_url,    u"--fingerprint"_s,   m_fingerprint,
                            u"--user"_s,   u"bob"_s, u"--password-file"_s, path(u"eve"_s),
                            u"-o"_s,       u"json"_s};
    const Run run = vigiectl(place + QStringList{u"get"_s, u"vms"_s});
    QCOMPARE(run.code, 4);
    QCOMPARE(run.error()[u"code"].toString(), u"identity.bad-credentials"_s);
}

void ServerCtlTest::whoIsNotNamedIsAsked()
{
    const QStringList place{u"--server"_s, m_url, u"--fingerprint"_s, m_fingerprint, u"-o"_s, u"json"_s};
    const Run run = vigiectl(place + QStringList{u"get"_s, u"vms"_s});
    QCOMPARE(run.code, 2);
    QCOMPARE(run.error()[u"code"].toString(), u"ctl.credentials-missing"_s);
}

void ServerCtlTest::anUnreachableServerIsNoConnection()
{
    const QStringList place{u"--server"_s,        u"https://127.0.0.1:9"_s, u"--user"_s, u"bob"_s,
                            u"--password-file"_s, path(u"bob"_s),           u"-o"_s,     u"json"_s};
    const Run run = vigiectl(place + QStringList{u"get"_s, u"vms"_s});
    QCOMPARE(run.code, 3);
    QCOMPARE(run.error()[u"code"].toString(), u"base.unreachable"_s);
}

void ServerCtlTest::oneMayWhatTheOtherMayNot()
{
    QCOMPARE(as(u"administrator"_s, u"get vms"_s).items().size(), 40);
    QCOMPARE(as(u"bob"_s, u"get vms"_s).items().size(), 0);
    const QString vm =
        as(u"administrator"_s, u"get vms --filter state:running"_s).items().first()[u"name"].toString();
    QVERIFY(!vm.isEmpty());

    QCOMPARE(
        as(u"administrator"_s,
           u"role create Operator --privileges System.View,System.Read,VirtualMachine.Interact.PowerOff"_s)
            .code,
        0);
    QCOMPARE(
        as(u"administrator"_s, u"permission create --object / --principal local\\bob --role Operator"_s).code,
        0);
    QCOMPARE(as(u"administrator"_s, u"permission create --object / --principal local\\eve --role Read-only"_s)
                 .code,
             0);
    QCOMPARE(as(u"eve"_s, u"get vms"_s).items().size(), 40);
    const Run denied = as(u"eve"_s, u"vm power-off "_s + vm);
    QCOMPARE(denied.code, 4);
    QCOMPARE(denied.error()[u"code"].toString(), u"access.no-privilege"_s);
    QCOMPARE(as(u"eve"_s, u"vm power-off --check "_s + vm).code, 4);
    const Run done = as(u"bob"_s, u"vm power-off "_s + vm);
    QVERIFY2(done.code == 0, done.err.constData());
    QCOMPARE(done.json()[u"initiatedBy"].toString(), u"local\\bob"_s);

    const Run why = as(u"administrator"_s, u"access effective --user bob --object "_s + vm);
    QCOMPARE(why.json()[u"principal"].toString(), u"local\\bob"_s);
    QVERIFY(why.json()[u"privileges"].toArray().contains(u"VirtualMachine.Interact.PowerOff"_s));
    QCOMPARE(why.json()[u"grounds"].toArray().size(), 1);
    QCOMPARE(as(u"eve"_s, u"access effective --user bob --object "_s + vm).code, 4);
}

void ServerCtlTest::listsAndChoicesAreChecked()
{
    QCOMPARE(as(u"administrator"_s, u"group create staff --members bob,eve"_s).code, 0);
    QCOMPARE(as(u"administrator"_s, u"get groups staff"_s).items().first()[u"members"].toArray().size(), 2);
    QCOMPARE(as(u"administrator"_s, u"set group staff --members bob"_s).code, 0);
    QCOMPARE(as(u"administrator"_s, u"describe group staff"_s).json()[u"members"].toArray().size(), 1);
    const Run wrong = as(u"administrator"_s, u"role create X --privileges Vm.Fly"_s);
    QCOMPARE(wrong.code, 2);
    QCOMPARE(wrong.error()[u"code"].toString(), u"ctl.value-not-listed"_s);
    QCOMPARE(as(u"administrator"_s, u"group create x --members nobody"_s).code, 1);
}

void ServerCtlTest::aSecretIsNeverOnTheCommandLine()
{
    const Run shown = as(u"administrator"_s, u"user create mallory --password secret1234"_s);
    QCOMPARE(shown.code, 2);
    QCOMPARE(shown.error()[u"code"].toString(), u"ctl.secret-on-command-line"_s);
    const Run missing = as(u"administrator"_s, u"user create mallory"_s);
    QCOMPARE(missing.code, 2);
    QCOMPARE(missing.error()[u"code"].toString(), u"ctl.secret-missing"_s);
}

void ServerCtlTest::permissionsHaveNames()
{
    QCOMPARE(as(u"administrator"_s, u"create user tom --password-file "_s + path(u"bob"_s)).code, 0);
    QCOMPARE(as(u"administrator"_s, u"permission create --principal local\\tom --object / --role Read-only"_s)
                 .code,
             0);
    QCOMPARE(as(u"administrator"_s, u"describe permission tom@/"_s).json()[u"principal"].toString(),
             u"local\\tom"_s);
    QCOMPARE(as(u"administrator"_s, u"delete permission local\\tom@/"_s).code, 0);
    QCOMPARE(as(u"administrator"_s, u"get permissions tom@/"_s).code, 1);
    QCOMPARE(as(u"administrator"_s, u"delete user tom"_s).code, 0);
}

void ServerCtlTest::aTokenStandsForItsUser()
{
    const Run made = as(u"bob"_s, u"token create --label nightly --expires 2099-01-01"_s);
    QVERIFY2(made.code == 0, made.err.constData());
    const QString file = write(u"token"_s, made.json()[u"token"].toString().toLatin1() + '\n');
    const QStringList place{u"--server"_s, m_url,   u"--fingerprint"_s, m_fingerprint, u"--token-file"_s,
                            file,          u"-o"_s, u"json"_s};
    QCOMPARE(vigiectl(place + QStringList{u"get"_s, u"vms"_s}).items().size(), 40);
    QCOMPARE(as(u"bob"_s, u"token list"_s).items().size(), 1);
    QCOMPARE(as(u"bob"_s, u"token revoke "_s + made.json()[u"id"].toString()).code, 0);
    const Run revoked = vigiectl(place + QStringList{u"get"_s, u"vms"_s});
    QCOMPARE(revoked.code, 4);
    QCOMPARE(revoked.error()[u"code"].toString(), u"identity.not-signed-in"_s);
}

namespace {

/// A port of the loopback that nobody has now.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// What Prometheus answers to a query, an entry a series.
QJsonArray seriesOf(quint16 port, const QString &query)
{
    QNetworkAccessManager network;
    const QString address = u"http://127.0.0.1:%1/api/v1/query?query="_s.arg(port);
    QNetworkRequest request(QUrl(address + QString::fromLatin1(QUrl::toPercentEncoding(query))));
    request.setTransferTimeout(5'000);
    QNetworkReply *reply = network.get(request);
    (void)QTest::qWaitFor([&] { return reply->isFinished(); }, 6'000);
    const QJsonDocument answer = QJsonDocument::fromJson(reply->readAll());
    reply->deleteLater();
    return answer[u"data"][u"result"].toArray();
}

} // namespace

/// As an administrator sets it up: TLS by the server's certificate, an API token in a file.
void ServerCtlTest::aPrometheusServerReadsTheFigures()
{
    const QString prometheus = QStandardPaths::findExecutable(u"prometheus"_s);
    if (prometheus.isEmpty())
        QSKIP("Debian's prometheus is not installed");
    const Run made = as(u"administrator"_s, u"token create --label prometheus --expires 2099-01-01"_s);
    QVERIFY2(made.code == 0, made.err.constData());
    const QString token = write(u"scrape-token"_s, made.json()[u"token"].toString().toLatin1());
    const QString settings = write(u"prometheus.yml"_s,
                                   u"scrape_configs:\n"
                                   "  - job_name: vigie\n"
                                   "    scheme: https\n"
                                   "    scrape_interval: 1s\n"
                                   "    authorization: {credentials_file: '%1'}\n"
                                   "    tls_config: {ca_file: '%2'}\n"
                                   "    static_configs: [{targets: ['%3']}]\n"_s
                                       .arg(token, path(u"data/server.crt"_s), QUrl(m_url).authority())
                                       .toUtf8());
    const quint16 port = freePort();
    QProcess server;
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.start(prometheus,
                 {u"--config.file="_s + settings, u"--storage.tsdb.path="_s + path(u"prometheus"_s),
                  u"--web.listen-address=127.0.0.1:%1"_s.arg(port), u"--storage.tsdb.retention.size=64MB"_s});
    QVERIFY(server.waitForStarted());
    const bool isUp =
        QTest::qWaitFor([&] { return !seriesOf(port, u"up{job=\"vigie\"} == 1"_s).isEmpty(); }, 60'000);
    const bool hasLoad = isUp
        && QTest::qWaitFor([&] { return seriesOf(port, u"vigie_vm_memory_used_bytes > 0"_s).size() > 1; },
                           60'000);
    const QJsonArray hosts = seriesOf(port, u"sum(vigie_hosts)"_s);
    server.terminate();
    if (!server.waitForFinished(20'000))
        server.kill();
    const QByteArray said = server.readAll().right(3000);
    QVERIFY2(isUp, said.constData());
    QVERIFY2(hasLoad, said.constData());
    QCOMPARE(hosts.at(0)[u"value"][1].toString(), u"4"_s);
    QCOMPARE(as(u"administrator"_s, u"token revoke "_s + made.json()[u"id"].toString()).code, 0);
}

void ServerCtlTest::everySessionIsSignedOut()
{
    const Run run = as(u"administrator"_s, u"session list"_s);
    QCOMPARE(run.code, 0);
    QCOMPARE(run.items().size(), 1); // the one that asks
    QCOMPARE(run.items().first()[u"principal"].toString(), u"local\\administrator"_s);
    QVERIFY(run.items().first()[u"agent"].toString().startsWith(u"Vigie/"_s));
    QCOMPARE(as(u"administrator"_s, u"session end nonsense"_s).code, 1);
}

QTEST_GUILESS_MAIN(ServerCtlTest)
#include "serverctltest.moc"
