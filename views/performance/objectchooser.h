// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStandardItemModel;
class QListView;

namespace views {

/// Which objects to compare on a chart: a list with boxes to tick, filtered by typing.
class ObjectChooser : public QDialog
{
    Q_OBJECT

public:
    struct Entry {
        core::model::ObjectRef object;
        QString name;
    };

    ObjectChooser(const std::vector<Entry> &entries, const std::vector<core::model::ObjectRef> &chosen,
                  QWidget *parent);

    [[nodiscard]] std::vector<core::model::ObjectRef> chosen() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void countChosen();

    std::vector<Entry> m_entries;
    QLineEdit *m_filter;
    QListView *m_list;
    QLabel *m_count;
    QDialogButtonBox *m_buttons;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_filtered;
};

} // namespace views
