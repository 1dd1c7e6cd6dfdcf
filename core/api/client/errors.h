// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <array>

/// Why a client does not go on with a server.
namespace core::api::client::errors {

using namespace Qt::StringLiterals;

/// Nobody we trust vouches for the server's certificate. Whoever compares the fingerprint may trust this one
/// (Trust::fingerprint).
inline constexpr ErrorCode CertificateUnknown{"trust.certificate-unknown"_L1, "where fingerprint"_L1};
/// It is not the one that was trusted.
inline constexpr ErrorCode CertificateChanged{"trust.certificate-changed"_L1, "where fingerprint known"_L1};

inline constexpr std::array all{CertificateUnknown, CertificateChanged};

} // namespace core::api::client::errors
