// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/language.h"
#include "tests/views/support/world.h"
#include "views/activity/activityfilter.h"
#include "views/activity/eventdetails.h"
#include "views/activity/eventexport.h"
#include "views/activity/taskdetails.h"
#include "views/activity/tasksandeventspage.h"

#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace core::model;
using namespace std::chrono_literals;
using core::api::client::EventQuery;
using views::ActivityFilter;
using views::EventExport;

namespace {

Event makeEvent(qint64 id, const QString &code, const ObjectRef &object, Severity severity = Severity::Info)
{
    return {.id = id,
            .time = core::Instant(core::Duration(id * 1000)),
            .code = code,
            .severity = severity,
            .object = object,
            .objectName = u"web"_s,
            .parameters = {{u"host"_s, u"h1"_s}},
            .actor = u"local\\ann"_s};
}

struct Filled {
    core::api::client::Session session{core::api::client::Endpoint{}};
    tests::FakeCore &core = tests::coreOf(session);
    tests::World world = tests::fill(core);
    QTemporaryDir files;

    /// A core with so many events, newest first, that pages as the real one does.
    void remember(qint64 count)
    {
        core.events = [this, count](const EventQuery &query) {
            std::vector<Event> page;
            const qint64 below = query.before.value_or(count + 1);
            for (qint64 id = below - 1; id > 0 && page.size() < static_cast<size_t>(query.limit); --id)
                page.push_back(makeEvent(id, u"vm.powered-on"_s, world.web));
            return core::Result<std::vector<Event>>(page);
        };
    }
    QByteArray exported(EventExport::Format format)
    {
        const QString path = files.filePath(u"out"_s);
        auto *out = new EventExport(session, {}, format, path, &session);
        QSignalSpy finished(out, &EventExport::finished);
        out->start();
        if (!finished.wait())
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace

class ActivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFilterAsksTheCore();
    void aFilterJudgesAsTheCoreDoes();
    void thePageAsksWithItsFilterAndPages();
    void newEventsThatDoNotFitAreNotShown();
    void allEventsAreExportedPageByPage();
    void aFileThatCannotBeWrittenIsSaid();
    void tasksAreFilteredByState();
    void aTaskShowsItsStepsAndItsCommand();
    void onlyWhatFailedIsTriedAgain();
    void anEventTellsItsCause();

private:
    QTemporaryDir m_settings;
};

void ActivityTest::initTestCase()
{
    QVERIFY(m_settings.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void ActivityTest::aFilterAsksTheCore()
{
    const ActivityFilter filter{.kind = u"host"_s,
                                .atLeast = Severity::Warning,
                                .state = {},
                                .user = u"local\\ann"_s,
                                .text = u"h1"_s,
                                .time = {.since = core::Instant(5s), .until = {}}};
    const EventQuery query = views::queryFor(filter);
    QVERIFY((query.severities == std::vector{Severity::Warning, Severity::Alert}));
    QVERIFY(!query.codes.empty() && query.codes.size() <= 50);
    QVERIFY(
        std::ranges::all_of(query.codes, [](const QString &code) { return code.startsWith(u"host."_s); }));
    QCOMPARE(query.actor, u"local\\ann"_s);
    QCOMPARE(query.text, u"h1"_s);
    QCOMPARE(query.language, core::text::language());
    QVERIFY(query.since == core::Instant(5s));
    for (const QString &kind : views::eventKinds()) // the core takes at most 50 codes
        QVERIFY2(
            views::queryFor({.kind = kind, .atLeast = {}, .state = {}, .user = {}, .text = {}, .time = {}})
                    .codes.size()
                <= 50,
            qPrintable(kind));
}

void ActivityTest::aFilterJudgesAsTheCoreDoes()
{
    const Event event = makeEvent(7, u"vm.powered-on"_s, core::VmId::random());
    const auto with = [](auto change) {
        ActivityFilter filter;
        change(filter);
        return filter;
    };
    QVERIFY(views::matches(ActivityFilter(), event));
    QVERIFY(views::matches(with([](auto &f) { f.kind = u"vm"_s; }), event));
    QVERIFY(!views::matches(with([](auto &f) { f.kind = u"v"_s; }), event));
    QVERIFY(!views::matches(with([](auto &f) { f.atLeast = Severity::Warning; }), event));
    QVERIFY(views::matches(with([](auto &f) { f.text = u"H1"_s; }), event)); // in a parameter
    QVERIFY(!views::matches(with([](auto &f) { f.text = u"h2"_s; }), event));
    QVERIFY(views::matches(with([](auto &f) { f.text = u"was powered on"_s; }), event)); // as it reads
    QVERIFY(!views::matches(with([](auto &f) { f.text = u"was powered off"_s; }), event));
    QVERIFY(!views::matches(with([](auto &f) { f.user = u"local\\an"_s; }), event)); // exactly
    QVERIFY(views::matches(with([](auto &f) { f.time.since = core::Instant(7s); }), event)); // at or after
    QVERIFY(!views::matches(with([](auto &f) { f.time.until = core::Instant(7s); }), event)); // before
}

void ActivityTest::thePageAsksWithItsFilterAndPages()
{
    Filled filled;
    filled.remember(450);
    views::TasksAndEventsPage page(filled.session, nullptr);
    page.setObject(filled.world.web);
    page.findChild<QTabBar *>(u"tasksOrEvents"_s)->setCurrentIndex(1);
    page.show();
    auto *table = page.findChild<QTreeView *>(u"objectEventsTable"_s);
    auto *older = page.findChild<QPushButton *>(u"olderEvents"_s);
    QTRY_COMPARE(table->model()->rowCount(), 200);
    older->click();
    QTRY_COMPARE(table->model()->rowCount(), 400);
    QVERIFY(filled.core.eventQueries.back().before == 251);
    older->click();
    QTRY_COMPARE(table->model()->rowCount(), 450);
    QVERIFY(!older->isEnabled()); // these are all
    page.findChild<QLineEdit *>(u"eventText"_s)->setText(u"h1"_s);
    QTRY_COMPARE(filled.core.eventQueries.back().text, u"h1"_s);
    QVERIFY(filled.core.eventQueries.back().object == ObjectRef(filled.world.web));
    QTRY_COMPARE(table->model()->rowCount(), 200);
}

void ActivityTest::newEventsThatDoNotFitAreNotShown()
{
    Filled filled;
    views::TasksAndEventsPage page(filled.session, nullptr);
    page.setObject({});
    page.findChild<QTabBar *>(u"tasksOrEvents"_s)->setCurrentIndex(1);
    page.show();
    auto *severity = page.findChild<QComboBox *>(u"eventSeverity"_s);
    severity->setCurrentIndex(severity->findData(static_cast<int>(Severity::Alert)));
    QTRY_VERIFY(filled.core.eventQueries.back().severities == std::vector{Severity::Alert});
    QTest::qWait(0); // the answer
    auto *table = page.findChild<QTreeView *>(u"objectEventsTable"_s);
    Q_EMIT filled.session.eventRaised(makeEvent(1, u"vm.powered-on"_s, filled.world.web));
    Q_EMIT filled.session.eventRaised(makeEvent(2, u"vm.crashed"_s, filled.world.web, Severity::Alert));
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

void ActivityTest::allEventsAreExportedPageByPage()
{
    Filled filled;
    filled.remember(2345);
    const auto json = QJsonDocument::fromJson(filled.exported(EventExport::Format::Json));
    QCOMPARE(json[u"items"].toArray().size(), 2345);
    QCOMPARE(json[u"items"][2344][u"id"].toInt(), 1);
    const QByteArray csv = filled.exported(EventExport::Format::Csv);
    QCOMPARE(csv.count("\r\n"), 2346); // with its head
    QVERIFY(csv.contains("1970-01-01T00:00:01.000Z"));
}

void ActivityTest::aFileThatCannotBeWrittenIsSaid()
{
    Filled filled;
    auto *out = new EventExport(filled.session, {}, EventExport::Format::Csv, u"/no/such/place/x.csv"_s,
                                &filled.session);
    bool said = false;
    connect(out, &EventExport::finished, this, [&](const core::Result<void> &result) {
        said = !result && result.error().code == "views.file-not-written"_L1;
    });
    out->start();
    QVERIFY(said);
}

void ActivityTest::tasksAreFilteredByState()
{
    Filled filled;
    filled.core.tasks = {
        {.id = core::TaskId::random(), .operation = u"vm.power-on"_s, .state = TaskState::Failed},
        {.id = core::TaskId::random(), .operation = u"vm.power-on"_s, .state = TaskState::Succeeded}};
    views::TasksAndEventsPage page(filled.session, nullptr);
    page.setObject({});
    page.show();
    auto *table = page.findChild<QTreeView *>(u"objectTasksTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    auto *state = page.findChild<QComboBox *>(u"taskState"_s);
    state->setCurrentIndex(state->findData(static_cast<int>(TaskState::Failed)));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    page.findChild<QPushButton *>(u"taskFilterReset"_s)->click();
    QTRY_COMPARE(table->model()->rowCount(), 2);
}

void ActivityTest::aTaskShowsItsStepsAndItsCommand()
{
    Filled filled;
    Task task{.id = core::TaskId::random(),
              .operation = u"vm.power-on"_s,
              .target = filled.world.web,
              .targetName = u"web"_s,
              .state = TaskState::Running,
              .parameters = {{u"vm"_s, filled.world.web.toString()}},
              .steps = {{.code = u"first"_s, .state = StepState::Done}, {.code = u"second"_s}}};
    views::TaskDetails details(filled.session, task, nullptr);
    auto *steps = details.findChild<QTreeWidget *>(u"taskSteps"_s);
    QCOMPARE(steps->topLevelItemCount(), 2);
    QCOMPARE(details.findChild<QPlainTextEdit *>(u"equivalentCommand"_s)->toPlainText(),
             u"vigiectl vm power-on web"_s);
    QVERIFY(details.findChild<QLabel *>(u"taskProblem"_s)->isHidden());
    task.state = TaskState::Failed;
    task.error =
        core::Error(core::errors::Unreachable, QJsonObject{{u"where"_s, u"h1"_s}}, u"virsh says no"_s);
    Q_EMIT filled.session.taskChanged(task);
    QVERIFY(!details.findChild<QLabel *>(u"taskProblem"_s)->isHidden());
    QCOMPARE(details.findChild<QPlainTextEdit *>(u"taskDetail"_s)->toPlainText(), u"virsh says no"_s);
}

void ActivityTest::onlyWhatFailedIsTriedAgain()
{
    Task task{
        .operation = u"vm.power-on"_s, .state = TaskState::Succeeded, .parameters = {{u"vm"_s, u"x"_s}}};
    QVERIFY(!views::retryOf(task));
    task.state = TaskState::Failed;
    QVERIFY(views::retryOf(task));
    QCOMPARE(views::retryOf(task)->parameters, task.parameters);
    task.operation = u"user.set-password"_s; // the password was not kept
    QVERIFY(!views::retryOf(task));
}

void ActivityTest::anEventTellsItsCause()
{
    Filled filled;
    Event event = makeEvent(3, u"vm.powered-on"_s, filled.world.web);
    event.task = core::TaskId::random();
    filled.core.tasks = {{.id = event.task, .operation = u"vm.power-on"_s, .targetName = u"web"_s}};
    views::EventDetails details(filled.session, event, nullptr);
    QVERIFY(details.findChild<QLabel *>(u"eventSentence"_s)->text().contains(u"web"_s));
    QVERIFY(details.findChild<QPushButton *>(u"eventTask"_s)->isEnabled());
    QVERIFY(details.findChild<QPlainTextEdit *>(u"eventData"_s)->toPlainText().contains(u"vm.powered-on"_s));
    filled.core.tasks.clear();
    views::EventDetails late(filled.session, event, nullptr);
    QVERIFY(!late.findChild<QPushButton *>(u"eventTask"_s)->isEnabled());
}

QTEST_MAIN(ActivityTest)
#include "activitytest.moc"
