// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/secret.h"

#include <sodium.h>

namespace core::api::server {

QByteArray newSecret()
{
    QByteArray random(32, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<size_t>(random.size()));
    return random.toHex();
}

bool sameSecret(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size()
        && sodium_memcmp(a.constData(), b.constData(), static_cast<size_t>(a.size())) == 0;
}

} // namespace core::api::server
