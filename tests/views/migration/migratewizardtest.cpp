// SPDX-License-Identifier: GPL-3.0-or-later
// The Migrate wizard: who can go where and why not, what is asked for at the end, and that a change of language loses
// nothing of it.
#include "views/migration/migratewizard.h"
#include "core/text/language.h"
#include "tests/views/support/world.h"
#include "views/migration/destinationpage.h"
#include "views/migration/evcdialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QTest>
#include <QTreeWidget>

using namespace core::model;
using namespace Qt::StringLiterals;
using core::api::client::Session;
using views::MigrateWizard;

namespace {

/// h1 runs web (on a network that only h1 has) and db; h3 has everything; h2 lacks the network.
struct Filled {
    Session session{core::api::client::Endpoint{}};
    tests::FakeCore &core = tests::coreOf(session);
    tests::World world = tests::fill(core);
    core::HostId h3 = core::HostId::random();

    Filled()
    {
        core.inventory.put(tests::makeHost(h3, u"h3"_s, world.cluster));
        auto store = *core.inventory.find(world.store);
        store.hosts.push_back(h3);
        core.inventory.put(store);
        auto network = *core.inventory.find(world.network);
        network.hosts.push_back(h3);
        core.inventory.put(network);
    }
};

/// The wizard on the page of destinations, which are there.
struct Shown {
    Filled filled;
    MigrateWizard wizard;

    explicit Shown(bool both, core::HostId to = {})
        : wizard(filled.session,
                 both ? std::vector{filled.world.web, filled.world.db} : std::vector{filled.world.web}, to,
                 nullptr)
    {
        wizard.show();
        if (to.isNull())
            wizard.next(); // the type: another host
        QTRY_VERIFY(hosts()->topLevelItemCount() > 0);
    }
    [[nodiscard]] QTreeWidget *hosts() const { return wizard.findChild<QTreeWidget *>(u"migrationHosts"_s); }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int i = 0; i < hosts()->topLevelItemCount(); ++i)
            all += hosts()->topLevelItem(i)->text(0);
        return all;
    }
    void choose(const QString &host) const
    {
        hosts()->setCurrentItem(hosts()->findItems(host, Qt::MatchExactly).value(0));
    }
    [[nodiscard]] QString verdict() const
    {
        return wizard.findChild<QLabel *>(u"migrationVerdict"_s)->text();
    }
    [[nodiscard]] QStringList findings() const
    {
        const auto *list = wizard.findChild<QListWidget *>(u"migrationFindings"_s);
        QStringList all;
        for (int i = 0; i < list->count(); ++i)
            all += list->item(i)->text();
        return all;
    }
    [[nodiscard]] QString command() const
    {
        return wizard.findChild<QLineEdit *>(u"migrationCommand"_s)->text();
    }
};

/// The wizard after a type was chosen; h1 has one datastore more, h3 one that nobody else sees.
struct OnStores {
    Filled filled;
    core::DatastoreId fast = core::DatastoreId::random();
    core::DatastoreId local3 = core::DatastoreId::random();
    MigrateWizard wizard;

    explicit OnStores(const QString &type) : wizard(filledWith(), {filled.world.web}, {}, nullptr)
    {
        wizard.show();
        wizard.findChild<QRadioButton *>(u"migrationType_"_s + type)->click();
        wizard.next();
    }
    Session &filledWith()
    {
        using namespace core::literals;
        const auto add = [&](core::DatastoreId id, const QString &name, core::HostId host) {
            filled.core.inventory.put(Datastore{.id = id,
                                                .name = name,
                                                .parent = filled.world.datacenter,
                                                .type = u"dir"_s,
                                                .path = u"/"_s + name,
                                                .capacity = 200_GiB,
                                                .free = 150_GiB,
                                                .hosts = {host}});
        };
        add(fast, u"fast"_s, filled.world.h1);
        add(local3, u"local3"_s, filled.h3);
        filled.core.check = [](const auto &) {
            return core::Result<core::operations::Availability>(core::operations::Availability());
        };
        return filled.session;
    }
    [[nodiscard]] QTreeWidget *list() const
    {
        return wizard.findChild<QTreeWidget *>(u"migrationDatastores"_s);
    }
    [[nodiscard]] QStringList stores() const
    {
        QStringList all;
        for (int i = 0; i < list()->topLevelItemCount(); ++i)
            all += list()->topLevelItem(i)->text(0);
        return all;
    }
    void chooseStore(const QString &name) const
    {
        list()->setCurrentItem(list()->findItems(name, Qt::MatchExactly).value(0));
    }
    void toTheEnd()
    {
        wizard.next();
        wizard.next();
    }
    [[nodiscard]] QString command() const
    {
        return wizard.findChild<QLineEdit *>(u"migrationCommand"_s)->text();
    }
};

} // namespace

class MigrateWizardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(core::text::setLanguage(u"en")); }

    void theHostThatFitsComesFirstAndIsChosen()
    {
        const Shown shown(false);
        QCOMPARE(shown.names(), (QStringList{u"h3"_s, u"h2"_s}));
        QCOMPARE(shown.hosts()->currentItem()->text(0), u"h3"_s);
        QVERIFY(shown.wizard.button(QWizard::NextButton)->isEnabled());
    }

    void aHostThatDoesNotFitSaysWhyAndHoldsUp()
    {
        const Shown shown(false);
        shown.choose(u"h2"_s);
        QVERIFY(!shown.wizard.button(QWizard::NextButton)->isEnabled());
        const QStringList said = shown.findings().filter(u"does not have the network “default” of “web”"_s);
        QCOMPARE(said.size(), 1);
        QVERIFY(shown.verdict().contains(u"h2"_s));
    }

    void thoseThatCannotGoAreLeftOut()
    {
        Shown shown(true);
        shown.choose(u"h2"_s);
        QVERIFY(shown.wizard.button(QWizard::NextButton)->isEnabled());
        const auto requests = shown.wizard.requests();
        QCOMPARE(requests.size(), size_t(1));
        QCOMPARE(requests[0].parameters.value(u"vm"_s).toString(), shown.filled.world.db.toString());
        shown.choose(u"h3"_s);
        QCOMPARE(shown.wizard.requests().size(), size_t(2));
    }

    void whereTheyWereDroppedIsChosen()
    {
        const Filled filled;
        MigrateWizard wizard(const_cast<Session &>(filled.session), {filled.world.db}, filled.world.h2,
                             nullptr);
        wizard.show();
        const auto *hosts = wizard.findChild<QTreeWidget *>(u"migrationHosts"_s);
        QTRY_VERIFY(hosts->currentItem() != nullptr);
        QCOMPARE(hosts->currentItem()->text(0), u"h2"_s);
    }

    void theCoresAnswerCounts()
    {
        Filled filled;
        filled.core.check = [](const auto &) {
            const core::Error busy(core::errors::Busy);
            return core::Result<core::operations::Availability>(core::operations::Availability(busy));
        };
        MigrateWizard wizard(filled.session, {filled.world.db}, filled.world.h2, nullptr);
        wizard.show();
        const auto *findings = wizard.findChild<QListWidget *>(u"migrationFindings"_s);
        QTRY_VERIFY(!filled.core.checked.empty());
        QTRY_VERIFY(!wizard.button(QWizard::NextButton)->isEnabled() && findings->count() == 1);
        QVERIFY(wizard.requests().empty());
    }

    void theCommandDoesTheSame()
    {
        Shown shown(false);
        auto renamed = *shown.filled.core.inventory.find(shown.filled.world.web);
        renamed.name = u"it's web"_s;
        shown.filled.core.inventory.put(renamed);
        shown.wizard.next();
        QString command = u"vigiectl vm migrate 'it'\\''s web' --host h3"_s;
        if (auto *high = shown.wizard.findChild<QRadioButton *>(u"migrationPriority_high"_s)) {
            high->setChecked(true);
            shown.wizard.next();
            command += u" --priority high"_s;
        }
        QCOMPARE(shown.command(), command);
        QCOMPARE(shown.wizard.requests()[0].parameters.value(u"host"_s).toString(),
                 shown.filled.h3.toString());
    }

    void aChangeOfLanguageLosesNothing()
    {
        Shown shown(true);
        shown.choose(u"h2"_s);
        const QString english = shown.verdict();
        const QStringList said = shown.findings();
        QVERIFY(core::text::setLanguage(u"fr"));
        QTRY_VERIFY(shown.verdict() != english);
        QCOMPARE(shown.hosts()->currentItem()->text(0), u"h2"_s);
        QCOMPARE(shown.wizard.requests().size(), size_t(1));
        QCOMPARE(shown.findings().size(), said.size());
        QVERIFY(shown.findings() != said);
    }

    void disksAloneGoToAnotherDatastoreOfTheirHost()
    {
        OnStores shown(u"datastore"_s);
        QCOMPARE(shown.stores(), (QStringList{u"ds1"_s, u"fast"_s}));
        QVERIFY(!shown.wizard.button(QWizard::NextButton)->isEnabled()); // nothing is chosen
        shown.chooseStore(u"fast"_s);
        QTRY_VERIFY(shown.wizard.button(QWizard::NextButton)->isEnabled());
        shown.toTheEnd();
        QCOMPARE(shown.command(), u"vigiectl vm migrate web --datastore fast"_s);
        const QJsonObject sent = shown.wizard.requests().at(0).parameters;
        QCOMPARE(sent.value(u"datastore"_s).toString(), shown.fast.toString());
        QVERIFY(!sent.contains(u"host"_s));
    }

    void aFormatIsAskedOfEveryDisk()
    {
        OnStores shown(u"datastore"_s);
        shown.chooseStore(u"fast"_s);
        auto *format = shown.wizard.findChild<QComboBox *>(u"migrationFormat"_s);
        format->setCurrentIndex(format->findData(u"raw"_s));
        Q_EMIT format->activated(format->currentIndex());
        QTRY_VERIFY(shown.wizard.button(QWizard::NextButton)->isEnabled());
        const QJsonObject sent = shown.wizard.requests().at(0).parameters;
        QCOMPARE(sent.value(u"disks"_s).toArray(),
                 QJsonArray{QString(u"vda="_s + shown.fast.toString() + u":raw"_s)});
        shown.toTheEnd();
        QCOMPARE(shown.command(), u"vigiectl vm migrate web --datastore fast --disks vda=:raw"_s);
    }

    void eachDiskCanGoToAPlaceOfItsOwn()
    {
        OnStores shown(u"datastore"_s);
        auto *each = shown.wizard.findChild<QCheckBox *>(u"migrationEachDisk"_s);
        each->click();
        auto *disks = shown.wizard.findChild<QTreeWidget *>(u"migrationDisks"_s);
        QVERIFY(disks->isVisible());
        QCOMPARE(disks->topLevelItemCount(), 1);
        auto *place = qobject_cast<QComboBox *>(disks->itemWidget(disks->topLevelItem(0), 3));
        QCOMPARE(place->currentText(), u"stays on ds1"_s);
        QVERIFY(!shown.wizard.button(QWizard::NextButton)->isEnabled()); // nothing would move
        place->setCurrentIndex(place->findText(u"fast"_s));
        Q_EMIT place->activated(place->currentIndex());
        QTRY_VERIFY(shown.wizard.button(QWizard::NextButton)->isEnabled());
        QVERIFY(core::text::setLanguage(u"fr"));
        place = qobject_cast<QComboBox *>(disks->itemWidget(disks->topLevelItem(0), 3));
        QTRY_COMPARE(place->currentText(), u"fast"_s); // the choice outlives the language
        QVERIFY(core::text::setLanguage(u"en"));
        shown.toTheEnd();
        QCOMPARE(shown.command(), u"vigiectl vm migrate web --disks vda=fast"_s);
        QVERIFY(!shown.wizard.requests().at(0).parameters.contains(u"datastore"_s));
    }

    void whatSpeaksAgainstADatastoreIsSaid()
    {
        OnStores shown(u"datastore"_s);
        shown.filled.core.check = [](const auto &) {
            const core::Error busy(core::errors::Busy);
            return core::Result<core::operations::Availability>(core::operations::Availability(busy));
        };
        shown.chooseStore(u"fast"_s);
        const auto *findings = shown.wizard.currentPage()->findChild<QListWidget *>(u"migrationFindings"_s);
        QTRY_COMPARE(findings->count(), 1);
        QVERIFY(!shown.wizard.button(QWizard::NextButton)->isEnabled());
        QVERIFY(shown.wizard.requests().empty());
    }

    void bothMoveWithoutADatastoreInCommon()
    {
        OnStores shown(u"host-and-datastore"_s);
        auto *hosts = shown.wizard.findChild<QTreeWidget *>(u"migrationHosts"_s);
        QTRY_VERIFY(hosts->topLevelItemCount() > 0);
        hosts->setCurrentItem(hosts->findItems(u"h3"_s, Qt::MatchExactly).value(0));
        QTRY_VERIFY(shown.wizard.button(QWizard::NextButton)->isEnabled());
        shown.wizard.next();
        QVERIFY(shown.stores().contains(u"local3"_s));
        QVERIFY(!shown.stores().contains(u"fast"_s)); // h3 does not see it
        QCOMPARE(shown.list()->currentItem()->text(0), u"local3"_s); // the one with the most room
        shown.chooseStore(u"ds1"_s);
        QVERIFY(core::text::setLanguage(u"fr"));
        QVERIFY(core::text::setLanguage(u"en"));
        QTRY_VERIFY(shown.wizard.button(QWizard::NextButton)->isEnabled());
        shown.toTheEnd();
        QCOMPARE(shown.command(), u"vigiectl vm migrate web --host h3 --datastore ds1"_s);
    }

    void aMachineWithoutDisksHasNoneToMove()
    {
        Filled filled;
        MigrateWizard wizard(filled.session, {filled.world.db}, {}, nullptr);
        wizard.show();
        const auto *button = wizard.findChild<QRadioButton *>(u"migrationType_datastore"_s);
        QVERIFY(!button->isEnabled());
        QVERIFY(button->accessibleDescription().contains(u"disk"_s)); // the reason
    }

    void whoBlocksALevelIsNamedWithTheFeature()
    {
        Filled filled;
        for (const core::HostId id : {filled.world.h1, filled.world.h2, filled.h3}) {
            auto host = *filled.core.inventory.find(id);
            host.hardware = HostHardware{.cpu = {.usableModels = {u"Penryn"_s, u"Nehalem"_s}}};
            if (id == filled.world.h2)
                host.hardware->cpu.usableModels = {u"Penryn"_s};
            filled.core.inventory.put(host);
        }
        views::EvcDialog dialog(filled.session, filled.world.cluster, nullptr);
        dialog.show();
        auto *levels = dialog.findChild<QTreeWidget *>(u"evcLevels"_s);
        QCOMPARE(levels->topLevelItemCount(), 3); // off, Penryn, Nehalem
        const auto *ok = dialog.findChild<QAbstractButton *>(u"evcOk"_s);
        levels->setCurrentItem(levels->topLevelItem(2));
        QVERIFY(!ok->isEnabled());
        const auto *findings = dialog.findChild<QListWidget *>(u"evcFindings"_s);
        QCOMPARE(findings->count(), 1);
        QVERIFY(findings->item(0)->text().contains(u"h2"_s));
        QVERIFY(findings->item(0)->text().contains(u"sse4.2"_s));
        levels->setCurrentItem(levels->topLevelItem(1));
        QVERIFY(ok->isEnabled());
        QCOMPARE(dialog.request().parameters.value(u"level"_s).toString(), u"Penryn"_s);
        levels->setCurrentItem(levels->topLevelItem(0));
        QVERIFY(!dialog.request().parameters.contains(u"level"_s));
        QVERIFY(core::text::setLanguage(u"fr"));
        QTRY_COMPARE(levels->topLevelItem(0)->text(0), u"Désactivé"_s);
    }

    void withoutAnotherHostNothingCanBeChosen()
    {
        Filled filled;
        filled.core.inventory.remove(filled.world.h2);
        filled.core.inventory.remove(filled.h3);
        MigrateWizard wizard(filled.session, {filled.world.db}, {}, nullptr);
        wizard.show();
        wizard.next();
        const auto *verdict = wizard.findChild<QLabel *>(u"migrationVerdict"_s);
        QTRY_VERIFY(verdict->text().contains(u"no other host"_s));
        QVERIFY(!wizard.button(QWizard::NextButton)->isEnabled());
        QVERIFY(wizard.requests().empty());
    }
};

QTEST_MAIN(MigrateWizardTest)
#include "migratewizardtest.moc"
