// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/reportingpage.h"

#include "core/text/activity.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace views {

using core::model::AlarmTrigger;

namespace {

constexpr int longestSeconds = 24 * 3600;
constexpr int longestMinutes = 24 * 60;
constexpr double perSecond = 1000; // milliseconds
constexpr double perMinute = 60 * perSecond;

} // namespace

ReportingPage::ReportingPage(DefinitionDraft &draft, QWidget *parent)
    : QWidget(parent),
      m_draft(draft),
      m_form(new QFormLayout(this)),
      m_holds(new QSpinBox(this)),
      m_hysteresis(new QDoubleSpinBox(this)),
      m_repeat(new QSpinBox(this)),
      m_explanation(new QLabel(this))
{
    m_holds->setObjectName(u"alarmHolds"_s);
    m_holds->setRange(0, longestSeconds);
    m_holds->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_hysteresis->setObjectName(u"alarmHysteresis"_s);
    m_hysteresis->setRange(0, 1e9);
    m_hysteresis->setDecimals(1);
    m_hysteresis->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_repeat->setObjectName(u"alarmRepeat"_s);
    m_repeat->setRange(0, longestMinutes);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    for (QWidget *field : std::initializer_list<QWidget *>{m_holds, m_hysteresis, m_repeat}) {
        m_form->addRow(new QLabel(this), field);
        static_cast<QLabel *>(m_form->labelForField(field))->setBuddy(field);
    }
    m_form->addRow(m_explanation);
    m_form->setRowVisible(m_repeat, m_draft.takes(u"repeatMs"));
    connect(m_holds, &QSpinBox::valueChanged, this, &ReportingPage::read);
    connect(m_hysteresis, &QDoubleSpinBox::valueChanged, this, &ReportingPage::read);
    connect(m_repeat, &QSpinBox::valueChanged, this, &ReportingPage::read);
    retranslate();
    triggerChanged();
}

void ReportingPage::triggerChanged()
{
    m_filling = true;
    const auto measure = m_draft.measure();
    const bool threshold = m_draft.trigger() == AlarmTrigger::Threshold && measure;
    m_form->setRowVisible(m_hysteresis, threshold);
    m_form->setRowVisible(m_holds, m_draft.trigger() != AlarmTrigger::Event);
    m_holds->setValue(static_cast<int>(m_draft.values.value(u"holdsMs"_s).toDouble() / perSecond));
    m_repeat->setValue(static_cast<int>(m_draft.values.value(u"repeatMs"_s).toDouble() / perMinute));
    if (threshold) {
        m_hysteresis->setSuffix(u'\u00a0' + core::text::measureUnit(*measure));
        m_hysteresis->setValue(m_draft.values.value(u"hysteresis"_s).toDouble()
                               / core::text::measureScale(*measure));
    }
    m_explanation->setText(m_draft.trigger() == AlarmTrigger::Event
                               ? tr("An alarm that an event has triggered stays until somebody resets it.")
                               : tr("The alarm ends by itself when its cause does."));
    m_filling = false;
}

void ReportingPage::read()
{
    if (m_filling)
        return;
    m_draft.set(u"holdsMs"_s, m_holds->value() * perSecond);
    if (const auto measure = m_draft.measure(); measure && m_draft.trigger() == AlarmTrigger::Threshold)
        m_draft.set(u"hysteresis"_s, m_hysteresis->value() * core::text::measureScale(*measure));
    if (m_draft.takes(u"repeatMs"))
        m_draft.set(u"repeatMs"_s, m_repeat->value() * perMinute);
    Q_EMIT changed();
}

void ReportingPage::retranslate()
{
    const auto name = [this](QWidget *field, const QString &words) {
        static_cast<QLabel *>(m_form->labelForField(field))->setText(words);
        field->setAccessibleName(QString(words).remove(u'&').remove(u':').trimmed());
    };
    name(m_holds, tr("&Lasts at least:"));
    name(m_hysteresis, tr("&Ends this far below:"));
    name(m_repeat, tr("&While red, tell again every:"));
    m_holds->setSuffix(tr(" s", "seconds, after a number"));
    m_holds->setSpecialValueText(tr("goes off at once"));
    m_repeat->setSuffix(tr(" min", "minutes, after a number"));
    m_repeat->setSpecialValueText(tr("only once"));
    triggerChanged();
}

} // namespace views
