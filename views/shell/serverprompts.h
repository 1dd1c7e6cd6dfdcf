// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QDialog;
class QMainWindow;
class QToolButton;

namespace views {

class ServerLink;

/// Asks in a window what a ServerLink wants to know: is this the server's certificate? who are you? One question at a
/// time. Who cancels finds "Sign In…" in the status bar.
class ServerPrompts : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ServerPrompts(ServerLink &link, QMainWindow &window);
    ~ServerPrompts() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askPassword(const std::optional<core::Error> &why);
    void showCertificate(const core::Error &error);
    void show(QDialog *dialog);
    void cancel();
    void retranslate();

    ServerLink &m_link;
    QMainWindow &m_window;
    QToolButton *m_again;
    QPointer<QDialog> m_open;
};

} // namespace views
