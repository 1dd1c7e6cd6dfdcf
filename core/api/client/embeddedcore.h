// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/client/endpoint.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace core::api::client {

/// Joins the core of a directory, or starts one (`vigied --embedded DIR`) where none runs, and starts it again
/// when it dies. The core outlives us: it ends by itself when nobody needs it.
class EmbeddedCore : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString directory;
        QStringList arguments; ///< further ones for vigied: --simulated 100x5000, --single-host URI
        QString program; ///< absent: `vigied` beside this program, else in PATH
    };

    explicit EmbeddedCore(Options options, QObject *parent = nullptr);
    ~EmbeddedCore() override;

    void open();

Q_SIGNALS:
    /// It answers. `restarted`: it had died and is a new process.
    void ready(const core::api::client::Endpoint &endpoint, bool restarted);
    void failed(const core::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// `$XDG_DATA_HOME/vigie/core`.
[[nodiscard]] QString defaultCoreDirectory();
/// `$XDG_DATA_HOME/vigie/hosts/<hash of URI>`.
[[nodiscard]] QString singleHostDirectory(const QString &uri);

} // namespace core::api::client
