// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/language.h"
#include "tests/views/support/opened.h"
#include "views/inventory/inventorytree.h"
#include "views/shell/connectdialog.h"
#include "views/shell/hostprompts.h"
#include "views/shell/navigationbar.h"
#include "views/shell/objecttabs.h"
#include "views/shell/searchfield.h"
#include "views/shell/signindialog.h"
#include "views/shell/trustdialog.h"
#include "views/widgets/errorcard.h"
#include "views/widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QWidgetAction>

using namespace Qt::StringLiterals;
using core::api::client::Link;
using core::api::client::Session;
using core::model::ObjectRef;
using tests::Opened;
using views::Connection;
using views::MainWindow;

namespace {

/// Made by Qt inside its own widgets: named and spoken for by those.
bool isQtsOwn(const QObject &object)
{
    const QByteArray name = object.metaObject()->className();
    return name == "QLineEditIconButton" || name == "QDockWidgetTitleButton" || name == "QToolBarExtension"
        || object.objectName().startsWith(u"qt_") || object.objectName().startsWith(u"_q_")
        || qobject_cast<const QHeaderView *>(&object) != nullptr || name == "QComboBoxListView"
        || name == "QTableCornerButton"
        || (object.parent() != nullptr && object.parent()->objectName() == u"qt_tabwidget_tabbar")
        || (object.parent() != nullptr && object.parent()->inherits("QTabBar"))
        || (object.parent() != nullptr && object.parent()->inherits("QAbstractSpinBox"));
}

QString spokenName(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface != nullptr ? interface->text(QAccessible::Name) : QString();
}

/// What a user acts on and a screen reader or a test could not name.
QStringList nameless(QWidget &window)
{
    QStringList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool acted = qobject_cast<QAbstractButton *>(widget) != nullptr
            || qobject_cast<QLineEdit *>(widget) != nullptr
            || qobject_cast<QAbstractItemView *>(widget) != nullptr
            || qobject_cast<QComboBox *>(widget) != nullptr;
        if (!acted || isQtsOwn(*widget) || !widget->isVisibleTo(&window))
            continue;
        const auto *button = qobject_cast<const QToolButton *>(widget);
        const QAction *action = button != nullptr ? button->defaultAction() : nullptr; // names the button
        const QString name = action != nullptr ? action->objectName() : widget->objectName();
        if (name.isEmpty() || spokenName(widget).isEmpty())
            found << u"%1 “%2” in %3"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                            widget->objectName(), widget->parent()->objectName());
    }
    for (const QAction *action : window.findChildren<QAction *>()) {
        const auto *menu = qobject_cast<const QMenu *>(action->parent());
        const auto *bar = qobject_cast<const QToolBar *>(action->parent());
        const bool stands =
            qobject_cast<const QWidgetAction *>(action) != nullptr // for a widget or menu, which has the name
            || (menu != nullptr && menu->menuAction() == action)
            || (bar != nullptr && bar->toggleViewAction() == action
                && qobject_cast<QMainWindow *>(bar->parent()) == nullptr);
        if (!stands && !action->isSeparator() && action->objectName().isEmpty() && !isQtsOwn(*action))
            found << u"QAction “%1” in %2 %3"_s.arg(
                action->text(), QLatin1StringView(action->parent()->metaObject()->className()),
                action->parent()->objectName());
    }
    return found;
}

core::model::Task failedTask(const Session &session, const QString &code)
{
    core::model::Task task{.id = core::TaskId::random(),
                           .operation = u"host.add"_s,
                           .targetName = u"h9"_s,
                           .state = core::model::TaskState::Failed,
                           .initiatedBy = session.user()};
    task.error = core::Error();
    task.error->code = code;
    task.error->params = {{u"host"_s, u"h9"_s},
                          {u"algorithm"_s, u"ssh-ed25519"_s},
                          {u"fingerprint"_s, u"SHA256:new"_s},
                          {u"known"_s, u"SHA256:old"_s},
                          {u"file"_s, u"/srv/it's here/known_hosts"_s},
                          {u"entry"_s, u"[h9]:2222"_s},
                          {u"prompt"_s, u"root@h9's password:"_s}};
    task.parameters = {{u"uri"_s, u"qemu+ssh://root@h9/system"_s}};
    return task;
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWindowOpensBeforeThereIsACore();
    void everythingAUserActsOnHasANameInBothLanguages();
    void languageAndThemeSwitchWithoutLosingTheSelection();
    void theTabsAreThoseOfTheKind();
    void theLastTabOfAKindIsRemembered();
    void backLeadsToWhereOneWas();
    void aLostLinkIsSaidAndNothingIsClosed();
    void anUnknownKeyIsShownAndAcceptedOnlyByTheUser();
    void aChangedKeyCannotBeAccepted();
    void theSecretIsSentAndTheOperationRepeated();
    void aConnectionNeedsAnAddressThatIsOne();
    void everyDialogNamesWhatItHas();

private:
    QTemporaryDir m_config;
};

void WindowTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_config.path());
    QCoreApplication::setOrganizationName(u"Vigie"_s);
    QCoreApplication::setApplicationName(u"vigie"_s);
    QVERIFY(core::text::setLanguage(u"en"));
}

void WindowTest::aWindowOpensBeforeThereIsACore()
{
    Session session{core::api::client::Endpoint{}};
    tests::coreOf(session).link = Link::Connecting;
    MainWindow window(session, Connection{});
    window.show();
    window.tellFailed(core::Error(core::errors::NotFound, QJsonObject{{u"what"_s, u"vigied"_s}}));
    const auto *sentence = window.findChild<QLabel *>(u"bannerSentence"_s);
    QVERIFY(sentence->isVisible());
    QVERIFY(!sentence->text().isEmpty());
}

void WindowTest::everythingAUserActsOnHasANameInBothLanguages()
{
    Opened opened;
    for (const QString &language : core::text::languages()) {
        QVERIFY(core::text::setLanguage(language));
        for (const ObjectRef &ref : {ObjectRef(), ObjectRef(opened.world.h1), ObjectRef(opened.world.web)}) {
            opened.select(ref);
            for (int tab = 0; tab < opened.window.tabs().count(); ++tab) {
                opened.window.tabs().setCurrentIndex(tab);
                const QStringList missing = nameless(opened.window);
                QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u"; ")));
            }
        }
    }
    core::text::setLanguage(u"en");
}

void WindowTest::languageAndThemeSwitchWithoutLosingTheSelection()
{
    Opened opened;
    opened.select(opened.world.web);
    auto *filter = opened.window.findChild<QLineEdit *>(u"recentTasksFilter"_s);
    filter->setText(u"half a word"_s);
    const auto trigger = [&](const QString &name) {
        auto *action = opened.window.findChild<QAction *>(name);
        QVERIFY2(action != nullptr, qPrintable(name));
        action->trigger();
        QCoreApplication::processEvents();
    };
    trigger(u"language-fr"_s);
    QCOMPARE(core::text::language(), u"fr"_s);
    trigger(u"theme-dark"_s);
    QVERIFY(views::theme::isDark());
    trigger(u"theme-light"_s);
    QVERIFY(!views::theme::isDark());
    QVERIFY(opened.window.tabs().object() == ObjectRef(opened.world.web));
    QCOMPARE(filter->text(), u"half a word"_s);
    QCOMPARE(QSettings().value(u"language"_s).toString(), u"fr"_s);
    trigger(u"language-en"_s);
    trigger(u"theme-system"_s);
}

void WindowTest::theTabsAreThoseOfTheKind()
{
    Opened opened;
    const auto titles = [&] {
        QStringList all;
        for (int tab = 0; tab < opened.window.tabs().count(); ++tab)
            all << opened.window.tabs().tabText(tab);
        return all;
    };
    opened.select(opened.world.web);
    QVERIFY(titles().contains(u"Summary"_s));
    QVERIFY(titles().contains(u"Performance"_s));
    QVERIFY(!titles().contains(u"Hosts"_s));
    opened.select(opened.world.cluster);
    QVERIFY(titles().contains(u"Hosts"_s));
    QVERIFY(titles().contains(u"Virtual Machines"_s));
    QVERIFY(!titles().contains(u"Console"_s));
    opened.select(ObjectRef());
    QCOMPARE(titles(),
             (QStringList{u"Getting Started"_s, u"Datacenters"_s, u"Virtual Machines"_s, u"Hosts"_s,
                          u"Tasks && Events"_s, u"Alarms"_s, u"Permissions"_s}));
}

void WindowTest::theLastTabOfAKindIsRemembered()
{
    Opened opened;
    opened.select(opened.world.h1);
    opened.window.tabs().showPage(u"performance"_s);
    opened.select(opened.world.web);
    opened.window.tabs().showPage(u"tasks"_s);
    opened.select(opened.world.h2);
    QCOMPARE(opened.window.tabs().currentPage(), u"performance"_s);
    opened.select(opened.world.db);
    QCOMPARE(opened.window.tabs().currentPage(), u"tasks"_s);
}

void WindowTest::backLeadsToWhereOneWas()
{
    Opened opened;
    opened.select(opened.world.h1);
    opened.select(opened.world.web);
    opened.window.goHome();
    opened.window.navigation().back()->trigger();
    QVERIFY(opened.window.tabs().object() == ObjectRef(opened.world.web));
    opened.window.navigation().back()->trigger();
    QTRY_VERIFY(opened.window.tabs().object() == ObjectRef(opened.world.h1));
    opened.window.navigation().forward()->trigger();
    QTRY_VERIFY(opened.window.tabs().object() == ObjectRef(opened.world.web));
}

