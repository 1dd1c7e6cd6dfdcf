// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/datastorepage.h"

#include "core/model/search.h"
#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/migration/compatibilitypanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr size_t mostDisks = 100; ///< each has two boxes of its own
constexpr std::array<QLatin1StringView, 3> formats{""_L1, "qcow2"_L1, "raw"_L1};

/// The row of a disk among the choices; a new one where it has none.
core::model::DiskPlacement &placementIn(std::vector<DiskChoice> &choices, core::VmId vm, const QString &disk)
{
    const auto it = std::ranges::find_if(
        choices, [&](const DiskChoice &each) { return each.vm == vm && each.placement.disk == disk; });
    if (it != choices.end())
        return it->placement;
    choices.push_back({.vm = vm, .placement = {.disk = disk, .datastore = {}, .format = {}}});
    return choices.back().placement;
}

} // namespace

DatastorePage::DatastorePage(MigrationPlan &plan, QWidget *parent) : MigrationPage(plan, parent)
{
    m_stores = new QTreeWidget(this);
    m_stores->setObjectName(u"migrationDatastores"_s);
    m_stores->setRootIsDecorated(false);
    m_stores->setUniformRowHeights(true);
    m_stores->setColumnCount(4);
    m_formatTitle = new QLabel(this);
    m_format = formatBox({});
    m_format->setObjectName(u"migrationFormat"_s);
    m_formatTitle->setBuddy(m_format);
    m_each = new QCheckBox(this);
    m_each->setObjectName(u"migrationEachDisk"_s);
    m_disks = new QTreeWidget(this);
    m_disks->setObjectName(u"migrationDisks"_s);
    m_disks->setRootIsDecorated(false);
    m_disks->setColumnCount(5);
    m_panel = new CompatibilityPanel(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_formatTitle);
    row->addWidget(m_format);
    row->addStretch();
    row->addWidget(m_each);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_stores, 3);
    column->addWidget(m_disks, 3);
    column->addLayout(row);
    column->addWidget(m_panel, 2);
    connect(m_stores, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item == nullptr)
            return;
        m_plan.draft.datastore = core::DatastoreId::fromString(item->data(0, Qt::UserRole).toString());
        choicesChanged();
    });
    connect(m_format, &QComboBox::activated, this, [this] {
        m_plan.draft.format = m_format->currentData().toString();
        choicesChanged();
    });
    connect(m_each, &QCheckBox::toggled, this, [this](bool on) {
        m_plan.draft.eachDisk = on;
        showMode();
        choicesChanged();
    });
    retranslate();
}

/// Opened, perhaps again after another host was chosen.
void DatastorePage::initializePage()
{
    const auto known = stores();
    const bool isThere =
        std::ranges::any_of(known, [&](const auto &each) { return each->id == m_plan.draft.datastore; });
    if (!isThere)
        m_plan.draft.datastore = {};
    std::erase_if(m_plan.draft.disks, [&](const DiskChoice &choice) {
        return !choice.placement.datastore.isNull() && std::ranges::none_of(known, [&](const auto &each) {
            return each->id == choice.placement.datastore;
        });
    });
    m_plan.storable.reset();
    fillStores();
    fillDisks();
    showMode();
    choicesChanged();
}

/// Those that one of the hosts reaches, by name.
std::vector<std::shared_ptr<const core::model::Datastore>> DatastorePage::stores() const
{
    const core::model::Inventory &inventory = m_plan.session.inventory();
    const std::vector<core::HostId> hosts = m_plan.draft.hosts(inventory);
    std::vector<std::shared_ptr<const core::model::Datastore>> all;
    for (const auto &datastore : inventory.all<core::model::Datastore>()) {
        const bool isSeen = std::ranges::any_of(hosts, [&](core::HostId host) {
            return std::ranges::find(datastore->hosts, host) != datastore->hosts.end();
        });
        if (isSeen && datastore->accessible)
            all.push_back(datastore);
    }
    std::ranges::sort(all, [](const auto &a, const auto &b) {
        return core::model::naturalKey(a->name) < core::model::naturalKey(b->name);
    });
    return all;
}

