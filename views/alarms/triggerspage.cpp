// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alarms/triggerspage.h"

#include "core/model/alarmconditions.h"
#include "core/text/activity.h"
#include "core/text/parameters.h"
#include "core/text/text.h"
#include "views/models/severityicon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace views {

using core::model::AlarmMeasure;
using core::model::AlarmTrigger;
using core::model::Kind;
using core::model::Severity;

namespace {

QString wire(auto value)
{
    return QString::fromLatin1(core::wireName(value));
}

bool hasConditions(Kind kind)
{
    return std::ranges::any_of(core::model::alarmConditions,
                               [&](const auto &each) { return each.kind == kind; });
}

bool isMeasured(Kind kind)
{
    return std::ranges::any_of(wireNames(AlarmMeasure{}),
                               [&](const auto &each) { return core::model::isMeasuredOf(each.value, kind); });
}

/// Keeps what is chosen where it still is among the items.
void choose(QComboBox *box, const QString &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

TriggersPage::TriggersPage(DefinitionDraft &draft, QWidget *parent)
    : QWidget(parent),
      m_draft(draft),
      m_form(new QFormLayout(this)),
      m_trigger(new QComboBox(this)),
      m_code(new QComboBox(this)),
      m_severity(new QComboBox(this)),
      m_measure(new QComboBox(this)),
      m_warning(makeBound(u"warning"_s)),
      m_alert(makeBound(u"alert"_s)),
      m_fixed(new QLabel(this))
{
    build();
    retranslate();
}

TriggersPage::Bound TriggersPage::makeBound(const QString &parameter)
{
    auto *row = new QWidget(this);
    Bound bound{.on = new QCheckBox(row), .value = new QDoubleSpinBox(row), .parameter = parameter};
    row->setObjectName(u"alarmBound_"_s + parameter);
    bound.on->setObjectName(u"alarmHas_"_s + parameter);
    bound.value->setObjectName(u"alarm_"_s + parameter);
    bound.value->setDecimals(1);
    bound.value->setRange(0.1, 1e9);
    bound.value->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(bound.on);
    layout->addWidget(bound.value, 1);
    connect(bound.on, &QCheckBox::toggled, this, &TriggersPage::read);
    connect(bound.value, &QDoubleSpinBox::valueChanged, this, &TriggersPage::read);
    return bound;
}

void TriggersPage::build()
{
    m_trigger->setObjectName(u"alarmTrigger"_s);
    m_code->setObjectName(u"alarmCode"_s);
    m_severity->setObjectName(u"alarmSeverity"_s);
    m_measure->setObjectName(u"alarmMeasure"_s);
    m_fixed->setObjectName(u"alarmFixed"_s);
    m_fixed->setWordWrap(true);
    m_fixed->setTextFormat(Qt::PlainText);
    for (QComboBox *box : {m_trigger, m_code, m_severity, m_measure}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(36);
        m_form->addRow(new QLabel(this), box);
        static_cast<QLabel *>(m_form->labelForField(box))->setBuddy(box);
        connect(box, &QComboBox::currentIndexChanged, this, &TriggersPage::read);
    }
    for (const Bound &bound : {m_warning, m_alert})
        m_form->addRow(new QLabel(this), bound.on->parentWidget());
    m_form->addRow(m_fixed);
    m_trigger->setEnabled(m_draft.takes(u"trigger"));
    m_measure->setEnabled(m_draft.takes(u"measure"));
    m_fixed->setVisible(!m_draft.takes(u"trigger"));
}

bool TriggersPage::isThreshold() const
{
    return m_draft.trigger() == AlarmTrigger::Threshold;
}

void TriggersPage::fillTriggers()
{
    m_trigger->clear();
    for (const auto &each : wireNames(AlarmTrigger{})) {
        const bool possible = each.value == AlarmTrigger::Event
            || (each.value == AlarmTrigger::Condition ? hasConditions(m_draft.kind())
                                                      : isMeasured(m_draft.kind()));
        if (possible)
            m_trigger->addItem(core::text::choiceName(QString::fromLatin1(each.name)),
                               QString::fromLatin1(each.name));
    }
    choose(m_trigger, wire(m_draft.trigger()));
    m_draft.set(u"trigger"_s, m_trigger->currentData().toString());
}

/// The states that the kind can be in, or what can happen to it.
void TriggersPage::fillCodes()
{
    m_code->clear();
    if (m_draft.trigger() == AlarmTrigger::Condition) {
        for (const auto &each : core::model::alarmConditions) {
            if (each.kind == m_draft.kind())
                m_code->addItem(core::text::conditionName(each.code), QString(each.code));
        }
    } else {
        const QString own = wire(m_draft.kind()) + u'.';
        for (const QString &code : core::text::eventCodes()) {
            if (code.startsWith(own) || code.startsWith(u"task."))
                m_code->addItem(core::text::eventTitle(code), code);
        }
    }
    const QString code = m_draft.values.value(u"code"_s).toString();
    if (!code.isEmpty() && m_code->findData(code) < 0 && m_draft.before)
        m_code->addItem(code, code); // of a newer core
    choose(m_code, code);
}

void TriggersPage::fillMeasures()
{
    m_measure->clear();
    for (const auto &each : wireNames(AlarmMeasure{})) {
        if (core::model::isMeasuredOf(each.value, m_draft.kind()))
            m_measure->addItem(core::text::measureName(each.value), QString::fromLatin1(each.name));
    }
    choose(m_measure, m_draft.values.value(u"measure"_s).toString());
}

void TriggersPage::fillSeverities()
{
    m_severity->clear();
    for (const Severity each : {Severity::Warning, Severity::Alert})
        m_severity->addItem(severityIcon(each), core::text::severity(each), wire(each));
    choose(m_severity, m_draft.values.value(u"severity"_s).toString());
}

void TriggersPage::showUnits()
{
    const auto measure = core::json::fromJson<AlarmMeasure>(m_measure->currentData().toString());
    if (!measure)
        return;
    const double scale = core::text::measureScale(*measure);
    for (const Bound &bound : {m_warning, m_alert}) {
        const auto known = m_draft.values.constFind(bound.parameter);
        const bool has = known != m_draft.values.constEnd();
        bound.value->setSuffix(u'\u00a0' + core::text::measureUnit(*measure));
        bound.value->setMaximum(scale == 0.01 ? 100 : 1e9);
        if (has)
            bound.value->setValue(known->toDouble() / scale);
        bound.on->setChecked(has);
        // A bound that is there can be moved, not taken away.
        bound.on->setEnabled(!m_draft.before || !has);
    }
}

void TriggersPage::showRows()
{
    m_form->setRowVisible(m_code, !isThreshold());
    m_form->setRowVisible(m_severity, !isThreshold());
    m_form->setRowVisible(m_measure, isThreshold());
    for (const Bound &bound : {m_warning, m_alert}) {
        m_form->setRowVisible(bound.on->parentWidget(), isThreshold());
        bound.value->setEnabled(bound.on->isChecked());
    }
}

void TriggersPage::kindChanged()
{
    m_filling = true;
    fillTriggers();
    fillCodes();
    fillMeasures();
    fillSeverities();
    showUnits();
    m_filling = false;
    read();
}

void TriggersPage::readBound(const Bound &bound)
{
    const auto measure = m_draft.measure();
    if (!isThreshold() || !measure || !bound.on->isChecked())
        m_draft.set(bound.parameter, QJsonValue());
    else if (std::abs(m_draft.values.value(bound.parameter).toDouble() / core::text::measureScale(*measure)
                      - bound.value->value())
             > 0.05) // what was only shown rounded stays as it was
        m_draft.set(bound.parameter, bound.value->value() * core::text::measureScale(*measure));
}

void TriggersPage::read()
{
    if (m_filling)
        return;
    const bool other = m_draft.values.value(u"trigger"_s) != m_trigger->currentData().toString();
    m_draft.set(u"trigger"_s, m_trigger->currentData().toString());
    if (other) {
        m_filling = true;
        fillCodes();
        m_filling = false;
    }
    m_draft.set(u"code"_s, isThreshold() ? QJsonValue() : QJsonValue(m_code->currentData().toString()));
    m_draft.set(u"severity"_s, m_severity->currentData().toString());
    const QJsonValue measure = isThreshold() ? QJsonValue(m_measure->currentData().toString()) : QJsonValue();
    const bool otherUnit = isThreshold() && m_draft.values.value(u"measure"_s) != measure;
    m_draft.set(u"measure"_s, measure);
    if (otherUnit) {
        m_filling = true;
        showUnits();
        m_filling = false;
    }
    readBound(m_warning);
    readBound(m_alert);
    showRows();
    Q_EMIT changed();
}

void TriggersPage::retranslate()
{
    const auto name = [this](QWidget *field, const QString &words) {
        auto *label = static_cast<QLabel *>(m_form->labelForField(field));
        label->setText(words);
        field->setAccessibleName(QString(words).remove(u'&').remove(u':').trimmed());
    };
    name(m_trigger, tr("&Goes off for:"));
    name(m_code, tr("&State or event:"));
    name(m_severity, tr("S&everity:"));
    name(m_measure, tr("&Measure:"));
    name(m_warning.on->parentWidget(), tr("Warning:"));
    name(m_alert.on->parentWidget(), tr("Alert:"));
    m_warning.on->setText(tr("&yellow from"));
    m_alert.on->setText(tr("&red from"));
    m_warning.on->setAccessibleName(tr("There is a bound for the warning"));
    m_alert.on->setAccessibleName(tr("There is a bound for the alert"));
    m_warning.value->setAccessibleName(tr("Bound of the warning"));
    m_alert.value->setAccessibleName(tr("Bound of the alert"));
    m_fixed->setText(tr("What the alarm is about cannot be changed once it is defined; define another one "
                        "instead."));
    kindChanged();
}

} // namespace views
