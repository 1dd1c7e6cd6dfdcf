// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

/// What can be wrong with a command line.
namespace ctl::errors {

using namespace Qt::StringLiterals;
using core::ErrorCode;

inline constexpr ErrorCode CommandUnknown{"ctl.command-unknown"_L1, "command"_L1};
inline constexpr ErrorCode KindUnknown{"ctl.kind-unknown"_L1, "kind"_L1};
inline constexpr ErrorCode OptionUnknown{"ctl.option-unknown"_L1, "option"_L1};
inline constexpr ErrorCode ParameterUnknown{"ctl.parameter-unknown"_L1, "option command"_L1};
inline constexpr ErrorCode ValueMissing{"ctl.value-missing"_L1, "option"_L1};
inline constexpr ErrorCode ValueNotListed{"ctl.value-not-listed"_L1, "option value values"_L1};
inline constexpr ErrorCode ValueNotNumber{"ctl.value-not-number"_L1, "option value"_L1};
inline constexpr ErrorCode NameMissing{"ctl.name-missing"_L1, "command"_L1};
inline constexpr ErrorCode NameSurplus{"ctl.name-surplus"_L1, "name"_L1};
inline constexpr ErrorCode NameAmbiguous{"ctl.name-ambiguous"_L1, "name candidates"_L1};
/// `server`: its address.
inline constexpr ErrorCode CredentialsMissing{"ctl.credentials-missing"_L1, "server"_L1};
inline constexpr ErrorCode PlaceSurplus{"ctl.place-surplus"_L1, "option other"_L1};
/// `option`: the one that would name its file.
inline constexpr ErrorCode SecretMissing{"ctl.secret-missing"_L1, "option"_L1};
inline constexpr ErrorCode SecretOnCommandLine{"ctl.secret-on-command-line"_L1, "option"_L1};
inline constexpr ErrorCode FileUnreadable{"ctl.file-unreadable"_L1, "file"_L1};

inline constexpr std::array all{CommandUnknown, KindUnknown,         OptionUnknown,      ParameterUnknown,
                                ValueMissing,   ValueNotListed,      ValueNotNumber,     NameMissing,
                                NameSurplus,    NameAmbiguous,       CredentialsMissing, PlaceSurplus,
                                SecretMissing,  SecretOnCommandLine, FileUnreadable};

} // namespace ctl::errors
