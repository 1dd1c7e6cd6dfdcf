// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accounts.h"

#include <QLoggingCategory>

#include <algorithm>

/// Accounts: users who are kept elsewhere.
namespace core::identity {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcDirectory, "vigie.identity.directory")

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

access::Identity identityFrom(const QString &domain, const DirectoryUser &user)
{
    access::Identity identity{.principal = domain + u'\\' + user.name};
    for (const QString &group : user.groups)
        identity.groups.push_back(domain + u'\\' + group);
    std::ranges::sort(identity.groups);
    return identity;
}

Result<void> Accounts::addDirectory(std::unique_ptr<Directory> directory)
{
    const QString domain = directory->domain();
    if (domain.isEmpty() || domain.contains(u'\\') || domain.contains(u'@') || isSame(domain, u"local"_s))
        return core::errors::invalidArgument(u"domain"_s, u"another name expected"_s);
    if (directoryOf(domain) != nullptr)
        return core::errors::invalidArgument(u"domain"_s, u"it is taken"_s);
    m_directories.push_back(std::move(directory));
    return {};
}

Directory *Accounts::directoryOf(const QString &domain) const
{
    const auto found = std::ranges::find_if(
        m_directories, [&domain](const auto &each) { return isSame(each->domain(), domain); });
    return found == m_directories.end() ? nullptr : found->get();
}

/// Those who are signed in or have a token: their groups now, and whether they are still there.
Task<> Accounts::refreshDirectories()
{
    while (true) {
        std::vector<QString> wanted;
        for (const Owner &each : m_sessions.owners())
            wanted.push_back(each.principal);
        for (const TokenRecord &each : m_tokens.list())
            wanted.push_back(each.info.principal);
        m_known.removeIf([&wanted](QHash<QString, std::optional<access::Identity>>::iterator each) {
            return std::ranges::find(wanted, each.key()) == wanted.end();
        });
        std::ranges::sort(wanted);
        const auto repeated = std::ranges::unique(wanted);
        wanted.erase(repeated.begin(), repeated.end());
        for (const QString &each : wanted) {
            const auto refreshed = co_await refresh(each);
            if (!refreshed)
                qCWarning(lcDirectory) << "groups stay as they were:" << each << refreshed.error().code;
        }
        co_await sleepFor(&m_clock, m_settings.directoryAge);
    }
}

Task<> Accounts::refresh(QString principal)
{
    Directory *directory = directoryOf(principal.section(u'\\', 0, 0));
    if (directory == nullptr)
        co_return {};
    const auto user = co_await directory->find(principal.section(u'\\', 1));
    if (user) {
        m_known.insert(principal, identityFrom(directory->domain(), *user));
    } else if (user.error().is(core::errors::NotFound)) {
        m_known.insert(principal, std::nullopt);
        endSessionsOf(principal);
    } else if (!user.error().is(core::errors::Unsupported)) {
        co_return user.error();
    }
    co_return {};
}

} // namespace core::identity