void DatastorePage::fillStores()
{
    const QSignalBlocker quiet(m_stores);
    m_stores->clear();
    QTreeWidgetItem *current = nullptr;
    for (const auto &store : stores()) {
        const auto hosts = static_cast<int>(store->hosts.size());
        const QString seen = hosts > 1 ? tr("%n host(s)", nullptr, hosts) : tr("this host only");
        auto *item = new QTreeWidgetItem(
            m_stores,
            {store->name, core::text::bytes(store->free), core::text::bytes(store->capacity), seen});
        item->setData(0, Qt::UserRole, store->id.toString());
        item->setIcon(0, iconFor(core::model::Object(store)));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        if (store->id == m_plan.draft.datastore)
            current = item;
    }
    m_stores->setCurrentItem(current);
    for (int column = 0; column < m_stores->columnCount(); ++column)
        m_stores->resizeColumnToContents(column);
}

QComboBox *DatastorePage::formatBox(const QString &chosen)
{
    auto *box = new QComboBox(this);
    for (const QLatin1StringView format : formats)
        box->addItem(format.isEmpty() ? tr("as it is") : QString(format), QString(format));
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
    box->setAccessibleName(tr("Format"));
    return box;
}

size_t DatastorePage::movableDisks() const
{
    size_t count = 0;
    for (const core::VmId id : m_plan.draft.vms) {
        if (const auto *vm = m_plan.session.inventory().find(id))
            count += static_cast<size_t>(std::ranges::count_if(vm->disks, isMovable));
    }
    return count;
}

void DatastorePage::fillDisks()
{
    m_disks->clear();
    if (movableDisks() > mostDisks)
        return;
    const core::model::Inventory &inventory = m_plan.session.inventory();
    const auto known = stores();
    for (const core::VmId id : m_plan.draft.vms) {
        const auto *vm = inventory.find(id);
        if (vm == nullptr)
            continue;
        for (const core::model::VmDisk &disk : vm->disks) {
            if (!isMovable(disk))
                continue;
            const core::model::DiskPlacement chosen = placementIn(m_plan.draft.disks, id, disk.target);
            const QString size = disk.capacity.count() > 0 ? core::text::bytes(disk.capacity) : QString();
            auto *item = new QTreeWidgetItem(m_disks, {vm->name, disk.target, size});
            item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
            auto *place = new QComboBox(m_disks);
            place->addItem(tr("stays on %1").arg(inventory.nameOf(disk.datastore)), QString());
            for (const auto &store : known) {
                if (!(store->id == disk.datastore))
                    place->addItem(store->name, store->id.toString());
            }
            place->setCurrentIndex(
                chosen.datastore.isNull() ? 0 : std::max(0, place->findData(chosen.datastore.toString())));
            place->setAccessibleName(tr("Destination of %1 of %2").arg(disk.target, vm->name));
            QComboBox *format = formatBox(chosen.format);
            m_disks->setItemWidget(item, 3, place);
            m_disks->setItemWidget(item, 4, format);
            connect(place, &QComboBox::activated, this, [this, id, target = disk.target, place] {
                placementIn(m_plan.draft.disks, id, target).datastore =
                    core::DatastoreId::fromString(place->currentData().toString());
                choicesChanged();
            });
            connect(format, &QComboBox::activated, this, [this, id, target = disk.target, format] {
                placementIn(m_plan.draft.disks, id, target).format = format->currentData().toString();
                choicesChanged();
            });
        }
    }
    for (int column = 0; column < m_disks->columnCount(); ++column)
        m_disks->resizeColumnToContents(column);
}

