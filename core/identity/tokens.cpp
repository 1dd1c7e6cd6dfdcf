// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/tokens.h"

#include <algorithm>

namespace core::identity {

void Tokens::put(TokenRecord record)
{
    m_byDigest.insert(QByteArray::fromHex(record.digest.toLatin1()), record.info.id);
    m_records.insert(record.info.id, std::move(record));
}

void Tokens::remove(TokenId id)
{
    m_records.remove(id);
    m_byDigest.removeIf([id](QHash<QByteArray, TokenId>::iterator each) { return each.value() == id; });
}

const TokenRecord *Tokens::find(TokenId id) const
{
    const auto found = m_records.constFind(id);
    return found == m_records.constEnd() ? nullptr : &*found;
}

const TokenRecord *Tokens::findByDigest(const QByteArray &digest) const
{
    return find(m_byDigest.value(digest));
}

void Tokens::setUsed(TokenId id, Instant when)
{
    const auto found = m_records.find(id);
    if (found != m_records.end())
        found->info.lastUsed = when;
}

std::vector<TokenRecord> Tokens::list() const
{
    std::vector<TokenRecord> all(m_records.cbegin(), m_records.cend());
    std::ranges::sort(all, [](const TokenRecord &a, const TokenRecord &b) {
        return a.info.created != b.info.created ? a.info.created < b.info.created : a.info.id < b.info.id;
    });
    return all;
}

} // namespace core::identity
