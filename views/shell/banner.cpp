// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/banner.h"

#include "views/delegates/objecticons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QIcon pictureOf(theme::Role role)
{
    switch (role) {
    case theme::Role::Alert: return icon(u"alert"_s);
    case theme::Role::Warning: return icon(u"warning"_s);
    case theme::Role::Good:
    case theme::Role::Accent:
    case theme::Role::Muted: return icon(u"info"_s);
    }
    Q_UNREACHABLE();
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent),
      m_picture(new QLabel(this)),
      m_sentence(new QLabel(this)),
      m_close(new QToolButton(this))
{
    setObjectName(u"banner"_s);
    setAutoFillBackground(true);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setObjectName(u"bannerSentence"_s);
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_picture);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_close);
    retranslate();
    hide();
}

void Banner::retranslate()
{
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
}

void Banner::say(theme::Role role, const QString &sentence, bool closable)
{
    m_role = role;
    m_sentence->setText(sentence);
    m_close->setVisible(closable);
    paintRole();
    show();
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

void Banner::paintRole()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_picture->setPixmap(pictureOf(m_role).pixmap(QSize(size, size), devicePixelRatioF()));
    QPalette own;
    own.setColor(QPalette::Window, theme::background(m_role));
    setPalette(own);
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintRole();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace views
