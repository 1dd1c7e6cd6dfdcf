// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of the page: what is built once, and what the user does with them.
#include "core/text/text.h"
#include "views/performance/chartexport.h"
#include "views/performance/chartview.h"
#include "views/performance/legendmodel.h"
#include "views/performance/objectchooser.h"
#include "views/performance/performancepage.h"
#include "views/performance/samplesmodel.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::model::Counter;

namespace {

QTreeView *flat(QTreeView *view, QAbstractItemModel *model, const QString &objectName)
{
    view->setObjectName(objectName);
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAlternatingRowColors(true);
    return view;
}

} // namespace

void PerformancePage::buildActions()
{
    const auto add = [this](const QString &name, const QKeySequence &key = {}) {
        auto *action = new QAction(this);
        action->setObjectName(name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    m_compare = add(u"compare"_s);
    m_pause = add(u"pause"_s, Qt::Key_P);
    m_pause->setCheckable(true);
    m_reset = add(u"resetZoom"_s);
    m_events = add(u"showEvents"_s);
    m_events->setCheckable(true);
    m_events->setChecked(m_eventsShown);
    m_table = add(u"showTable"_s);
    m_table->setCheckable(true);
    m_window = add(u"openInWindow"_s);
    m_png = add(u"exportPng"_s);
    m_svg = add(u"exportSvg"_s);
    m_csv = add(u"exportCsv"_s);
    connect(m_compare, &QAction::triggered, this, &PerformancePage::chooseObjects);
    connect(m_pause, &QAction::toggled, this, &PerformancePage::setPaused);
    connect(m_reset, &QAction::triggered, m_chart, &PerformanceChartView::resetZoom);
    connect(m_events, &QAction::toggled, this, [this](bool shown) {
        if (shown != m_eventsShown)
            setEventsShown(shown);
    });
    connect(m_table, &QAction::toggled, this, [this](bool table) {
        m_stack->setCurrentWidget(table ? static_cast<QWidget *>(m_tableView) : m_chart);
        figuresChanged();
    });
    connect(m_window, &QAction::triggered, this, &PerformancePage::openInWindow);
    connect(m_png, &QAction::triggered, this, [this] { exportTo(u"png"_s); });
    connect(m_svg, &QAction::triggered, this, [this] { exportTo(u"svg"_s); });
    connect(m_csv, &QAction::triggered, this, [this] { exportTo(u"csv"_s); });
}

void PerformancePage::buildToolBar()
{
    m_topics->setObjectName(u"topic"_s);
    for (const ChartTopic topic :
         {ChartTopic::Cpu, ChartTopic::Memory, ChartTopic::Disk, ChartTopic::Network, ChartTopic::Custom})
        m_topics->addItem({}, static_cast<int>(topic));
    m_intervals->setObjectName(u"interval"_s);
    for (const core::Duration each : {core::Duration(5s), core::Duration(20s)})
        m_intervals->addItem({}, static_cast<int>(each.count()));
    m_intervals->setCurrentIndex(m_intervals->findData(static_cast<int>(m_interval.count())));
    m_counterButton->setObjectName(u"counters"_s);
    m_counterButton->setPopupMode(QToolButton::InstantPopup);
    m_counterButton->setMenu(m_counterMenu);
    m_counterMenu->setToolTipsVisible(true);
    m_exportButton->setObjectName(u"export"_s);
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    auto *files = new QMenu(m_exportButton);
    files->addActions({m_png, m_svg, m_csv});
    m_exportButton->setMenu(files);
    m_bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_topicLabel->setBuddy(m_topics);
    m_intervalLabel->setBuddy(m_intervals);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_topicLabel, m_topics, m_counterButton})
        m_bar->addWidget(widget);
    m_bar->addAction(m_compare);
    m_bar->addSeparator();
    m_bar->addWidget(m_reach);
    m_bar->addWidget(m_intervalLabel);
    m_bar->addWidget(m_intervals);
    m_bar->addActions({m_pause, m_reset, m_events, m_table});
    m_bar->addSeparator();
    m_bar->addWidget(m_exportButton);
    m_bar->addAction(m_window);
    connect(m_topics, &QComboBox::activated, this,
            [this](int row) { setTopic(static_cast<ChartTopic>(m_topics->itemData(row).toInt())); });
    connect(m_reach, &TimeRangeBox::changed, this, [this] {
        m_intervals->setEnabled(isLive());
        m_store.clear(); // of another rhythm
        m_chart->resetZoom();
        choiceChanged();
    });
    connect(m_intervals, &QComboBox::activated, this,
            [this](int row) { setInterval(core::Duration(m_intervals->itemData(row).toInt())); });
}

void PerformancePage::buildViews()
{
    m_message->setObjectName(u"message"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMargin(6);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(flat(m_tableView, m_samples, u"samples"_s));
    flat(m_legendView, m_legend, u"legend"_s);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_stack);
    splitter->addWidget(m_legendView);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    layout->addWidget(m_message);
    layout->addWidget(splitter, 1);
    m_legendView->header()->setStretchLastSection(
        false); // figures far from their neighbours are hard to read
    m_legendView->header()->setSectionResizeMode(LegendModel::Object, QHeaderView::ResizeToContents);
    m_legendView->header()->setSectionResizeMode(LegendModel::CounterName, QHeaderView::ResizeToContents);
    m_legendView->header()->resizeSection(LegendModel::Key, 60);
    connect(m_legendView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) { m_chart->highlight(row.isValid() ? row.row() : -1); });
    connect(m_chart, &PerformanceChartView::rangeChanged, this, &PerformancePage::figuresChanged);
}

