// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/location.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace core::persistence {

namespace {

Error notAnAddress(const QString &why)
{
    return core::errors::invalidArgument(u"database"_s, why);
}

std::optional<Error> takeOption(Location &location, const QString &key, const QString &value)
{
    if (key == u"host"_s)
        location.host = value;
    else if (key == u"port"_s)
        location.port = value.toInt();
    else if (key == u"user"_s)
        location.user = value;
    else if (key == u"dbname"_s)
        location.name = value;
    else if (key == u"sslrootcert"_s)
        location.certificates = value;
    else if (key != u"sslmode"_s || value != u"verify-full"_s) // the one mode there is
        return notAnAddress(key);
    return std::nullopt;
}

Result<Location> parsePostgres(const QUrl &url)
{
    Location location{.engine = DatabaseEngine::Postgresql,
                      .host = url.host(),
                      .port = url.port(5432),
                      .name = url.path(QUrl::FullyDecoded).mid(1),
                      .user = url.userName(QUrl::FullyDecoded),
                      .password = url.password(QUrl::FullyDecoded),
                      .certificates = u"/etc/ssl/certs/ca-certificates.crt"_s, // Debian's ca-certificates
                      .shown = url.toString(QUrl::RemovePassword)};
    for (const auto &[key, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (auto wrong = takeOption(location, key, value))
            return *std::move(wrong);
    }
    if (location.host.isEmpty() || location.name.isEmpty() || location.port < 1 || location.port > 65535)
        return notAnAddress(u"host, port or name of the database"_s);
    return location;
}

} // namespace

Result<Location> parseLocation(const QString &url)
{
    if (url.startsWith(u"sqlite:"_s)) {
        const QString path = url.mid(7);
        if (path.isEmpty())
            return notAnAddress(u"no file"_s);
        return Location{.path = path, .shown = path};
    }
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || (parsed.scheme() != u"postgresql"_s && parsed.scheme() != u"postgres"_s))
        return notAnAddress(u"sqlite:FILE or postgresql://… expected"_s);
    return parsePostgres(parsed);
}

} // namespace core::persistence
