// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace core::api::server {

/// The JSON object of a request's body; none at all is an empty one. Stricter than Qt, which takes the last of two
/// members of one name, half surrogate pairs and NULs: two readers must not see two requests. Pure.
[[nodiscard]] Result<QJsonObject> readBody(const QByteArray &body);

} // namespace core::api::server
