// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace tests {

/// A real etcd of one member, on a loopback port of its own; it ends with this object.
class EtcdServer
{
public:
    ~EtcdServer();

    /// @return why not; empty: it serves
    [[nodiscard]] QString start();
    /// As by a power cut. `start` brings it back with its data.
    void kill();
    [[nodiscard]] QUrl endpoint() const;

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_peerPort = 0;
};

} // namespace tests
