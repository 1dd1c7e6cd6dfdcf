// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/performance/chartchoice.h"
#include "views/performance/samplestore.h"
#include "views/widgets/page.h"
#include "views/widgets/timerange.h"

#include <QTimer>

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolBar;
class QToolButton;
class QTreeView;

namespace views {

class LegendModel;
class PerformanceChartView;
class SamplesModel;

/// The tab Performance: a live chart of a host or VM, or of several compared, or their history up to a year, with its
/// legend; the same as a table; files of it. Asks the core only while visible and not paused.
class PerformancePage : public Page
{
    Q_OBJECT

public:
    PerformancePage(core::api::client::Session &session, QWidget *parent = nullptr);
    ~PerformancePage() override;

    [[nodiscard]] QString title() const override;
    void setObject(const core::model::ObjectRef &object) override;

    void setTopic(ChartTopic topic);
    void setObjects(std::vector<core::model::ObjectRef> objects);
    void setInterval(core::Duration interval); ///< 5 s or 20 s
    void setReach(core::Duration reach); ///< an hour: live; a day to a year: averages
    void setEventsShown(bool shown);
    void setPaused(bool paused);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildToolBar();
    void buildViews();
    void buildActions();
    void retranslate();
    void fillCounterMenu();
    void toggleCounter(core::model::Counter counter, bool on);
    void chooseObjects();
    void exportTo(const QString &suffix);
    void openInWindow();

    [[nodiscard]] std::vector<core::model::Counter> counters() const;
    [[nodiscard]] std::vector<ChartLine> lines() const;
    void choiceChanged(); ///< other lines: ask for all of them
    void ask();
    void askEvents();
    void showMarkers(const std::vector<core::model::Event> &events);
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] core::api::client::PerformanceQuery query() const;
    [[nodiscard]] TimeRange wholeRange() const;
    void startPolling();
    void answered(const core::Result<std::vector<core::model::Series>> &answer);
    void redraw();
    void figuresChanged(); ///< other range or data: legend and table
    void say(const QString &message);

    core::model::ObjectRef m_object;
    std::vector<core::model::ObjectRef> m_objects; ///< on the chart
    ChartTopic m_topic = ChartTopic::Cpu;
    std::vector<core::model::Counter> m_custom;
    core::Duration m_interval{20'000};
    bool m_paused = false;
    SampleStore m_store;
    QTimer m_poll;
    bool m_eventsShown = true;
    std::optional<qint64> m_eventsUntil; ///< up to then they were asked for
    TimeStretch m_stretch; ///< of the history on the chart
    std::unique_ptr<QObject> m_asking; ///< context of the question under way; its end drops the answer

    QToolBar *m_bar;
    QComboBox *m_topics;
    QComboBox *m_intervals;
    TimeRangeBox *m_reach;
    QLabel *m_topicLabel;
    QLabel *m_intervalLabel;
    QToolButton *m_counterButton;
    QMenu *m_counterMenu;
    QToolButton *m_exportButton;
    QAction *m_compare = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_events = nullptr;
    QAction *m_table = nullptr;
    QAction *m_window = nullptr;
    QAction *m_png = nullptr;
    QAction *m_svg = nullptr;
    QAction *m_csv = nullptr;
    QLabel *m_message;
    QStackedWidget *m_stack;
    PerformanceChartView *m_chart;
    QTreeView *m_tableView;
    QTreeView *m_legendView;
    LegendModel *m_legend;
    SamplesModel *m_samples;
};

} // namespace views
