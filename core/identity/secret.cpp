// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/secret.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace core::identity {

QByteArray newSecret()
{
    QByteArray random(32, Qt::Uninitialized);
    randombytes_buf(random.data(), static_cast<size_t>(random.size()));
    return random.toHex();
}

QByteArray digestOf(const QByteArray &secret)
{
    return QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
}

} // namespace core::identity
