// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>

namespace endtoend {

/// How a program ended and what it said.
struct Ran {
    int code = -1; ///< -1: it did not start or did not end
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QJsonArray items() const;
    /// The stable code of an error said with `-o json`.
    [[nodiscard]] QString errorCode() const;
    /// For a test's message.
    [[nodiscard]] QByteArray said() const { return "exit " + QByteArray::number(code) + '\n' + out + err; }
};

/// Ends within two minutes; then it is killed.
[[nodiscard]] Ran run(const QString &program, const QStringList &arguments);

/// A lab of real hosts, and the command line to it and to its core.
class LabPrograms
{
public:
    [[nodiscard]] QString directory() const { return m_root.path() + QStringLiteral("/lab"); }
    [[nodiscard]] QString coreDirectory() const { return directory() + QStringLiteral("/core"); }

    [[nodiscard]] Ran lab(const QStringList &arguments) const;
    /// `vigiectl --core DIR/core …`
    [[nodiscard]] Ran ctl(const QStringList &arguments) const;
    [[nodiscard]] Ran virsh(const QString &host, const QStringList &arguments) const;
    [[nodiscard]] QByteArray domainState(const QString &host, const QString &name) const;

    /// The object of that name as the core knows it; empty: none.
    [[nodiscard]] QJsonObject object(const QString &kinds, const QString &name) const;
    /// The process id of the core; 0: none runs.
    [[nodiscard]] qint64 corePid() const;

private:
    QTemporaryDir m_root;
};

/// Asks again and again, for at most a minute.
[[nodiscard]] bool becomes(const std::function<bool()> &condition);

} // namespace endtoend
