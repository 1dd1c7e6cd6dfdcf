// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace views {

/// Which core a window shows.
struct Connection {
    enum class Kind {
        Embedded, ///< target: a directory; empty: the default one
        SingleHost, ///< target: a libvirt URI
        Server, ///< target: https://HOST:PORT of a management server
        Simulated, ///< target: HOSTSxVMS[@SEED]; lives in a temporary directory, ends with the window
    };

    Kind kind = Kind::Embedded;
    QString target;
    QString name; ///< given by the user; may be empty
    QDateTime lastUsed;
    QString user; ///< of a server; empty: asked for

    /// What the window's title and the tree's top row say: the name, or the target.
    [[nodiscard]] QString label() const;
    /// Of the settings that belong to this connection: what was open and selected.
    [[nodiscard]] QString placesKey() const;
    [[nodiscard]] bool isSameTarget(const Connection &other) const
    {
        return kind == other.kind && target == other.target && user == other.user;
    }
};

/// `https://HOST:PORT` of what a user writes (`HOST:PORT` is enough); invalid: it is no server's address.
[[nodiscard]] QUrl serverUrl(const QString &text);

/// The connections the user made, in QSettings, the last used first. No secrets: those are asked for by the core, or are in
/// the user's keyring.
class SavedConnections
{
public:
    [[nodiscard]] static QList<Connection> all();
    /// Adds it, or marks the one of the same target as used now; an empty name keeps the old one.
    static void remember(const Connection &connection);
    static void forget(const Connection &connection);

    static constexpr qsizetype limit = 30;
};

} // namespace views
