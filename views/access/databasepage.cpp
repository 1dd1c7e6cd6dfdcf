// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/databasepage.h"

#include "core/operations/commandline.h"
#include "core/text/text.h"
#include "views/widgets/errorcard.h"
#include "views/widgets/factbox.h"
#include "views/widgets/noticebar.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QDateTime>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

#include <chrono>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::DatabaseEngine;
using core::model::DatabaseInfo;

namespace {

constexpr auto oldCopy = std::chrono::days(7);

core::Duration age(core::Instant when)
{
    return core::Duration(QDateTime::currentMSecsSinceEpoch()) - when.time_since_epoch();
}

} // namespace

DatabasePage::DatabasePage(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_notice(new NoticeBar(this)),
      m_facts(new FactBox(this)),
      m_tables(new QTreeWidget(this)),
      m_copies(new QLabel(this)),
      m_restoreTitle(new QLabel(this)),
      m_restore(new QPlainTextEdit(this)),
      m_backUp(new QPushButton(this)),
      m_refresh(new QPushButton(this))
{
    build();
    connect(m_refresh, &QPushButton::clicked, this, &DatabasePage::refresh);
    connect(m_backUp, &QPushButton::clicked, this, &DatabasePage::backUp);
    connect(&session, &Session::linkChanged, this, [this] {
        showButtons();
        if (isVisible())
            refresh();
    });
    connect(&Rights::of(session), &Rights::changed, this, &DatabasePage::showButtons);
    retranslate();
}

void DatabasePage::build()
{
    setObjectName(u"databasePage"_s);
    m_tables->setObjectName(u"databaseTables"_s);
    m_tables->setRootIsDecorated(false);
    m_tables->setUniformRowHeights(true);
    m_tables->setColumnCount(2);
    m_tables->setMaximumHeight(fontMetrics().lineSpacing() * 9);
    m_copies->setObjectName(u"databaseCopies"_s);
    m_restoreTitle->setObjectName(u"databaseRestoreTitle"_s);
    m_restore->setObjectName(u"databaseRestore"_s);
    m_restore->setReadOnly(true);
    m_restore->setTabChangesFocus(true);
    m_restore->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_restore->setFixedHeight(fontMetrics().lineSpacing() * 3);
    m_restoreTitle->setBuddy(m_restore);
    for (QLabel *label : {m_copies, m_restoreTitle}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_backUp->setObjectName(u"backUpDatabase"_s);
    m_refresh->setObjectName(u"refreshDatabase"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_backUp, m_refresh}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *boxes = new QHBoxLayout;
    boxes->addWidget(m_facts, 1);
    boxes->addWidget(m_tables, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(buttons);
    column->addWidget(m_notice);
    column->addLayout(boxes);
    for (QWidget *each : std::initializer_list<QWidget *>{m_copies, m_restoreTitle, m_restore})
        column->addWidget(each);
    column->addStretch();
}

void DatabasePage::refresh()
{
    m_session.get(u"/database"_s, this, [this](const core::Result<QJsonObject> &answer) { take(answer); });
}

void DatabasePage::take(const core::Result<QJsonObject> &answer)
{
    m_error.reset();
    const auto info =
        answer.and_then([](const QJsonObject &json) { return core::json::fromJson<DatabaseInfo>(json); });
    if (info)
        m_info = *info;
    else
        m_error = info.error();
    showInfo();
}

void DatabasePage::backUp()
{
    m_copying = true;
    showButtons();
    m_session.send("POST", u"/database/backup"_s, {}, this,
                   [this](const core::Result<QJsonObject> &answer) { copied(answer); });
}

void DatabasePage::copied(const core::Result<QJsonObject> &answer)
{
    m_copying = false;
    if (answer)
        m_path = answer->value(u"path"_s).toString();
    else
        ErrorCard::show(this, tr("Back Up Now"), answer.error());
    showButtons();
    refresh();
}

QString DatabasePage::tableName(const QString &table)
{
    if (table == u"object")
        return tr("Objects of the inventory");
    if (table == u"task")
        return tr("Tasks");
    if (table == u"event")
        return tr("Events");
    if (table == u"secret")
        return tr("Sealed secrets of hosts");
    return table == u"history" ? tr("Averages of the performance history") : table;
}

void DatabasePage::showHealth()
{
    if (m_error)
        m_notice->setNotice(core::text::sentence(*m_error));
    else if (m_info && m_info->failingSince)
        m_notice->setNotice(
            tr("Nothing can be written since %1.").arg(core::text::timeOfDay(*m_info->failingSince)),
            m_info->problem ? core::text::sentence(*m_info->problem) : QString());
    else if (m_info && !m_info->lastBackup)
        m_notice->setNotice(tr("There is no copy of this database yet."));
    else if (m_info && age(*m_info->lastBackup) > oldCopy)
        m_notice->setNotice(tr("The last copy is older than a week."));
    else
        m_notice->setNotice({});
}

void DatabasePage::showCopies()
{
    QString words = m_info && m_info->lastBackup
        ? tr("Last copy: %1 (%2).")
              .arg(core::text::timeOfDay(*m_info->lastBackup), core::text::ago(age(*m_info->lastBackup)))
        : tr("Last copy: never.");
    if (!m_path.isEmpty())
        words += u'\n' + tr("It was written on the computer of the core: %1").arg(m_path);
    m_copies->setText(words);
    const QString file = m_path.isEmpty() ? u"FILE"_s : core::operations::shellWord(m_path);
    m_restore->setPlainText(
        u"vigied --restore %1 --listen ADDR:PORT --database DATABASE --data DIR"_s.arg(file));
}

void DatabasePage::showInfo()
{
    const auto fact = [](const QString &key, const QString &label, const QString &value) {
        return Fact{.key = key, .label = label, .value = value, .link = {}};
    };
    if (m_info) {
        const QString engine = m_info->engine == DatabaseEngine::Sqlite ? u"SQLite"_s : u"PostgreSQL"_s;
        m_facts->setFacts({fact(u"engine"_s, tr("Engine"), engine + u' ' + m_info->engineVersion),
                           fact(u"location"_s, tr("Location"), m_info->location),
                           fact(u"size"_s, tr("Size"), core::text::bytes(m_info->size)),
                           fact(u"health"_s, tr("Health"),
                                m_info->failingSince ? tr("cannot be written") : tr("reads and writes")),
                           fact(u"schema"_s, tr("Schema"), tr("version %1").arg(m_info->schemaVersion))});
        m_tables->clear();
        for (const auto &each : m_info->tables) {
            auto *row = new QTreeWidgetItem(m_tables, {tableName(each.name), QLocale().toString(each.rows)});
            row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        }
        m_tables->resizeColumnToContents(0);
    }
    m_facts->setVisible(m_info.has_value());
    m_tables->setVisible(m_info.has_value());
    showHealth();
    showCopies();
    showButtons();
}

void DatabasePage::showButtons()
{
    QString reason = offlineReason(m_session);
    if (reason.isEmpty() && m_copying)
        reason = tr("The database is being copied.");
    if (reason.isEmpty()) {
        if (const auto missing = Rights::of(m_session).lacking(core::model::Privilege::GlobalSettings, {}))
            reason = core::text::sentence(*missing);
    }
    m_backUp->setEnabled(reason.isEmpty());
    m_backUp->setToolTip(reason.toHtmlEscaped());
    m_backUp->setAccessibleDescription(reason);
    m_refresh->setEnabled(offlineReason(m_session).isEmpty());
}

void DatabasePage::retranslate()
{
    m_facts->setTitle(tr("Database"));
    m_tables->setHeaderLabels({tr("Holds"), tr("Rows")});
    m_tables->setAccessibleName(tr("What the database holds"));
    m_restoreTitle->setText(
        tr("To go back to a copy, end the management server and start it once like this. A SQLite "
           "database is kept beside the new one, with “.replaced” at its name."));
    m_restore->setAccessibleName(tr("Command that goes back to a copy"));
    m_backUp->setText(tr("Back Up &Now"));
    m_backUp->setAccessibleName(tr("Copy the database now"));
    m_refresh->setText(tr("Refresh"));
    m_refresh->setAccessibleName(tr("Ask for the state of the database again"));
    showInfo();
}

void DatabasePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DatabasePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
