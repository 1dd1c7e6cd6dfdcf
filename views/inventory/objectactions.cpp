// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/objectactions.h"

#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/inventory/actionstates.h"
#include "views/inventory/bulkdialog.h"
#include "views/inventory/operationform.h"
#include "views/inventory/requestrunner.h"
#include "views/inventory/verbs.h"
#include "views/migration/evcdialog.h"
#include "views/migration/migratewizard.h"
#include "views/widgets/background.h"
#include "views/widgets/offline.h"
#include "views/widgets/rights.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::Inventory;
using core::model::Kind;
using core::model::ObjectRef;
using core::operations::OperationRequest;

namespace {

constexpr int followMs = 100; ///< changes of the inventory reach the actions at most so often…
constexpr int followManyMs = 1000; ///< …or so often, when thousands are selected
constexpr size_t judged = 16; ///< for so many objects the core is asked what the user may
constexpr size_t many = 64; ///< from here on another thread looks what fits
const QString powerMenuName = u"powerMenu"_s;

/// Quick enough to look at here and now.
bool isQuick(const std::vector<ObjectRef> &selection)
{
    return selection.size() <= many && !holdsFolder(selection);
}

} // namespace

class ObjectActions::Private : public QObject
{
    Q_OBJECT

public:
    Private(ObjectActions *owner, Session &session, QWidget *window);

    void select(std::vector<ObjectRef> selection);
    void refresh();
    void fill(QMenu *menu);
    void trigger(const Verb &verb, const std::vector<ObjectRef> &objects, bool byKey = false);
    void migrate(std::vector<core::VmId> vms, core::HostId to);
    void setEvc(core::ClusterId cluster);
    bool openOwnDialog(const Verb &verb, const std::vector<Candidate> &fitting);
    bool eventFilter(QObject *watched, QEvent *event) override;

    ObjectActions *q;
    Session &m_session;
    QWidget *m_window;
    RequestRunner *m_runner;
    std::vector<ObjectRef> m_selection;
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
    void proceed(const Verb &verb, std::vector<Candidate> fitting);
    void addGroup(QMenu *menu, MenuGroup group);

    ActionStates m_states;
    QTimer m_follow;
    int m_generation = 0;
    bool m_looking = false;
    bool m_byKey = false; ///< the action that is being triggered was asked for by its shortcut
};

ObjectActions::Private::Private(ObjectActions *owner, Session &session, QWidget *window)
    : q(owner),
      m_session(session),
      m_window(window),
      m_runner(makeRunner(session, window))
{
    for (const Verb &verb : verbs()) {
        auto *action = new QAction(operationIcon(verb.key), QString(), this);
        if (action->icon().isNull())
            action->setIcon(operationIcon(verb.operation->name));
        action->setObjectName(u"action_%1"_s.arg(verb.key));
        action->setShortcut(verb.shortcut);
        action->installEventFilter(this); // is it a shortcut that triggers it?
        connect(action, &QAction::triggered, this,
                [this, &verb] { trigger(verb, m_selection, std::exchange(m_byKey, false)); });
        m_actions.emplace(verb.key, action);
        m_window->addAction(action); // its shortcut works in the whole window
    }
    m_console = new QAction(icon(u"console"_s), QString(), this);
    m_console->setObjectName(u"action_console"_s);
    connect(m_console, &QAction::triggered, this,
            [this] { Q_EMIT q->consoleRequested(m_selection.front()); });
    m_newWindow = new QAction(icon(u"detach"_s), QString(), this);
    m_newWindow->setObjectName(u"action_newWindow"_s);
    m_newWindow->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N));
    m_window->addAction(m_newWindow);
    connect(m_newWindow, &QAction::triggered, this,
            [this] { Q_EMIT q->windowRequested(m_selection.front()); });
    m_follow.setSingleShot(true);
    connect(&m_follow, &QTimer::timeout, this, &Private::refresh);
    const auto follow = [this] {
        if (!m_follow.isActive())
            m_follow.start(m_selection.size() > many ? followManyMs : followMs);
    };
    connect(&session, &Session::inventoryChanged, this, follow);
    connect(&session, &Session::inventoryReset, this, follow);
    connect(&session, &Session::linkChanged, this, [this] { show(m_states); });
    connect(&Rights::of(session), &Rights::changed, this, follow);
    m_window->installEventFilter(this);
    refresh();
}

bool ObjectActions::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_window)
        m_byKey = event->type() == QEvent::Shortcut;
    if (watched == m_window && event->type() == QEvent::LanguageChange)
        show(m_states);
    if (watched == m_window && event->type() == QEvent::KeyPress && explain(*static_cast<QKeyEvent *>(event)))
        return true;
    return QObject::eventFilter(watched, event);
}

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

void ObjectActions::Private::select(std::vector<ObjectRef> selection)
{
    m_selection = std::move(selection);
    ++m_generation;
    m_looking = false; // what is being looked at is not selected any more
    if (!isQuick(m_selection)) // a menu may open before the answer is there
        show(previewStates(m_selection, m_view, m_session.inventory()));
    refresh();
}

