// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/world.h"
#include "views/addhost/addhostwizard.h"
#include "views/addhost/hostwishes.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace core::model;
using views::AddHostWizard;

namespace {

struct Filled {
    core::api::client::Session session{core::api::client::Endpoint{}};
    tests::FakeCore &core = tests::coreOf(session);
    tests::World world = tests::fill(core);
    AddHostWizard wizard{session, world.cluster, nullptr};

    Filled()
    {
        wizard.restart(); // as show() does
        wizard.show();
    }
    template <class T>
    T *part(const QString &name)
    {
        return wizard.findChild<T *>(name);
    }
    void paste(const QString &text)
    {
        part<QRadioButton>(u"addManyHosts"_s)->setChecked(true);
        part<QPlainTextEdit>(u"addHostList"_s)->setPlainText(text);
    }
    /// The task of the n-th request, as the core tells of it.
    void tell(size_t which, TaskState state, const std::optional<core::Error> &error = {})
    {
        Task task = core.answered[which];
        task.parameters = core.started[which].parameters;
        task.state = state;
        task.error = error;
        Q_EMIT session.taskChanged(task);
    }
};

} // namespace

class AddHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aListIsReadLineByLine();
    void oneHostIsAskedForFirst();
    void aHostThatIsKnownIsSaid();
    void theCommandsAreShownBeforeItIsDone();
    void eachHostHasItsOutcome();
    void whatAHostLacksIsFound();
    void anotherLanguageKeepsWhatWasEntered();

private:
    QTemporaryDir m_settings;
};

