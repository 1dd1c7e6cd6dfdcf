// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/connection.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString wordOf(Connection::Kind kind)
{
    switch (kind) {
    case Connection::Kind::Embedded: return u"embedded"_s;
    case Connection::Kind::SingleHost: return u"host"_s;
    case Connection::Kind::Server: return u"server"_s;
    case Connection::Kind::Simulated: return u"simulated"_s;
    }
    Q_UNREACHABLE();
}

Connection::Kind kindOf(const QString &word)
{
    if (word == u"host")
        return Connection::Kind::SingleHost;
    if (word == u"server")
        return Connection::Kind::Server;
    return word == u"simulated" ? Connection::Kind::Simulated : Connection::Kind::Embedded;
}

void store(const QList<Connection> &connections)
{
    QSettings settings;
    settings.beginWriteArray(u"connections"_s, static_cast<int>(connections.size()));
    for (int i = 0; i < connections.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"kind"_s, wordOf(connections[i].kind));
        settings.setValue(u"target"_s, connections[i].target);
        settings.setValue(u"name"_s, connections[i].name);
        settings.setValue(u"lastUsed"_s, connections[i].lastUsed);
        settings.setValue(u"user"_s, connections[i].user);
    }
    settings.endArray();
}

} // namespace

QString Connection::label() const
{
    if (!name.isEmpty())
        return name;
    switch (kind) {
    case Kind::Embedded:
        return target.isEmpty() ? QCoreApplication::translate("views::Connection", "Embedded core") : target;
    case Kind::SingleHost: return target;
    case Kind::Server: return QUrl(target).authority();
    case Kind::Simulated:
        return QCoreApplication::translate("views::Connection", "Simulated datacenter %1").arg(target);
    }
    Q_UNREACHABLE();
}

QString Connection::placesKey() const
{
    const QByteArray where =
        (wordOf(kind) + u' ' + target).toUtf8(); // a URI or path is no key for the settings
    const QByteArray hash = QCryptographicHash::hash(where, QCryptographicHash::Sha256).toHex().first(16);
    return u"places/"_s + QString::fromLatin1(hash);
}

QUrl serverUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains(u"://"_s) ? trimmed : u"https://"_s + trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"https" || url.host().isEmpty())
        return {};
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

QList<Connection> SavedConnections::all()
{
    QSettings settings;
    QList<Connection> connections;
    const int count = settings.beginReadArray(u"connections"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        connections.append({.kind = kindOf(settings.value(u"kind"_s).toString()),
                            .target = settings.value(u"target"_s).toString(),
                            .name = settings.value(u"name"_s).toString(),
                            .lastUsed = settings.value(u"lastUsed"_s).toDateTime(),
                            .user = settings.value(u"user"_s).toString()});
    }
    settings.endArray();
    std::ranges::stable_sort(connections, std::greater<>(), &Connection::lastUsed);
    return connections;
}

void SavedConnections::remember(const Connection &connection)
{
    QList<Connection> connections = all();
    Connection added = connection;
    added.lastUsed = QDateTime::currentDateTimeUtc();
    for (const Connection &each : std::as_const(connections)) {
        if (each.isSameTarget(added) && added.name.isEmpty())
            added.name = each.name;
    }
    connections.removeIf([&](const Connection &each) { return each.isSameTarget(added); });
    connections.prepend(added);
    store(connections.mid(0, limit));
}

void SavedConnections::forget(const Connection &connection)
{
    QList<Connection> connections = all();
    connections.removeIf([&](const Connection &each) { return each.isSameTarget(connection); });
    store(connections);
}

} // namespace views
