// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"
#include "views/models/rowmodel.h"

#include <QCoreApplication>

namespace views {

/// What one child of a cluster or pool may have of one resource. Amounts in MHz or bytes.
struct AllocationRow {
    core::model::ObjectRef ref;
    QString name;
    qint64 reservation = 0;
    std::optional<qint64> limit;
    core::model::SharesLevel level = core::model::SharesLevel::Normal;
    qint64 shares = 0;
    double sharesRatio = 0; ///< among its siblings
    std::optional<qint64> worstCase; ///< what it gets when all want all they can use; absent: it does not run
    friend bool operator==(const AllocationRow &, const AllocationRow &) = default;
};

enum class Resource { Cpu, Memory };

/// What there is and what is promised.
struct AllocationTotals {
    qint64 capacity = 0;
    qint64 reserved = 0;
    [[nodiscard]] qint64 available() const { return std::max<qint64>(0, capacity - reserved); }
};
[[nodiscard]] std::vector<AllocationRow> allocationRows(const core::model::ObjectRef &parent,
                                                        Resource resource,
                                                        const core::model::Inventory &inventory);
[[nodiscard]] AllocationTotals allocationTotals(const core::model::ObjectRef &parent, Resource resource,
                                                const core::model::Inventory &inventory);

/// The grid: reservation, limit and shares are edited in their cells; what is wished is told, and shown when it is so.
class AllocationModel : public RowModel<AllocationRow, &AllocationRow::ref>
{
    Q_OBJECT

public:
    enum Column { Name, Reservation, Limit, Level, Shares, SharesRatio, WorstCase, ColumnCount };

    using RowModel::RowModel;

    void setResource(Resource resource) { m_resource = resource; }
    [[nodiscard]] Resource resource() const { return m_resource; }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// One parameter of vm.set-resources or pool.set.
    void wished(const core::model::ObjectRef &object, const QString &parameter, const QJsonValue &value);

private:
    [[nodiscard]] QString text(const AllocationRow &row, int column) const;
    [[nodiscard]] QString amount(qint64 value) const;

    Resource m_resource = Resource::Cpu;
    bool m_readOnly = false;
};

} // namespace views
