// SPDX-License-Identifier: GPL-3.0-or-later
// vigiectl, vigied and real libvirt daemons with real guests: what the command line says is compared with virsh.
#include "tests/endtoend/labprograms.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace endtoend;

/// One lab of two hosts and four guests, used in the order of the tests.
class EndToEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyKindIsListedInEveryFormat_data();
    void everyKindIsListedInEveryFormat();
    void everyKindOfObjectIsDescribed_data();
    void everyKindOfObjectIsDescribed();
    void powerOperationsAreReadBackOnTheHost();
    void whatIsDoneBehindOurBackAppears();
    void aHostWhoseDaemonHangsIsSaidAndItsActionsRefused();
    void aKilledCoreIsReplacedAndNothingIsLost();
    void machinesOfAHostThatCannotBeReachedStayWithTheirLastState();
    void exitCodesSayHowItEnded();
    void bothLanguagesSayItInTheirWords();
    void namesWithAMeaningElsewhereAreNamesHere_data();
    void namesWithAMeaningElsewhereAreNamesHere();
    void namesThatDeceiveAreRefused_data();
    void namesThatDeceiveAreRefused();
    void aMachineIsRenamedOnItsHost();
    void downLeavesNothing();

private:
    [[nodiscard]] QString hostOf(const QString &guest) const { return m_hostOf.value(guest); }

    LabPrograms m_lab;
    QHash<QString, QString> m_hostOf; ///< by guest
    QString m_guest; ///< the first one of h1
};

namespace {

const QString json = u"json"_s;

} // namespace

void EndToEndTest::initTestCase()
{
    const Ran up = m_lab.lab({u"up"_s, u"--hosts"_s, u"2"_s, u"--guests"_s, u"4"_s, u"--json"_s});
    QVERIFY2(up.code == 0, up.said().constData());
    for (const QJsonValue &guest : up.json().value(u"guests"_s).toArray())
        m_hostOf.insert(guest[u"name"].toString(), guest[u"host"].toString());
    QCOMPARE(m_hostOf.size(), 4);
    m_guest = m_hostOf.key(u"h1"_s);
    QVERIFY(!m_guest.isEmpty());
    const auto isConnected = [](const QJsonValue &host) { return host[u"state"] == u"connected"_s; };
    QVERIFY(becomes([&] { // a busy machine takes longer than the core waits for them
        const QJsonArray hosts = m_lab.ctl({u"get"_s, u"hosts"_s, u"-o"_s, json}).items();
        return hosts.size() == 2 && std::all_of(hosts.begin(), hosts.end(), isConnected);
    }));
}

void EndToEndTest::cleanupTestCase()
{
    const Ran down = m_lab.lab({u"down"_s}); // a test that failed half way
    QVERIFY2(down.code == 0, down.said().constData());
}

void EndToEndTest::everyKindIsListedInEveryFormat_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("fewest");
    QTest::newRow("datacenters") << u"datacenters"_s << 1;
    QTest::newRow("clusters") << u"clusters"_s << 1;
    QTest::newRow("hosts") << u"hosts"_s << 2;
    QTest::newRow("vms") << u"vms"_s << 4;
    QTest::newRow("datastores") << u"datastores"_s << 1;
    for (const char *kind : {"pools", "templates", "networks", "folders", "tasks", "events", "alarms"})
        QTest::newRow(kind) << QString::fromLatin1(kind) << 0;
}

void EndToEndTest::everyKindIsListedInEveryFormat()
{
    QFETCH(QString, kind);
    QFETCH(int, fewest);
    const Ran asJson = m_lab.ctl({u"get"_s, kind, u"-o"_s, json});
    QVERIFY2(asJson.code == 0, asJson.said().constData());
    QVERIFY(asJson.json().value(u"items"_s).isArray());
    QVERIFY2(asJson.items().size() >= fewest, asJson.said().constData());
    const Ran asCsv = m_lab.ctl({u"get"_s, kind, u"-o"_s, u"csv"_s});
    QCOMPARE(asCsv.code, 0);
    const Ran asTable = m_lab.ctl({u"get"_s, kind});
    QCOMPARE(asTable.code, 0);
    if (kind == u"events" || kind == u"tasks")
        return; // more may have come in between
    QCOMPARE(asCsv.out.trimmed().count("\r\n"), asJson.items().size()); // and one line of heads
    QCOMPARE(asTable.out.trimmed().count('\n'), asJson.items().size());
}

