// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/lab.h"
#include "core/lab/paths.h"
#include "core/lab/process.h"

#include <QJsonObject>

#include <map>

namespace core::lab {

/// The lab's supervisor: pid 1 of the lab's PID namespace (so nothing of the lab outlives it), owner of its
/// networks, parent of its hosts and relays. Single-threaded; lives in the `lab-keeper` mode of vigiectl.
class Keeper
{
public:
    /// @param outerProc the /proc of those outside
    Keeper(const QString &directory, Isolation isolation, int outerProc);

    /// Bridges, control socket, pid file; the lock tells others that it lives.
    [[nodiscard]] Result<void> prepare();
    /// Answers requests until it is killed.
    void serve();

private:
    [[nodiscard]] Result<QJsonObject> perform(const QJsonObject &request);
    [[nodiscard]] Result<QJsonObject> boot(const QString &host, int index);
    [[nodiscard]] Result<void> startHost(const QString &host, int index);
    [[nodiscard]] Result<void> startRelay(const QString &host);
    [[nodiscard]] Result<void> wire(const QString &host, int index, pid_t init);
    [[nodiscard]] Result<void> setLink(const QString &host, const QString &network, bool up);
    void stop(std::map<QString, pid_t> &children, const QString &host);
    void reap();

    Paths m_paths;
    Isolation m_isolation;
    int m_outerProc;
    Fd m_lock;
    Fd m_control;
    std::map<QString, pid_t> m_hosts;
    std::map<QString, pid_t> m_relays;
    std::map<QString, int>
        m_indices; ///< a host's links are named by its number: names have 15 characters at most
};

} // namespace core::lab
