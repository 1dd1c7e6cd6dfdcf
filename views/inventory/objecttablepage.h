// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/page.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;
class QTreeView;

namespace views {

class ObjectActions;
class ObjectTableModel;

/// The objects of one kind that belong to the shown object, as a table: columns and order as the user chose them
/// (kept in the settings), a filter in the language of the search field, selection of several with the menu of
/// what can be done to them, export as CSV. What is selected and where the view stands survive every change.
class ObjectTablePage : public Page
{
    Q_OBJECT

public:
    ~ObjectTablePage() override;

    void setObject(const core::model::ObjectRef &object) override;
    [[nodiscard]] std::vector<core::model::ObjectRef> selectedObjects() const;
    void setFilter(const QString &text);

protected:
    ObjectTablePage(core::model::Kind kind, core::api::client::Session &session, QWidget *parent);

    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void follow();
    void retranslate();
    void showCount();
    void fillColumnMenu(QMenu *menu);
    void showColumnMenu(const QPoint &global);
    void showObjectMenu(const QPoint &global);
    void exportList();
    void writeList(const QString &path);
    void tellSelection();
    void rememberPlace();
    void returnToPlace(bool asked);
    void tellVisibleRows();
    void loadColumns();
    void saveColumns();
    [[nodiscard]] QString settingsGroup() const;
    /// The window's; null in a window without.
    [[nodiscard]] ObjectActions *actions() const;

    core::model::Kind m_kind;
    core::model::ObjectRef m_object;
    ObjectTableModel *m_model = nullptr;
    QTreeView *m_view = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_columns = nullptr;
    QToolButton *m_export = nullptr;
    QTimer m_save; ///< the user is still dragging the column
    std::optional<core::model::ObjectRef> m_top; ///< the row at the upper edge while rows move
    int m_scroll = 0;
    bool m_stale = true; ///< changes went by while the page was not shown
};

} // namespace views
