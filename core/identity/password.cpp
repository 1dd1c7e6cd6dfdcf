// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/password.h"

#include "core/identity/errors.h"

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace core::identity {

namespace {

constexpr qsizetype fewestCharacters = 8;
constexpr qsizetype mostBytes = 1024;

/// The bytes that are hashed: however the keyboard composed an accent. Wiped when done with.
class Bytes
{
public:
    explicit Bytes(const QString &password)
        : m_bytes(password.normalized(QString::NormalizationForm_C).toUtf8())
    {}
    Bytes(const Bytes &) = delete;
    Bytes &operator=(const Bytes &) = delete;
    ~Bytes() { sodium_memzero(m_bytes.data(), static_cast<size_t>(m_bytes.size())); }

    [[nodiscard]] const char *data() const { return m_bytes.constData(); }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }

private:
    QByteArray m_bytes;
};

Error weak(const QString &reason)
{
    return Error(errors::WeakPassword, QJsonObject{{u"reason"_s, reason}});
}

Result<QByteArray> hashNow(const QString &password, const HashCost &cost)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const Bytes bytes(password);
    if (sodium_init() < 0
        || crypto_pwhash_str_alg(text.data(), bytes.data(), static_cast<unsigned long long>(bytes.size()),
                                 cost.passes, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return Error(core::errors::Internal, u"argon2id failed: no memory"_s);
    return QByteArray(text.data());
}

Result<Passwords::Match> matchNow(const QString &password, const QByteArray &hash, const HashCost &cost)
{
    if (hash.isEmpty() || password.size() > mostBytes) {
        const auto spent = hashNow(QString(), cost); // for the time it takes
        if (!spent)
            return spent.error();
        return Passwords::Match();
    }
    const Bytes bytes(password);
    const bool right = sodium_init() >= 0
        && crypto_pwhash_str_verify(hash.constData(), bytes.data(),
                                    static_cast<unsigned long long>(bytes.size()))
            == 0;
    const bool outdated =
        right && crypto_pwhash_str_needs_rehash(hash.constData(), cost.passes, cost.memoryBytes) != 0;
    return Passwords::Match{.right = right, .outdated = outdated};
}

} // namespace

Result<void> checkPassword(const QString &password, const QString &userName)
{
    if (password.toUcs4().size() < fewestCharacters)
        return weak(u"too-short"_s);
    if (Bytes(password).size() > mostBytes)
        return weak(u"too-long"_s);
    if (password.compare(userName, Qt::CaseInsensitive) == 0)
        return weak(u"user-name"_s);
    return {};
}

Task<QByteArray> Passwords::hash(QString password)
{
    auto job = [password = std::move(password), cost = m_cost] { return hashNow(password, cost); };
    auto hashed = co_await m_lane.run(std::move(job));
    co_return hashed;
}

Task<Passwords::Match> Passwords::match(QString password, QByteArray hash)
{
    auto job = [password = std::move(password), hash = std::move(hash), cost = m_cost] {
        return matchNow(password, hash, cost);
    };
    auto matched = co_await m_lane.run(std::move(job));
    co_return matched;
}

} // namespace core::identity
