// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/errors.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

/// The program as scripts see it: output, errors, exit codes; against a simulated datacenter.
class VigiectlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void usageErrorsAreJsonAndTranslated();
    void anErrorNamesWhatIsUnderDetails();
    void labHelpIsHelp();
    void aMachineMayBeCalledLab();
    void getTakesAnExactName();
    void aMissingNameFails_data();
    void aMissingNameFails();
    void filterSearches();
    void namesAreSortedAsPeopleDo();
    void tasksOfOneObject();
    void checkTellsFindings();
    void waitingOutlivesAKilledCore();
    void aHostThatCannotBeReachedIsNoEmptyList();
    void anAlarmsActionsAreWrittenInWords();
    void notificationSettingsAreShownWithoutSecrets();

private:
    struct Run {
        int code = -1;
        QByteArray out;
        QByteArray err;
        [[nodiscard]] QJsonArray items() const { return QJsonDocument::fromJson(out)[u"items"].toArray(); }
        [[nodiscard]] QJsonObject error() const { return QJsonDocument::fromJson(err)[u"error"].toObject(); }
    };
    [[nodiscard]] Run vigiectl(const QStringList &arguments) const;
    [[nodiscard]] Run onCore(const QStringList &arguments) const;
    [[nodiscard]] QStringList names(const QStringList &arguments) const;
    void startCore();
    static QString program(const QString &name);

    QTemporaryDir m_directory;
    QProcess m_core;
    QString m_vm; ///< one that runs
};

QString VigiectlTest::program(const QString &name)
{
    return QDir(qEnvironmentVariable("VIGIE_BIN")).filePath(name);
}