void EndToEndTest::everyKindOfObjectIsDescribed_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"datacenter", "cluster", "host", "vm", "datastore"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void EndToEndTest::everyKindOfObjectIsDescribed()
{
    QFETCH(QString, kind);
    const QJsonObject listed = m_lab.ctl({u"get"_s, kind + u's', u"-o"_s, json}).items().at(0).toObject();
    const QString id = listed.value(u"id"_s).toString();
    const Ran described = m_lab.ctl({u"describe"_s, kind, id, u"-o"_s, json});
    QVERIFY2(described.code == 0, described.said().constData());
    QCOMPARE(described.json().value(u"name"_s), listed.value(u"name"_s));
    const Ran table = m_lab.ctl({u"describe"_s, kind, id});
    QVERIFY(table.out.contains(id.toUtf8()));
    QCOMPARE(m_lab.ctl({u"describe"_s, kind, u"no such thing"_s}).code != 0, true);
}

void EndToEndTest::powerOperationsAreReadBackOnTheHost()
{
    struct Step {
        QStringList command;
        QByteArray state;
    };
    const std::vector<Step> steps{
        {{u"power-off"_s}, "shut off"},
        {{u"power-on"_s}, "running"},
        {{u"suspend"_s, u"--keep-in-memory"_s}, "paused"},
        {{u"resume"_s}, "running"},
        {{u"reset"_s}, "running"},
    };
    for (const Step &step : steps) {
        const Ran ran = m_lab.ctl(QStringList{u"vm"_s, step.command.front(), m_guest} + step.command.mid(1));
        QVERIFY2(ran.code == 0, ran.said().constData());
        QCOMPARE(m_lab.domainState(u"h1"_s, m_guest), step.state); // at once: done is what was read back
    }
    const Ran again = m_lab.ctl({u"vm"_s, u"power-on"_s, m_guest, u"-o"_s, json});
    QCOMPARE(again.code, 1);
    QCOMPARE(again.errorCode(), u"operation.wrong-state"_s);
}

void EndToEndTest::whatIsDoneBehindOurBackAppears()
{
    const QString path = m_lab.directory() + u"/../behind.xml"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<domain type='qemu'><name>behind</name><memory unit='MiB'>32</memory>"
               "<os><type arch='x86_64' machine='pc'>hvm</type></os></domain>");
    file.close();
    const auto state = [this](const QString &name) {
        return m_lab.object(u"vms"_s, name).value(u"state"_s).toString();
    };
    const Ran defined = m_lab.virsh(u"h2"_s, {u"define"_s, path});
    QVERIFY2(defined.code == 0, defined.said().constData());
    QVERIFY(becomes([&] { return state(u"behind"_s) == u"off"; }));
    const Ran started = m_lab.virsh(u"h2"_s, {u"start"_s, u"behind"_s});
    QVERIFY2(started.code == 0, started.said().constData());
    QVERIFY(becomes([&] { return state(u"behind"_s) == u"running"; }));
    QCOMPARE(m_lab.virsh(u"h2"_s, {u"destroy"_s, u"behind"_s}).code, 0);
    QVERIFY(becomes([&] { return state(u"behind"_s) == u"off"; }));
    QCOMPARE(m_lab.virsh(u"h2"_s, {u"domrename"_s, u"behind"_s, u"renamed"_s}).code, 0);
    QVERIFY(becomes([&] { return state(u"renamed"_s) == u"off" && state(u"behind"_s).isEmpty(); }));
    QCOMPARE(m_lab.virsh(u"h2"_s, {u"undefine"_s, u"renamed"_s}).code, 0);
    QVERIFY(becomes([&] { return m_lab.object(u"vms"_s, u"renamed"_s).isEmpty(); }));
}

