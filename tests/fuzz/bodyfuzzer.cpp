// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a request: what is accepted is accepted again as it is written.
#include "core/api/server/body.h"

#include <QJsonDocument>

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto body = core::api::server::readBody(text);
    if (body && !text.isEmpty()) {
        const auto again = core::api::server::readBody(QJsonDocument(*body).toJson(QJsonDocument::Compact));
        if (!again || *again != *body)
            std::abort();
    }
    return 0;
}
