// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/outlinedstyle.h"

#include "views/widgets/theme.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace views {

OutlinedStyle::OutlinedStyle() : QProxyStyle(u"Fusion"_s) {}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    const bool field = element == PE_FrameLineEdit;
    if (!theme::isDark() || (!round && !field && element != PE_IndicatorCheckBox))
        return;
    const bool enabled = option->state.testFlag(State_Enabled);
    if (field && option->state.testFlag(State_HasFocus))
        return; // the focus has an outline of its own
    QColor line = option->palette.color(QPalette::WindowText);
    line.setAlphaF(enabled ? 0.5F : 0.25F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, 1));
    painter->setBrush(Qt::NoBrush);
    const QRectF rect = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    constexpr double corner = 2;
    if (round)
        painter->drawEllipse(rect.adjusted(1, 1, -1, -1));
    else
        painter->drawRoundedRect(rect, corner, corner);
    painter->restore();
}

} // namespace views
