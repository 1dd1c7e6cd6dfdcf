// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/access/accessmodel.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace views {

class FilteredList;

/// A list with a button for each operation that its rows know, greyed with the reason: nothing is selected, the
/// operation does not fit, or the user may not. Asks its owner to do them.
class AccessList : public QWidget
{
    Q_OBJECT

public:
    /// `name`: of the objects and the settings. `operations`: of the catalogue; those of a new object need no row.
    AccessList(core::api::client::Session &session, AccessKind kind, const QString &name,
               const QStringList &operations, QWidget *parent);

    void setRows(std::vector<AccessRow> rows);
    /// A button of the owner's beside the operations.
    void addButton(QPushButton *button);
    [[nodiscard]] FilteredList &list() { return *m_list; }
    [[nodiscard]] std::vector<AccessRow> selected() const;
    /// Of another object's: an operation for a new one is about it.
    void setSubject(const core::model::ObjectRef &subject);

Q_SIGNALS:
    void operationRequested(const QString &operation, const std::vector<core::model::ObjectRef> &objects);
    void selectionChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Button {
        const core::operations::Operation *operation;
        QPushButton *button;
    };
    [[nodiscard]] std::vector<core::model::ObjectRef> objectsOf(const Button &button) const;
    [[nodiscard]] QString obstacle(const Button &button) const;
    void showButtons();
    void retranslate();

    core::api::client::Session &m_session;
    AccessModel m_model;
    FilteredList *m_list;
    QHBoxLayout *m_row;
    std::vector<Button> m_buttons;
    core::model::ObjectRef m_subject;
    AccessKind m_kind;
};

} // namespace views