void EndToEndTest::aHostWhoseDaemonHangsIsSaidAndItsActionsRefused()
{
    const auto state = [this](const QString &host) {
        return m_lab.object(u"hosts"_s, host).value(u"state"_s).toString();
    };
    QCOMPARE(m_lab.lab({u"fault"_s, u"daemon-pause"_s, u"h1"_s}).code, 0);
    const bool isSaid = becomes([&] { return state(u"h1"_s) == u"not-responding"; });
    const Ran refused = m_lab.ctl({u"vm"_s, u"power-off"_s, m_guest, u"-o"_s, json});
    const QJsonObject machine = m_lab.object(u"vms"_s, m_guest);
    const Ran alarms = m_lab.ctl({u"get"_s, u"alarms"_s, u"-o"_s, json});
    const QString other = state(u"h2"_s);
    QCOMPARE(m_lab.lab({u"repair"_s, u"daemon-pause"_s, u"h1"_s}).code, 0);
    QVERIFY(isSaid);
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.errorCode(), u"operation.host-not-responding"_s);
    QCOMPARE(machine.value(u"state"_s).toString(), u"running"_s); // as last known, never shown as off
    QVERIFY(machine.value(u"stale"_s).toBool());
    QVERIFY(alarms.out.contains("host.not-responding"));
    QCOMPARE(other, u"connected"_s);
    QVERIFY(becomes([&] { return state(u"h1"_s) == u"connected"; }));
    QVERIFY(becomes([&] { return !m_lab.object(u"vms"_s, m_guest).value(u"stale"_s).toBool(); }));
    QCOMPARE(m_lab.ctl({u"vm"_s, u"reset"_s, m_guest}).code, 0);
}

void EndToEndTest::aKilledCoreIsReplacedAndNothingIsLost()
{
    QCOMPARE(m_lab.ctl({u"create"_s, u"folder"_s, u"Comptabilité"_s}).code, 0);
    QCOMPARE(m_lab.ctl({u"vm"_s, u"move"_s, m_guest, u"--folder"_s, u"Comptabilité"_s}).code, 0);
    const Ran renamed = m_lab.ctl({u"folder"_s, u"rename"_s, u"Comptabilité"_s, u"--name"_s, u"Paie"_s});
    QVERIFY2(renamed.code == 0, renamed.said().constData());
    const qint64 before = m_lab.corePid();
    QVERIFY(before > 1);
    QCOMPARE(::kill(static_cast<pid_t>(before), SIGKILL), 0); // the moment after it was acknowledged
    const QJsonObject folder = m_lab.object(u"folders"_s, u"Paie"_s);
    QVERIFY(!folder.isEmpty());
    QVERIFY(m_lab.corePid() != before);
    QVERIFY(m_lab.object(u"folders"_s, u"Comptabilité"_s).isEmpty());
    QCOMPARE(m_lab.object(u"vms"_s, m_guest).value(u"folder"_s), folder.value(u"id"_s));
    QCOMPARE(m_lab.ctl({u"get"_s, u"vms"_s, u"-o"_s, json}).items().size(), 4);
    const QJsonArray tasks = m_lab.ctl({u"get"_s, u"tasks"_s, u"-o"_s, json}).items();
    for (const QString &operation : {u"folder.create"_s, u"vm.move"_s, u"folder.rename"_s}) {
        const auto isKept = [&](const QJsonValue &task) {
            return task[u"operation"].toString() == operation && task[u"state"].toString() == u"succeeded";
        };
        QVERIFY2(std::any_of(tasks.begin(), tasks.end(), isKept), qPrintable(operation));
    }
}

