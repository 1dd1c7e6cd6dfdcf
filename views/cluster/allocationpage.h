// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/cluster/allocationmodel.h"
#include "views/widgets/livepage.h"

class QButtonGroup;
class QLabel;

namespace views {

class FilteredList;
class RequestRunner;

/// How a cluster, a host that stands alone or a pool divides its CPU and memory: totals, and a grid in whose cells they
/// are changed.
class AllocationPage : public LivePage
{
    Q_OBJECT

public:
    AllocationPage(core::api::client::Session &session, QWidget *parent);

    [[nodiscard]] QString title() const override;

protected:
    void refresh() override;
    void retranslate() override;
    [[nodiscard]] bool concerns(const std::vector<core::model::Change> &changes) const override;

private:
    void wish(const core::model::ObjectRef &object, const QString &parameter, const QJsonValue &value);
    [[nodiscard]] QString totalsText() const;

    AllocationModel m_model;
    RequestRunner *m_runner;
    QLabel *m_totals;
    QButtonGroup *m_resource;
    FilteredList *m_list;
};

} // namespace views
