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

#include <algorithm>
#include <array>
#include <chrono>

namespace views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::api::client::Session;
using core::model::Counter;

namespace {

const std::vector<core::Duration> reaches{1h, std::chrono::days(1), std::chrono::days(7),
                                          std::chrono::days(30), std::chrono::days(365)};
constexpr core::Duration historyPoll = 1min; // the finest averages come each five
constexpr core::Duration historyMargin = 2min; // the core's clock may be ahead of ours
constexpr int mostMarkers = 200;
constexpr std::array<core::Duration, 4> youngSpans{5min, 10min, 20min, 40min};

core::Instant now()
{
    return core::Instant(core::Duration(QDateTime::currentMSecsSinceEpoch()));
}

} // namespace

PerformancePage::PerformancePage(Session &session, QWidget *parent)
    : Page(session, parent),
      m_bar(new QToolBar(this)),
      m_topics(new QComboBox(this)),
      m_intervals(new QComboBox(this)),
      m_reach(new TimeRangeBox(u"chartRange"_s, reaches, this)),
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

void PerformancePage::setReach(core::Duration reach)
{
    m_reach->setSpan(reach); // tells by its signal
}

void PerformancePage::setEventsShown(bool shown)
{
    m_eventsShown = shown;
    m_events->setChecked(shown);
    m_eventsUntil.reset();
    m_chart->setMarkers({});
    if (isVisible())
        askEvents();
}

/// The last hour, sample by sample as they come.
bool PerformancePage::isLive() const
{
    return m_reach->span() == std::optional<core::Duration>(1h);
}

TimeRange PerformancePage::wholeRange() const
{
    if (!isLive() && m_stretch.since) {
        const core::Instant end = m_stretch.until.value_or(now());
        return {m_stretch.since->time_since_epoch().count(), end.time_since_epoch().count()};
    }
    const qint64 to = m_store.newest().value_or(QDateTime::currentMSecsSinceEpoch());
    // Of a core that is young the hour would be a line at the very edge: in steps, so that not every sample rescales.
    const auto covers = [&](core::Duration span) {
        return to - span.count() <= m_store.oldest().value_or(0);
    };
    const auto span = std::ranges::find_if(youngSpans, covers);
    return {to - (span != youngSpans.end() ? span->count() : SampleStore::keptMs), to};
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
                       .interval = m_store.interval(key).value_or(m_interval),
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
    m_eventsUntil.reset();
    m_chart->setMarkers({});
    if (!isLive())
        m_stretch = m_reach->stretch(now());
    redraw();
    if (!isVisible())
        return;
    if (!m_paused)
        startPolling();
    ask(); // once also while paused: another choice needs its data
}

/// What is between two dates in the past does not change any more.
void PerformancePage::startPolling()
{
    if (isLive())
        m_poll.start(m_interval);
    else if (m_reach->span())
        m_poll.start(historyPoll);
    else
        m_poll.stop();
}

core::api::client::PerformanceQuery PerformancePage::query() const
{
    core::api::client::PerformanceQuery query{
        .objects = m_objects, .counters = counters(), .interval = m_interval, .since = {}, .until = {}};
    if (!isLive()) { // the finest averages that reach back so far
        query.interval.reset();
        query.since = m_stretch.since;
        if (m_reach
                ->span()) // a little less than the whole: a moment later the finest averages do not reach back so far
            query.since = *m_stretch.since + historyMargin;
        query.until = m_stretch.until;
        return query;
    }
    const auto keys = keysOf(m_objects, counters());
    const bool complete =
        std::ranges::all_of(keys, [this](const ChartKey &key) { return !m_store.points(key).isEmpty(); });
    if (complete)
        query.since = m_store.since();
    return query;
}

void PerformancePage::ask()
{
    if (m_asking || m_objects.empty() || counters().empty())
        return;
    if (!isLive())
        m_stretch = m_reach->stretch(now());
    m_asking = std::make_unique<QObject>();
    session().performance(
        query(), m_asking.get(),
        [this](const core::Result<std::vector<core::model::Series>> &answer) { answered(answer); });
    askEvents();
}

/// What happened to the selected object: of a machine everything, of others what is wrong.
void PerformancePage::askEvents()
{
    const TimeRange range = wholeRange();
    const bool fresh = m_eventsUntil && range.to - *m_eventsUntil < historyPoll.count();
    if (!m_eventsShown || fresh)
        return;
    m_eventsUntil = range.to;
    core::api::client::EventQuery query{.object = {},
                                        .before = {},
                                        .limit = mostMarkers,
                                        .since = core::Instant(core::Duration(range.from)),
                                        .until = {},
                                        .codes = {},
                                        .severities = {},
                                        .actor = {},
                                        .text = {}};
    if (!m_object.isRoot())
        query.object = m_object;
    if (m_object.kind != core::model::Kind::Vm)
        query.severities = {core::model::Severity::Warning, core::model::Severity::Alert};
    session().events(query, this,
                     [this, object = m_object](const core::Result<std::vector<core::model::Event>> &answer) {
                         if (answer && object == m_object && m_eventsShown)
                             showMarkers(*answer);
                     });
}

void PerformancePage::showMarkers(const std::vector<core::model::Event> &events)
{
    std::vector<ChartMarker> markers;
    for (auto it = events.rbegin(); it != events.rend(); ++it)
        markers.push_back({.time = it->time.time_since_epoch().count(),
                           .severity = it->severity,
                           .text = core::text::event(*it)});
    m_chart->setMarkers(std::move(markers));
}

void PerformancePage::answered(const core::Result<std::vector<core::model::Series>> &answer)
{
    // We are inside a callback whose context this is: it goes after the callback.
    m_asking.release()->deleteLater();
    if (!answer) {
        say(core::text::sentence(answer.error()));
        return;
    }
    if (isLive())
        m_store.merge(*answer);
    else
        m_store.replace(*answer);
    redraw();
}

void PerformancePage::redraw()
{
    m_chart->setLines(lines(), wholeRange());
    if (m_objects.empty())
        say(tr("There is nothing here to measure."));
    else if (counters().empty())
        say(tr("Choose at least one counter."));
    else if (m_store.isEmpty() && !isLive())
        say(tr("Nothing is remembered of that time. Averages are kept from the first five minutes of the "
               "core on; "
               "what is missing was not measured."));
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
