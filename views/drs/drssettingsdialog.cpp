// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/drs/drssettingsdialog.h"

#include "core/operations/cluster/setdrs.h"
#include "core/text/drs.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::model::DrsAutomation;

namespace {
constexpr std::array automations{DrsAutomation::Manual, DrsAutomation::Partial, DrsAutomation::Full};
}

DrsSettingsDialog::DrsSettingsDialog(core::api::client::Session &session, core::ClusterId cluster,
                                     QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_cluster(cluster),
      m_enabled(new QCheckBox(this)),
      m_automation(new QGroupBox(this)),
      m_levels(new QButtonGroup(this)),
      m_threshold(new QGroupBox(this)),
      m_slider(new QSlider(Qt::Horizontal, m_threshold)),
      m_conservative(new QLabel(m_threshold)),
      m_aggressive(new QLabel(m_threshold)),
      m_meaning(new QLabel(m_threshold))
{
    setObjectName(u"drsSettingsDialog"_s);
    build();
    fill();
    retranslate();
    connect(m_slider, &QSlider::valueChanged, this, &DrsSettingsDialog::explain);
    connect(m_enabled, &QCheckBox::toggled, this, &DrsSettingsDialog::explain);
    resize(fontMetrics().averageCharWidth() * 70, sizeHint().height());
}

void DrsSettingsDialog::build()
{
    m_enabled->setObjectName(u"drsEnabled"_s);
    auto *levels = new QVBoxLayout(m_automation);
    for (size_t i = 0; i < automations.size(); ++i) {
        auto *button = new QRadioButton(m_automation);
        button->setObjectName(u"drsAutomation_"_s + QLatin1StringView(core::wireName(automations[i])));
        m_levels->addButton(button, static_cast<int>(i));
        levels->addWidget(button);
    }
    m_slider->setObjectName(u"drsThreshold"_s);
    m_slider->setRange(1, 5);
    m_slider->setPageStep(1);
    m_slider->setTickInterval(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_meaning->setObjectName(u"drsThresholdMeaning"_s);
    m_meaning->setWordWrap(true);
    m_meaning->setMinimumHeight(m_meaning->fontMetrics().lineSpacing() * 3);
    m_meaning->setAlignment(Qt::AlignTop);
    auto *grid = new QGridLayout(m_threshold);
    grid->addWidget(m_conservative, 0, 0);
    grid->addWidget(m_slider, 0, 1);
    grid->addWidget(m_aggressive, 0, 2);
    grid->addWidget(m_meaning, 1, 0, 1, 3);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setObjectName(u"drsOk"_s);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"drsCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_enabled);
    column->addWidget(m_automation);
    column->addWidget(m_threshold);
    column->addStretch(1);
    column->addWidget(buttons);
}

void DrsSettingsDialog::fill()
{
    const core::model::Cluster *cluster = m_session.inventory().find(m_cluster);
    const core::model::DrsSettings settings = cluster != nullptr ? cluster->drs : core::model::DrsSettings();
    m_enabled->setChecked(cluster != nullptr && cluster->drsEnabled);
    for (size_t i = 0; i < automations.size(); ++i)
        m_levels->button(static_cast<int>(i))->setChecked(automations[i] == settings.automation);
    m_slider->setValue(settings.threshold);
}

std::vector<core::operations::OperationRequest> DrsSettingsDialog::requests() const
{
    core::operations::SetDrsOfCluster wanted{.cluster = m_cluster};
    wanted.enabled = m_enabled->isChecked();
    wanted.automation = automations[static_cast<size_t>(std::max(0, m_levels->checkedId()))];
    wanted.threshold = m_slider->value();
    return {core::operations::request(wanted)};
}

void DrsSettingsDialog::explain()
{
    m_automation->setEnabled(m_enabled->isChecked());
    m_threshold->setEnabled(m_enabled->isChecked());
    const std::array meanings{
        tr("Only what must be: rules, maintenance mode and what is reserved."),
        tr("Also what promises a significant improvement of the balance."),
        tr("Also what promises a good improvement of the balance. This is the usual choice."),
        tr("Also what promises a moderate improvement of the balance."),
        tr("Everything that improves the balance, however little. Many migrations are to be expected.")};
    m_meaning->setText(tr("Priorities 1 to %1. %2")
                           .arg(QLocale().toString(m_slider->value()),
                                meanings[static_cast<size_t>(m_slider->value() - 1)]));
    m_slider->setAccessibleDescription(m_meaning->text());
}

void DrsSettingsDialog::retranslate()
{
    setWindowTitle(tr("DRS Settings – %1").arg(m_session.inventory().nameOf(m_cluster)));
    m_enabled->setText(tr("Turn on DRS: distribute the load over the hosts"));
    m_automation->setTitle(tr("Automation level"));
    const std::array details{
        tr("%1: places and migrations are recommended, and you decide."),
        tr("%1: virtual machines are placed when they start; migrations are recommended."),
        tr("%1: virtual machines are placed when they start, and migrated to balance the load.")};
    for (size_t i = 0; i < automations.size(); ++i)
        m_levels->button(static_cast<int>(i))
            ->setText(details[i].arg(core::text::drsAutomation(automations[i])));
    m_threshold->setTitle(tr("Migration threshold"));
    m_conservative->setText(tr("Conservative"));
    m_aggressive->setText(tr("Aggressive"));
    m_slider->setAccessibleName(tr("Migration threshold"));
    m_ok->setText(tr("OK"));
    m_ok->setAccessibleName(tr("Change the DRS settings"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    explain();
}

void DrsSettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace views
