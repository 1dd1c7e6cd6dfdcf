// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace core::api::schema {

/// The OpenAPI 3.1 document of everything in routes(). `version`: the program's.
[[nodiscard]] QJsonObject openApi(const QString &version);

} // namespace core::api::schema
