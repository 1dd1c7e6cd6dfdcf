// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>

#include <coroutine>

namespace core::hypervisor::libvirt {

/// Waits until a process has written `token` on its standard output, or has ended. On the process's thread;
/// resumed from the event loop, so who waits may destroy the process at once.
class [[nodiscard]] ProcessWait
{
public:
    explicit ProcessWait(QProcess &process, QByteArray token = {})
        : m_process(process),
          m_token(std::move(token))
    {}

    bool await_ready() const noexcept { return m_process.state() == QProcess::NotRunning; }
    void await_suspend(std::coroutine_handle<> awaiter);
    /// True when the token came; false when the process ended.
    bool await_resume() const noexcept { return m_found; }

private:
    QProcess &m_process;
    QByteArray m_token;
    QByteArray m_output;
    bool m_found = false;
    QObject m_context; // its end cuts the connections
};

} // namespace core::hypervisor::libvirt
