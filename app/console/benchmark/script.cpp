// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/benchmark/script.h"

#include "views/inventory/inventorymodel.h"
#include "views/inventory/tablemodel.h"
#include "views/shell/mainwindow.h"
#include "views/shell/objecttabs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>
#include <QTreeView>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace console::benchmark {

using core::model::ObjectRef;

namespace {

constexpr auto restFor = 3s; ///< what comes with the first seconds is over then
constexpr int hostsOpened = 5; ///< in the tree, so that rows come and go above what is looked at

double monotonicMs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch(); // CLOCK_MONOTONIC
    return std::chrono::duration<double, std::milli>(now).count();
}

} // namespace

std::optional<Plan> planFromEnvironment()
{
    const QJsonObject json = QJsonDocument::fromJson(qgetenv("VIGIE_BENCHMARK")).object();
    if (json.isEmpty())
        return std::nullopt;
    Plan plan{.report = json[u"report"].toString(),
              .startedMs = json[u"startedMs"].toDouble(),
              .hosts = json[u"hosts"].toInt(),
              .vms = json[u"vms"].toInt(),
              .filters = {},
              .holdSeconds = json[u"holdSeconds"].toInt()};
    for (const QJsonValue &filter : json[u"filters"].toArray())
        plan.filters += filter.toString();
    return plan;
}

Script::Script(Application &application, Plan plan)
    : m_application(application),
      m_plan(std::move(plan)),
      m_report(m_plan.report)
{
    if (!m_report.open(QIODevice::WriteOnly | QIODevice::Append))
        qFatal("VIGIE_BENCHMARK: the report cannot be written"); // nobody would hear of any figure
    application.setAfterEvent([this] {
        if (m_step == &Script::findWindow || !m_window.isNull()) // it may be closed before the end
            (this->*m_step)();
    });
}

double Script::sinceStart() const
{
    return monotonicMs() - m_plan.startedMs;
}

void Script::say(const QString &figure, QJsonObject values)
{
    values.insert(u"figure"_s, figure);
    m_report.write(QJsonDocument(values).toJson(QJsonDocument::Compact) + '\n');
    m_report.flush();
}

void Script::repaint(QAbstractItemView &view)
{
    (&view == m_table ? m_tablePainted : m_treePainted) = false;
    view.viewport()->update();
}

void Script::press(QWidget &widget, int key, const QString &text, Qt::KeyboardModifiers modifiers)
{
    QCoreApplication::postEvent(&widget, new QKeyEvent(QEvent::KeyPress, key, modifiers, text));
    QCoreApplication::postEvent(&widget, new QKeyEvent(QEvent::KeyRelease, key, modifiers, text));
}

bool Script::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        m_tablePainted = m_tablePainted || watched == m_table->viewport();
        m_treePainted = m_treePainted || watched == m_tree->viewport();
    }
    return false;
}

void Script::findWindow()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = dynamic_cast<views::MainWindow *>(widget);
            window != nullptr && window->isVisible())
            m_window = window; // one that is not shown is perhaps not yet complete
    }
    if (m_window.isNull())
        return;
    say(u"window"_s, {{u"atMs"_s, sinceStart()}, {u"guiCpuMs"_s, threadCpuMs()}});
    m_window->tabs().showPage(u"vms"_s);
    m_table = m_window->findChild<QTreeView *>(u"vmTable"_s);
    m_filter = m_window->findChild<QLineEdit *>(u"vmFilter"_s);
    m_tree = m_window->findChild<QTreeView *>(u"inventoryTree0"_s);
    m_tableModel = dynamic_cast<views::ObjectTableModel *>(m_table->model());
    m_treeModel = dynamic_cast<views::InventoryModel *>(m_tree->model());
    m_table->viewport()->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
    m_step = &Script::awaitRows;
}

