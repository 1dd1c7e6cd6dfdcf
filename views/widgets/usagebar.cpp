// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/usagebar.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>

#include <algorithm>
#include <cmath>

namespace views {

using namespace Qt::StringLiterals;

namespace {
constexpr int steps = 1000;
}

UsageBar::UsageBar(QWidget *parent)
    : QWidget(parent),
      m_caption(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_detail(new QLabel(this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_caption, 0, 0);
    layout->addWidget(m_detail, 0, 1, Qt::AlignRight);
    layout->addWidget(m_bar, 1, 0, 1, 2);
    m_detail->setObjectName(u"usageDetail"_s);
    m_bar->setRange(0, steps);
    m_bar->setTextVisible(false);
    for (QLabel *label : {m_caption, m_detail})
        label->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void UsageBar::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    describe();
}

void UsageBar::setUsage(std::optional<double> ratio, const QString &detail)
{
    m_ratio = ratio;
    m_bar->setValue(static_cast<int>(std::lround(std::clamp(ratio.value_or(0.0), 0.0, 1.0) * steps)));
    m_bar->setEnabled(ratio.has_value());
    m_detail->setText(detail);
    describe();
}

QString UsageBar::detail() const
{
    return m_detail->text();
}

void UsageBar::describe()
{
    m_bar->setAccessibleName(m_caption->text());
    m_bar->setAccessibleDescription(m_detail->text());
}

} // namespace views
