// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions and the menus of ObjectActions show.
#include "views/inventory/objectactionsprivate.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

using core::model::ObjectRef;

namespace {

constexpr size_t judged = 16; ///< for so many objects the core is asked what the user may

} // namespace

/// The shortcut of a grey action reaches the window as a key that nobody wanted.
bool ObjectActions::Private::explain(const QKeyEvent &key) const
{
    const QKeySequence pressed(key.keyCombination());
    const auto meant = std::ranges::find_if(verbs(), [&](const Verb &verb) {
        const QAction *action = m_actions.at(verb.key);
        return verb.shortcut == pressed && action->isVisible() && !action->isEnabled();
    });
    if (meant == verbs().end())
        return false;
    Q_EMIT q->refused(m_actions.at(meant->key)->toolTip());
    return true;
}

void ObjectActions::Private::show(const ActionStates &states)
{
    m_states = states;
    for (const Verb &verb : verbs()) {
        const auto it = states.find(verb.key);
        showOne(verb, it != states.end() ? &it->second : nullptr);
    }
    showOwn();
}

/// What is done by the window itself.
void ObjectActions::Private::showOwn()
{
    const core::model::Vm *vm =
        m_selection.size() == 1 ? m_session.inventory().find(m_selection.front().as<core::VmId>()) : nullptr;
    m_console->setText(ObjectActions::tr("Open Console"));
    m_console->setVisible(vm != nullptr && !vm->isTemplate);
    m_console->setEnabled(m_console->isVisible());
    m_newWindow->setText(ObjectActions::tr("Open in New Window"));
    m_newWindow->setVisible(m_selection.size() == 1);
    m_newWindow->setEnabled(m_newWindow->isVisible());
}

/// What the user lacks for each of the objects; absent: he may with one of them, or too much would have to be asked.
std::optional<core::Error> ObjectActions::Private::forbidden(const Verb &verb) const
{
    const bool power = verb.group == MenuGroup::Power || verb.group == MenuGroup::PowerGuest;
    if (m_selection.empty() || m_selection.size() > judged || (power && holdsFolder(m_selection)))
        return {};
    std::optional<core::Error> first;
    for (const ObjectRef &object : m_selection) {
        const QJsonObject parameters = parametersFor(*verb.operation, object, m_view, m_session.inventory());
        auto missing = Rights::of(m_session).lacking({verb.operation->name, parameters});
        if (!missing)
            return {};
        if (!first)
            first = std::move(missing);
    }
    return first;
}

void ObjectActions::Private::showOne(const Verb &verb, const Applicable *state)
{
    QAction *action = m_actions.at(verb.key);
    const QString label = VerbLabel::menu(verb);
    action->setVisible(state != nullptr);
    const QString offline = offlineReason(m_session);
    const bool fits = state != nullptr && state->fitting > 0;
    const auto missing = fits ? forbidden(verb) : std::nullopt;
    action->setEnabled(fits && offline.isEmpty() && !missing);
    const bool some = state != nullptr && state->fitting > 0 && state->fitting < state->total;
    action->setText(some ? ObjectActions::tr("%1 (%2 of %3)").arg(label).arg(state->fitting).arg(state->total)
                         : label);
    QString tip = label;
    if (!offline.isEmpty())
        tip = offline;
    else if (missing)
        tip = core::text::sentence(*missing);
    else if (state != nullptr && state->fitting == 0 && state->reason)
        tip = core::text::sentence(*state->reason);
    else if (some)
        tip = ObjectActions::tr("%1 applies to %n of %2 objects", nullptr, state->fitting)
                  .arg(label)
                  .arg(state->total);
    else if (!verb.shortcut.isEmpty())
        tip = ObjectActions::tr("%1 (%2)").arg(label, verb.shortcut.toString(QKeySequence::NativeText));
    action->setToolTip(tip);
    action->setStatusTip(tip);
}

void ObjectActions::Private::addGroup(QMenu *menu, MenuGroup group)
{
    bool separated = menu->isEmpty();
    for (const Verb &verb : verbs()) {
        QAction *action = m_actions.at(verb.key);
        if (verb.group != group || !action->isVisible())
            continue;
        if (!std::exchange(separated, true))
            menu->addSeparator();
        menu->addAction(action);
    }
}

void ObjectActions::Private::fill(QMenu *menu)
{
    qDeleteAll(menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly)); // of the last time
    menu->clear();
    menu->setToolTipsVisible(true);
    auto *power = new QMenu(ObjectActions::tr("Power"), menu);
    power->setObjectName(u"powerMenu"_s);
    power->setIcon(operationIcon(u"vm.power-on"));
    power->setToolTipsVisible(true);
    addGroup(power, MenuGroup::Power);
    addGroup(power, MenuGroup::PowerGuest);
    if (power->isEmpty())
        delete power;
    else
        menu->addMenu(power);
    if (m_console->isVisible())
        menu->addAction(m_console);
    for (const MenuGroup group :
         {MenuGroup::Create, MenuGroup::Connection, MenuGroup::Arrange, MenuGroup::Rest})
        addGroup(menu, group);
    if (!m_selection.empty())
        Q_EMIT q->filling(menu, m_selection);
    addGroup(menu, MenuGroup::Remove);
    if (m_newWindow->isVisible()) {
        if (!menu->isEmpty())
            menu->addSeparator();
        menu->addAction(m_newWindow);
    }
    if (!menu->isEmpty())
        return;
    QAction *nothing = menu->addAction(ObjectActions::tr("Nothing can be done with this selection"));
    nothing->setObjectName(u"nothingToDo"_s);
    nothing->setEnabled(false);
}

} // namespace views
