// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/factbox.h"

#include "views/widgets/linkbutton.h"

#include <QFormLayout>
#include <QLabel>

namespace views {

using namespace Qt::StringLiterals;

FactBox::FactBox(QWidget *parent) : QGroupBox(parent), m_form(new QFormLayout(this))
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setVerticalSpacing(4);
    m_form->setHorizontalSpacing(16);
}

FactBox::~FactBox() = default;

void FactBox::setFacts(const std::vector<Fact> &facts)
{
    if (facts == m_facts)
        return;
    const auto shape = [](const Fact &fact) { return std::pair(fact.key, fact.link.has_value()); };
    size_t same = 0;
    while (same < facts.size() && same < m_facts.size() && shape(facts[same]) == shape(m_facts[same]))
        ++same;
    while (m_rows.size() > same) {
        m_form->removeRow(static_cast<int>(m_rows.size()) - 1);
        m_rows.pop_back();
    }
    for (size_t i = 0; i < same; ++i) {
        if (facts[i] != m_facts[i])
            fillRow(m_rows[i], facts[i]);
    }
    for (size_t i = same; i < facts.size(); ++i)
        m_rows.push_back(makeRow(facts[i]));
    m_facts = facts;
}

FactBox::Row FactBox::makeRow(const Fact &fact)
{
    Row row{.label = new QLabel(this)};
    row.label->setTextFormat(Qt::PlainText);
    if (fact.link) {
        row.link = new LinkButton(this);
        row.link->setObjectName(u"link."_s + fact.key);
        // Looked up by key: the object behind the row may change while the row stays.
        connect(row.link, &LinkButton::clicked, this, [this, key = fact.key] {
            const auto it = std::ranges::find(m_facts, key, &Fact::key);
            if (it != m_facts.end() && it->link)
                Q_EMIT linkActivated(*it->link);
        });
        m_form->addRow(row.label, row.link);
    } else {
        row.value = new QLabel(this);
        row.value->setObjectName(u"value."_s + fact.key);
        row.value->setTextFormat(Qt::PlainText);
        row.value->setWordWrap(true);
        row.value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        row.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_form->addRow(row.label, row.value);
    }
    fillRow(row, fact);
    return row;
}

void FactBox::fillRow(const Row &row, const Fact &fact)
{
    row.label->setText(tr("%1:", "the name of a fact, before its value").arg(fact.label));
    if (row.link != nullptr) {
        row.link->setText(fact.value);
        row.link->setAccessibleName(
            tr("%1: %2", "the name of a fact, its value").arg(fact.label, fact.value));
        row.link->updateGeometry();
        row.link->update();
    } else {
        row.value->setText(fact.value);
        row.value->setAccessibleName(
            tr("%1: %2", "the name of a fact, its value").arg(fact.label, fact.value));
    }
}

} // namespace views
