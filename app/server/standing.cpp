// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/standing.h"

#include "app/server/initial.h"
#include "core/access/access.h"
#include "core/identity/secret.h"
#include "core/persistence/sql/maintenance.h"
#include "core/persistence/sql/sqlstore.h"

#include <QDir>
#include <QFile>
#include <QNetworkInterface>
#include <QSaveFile>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace server {

using namespace core;

namespace {

const auto administratorName = u"administrator"_s;
const auto certificateFile = u"server.crt"_s;
const auto keyFile = u"server.key"_s;
const auto passwordFile = u"initial-password"_s;

Error fileError(const QFileDevice &file)
{
    return errors::invalidArgument(file.fileName(), file.errorString());
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file);
    return file.readAll();
}

Result<void> writePrivately(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        return fileError(file);
    return {};
}

/// By which the server may be called: what its certificate is good for.
QStringList ownNames()
{
    QStringList names{QSysInfo::machineHostName(), u"localhost"_s};
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.scopeId().isEmpty() && !address.isLinkLocal())
            names += address.toString();
    }
    names.removeDuplicates();
    names.removeAll(QString());
    return names;
}

} // namespace

Standing::Standing(Options options) : m_options(std::move(options)), m_directory(m_options.data) {}

Standing::~Standing() = default;

QString Standing::database() const
{
    return m_options.database.isEmpty() ? u"sqlite:"_s + m_directory.filePath(u"vigie.sqlite"_s)
                                        : m_options.database;
}

Result<std::unique_ptr<persistence::Store>> Standing::openStore() const
{
    if (!m_options.restore.isEmpty()) {
        const auto location = persistence::parseLocation(database());
        if (!location)
            return location.error();
        if (const auto restored = persistence::restore(*location, m_options.restore); !restored)
            return restored.error();
    }
    return persistence::open(database());
}

/// The one that was given, or the server's own, made at its first start.
Result<api::server::Certificate> Standing::certificate() const
{
    const bool given = !m_options.tlsCertificate.isEmpty();
    const QString shown = given ? m_options.tlsCertificate : m_directory.filePath(certificateFile);
    const QString secret = given ? m_options.tlsKey : m_directory.filePath(keyFile);
    if (!given && !QFile::exists(secret)) {
        const auto made = api::server::selfSigned(ownNames());
        if (!made)
            return made.error();
        for (const auto &[path, content] : {std::pair(shown, made->certificate),
                                            std::pair(secret, made->key)}) { // the key last: it says "done"
            if (const auto written = writePrivately(path, content); !written)
                return written.error();
        }
    }
    auto certificate = readFile(shown);
    if (!certificate)
        return certificate.error();
    auto key = readFile(secret);
    if (!key)
        return key.error();
    return api::server::Certificate{*std::move(certificate), *std::move(key)};
}

Task<> Standing::start()
{
    const auto locked = m_directory.lock();
    if (!locked)
        co_return locked.error();
    if (!*locked)
        co_return Error(errors::Busy);
    auto store = openStore();
    if (!store)
        co_return store.error();
    Service::Settings settings{.store = *std::move(store),
                               .directory = m_options.data,
                               .hostsDirectory = m_directory.filePath(u"hosts"_s),
                               .auditLog = m_directory.filePath(u"audit.jsonl"_s),
                               .backups = m_directory.filePath(u"backups"_s),
                               .drsDumps = m_directory.filePath(u"drs-dumps"_s),
                               .simulated = m_options.simulated,
                               .changesPerSecond = m_options.changesPerSecond,
                               .loopbackOnly = false};
    m_service = std::make_unique<Service>(std::move(settings));
    auto initial = m_service->world() != nullptr
        ? Result<orchestrator::InitialInventory>(simulatedInventory(m_service->world()->topology()))
        : emptyInventory();
    if (!initial)
        co_return initial.error();
    if (auto started = co_await m_service->start(*std::move(initial)); !started)
        co_return started.error();
    if (auto administered = co_await firstAdministrator(); !administered)
        co_return administered.error();
    co_return openDoor();
}

Result<QString> Standing::firstPassword()
{
    if (!m_options.adminPasswordFile.isEmpty()) {
        const auto given = readFile(m_options.adminPasswordFile);
        if (!given)
            return given.error();
        return QString::fromUtf8(*given).section(u'\n', 0, 0);
    }
    const QByteArray made = identity::newSecret().left(24);
    const QString path = m_directory.filePath(passwordFile);
    if (const auto written = writePrivately(path, made + '\n'); !written)
        return written.error();
    m_greeting += u"administrator's password: %1\n"_s.arg(path);
    return QString::fromLatin1(made);
}

/// A server that nobody may administer is of no use: its first start, or a start after the database was lost.
Task<> Standing::firstAdministrator()
{
    orchestrator::LiveInventory &inventory = m_service->core().inventory();
    if (access::hasAdministrator(inventory.now()))
        co_return {};
    const auto password = firstPassword();
    if (!password)
        co_return password.error();
    model::User user{.id = UserId::random(), .name = administratorName};
    for (const auto &known : inventory.now().all<model::User>()) {
        if (known->name == administratorName)
            user.id = known->id;
    }
    const auto kept = co_await m_service->accounts().setPassword(user, *password);
    if (!kept)
        co_return kept.error();
    inventory.put(user);
    inventory.put(model::Permission{.id = PermissionId(user.id.uuid()),
                                    .principal = principalOf(user),
                                    .role = access::administratorRole()});
    co_return co_await m_service->core().flush();
}

Result<void> Standing::openDoor()
{
    const auto pair = certificate();
    if (!pair)
        return pair.error();
    const auto digest = api::server::fingerprint(pair->certificate);
    if (!digest)
        return digest.error();
    if (const auto expires = api::server::expiry(pair->certificate))
        m_service->core().setCertificateExpiry(*expires);
    const auto port = m_service->listen(m_options.listenAddress, m_options.listenPort, *pair);
    if (!port)
        return port.error();
    const QString host = m_options.listenAddress.contains(u':') ? u'[' + m_options.listenAddress + u']'
                                                                : m_options.listenAddress;
    m_greeting.prepend(
        u"listening: https://%1:%2\ncertificate SHA-256: %3\n"_s.arg(host).arg(*port).arg(*digest));
    return {};
}

Task<> Standing::stop()
{
    if (m_service)
        co_return co_await m_service->stop();
    co_return {};
}

} // namespace server
