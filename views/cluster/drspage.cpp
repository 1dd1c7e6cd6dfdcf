// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/drspage.h"

#include "core/operations/cluster/drsapply.h"
#include "core/operations/cluster/drsrun.h"
#include "core/text/drs.h"
#include "core/text/text.h"
#include "views/cluster/balanceview.h"
#include "views/cluster/rulesview.h"
#include "views/inventory/requestrunner.h"
#include "views/models/filteredlist.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::api::client::Session;
using core::model::DrsReport;

namespace {
constexpr auto askedEvery = 5s;
}

DrsPage::DrsPage(Session &session, QWidget *parent)
    : Page(session, parent),
      m_runner(makeRunner(session, this)),
      m_status(new QLabel(this)),
      m_run(new QPushButton(this)),
      m_apply(new QPushButton(this)),
      m_settings(new QPushButton(this)),
      m_threshold(new QComboBox(this)),
      m_tabs(new QTabWidget(this)),
      m_recommendationList(
          new FilteredList(u"drsRecommendations"_s, m_recommendations, {8, 10, 50, 40, 18, 14}, m_tabs)),
      m_faultList(new FilteredList(u"drsFaults"_s, m_faults, {30, 70}, m_tabs)),
      m_historyList(new FilteredList(u"drsHistory"_s, m_history, {20, 50, 40, 20, 40}, m_tabs)),
      m_balance(new BalanceView(m_tabs)),
      m_rules(new RulesView(session, m_tabs))
{
    setObjectName(u"drsPage"_s);
    build();
    m_poll.setInterval(askedEvery);
    connect(&m_poll, &QTimer::timeout, this, &DrsPage::ask);
    connect(&session, &Session::taskChanged, this, [this](const core::model::Task &task) {
        if (isVisible() && isFinished(task.state) && task.target == core::model::ObjectRef(m_cluster))
            ask();
    });
    connect(&session, &Session::linkChanged, this, &DrsPage::showButtons);
    connect(&session, &Session::inventoryChanged, this,
            [this](const std::vector<core::model::Change> &changes) {
                const bool isMine = std::ranges::any_of(changes, [this](const core::model::Change &change) {
                    return change.ref == core::model::ObjectRef(m_cluster);
                });
                if (isMine && isVisible())
                    ask();
            });
    connect(&Rights::of(session), &Rights::changed, this, &DrsPage::showButtons);
    retranslate();
}

void DrsPage::build()
{
    m_status->setObjectName(u"drsStatus"_s);
    m_status->setWordWrap(true);
    m_status->setTextFormat(Qt::PlainText);
    m_run->setObjectName(u"drsRun"_s);
    m_apply->setObjectName(u"drsApply"_s);
    m_settings->setObjectName(u"drsSettings"_s);
    m_threshold->setObjectName(u"drsDryRun"_s);
    for (int level = 0; level <= 5; ++level)
        m_threshold->addItem(QString(), level);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_run, m_apply, m_settings}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    row->addWidget(m_threshold);
    m_recommendationList->view()->setUniformRowHeights(false); // several migrations belong together
    m_tabs->setObjectName(u"drsTabs"_s);
    for (QWidget *page : std::initializer_list<QWidget *>{m_recommendationList, m_faultList, m_historyList,
                                                          m_balance, m_rules})
        m_tabs->addTab(page, QString());
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_status);
    column->addLayout(row);
    column->addWidget(m_tabs, 1);
    connect(m_run, &QPushButton::clicked, this, [this] {
        m_runner->run(
            prepare({core::operations::request(core::operations::RunDrs{m_cluster})}, session().inventory()));
    });
    connect(m_apply, &QPushButton::clicked, this, &DrsPage::apply);
    connect(m_settings, &QPushButton::clicked, this,
            [this] { Q_EMIT operationRequested(u"cluster.set-drs"_s, {m_cluster}); });
    connect(m_threshold, &QComboBox::activated, this, &DrsPage::ask);
    connect(&m_recommendations, &QAbstractItemModel::dataChanged, this, &DrsPage::showButtons);
    connect(m_rules, &RulesView::ruleWanted, this,
            [this] { Q_EMIT operationRequested(u"cluster.add-rule"_s, {m_cluster}); });
    const auto follow = [this](FilteredList *list, const QAbstractItemModel &model) {
        connect(list, &FilteredList::activated, this, [this, &model](const QModelIndex &at) {
            const QVariant ref = model.data(at, RefRole);
            if (ref.isValid())
                Q_EMIT objectActivated(ref.value<core::model::ObjectRef>());
        });
    };
    follow(m_recommendationList, m_recommendations);
    follow(m_faultList, m_faults);
    follow(m_historyList, m_history);
    connect(m_recommendationList, &FilteredList::menuRequested, this,
            [this](const QModelIndex &at, const QPoint &global) {
                const auto vm = m_recommendations.data(at, RefRole).value<core::model::ObjectRef>();
                auto *menu = new QMenu(this);
                menu->setAttribute(Qt::WA_DeleteOnClose);
                QAction *go = menu->addAction(tr("&Go to Virtual Machine"));
                connect(go, &QAction::triggered, this, [this, vm] { Q_EMIT objectActivated(vm); });
                QAction *migrate = menu->addAction(tr("&Migrate…"));
                connect(migrate, &QAction::triggered, this,
                        [this, vm] { Q_EMIT operationRequested(u"vm.migrate"_s, {vm}); });
                menu->popup(global);
            });
}