VigiectlTest::Run VigiectlTest::vigiectl(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"XDG_DATA_HOME"_s, m_directory.filePath(u"data"_s));
    for (const char *variable : {"VIGIE_CORE", "VIGIE_SERVER", "VIGIE_USER", "VIGIE_TOKEN_FILE"})
        environment.remove(QString::fromLatin1(variable));
    process.setProcessEnvironment(environment);
    process.start(program(u"vigiectl"_s), arguments);
    if (!process.waitForFinished(45'000)) {
        process.kill();
        process.waitForFinished();
        return {.out = process.readAllStandardOutput(), .err = "did not end"};
    }
    return {.code = process.exitCode(),
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

VigiectlTest::Run VigiectlTest::onCore(const QStringList &arguments) const
{
    return vigiectl(QStringList{u"--core"_s, m_directory.filePath(u"core"_s)} + arguments);
}

QStringList VigiectlTest::names(const QStringList &arguments) const
{
    QStringList names;
    for (const QJsonValue item : onCore(arguments + QStringList{u"-o"_s, u"json"_s}).items())
        names += item[u"name"].toString();
    return names;
}

void VigiectlTest::startCore()
{
    m_core.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_core.start(program(u"vigied"_s),
                 {u"--embedded"_s, m_directory.filePath(u"core"_s), u"--simulated"_s, u"2x30@7"_s});
    QVERIFY(m_core.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_directory.filePath(u"core/endpoint.json"_s)), 30'000);
}

void VigiectlTest::initTestCase()
{
    startCore();
    const QStringList running = names({u"get"_s, u"vms"_s, u"--filter"_s, u"state:running"_s});
    QVERIFY(!running.isEmpty());
    m_vm = running.front();
}

/// Also the cores that vigiectl has started.
void VigiectlTest::cleanupTestCase()
{
    QDirIterator files(m_directory.path(), {u"endpoint.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const qint64 pid = QJsonDocument::fromJson(file.readAll())[u"pid"].toInteger();
        QVERIFY(pid > 1);
        ::kill(static_cast<pid_t>(pid), SIGTERM);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path), 20'000); // its last act
    }
    if (m_core.state() != QProcess::NotRunning)
        QVERIFY(m_core.waitForFinished());
}

void VigiectlTest::usageErrorsAreJsonAndTranslated()
{
    const Run english = vigiectl({u"get"_s, u"vms"_s, u"--nonsense"_s, u"-o"_s, u"json"_s});
    QCOMPARE(english.code, 2);
    QCOMPARE(english.error()[u"code"].toString(), u"ctl.option-unknown"_s);
    const Run french =
        vigiectl({u"get"_s, u"vms"_s, u"--nonsense"_s, u"-o"_s, u"json"_s, u"--lang"_s, u"fr"_s});
    QCOMPARE(french.error()[u"code"].toString(), u"ctl.option-unknown"_s);
    QVERIFY(french.error()[u"message"] != english.error()[u"message"]);
    QCOMPARE(vigiectl({u"get"_s, u"vms"_s, u"--lang"_s, u"de"_s}).code, 2);
    const Run server = vigiectl({u"--server"_s, u"https://x"_s, u"get"_s, u"vms"_s, u"-o"_s, u"json"_s});
    QCOMPARE(server.code, 2);
    QCOMPARE(server.error()[u"code"].toString(), u"ctl.credentials-missing"_s);
}

/// A sentence of a console says "under Details": there must be such.
void VigiectlTest::anErrorNamesWhatIsUnderDetails()
{
    const Run run = onCore({u"vm"_s, u"rename"_s, m_vm, u"--check"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains("\nDetails: "), run.err.constData());
}

void VigiectlTest::labHelpIsHelp()
{
    const Run run = vigiectl({u"lab"_s, u"--help"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains("vigiectl lab up"));
    const Run french = vigiectl({u"--lang=fr"_s, u"lab"_s, u"--help"_s});
    QCOMPARE(french.code, 0);
    QVERIFY(french.out != run.out);
}

void VigiectlTest::aMachineMayBeCalledLab()
{
    const Run run = onCore({u"describe"_s, u"vm"_s, u"lab"_s, u"-o"_s, u"json"_s});
    QCOMPARE(run.error()[u"code"].toString(), u"base.not-found"_s);
}

void VigiectlTest::getTakesAnExactName()
{
    QCOMPARE(names({u"get"_s, u"vms"_s, m_vm}), QStringList{m_vm});
    QVERIFY(names({u"get"_s, u"vms"_s}).size() > 1);
}

void VigiectlTest::aMissingNameFails_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"vms", "hosts", "tasks", "events", "alarms"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void VigiectlTest::aMissingNameFails()
{
    QFETCH(const QString, kind);
    const Run run = onCore({u"get"_s, kind, m_vm.chopped(1) + u'~', u"-o"_s, u"json"_s});
    QCOMPARE(run.code, 1);
    QCOMPARE(run.error()[u"code"].toString(), u"base.not-found"_s);
}

void VigiectlTest::filterSearches()
{
    const QStringList found = names({u"get"_s, u"vms"_s, u"--filter"_s, u"name:"_s + m_vm});
    QVERIFY(found.contains(m_vm));
    QVERIFY(names({u"get"_s, u"vms"_s, u"--filter"_s, u"name:no-such-machine"_s}).isEmpty());
}

void VigiectlTest::namesAreSortedAsPeopleDo()
{
    for (const char *name : {"n-10", "n-2", "n-1"})
        QCOMPARE(onCore({u"create"_s, u"cluster"_s, QString::fromLatin1(name)}).code, 0);
    QCOMPARE(names({u"get"_s, u"clusters"_s, u"--filter"_s, u"name:n-"_s}),
             (QStringList{u"n-1"_s, u"n-2"_s, u"n-10"_s}));
}

void VigiectlTest::tasksOfOneObject()
{
    QCOMPARE(onCore({u"vm"_s, u"suspend"_s, u"--keep-in-memory"_s, m_vm}).code, 0);
    QCOMPARE(onCore({u"vm"_s, u"resume"_s, m_vm}).code, 0);
    const Run run = onCore({u"get"_s, u"tasks"_s, m_vm, u"-o"_s, u"json"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.items().size(), 2);
    QCOMPARE(run.items().last()[u"parameters"][u"keepInMemory"].toBool(), true);
    const auto count = [&](const QStringList &options) {
        const Run narrowed =
            onCore(QStringList{u"get"_s, u"tasks"_s} + options + QStringList{u"-o"_s, u"json"_s});
        return narrowed.code == 0 ? narrowed.items().size() : -narrowed.code;
    };
    QCOMPARE(count({m_vm, u"--operation"_s, u"vm.resume"_s}), 1);
    QCOMPARE(count({u"--object"_s, m_vm, u"--state"_s, u"succeeded"_s}), 2);
    QCOMPARE(count({u"--object"_s, m_vm, u"--state"_s, u"failed"_s, u"--state=running"_s}), 0);
    QCOMPARE(count({u"--object"_s, m_vm, u"--limit"_s, u"1"_s}), 1);
    QCOMPARE(count({u"--object"_s, m_vm, u"--initiated-by"_s, u"nobody"_s}), 0);
    QCOMPARE(count({u"--object"_s, m_vm, u"--until"_s, u"2020-01-01T00:00:00Z"_s}), 0);
    QCOMPARE(count({u"--state"_s, u"asleep"_s}), -2);
    QCOMPARE(count({u"--limit"_s, u"many"_s}), -2);
    QCOMPARE(count({u"--object"_s, u"/"_s}), count({}));
}

void VigiectlTest::checkTellsFindings()
{
    const Run could = onCore({u"vm"_s, u"power-off"_s, m_vm, u"--check"_s, u"-o"_s, u"json"_s});
    QCOMPARE(could.code, 0);
    QCOMPARE(QJsonDocument::fromJson(could.out)[u"available"].toBool(), true);
    const Run not_ = onCore({u"vm"_s, u"power-on"_s, m_vm, u"--check"_s, u"-o"_s, u"json"_s});
    QCOMPARE(not_.code, 1);
    const QJsonDocument finding = QJsonDocument::fromJson(not_.out);
    QVERIFY(finding[u"available"].isBool());
    QCOMPARE(finding[u"available"].toBool(), false);
    QCOMPARE(finding[u"name"].toString(), m_vm);
    QCOMPARE(finding[u"why"][u"code"].toString(), u"operation.wrong-state"_s);
    QVERIFY(!finding[u"why"][u"message"].toString().isEmpty());
    QVERIFY(not_.err.isEmpty());
}

/// The core is killed while vigiectl waits for a task; the next core says that the task was interrupted.
void VigiectlTest::waitingOutlivesAKilledCore()
{
    QProcess waiting;
    waiting.start(
        program(u"vigiectl"_s),
        {u"--core"_s, m_directory.filePath(u"core"_s), u"vm"_s, u"shut-down"_s, m_vm, u"-o"_s, u"json"_s});
    QTRY_VERIFY_WITH_TIMEOUT(
        !onCore({u"get"_s, u"tasks"_s, m_vm, u"--filter"_s, u"shut down"_s, u"-o"_s, u"json"_s})
             .items()
             .isEmpty(),
        20'000);
    ::kill(static_cast<pid_t>(m_core.processId()), SIGKILL);
    QVERIFY(m_core.waitForFinished());
    QVERIFY(waiting.waitForFinished(45'000)); // it starts the next core by itself, or finds ours
    QVERIFY(waiting.exitStatus() == QProcess::NormalExit);
}

void VigiectlTest::aHostThatCannotBeReachedIsNoEmptyList()
{
    const Run wrong =
        vigiectl({u"--connect"_s, u"nonsense:///system"_s, u"get"_s, u"vms"_s, u"-o"_s, u"json"_s});
    QCOMPARE(wrong.code, 3);
    QVERIFY2(wrong.error()[u"code"].toString().startsWith(u"hypervisor."), wrong.err.constData());
    const Run right =
        vigiectl({u"--connect"_s, u"test:///default"_s, u"get"_s, u"vms"_s, u"-o"_s, u"json"_s});
    QCOMPARE(right.code, 0);
    QCOMPARE(right.items().size(), 1);
}

void VigiectlTest::anAlarmsActionsAreWrittenInWords()
{
    const QString alarm = u"Host not responding"_s;
    const QString actions =
        u"channel=email target=ops@example.org on=alert+ended,channel=script target=page.sh"_s;
    const Run set = onCore({u"alarm-definition"_s, u"set"_s, alarm, u"--actions"_s, actions});
    QVERIFY2(set.code == 0, set.err.constData());
    const Run got = onCore({u"get"_s, u"alarm-definitions"_s, alarm, u"-o"_s, u"json"_s});
    const QJsonArray kept = got.items().at(0)[u"actions"].toArray();
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.at(0)[u"target"].toString(), u"ops@example.org"_s);
    QCOMPARE(kept.at(0)[u"on"].toArray(), (QJsonArray{u"alert"_s, u"ended"_s}));
    for (const QString &wrong : {u"channel=pigeon target=x"_s, u"target"_s, u"colour=red"_s,
                                 u"channel=email target=nobody"_s, u"channel=script target=../sh"_s}) {
        const Run refused = onCore({u"alarm-definition"_s, u"set"_s, alarm, u"--actions"_s, wrong});
        QCOMPARE(refused.code, 2);
    }
}

void VigiectlTest::notificationSettingsAreShownWithoutSecrets()
{
    const QString file = m_directory.filePath(u"password"_s);
    QFile secret(file);
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write("open sesame\n");
    secret.close();
    const Run set =
        onCore({u"notification"_s, u"set"_s, u"email"_s, u"--server"_s, u"mail.example.org"_s, u"--sender"_s,
                u"vigie@example.org"_s, u"--user"_s, u"vigie"_s, u"--password-file"_s, file});
    QVERIFY2(set.code == 0, set.err.constData());
    const Run shown = onCore({u"notification"_s, u"show"_s, u"-o"_s, u"json"_s});
    QCOMPARE(shown.code, 0);
    const QJsonObject settings = QJsonDocument::fromJson(shown.out).object();
    QCOMPARE(settings.value(u"host"_s).toString(), u"mail.example.org"_s);
    QCOMPARE(settings.value(u"hasPassword"_s), QJsonValue(true));
    QVERIFY(!shown.out.contains("sesame"));
}

QTEST_GUILESS_MAIN(VigiectlTest)
#include "vigiectltest.moc"
