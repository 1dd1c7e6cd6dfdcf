// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/drs.h"
#include "views/models/roles.h"
#include "views/models/rowmodel.h"

#include <QCoreApplication>
#include <QSet>

namespace views {

/// What a cluster recommends, with a tick for each that is to be applied. All are ticked at first.
class RecommendationModel
    : public RowModel<core::model::DrsRecommendation, &core::model::DrsRecommendation::key>
{
    Q_DECLARE_TR_FUNCTIONS(views::RecommendationModel)

public:
    enum Column { Apply, Priority, Migration, Reason, Gain, Time, ColumnCount };

    using RowModel::RowModel;

    void setRecommendations(std::vector<core::model::DrsRecommendation> recommendations);
    /// The keys of those that are ticked.
    [[nodiscard]] std::vector<QString> ticked() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const core::model::DrsRecommendation &recommendation, int column);

    QSet<QString> m_unticked;
};

/// "web-01: from host-1 to host-2", a line for each migration.
[[nodiscard]] QString movesText(const core::model::DrsRecommendation &recommendation);

} // namespace views
