// SPDX-License-Identifier: GPL-3.0-or-later
// The query of an address: what is accepted keeps its limits.
#include "core/api/schema/lists.h"
#include "core/api/schema/queries.h"
#include "core/api/schema/taskquery.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QUrlQuery query(
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    static const QStringList members{QStringLiteral("name"), QStringLiteral("state")};
    const auto list = core::api::schema::readListQuery(query, members, members, true);
    if (list && (list->limit < 1 || list->limit > 1000))
        std::abort();
    const auto series = core::api::schema::readPerformanceQuery(query);
    if (series && (series->objects.empty() || series->objects.size() > 200))
        std::abort();
    const auto events = core::api::schema::readEventQuery(query);
    if (events && (events->limit < 1 || events->limit > 1000))
        std::abort();
    const auto tasks = core::api::schema::readTaskQuery(query);
    if (tasks && tasks->user.size() > 200)
        std::abort();
    return 0;
}
