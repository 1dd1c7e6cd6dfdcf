// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/summarypage.h"

#include "core/text/text.h"
#include "views/widgets/commandbox.h"
#include "views/widgets/factbox.h"
#include "views/widgets/noticebar.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;
using core::api::client::Link;
using core::api::client::Session;

namespace {

core::Duration sinceThen(core::Instant then)
{
    const auto now = std::chrono::time_point_cast<core::Duration>(std::chrono::system_clock::now());
    return std::max(core::Duration::zero(), now - then); // the core's clock may be ahead of ours
}

} // namespace

SummaryPage::SummaryPage(Session &session, QWidget *parent, std::chrono::milliseconds interval)
    : LivePage(session, parent, interval),
      m_notice(new NoticeBar(this)),
      m_commands(new CommandBox(this)),
      m_left(new QVBoxLayout),
      m_right(new QVBoxLayout)
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"summaryArea"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(area);
    auto *columns = new QHBoxLayout(content);
    columns->addLayout(m_left, 3);
    columns->addLayout(m_right, 2);
    m_left->addStretch(1);
    m_right->addStretch(1);
    area->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    layout->addWidget(area, 1);
    m_commands->setObjectName(u"commands"_s);
    connect(m_commands, &CommandBox::operationRequested, this, &Page::operationRequested);
    addRight(m_commands);
}

QString SummaryPage::title() const
{
    return tr("Summary");
}

void SummaryPage::addLeft(QWidget *widget)
{
    m_left->insertWidget(m_left->count() - 1, widget);
}

void SummaryPage::addRight(QWidget *widget)
{
    m_right->insertWidget(m_right->count() - 1, widget);
}

FactBox *SummaryPage::newFactBox(const QString &objectName)
{
    auto *box = new FactBox(this);
    box->setObjectName(objectName);
    connect(box, &FactBox::linkActivated, this, &Page::objectActivated);
    return box;
}

void SummaryPage::noticeHost(const core::model::Host *host)
{
    using enum core::model::HostState;
    if (session().link() == Link::Lost) {
        const auto heard = session().lastHeard();
        const auto why = session().linkError();
        m_notice->setNotice(heard ? tr("The connection to the core is lost: last data %1.")
                                        .arg(core::text::ago(sinceThen(*heard)))
                                  : tr("The connection to the core is lost."),
                            why ? core::text::sentence(*why) : QString());
        return;
    }
    if (host == nullptr || host->state == Connected) {
        m_notice->setNotice({});
        return;
    }
    const QString reason = host->problem ? core::text::sentence(*host->problem) : QString();
    const QString age = host->lastSeen ? core::text::ago(sinceThen(*host->lastSeen)) : QString();
    QString sentence;
    switch (host->state) {
    case NotResponding:
        sentence = host->lastSeen ? tr("%1 is not responding, last data %2.").arg(host->name, age)
                                  : tr("%1 is not responding.").arg(host->name);
        break;
    case Disconnected:
        sentence = host->lastSeen ? tr("%1 is disconnected, last data %2.").arg(host->name, age)
                                  : tr("%1 is disconnected.").arg(host->name);
        break;
    case Connecting: sentence = tr("Connecting to %1…").arg(host->name); break;
    case Connected: break;
    }
    m_notice->setNotice(sentence, reason);
}

} // namespace views