void EndToEndTest::machinesOfAHostThatCannotBeReachedStayWithTheirLastState()
{
    QVERIFY(becomes([this] { return !m_lab.object(u"vms"_s, m_guest).value(u"stale"_s).toBool(); }));
    QCOMPARE(m_lab.lab({u"fault"_s, u"daemon-pause"_s, u"h1"_s}).code, 0);
    ::kill(static_cast<pid_t>(m_lab.corePid()), SIGKILL);
    const QJsonObject machine = m_lab.object(u"vms"_s, m_guest); // of a core that has never reached the host
    const Ran table = m_lab.ctl({u"get"_s, u"vms"_s});
    QCOMPARE(m_lab.lab({u"repair"_s, u"daemon-pause"_s, u"h1"_s}).code, 0);
    QCOMPARE(machine.value(u"state"_s).toString(), u"running"_s);
    QVERIFY(machine.value(u"stale"_s).toBool());
    QVERIFY2(machine.contains(u"lastSeen"_s), QJsonDocument(machine).toJson().constData());
    QVERIFY2(table.out.contains("last known"), table.out.constData());
    QVERIFY(becomes([this] { return !m_lab.object(u"vms"_s, m_guest).value(u"stale"_s).toBool(); }));
}

void EndToEndTest::exitCodesSayHowItEnded()
{
    QCOMPARE(m_lab.ctl({u"get"_s, u"vms"_s}).code, 0);
    QCOMPARE(m_lab.ctl({u"vm"_s, u"power-on"_s, m_guest}).code, 1);
    for (const QStringList &bad :
         {QStringList{u"get"_s, u"unicorns"_s}, QStringList{u"frobnicate"_s},
          QStringList{u"get"_s, u"vms"_s, u"-o"_s, u"poem"_s}, QStringList{u"vm"_s, u"power-off"_s},
          QStringList{u"vm"_s, u"power-off"_s, m_guest, u"--loudly"_s}})
        QVERIFY2(m_lab.ctl(bad).code == 2, qPrintable(bad.join(u' ')));
    const Ran nowhere = run(qEnvironmentVariable("VIGIE_BIN") + u"/vigiectl"_s,
                            {u"--core"_s, u"/dev/null/core"_s, u"get"_s, u"vms"_s, u"-o"_s, json});
    QCOMPARE(nowhere.code, 3);
    QVERIFY(!nowhere.errorCode().isEmpty());
}

void EndToEndTest::bothLanguagesSayItInTheirWords()
{
    const QStringList refused{u"vm"_s, u"power-on"_s, m_guest};
    const QByteArray english = m_lab.ctl(QStringList{u"--lang"_s, u"en"_s} + refused).err;
    const QByteArray french = m_lab.ctl(QStringList{u"--lang"_s, u"fr"_s} + refused).err;
    QVERIFY(english.contains(m_guest.toUtf8()) && french.contains(m_guest.toUtf8()));
    QVERIFY(english.contains("powered on"));
    QVERIFY2(french.contains("sous tension"), french.constData());
    QVERIFY(m_lab.ctl({u"--lang"_s, u"fr"_s, u"get"_s, u"hosts"_s}).out.startsWith("Nom"));
}

void EndToEndTest::namesWithAMeaningElsewhereAreNamesHere_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quotes") << u"it's \"quoted\""_s;
    QTest::newRow("formula") << u"=cmd|calc"_s;
    QTest::newRow("markup") << u"<script>alert(1)"_s;
    QTest::newRow("shell") << u"$(touch x); `id` & %s \\"_s;
    QTest::newRow("SQL") << u"'; DROP TABLE object; --"_s;
    QTest::newRow("Arabic") << u"مرحبا"_s;
    QTest::newRow("80 characters") << QString(80, u'n');
}

