// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/gate.h"

#include "core/api/schema/errors.h"
#include "core/api/server/answers.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace core::api::server {

namespace {

std::optional<Response> take(identity::RateLimit &limit, const QString &key)
{
    const auto wait = limit.take(key);
    if (!wait)
        return std::nullopt;
    const auto seconds = std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(*wait).count());
    return problem(Error(refusals::TooManyRequests, QJsonObject{{u"seconds"_s, seconds}}));
}

} // namespace

std::optional<Response> Gate::signIn(const QString &address)
{
    return take(m_signIns, address);
}

std::optional<Response> Gate::stranger(const QString &address)
{
    return take(m_strangers, address);
}

std::optional<Response> Gate::user(const QString &principal)
{
    return take(m_users, principal);
}

} // namespace core::api::server
