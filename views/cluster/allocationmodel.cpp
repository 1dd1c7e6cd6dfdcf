// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/cluster/allocationmodel.h"

#include "core/model/tree.h"
#include "core/resources/clusterpools.h"
#include "core/text/drs.h"
#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/models/roles.h"

#include <QJsonValue>
#include <QLocale>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace views {

using core::model::Inventory;
using core::model::ObjectRef;
using core::model::SharesLevel;
namespace resources = core::resources;

namespace {

constexpr qint64 bytesOfMiB = qint64(1) << 20;

const resources::PoolTree &treeOf(const resources::ClusterPools &pools, Resource resource)
{
    return resource == Resource::Cpu ? pools.cpu : pools.memory;
}

/// When all want all they can use.
std::vector<double> worstCase(resources::PoolTree tree)
{
    for (resources::Member &member : tree.members)
        member.demand = member.size;
    return entitlements(tree);
}

template <class Amount>
void take(AllocationRow &row, const core::model::Allocation<Amount> &allocation, qint64 shares)
{
    row.reservation = allocation.reservation.count();
    if (allocation.limit)
        row.limit = allocation.limit->count();
    row.level = allocation.level;
    row.shares = shares;
}

AllocationRow rowOf(const core::model::Pool &pool, Resource resource)
{
    AllocationRow row{.ref = pool.id, .name = pool.name};
    if (resource == Resource::Cpu)
        take(row, pool.cpu, poolShares(pool.cpu));
    else
        take(row, pool.memory, poolShares(pool.memory));
    return row;
}

AllocationRow rowOf(const core::model::Vm &vm, Resource resource)
{
    AllocationRow row{.ref = vm.id, .name = vm.name};
    const auto wanted = vm.resources.value_or(core::model::VmResources());
    if (resource == Resource::Cpu)
        take(row, wanted.cpu, vmShares(wanted.cpu, vm.cpuCount));
    else
        take(row, wanted.memory, vmShares(wanted.memory, vm.memory));
    return row;
}

/// Of each pool the sum of those in it, of each VM its own.
QHash<ObjectRef, double> entitled(const resources::ClusterPools &pools, Resource resource)
{
    QHash<ObjectRef, double> all;
    const resources::PoolTree &tree = treeOf(pools, resource);
    const auto given = worstCase(tree);
    for (size_t i = 0; i < given.size(); ++i) {
        all.insert(pools.vms[i], given[i]);
        for (int pool = tree.members[i].pool; pool >= 0; pool = tree.pools[static_cast<size_t>(pool)].parent)
            all[pools.pools[static_cast<size_t>(pool)]] += given[i];
    }
    return all;
}

/// Without its host, for VMs directly under a cluster.
bool hangsIn(const core::model::Vm &vm, const ObjectRef &parent, const Inventory &inventory)
{
    if (vm.pool)
        return ObjectRef(*vm.pool) == parent;
    return resources::rootOf(vm.id, inventory) == parent;
}

} // namespace

std::vector<AllocationRow> allocationRows(const ObjectRef &parent, Resource resource,
                                          const Inventory &inventory)
{
    const auto pools = resources::poolsOf(resources::rootOf(parent, inventory), inventory);
    const auto worst = entitled(pools, resource);
    std::vector<AllocationRow> rows;
    for (const auto &pool : inventory.all<core::model::Pool>()) {
        if (pool->parent == parent)
            rows.push_back(rowOf(*pool, resource));
    }
    for (const auto &vm : inventory.all<core::model::Vm>()) {
        if (!vm->isTemplate && hangsIn(*vm, parent, inventory))
            rows.push_back(rowOf(*vm, resource));
    }
    double sum = 0;
    for (AllocationRow &row : rows) {
        sum += static_cast<double>(row.shares);
        if (const auto given = worst.constFind(row.ref); given != worst.constEnd())
            row.worstCase = std::llround(*given);
    }
    for (AllocationRow &row : rows)
        row.sharesRatio = sum > 0 ? static_cast<double>(row.shares) / sum : 0;
    std::ranges::sort(rows, [](const AllocationRow &a, const AllocationRow &b) {
        const bool first = a.ref.kind == core::model::Kind::Pool;
        const bool second = b.ref.kind == core::model::Kind::Pool;
        return first != second ? first : std::tie(a.name, a.ref) < std::tie(b.name, b.ref);
    });
    return rows;
}

AllocationTotals allocationTotals(const ObjectRef &parent, Resource resource, const Inventory &inventory)
{
    const auto pools = resources::poolsOf(resources::rootOf(parent, inventory), inventory);
    const resources::PoolTree &tree = treeOf(pools, resource);
    const auto reserved = reservationsOf(tree);
    const core::PoolId pool = parent.as<core::PoolId>();
    if (pool.isNull())
        return {.capacity = std::llround(tree.capacity), .reserved = std::llround(reserved.rootUsed)};
    const int index = pools.indexOf(pool);
    if (index < 0)
        return {};
    return {.capacity = std::llround(tree.pools[static_cast<size_t>(index)].reservation),
            .reserved = std::llround(reserved.used[static_cast<size_t>(index)])};
}

int AllocationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AllocationModel::amount(qint64 value) const
{
    return m_resource == Resource::Cpu ? core::text::megaHertz(core::MegaHertz(value))
                                       : core::text::bytes(core::Bytes(value));
}

QString AllocationModel::text(const AllocationRow &row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Name: return row.name;
    case Reservation: return amount(row.reservation);
    case Limit: return row.limit ? amount(*row.limit) : tr("unlimited");
    case Level: return core::text::sharesLevel(row.level);
    case Shares: return QLocale().toString(row.shares);
    case SharesRatio: return core::text::percent(row.sharesRatio);
    case WorstCase: return row.worstCase ? amount(*row.worstCase) : tr("not running");
    case ColumnCount: break;
    }
    return {};
}

/// Edited in MHz or MiB; an empty limit is none.
QVariant AllocationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AllocationRow &row = this->row(index.row());
    const qint64 unit = m_resource == Resource::Cpu ? 1 : bytesOfMiB;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, index.column());
    case Qt::EditRole:
        switch (static_cast<Column>(index.column())) {
        case Reservation: return row.reservation / unit;
        case Limit: return row.limit ? QVariant(*row.limit / unit) : QVariant(QString());
        case Level: return static_cast<int>(row.level);
        case Shares: return row.shares;
        case Name:
        case SharesRatio:
        case WorstCase:
        case ColumnCount: return {};
        }
        return {};
    case Qt::DecorationRole: return index.column() == Name ? QVariant(iconFor(row.ref.kind)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Name || index.column() == Level
            ? QVariant()
            : QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter));
    case RefRole: return QVariant::fromValue(row.ref);
    case SortRole:
        switch (static_cast<Column>(index.column())) {
        case Reservation: return row.reservation;
        case Limit: return row.limit.value_or(std::numeric_limits<qint64>::max());
        case Shares: return row.shares;
        case SharesRatio: return row.sharesRatio;
        case WorstCase: return row.worstCase.value_or(-1);
        case Name:
        case Level:
        case ColumnCount: return text(row, index.column());
        }
        return {};
    case SearchRole: return row.name;
    default: return {};
    }
}

bool AllocationModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const AllocationRow &row = this->row(index.row());
    const bool isCpu = m_resource == Resource::Cpu;
    const QString prefix = isCpu ? u"cpu"_s : u"memory"_s;
    const QString unit = isCpu ? u"Mhz"_s : u"Bytes"_s;
    const qint64 factor = isCpu ? 1 : bytesOfMiB;
    const QString entered = value.toString().trimmed();
    bool isNumber = false;
    const qint64 number = QLocale().toLongLong(entered, &isNumber);
    switch (static_cast<Column>(index.column())) {
    case Reservation:
        if (isNumber && number >= 0)
            Q_EMIT wished(row.ref, prefix + u"Reservation"_s + unit, number * factor);
        return isNumber;
    case Limit:
        if (entered.isEmpty() || (isNumber && number >= 0))
            Q_EMIT wished(row.ref, prefix + u"Limit"_s + unit, entered.isEmpty() ? -1 : number * factor);
        return entered.isEmpty() || isNumber;
    case Level: {
        const auto level = static_cast<SharesLevel>(value.toInt());
        const QString wish = level == SharesLevel::Custom ? QString::number(row.shares)
                                                          : QString::fromLatin1(core::wireName(level));
        Q_EMIT wished(row.ref, prefix + u"Shares"_s, wish);
        return true;
    }
    case Shares:
        if (isNumber)
            Q_EMIT wished(row.ref, prefix + u"Shares"_s, QString::number(number));
        return isNumber;
    case Name:
    case SharesRatio:
    case WorstCase:
    case ColumnCount: break;
    }
    return false;
}

Qt::ItemFlags AllocationModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = RowModel::flags(index);
    const bool isEdited = index.column() >= Reservation && index.column() <= Shares;
    return isEdited && !m_readOnly ? usual | Qt::ItemIsEditable : usual;
}

QVariant AllocationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const bool isCpu = m_resource == Resource::Cpu;
    switch (static_cast<Column>(section)) {
    case Name: return tr("Name");
    case Reservation: return isCpu ? tr("Reservation (MHz)") : tr("Reservation (MiB)");
    case Limit: return isCpu ? tr("Limit (MHz)") : tr("Limit (MiB)");
    case Level: return tr("Shares");
    case Shares: return tr("Shares value");
    case SharesRatio: return tr("Part of the shares");
    case WorstCase: return tr("Worst case");
    case ColumnCount: break;
    }
    return {};
}

} // namespace views
