// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/connection.h"

#include <QObject>

#include <memory>
#include <vector>

namespace views {

class CoreConnection;
class MainWindow;
class ServerPrompts;

/// The open windows. Each connection has a core of its own, which the windows on it share. The program ends with the
/// last one.
class Windows : public QObject
{
    Q_OBJECT

public:
    explicit Windows(QObject *parent = nullptr);
    ~Windows() override;

    void open(const Connection &connection);

private:
    struct Entry {
        std::shared_ptr<CoreConnection> core; // before the window: it outlives it
        std::unique_ptr<MainWindow> window;
        std::unique_ptr<ServerPrompts> prompts; ///< of the window that asks for a server
    };

    MainWindow *show(const std::shared_ptr<CoreConnection> &core, const Connection &connection);
    static void rememberWhenItWorks(CoreConnection &shared, const Connection &connection);
    void close(const MainWindow *window);
    void chooseAsking();
    void askForConnection(MainWindow *parent);

    std::vector<Entry> m_entries;
};

/// Language and theme of the settings, the language of `--lang` before that. Call once, before the first window.
void applySettings(const QString &language);

} // namespace views
