// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/windows.h"

#include "core/text/language.h"
#include "views/shell/connectdialog.h"
#include "views/shell/coreconnection.h"
#include "views/shell/mainwindow.h"
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
    if (connection.kind != Connection::Kind::Simulated)
        SavedConnections::remember(connection);
    Entry entry{.core = std::make_unique<CoreConnection>(connection)};
    entry.window = std::make_unique<MainWindow>(entry.core->session(), connection);
    CoreConnection *core = entry.core.get();
    MainWindow *window = entry.window.get();
    connect(core, &CoreConnection::coreRestarted, window, &MainWindow::tellRestarted);
    connect(core, &CoreConnection::coreFailed, window, &MainWindow::tellFailed);
    connect(window, &MainWindow::connectRequested, this, [this, window] { askForConnection(window); });
    connect(window, &MainWindow::closed, this, [this, window] {
        QTimer::singleShot(0, this, [this, window] { close(window); }); // not inside its own close event
    });
    m_entries.push_back(std::move(entry));
    window->show();
    core->open();
}

void Windows::close(const MainWindow *window)
{
    const auto it =
        std::ranges::find_if(m_entries, [&](const Entry &each) { return each.window.get() == window; });
    if (it != m_entries.end())
        m_entries.erase(it);
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