void Script::awaitRows()
{
    if (!m_firstRows && m_tableModel->rowCount() > 0) {
        m_firstRows = true;
        say(u"firstRows"_s, {{u"atMs"_s, sinceStart()}, {u"rows"_s, m_tableModel->rowCount()}});
    }
    const core::model::Inventory &inventory = m_treeModel->inventory();
    const bool filled = m_tableModel->rowCount() == m_plan.vms && m_tableModel->isSettled()
        && inventory.all<core::model::Host>().size() == m_plan.hosts
        && inventory.all<core::model::Vm>().size() == m_plan.vms && m_treeModel->isSettled();
    if (!filled)
        return;
    say(u"filled"_s, {{u"atMs"_s, sinceStart()}});
    repaint(*m_table);
    repaint(*m_tree);
    m_step = &Script::awaitFirstPaint;
}

void Script::awaitFirstPaint()
{
    if (!m_tablePainted || !m_treePainted)
        return;
    m_table->setCurrentIndex(m_tableModel->index(0, 0));
    repaint(*m_table);
    press(*m_table, Qt::Key_Down);
    m_step = &Script::awaitReaction;
}

void Script::awaitReaction()
{
    const int row = m_table->currentIndex().row();
    if ((row != 1 && m_tableModel->rowCount() > 1) || !m_tablePainted)
        return;
    say(u"usable"_s,
        {{u"atMs"_s, sinceStart()}, {u"guiCpuMs"_s, threadCpuMs()}, {u"gui"_s, m_application.takeFigures()}});
    m_clock.start();
    QTimer::singleShot(restFor, this, [] {}); // an event to look after
    m_step = &Script::rest;
}

void Script::rest()
{
    if (m_clock.elapsed() < std::chrono::milliseconds(restFor).count())
        return;
    say(u"rested"_s, {{u"gui"_s, m_application.takeFigures()}});
    m_filter->setFocus();
    m_step = &Script::nextFilter;
    nextFilter();
}

void Script::nextFilter()
{
    if (m_plan.filters.isEmpty()) {
        say(u"filters"_s, {{u"gui"_s, m_application.takeFigures()}});
        m_step = m_plan.holdSeconds > 0 ? &Script::beginHolding : &Script::end;
        return;
    }
    press(*m_filter, Qt::Key_A, {}, Qt::ControlModifier);
    press(*m_filter, Qt::Key_Delete);
    m_wanted.clear();
    m_step = &Script::emptied;
}

void Script::emptied()
{
    if (!m_filter->text().isEmpty() || !m_tableModel->isSettled()
        || m_tableModel->rowCount() != m_tableModel->total())
        return;
    nextKey();
}

void Script::nextKey()
{
    QString &rest = m_plan.filters.front();
    if (rest.isEmpty()) {
        m_plan.filters.removeFirst();
        m_step = &Script::nextFilter;
        nextFilter();
        return;
    }
    const QString key = rest.left(1);
    rest.remove(0, 1);
    m_wanted += key;
    m_settled = false;
    m_cpuAtKey = threadCpuMs();
    m_clock.start();
    press(*m_filter, key.front().toUpper().unicode(), key);
    m_step = &Script::awaitFiltered;
}

void Script::awaitFiltered()
{
    if (m_filter->text() != m_wanted || !m_tableModel->isSettled())
        return;
    if (!std::exchange(m_settled, true))
        repaint(*m_table);
    if (!m_tablePainted)
        return;
    say(u"key"_s,
        {{u"filter"_s, m_wanted},
         {u"rows"_s, m_tableModel->rowCount()},
         {u"wallMs"_s, static_cast<double>(m_clock.nsecsElapsed()) / 1e6},
         {u"guiCpuMs"_s, threadCpuMs() - m_cpuAtKey}});
    nextKey();
}

ObjectRef Script::topOfTable() const
{
    const QModelIndex top = m_table->indexAt(QPoint(0, 0));
    return top.isValid() ? m_tableModel->refAt(top.row()) : ObjectRef();
}

ObjectRef Script::topOfTree() const
{
    return m_treeModel->refAt(m_tree->indexAt(QPoint(0, 0)));
}

