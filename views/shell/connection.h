// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace views {

/// Which core a window shows.
struct Connection {
    enum class Kind {
        Embedded, ///< target: a directory; empty: the default one
        SingleHost, ///< target: a libvirt URI
        Simulated, ///< target: HOSTSxVMS[@SEED]; lives in a temporary directory, ends with the window
    };

    Kind kind = Kind::Embedded;
    QString target;
    QString name; ///< given by the user; may be empty
    QDateTime lastUsed;

    /// What the window's title and the tree's top row say: the name, or the target.
    [[nodiscard]] QString label() const;
    /// Of the settings that belong to this connection: what was open and selected.
    [[nodiscard]] QString placesKey() const;
    [[nodiscard]] bool isSameTarget(const Connection &other) const
    {
        return kind == other.kind && target == other.target;
    }
};

/// The connections the user made, in QSettings, the last used first. No secrets: those are asked by the core.
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
