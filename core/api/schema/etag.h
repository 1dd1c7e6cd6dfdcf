// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

/// Which configuration of an object somebody has before him; client and server make it of the object. Pure.
namespace core::api::schema {

/// Of the configuration, never of state or load: what hosts and guests report changes without anybody's doing, and
/// would refuse every change of a busy VM. With its quotes, as in ETag and If-Match.
[[nodiscard]] QByteArray etagOf(const model::Object &object);

/// Is the tag among those of an If-Match or If-None-Match header? `*` is all of them; weak ones are none.
[[nodiscard]] bool containsEtag(const QByteArray &header, const QByteArray &etag);

} // namespace core::api::schema
