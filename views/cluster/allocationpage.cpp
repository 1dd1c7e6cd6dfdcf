// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/allocationpage.h"

#include "core/text/drs.h"
#include "core/text/text.h"
#include "views/inventory/requestrunner.h"
#include "views/models/filteredlist.h"
#include "views/models/roles.h"
#include "views/widgets/offline.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views {

using core::model::SharesLevel;

namespace {

/// Chooses among the levels of shares in the cell.
class LevelDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *box = new QComboBox(parent);
        for (const auto &each : core::model::wireNames(SharesLevel{}))
            box->addItem(core::text::sharesLevel(each.value), static_cast<int>(each.value));
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *box = static_cast<QComboBox *>(editor);
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole)));
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentData());
    }
};

/// Numbers are typed as text, so that an empty limit can be none.
class AmountDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        if (index.column() != AllocationModel::Limit && index.column() != AllocationModel::Reservation
            && index.column() != AllocationModel::Shares)
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto *line = new QLineEdit(parent);
        line->setFrame(false);
        return line;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *line = qobject_cast<QLineEdit *>(editor))
            line->setText(index.data(Qt::EditRole).toString());
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *line = qobject_cast<QLineEdit *>(editor))
            model->setData(index, line->text());
    }
};

} // namespace

AllocationPage::AllocationPage(core::api::client::Session &session, QWidget *parent)
    : LivePage(session, parent, 500ms),
      m_runner(makeRunner(session, this)),
      m_totals(new QLabel(this)),
      m_resource(new QButtonGroup(this)),
      m_list(new FilteredList(u"allocation"_s, m_model, {30, 18, 18, 14, 14, 16, 16}, this))
{
    setObjectName(u"allocationPage"_s);
    m_totals->setObjectName(u"allocationTotals"_s);
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setWordWrap(true);
    auto *row = new QHBoxLayout;
    for (const Resource resource : {Resource::Cpu, Resource::Memory}) {
        auto *button = new QRadioButton(this);
        button->setObjectName(resource == Resource::Cpu ? u"allocationCpu"_s : u"allocationMemory"_s);
        button->setChecked(resource == Resource::Cpu);
        m_resource->addButton(button, static_cast<int>(resource));
        row->addWidget(button);
    }
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_totals);
    column->addLayout(row);
    column->addWidget(m_list, 1);
    m_list->view()->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                                    | QAbstractItemView::SelectedClicked);
    m_list->view()->setItemDelegate(new AmountDelegate(m_list));
    m_list->view()->setItemDelegateForColumn(AllocationModel::Level, new LevelDelegate(m_list));
    connect(m_resource, &QButtonGroup::idClicked, this, [this](int id) {
        m_model.setRows({});
        m_model.setResource(static_cast<Resource>(id));
        m_model.retranslate();
        refresh();
    });
    connect(&m_model, &AllocationModel::wished, this, &AllocationPage::wish);
    connect(m_list, &FilteredList::activated, this, [this](const QModelIndex &at) {
        if (at.column() == AllocationModel::Name)
            Q_EMIT objectActivated(m_model.row(at.row()).ref);
    });
    retranslate();
}

QString AllocationPage::title() const
{
    return tr("Resource Allocation");
}

bool AllocationPage::concerns(const std::vector<core::model::Change> &) const
{
    return true; // a pool, a VM or a host: each takes from the others
}

QString AllocationPage::totalsText() const
{
    const auto cpu = allocationTotals(object(), Resource::Cpu, inventory());
    const auto memory = allocationTotals(object(), Resource::Memory, inventory());
    const auto amount = [](qint64 value, Resource resource) {
        return resource == Resource::Cpu ? core::text::megaHertz(core::MegaHertz(value))
                                         : core::text::bytes(core::Bytes(value));
    };
    const auto line = [&](const QString &name, const AllocationTotals &totals, Resource resource) {
        return tr("%1: %2 in all, %3 reserved, %4 available", "resource and amounts")
            .arg(name, amount(totals.capacity, resource), amount(totals.reserved, resource),
                 amount(totals.available(), resource));
    };
    QString text = line(tr("CPU"), cpu, Resource::Cpu) + u'\n' + line(tr("Memory"), memory, Resource::Memory);
    if (const auto *pool = inventory().find(object().as<core::PoolId>())) {
        const auto kind = [](bool isExpandable) { return isExpandable ? tr("expandable") : tr("fixed"); };
        text += u'\n'
            + tr("Reservations: CPU %1, memory %2")
                  .arg(kind(pool->cpuExpandable), kind(pool->memoryExpandable));
    }
    return text;
}

void AllocationPage::refresh()
{
    if (!inventory().contains(object()))
        return;
    if (m_list->view()->indexWidget(m_list->view()->currentIndex()) == nullptr) // somebody types
        m_model.setRows(allocationRows(object(), m_model.resource(), inventory()));
    m_model.setReadOnly(!offlineReason(session()).isEmpty());
    m_totals->setText(totalsText());
}

void AllocationPage::wish(const core::model::ObjectRef &object, const QString &parameter,
                          const QJsonValue &value)
{
    const bool isPool = object.kind == core::model::Kind::Pool;
    const QString id = object.id.toString(QUuid::WithoutBraces);
    const core::operations::OperationRequest request{
        .operation = isPool ? u"pool.set"_s : u"vm.set-resources"_s,
        .parameters = {{isPool ? u"pool"_s : u"vm"_s, id}, {parameter, value}}};
    m_runner->run(prepare({request}, inventory()));
}

void AllocationPage::retranslate()
{
    m_resource->button(static_cast<int>(Resource::Cpu))->setText(tr("CPU"));
    m_resource->button(static_cast<int>(Resource::Memory))->setText(tr("Memory"));
    m_list->setWords(tr("Resource Allocation"), tr("Name contains"));
    m_model.retranslate();
}

} // namespace views
