// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/performance/objectchooser.h"

#include "core/text/text.h"
#include "views/performance/chartchoice.h"
#include "views/widgets/clearbutton.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;

ObjectChooser::ObjectChooser(const std::vector<Entry> &entries,
                             const std::vector<core::model::ObjectRef> &chosen, QWidget *parent)
    : QDialog(parent),
      m_entries(entries),
      m_filter(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_count(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)),
      m_model(new QStandardItemModel(this)),
      m_filtered(new QSortFilterProxyModel(this))
{
    setObjectName(u"objectChooser"_s);
    m_filter->setObjectName(u"filter"_s);
    m_filter->setClearButtonEnabled(true);
    m_list->setObjectName(u"objects"_s);
    m_list->setUniformItemSizes(true);
    for (const Entry &entry : m_entries) {
        auto *item = new QStandardItem(entry.name);
        item->setCheckable(true);
        item->setEditable(false);
        const bool ticked = std::ranges::find(chosen, entry.object) != chosen.end();
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        m_model->appendRow(item);
    }
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filtered);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_filter, m_list, m_count, m_buttons})
        layout->addWidget(widget);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_model, &QStandardItemModel::itemChanged, this, &ObjectChooser::countChosen);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

std::vector<core::model::ObjectRef> ObjectChooser::chosen() const
{
    std::vector<core::model::ObjectRef> objects;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_model->item(static_cast<int>(i))->checkState() == Qt::Checked)
            objects.push_back(m_entries[i].object);
    }
    return objects;
}

void ObjectChooser::countChosen()
{
    const auto count = chosen().size();
    m_count->setText(count > objectsOfChart ? tr("%n chosen: too many to tell apart, at most %1 fit.",
                                                 nullptr, static_cast<int>(count))
                                                  .arg(objectsOfChart)
                                            : tr("%n chosen", nullptr, static_cast<int>(count)));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(count > 0 && count <= objectsOfChart);
}

void ObjectChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ObjectChooser::retranslate()
{
    setWindowTitle(tr("Compare objects"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter"));
    nameClearButton(*m_filter, tr("Clear the filter"));
    m_list->setAccessibleName(tr("Objects on the chart"));
    countChosen();
}

} // namespace views
