// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/world.h"
#include "views/alarms/acknowledgedialog.h"
#include "views/alarms/alarmactions.h"
#include "views/alarms/alarmspage.h"
#include "views/alarms/definitiondialog.h"
#include "views/alarms/definitionmodel.h"
#include "views/widgets/commandpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace core::model;
using namespace std::chrono_literals;

namespace {

/// Two definitions, one for all and one on the cluster; one alarm on a VM, one on a host.
struct Filled {
    core::api::client::Session session{core::api::client::Endpoint{}};
    tests::FakeCore &core = tests::coreOf(session);
    tests::World world = tests::fill(core);
    AlarmDefinition cpu{.id = core::AlarmDefinitionId::random(),
                        .name = u"CPU"_s,
                        .object = {},
                        .appliesTo = Kind::Vm,
                        .builtIn = true,
                        .trigger = AlarmTrigger::Threshold,
                        .measure = AlarmMeasure::CpuUsageRatio,
                        .warning = 0.75,
                        .alert = 0.9,
                        .holds = 5min};
    AlarmDefinition moved{.id = core::AlarmDefinitionId::random(),
                          .name = u"Moved"_s,
                          .object = world.cluster,
                          .appliesTo = Kind::Vm,
                          .trigger = AlarmTrigger::Event,
                          .code = u"vm.migrated"_s};
    Alarm hot{.id = core::AlarmId::random(),
              .definition = cpu.id,
              .code = u"alarm.cpu-usage"_s,
              .severity = Severity::Alert,
              .object = world.web,
              .objectName = u"web"_s,
              .parameters = {{u"usageRatio"_s, 0.97}}};
    Alarm wandered{.id = core::AlarmId::random(),
                   .definition = moved.id,
                   .code = u"alarm.event"_s,
                   .object = world.db,
                   .objectName = u"db"_s,
                   .parameters = {{u"alarm"_s, u"Moved"_s}}};

    Filled()
    {
        core.inventory.put(cpu);
        core.inventory.put(moved);
        core.alarms = {hot, wandered};
        core.get = [](const QString &) {
            return core::Result<QJsonObject>(
                QJsonObject{{u"privileges"_s,
                             QJsonArray{u"System.View"_s, u"System.Read"_s, u"Alarm.Create"_s,
                                        u"Alarm.Edit"_s, u"Alarm.Delete"_s, u"Alarm.Acknowledge"_s}}});
        };
    }
};

} // namespace

class AlarmsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void definitionsAreThoseHereAndThoseThatComeDown();
    void whatIsInheritedIsReadOnlyAndLeadsToItsPlace();
    void alarmsAreAcknowledgedWithAComment();
    void onlyWhatAnEventTriggeredIsReset();
    void theMenuOfAnObjectHasItsAlarms();
    void aNewDefinitionIsFilledInByParts();
    void theRuleOfTheCoreIsSaidWhileOneTypes();
    void changesAreSentAndNothingElse();
    void anotherLanguageKeepsWhatWasEntered();

private:
    QTemporaryDir m_settings;
};

