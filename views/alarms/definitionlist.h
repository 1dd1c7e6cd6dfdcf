// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/session.h"
#include "views/alarms/definitionmodel.h"

#include <QWidget>

class QPushButton;

namespace views {

class AlarmActions;
class FilteredList;

/// The alarm definitions in force on an object. What is inherited can be read here and is changed where it is defined;
/// a button leads there.
class DefinitionList : public QWidget
{
    Q_OBJECT

public:
    DefinitionList(core::api::client::Session &session, AlarmActions &actions, QWidget *parent);

    void setObject(const core::model::ObjectRef &object);
    [[nodiscard]] FilteredList &list() { return *m_list; }

Q_SIGNALS:
    void objectActivated(const core::model::ObjectRef &object);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QPushButton *addButton(const QString &name);
    void refresh();
    void showButtons();
    void activate(const DefinitionRow &row);
    void showMenu(const QPoint &global);
    void retranslate();
    [[nodiscard]] std::vector<DefinitionRow> selected() const;
    [[nodiscard]] std::vector<core::AlarmDefinitionId> selectedIds() const;
    /// Empty: nothing.
    [[nodiscard]] QString obstacle(const QString &operation, bool single) const;

    core::api::client::Session &m_session;
    AlarmActions &m_actions;
    core::model::ObjectRef m_object;
    DefinitionModel m_model;
    FilteredList *m_list;
    QPushButton *m_new;
    QPushButton *m_edit;
    QPushButton *m_toggle; ///< enable or disable
    QPushButton *m_delete;
    QPushButton *m_go;
};

} // namespace views
