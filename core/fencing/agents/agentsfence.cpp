// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fencing/agents/agentsfence.h"

#include <QProcess>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::fencing {

namespace {

constexpr auto patience = 20s;

/// What the programs' exit codes mean: after `status` 0 is on and 2 is off; after `off` 0 says that it was accepted.
ha::PowerState stateOf(ha::PowerOrder order, int exitCode)
{
    switch (order) {
    case ha::PowerOrder::Off: return exitCode == 0 ? ha::PowerState::Off : ha::PowerState::Unknown;
    case ha::PowerOrder::Read:
        return exitCode == 0 ? ha::PowerState::On
            : exitCode == 2  ? ha::PowerState::Off
                             : ha::PowerState::Unknown;
    }
    return ha::PowerState::Unknown;
}

QByteArray inputFor(const FenceDevice &device, ha::PowerOrder order)
{
    QString text = order == ha::PowerOrder::Off ? u"action=off\n"_s : u"action=status\n"_s;
    for (const auto &[name, value] : device.options) {
        if (!name.contains(u'\n') && !value.contains(u'\n') && name != u"action")
            text += name + u'=' + value + u'\n';
    }
    return text.toUtf8();
}

} // namespace

AgentsFence::AgentsFence(std::vector<FenceDevice> devices, Receiver receiver)
    : m_devices(std::move(devices)),
      m_receiver(std::move(receiver))
{}

AgentsFence::~AgentsFence()
{
    for (auto &[host, process] : m_running) {
        process->disconnect(this);
        process->kill();
        process->waitForFinished(1000);
    }
}

void AgentsFence::order(ha::OrderPower order)
{
    const FenceDevice device =
        ha::at(order.host) < m_devices.size() ? m_devices[ha::at(order.host)] : FenceDevice{};
    if (device.program.isEmpty())
        return m_receiver(ha::PowerAnswer{order.host, order.order, ha::PowerState::Unknown});
    if (m_running.contains(order.host))
        return;
    auto process = std::make_unique<QProcess>();
    QProcess *running = process.get();
    m_running.emplace(order.host, std::move(process));
    running->setStandardOutputFile(QProcess::nullDevice());
    running->setStandardErrorFile(QProcess::nullDevice());
    connect(running, &QProcess::finished, this, [this, order](int code, QProcess::ExitStatus status) {
        answer(order, status == QProcess::NormalExit ? stateOf(order.order, code) : ha::PowerState::Unknown);
    });
    connect(running, &QProcess::errorOccurred, this, [this, order](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            answer(order, ha::PowerState::Unknown);
    });
    QTimer::singleShot(patience, running, &QProcess::kill); // a device that does not answer proves nothing
    running->start(device.program, {});
    running->write(inputFor(device, order.order));
    running->closeWriteChannel();
}

void AgentsFence::answer(ha::OrderPower order, ha::PowerState state)
{
    const auto found = m_running.find(order.host);
    if (found == m_running.end())
        return;
    found->second.release()->deleteLater(); // we are called by it
    m_running.erase(found);
    m_receiver(ha::PowerAnswer{order.host, order.order, state});
}

} // namespace core::fencing
