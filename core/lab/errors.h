// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

namespace core::lab::errors {

using namespace Qt::StringLiterals;

inline constexpr ErrorCode FaultUnavailable{"lab.fault-unavailable"_L1, "fault"_L1};
inline constexpr ErrorCode NotALab{"lab.not-a-lab"_L1, "directory"_L1};
inline constexpr ErrorCode NotRunning{"lab.not-running"_L1, "directory"_L1};
inline constexpr ErrorCode NotEmpty{"lab.directory-not-empty"_L1, "directory"_L1};
inline constexpr ErrorCode OptionUnavailable{"lab.option-unavailable"_L1, "option"_L1};
inline constexpr ErrorCode ProgramMissing{"lab.program-missing"_L1, "program"_L1};
inline constexpr ErrorCode NamespacesForbidden{"lab.namespaces-forbidden"_L1};
inline constexpr ErrorCode SupervisorFailed{"lab.supervisor-failed"_L1, "log"_L1};
inline constexpr ErrorCode HostFailed{"lab.host-failed"_L1, "host"_L1};
inline constexpr ErrorCode CoreFailed{"lab.core-failed"_L1, "log"_L1};
inline constexpr ErrorCode GuestFailed{"lab.guest-failed"_L1, "guest"_L1};
inline constexpr ErrorCode CommandFailed{"lab.command-failed"_L1, "command"_L1};
inline constexpr ErrorCode FileFailed{"lab.file-failed"_L1, "path"_L1};
inline constexpr ErrorCode SystemCallFailed{"lab.system-call-failed"_L1, "call"_L1};
inline constexpr ErrorCode StillAlive{"lab.still-alive"_L1, "pid"_L1};

inline constexpr std::array all{FaultUnavailable,  NotALab,          NotRunning,          NotEmpty,
                                OptionUnavailable, ProgramMissing,   NamespacesForbidden, SupervisorFailed,
                                HostFailed,        CoreFailed,       GuestFailed,         CommandFailed,
                                FileFailed,        SystemCallFailed, StillAlive};

} // namespace core::lab::errors