void EndToEndTest::namesWithAMeaningElsewhereAreNamesHere()
{
    QFETCH(QString, name);
    const Ran made = m_lab.ctl({u"create"_s, u"folder"_s, name});
    QVERIFY2(made.code == 0, made.said().constData());
    QCOMPARE(m_lab.object(u"folders"_s, name).value(u"name"_s).toString(), name);
    const Ran csv = m_lab.ctl({u"get"_s, u"folders"_s, u"-o"_s, u"csv"_s});
    for (const QByteArray &line : csv.out.split('\n'))
        QVERIFY2(!line.startsWith('='), line.constData()); // a spreadsheet would run it
    const Ran deleted = m_lab.ctl({u"delete"_s, u"folder"_s, name});
    QVERIFY2(deleted.code == 0, deleted.said().constData());
    QVERIFY(m_lab.object(u"folders"_s, name).isEmpty());
}

void EndToEndTest::namesThatDeceiveAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("line feed") << u"two\nlines"_s;
    QTest::newRow("escape") << u"\u001b[31mred"_s;
    QTest::newRow("right to left override") << u"cod\u202egnp"_s;
    QTest::newRow("path") << u"../up"_s;
    QTest::newRow("spaces at its end") << u"x "_s;
    QTest::newRow("81 characters") << QString(81, u'n');
}

void EndToEndTest::namesThatDeceiveAreRefused()
{
    QFETCH(QString, name);
    if (m_lab.domainState(u"h1"_s, m_guest) == "running") // a running machine keeps its name
        QCOMPARE(m_lab.ctl({u"vm"_s, u"power-off"_s, m_guest}).code, 0);
    for (const QStringList &command : {QStringList{u"create"_s, u"folder"_s, name},
                                       QStringList{u"vm"_s, u"rename"_s, m_guest, u"--name"_s, name}}) {
        const Ran refused = m_lab.ctl(command + QStringList{u"-o"_s, json});
        QVERIFY(refused.code == 1 || refused.code == 2);
        QCOMPARE(refused.errorCode(), u"operation.name-invalid"_s);
    }
}

void EndToEndTest::aMachineIsRenamedOnItsHost()
{
    const QString name = u"it's <b>\"=cmd|\"&"_s;
    const QString uuid = m_lab.object(u"vms"_s, m_guest).value(u"id"_s).toString();
    if (m_lab.domainState(u"h1"_s, m_guest) == "running")
        QCOMPARE(m_lab.ctl({u"vm"_s, u"power-off"_s, m_guest}).code, 0);
    const Ran renamed = m_lab.ctl({u"vm"_s, u"rename"_s, m_guest, u"--name"_s, name});
    QVERIFY2(renamed.code == 0, renamed.said().constData());
    QCOMPARE(m_lab.virsh(u"h1"_s, {u"domname"_s, uuid}).out.trimmed(), name.toUtf8());
    const Ran on = m_lab.ctl({u"vm"_s, u"power-on"_s, name});
    QVERIFY2(on.code == 0, on.said().constData());
    QCOMPARE(m_lab.ctl({u"vm"_s, u"power-off"_s, name}).code, 0);
    QCOMPARE(m_lab.ctl({u"vm"_s, u"rename"_s, name, u"--name"_s, m_guest}).code, 0);
    QCOMPARE(m_lab.virsh(u"h1"_s, {u"domname"_s, uuid}).out.trimmed(), m_guest.toUtf8());
}

void EndToEndTest::downLeavesNothing()
{
    const Ran down = m_lab.lab({u"down"_s});
    QVERIFY2(down.code == 0, down.said().constData());
    QVERIFY(!QDir(m_lab.directory()).exists());
    for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/"_s + pid + u"/cmdline"_s);
        if (file.open(QIODevice::ReadOnly))
            QVERIFY2(!file.readAll().contains(m_lab.directory().toUtf8()), qPrintable(pid));
    }
    QCOMPARE(m_lab.lab({u"down"_s}).code, 0); // and again
}

QTEST_GUILESS_MAIN(EndToEndTest)
#include "endtoendtest.moc"
