// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/noticebar.h"

#include "views/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

namespace views {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent),
      m_sign(new QLabel(this)),
      m_sentence(new QLabel(this)),
      m_reason(new QLabel(this))
{
    setObjectName(u"notice"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto *layout = new QGridLayout(this);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_sign, 0, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 0, 1);
    layout->addWidget(m_reason, 1, 1);
    for (QLabel *label : {m_sentence, m_reason}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_sentence->setObjectName(u"notice.sentence"_s);
    m_reason->setObjectName(u"notice.reason"_s);
    paintBackground();
    hide();
}

void NoticeBar::setNotice(const QString &sentence, const QString &reason)
{
    m_sentence->setText(sentence);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
}

QString NoticeBar::sentence() const
{
    return m_sentence->text();
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        paintBackground();
    QFrame::changeEvent(event);
}

void NoticeBar::paintBackground()
{
    const QColor color = theme::background(theme::Role::Warning);
    if (palette().color(QPalette::Window) != color) { // setPalette() comes back here as a PaletteChange
        QPalette colors = palette();
        colors.setColor(QPalette::Window, color);
        setPalette(colors);
    }
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_sign->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning, nullptr, this).pixmap(size));
}

} // namespace views
