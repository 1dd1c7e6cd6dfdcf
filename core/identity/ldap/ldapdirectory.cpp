// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/ldap/ldapdirectory.h"

#include "core/async/deadline.h"
#include "core/identity/errors.h"
#include "core/identity/ldap/connection.h"
#include "core/identity/ldap/escape.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace core::identity::ldap {

namespace {

using SettingsPtr = std::shared_ptr<const Settings>;

constexpr int mostGroups = 1000; ///< of one user, and of one answer
constexpr qsizetype longestGroupName = 256;
constexpr int disabledAccount = 2; ///< Active Directory's ACCOUNTDISABLE

Error refused(const Settings &settings, const QString &detail)
{
    return Error(errors::DirectoryRefused, QJsonObject{{u"domain"_s, settings.domain}}, detail);
}

/// As the account that may search. That it cannot is the settings' fault, not the user's.
Result<Connection> openForSearch(const SettingsPtr &settings, Cord *cord)
{
    auto connection = Connection::open(settings, cord);
    if (!connection)
        return connection;
    const auto bound = connection->bind(settings->searchUser.toUtf8(), settings->searchPassword);
    if (!bound && bound.error().is(errors::BadCredentials))
        return refused(*settings, u"the search account: "_s + bound.error().detail);
    if (!bound)
        return bound.error();
    return connection;
}

/// Nobody, when several have the name.
Result<std::optional<Entry>> findUser(Connection &connection, const Settings &settings, const QString &name)
{
    const QByteArray filter = '(' + settings.nameAttribute.toUtf8() + '=' + escaped(name) + ')';
    auto found =
        connection.search(settings.userBase, filter, settings.nameAttribute, settings.fullNameAttribute, 2);
    if (!found)
        return found.error();
    if (found->size() != 1 || (found->front().accountControl.toInt() & disabledAccount) != 0)
        return std::optional<Entry>();
    return std::optional(found->front());
}

/// His groups, the groups of those, and so on; circles end.
Result<std::vector<QString>> groupsOf(Connection &connection, const Settings &settings,
                                      const QByteArray &user)
{
    std::vector<QString> names;
    std::vector<QByteArray> waiting{user};
    std::set<QByteArray> seen{user};
    while (!settings.groupBase.isEmpty() && !waiting.empty()) {
        const QString member = QString::fromUtf8(waiting.back());
        waiting.pop_back();
        const QByteArray filter = '(' + settings.memberAttribute.toUtf8() + '=' + escaped(member) + ')';
        auto found =
            connection.search(settings.groupBase, filter, settings.groupNameAttribute, QString(), mostGroups);
        if (!found)
            return found.error();
        for (const Entry &each : *found) {
            if (!seen.insert(each.dn).second)
                continue;
            if (seen.size() > mostGroups)
                return refused(
                    settings, u"%1 is in more than %2 groups"_s.arg(QString::fromUtf8(user)).arg(mostGroups));
            waiting.push_back(each.dn);
            if (!each.name.isEmpty() && each.name.size() <= longestGroupName)
                names.push_back(each.name);
        }
    }
    std::ranges::sort(names);
    const auto repeated = std::ranges::unique(names);
    names.erase(repeated.begin(), repeated.end());
    return names;
}

/// Blocks. An unknown user costs as many questions as a wrong password: a bind that cannot succeed.
Result<DirectoryUser> askNow(const SettingsPtr &settings, const QString &name, const QString &password,
                             bool isSignIn, Cord *cord)
{
    auto search = openForSearch(settings, cord);
    if (!search)
        return search.error();
    const auto user = findUser(*search, *settings, name);
    if (!user)
        return user.error();
    if (!*user && !isSignIn)
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, name}});
    if (isSignIn) {
        auto own = Connection::open(settings, cord);
        if (!own)
            return own.error();
        const QByteArray nobody =
            settings->nameAttribute.toUtf8() + '=' + escaped(name) + ',' + settings->userBase.toUtf8();
        const auto bound = own->bind(*user ? (*user)->dn : nobody, password);
        if (!*user) // whatever a server says to that
            return Error(errors::BadCredentials);
        if (!bound)
            return bound.error();
    }
    auto groups = groupsOf(*search, *settings, (*user)->dn);
    if (!groups)
        return groups.error();
    return DirectoryUser{.name = (*user)->name, .fullName = (*user)->second, .groups = *std::move(groups)};
}

} // namespace

Result<std::unique_ptr<LdapDirectory>> LdapDirectory::make(Clock &clock, Settings settings)
{
    const auto wrong = [](const QString &name, const QString &reason) {
        return core::errors::invalidArgument(name, reason);
    };
    if (settings.domain.isEmpty())
        return wrong(u"domain"_s, u"a name expected"_s);
    if (!settings.url.startsWith(u"ldaps://") && !settings.url.startsWith(u"ldap://"))
        return wrong(u"url"_s, u"ldaps:// or ldap:// expected"_s);
    if (settings.url.contains(u' ') || settings.url.contains(u','))
        return wrong(u"url"_s, u"one server expected"_s);
    if (settings.userBase.isEmpty())
        return wrong(u"userBase"_s, u"a distinguished name expected"_s);
    if (settings.searchUser.isEmpty() || settings.searchPassword.isEmpty())
        return wrong(u"searchUser"_s, u"an account with a password expected"_s);
    return std::unique_ptr<LdapDirectory>(new LdapDirectory(clock, std::move(settings)));
}

Task<DirectoryUser> LdapDirectory::authenticate(QString name, QString password)
{
    if (name.isEmpty() || password.isEmpty() || name.contains(QChar(u'\0'))
        || password.contains(QChar(u'\0')))
        co_return Error(errors::BadCredentials); // before anybody is asked
    auto asked = co_await askInTime(std::move(name), std::move(password), true);
    co_return asked;
}

Task<DirectoryUser> LdapDirectory::find(QString name)
{
    auto asked = co_await askInTime(std::move(name), QString(), false);
    co_return asked;
}

Task<DirectoryUser> LdapDirectory::askInTime(QString name, QString password, bool isSignIn)
{
    const auto cord = std::make_shared<Cord>();
    auto asked = co_await withDeadline(ask(name, password, isSignIn, cord), &m_clock, m_settings->deadline);
    if (asked || !asked.error().is(core::errors::Timeout))
        co_return asked;
    cord->cut();
    co_return Error(errors::DirectoryUnreachable, QJsonObject{{u"domain"_s, domain()}},
                    u"no answer in time"_s);
}

Task<DirectoryUser> LdapDirectory::ask(QString name, QString password, bool isSignIn,
                                       std::shared_ptr<Cord> cord)
{
    auto job = [settings = m_settings, name = std::move(name), password = std::move(password), isSignIn,
                cord] { return askNow(settings, name, password, isSignIn, cord.get()); };
    auto asked = co_await m_lane.run(std::move(job));
    co_return asked;
}

} // namespace core::identity::ldap
