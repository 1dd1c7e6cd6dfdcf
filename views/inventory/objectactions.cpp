// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/objectactionsprivate.h"

#include "views/delegates/objecticons.h"
#include "views/drs/drssettingsdialog.h"
#include "views/drs/maintenancedialog.h"
#include "views/inventory/bulkdialog.h"
#include "views/inventory/operationform.h"
#include "views/migration/evcdialog.h"
#include "views/migration/migratewizard.h"
#include "views/widgets/background.h"
#include "views/widgets/rights.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

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

constexpr size_t many = 64; ///< from here on another thread looks what fits

/// Quick enough to look at here and now.
bool isQuick(const std::vector<ObjectRef> &selection)
{
    return selection.size() <= many && !holdsFolder(selection);
}

} // namespace

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
    auto *dialog = new BulkDialog(verb, std::move(all), m_session.inventory(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, &verb, fitting, left = leftOut(verb, dialog->all())] { proceed(verb, fitting, left); });
    dialog->open();
}

/// For the list of results: what was not even asked for, and why.
std::vector<RequestOutcome> ObjectActions::Private::leftOut(const Verb &verb,
                                                            const std::vector<Candidate> &all)
{
    std::vector<RequestOutcome> left;
    for (const Candidate &each : all) {
        if (!each.reason)
            continue;
        left.push_back({.request = {.operation = verb.operation->name, .parameters = each.parameters},
                        .target = each.object,
                        .name = each.name,
                        .error = each.reason,
                        .leftOut = true});
    }
    return left;
}

/// What a dialog that makes requests has made.
template <class Dialog>
void ObjectActions::Private::openAndRun(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_runner->run(prepare(dialog->requests(), m_session.inventory())); });
    dialog->open();
}

/// Operations that ask in a dialog of their own. False: it is none of them.
bool ObjectActions::Private::openOwnDialog(const Verb &verb, const std::vector<Candidate> &fitting)
{
    std::vector<core::VmId> vms;
    for (const Candidate &each : fitting) {
        if (verb.operation->name == u"cluster.set-evc")
            setEvc(each.object.as<core::ClusterId>());
        else if (verb.operation->name == u"cluster.set-drs")
            openAndRun(new DrsSettingsDialog(m_session, each.object.as<core::ClusterId>(), m_window));
        else if (verb.operation->name == u"host.enter-maintenance")
            openAndRun(new MaintenanceDialog(m_session, each.object.as<core::HostId>(), m_window));
        vms.push_back(each.object.as<core::VmId>());
    }
    if (verb.operation->name == u"vm.migrate")
        migrate(std::move(vms), {});
    if (verb.operation->name == u"host.add" && !fitting.empty())
        Q_EMIT q->addHostRequested(fitting.front().object);
    static const QStringList own{u"vm.migrate"_s, u"cluster.set-evc"_s, u"cluster.set-drs"_s, u"host.add"_s,
                                 u"host.enter-maintenance"_s};
    return own.contains(verb.operation->name);
}

void ObjectActions::Private::proceed(const Verb &verb, std::vector<Candidate> fitting,
                                     const std::vector<RequestOutcome> &left)
{
    if (fitting.empty() || openOwnDialog(verb, fitting))
        return;
    if (inputs(*verb.operation).empty()) {
        std::vector<RequestOutcome> requests;
        for (const Candidate &each : fitting) {
            const OperationRequest request{.operation = verb.operation->name, .parameters = each.parameters};
            requests.push_back({.request = request, .target = each.object, .name = each.name, .error = {}});
        }
        std::ranges::copy(left, std::back_inserter(requests));
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