void AlarmsTest::initTestCase()
{
    QVERIFY(m_settings.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void AlarmsTest::definitionsAreThoseHereAndThoseThatComeDown()
{
    const Filled filled;
    const auto cluster = views::definitionsAt(filled.world.cluster, filled.core.inventory);
    QCOMPARE(cluster.size(), 2U);
    QCOMPARE(cluster[0].definition.name, u"Moved"_s); // its own first
    QVERIFY(cluster[0].place.isEmpty());
    QCOMPARE(cluster[1].place, u"the whole inventory"_s);
    QCOMPARE(views::definitionsAt(filled.world.web, filled.core.inventory).size(), 2U);
    QCOMPARE(views::definitionsAt({}, filled.core.inventory).size(), 1U); // the cluster's is not above it
    QVERIFY(views::definitionsAt(filled.world.store, filled.core.inventory).size() == 1U);
}

void AlarmsTest::whatIsInheritedIsReadOnlyAndLeadsToItsPlace()
{
    Filled filled;
    views::AlarmsPage page(filled.session, nullptr);
    page.setObject(filled.world.web);
    page.findChild<QTabBar *>(u"triggeredOrDefinitions"_s)->setCurrentIndex(1);
    page.show();
    auto *table = page.findChild<QTreeView *>(u"alarmDefinitionsTable"_s);
    QCOMPARE(table->model()->rowCount(), 2);
    table->setCurrentIndex(table->model()->index(1, 0)); // Moved, by name after CPU
    QCOMPARE(table->currentIndex().data().toString(), u"Moved"_s);
    auto *edit = page.findChild<QPushButton *>(u"editDefinition"_s);
    auto *remove = page.findChild<QPushButton *>(u"deleteDefinition"_s);
    QVERIFY(!edit->isEnabled() && !remove->isEnabled());
    QVERIFY(edit->toolTip().contains(u"Prod"_s));
    QSignalSpy went(&page, &views::Page::objectActivated);
    page.findChild<QPushButton *>(u"goToDefinition"_s)->click();
    QCOMPARE(went.size(), 1);
    QVERIFY(went[0][0].value<ObjectRef>() == ObjectRef(filled.world.cluster));
    page.setObject(filled.world.cluster);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY(edit->isEnabled() && remove->isEnabled());
}

void AlarmsTest::alarmsAreAcknowledgedWithAComment()
{
    Filled filled;
    views::AcknowledgeDialog dialog({filled.hot, filled.wandered}, filled.core.inventory, nullptr);
    dialog.findChild<QPlainTextEdit *>(u"acknowledgeComment"_s)->setPlainText(u"  I am on it\n"_s);
    const auto requests = dialog.requests();
    QCOMPARE(requests.size(), 2U);
    QCOMPARE(requests[0].operation, u"alarm.acknowledge"_s);
    QCOMPARE(requests[0].parameters.value(u"alarm"_s).toString(), filled.hot.id.toString());
    QCOMPARE(requests[0].parameters.value(u"comment"_s).toString(), u"I am on it"_s);
    auto *ok = dialog.findChild<QPushButton *>(u"acknowledgeOk"_s);
    QVERIFY(ok->isEnabled());
    dialog.findChild<QPlainTextEdit *>(u"acknowledgeComment"_s)->setPlainText(QString(1001, u'x'));
    QVERIFY(!ok->isEnabled());
    QVERIFY(!dialog.findChild<QLabel *>(u"acknowledgeReason"_s)->text().isEmpty());
}

void AlarmsTest::onlyWhatAnEventTriggeredIsReset()
{
    Filled filled;
    QWidget window;
    views::AlarmActions actions(filled.session, &window);
    QVERIFY(!actions.obstacleToReset({filled.hot}).isEmpty());
    QVERIFY(!actions.obstacleToReset({}).isEmpty());
    QCOMPARE(actions.obstacleToReset({filled.wandered}), QString());
    filled.wandered.acknowledged = core::Instant(1h);
    QVERIFY(!actions.obstacleToAcknowledge({filled.wandered}).isEmpty());
    QCOMPARE(actions.obstacleToAcknowledge({filled.hot, filled.wandered}), QString());
    actions.reset({filled.wandered});
    QCOMPARE(filled.core.started.size(), 1U);
    QCOMPARE(filled.core.started[0].operation, u"alarm.reset"_s);
}

void AlarmsTest::theMenuOfAnObjectHasItsAlarms()
{
    Filled filled;
    QWidget window;
    views::AlarmActions actions(filled.session, &window);
    QMenu menu;
    actions.addSubmenu(&menu, {filled.world.idle});
    auto *alarm = menu.findChild<QMenu *>(u"alarmMenu"_s);
    QVERIFY(alarm->findChild<QAction *>(u"alarmDefine"_s)->isEnabled());
    QVERIFY(!alarm->findChild<QAction *>(u"alarmAcknowledge"_s)->isEnabled()); // nothing is triggered there
    QVERIFY(!alarm->findChild<QAction *>(u"alarmAcknowledge"_s)->toolTip().isEmpty());
    QMenu other;
    actions.addSubmenu(&other, {filled.world.web});
    QVERIFY(other.findChild<QAction *>(u"alarmAcknowledge"_s)->isEnabled());
    QMenu both;
    actions.addSubmenu(&both, {filled.world.web, filled.world.db});
    QVERIFY(!both.findChild<QAction *>(u"alarmDefine"_s)->isEnabled()); // on one object
}

void AlarmsTest::aNewDefinitionIsFilledInByParts()
{
    Filled filled;
    views::DefinitionDialog dialog(filled.session, filled.world.cluster, nullptr);
    auto *ok = dialog.findChild<QPushButton *>(u"definitionOk"_s);
    QVERIFY(!ok->isEnabled()); // without a name
    dialog.findChild<QLineEdit *>(u"definitionName"_s)->setText(u"Hosts are busy"_s);
    auto *kind = dialog.findChild<QComboBox *>(u"definitionKind"_s);
    kind->setCurrentIndex(kind->findData(u"host"_s));
    auto *trigger = dialog.findChild<QComboBox *>(u"alarmTrigger"_s);
    trigger->setCurrentIndex(trigger->findData(u"threshold"_s));
    dialog.findChild<QCheckBox *>(u"alarmHas_alert"_s)->setChecked(false); // of what is usual
    dialog.findChild<QDoubleSpinBox *>(u"alarm_warning"_s)->setValue(60);
    dialog.findChild<QSpinBox *>(u"alarmHolds"_s)->setValue(120);
    QTRY_VERIFY(ok->isEnabled());
    const QJsonObject parameters = dialog.request().parameters;
    QCOMPARE(dialog.request().operation, u"alarm-definition.create"_s);
    QCOMPARE(parameters.value(u"object"_s).toString(), toString(ObjectRef(filled.world.cluster)));
    QCOMPARE(parameters.value(u"appliesTo"_s).toString(), u"host"_s);
    QCOMPARE(parameters.value(u"warning"_s).toDouble(), 0.6);
    QVERIFY(!parameters.contains(u"alert"_s));
    QCOMPARE(parameters.value(u"holdsMs"_s).toInt(), 120'000);
    dialog.findChild<QCheckBox *>(u"alarmHas_warning"_s)->setChecked(false);
    QVERIFY(!ok->isEnabled() && !dialog.findChild<QLabel *>(u"definitionReason"_s)->text().isEmpty());
    trigger->setCurrentIndex(trigger->findData(u"condition"_s)); // another trigger leaves nothing behind
    QVERIFY(!dialog.request().parameters.contains(u"warning"_s));
    QCOMPARE(dialog.request().parameters.value(u"code"_s).toString(), u"host.not-responding"_s);
    kind->setCurrentIndex(kind->findData(u"vm"_s));
    QVERIFY(dialog.request().parameters.value(u"code"_s).toString().startsWith(u"vm."_s));
}

void AlarmsTest::theRuleOfTheCoreIsSaidWhileOneTypes()
{
    Filled filled;
    views::DefinitionDialog dialog(filled.session, ObjectRef(), nullptr);
    dialog.findChild<QLineEdit *>(u"definitionName"_s)->setText(u"moved"_s); // there is a "Moved"
    QVERIFY(!dialog.findChild<QPushButton *>(u"definitionOk"_s)->isEnabled());
    QVERIFY(dialog.findChild<QLabel *>(u"definitionReason"_s)->text().contains(u"moved"_s));
}

void AlarmsTest::changesAreSentAndNothingElse()
{
    Filled filled;
    views::DefinitionDialog dialog(filled.session, filled.cpu, nullptr);
    QCOMPARE(dialog.request().parameters.size(), 1); // which one, and nothing yet
    QCOMPARE(dialog.findChild<QDoubleSpinBox *>(u"alarm_alert"_s)->value(), 90.0);
    QVERIFY(!dialog.findChild<QComboBox *>(u"alarmMeasure"_s)->isEnabled());
    dialog.findChild<QDoubleSpinBox *>(u"alarm_alert"_s)->setValue(95);
    dialog.findChild<QCheckBox *>(u"definitionEnabled"_s)->setChecked(false);
    const auto request = dialog.request();
    QCOMPARE(request.operation, u"alarm-definition.set"_s);
    QCOMPARE(request.parameters.size(), 3);
    QCOMPARE(request.parameters.value(u"alert"_s).toDouble(), 0.95);
    QCOMPARE(request.parameters.value(u"enabled"_s).toBool(true), false);
}

void AlarmsTest::anotherLanguageKeepsWhatWasEntered()
{
    Filled filled;
    views::DefinitionDialog dialog(filled.session, filled.world.cluster, nullptr);
    dialog.findChild<QLineEdit *>(u"definitionName"_s)->setText(u"Busy"_s);
    dialog.findChild<QCheckBox *>(u"alarmHas_alert"_s)->setChecked(true);
    dialog.findChild<QDoubleSpinBox *>(u"alarm_alert"_s)->setValue(42.5);
    const auto before = dialog.request();
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&dialog, &change);
    QCOMPARE(dialog.request().parameters, before.parameters);
}

QTEST_MAIN(AlarmsTest)
#include "alarmstest.moc"
