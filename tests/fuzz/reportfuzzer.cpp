// SPDX-License-Identifier: GPL-3.0-or-later
// What a host prints of itself: a host may be anybody's.
#include "core/authority/certificate.h"
#include "core/preparation/report.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto report = core::preparation::readReport(
        QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    (void)core::authority::expiryOf(report.serverCertificate);
    return 0;
}
