// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/architectureview.h"

#include "views/widgets/theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array parts{ArchitectureView::Part::Client, ArchitectureView::Part::Core,
                           ArchitectureView::Part::Database, ArchitectureView::Part::Host,
                           ArchitectureView::Part::Vm};

/// Where a part stands: column and row of a grid of 3 by 2.
QPoint cell(ArchitectureView::Part part)
{
    using enum ArchitectureView::Part;
    switch (part) {
    case Client: return {0, 0};
    case Core: return {1, 0};
    case Database: return {1, 1};
    case Host: return {2, 0};
    case Vm: return {2, 1};
    }
    Q_UNREACHABLE();
}

void paintArrow(QPainter &painter, const QPointF &from, const QPointF &to)
{
    constexpr double size = 8.0;
    QLineF line(from, to);
    painter.drawLine(line);
    QLineF wing(to, from);
    wing.setLength(size);
    for (const double angle : {-25.0, 25.0}) {
        QLineF each = wing;
        each.setAngle(wing.angle() + angle);
        painter.drawLine(each);
    }
}

} // namespace

class ArchitectureView::Node : public QAbstractButton
{
public:
    Node(Part part, ArchitectureView *view) : QAbstractButton(view), m_view(view), m_part(part)
    {
        setObjectName(u"part%1"_s.arg(static_cast<int>(part)));
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    void setLive(const Live &live)
    {
        m_live = live;
        setCursor(live.object ? Qt::PointingHandCursor : Qt::ArrowCursor);
        describe();
    }
    [[nodiscard]] const Live &live() const { return m_live; }
    [[nodiscard]] Part part() const { return m_part; }

    void describe()
    {
        setText(name(m_part));
        setAccessibleName(m_live.caption.isEmpty()
                              ? text()
                              : ArchitectureView::tr("%1: %2", "a part of the drawing, what it is now")
                                    .arg(text(), m_live.caption));
        setAccessibleDescription(sentence(m_part));
        setToolTip(sentence(m_part).toHtmlEscaped());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool picked = hasFocus() || underMouse();
        painter.setPen(QPen(palette().color(picked ? QPalette::Highlight : QPalette::Mid), picked ? 3 : 1));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
        const QRect inside = rect().adjusted(8, 8, -8, -8);
        QFont bold = font();
        bold.setBold(true);
        painter.setPen(palette().color(QPalette::Text));
        painter.setFont(bold);
        painter.drawText(inside, static_cast<int>(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap),
                         text());
        QFont plain = font();
        plain.setUnderline(m_live.object.has_value());
        painter.setFont(plain);
        painter.setPen(palette().color(m_live.object ? QPalette::Link : QPalette::Text));
        painter.drawText(inside, static_cast<int>(Qt::AlignHCenter | Qt::AlignBottom | Qt::TextSingleLine),
                         painter.fontMetrics().elidedText(m_live.caption, Qt::ElideRight, inside.width()));
    }
    void focusInEvent(QFocusEvent *event) override
    {
        Q_EMIT m_view->explained(sentence(m_part));
        QAbstractButton::focusInEvent(event);
    }
    void enterEvent(QEnterEvent *event) override
    {
        Q_EMIT m_view->explained(sentence(m_part));
        QAbstractButton::enterEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else if (event->key() == Qt::Key_Space)
            QAbstractButton::keyPressEvent(event);
        else
            event->ignore(); // arrows: the drawing's
    }

private:
    ArchitectureView *m_view;
    Part m_part;
    Live m_live;
};

ArchitectureView::ArchitectureView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"architecture"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const Part part : parts) {
        auto *each = new Node(part, this);
        connect(each, &QAbstractButton::clicked, this, [this, each] {
            if (each->live().object)
                Q_EMIT objectActivated(*each->live().object);
        });
        m_nodes.push_back(each);
    }
    retranslate();
}

