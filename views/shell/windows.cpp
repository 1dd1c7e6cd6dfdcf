// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/windows.h"

#include "core/text/language.h"
#include "views/shell/connectdialog.h"
#include "views/shell/coreconnection.h"
#include "views/shell/mainwindow.h"
#include "views/shell/serverlink.h"
#include "views/shell/serverprompts.h"
#include "views/widgets/theme.h"

#include <QSettings>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

Windows::Windows(QObject *parent) : QObject(parent) {}

Windows::~Windows() = default;

void Windows::open(const Connection &connection)
{
    const auto core = std::make_shared<CoreConnection>(connection);
    if (connection.kind != Connection::Kind::Simulated)
        rememberWhenItWorks(*core, connection);
    show(core, connection);
    core->open();
}

/// Saved is what answered once, as the user who was let in.
void Windows::rememberWhenItWorks(CoreConnection &shared, const Connection &connection)
{
    using core::api::client::Link;
    using core::api::client::Session;
    auto remember = [&shared, connection, saved = false]() mutable {
        if (shared.session().link() != Link::Online || std::exchange(saved, true))
            return;
        Connection worked = connection;
        if (shared.server() != nullptr)
            worked.user = shared.server()->user();
        SavedConnections::remember(worked);
    };
    connect(&shared.session(), &Session::linkChanged, &shared, std::move(remember));
}

MainWindow *Windows::show(const std::shared_ptr<CoreConnection> &shared, const Connection &connection)
{
    Entry entry{.core = shared,
                .window = std::make_unique<MainWindow>(shared->session(), connection),
                .prompts = nullptr};
    CoreConnection *core = shared.get();
    MainWindow *window = entry.window.get();
    connect(core, &CoreConnection::coreRestarted, window, &MainWindow::tellRestarted);
    connect(core, &CoreConnection::coreFailed, window, &MainWindow::tellFailed);
    connect(window, &MainWindow::connectRequested, this, [this, window] { askForConnection(window); });
    connect(window, &MainWindow::closed, this, [this, window, core] {
        const auto isOn = [core](const Entry &each) { return each.core.get() == core; };
        if (core->server() != nullptr && std::ranges::count_if(m_entries, isOn) == 1)
            core->server()->leave();
        QTimer::singleShot(0, this, [this, window] { close(window); }); // not inside its own close event
    });
    connect(window, &MainWindow::windowRequested, this,
            [this, weak = std::weak_ptr(shared), window, connection](const core::model::ObjectRef &object) {
                const auto same = weak.lock();
                if (same == nullptr)
                    return;
                MainWindow *another = show(same, connection);
                const int aside = window->fontMetrics().height() * 2; // not hiding the one it came from
                another->move(window->pos() + QPoint(aside, aside));
                another->showObject(object);
            });
    m_entries.push_back(std::move(entry));
    chooseAsking();
    window->show();
    return window;
}

/// The first window of each core asks about host keys and secrets, or the user would be asked once in each.
void Windows::chooseAsking()
{
    std::vector<const CoreConnection *> asking;
    for (Entry &each : m_entries) {
        const bool first = std::ranges::find(asking, each.core.get()) == asking.end();
        each.window->setAsking(first);
        if (ServerLink *server = each.core->server(); server != nullptr && first && !each.prompts)
            each.prompts = std::make_unique<ServerPrompts>(*server, *each.window);
        asking.push_back(each.core.get());
    }
}

void Windows::close(const MainWindow *window)
{
    const auto it =
        std::ranges::find_if(m_entries, [&](const Entry &each) { return each.window.get() == window; });
    if (it != m_entries.end())
        m_entries.erase(it);
    chooseAsking();
}

void Windows::askForConnection(MainWindow *parent)
{
    auto *dialog = new ConnectDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectDialog::connectionChosen, this, &Windows::open);
    dialog->open();
}

void applySettings(const QString &language)
{
    const QSettings settings;
    const QString wanted = language.isEmpty() ? settings.value(u"language"_s).toString() : language;
    if (wanted.isEmpty() || !core::text::setLanguage(wanted))
        core::text::setLanguage(core::text::systemLanguage());
    theme::apply(theme::fromString(settings.value(u"theme"_s).toString()));
}

} // namespace views
