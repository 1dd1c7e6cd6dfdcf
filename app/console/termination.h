// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <memory>

namespace console {

/// While it lives, SIGTERM, SIGINT and SIGHUP end the event loop in good order instead of the process at once.
/// One in a program, after the QApplication. Does nothing where there are no such signals.
class Termination
{
public:
    Termination();
    ~Termination();
    Q_DISABLE_COPY_MOVE(Termination)

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace console