QString DrsPage::title() const
{
    return tr("DRS");
}

void DrsPage::setObject(const core::model::ObjectRef &object)
{
    m_cluster = object.as<core::ClusterId>();
    m_report.reset();
    m_recommendations.setRecommendations({});
    m_faults.setFaults({});
    m_history.setHistory({});
    m_balance->setLoads({}, session().inventory());
    m_rules->setCluster(m_cluster);
    m_threshold->setCurrentIndex(0);
    showStatus();
    if (isVisible())
        ask();
}

bool DrsPage::isDryRun() const
{
    return m_threshold->currentIndex() > 0;
}

void DrsPage::ask()
{
    const int asked = ++m_asked;
    QString path = u"/clusters/%1/drs"_s.arg(m_cluster.toString());
    if (isDryRun())
        path += u"-preview?threshold=%1"_s.arg(m_threshold->currentIndex());
    session().get(path, this, [this, asked](const core::Result<QJsonObject> &answer) {
        if (asked != m_asked)
            return;
        if (!answer) {
            m_status->setText(core::text::sentence(answer.error()));
            return;
        }
        if (const auto report = core::json::fromJson<DrsReport>(*answer))
            take(*report);
    });
    askHistory();
}

void DrsPage::askHistory()
{
    session().get(u"/clusters/%1/drs-history"_s.arg(m_cluster.toString()), this,
                  [this, cluster = m_cluster](const core::Result<QJsonObject> &answer) {
                      if (!answer || !(cluster == m_cluster))
                          return;
                      const auto entries = core::json::fromJson<std::vector<core::model::DrsHistoryEntry>>(
                          answer->value(u"items"_s));
                      if (entries)
                          m_history.setHistory(*entries);
                      retranslate();
                  });
}

void DrsPage::take(const DrsReport &report)
{
    m_report = report;
    m_recommendations.setRecommendations(report.recommendations);
    m_faults.setFaults(report.faults);
    m_balance->setLoads(report.hosts, session().inventory());
    retranslate();
}

QString DrsPage::statusText(const core::model::Cluster &cluster) const
{
    if (!cluster.drsEnabled)
        return tr("DRS is off: nobody balances the load of this cluster.");
    if (!m_report)
        return tr("Asking for the state of the cluster…");
    const QLocale locale;
    QString text =
        tr("%1. %2, migration threshold %3.", "state, automation level, threshold")
            .arg(core::text::state(m_report->state), core::text::drsAutomation(cluster.drs.automation),
                 locale.toString(cluster.drs.threshold));
    if (m_report->time)
        text += u'\n'
            + tr("Imbalance of the hosts %1, to be at most %2; looked at %3.")
                  .arg(locale.toString(m_report->score, 'f', 3), locale.toString(m_report->target, 'f', 3),
                       core::text::timeOfDay(*m_report->time));
    if (!m_report->notEnforced.empty()) {
        QStringList names;
        for (const core::HostId host : m_report->notEnforced)
            names += session().inventory().nameOf(host);
        text += u'\n' + tr("Shares and limits are computed, not enforced, on: %1.").arg(names.join(u", "_s));
    }
    return text;
}

