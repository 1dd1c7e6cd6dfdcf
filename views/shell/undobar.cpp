// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/undobar.h"

#include "core/text/text.h"
#include "views/inventory/undolog.h"
#include "views/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

UndoBar::UndoBar(UndoLog &log, QWidget *parent)
    : QFrame(parent),
      m_log(log),
      m_sentence(new QLabel(this)),
      m_undo(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    setObjectName(u"undoBar"_s);
    setAutoFillBackground(true);
    m_sentence->setObjectName(u"undoSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_undo->setObjectName(u"undoButton"_s);
    m_undo->setAutoDefault(false);
    m_close->setObjectName(u"undoClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_undo);
    row->addWidget(m_close);
    m_gone.setSingleShot(true);
    m_gone.setInterval(10s);
    connect(&m_gone, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, &log, &UndoLog::undo);
    connect(&log, &UndoLog::changed, this, &UndoBar::offer);
    paintBackground();
    hide();
}

void UndoBar::offer()
{
    setVisible(m_log.last().has_value());
    if (!m_log.last())
        return;
    retranslate();
    m_gone.start();
}

void UndoBar::retranslate()
{
    m_undo->setText(tr("&Undo"));
    m_undo->setAccessibleName(tr("Undo"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    if (const auto &last = m_log.last())
        m_sentence->setText(tr("Done: %1 – %2", "operation, object")
                                .arg(core::text::operationLabel(last->operation), last->name));
}

void UndoBar::paintBackground()
{
    QPalette own;
    own.setColor(QPalette::Window, theme::background(theme::Role::Accent));
    setPalette(own);
}

/// Does not go away beneath the pointer.
void UndoBar::enterEvent(QEnterEvent *event)
{
    m_gone.stop();
    QFrame::enterEvent(event);
}

void UndoBar::leaveEvent(QEvent *event)
{
    if (isVisible())
        m_gone.start();
    QFrame::leaveEvent(event);
}

void UndoBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ApplicationPaletteChange)
        paintBackground();
    QFrame::changeEvent(event);
}

} // namespace views