void PerformancePage::retranslate()
{
    const auto name = [this](ChartTopic topic, const QString &text) {
        m_topics->setItemText(m_topics->findData(static_cast<int>(topic)), text);
    };
    name(ChartTopic::Cpu, tr("CPU"));
    name(ChartTopic::Memory, tr("Memory"));
    name(ChartTopic::Disk, tr("Disk"));
    name(ChartTopic::Network, tr("Network"));
    name(ChartTopic::Custom, tr("Custom"));
    for (int row = 0; row < m_intervals->count(); ++row)
        m_intervals->setItemText(row,
                                 core::text::duration(core::Duration(m_intervals->itemData(row).toInt())));
    m_topicLabel->setText(tr("Chart:"));
    m_topics->setAccessibleName(tr("Chart"));
    m_reach->setTitle(tr("&Time:"));
    m_intervals->setToolTip(tr("How often what is measured now is drawn; older times are averages."));
    m_intervalLabel->setText(tr("Every:", "before the interval of the samples"));
    m_intervals->setAccessibleName(tr("Interval of the samples"));
    m_counterButton->setText(tr("Counters"));
    m_exportButton->setText(tr("Export"));
    m_compare->setText(tr("Compare…"));
    m_compare->setToolTip(tr("Put several objects on the chart"));
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Stop following the newest samples"));
    m_reset->setText(tr("Reset Zoom"));
    m_events->setText(tr("Events"));
    m_events->setToolTip(tr("Mark on the time axis what happened"));
    m_table->setText(tr("As a Table"));
    m_table->setToolTip(tr("Show the samples as a table instead of a chart"));
    m_window->setText(tr("Open in New Window"));
    m_window->setIconText(tr("New Window")); // what the bar has room for
    m_png->setText(tr("PNG Picture…"));
    m_svg->setText(tr("SVG Drawing…"));
    m_csv->setText(tr("CSV Table…"));
    m_bar->setAccessibleName(tr("Chart options"));
    m_chart->setAccessibleName(tr("Performance chart"));
    m_legendView->setAccessibleName(tr("Legend of the chart"));
    m_tableView->setAccessibleName(tr("Samples of the chart"));
    fillCounterMenu();
}

void PerformancePage::fillCounterMenu()
{
    m_counterMenu->clear();
    const auto chosen = counters();
    for (const auto &each : wireNames(Counter{})) {
        const Counter counter = each.value;
        const bool measured = std::ranges::any_of(
            m_objects, [&](const auto &object) { return isMeasured(counter, object.kind); });
        if (!measured)
            continue;
        const bool on = std::ranges::find(chosen, counter) != chosen.end();
        QAction *action = m_counterMenu->addAction(
            tr("%1 (%2)", "counter, unit")
                .arg(core::text::counterName(counter), core::text::counterUnit(counter)));
        action->setObjectName(u"counter."_s + QString::fromLatin1(each.name));
        action->setCheckable(true);
        action->setChecked(on);
        action->setEnabled(on || fits(counter, chosen));
        if (!action->isEnabled())
            action->setToolTip(tr("A chart has room for two units only: take another counter off first."));
        connect(action, &QAction::toggled, this,
                [this, counter](bool checked) { toggleCounter(counter, checked); });
    }
}

void PerformancePage::toggleCounter(Counter counter, bool on)
{
    m_custom = counters();
    std::erase(m_custom, counter);
    if (on)
        m_custom.push_back(counter);
    // Later: the menu is rebuilt, and this is the slot of one of its actions.
    QMetaObject::invokeMethod(
        this, [this] { setTopic(ChartTopic::Custom); }, Qt::QueuedConnection);
}

void PerformancePage::chooseObjects()
{
    std::vector<ObjectChooser::Entry> entries;
    for (const auto &object : comparableObjects(m_object, session().inventory()))
        entries.push_back({object, session().inventory().nameOf(object)});
    auto *chooser = new ObjectChooser(entries, m_objects, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QDialog::accepted, this, [this, chooser] { setObjects(chooser->chosen()); });
    chooser->open();
}

void PerformancePage::exportTo(const QString &suffix)
{
    const ChartPicture picture{
        .title = tr("%1, performance", "an object's name").arg(session().inventory().nameOf(m_object)),
        .lines = lines(),
        .range = m_chart->range()};
    auto *dialog = new QFileDialog(this, tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"*."_s + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, picture, suffix](const QString &path) {
        const auto written = suffix == u"png" ? exportPng(picture, path)
            : suffix == u"svg"                ? exportSvg(picture, path)
                                              : exportCsv(picture, path);
        say(written ? tr("Written to %1.").arg(path) : core::text::sentence(written.error()));
    });
    dialog->open();
}

void PerformancePage::openInWindow()
{
    auto *window = new PerformancePage(session(), this);
    window->setWindowFlag(Qt::Window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(
        tr("%1, performance", "an object's name").arg(session().inventory().nameOf(m_object)));
    window->resize(size());
    window->m_object = m_object;
    window->m_objects = m_objects;
    window->m_custom = m_custom;
    window->m_store = m_store;
    window->m_interval = m_interval;
    window->m_intervals->setCurrentIndex(m_intervals->currentIndex());
    window->setEventsShown(m_eventsShown);
    {
        const QSignalBlocker quiet(window->m_reach); // choiceChanged() comes with the topic
        if (const auto span = m_reach->span())
            window->m_reach->setSpan(*span);
        else if (m_stretch.since && m_stretch.until)
            window->m_reach->setDates(*m_stretch.since, *m_stretch.until);
        window->m_intervals->setEnabled(isLive());
    }
    window->setTopic(m_topic);
    connect(window, &Page::objectActivated, this, &Page::objectActivated);
    window->show();
}

} // namespace views
