// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"

#include <QVariant>

/// Between values and columns.
namespace core::persistence {

[[nodiscard]] QString compact(const QJsonObject &object);
[[nodiscard]] QJsonObject parsed(const QVariant &json);
[[nodiscard]] inline qint64 milliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}
/// What an event is found by: its words, folded so that upper and lower case are one.
[[nodiscard]] QString searchText(const model::Event &event);
/// A LIKE pattern (escape character `\`) that finds `text` in a searchText().
[[nodiscard]] QString searchPattern(const QString &text);

} // namespace core::persistence
