// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/libvirtconnector.h"

#include "core/async/lane.h"
#include "core/hypervisor/libvirt/libvirthypervisor.h"
#include "core/hypervisor/libvirt/opening.h"

#include <QDir>
#include <QFile>

#include <coroutine>

using namespace Qt::StringLiterals;

namespace core::hypervisor {

using libvirt::Link;

/// One try at opening a host. It goes on when nobody waits for it any more, for libvirt cannot be told to stop.
struct LibvirtConnector::Attempt {
    explicit Attempt(Endpoint wanted) : endpoint(std::move(wanted)) {}

    Endpoint endpoint;
    std::unique_ptr<libvirt::SshMaster> ssh;
    Lane lane{1, Lane::AtEnd::Leave};
    std::optional<Result<std::shared_ptr<Link>>> result;
    std::coroutine_handle<> waiter;
};

/// Waits for an attempt; destroyed before its end, it leaves the attempt to the next who asks.
class LibvirtConnector::Waiter
{
public:
    explicit Waiter(std::shared_ptr<Attempt> attempt) : m_attempt(std::move(attempt)) {}
    Waiter(const Waiter &) = delete;
    Waiter &operator=(const Waiter &) = delete;
    ~Waiter() { m_attempt->waiter = nullptr; }

    bool await_ready() const noexcept { return m_attempt->result.has_value(); }
    void await_suspend(std::coroutine_handle<> awaiter) const { m_attempt->waiter = awaiter; }
    Result<std::shared_ptr<Link>> await_resume() const
    {
        return *std::exchange(m_attempt->result, std::nullopt);
    }

private:
    std::shared_ptr<Attempt> m_attempt;
};

LibvirtConnector::LibvirtConnector(QString stateDirectory) : m_stateDirectory(std::move(stateDirectory)) {}

LibvirtConnector::~LibvirtConnector() = default;

std::shared_ptr<LibvirtConnector::Attempt> LibvirtConnector::attemptFor(const Endpoint &endpoint)
{
    for (const auto &attempt : m_attempts) {
        const Endpoint &tried = attempt->endpoint;
        const bool isSame =
            tried.uri == endpoint.uri && tried.trust == endpoint.trust && tried.secret == endpoint.secret;
        if (isSame && !attempt->waiter)
            return attempt;
    }
    auto attempt = m_attempts.emplace_back(std::make_shared<Attempt>(endpoint));
    m_scope.spawn(drive(attempt));
    return attempt;
}

Task<std::shared_ptr<Link>> LibvirtConnector::connect(std::shared_ptr<Attempt> attempt)
{
    auto parsed = libvirt::parseAddress(attempt->endpoint.uri);
    if (!parsed)
        co_return parsed.error();
    libvirt::Address address = *parsed;
    if (address.transport == "ssh"_L1) {
        QDir().mkpath(m_stateDirectory);
        QFile::setPermissions(m_stateDirectory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        attempt->ssh = std::make_unique<libvirt::SshMaster>(address, m_stateDirectory + u"/known_hosts"_s);
        const auto started = co_await attempt->ssh->start(attempt->endpoint.trust, attempt->endpoint.secret);
        if (!started)
            co_return started.error();
        address.uri = attempt->ssh->uriThroughMaster();
    }
    auto job = [address, endpoint = attempt->endpoint] { return libvirt::openLink(address, endpoint); };
    auto call = attempt->lane.run(std::move(job));
    auto link = co_await call;
    co_return link;
}

Task<> LibvirtConnector::drive(std::shared_ptr<Attempt> attempt)
{
    auto link = co_await connect(attempt);
    attempt->result.emplace(std::move(link));
    m_attempts.remove(attempt);
    // From the loop, not from here: who waited may go on to destroy us.
    auto wake = [attempt] {
        if (attempt->waiter)
            std::exchange(attempt->waiter, nullptr).resume();
    };
    QMetaObject::invokeMethod(&m_home, std::move(wake), Qt::QueuedConnection);
    co_return {};
}

Task<std::unique_ptr<Hypervisor>> LibvirtConnector::open(Endpoint endpoint)
{
    const auto attempt = attemptFor(endpoint);
    Waiter waiter(attempt);
    auto link = co_await waiter;
    if (!link)
        co_return link.error();
    (*link)->capacity = endpoint.capacity; // of this request, whoever began the attempt
    std::unique_ptr<Hypervisor> hypervisor =
        std::make_unique<libvirt::LibvirtHypervisor>(*std::move(link), std::move(attempt->ssh));
    co_return hypervisor;
}

} // namespace core::hypervisor
