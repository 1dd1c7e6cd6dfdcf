// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/process.h"

#include <QJsonObject>

namespace core::lab {

/// One JSON object each way over a Unix socket, then it is closed: how `vigiectl` asks the lab's supervisor
/// `{"do":"boot"|"relay","host":"h1","index":1}` or `{"do":"link","host":"h1","network":"management","up":false}`.
[[nodiscard]] Result<QJsonObject> ask(const QString &socket, const QJsonObject &request);

/// A listening socket at the path, which is replaced.
[[nodiscard]] Result<Fd> listenAt(const QString &path);
[[nodiscard]] Result<Fd> connectTo(const QString &path);

/// The request on an accepted connection; empty when the other side went away or sent no JSON.
[[nodiscard]] QJsonObject receive(const Fd &connection);
void answer(const Fd &connection, const QJsonObject &reply);

} // namespace core::lab
