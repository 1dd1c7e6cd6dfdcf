// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/errors.h"

#include <array>

/// What speaks against running a datacenter's VMs on a host, or against migrating them to and from it.
namespace core::preparation::errors {

using namespace Qt::StringLiterals;

inline constexpr ErrorCode LibvirtOld{"preparation.libvirt-old"_L1, "host version needed"_L1};
inline constexpr ErrorCode QemuOld{"preparation.qemu-old"_L1, "host version needed"_L1};
inline constexpr ErrorCode NoKvm{"preparation.no-kvm"_L1, "host"_L1};
inline constexpr ErrorCode NoCertificates{"preparation.no-certificates"_L1, "host"_L1};
/// They are of another authority than the core's: hosts prepared by this core do not trust it.
inline constexpr ErrorCode ForeignCertificates{"preparation.foreign-certificates"_L1, "host"_L1};
inline constexpr ErrorCode CertificateName{"preparation.certificate-name"_L1, "host"_L1};
inline constexpr ErrorCode CertificateExpiring{"preparation.certificate-expiring"_L1, "host days"_L1};
inline constexpr ErrorCode TlsClosed{"preparation.tls-closed"_L1, "host port"_L1};
inline constexpr ErrorCode ClockSkew{"preparation.clock-skew"_L1, "host seconds"_L1};
inline constexpr ErrorCode NameUnresolved{"preparation.name-unresolved"_L1, "host other"_L1};
inline constexpr ErrorCode NoDatastore{"preparation.no-datastore"_L1, "host"_L1};
inline constexpr ErrorCode NothingShared{"preparation.nothing-shared"_L1, "host other"_L1};
inline constexpr ErrorCode OtherCpu{"preparation.other-cpu"_L1, "host other"_L1};
/// There is no shell on it: only what libvirt says is known.
inline constexpr ErrorCode NotExamined{"preparation.not-examined"_L1, "host"_L1};
/// The user that we come in as may not do it, neither by himself nor by sudo.
inline constexpr ErrorCode NotRoot{"preparation.not-root"_L1, "host"_L1};
inline constexpr ErrorCode Failed{"preparation.failed"_L1, "host"_L1};

inline constexpr std::array all{LibvirtOld,
                                QemuOld,
                                NoKvm,
                                NoCertificates,
                                ForeignCertificates,
                                CertificateName,
                                CertificateExpiring,
                                TlsClosed,
                                ClockSkew,
                                NameUnresolved,
                                NoDatastore,
                                NothingShared,
                                OtherCpu,
                                NotExamined,
                                NotRoot,
                                Failed};

} // namespace core::preparation::errors
