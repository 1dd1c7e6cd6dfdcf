// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

/// The named x86 CPUs and their features. Pure.
namespace core::migration {

using Features = QSet<QString>;

[[nodiscard]] bool isKnownModel(QStringView model);
/// "Intel", "AMD"; empty of one that is nobody's ("qemu64") or not known.
[[nodiscard]] QString vendorOfModel(QStringView model);
/// Empty of one that is not known.
[[nodiscard]] Features featuresOfModel(QStringView model);

} // namespace core::migration
