// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace tests {

/// A PostgreSQL of the test's own: on a Unix socket in a temporary directory, by a user who is not root, without waiting
/// for the disk. Ends with the object, or with the test's process, however that ends.
class PostgresCluster
{
public:
    PostgresCluster() = default;
    PostgresCluster(const PostgresCluster &) = delete;
    PostgresCluster &operator=(const PostgresCluster &) = delete;
    ~PostgresCluster();

    /// Empty, or why there can be none here.
    QString start();
    /// As a power cut would: connections are lost.
    bool stop();
    bool startAgain();
    /// The address of a new, empty database.
    QString newDatabase();

private:
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments) const;
    void prepare(QProcess &process) const;

    QTemporaryDir m_dir{QStringLiteral("/tmp/vigie-pg-XXXXXX")}; // a socket's path is short
    QProcess m_server;
    int m_databases = 0;
    unsigned m_user = 0;
    unsigned m_group = 0;
};

} // namespace tests
