// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/access.h"
#include "core/text/access.h"
#include "tests/views/support/world.h"
#include "views/access/accesslist.h"
#include "views/access/administrationpage.h"
#include "views/access/databasepage.h"
#include "views/access/effectivedialog.h"
#include "views/access/permissiondialog.h"
#include "views/access/permissionspage.h"
#include "views/access/sessionlist.h"
#include "views/inventory/bulkdialog.h"
#include "views/inventory/objectactions.h"
#include "views/inventory/operationform.h"
#include "views/widgets/noticebar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

#include <algorithm>

using namespace core::model;
using namespace Qt::StringLiterals;
using core::api::client::Session;
using views::AccessRows;

namespace {

/// A filled core with Ann, Bob, a group of both, the built-in roles, and Ann's and the group's permissions.
struct Filled {
    Session session{core::api::client::Endpoint{}};
    tests::FakeCore &core = tests::coreOf(session);
    tests::World world = tests::fill(core);
    core::UserId ann = core::UserId::random();
    core::UserId bob = core::UserId::random();
    core::GroupId group = core::GroupId::random();
    core::PermissionId atRoot = core::PermissionId::random();
    core::PermissionId atCluster = core::PermissionId::random();

    Filled()
    {
        Inventory &inventory = core.inventory;
        inventory.put(User{.id = ann, .name = u"ann"_s, .fullName = u"Ann Lee"_s, .email = u"ann@x"_s});
        inventory.put(User{.id = bob, .name = u"bob"_s, .disabled = true});
        inventory.put(Group{.id = group, .name = u"operators"_s, .members = {ann, bob}});
        for (const Role &role : core::access::builtInRoles())
            inventory.put(role);
        inventory.put(Permission{
            .id = atRoot, .principal = u"local\\ann"_s, .role = core::access::administratorRole()});
        inventory.put(Permission{.id = atCluster,
                                 .object = world.cluster,
                                 .principal = u"local\\operators"_s,
                                 .isGroup = true,
                                 .role = core::access::readOnlyRole(),
                                 .propagate = false});
    }
    /// What the core says from now on that the user may, everywhere.
    void allow(const QStringList &privileges)
    {
        core.get = [privileges](const QString &) {
            return core::Result<QJsonObject>(
                QJsonObject{{u"privileges"_s, QJsonArray::fromStringList(privileges)}});
        };
    }
    views::OperationForm *form(const QString &operation, const ObjectRef &target)
    {
        const auto *known = core::operations::findOperation(operation);
        auto candidates = views::candidates(*known, {}, {target}, TreeView::HostsAndClusters, core.inventory);
        const auto inventory = [this] { return core.inventory; };
        return new views::OperationForm(*known, std::move(candidates), inventory, &window);
    }
    QWidget window;
};

QStringList column(const std::vector<views::AccessRow> &rows, int cell)
{
    QStringList cells;
    for (const views::AccessRow &row : rows)
        cells += row.cells.value(cell);
    return cells;
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void permissionsAreThoseHereAndThoseThatComeDown();
    void aNewRoleIsTickedTogether();
    void aPasswordIsTypedTwiceAndHidden();
    void aFormShowsWhatTheObjectHasNow();
    void whatTheUserMayNotIsGreyAndSaysWhy();
    void menusAreGreyWithTheMissingPrivilege();
    void whatWasForbiddenIsOfferedWhenItIsAllowed();
    void aKnownGroupIsOneByItself();
    void theDecidingRuleIsShown();
    void aSessionIsEndedByItsId();
    void aShortcutThatStopsAMachineAsksFirst();
    void theAdministrationShowsAllItKnows();
    void theDatabaseTellsItsAgeAndIsCopied();

private:
    QTemporaryDir m_settings;
};

void AccessTest::initTestCase()
{
    QVERIFY(m_settings.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void AccessTest::permissionsAreThoseHereAndThoseThatComeDown()
{
    const Filled filled;
    const auto &inventory = filled.core.inventory;
    const auto cluster = AccessRows::permissions(filled.world.cluster, inventory);
    QCOMPARE(column(cluster, 0), (QStringList{u"local\\operators (group)"_s, u"local\\ann"_s}));
    QCOMPARE(column(cluster, 2), (QStringList{u"here"_s, u"inherited from the whole inventory"_s}));
    const auto vm = AccessRows::permissions(filled.world.web, inventory);
    QCOMPARE(column(vm, 0), QStringList{u"local\\ann"_s}); // the group's is for the cluster alone
    QCOMPARE(column(AccessRows::permissions({}, inventory), 2), QStringList{u"here"_s});
}

void AccessTest::aNewRoleIsTickedTogether()
{
    Filled filled;
    auto *form = filled.form(u"role.create"_s, {});
    form->findChild<QLineEdit *>(u"form_name"_s)->setText(u"Folder keeper"_s);
    auto *tree = form->findChild<QTreeWidget *>(u"form_privileges"_s);
    QVERIFY(tree != nullptr);
    const auto folders =
        tree->findItems(core::text::privilegeGroup(Privilege::FolderCreate), Qt::MatchExactly);
    QCOMPARE(folders.size(), 1);
    folders.front()->setCheckState(0, Qt::Checked); // the group: all that is in it
    const auto requests = form->requests();
    QCOMPARE(requests.size(), 1U);
    const QJsonArray wanted{u"Folder.Create"_s, u"Folder.Delete"_s, u"Folder.Rename"_s};
    QCOMPARE(requests[0].parameters.value(u"privileges"_s).toArray(), wanted);
    QCOMPARE(requests[0].parameters.value(u"name"_s).toString(), u"Folder keeper"_s);
}

void AccessTest::aPasswordIsTypedTwiceAndHidden()
{
    Filled filled;
    auto *form = filled.form(u"user.create"_s, {});
    auto *first = form->findChild<QLineEdit *>(u"form_password"_s);
    auto *again = form->findChild<QLineEdit *>(u"form_password_again"_s);
    auto *ok = form->findChild<QPushButton *>(u"formOk"_s);
    QCOMPARE(first->echoMode(), QLineEdit::Password);
    QCOMPARE(again->echoMode(), QLineEdit::Password);
    form->findChild<QLineEdit *>(u"form_name"_s)->setText(u"carl"_s);
    first->setText(u" secret "_s);
    QVERIFY(!ok->isEnabled());
    again->setText(u" secret "_s);
    QVERIFY(ok->isEnabled());
    QCOMPARE(form->requests()[0].parameters.value(u"password"_s).toString(), u" secret "_s);
}

void AccessTest::aFormShowsWhatTheObjectHasNow()
{
    Filled filled;
    auto *user = filled.form(u"user.set"_s, filled.ann);
    auto *email = user->findChild<QLineEdit *>(u"form_email"_s);
    QCOMPARE(email->text(), u"ann@x"_s);
    QCOMPARE(user->findChild<QLineEdit *>(u"form_fullName"_s)->text(), u"Ann Lee"_s);
    QVERIFY(!user->findChild<QCheckBox *>(u"form_disabled"_s)->isChecked());
    email->clear();
    const QJsonObject parameters = user->requests()[0].parameters;
    QVERIFY(parameters.contains(u"email"_s)); // emptied, not left alone
    QCOMPARE(parameters.value(u"email"_s).toString(), QString());

    auto *group = filled.form(u"group.set"_s, filled.group);
    auto *members = group->findChild<QTreeWidget *>(u"form_members"_s);
    QCOMPARE(members->topLevelItemCount(), 2);
    QCOMPARE(members->topLevelItem(1)->text(0), u"bob"_s);
    members->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(group->requests()[0].parameters.value(u"members"_s).toArray(),
             QJsonArray{filled.ann.toString()});
}

void AccessTest::whatTheUserMayNotIsGreyAndSaysWhy()
{
    Filled filled;
    filled.allow({u"System.View"_s, u"System.Read"_s});
    views::AdministrationPage page(filled.session, nullptr);
    page.show();
    auto *create = page.findChild<QPushButton *>(u"userList.user.create"_s);
    auto *edit = page.findChild<QPushButton *>(u"userList.user.set"_s);
    QTRY_VERIFY(!create->isEnabled());
    QVERIFY(create->accessibleDescription().contains(core::text::privilegeName(Privilege::ModifyUsers)));
    QVERIFY(!edit->isEnabled());
    QVERIFY(!edit->accessibleDescription().isEmpty()); // nothing is selected
}

void AccessTest::menusAreGreyWithTheMissingPrivilege()
{
    Filled filled;
    filled.allow({u"System.View"_s, u"System.Read"_s, u"VirtualMachine.Interact.Suspend"_s});
    views::ObjectActions actions(filled.session, &filled.window);
    actions.setSelection({filled.world.web});
    QTRY_VERIFY(!actions.action(u"vm.power-off"_s)->isEnabled());
    QVERIFY(actions.action(u"vm.power-off"_s)
                ->toolTip()
                .contains(core::text::privilegeName(Privilege::VmInteractPowerOff)));
    QVERIFY(actions.action(u"vm.suspend"_s)->isEnabled());
    const QString asked = u"/effective-permissions?object="_s + toString(ObjectRef(filled.world.web));
    QCOMPARE(std::ranges::count(filled.core.got, asked), 1); // once, not for each action
}

void AccessTest::whatWasForbiddenIsOfferedWhenItIsAllowed()
{
    Filled filled;
    filled.allow({u"System.View"_s});
    views::ObjectActions actions(filled.session, &filled.window);
    actions.setSelection({filled.world.web});
    QTRY_VERIFY(!actions.action(u"vm.power-off"_s)->isEnabled());
    filled.allow({u"System.View"_s, u"VirtualMachine.Interact.PowerOff"_s});
    Q_EMIT filled.session.inventoryChanged({{.ref = filled.atRoot, .object = std::nullopt}});
    QTRY_VERIFY(actions.action(u"vm.power-off"_s)->isEnabled());
}

void AccessTest::aKnownGroupIsOneByItself()
{
    Filled filled;
    views::PermissionDialog dialog(filled.session, filled.world.cluster, nullptr);
    auto *principal = dialog.findChild<QComboBox *>(u"permissionPrincipal"_s);
    auto *group = dialog.findChild<QCheckBox *>(u"permissionGroup"_s);
    auto *ok = dialog.findChild<QPushButton *>(u"permissionOk"_s);
    principal->setEditText(u"local\\operators"_s);
    QVERIFY(group->isChecked() && !group->isEnabled());
    QVERIFY(!ok->isEnabled()); // it has one here already
    QVERIFY(!dialog.findChild<QLabel *>(u"permissionReason"_s)->text().isEmpty());
    principal->setEditText(u"corp\\staff"_s);
    QVERIFY(group->isEnabled());
    QVERIFY(ok->isEnabled());
    const auto request = dialog.request();
    QCOMPARE(request.parameters.value(u"principal"_s).toString(), u"corp\\staff"_s);
    QCOMPARE(request.parameters.value(u"object"_s).toString(), toString(ObjectRef(filled.world.cluster)));
    QVERIFY(request.parameters.value(u"propagate"_s).toBool());
}

void AccessTest::theDecidingRuleIsShown()
{
    Filled filled;
    const core::access::Ground ground{
        .permission = filled.atRoot, .principal = u"local\\ann"_s, .role = core::access::administratorRole()};
    filled.core.get = [ground](const QString &) {
        return core::Result<QJsonObject>(
            QJsonObject{{u"privileges"_s, QJsonArray{u"System.View"_s}},
                        {u"grounds"_s, QJsonArray{core::json::toObject(ground)}}});
    };
    views::EffectiveDialog dialog(filled.session, filled.world.web, nullptr);
    const auto *grounds = dialog.findChild<QLabel *>(u"effectiveGrounds"_s);
    QTRY_VERIFY(grounds->text().contains(u"local\\ann"_s));
    QVERIFY(grounds->text().contains(u"Administrator"_s));
    QCOMPARE(dialog.findChild<QTreeWidget *>(u"effectivePrivileges"_s)->topLevelItemCount(), 1);
    QVERIFY(filled.core.got.back().contains(u"principal=local%5Cann&object=vm/"_s));
}

void AccessTest::aSessionIsEndedByItsId()
{
    Filled filled;
    const SessionInfo one{.id = core::SessionId::random(), .principal = u"local\\ann"_s};
    filled.core.get = [one](const QString &path) {
        return path == u"/sessions"
            ? core::Result<QJsonObject>(QJsonObject{{u"items"_s, QJsonArray{core::json::toObject(one)}}})
            : core::Result<QJsonObject>(core::Error(core::errors::NotFound));
    };
    views::SessionList list(filled.session, nullptr);
    list.show();
    auto *table = list.findChild<QTreeView *>(u"sessionListTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    auto *end = list.findChild<QPushButton *>(u"endSession"_s);
    QVERIFY(!end->isEnabled());
    table->selectAll();
    QVERIFY(end->isEnabled()); // it is one's own
    end->click();
    QCOMPARE(filled.core.sent, std::vector<QString>{u"DELETE /sessions/"_s + one.id.toString()});
}

void AccessTest::aShortcutThatStopsAMachineAsksFirst()
{
    Filled filled;
    views::ObjectActions actions(filled.session, &filled.window);
    filled.window.show();
    filled.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&filled.window));
    actions.setSelection({filled.world.web});
    QVERIFY(actions.action(u"vm.shut-down"_s)->isEnabled());
    QTest::keyClick(&filled.window, Qt::Key_D, Qt::ControlModifier);
    auto *asking = filled.window.findChild<views::BulkDialog *>();
    QVERIFY(asking != nullptr);
    QVERIFY(filled.core.started.empty());
    delete asking;
    actions.action(u"vm.shut-down"_s)->trigger(); // from a menu: it was looked for
    QVERIFY(filled.window.findChild<views::BulkDialog *>() == nullptr);
    QCOMPARE(filled.core.started.size(), 1U);
}

void AccessTest::theAdministrationShowsAllItKnows()
{
    Filled filled;
    views::AdministrationPage page(filled.session, nullptr);
    page.show();
    const auto rows = [&](const QString &name) {
        return page.findChild<QTreeView *>(name)->model()->rowCount();
    };
    QCOMPARE(rows(u"userListTable"_s), 2);
    QCOMPARE(rows(u"groupListTable"_s), 1);
    QCOMPARE(rows(u"roleListTable"_s), static_cast<int>(core::access::builtInRoles().size()));
    page.showTab(u"permissions"_s);
    QCOMPARE(rows(u"permissionListTable"_s), 1);
    page.findChild<QTreeView *>(u"permissionListTable"_s)->selectAll();
    QSignalSpy asked(&page, &views::AdministrationPage::operationRequested);
    auto *remove = page.findChild<QPushButton *>(u"permissionList.permission.delete"_s);
    QVERIFY(!remove->isEnabled()); // the last administrator's
    QVERIFY(!remove->toolTip().isEmpty());
    page.findChild<QPushButton *>(u"permissionList.permission.set"_s)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), u"permission.set"_s);
}