QString ArchitectureView::name(Part part)
{
    switch (part) {
    case Part::Client: return tr("Client");
    case Part::Core: return tr("Core");
    case Part::Database: return tr("Database");
    case Part::Host: return tr("Host");
    case Part::Vm: return tr("Virtual machine");
    }
    Q_UNREACHABLE();
}

QString ArchitectureView::sentence(Part part)
{
    switch (part) {
    case Part::Client:
        return tr("The client is this console, or vigiectl: it shows and asks. Closing it stops nothing.");
    case Part::Core:
        return tr("The core does the work: it speaks with the hosts, runs the tasks and watches. It is "
                  "embedded in this "
                  "computer, or it is a management server.");
    case Part::Database:
        return tr("The database keeps what no host knows: folders, clusters, tasks, events. The hosts remain "
                  "the truth about "
                  "their machines.");
    case Part::Host:
        return tr("A host is a computer with a hypervisor. Of type 1, the hypervisor is the computer's own "
                  "kernel, as KVM, or "
                  "lies beneath it; of type 2, it is a program beside others.");
    case Part::Vm:
        return tr("A virtual machine is a computer made of software. It runs on one host at a time and can "
                  "move to another.");
    }
    Q_UNREACHABLE();
}

ArchitectureView::Node *ArchitectureView::node(Part part) const
{
    return m_nodes[static_cast<size_t>(part)];
}

void ArchitectureView::setLive(Part part, const Live &live)
{
    if (node(part)->live() != live)
        node(part)->setLive(live);
}

QSize ArchitectureView::sizeHint() const
{
    return {600, fontMetrics().height() * 14};
}

QSize ArchitectureView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 54, sizeHint().height()};
}

void ArchitectureView::place()
{
    constexpr int columns = 3;
    constexpr int rows = 2;
    const int gap = fontMetrics().height() * 3;
    const int width_ = (width() - gap * (columns - 1)) / columns;
    const int height_ = (height() - gap * (rows - 1)) / rows;
    for (Node *each : m_nodes) {
        const QPoint at = cell(each->part());
        const QRect place(at.x() * (width_ + gap), at.y() * (height_ + gap), width_, height_);
        each->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    }
}

void ArchitectureView::resizeEvent(QResizeEvent *)
{
    place();
}

void ArchitectureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(theme::Role::Muted), 2));
    const auto across = [&](Part from, Part to) {
        const QRect a = node(from)->geometry();
        const QRect b = node(to)->geometry();
        const bool forward = a.center().x() < b.center().x();
        paintArrow(painter, QPointF(forward ? a.right() : a.left(), a.center().y()),
                   QPointF(forward ? b.left() : b.right(), b.center().y()));
    };
    const auto down = [&](Part from, Part to) {
        const QRect a = node(from)->geometry();
        const QRect b = node(to)->geometry();
        paintArrow(painter, QPointF(a.center().x(), a.bottom()), QPointF(b.center().x(), b.top()));
    };
    across(Part::Client, Part::Core);
    across(Part::Core, Part::Host);
    down(Part::Core, Part::Database);
    down(Part::Host, Part::Vm);
}

void ArchitectureView::keyPressEvent(QKeyEvent *event)
{
    const auto focused = std::ranges::find_if(m_nodes, [](const Node *each) { return each->hasFocus(); });
    const bool forward = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool backward = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (focused == m_nodes.end() || (!forward && !backward)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (forward && focused + 1 != m_nodes.end())
        (*(focused + 1))->setFocus();
    else if (backward && focused != m_nodes.begin())
        (*(focused - 1))->setFocus();
}

void ArchitectureView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        place();
    QWidget::changeEvent(event);
}

void ArchitectureView::retranslate()
{
    setAccessibleName(tr("Architecture: the client asks the core; the core keeps a database and speaks with "
                         "the hosts; the hosts "
                         "run virtual machines"));
    for (Node *each : m_nodes)
        each->describe();
}

} // namespace views
