// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/sessionlist.h"

#include "core/text/text.h"
#include "views/access/accesslist.h"
#include "views/widgets/errorcard.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;

SessionList::SessionList(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_list(new AccessList(session, AccessKind::Sessions, u"sessionList"_s, {}, this)),
      m_refresh(new QPushButton(this)),
      m_end(new QPushButton(this)),
      m_problem(new QLabel(this))
{
    m_refresh->setObjectName(u"refreshSessions"_s);
    m_end->setObjectName(u"endSession"_s);
    m_problem->setObjectName(u"sessionProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_list->addButton(m_end);
    m_list->addButton(m_refresh);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addWidget(m_problem);
    connect(m_refresh, &QPushButton::clicked, this, &SessionList::refresh);
    connect(m_end, &QPushButton::clicked, this, &SessionList::endSelected);
    connect(m_list, &AccessList::selectionChanged, this, &SessionList::showButtons);
    connect(&session, &Session::linkChanged, this, [this] {
        if (isVisible() && m_session.link() == core::api::client::Link::Online)
            refresh(); // another session now, perhaps
        showButtons();
    });
    connect(&Rights::of(session), &Rights::changed, this, &SessionList::showButtons);
    retranslate();
}

void SessionList::refresh()
{
    m_session.get(u"/sessions"_s, this, [this](const core::Result<QJsonObject> &answer) { take(answer); });
}

void SessionList::take(const core::Result<QJsonObject> &answer)
{
    m_error.reset();
    if (!answer) {
        m_error = answer.error();
    } else if (const auto all = core::json::fromJson<std::vector<core::model::SessionInfo>>(
                   answer->value(u"items"_s).toArray())) {
        m_empty = all->empty();
        m_list->setRows(AccessRows::sessions(*all));
    } else {
        m_error = all.error();
    }
    retranslate();
}

void SessionList::endSelected()
{
    for (const AccessRow &row : m_list->selected()) {
        const QString asked = tr("%1 – %2").arg(m_end->text(), row.cells.front());
        auto ended = [this, asked](const core::Result<QJsonObject> &answer) {
            if (!answer)
                ErrorCard::show(this, asked, answer.error());
            refresh();
        };
        m_session.send("DELETE", u"/sessions/"_s + row.key, {}, this, std::move(ended));
    }
}

/// One's own sessions may always be ended, others' with the privilege.
void SessionList::showButtons()
{
    const auto rows = m_list->selected();
    const bool own = std::ranges::all_of(
        rows, [&](const AccessRow &row) { return row.cells.front() == m_session.user(); });
    const auto missing =
        own ? std::nullopt : Rights::of(m_session).lacking(core::model::Privilege::TerminateSession, {});
    QString reason = offlineReason(m_session);
    if (reason.isEmpty() && rows.empty())
        reason = tr("No session is selected.");
    if (reason.isEmpty() && missing)
        reason = core::text::sentence(*missing);
    m_end->setEnabled(reason.isEmpty());
    m_end->setToolTip(reason.toHtmlEscaped());
    m_end->setAccessibleDescription(reason);
    m_refresh->setEnabled(offlineReason(m_session).isEmpty());
}

void SessionList::retranslate()
{
    m_refresh->setText(tr("Refresh"));
    m_refresh->setAccessibleName(tr("Refresh the sessions"));
    m_end->setText(tr("End Session"));
    m_end->setAccessibleName(m_end->text());
    m_problem->setText(m_error ? core::text::sentence(*m_error)
                               : tr("Nobody has signed in here: only a management server has sessions."));
    m_problem->setVisible(m_error || m_empty);
    showButtons();
}

void SessionList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void SessionList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
