// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timerange.h"

#include "core/text/text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <chrono>

using namespace Qt::StringLiterals;

namespace views {

using core::Duration;
using core::Instant;
using std::chrono::days;
using std::chrono::hours;

namespace {

Instant instantOf(const QDateTime &when)
{
    return Instant(Duration(when.toMSecsSinceEpoch()));
}

QDateTime dateOf(Instant when)
{
    return QDateTime::fromMSecsSinceEpoch(when.time_since_epoch().count());
}

QDateTimeEdit *newEdit(QWidget *parent, const QString &name)
{
    auto *edit = new QDateTimeEdit(parent);
    edit->setObjectName(name);
    edit->setCalendarPopup(true);
    return edit;
}

} // namespace

TimeRangeBox::TimeRangeBox(const QString &name, std::vector<Duration> spans, QWidget *parent)
    : QWidget(parent),
      m_spans(std::move(spans)),
      m_title(new QLabel(this)),
      m_choice(new QComboBox(this)),
      m_fromTitle(new QLabel(this)),
      m_from(newEdit(this, name + u"From"_s)),
      m_toTitle(new QLabel(this)),
      m_to(newEdit(this, name + u"To"_s))
{
    setObjectName(name);
    m_choice->setObjectName(name + u"Choice"_s);
    for (size_t i = 0; i <= m_spans.size(); ++i)
        m_choice->addItem(QString());
    m_title->setBuddy(m_choice);
    m_fromTitle->setBuddy(m_from);
    m_toTitle->setBuddy(m_to);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_title, m_choice, m_fromTitle, m_from, m_toTitle, m_to})
        row->addWidget(each);
    const QDateTime now = QDateTime::currentDateTime();
    m_to->setDateTime(now);
    m_from->setDateTime(now.addDays(-1));
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        showDates();
        Q_EMIT changed();
    });
    for (QDateTimeEdit *edit : {m_from, m_to}) {
        edit->setKeyboardTracking(false); // a half typed date is none
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &TimeRangeBox::changed);
    }
    retranslate();
    showDates();
}

std::optional<Duration> TimeRangeBox::span() const
{
    const auto at = static_cast<size_t>(m_choice->currentIndex());
    return at < m_spans.size() ? std::optional(m_spans[at]) : std::nullopt;
}

TimeStretch TimeRangeBox::stretch(Instant now) const
{
    if (const auto back = span())
        return *back == Duration::zero() ? TimeStretch() : TimeStretch{.since = now - *back, .until = {}};
    const Instant from = instantOf(m_from->dateTime());
    const Instant to = instantOf(m_to->dateTime());
    return {.since = std::min(from, to), .until = std::max(from, to)};
}

void TimeRangeBox::setSpan(Duration span)
{
    const auto it = std::ranges::find(m_spans, span);
    if (it != m_spans.end())
        m_choice->setCurrentIndex(static_cast<int>(it - m_spans.begin()));
}

void TimeRangeBox::setDates(Instant from, Instant to)
{
    {
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        const QSignalBlocker quietChoice(m_choice);
        m_from->setDateTime(dateOf(from));
        m_to->setDateTime(dateOf(to));
        m_choice->setCurrentIndex(m_choice->count() - 1);
        showDates();
    }
    Q_EMIT changed();
}

void TimeRangeBox::showDates()
{
    for (QWidget *each : std::initializer_list<QWidget *>{m_fromTitle, m_from, m_toTitle, m_to})
        each->setVisible(!span());
}

QString TimeRangeBox::spanName(Duration span)
{
    if (span == Duration::zero())
        return tr("all");
    if (span == hours(1))
        return tr("last hour");
    if (span == days(1))
        return tr("last day");
    if (span == days(7))
        return tr("last week");
    if (span == days(30))
        return tr("last month");
    return span == days(365) ? tr("last year") : core::text::duration(span);
}

void TimeRangeBox::setTitle(const QString &title)
{
    m_title->setText(title);
    m_choice->setAccessibleName(QString(title).remove(u'&').remove(u':').trimmed());
}

void TimeRangeBox::retranslate()
{
    for (size_t i = 0; i < m_spans.size(); ++i)
        m_choice->setItemText(static_cast<int>(i), spanName(m_spans[i]));
    m_choice->setItemText(m_choice->count() - 1, tr("from … to …"));
    m_fromTitle->setText(tr("from"));
    m_from->setAccessibleName(tr("Beginning"));
    m_toTitle->setText(tr("to"));
    m_to->setAccessibleName(tr("End"));
    //: The order of day, month and year in a field, as QDateTimeEdit reads it.
    const QString format = tr("yyyy-MM-dd HH:mm");
    m_from->setDisplayFormat(format);
    m_to->setDisplayFormat(format);
}

void TimeRangeBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
