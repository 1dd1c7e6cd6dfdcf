// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/performancepage.h"

#include "core/text/text.h"
#include "views/performance/chartview.h"
#include "views/performance/legendmodel.h"
#include "views/performance/samplesmodel.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

namespace views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::api::client::Session;
using core::model::Counter;

PerformancePage::PerformancePage(Session &session, QWidget *parent)
    : Page(session, parent),
      m_bar(new QToolBar(this)),
      m_topics(new QComboBox(this)),
      m_intervals(new QComboBox(this)),
      m_topicLabel(new QLabel(this)),
      m_intervalLabel(new QLabel(this)),
      m_counterButton(new QToolButton(this)),
      m_counterMenu(new QMenu(this)),
      m_exportButton(new QToolButton(this)),
      m_message(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_chart(new PerformanceChartView(this)),
      m_tableView(new QTreeView(this)),
      m_legendView(new QTreeView(this)),
      m_legend(new LegendModel(this)),
      m_samples(new SamplesModel(this))
{
    setObjectName(u"performancePage"_s);
    buildActions();
    buildToolBar();
    buildViews();
    connect(&m_poll, &QTimer::timeout, this, &PerformancePage::ask);
    // Names of the compared objects change; a fuller redraw comes with the next samples anyway.
    connect(&session, &Session::inventoryReset, this, [this] {
        if (m_objects.empty())
            setObject(m_object);
    });
    retranslate();
}

PerformancePage::~PerformancePage() = default;

QString PerformancePage::title() const
{
    return tr("Performance");
}

void PerformancePage::setObject(const core::model::ObjectRef &object)
{
    m_object = object;
    setObjects(defaultObjects(object, session().inventory()));
}

void PerformancePage::setObjects(std::vector<core::model::ObjectRef> objects)
{
    m_objects = std::move(objects);
    choiceChanged();
}

void PerformancePage::setTopic(ChartTopic topic)
{
    if (topic == ChartTopic::Custom && m_custom.empty())
        m_custom = counters(); // start from what is on show
    m_topic = topic;
    m_topics->setCurrentIndex(m_topics->findData(static_cast<int>(topic)));
    choiceChanged();
}

void PerformancePage::setInterval(core::Duration interval)
{
    m_interval = interval;
    m_intervals->setCurrentIndex(m_intervals->findData(static_cast<int>(interval.count())));
    m_store.clear(); // samples of two rhythms in one line would show gaps
    choiceChanged();
}

void PerformancePage::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setChecked(paused);
    if (paused)
        m_poll.stop();
    else if (isVisible())
        choiceChanged();
}

std::vector<Counter> PerformancePage::counters() const
{
    const auto kind = m_objects.empty() ? core::model::Kind::Host : m_objects.front().kind;
    if (m_topic == ChartTopic::Custom)
        return m_custom;
    auto all = countersOf(m_topic, kind);
    if (m_objects.size() > 1 && all.size() > 1)
        all.resize(m_topic == ChartTopic::Cpu || m_topic == ChartTopic::Memory
                       ? 1
                       : 2); // objects are compared, not counters
    return all;
}

std::vector<ChartLine> PerformancePage::lines() const
{
    std::vector<ChartLine> all;
    for (const ChartKey &key : keysOf(m_objects, counters())) {
        ChartLine line{.key = key,
                       .object = session().inventory().nameOf(key.object),
                       .counter = core::text::counterName(key.counter),
                       .unit = core::text::counterUnit(key.counter),
                       .interval = m_interval,
                       .points = m_store.points(key)};
        for (QPointF &point : line.points)
            point.setY(core::text::counterValue(key.counter, point.y()));
        all.push_back(std::move(line));
    }
    return all;
}

void PerformancePage::choiceChanged()
{
    fillCounterMenu();
    m_store.keepOnly(keysOf(m_objects, counters()));
    m_asking.reset();
    redraw();
    if (!isVisible())
        return;
    if (!m_paused)
        m_poll.start(m_interval);
    ask(); // once also while paused: another choice needs its data
}

void PerformancePage::ask()
{
    if (m_asking || m_objects.empty() || counters().empty())
        return;
    core::api::client::PerformanceQuery query{
        .objects = m_objects, .counters = counters(), .interval = m_interval};
    const auto keys = keysOf(m_objects, counters());
    const bool complete =
        std::ranges::all_of(keys, [this](const ChartKey &key) { return !m_store.points(key).isEmpty(); });
    if (complete)
        query.since = m_store.since();
    m_asking = std::make_unique<QObject>();
    session().performance(
        query, m_asking.get(),
        [this](const core::Result<std::vector<core::model::Series>> &answer) { answered(answer); });
}

void PerformancePage::answered(const core::Result<std::vector<core::model::Series>> &answer)
{
    // We are inside a callback whose context this is: it goes after the callback.
    m_asking.release()->deleteLater();
    if (!answer) {
        say(core::text::sentence(answer.error()));
        return;
    }
    m_store.merge(*answer);
    redraw();
}

void PerformancePage::redraw()
{
    const auto last = m_store.newest();
    const qint64 to = last.value_or(QDateTime::currentMSecsSinceEpoch());
    const auto now = lines();
    m_chart->setLines(now, {to - SampleStore::keptMs, to});
    if (m_objects.empty())
        say(tr("There is nothing here to measure."));
    else if (counters().empty())
        say(tr("Choose at least one counter."));
    else if (m_store.isEmpty())
        say(tr("No samples yet: the first one comes after %1.").arg(core::text::duration(m_interval)));
    else
        say({});
    figuresChanged();
}

void PerformancePage::figuresChanged()
{
    const auto now = lines();
    m_legend->setLines(now, m_chart->range());
    if (m_stack->currentWidget() == m_tableView)
        m_samples->setLines(now, m_chart->range());
    m_reset->setEnabled(m_chart->isZoomed());
    QStringList words;
    for (const ChartLine &line : now) {
        const auto latest = statistics(line.points, m_chart->range()).latest;
        words.push_back(latest ? tr("%1, %2: %3 %4", "object, counter, value, unit")
                                     .arg(line.object, line.counter, chartNumber(*latest), line.unit)
                               : tr("%1, %2: no value", "object, counter").arg(line.object, line.counter));
    }
    m_chart->setAccessibleDescription(words.join(u'\n'));
}

void PerformancePage::say(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void PerformancePage::showEvent(QShowEvent *event)
{
    choiceChanged();
    Page::showEvent(event);
}

void PerformancePage::hideEvent(QHideEvent *event)
{
    m_poll.stop();
    m_asking.reset();
    Page::hideEvent(event);
}

void PerformancePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        redraw();
        m_legend->repaint();
        m_samples->repaint();
    } else if (event->type() == QEvent::PaletteChange) {
        m_legend->repaint();
    }
    Page::changeEvent(event);
}

} // namespace views
