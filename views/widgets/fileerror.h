// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDir>
#include <QFileDevice>

namespace views {

namespace errors {

/// A file that the user chose cannot be written; the system's own words are the detail.
inline constexpr core::ErrorCode FileNotWritten{QLatin1StringView("views.file-not-written"),
                                                QLatin1StringView("path")};

} // namespace errors

[[nodiscard]] inline core::Error fileError(const QFileDevice &file)
{
    return core::Error(errors::FileNotWritten,
                       QJsonObject{{QStringLiteral("path"), QDir::toNativeSeparators(file.fileName())}},
                       file.errorString());
}

} // namespace views
