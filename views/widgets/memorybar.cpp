// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/memorybar.h"

#include "core/text/text.h"
#include "views/widgets/theme.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <cmath>

namespace views {

using namespace Qt::StringLiterals;
using Kind = MemorySegment::Kind;

namespace {
constexpr int narrowest = 6; // pixels of a segment that can still be pointed at
}

QString describe(const MemorySegment &segment)
{
    const QString size = core::text::bytes(segment.size);
    switch (segment.kind) {
    case Kind::Vm:
        return QCoreApplication::translate("views::MemoryBar", "%1: %2", "virtual machine, memory")
            .arg(segment.name, size);
    case Kind::SmallerVms:
        return QCoreApplication::translate("views::MemoryBar", "%n smaller virtual machine(s): %1", nullptr,
                                           segment.count)
            .arg(size);
    case Kind::System:
        if (segment.count > 0)
            return QCoreApplication::translate(
                       "views::MemoryBar",
                       "The host's own system and %n virtual machine(s) not measured yet: %1", nullptr,
                       segment.count)
                .arg(size);
        return QCoreApplication::translate("views::MemoryBar", "The host's own system: %1").arg(size);
    case Kind::Free: return QCoreApplication::translate("views::MemoryBar", "Free: %1").arg(size);
    }
    Q_UNREACHABLE();
}

/// One segment. Its own class only to paint itself and to leave the arrow keys to the bar.
class MemoryBar::Segment : public QAbstractButton
{
public:
    explicit Segment(QWidget *parent) : QAbstractButton(parent) { setAttribute(Qt::WA_Hover); }

    void setSegment(const MemorySegment &segment, int colorIndex)
    {
        m_segment = segment;
        m_color = colorIndex;
        const QString words = describe(segment);
        setAccessibleName(words);
        setToolTip(words.toHtmlEscaped());
        setObjectName(segment.kind == Kind::Vm ? u"segment."_s + toString(segment.vm) : u"segment"_s);
        setCursor(segment.kind == Kind::Vm ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
    [[nodiscard]] const MemorySegment &segment() const { return m_segment; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect area = rect().adjusted(0, 0, -1, 0); // the gap to the next one
        const QColor color = fill();
        painter.fillRect(area, color);
        if (m_segment.kind == Kind::System)
            painter.fillRect(area, QBrush(palette().color(QPalette::WindowText), Qt::BDiagPattern));
        if (underMouse() && m_segment.kind == Kind::Vm)
            painter.fillRect(area.adjusted(0, area.height() - 3, 0, 0),
                             palette().color(QPalette::WindowText));
        paintName(painter, area, color);
        if (hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
            painter.drawRect(area.adjusted(1, 1, -1, -1));
        }
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else if (event->key() == Qt::Key_Space)
            QAbstractButton::keyPressEvent(event);
        else
            event->ignore(); // arrows: the bar's
    }

private:
    [[nodiscard]] QColor fill() const
    {
        switch (m_segment.kind) {
        case Kind::Vm: return theme::series(m_color);
        case Kind::SmallerVms: return theme::color(theme::Role::Muted);
        case Kind::System: return theme::background(theme::Role::Muted);
        case Kind::Free: return palette().color(QPalette::Base);
        }
        Q_UNREACHABLE();
    }
    void paintName(QPainter &painter, const QRect &area, const QColor &background) const
    {
        const QString name = m_segment.kind == Kind::Vm ? m_segment.name : accessibleName();
        const bool dark = background.lightness() < 128;
        const bool hatched = m_segment.kind == Kind::System;
        const int needed = painter.fontMetrics().horizontalAdvance(name) + 8;
        if (hatched || (needed > area.width() && area.width() < painter.fontMetrics().averageCharWidth() * 6))
            return; // the legend and the tooltip say it
        const QColor text = palette().color(QPalette::Text);
        const QColor base = palette().color(QPalette::Base);
        const QColor light = text.lightness() > base.lightness() ? text : base;
        painter.setPen(dark ? light : (light == text ? base : text));
        painter.drawText(area.adjusted(4, 0, -4, 0),
                         static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine),
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, area.width() - 8));
    }

    MemorySegment m_segment;
    int m_color = 0;
};

MemoryBar::MemoryBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(u"memoryBar"_s);
    setAccessibleName(tr("Memory of the host"));
}

QSize MemoryBar::sizeHint() const
{
    return {400, fontMetrics().height() * 2};
}

QSize MemoryBar::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void MemoryBar::setSegments(std::vector<MemorySegment> segments)
{
    if (segments == m_segments)
        return;
    m_segments = std::move(segments);
    arrange();
}

void MemoryBar::arrange()
{
    const auto shown = mergedToFit(m_segments, width(), narrowest);
    const auto focused = std::ranges::find_if(m_buttons, [](Segment *button) { return button->hasFocus(); });
    const bool hadFocus = focused != m_buttons.end();
    const auto samePlace = [was = hadFocus ? (*focused)->segment()
                                           : MemorySegment()](const MemorySegment &segment) {
        return segment.kind == was.kind && segment.vm == was.vm;
    };
    const auto target = std::ranges::find_if(shown, samePlace);
    while (m_buttons.size() > shown.size()) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < shown.size()) {
        auto *button = new Segment(this);
        connect(button, &QAbstractButton::clicked, this, [this, button] {
            if (button->segment().kind == Kind::Vm)
                Q_EMIT vmActivated(button->segment().vm);
        });
        m_buttons.push_back(button);
        button->show();
    }
    for (size_t i = 0; i < shown.size(); ++i) {
        m_buttons[i]->setSegment(shown[i], static_cast<int>(i));
        m_buttons[i]->setFocusPolicy(i == 0 ? Qt::StrongFocus : Qt::ClickFocus);
    }
    place();
    if (hadFocus && !m_buttons.empty())
        m_buttons[target == shown.end() ? 0 : static_cast<size_t>(target - shown.begin())]->setFocus();
    update();
}

void MemoryBar::place()
{
    core::Bytes total;
    for (const Segment *button : m_buttons)
        total += button->segment().size;
    core::Bytes before;
    const auto at = [&](core::Bytes position) {
        return total.count() > 0 ? static_cast<int>(std::lround(position / total * (width() - 2))) : 0;
    };
    for (Segment *button : m_buttons) {
        const int left = at(before);
        before += button->segment().size;
        const QRect place(1 + left, 1, at(before) - left, height() - 2);
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    }
}

void MemoryBar::resizeEvent(QResizeEvent *)
{
    arrange();
}

void MemoryBar::keyPressEvent(QKeyEvent *event)
{
    const auto focused = std::ranges::find_if(m_buttons, [](Segment *button) { return button->hasFocus(); });
    const bool forward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool backward = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (focused == m_buttons.end() || (!forward && !backward)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool right = isRightToLeft() ? backward : forward;
    if (right && focused + 1 != m_buttons.end())
        (*(focused + 1))->setFocus();
    else if (!right && focused != m_buttons.begin())
        (*(focused - 1))->setFocus();
}

void MemoryBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Memory of the host"));
        arrange();
    }
    QWidget::changeEvent(event);
}

void MemoryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace views