/// All rows, scrolled to their middle, a row chosen there; in the tree too, some hosts open above.
void Script::beginHolding()
{
    m_filter->clear();
    if (!m_tableModel->isSettled() || m_tableModel->rowCount() != m_tableModel->total())
        return;
    const QModelIndex middle = m_tableModel->index(m_tableModel->rowCount() / 2, 0);
    m_table->setCurrentIndex(middle);
    m_table->scrollTo(middle, QAbstractItemView::PositionAtCenter);
    QModelIndex at = m_tree->indexAt(QPoint(0, 0));
    for (int opened = 0; at.isValid() && opened < hostsOpened; at = m_tree->indexBelow(at)) {
        if (m_treeModel->refAt(at).kind != core::model::Kind::Host)
            continue;
        m_tree->expand(at);
        ++opened;
    }
    m_tree->verticalScrollBar()->setValue(m_tree->verticalScrollBar()->maximum() / 2);
    m_heldTable = {.current = m_tableModel->refAt(middle.row()), .top = topOfTable(), .topName = {}};
    m_heldTable.topName = m_treeModel->inventory().nameOf(m_heldTable.top);
    m_heldTree = {.current = m_treeModel->refAt(m_tree->currentIndex()), .top = topOfTree(), .topName = {}};
    m_heldTree.topName = topNameInTree();
    static_cast<void>(m_application.takeFigures());
    m_clock.start();
    QTimer::singleShot(std::chrono::seconds(m_plan.holdSeconds), this, [] {}); // an event to look after
    m_step = &Script::holding;
}

/// What was painted is what the user sees: then, and only then, it counts.
void Script::holding()
{
    if (std::exchange(m_tablePainted, false))
        lookAtTable();
    if (std::exchange(m_treePainted, false))
        lookAtTree();
    if (m_clock.elapsed() < m_plan.holdSeconds * 1000)
        return;
    const auto json = [](const Held &held) {
        return QJsonObject{
            {u"looks"_s, held.looks}, {u"moved"_s, held.moved}, {u"topRowChanged"_s, held.topChanged}};
    };
    say(u"held"_s,
        {{u"seconds"_s, m_plan.holdSeconds},
         {u"table"_s, json(m_heldTable)},
         {u"tree"_s, json(m_heldTree)},
         {u"gui"_s, m_application.takeFigures()}});
    m_step = &Script::end;
}

void Script::lookAtTable()
{
    ++m_heldTable.looks;
    const QString name = m_treeModel->inventory().nameOf(m_heldTable.top);
    const bool isCurrent = m_tableModel->refAt(m_table->currentIndex().row()) == m_heldTable.current
        && m_table->selectionModel()->isRowSelected(m_table->currentIndex().row());
    if (name != m_heldTable.topName) { // the table is sorted by name
        ++m_heldTable.topChanged;
        m_heldTable.top = topOfTable();
        m_heldTable.topName = m_treeModel->inventory().nameOf(m_heldTable.top);
    }
    m_heldTable.moved += isCurrent && topOfTable() == m_heldTable.top ? 0 : 1;
}

void Script::lookAtTree()
{
    ++m_heldTree.looks;
    const bool isCurrent = m_treeModel->refAt(m_tree->currentIndex()) == m_heldTree.current;
    if (topNameInTree() != m_heldTree.topName) { // it is elsewhere, or sorted elsewhere
        ++m_heldTree.topChanged;
        m_heldTree.top = topOfTree();
        m_heldTree.topName = topNameInTree();
    }
    m_heldTree.moved += isCurrent && topOfTree() == m_heldTree.top ? 0 : 1;
}

/// What decides its place: its parent and its name.
QString Script::topNameInTree() const
{
    const QModelIndex parent = m_treeModel->indexOf(m_heldTree.top).parent();
    return toString(m_treeModel->refAt(parent)) + u'/' + m_treeModel->inventory().nameOf(m_heldTree.top);
}

void Script::end()
{
    m_step = &Script::idle;
    say(u"end"_s, {{u"atMs"_s, sinceStart()}});
}

} // namespace console::benchmark
