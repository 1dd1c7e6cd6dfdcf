// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Only for objectactions.cpp, what is done, and objectmenu.cpp, what is shown.
#include "views/inventory/actionstates.h"
#include "views/inventory/objectactions.h"
#include "views/inventory/requestrunner.h"
#include "views/inventory/verbs.h"

#include <QTimer>

#include <map>

class QKeyEvent;

namespace views {

class ObjectActions::Private : public QObject
{
    Q_OBJECT

public:
    Private(ObjectActions *owner, core::api::client::Session &session, QWidget *window);

    void select(std::vector<core::model::ObjectRef> selection);
    void refresh();
    void fill(QMenu *menu);
    void trigger(const Verb &verb, const std::vector<core::model::ObjectRef> &objects, bool byKey = false);
    void migrate(std::vector<core::VmId> vms, core::HostId to);
    void setEvc(core::ClusterId cluster);
    template <class Dialog>
    void openAndRun(Dialog *dialog);
    bool openOwnDialog(const Verb &verb, const std::vector<Candidate> &fitting);
    bool eventFilter(QObject *watched, QEvent *event) override;

    ObjectActions *q;
    core::api::client::Session &m_session;
    QWidget *m_window;
    RequestRunner *m_runner;
    std::vector<core::model::ObjectRef> m_selection;
    std::map<QString, QAction *> m_actions; ///< by verb
    QAction *m_console;
    QAction *m_newWindow;
    core::model::TreeView m_view = core::model::TreeView::VmsAndTemplates;

private:
    void show(const ActionStates &states);
    void showOwn();
    [[nodiscard]] bool explain(const QKeyEvent &key) const;
    void showOne(const Verb &verb, const Applicable *state);
    [[nodiscard]] std::optional<core::Error> forbidden(const Verb &verb) const;
    void ask(const Verb &verb, std::vector<Candidate> all, bool confirm);
    void proceed(const Verb &verb, std::vector<Candidate> fitting,
                 const std::vector<RequestOutcome> &left = {});
    [[nodiscard]] static std::vector<RequestOutcome> leftOut(const Verb &verb,
                                                             const std::vector<Candidate> &all);
    void addGroup(QMenu *menu, MenuGroup group);

    ActionStates m_states;
    QTimer m_follow;
    int m_generation = 0;
    bool m_looking = false;
    bool m_byKey = false; ///< the action that is being triggered was asked for by its shortcut
};

} // namespace views
