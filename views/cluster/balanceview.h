// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/drs.h"
#include "core/model/inventory.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;

namespace views {

class UsageBar;

/// The load of each host now, and when all is done that is recommended; the most loaded first.
class BalanceView : public QScrollArea
{
    Q_OBJECT

public:
    explicit BalanceView(QWidget *parent);

    void setLoads(std::vector<core::model::DrsHostLoad> loads, const core::model::Inventory &inventory);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QLabel *name;
        UsageBar *cpu;
        UsageBar *memory;
    };
    void show();
    [[nodiscard]] Row makeRow(int index);

    QWidget *m_content;
    QGridLayout *m_grid;
    QLabel *m_none;
    std::vector<core::model::DrsHostLoad> m_loads;
    QStringList m_names;
    std::vector<Row> m_rows;
};

} // namespace views