void ObjectActions::Private::refresh()
{
    const Inventory inventory = m_session.inventory();
    if (isQuick(m_selection)) {
        show(actionStates(m_selection, m_view, inventory));
        return;
    }
    if (m_looking) {
        m_follow.start(followManyMs);
        return;
    }
    m_looking = true;
    const int generation = m_generation;
    inBackground(
        this,
        [selection = m_selection, view = m_view, inventory] {
            return actionStates(selection, view, inventory);
        },
        [this, generation](const ActionStates &states) {
            if (generation != m_generation)
                return;
            m_looking = false;
            show(states);
        });
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
    delete menu->findChild<QMenu *>(powerMenuName, Qt::FindDirectChildrenOnly);
    menu->clear();
    menu->setToolTipsVisible(true);
    auto *power = new QMenu(ObjectActions::tr("Power"), menu);
    power->setObjectName(powerMenuName);
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
         {MenuGroup::Create, MenuGroup::Connection, MenuGroup::Arrange, MenuGroup::Rest, MenuGroup::Remove})
        addGroup(menu, group);
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

/// A key is pressed by mistake, or for another program: what stops a machine is then asked for first.
void ObjectActions::Private::trigger(const Verb &verb, const std::vector<ObjectRef> &objects, bool byKey)
{
    const Inventory inventory = m_session.inventory();
    const bool power = verb.group == MenuGroup::Power || verb.group == MenuGroup::PowerGuest;
    auto look = [&verb, power, objects, view = m_view, inventory] {
        return candidates(*verb.operation, verb.preset, power ? powered(objects, inventory) : objects, view,
                          inventory);
    };
    if (isQuick(objects)) {
        ask(verb, look(), verb.destructive || (byKey && verb.interrupting));
        return;
    }
    const bool confirm = verb.destructive || (byKey && verb.interrupting)
        || (power && holdsFolder(objects)); // one click, and who knows how many VMs
    inBackground(this, std::move(look),
                 [this, &verb, confirm](std::vector<Candidate> all) { ask(verb, std::move(all), confirm); });
}

void ObjectActions::Private::ask(const Verb &verb, std::vector<Candidate> all, bool confirm)
{
    std::vector<Candidate> fitting;
    std::ranges::copy_if(all, std::back_inserter(fitting),
                         [](const Candidate &each) { return !each.reason; });
    const bool some = fitting.size() < all.size();
    if (all.empty() || (!some && !confirm)) {
        proceed(verb, std::move(fitting));
        return;
    }
    auto *dialog = new BulkDialog(verb, std::move(all), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, &verb, fitting] { proceed(verb, fitting); });
    dialog->open();
}

/// Operations that ask in a dialog of their own. False: it is none of them.
bool ObjectActions::Private::openOwnDialog(const Verb &verb, const std::vector<Candidate> &fitting)
{
    std::vector<core::VmId> vms;
    for (const Candidate &each : fitting) {
        if (verb.operation->name == u"cluster.set-evc")
            setEvc(each.object.as<core::ClusterId>());
        vms.push_back(each.object.as<core::VmId>());
    }
    if (verb.operation->name == u"vm.migrate")
        migrate(std::move(vms), {});
    return verb.operation->name == u"vm.migrate" || verb.operation->name == u"cluster.set-evc";
}

void ObjectActions::Private::proceed(const Verb &verb, std::vector<Candidate> fitting)
{
    if (fitting.empty() || openOwnDialog(verb, fitting))
        return;
    if (inputs(*verb.operation).empty()) {
        std::vector<RequestOutcome> requests;
        for (const Candidate &each : fitting) {
            const OperationRequest request{.operation = verb.operation->name, .parameters = each.parameters};
            requests.push_back({.request = request, .target = each.object, .name = each.name});
        }
        m_runner->run(std::move(requests));
        return;
    }
    auto *form = new OperationForm(
        *verb.operation, std::move(fitting), [this] { return m_session.inventory(); }, m_window);
    form->setAttribute(Qt::WA_DeleteOnClose);
    connect(form, &QDialog::accepted, this,
            [this, form] { m_runner->run(prepare(form->requests(), m_session.inventory())); });
    form->open();
}

void ObjectActions::Private::migrate(std::vector<core::VmId> vms, core::HostId to)
{
    auto *wizard = new MigrateWizard(m_session, std::move(vms), to, m_window);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &QDialog::accepted, this,
            [this, wizard] { m_runner->run(prepare(wizard->requests(), m_session.inventory())); });
    wizard->open();
}

void ObjectActions::Private::setEvc(core::ClusterId cluster)
{
    auto *dialog = new EvcDialog(m_session, cluster, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_runner->run(prepare({dialog->request()}, m_session.inventory())); });
    dialog->open();
}

ObjectActions::ObjectActions(Session &session, QWidget *window)
    : QObject(window),
      d(std::make_shared<Private>(this, session, window))
{}

void ObjectActions::setSelection(std::vector<ObjectRef> selection)
{
    d->select(std::move(selection));
    Q_EMIT selectionChanged();
}

void ObjectActions::setView(core::model::TreeView view)
{
    d->m_view = view;
    d->refresh();
}

const std::vector<ObjectRef> &ObjectActions::selection() const
{
    return d->m_selection;
}

void ObjectActions::fill(QMenu *menu)
{
    d->fill(menu);
}

QAction *ObjectActions::action(const QString &operation)
{
    const auto it = d->m_actions.find(operation);
    return it == d->m_actions.end() ? nullptr : it->second;
}

void ObjectActions::trigger(const QString &operation, const std::vector<ObjectRef> &objects)
{
    if (const Verb *verb = findVerb(operation))
        d->trigger(*verb, objects);
}

void ObjectActions::migrate(const std::vector<core::VmId> &vms, core::HostId to)
{
    d->migrate(vms, to);
}

} // namespace views

#include "objectactions.moc"