void DrsPage::showStatus()
{
    if (const core::model::Cluster *cluster = session().inventory().find(m_cluster))
        m_status->setText(statusText(*cluster));
    showButtons();
}

QString DrsPage::obstacle(const QString &name) const
{
    if (const QString offline = offlineReason(session()); !offline.isEmpty())
        return offline;
    const core::operations::Operation *operation = core::operations::findOperation(name);
    const QJsonObject parameters{{u"cluster"_s, m_cluster.toString()}};
    if (const auto missing = Rights::of(session()).lacking({name, parameters}))
        return core::text::sentence(*missing);
    const auto may = operation->availability(parameters, session().inventory());
    return may ? QString() : core::text::sentence(may.why());
}

void DrsPage::showButtons()
{
    const auto ticked = static_cast<int>(m_recommendations.ticked().size());
    QString apply = obstacle(u"cluster.drs-apply"_s);
    if (apply.isEmpty() && isDryRun())
        apply = tr("This is a dry run. Choose the cluster’s own threshold to apply recommendations.");
    if (apply.isEmpty() && ticked == 0)
        apply = tr("No recommendation is ticked.");
    const auto show = [](QPushButton *button, const QString &reason) {
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason.toHtmlEscaped());
        button->setAccessibleDescription(reason);
    };
    show(m_run, obstacle(u"cluster.drs-run"_s));
    show(m_apply, apply);
    show(m_settings, obstacle(u"cluster.set-drs"_s));
    m_apply->setText(tr("Apply Recommendations (%1)").arg(QLocale().toString(ticked)));
}

void DrsPage::apply()
{
    const core::operations::ApplyDrs wanted{.cluster = m_cluster,
                                            .recommendations = m_recommendations.ticked()};
    m_runner->run(prepare({core::operations::request(wanted)}, session().inventory()));
}

void DrsPage::retranslate()
{
    const QLocale locale;
    m_run->setText(tr("Run DRS"));
    m_settings->setText(tr("Edit…"));
    m_settings->setAccessibleName(tr("Edit the DRS settings"));
    m_threshold->setAccessibleName(tr("Dry run at another threshold"));
    m_threshold->setItemText(0, tr("The cluster’s own threshold"));
    for (int level = 1; level <= 5; ++level)
        m_threshold->setItemText(level, tr("Dry run at threshold %1").arg(locale.toString(level)));
    const std::array titles{tr("Recommendations (%1)").arg(locale.toString(m_recommendations.rowCount())),
                            tr("Faults (%1)").arg(locale.toString(m_faults.rowCount())),
                            tr("History (%1)").arg(locale.toString(m_history.rowCount())), tr("Balance"),
                            tr("Rules")};
    for (size_t i = 0; i < titles.size(); ++i)
        m_tabs->setTabText(static_cast<int>(i), titles[i]);
    m_recommendationList->setWords(tr("Recommendations"), tr("Virtual machine, host or reason contains"));
    m_faultList->setWords(tr("Faults"), tr("Object or reason contains"));
    m_historyList->setWords(tr("History"), tr("Virtual machine, host or reason contains"));
    showStatus();
}

void DrsPage::showEvent(QShowEvent *event)
{
    ask();
    m_poll.start();
    Page::showEvent(event);
}

void DrsPage::hideEvent(QHideEvent *event)
{
    m_poll.stop();
    Page::hideEvent(event);
}

void DrsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_recommendations.retranslate();
        m_faults.retranslate();
        m_history.retranslate();
        retranslate();
    }
    Page::changeEvent(event);
}

} // namespace views