void DatastorePage::showMode()
{
    const bool isMany = movableDisks() > mostDisks;
    if (isMany)
        m_plan.draft.eachDisk = false;
    const QSignalBlocker quiet(m_each);
    m_each->setChecked(m_plan.draft.eachDisk);
    m_each->setEnabled(!isMany);
    m_each->setToolTip(isMany ? tr("These are too many disks to place one by one: at most %1.").arg(mostDisks)
                              : QString());
    m_stores->setVisible(!m_plan.draft.eachDisk);
    m_disks->setVisible(m_plan.draft.eachDisk);
    m_format->setVisible(!m_plan.draft.eachDisk);
    m_formatTitle->setVisible(!m_plan.draft.eachDisk);
}

void DatastorePage::choicesChanged()
{
    m_found.clear();
    m_possible.clear();
    m_plan.storable.reset();
    ask();
    showFindings();
    Q_EMIT completeChanged();
}

void DatastorePage::ask()
{
    const int number = ++m_asks;
    const core::model::Inventory &inventory = m_plan.session.inventory();
    std::vector<core::VmId> going;
    std::ranges::copy_if(m_plan.draft.vms, std::back_inserter(going),
                         [&](core::VmId vm) { return m_plan.draft.goesSomewhere(vm, inventory); });
    if (!m_plan.draft.eachDisk && m_plan.draft.datastore.isNull())
        going.clear(); // a host alone is not what this page is for
    m_isChosen = !going.empty();
    m_awaited = going.size();
    for (const core::VmId vm : going) {
        m_plan.session.check(m_plan.draft.operationFor(vm, inventory), this,
                             [this, number, vm](const core::Result<core::operations::Availability> &answer) {
                                 if (number == m_asks)
                                     take(vm, answer);
                             });
    }
}

void DatastorePage::take(core::VmId vm, const core::Result<core::operations::Availability> &answer)
{
    --m_awaited;
    if (!answer) {
        m_found.push_back({vm, {.problem = answer.error()}});
    } else {
        for (const core::model::Finding &finding : answer->findings())
            m_found.push_back({vm, finding});
        if (*answer)
            m_possible.push_back(vm);
        else if (answer->findings().empty())
            m_found.push_back({vm, {.problem = answer->why()}});
    }
    if (m_awaited == 0)
        m_plan.storable = m_possible;
    showFindings();
    Q_EMIT completeChanged();
}

void DatastorePage::showFindings()
{
    const auto left = static_cast<int>(m_plan.draft.vms.size() - m_possible.size());
    QString verdict =
        m_found.empty() ? tr("Validation succeeded") : tr("Validation succeeded, with warnings:");
    if (m_stores->topLevelItemCount() == 0)
        verdict = tr("The host reaches no datastore.");
    else if (!m_isChosen)
        verdict =
            m_plan.draft.eachDisk ? tr("Choose where at least one disk goes.") : tr("Choose a datastore.");
    else if (m_awaited > 0)
        verdict = tr("Checking…");
    else if (m_possible.empty())
        verdict = tr("The disks cannot go there:");
    else if (left > 0)
        verdict = tr("%n virtual machine(s) stay where they are:", nullptr, left);
    m_panel->show(verdict, m_found);
}

bool DatastorePage::isComplete() const
{
    return m_plan.storable && !m_plan.storable->empty();
}

void DatastorePage::retranslate()
{
    setTitle(tr("Select Datastore"));
    setSubTitle(tr("The files of the virtual machine are copied there, and deleted where they were."));
    m_stores->setHeaderLabels({tr("Datastore"), tr("Free"), tr("Capacity"), tr("Seen by")});
    m_stores->setAccessibleName(tr("Datastores"));
    m_disks->setHeaderLabels(
        {tr("Virtual machine"), tr("Disk"), tr("Size"), tr("Destination"), tr("Format")});
    m_disks->setAccessibleName(tr("Disks"));
    m_formatTitle->setText(tr("Format of the disks:"));
    m_format->setItemText(0, tr("as it is"));
    m_format->setAccessibleName(tr("Format of the disks"));
    m_each->setText(tr("Choose for each disk"));
    m_panel->retranslate();
    fillStores();
    fillDisks();
    showFindings();
}

} // namespace views
