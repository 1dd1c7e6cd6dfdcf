// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/opened.h"
#include "views/access/administrationpage.h"
#include "views/addhost/addhostwizard.h"
#include "views/alarms/definitiondialog.h"
#include "views/inventory/operationform.h"
#include "views/shell/connectdialog.h"
#include "views/shell/shortcutsdialog.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace core::model;
using tests::Opened;

/// Whoever cannot see the window, or drives it by a program, finds each thing that can be acted on by its name.
class AccessibilityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPageOfEveryKindNamesItsWidgets_data();
    void everyPageOfEveryKindNamesItsWidgets();
    void theAdministrationNamesItsWidgets();
    void dialogsNameTheirWidgets();
    void everyTabIsReachedByKeys();

private:
    QTemporaryDir m_config;
};

namespace {

/// What is a part of another widget: Qt's own, which the whole speaks for.
bool isPart(const QWidget &widget)
{
    if (widget.objectName().startsWith(u"qt_"_s))
        return true;
    const auto *parent = widget.parentWidget();
    return parent != nullptr
        && (qobject_cast<const QAbstractSpinBox *>(parent) != nullptr
            || (qobject_cast<const QComboBox *>(parent) != nullptr
                && widget.inherits("QComboBoxPrivateContainer")));
}

/// The visible ones that take the keyboard and have no name for a person or for a program.
QStringList nameless(const QWidget &root)
{
    QStringList found;
    for (const QWidget *each : root.findChildren<QWidget *>()) {
        const bool acted = each->focusPolicy() != Qt::NoFocus && each->focusProxy() == nullptr;
        if (!each->isVisible() || !acted || isPart(*each))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(each));
        const QString name = interface != nullptr ? interface->text(QAccessible::Name) : QString();
        const QString where = QString::fromLatin1(each->metaObject()->className()) + u' ' + each->objectName()
            + u" in "_s + (each->parentWidget() != nullptr ? each->parentWidget()->objectName() : QString());
        if (name.isEmpty())
            found += u"no accessible name: "_s + where;
        if (each->objectName().isEmpty())
            found += u"no objectName: "_s + where + u" ("_s + name + u')';
    }
    found.removeDuplicates();
    return found;
}

QString report(QStringList found)
{
    found.removeDuplicates();
    return found.join(u'\n');
}

} // namespace

void AccessibilityTest::initTestCase()
{
    QVERIFY(m_config.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_config.path());
}

void AccessibilityTest::everyPageOfEveryKindNamesItsWidgets_data()
{
    QTest::addColumn<int>("which");
    const std::array names{"root", "datacenter", "cluster", "host", "vm", "datastore", "network"};
    for (size_t i = 0; i < names.size(); ++i)
        QTest::newRow(names[i]) << static_cast<int>(i);
}

void AccessibilityTest::everyPageOfEveryKindNamesItsWidgets()
{
    QFETCH(const int, which);
    Opened opened;
    const std::vector<ObjectRef> objects{ObjectRef(),         opened.world.datacenter, opened.world.cluster,
                                         opened.world.h1,     opened.world.web,        opened.world.store,
                                         opened.world.network};
    opened.select(objects[static_cast<size_t>(which)]);
    auto &tabs = opened.window.tabs();
    QStringList found;
    for (int tab = 0; tab < tabs.count(); ++tab) {
        tabs.setCurrentIndex(tab);
        QCoreApplication::processEvents();
        found += nameless(opened.window);
        for (QTabBar *inner : tabs.currentWidget()->findChildren<QTabBar *>()) { // Tasks | Events
            inner->setCurrentIndex(inner->count() - 1);
            QCoreApplication::processEvents();
            found += nameless(opened.window);
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(report(found)));
}

void AccessibilityTest::theAdministrationNamesItsWidgets()
{
    Opened opened;
    QStringList found;
    for (const QString &tab : views::AdministrationPage::tabs()) {
        opened.window.goToAdministration(tab);
        QCoreApplication::processEvents();
        found += nameless(opened.window);
    }
    opened.window.goHome();
    QCoreApplication::processEvents();
    found += nameless(opened.window);
    QVERIFY2(found.isEmpty(), qPrintable(report(found)));
}

void AccessibilityTest::dialogsNameTheirWidgets()
{
    Opened opened;
    QStringList found;
    const auto look = [&found](QWidget &dialog) {
        dialog.show();
        QCoreApplication::processEvents();
        found += nameless(dialog);
    };
    views::DefinitionDialog definition(opened.session, opened.world.cluster, &opened.window);
    for (int tab = 0; tab < 3; ++tab) {
        definition.findChild<QTabWidget *>()->setCurrentIndex(tab);
        look(definition);
    }
    views::AddHostWizard wizard(opened.session, opened.world.cluster, &opened.window);
    look(wizard);
    views::ConnectDialog connecting(&opened.window);
    look(connecting);
    views::ShortcutsDialog shortcuts(opened.window);
    look(shortcuts);
    for (const auto &operation : core::operations::catalogue()) {
        views::OperationForm form(
            operation, {}, [&opened] { return opened.core.inventory; }, &opened.window);
        look(form);
    }
    QVERIFY2(found.isEmpty(), qPrintable(report(found)));
}

void AccessibilityTest::everyTabIsReachedByKeys()
{
    Opened opened;
    opened.select(opened.world.h1);
    auto &tabs = opened.window.tabs();
    tabs.setCurrentIndex(0);
    auto *next = opened.window.findChild<QAction *>(u"nextTab"_s);
    auto *previous = opened.window.findChild<QAction *>(u"previousTab"_s);
    QVERIFY(next != nullptr && !next->shortcut().isEmpty());
    QStringList seen;
    for (int i = 0; i < tabs.count(); ++i) {
        seen += tabs.currentPage();
        next->trigger();
    }
    QCOMPARE(tabs.currentIndex(), 0); // round again
    QVERIFY(seen.contains(u"configuration"_s) && seen.contains(u"alarms"_s));
    previous->trigger();
    QCOMPARE(tabs.currentIndex(), tabs.count() - 1);
}

QTEST_MAIN(AccessibilityTest)
#include "accessibilitytest.moc"