void AccessTest::theDatabaseTellsItsAgeAndIsCopied()
{
    Filled filled;
    DatabaseInfo info{.engineVersion = u"3.40.1"_s, .location = u"/srv/vigie.sqlite"_s, .schemaVersion = 7};
    info.tables = {{.name = u"event"_s, .rows = 1234}};
    filled.core.get = [&info](const QString &path) {
        return path == u"/database" ? core::Result<QJsonObject>(core::json::toObject(info))
                                    : core::Result<QJsonObject>(core::Error(core::errors::NotFound));
    };
    filled.core.send = [](const QString &) {
        return core::Result<QJsonObject>(QJsonObject{{u"path"_s, u"/srv/my copies/one.backup"_s}});
    };
    views::DatabasePage page(filled.session, nullptr);
    page.show();
    const auto *notice = page.findChild<views::NoticeBar *>();
    QTRY_VERIFY(notice->sentence().contains(u"no copy"_s));
    QCOMPARE(page.findChild<QTreeWidget *>(u"databaseTables"_s)->topLevelItemCount(), 1);
    page.findChild<QPushButton *>(u"backUpDatabase"_s)->click();
    QVERIFY(!page.findChild<QPushButton *>(u"backUpDatabase"_s)->isEnabled()); // not twice at once
    info.lastBackup = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    QTRY_VERIFY(
        page.findChild<QLabel *>(u"databaseCopies"_s)->text().contains(u"/srv/my copies/one.backup"_s));
    QCOMPARE(filled.core.sent, std::vector<QString>{u"POST /database/backup"_s});
    QTRY_VERIFY(notice->sentence().isEmpty());
    QVERIFY(page.findChild<QPlainTextEdit *>(u"databaseRestore"_s)
                ->toPlainText()
                .contains(u"--restore '/srv/my copies/one.backup'"_s));
    info.failingSince = info.lastBackup;
    page.refresh();
    QTRY_VERIFY(notice->sentence().contains(u"written"_s));
}

QTEST_MAIN(AccessTest)
#include "accesstest.moc"
