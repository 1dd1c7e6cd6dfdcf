// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of a list: what is accepted means what the search field would find.
#include "core/api/schema/lists.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto filter = core::api::schema::readFilter(text);
    if (filter && filter->terms() != core::model::Query::parse(text).terms())
        std::abort();
    return 0;
}