void AddHostTest::initTestCase()
{
    QVERIFY(m_settings.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void AddHostTest::aListIsReadLineByLine()
{
    const auto list = views::readHosts(u"h3.example.org  # the third\n"
                                       "\n"
                                       "left qemu+tls://h4/system\n"
                                       "h3.example.org\n"
                                       "10.0.0.9\n"
                                       "three words here\n"
                                       "a;b\n"_s);
    QCOMPARE(list.hosts.size(), 3U); // one was there twice
    QCOMPARE(list.hosts[0].uri, u"qemu+ssh://root@h3.example.org/system"_s);
    QCOMPARE(list.hosts[1].name, u"left"_s);
    QCOMPARE(list.hosts[1].uri, u"qemu+tls://h4/system"_s);
    QCOMPARE(list.hosts[2].uri, u"qemu+ssh://root@10.0.0.9/system"_s);
    QCOMPARE(list.wrong, (QStringList{u"three words here"_s, u"a;b"_s}));
}

void AddHostTest::oneHostIsAskedForFirst()
{
    Filled filled;
    QVERIFY(!filled.part<QAbstractButton>(u"addHostNext"_s)->isEnabled()); // no host yet
    filled.part<QLineEdit>(u"uriHost"_s)->setFocus();
    QTest::keyClicks(filled.part<QLineEdit>(u"uriHost"_s), u"h9"_s);
    QVERIFY(filled.part<QAbstractButton>(u"addHostNext"_s)->isEnabled());
    filled.wizard.next();
    auto *tree = filled.part<QTreeWidget>(u"addHostLocation"_s);
    QCOMPARE(tree->currentItem()->text(0), u"Prod"_s); // where it was asked for
    filled.wizard.next();
    const QString command = filled.part<QPlainTextEdit>(u"equivalentCommand"_s)->toPlainText();
    QVERIFY2(command.contains(u"--parent /Paris/Prod"_s), qPrintable(command));
}

void AddHostTest::aHostThatIsKnownIsSaid()
{
    Filled filled;
    filled.paste(u"h1\n"_s); // qemu+ssh://root@h1/system is there
    QVERIFY(!filled.part<QAbstractButton>(u"addHostNext"_s)->isEnabled());
    QVERIFY(filled.part<QLabel>(u"addHostProblem"_s)->text().contains(u"h1"_s));
    filled.paste(u"good one line too many\n"_s);
    QVERIFY(!filled.part<QAbstractButton>(u"addHostNext"_s)->isEnabled());
}

void AddHostTest::theCommandsAreShownBeforeItIsDone()
{
    Filled filled;
    filled.paste(u"h8\nnine h9\n"_s);
    filled.wizard.next();
    filled.wizard.next();
    const QString command = filled.part<QPlainTextEdit>(u"equivalentCommand"_s)->toPlainText();
    QCOMPARE(command.count(u'\n'), 1);
    QVERIFY(command.contains(u"vigiectl host add nine "_s));
    QVERIFY(filled.core.started.empty()); // nothing yet
}

void AddHostTest::eachHostHasItsOutcome()
{
    Filled filled;
    filled.paste(u"h7\nh8\nh9\n"_s);
    for (int page = 0; page < 3; ++page)
        filled.wizard.next();
    QTRY_COMPARE(filled.core.started.size(), 3U);
    auto *list = filled.part<QTreeWidget>(u"addingHosts"_s);
    auto *close = filled.part<QAbstractButton>(u"addHostFinish"_s);
    QCoreApplication::processEvents(); // the answers
    QVERIFY(!close->isEnabled());
    filled.tell(0, TaskState::Succeeded);
    filled.tell(1, TaskState::Failed,
                core::Error(core::errors::Unreachable, QJsonObject{{u"where"_s, u"h8"_s}}));
    Task asked = filled.core.answered[2];
    asked.parameters = filled.core.started[2].parameters;
    asked.state = TaskState::Failed;
    asked.error = core::Error(core::ErrorCode{"trust.unknown"_L1});
    Q_EMIT filled.session.taskChanged(asked);
    QVERIFY(close->isEnabled());
    QVERIFY(list->topLevelItem(1)->text(1).contains(u"h8"_s));
    QVERIFY(list->topLevelItem(2)->text(1) != list->topLevelItem(1)->text(1)); // a question is no failure
    asked.id = core::TaskId::random(); // it was answered: the window asked again
    asked.state = TaskState::Running;
    asked.error.reset();
    Q_EMIT filled.session.taskChanged(asked);
    QVERIFY(!close->isEnabled());
    filled.part<QAbstractButton>(u"addingRetry"_s)->click();
    QTRY_COMPARE(filled.core.started.size(), 4U); // the one that failed, not the others
    QCOMPARE(filled.core.started[3].parameters.value(u"uri"_s).toString(), u"qemu+ssh://root@h8/system"_s);
}

void AddHostTest::whatAHostLacksIsFound()
{
    Filled filled;
    filled.paste(u"h9\n"_s);
    for (int page = 0; page < 3; ++page)
        filled.wizard.next();
    QTRY_COMPARE(filled.core.started.size(), 1U);
    QCoreApplication::processEvents(); // the answer
    auto added = tests::makeHost(core::HostId::random(), u"h9"_s, filled.world.cluster);
    filled.core.inventory.put(added);
    filled.tell(0, TaskState::Succeeded);
    filled.wizard.next();
    QTRY_COMPARE(filled.core.started.size(), 2U);
    QCOMPARE(filled.core.started[1].operation, u"host.check"_s);
    QCOMPARE(filled.core.started[1].parameters.value(u"host"_s).toString(), added.id.toString());
    QCoreApplication::processEvents();
    Task check = filled.core.answered[1];
    check.state = TaskState::Succeeded;
    check.findings = {{.problem = core::Error(core::errors::Unreachable, QJsonObject{{u"where"_s, u"h1"_s}})},
                      {.severity = FindingSeverity::Warning, .problem = core::Error(core::errors::Timeout)}};
    Q_EMIT filled.session.taskChanged(check);
    auto *found = filled.part<QListWidget>(u"prepareFindings"_s);
    QCOMPARE(found->count(), 2);
    QVERIFY(found->item(0)->text().contains(u"h1"_s));
    QVERIFY(filled.part<QTreeWidget>(u"prepareHosts"_s)->topLevelItem(0)->text(1).contains(u'1'));
    filled.part<QPushButton>(u"prepareHost"_s)->click();
    QTRY_COMPARE(filled.core.started.size(), 3U);
    QCOMPARE(filled.core.started[2].operation, u"host.prepare"_s);
}

void AddHostTest::anotherLanguageKeepsWhatWasEntered()
{
    Filled filled;
    filled.paste(u"h8\n"_s);
    filled.wizard.next();
    filled.part<QTreeWidget>(u"addHostLocation"_s)
        ->setCurrentItem(filled.part<QTreeWidget>(u"addHostLocation"_s)->topLevelItem(0));
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&filled.wizard, &change);
    QCOMPARE(filled.part<QTreeWidget>(u"addHostLocation"_s)->currentItem()->text(0), u"Paris"_s);
    filled.wizard.next();
    QVERIFY(
        filled.part<QPlainTextEdit>(u"equivalentCommand"_s)->toPlainText().contains(u"--parent /Paris "_s));
}

QTEST_MAIN(AddHostTest)
#include "addhosttest.moc"
