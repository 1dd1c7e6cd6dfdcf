// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/witness.h"

namespace core::api::server {

Task<> Witness::tell(model::AuditRecord record)
{
    if (m_log == nullptr)
        co_return {};
    record.at = m_clock.now();
    co_return co_await m_log->append(std::move(record));
}

Task<std::vector<model::AuditRecord>> Witness::last(int lines)
{
    if (m_log == nullptr)
        co_return std::vector<model::AuditRecord>();
    co_return co_await m_log->last(lines);
}

} // namespace core::api::server
