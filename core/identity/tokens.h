// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/sessions.h"

namespace core::identity {

/// An API token as it is kept: all but the token itself.
struct TokenRecord {
    model::TokenInfo info;
    UserId user; ///< null: the principal is of a directory
    QString digest; ///< hexadecimal

    [[nodiscard]] Owner owner() const { return {info.principal, user}; }

    static constexpr auto fields =
        FieldList{field("info", &TokenRecord::info), field("user", &TokenRecord::user),
                  field("digest", &TokenRecord::digest)};
    friend bool operator==(const TokenRecord &, const TokenRecord &) = default;
};

/// The API tokens of one core, found by id and by what is shown. One thread.
class Tokens
{
public:
    void put(TokenRecord record);
    void remove(TokenId id);
    [[nodiscard]] const TokenRecord *find(TokenId id) const;
    /// Also an expired one.
    [[nodiscard]] const TokenRecord *findByDigest(const QByteArray &digest) const;
    void setUsed(TokenId id, Instant when);
    /// Oldest first.
    [[nodiscard]] std::vector<TokenRecord> list() const;

private:
    QHash<TokenId, TokenRecord> m_records;
    QHash<QByteArray, TokenId> m_byDigest;
};

} // namespace core::identity
