// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fencing/fence.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <vector>

class QProcess;

namespace core::fencing {

/// A device that a program of fence-agents serves.
struct FenceDevice {
    QString program; ///< `/usr/sbin/fence_ipmilan`; empty: the host has none
    std::map<QString, QString> options; ///< as the program names them: ip, username, password, plug
};

/// Fencing by the programs of fence-agents: options on standard input, so that secrets are on no command line; the end
/// of the program is the answer. One at a time for each host; what is asked meanwhile is dropped.
class AgentsFence : public QObject, public Fence
{
    Q_OBJECT

public:
    /// @param devices by host
    AgentsFence(std::vector<FenceDevice> devices, Receiver receiver);
    ~AgentsFence() override;

    void order(ha::OrderPower order) override;

private:
    void answer(ha::OrderPower order, ha::PowerState state);

    std::vector<FenceDevice> m_devices;
    Receiver m_receiver;
    std::map<ha::HostRef, std::unique_ptr<QProcess>> m_running;
};

} // namespace core::fencing
