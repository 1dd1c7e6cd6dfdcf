// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/libvirt.h"

#include "core/lab/errors.h"

#include <QFile>
#include <QThread>
#include <QXmlStreamReader>

#include <libvirt/libvirt-qemu.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <csignal>
#include <cstdlib>
#include <mutex>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

template <auto Free>
struct Release {
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using ConnectPtr = std::unique_ptr<virConnect, Release<virConnectClose>>;
using DomainPtr = std::unique_ptr<virDomain, Release<virDomainFree>>;
using PoolPtr = std::unique_ptr<virStoragePool, Release<virStoragePoolFree>>;
using NetworkPtr = std::unique_ptr<virNetwork, Release<virNetworkFree>>;
using Text = std::unique_ptr<char, Release<std::free>>;

Error lastError(const ErrorCode &code, const QString &parameter, const QString &name)
{
    return Error(code, QJsonObject{{parameter, name}}, QString::fromUtf8(virGetLastErrorMessage()));
}

Error hostError(const QString &what)
{
    return lastError(errors::HostFailed, u"host"_s, what);
}

/// Errors come back as values: without a handler libvirt prints them too, and writing to a daemon that went away would
/// end the process (a relay closes at once while its daemon does not listen yet). A handler of the program's stays.
void silence()
{
    static std::once_flag once;
    std::call_once(once, [] {
        virInitialize();
        struct sigaction pipe {};
        if (::sigaction(SIGPIPE, nullptr, &pipe) == 0 && pipe.sa_handler == SIG_DFL)
            ::signal(SIGPIPE, SIG_IGN);
        virSetErrorFunc(nullptr, [](void *, virErrorPtr) {});
    });
}

} // namespace

QString xmlText(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\'', u"&apos;"_s);
}

struct HostConnection::Handle {
    ConnectPtr connection;
    QString uri;
};

HostConnection::HostConnection(std::unique_ptr<Handle> handle) : m_handle(std::move(handle)) {}
HostConnection::HostConnection(HostConnection &&) noexcept = default;
HostConnection &HostConnection::operator=(HostConnection &&) noexcept = default;
HostConnection::~HostConnection() = default;

Result<HostConnection> HostConnection::open(const QString &uri, std::chrono::milliseconds patience)
{
    silence();
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        ConnectPtr connection(virConnectOpen(uri.toUtf8().constData()));
        if (connection) {
            auto handle = std::make_unique<Handle>();
            handle->connection = std::move(connection);
            handle->uri = uri;
            return HostConnection(std::move(handle));
        }
        if (std::chrono::steady_clock::now() > deadline)
            return hostError(uri);
        QThread::msleep(50);
    }
}

Result<QStringList> HostConnection::cpuModels() const
{
    const Text xml(
        virConnectGetDomainCapabilities(m_handle->connection.get(), nullptr, nullptr, nullptr, "qemu", 0));
    if (!xml)
        return hostError(m_handle->uri);
    QStringList models;
    QXmlStreamReader reader(QByteArray(xml.get()));
    while (!reader.atEnd()) {
        if (reader.readNextStartElement() && reader.name() == "model"_L1
            && reader.attributes().value("usable"_L1) == "yes"_L1)
            models += reader.readElementText();
    }
    return models;
}

Result<int> HostConnection::cpuMhz() const
{
    virNodeInfo info{};
    if (virNodeGetInfo(m_handle->connection.get(), &info) != 0)
        return hostError(m_handle->uri);
    return static_cast<int>(info.mhz);
}

Result<void> HostConnection::ensurePool(const QString &name, const QString &path) const
{
    PoolPtr pool(virStoragePoolLookupByName(m_handle->connection.get(), name.toUtf8().constData()));
    if (!pool) {
        const QString xml = u"<pool type='dir'><name>%1</name><target><path>%2</path></target></pool>"_s.arg(
            name, xmlText(path));
        pool.reset(virStoragePoolDefineXML(m_handle->connection.get(), xml.toUtf8().constData(), 0));
    }
    if (!pool || virStoragePoolSetAutostart(pool.get(), 1) != 0)
        return hostError(name);
    if (virStoragePoolIsActive(pool.get()) != 1 && virStoragePoolCreate(pool.get(), 0) != 0)
        return hostError(name);
    return {};
}

Result<void> HostConnection::ensureNetwork(const QString &name, const QString &bridge) const
{
    NetworkPtr network(virNetworkLookupByName(m_handle->connection.get(), name.toUtf8().constData()));
    if (!network) {
        const QString xml =
            u"<network><name>%1</name><forward mode='bridge'/><bridge name='%2'/></network>"_s.arg(name,
                                                                                                   bridge);
        network.reset(virNetworkDefineXML(m_handle->connection.get(), xml.toUtf8().constData()));
    }
    if (!network || virNetworkSetAutostart(network.get(), 1) != 0)
        return hostError(name);
    if (virNetworkIsActive(network.get()) != 1 && virNetworkCreate(network.get()) != 0)
        return hostError(name);
    return {};
}

bool HostConnection::hasGuest(const QString &uuid) const
{
    return DomainPtr(virDomainLookupByUUIDString(m_handle->connection.get(), uuid.toUtf8().constData()))
        != nullptr;
}

Result<QByteArray> HostConnection::define(const QByteArray &xml) const
{
    const DomainPtr domain(virDomainDefineXMLFlags(m_handle->connection.get(), xml.constData(), 0));
    if (!domain)
        return hostError(m_handle->uri);
    const Text completed(virDomainGetXMLDesc(domain.get(), VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_SECURE));
    if (!completed)
        return hostError(m_handle->uri);
    return QByteArray(completed.get());
}

Result<void> HostConnection::start(const QString &uuid) const
{
    const DomainPtr domain(
        virDomainLookupByUUIDString(m_handle->connection.get(), uuid.toUtf8().constData()));
    if (!domain || (virDomainIsActive(domain.get()) != 1 && virDomainCreate(domain.get()) != 0))
        return lastError(errors::GuestFailed, u"guest"_s, uuid);
    return {};
}

Result<void> HostConnection::resumeAfterDiskErrors() const
{
    virDomainPtr *list = nullptr;
    const int count =
        virConnectListAllDomains(m_handle->connection.get(), &list, VIR_CONNECT_LIST_DOMAINS_PAUSED);
    if (count < 0)
        return hostError(m_handle->uri);
    Result<void> result;
    for (int i = 0; i < count; ++i) {
        const DomainPtr domain(list[i]);
        int state = 0;
        int reason = 0;
        if (virDomainGetState(domain.get(), &state, &reason, 0) == 0 && reason == VIR_DOMAIN_PAUSED_IOERROR
            && virDomainResume(domain.get()) != 0)
            result =
                lastError(errors::GuestFailed, u"guest"_s, QString::fromUtf8(virDomainGetName(domain.get())));
    }
    std::free(list);
    return result;
}

Result<QByteArray> HostConnection::askAgent(const QString &uuid, const QByteArray &command, int seconds) const
{
    const DomainPtr domain(
        virDomainLookupByUUIDString(m_handle->connection.get(), uuid.toUtf8().constData()));
    const Text reply(domain ? virDomainQemuAgentCommand(domain.get(), command.constData(), seconds, 0)
                            : nullptr);
    if (!reply)
        return lastError(errors::GuestFailed, u"guest"_s, uuid);
    return QByteArray(reply.get());
}

} // namespace core::lab