void WindowTest::aLostLinkIsSaidAndNothingIsClosed()
{
    Opened opened;
    opened.select(opened.world.web);
    opened.core.link = Link::Lost;
    opened.core.lastHeard = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now())
        - std::chrono::seconds(12);
    Q_EMIT opened.session.linkChanged();
    const auto *sentence = opened.window.findChild<QLabel *>(u"bannerSentence"_s);
    QVERIFY(sentence->isVisible());
    QVERIFY(sentence->text().contains(u"12 s"_s));
    QVERIFY(opened.window.tabs().object() == ObjectRef(opened.world.web));
    opened.core.link = Link::Online;
    opened.window.tellRestarted();
    QVERIFY(sentence->isVisible());
    QVERIFY(sentence->text().contains(u"started again"_s));
    QTest::mouseClick(opened.window.findChild<QWidget *>(u"bannerClose"_s), Qt::LeftButton);
    Q_EMIT opened.session.linkChanged();
    QVERIFY(!sentence->isVisible());
}

void WindowTest::anUnknownKeyIsShownAndAcceptedOnlyByTheUser()
{
    Opened opened;
    Q_EMIT opened.session.taskChanged(failedTask(opened.session, u"trust.unknown"_s));
    auto *dialog = opened.window.findChild<views::TrustDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->reject();
    QVERIFY(opened.core.started.empty()); // Cancel leaves no trace
    QTRY_VERIFY(opened.window.findChild<views::TrustDialog *>() == nullptr);
    Q_EMIT opened.session.taskChanged(failedTask(opened.session, u"trust.unknown"_s));
    dialog = opened.window.findChild<views::TrustDialog *>();
    dialog->findChild<QPushButton *>(u"trustAccept"_s)->click();
    QCOMPARE(opened.core.started.size(), size_t(1));
    QCOMPARE(opened.core.started[0].operation, u"host.add"_s);
    QCOMPARE(opened.core.started[0].parameters.value(u"trust"_s).toString(), u"SHA256:new"_s);
    QCOMPARE(opened.core.started[0].parameters.value(u"uri"_s).toString(), u"qemu+ssh://root@h9/system"_s);
}

void WindowTest::aChangedKeyCannotBeAccepted()
{
    Opened opened;
    Q_EMIT opened.session.taskChanged(failedTask(opened.session, u"trust.changed"_s));
    auto *dialog = opened.window.findChild<views::TrustDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(!dialog->findChild<QPushButton *>(u"trustAccept"_s)->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit *>(u"trustForgetCommand"_s)->text(),
             uR"(ssh-keygen -f '/srv/it'\''s here/known_hosts' -R '[h9]:2222')"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(opened.core.started.empty());
}

void WindowTest::theSecretIsSentAndTheOperationRepeated()
{
    Opened opened;
    Q_EMIT opened.session.taskChanged(failedTask(opened.session, u"credentials.needed"_s));
    auto *field = opened.window.findChild<QLineEdit *>(u"secret"_s);
    QVERIFY(field != nullptr);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field, u"tiger"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(opened.core.started.size(), size_t(1));
    QCOMPARE(opened.core.started[0].parameters.value(u"secret"_s).toString(), u"tiger"_s);
}

void WindowTest::aConnectionNeedsAnAddressThatIsOne()
{
    views::ConnectDialog dialog(nullptr);
    const auto *accept = dialog.findChild<QAbstractButton *>(u"connectAccept"_s);
    dialog.findChild<QAbstractButton *>(u"kindServer"_s)->click();
    QVERIFY(!accept->isEnabled());
    auto *address = dialog.findChild<QLineEdit *>(u"serverAddress"_s);
    QTest::keyClicks(address, u"http://vigie.example.org"_s); // never without TLS
    QVERIFY(!accept->isEnabled());
    address->clear();
    QTest::keyClicks(address, u"vigie.example.org:8443"_s);
    QVERIFY(accept->isEnabled());
    const Connection server{
        .kind = Connection::Kind::Server, .target = u"https://vigie.example.org:8443"_s, .user = u"ann"_s};
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"serverUser"_s), u"ann"_s);
    QVERIFY(dialog.connection().isSameTarget(server));
    dialog.setConnection({.kind = Connection::Kind::SingleHost, .target = u"qemu+ssh://root@h1/system"_s});
    QCOMPARE(dialog.findChild<QLineEdit *>(u"uriUser"_s)->text(), u"root"_s);
    dialog.findChild<QLineEdit *>(u"uri"_s)->clear();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"uri"_s), u"no uri"_s);
    QVERIFY(!dialog.findChild<QAbstractButton *>(u"connectAccept"_s)->isEnabled());
    QVERIFY(!dialog.findChild<QLabel *>(u"connectProblem"_s)->text().isEmpty());
}

void WindowTest::everyDialogNamesWhatItHas()
{
    views::ConnectDialog connect(nullptr);
    views::TrustDialog trust(views::TrustDialog::Kind::FirstSeen, {}, nullptr);
    views::SignInDialog signIn(u"vigie.example.org:8443"_s, {}, {}, nullptr);
    views::ErrorCard card(u"Power On – web"_s, core::Error(core::errors::Denied), nullptr);
    for (QDialog *dialog : std::initializer_list<QDialog *>{&connect, &trust, &signIn, &card}) {
        dialog->show();
        const QStringList missing = nameless(*dialog);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u"; ")));
    }
    QVERIFY(card.report().contains(u"base.denied"_s));
}

QTEST_MAIN(WindowTest)
#include "windowtest.moc"
