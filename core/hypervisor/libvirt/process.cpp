// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/process.h"

namespace core::hypervisor::libvirt {

void ProcessWait::await_suspend(std::coroutine_handle<> awaiter)
{
    const auto resume = [this, awaiter, resumed = std::make_shared<bool>(false)] {
        if (!std::exchange(*resumed, true))
            awaiter.resume();
    };
    QObject::connect(&m_process, &QProcess::finished, &m_context, resume, Qt::QueuedConnection);
    QObject::connect(
        &m_process, &QProcess::errorOccurred, &m_context,
        [resume](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) // the only one after which there is no end
                resume();
        },
        Qt::QueuedConnection);
    if (m_token.isEmpty())
        return;
    const auto read = [this, resume] {
        m_output += m_process.readAllStandardOutput();
        if (!m_found && m_output.contains(m_token)) {
            m_found = true;
            resume();
        }
    };
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_context, read, Qt::QueuedConnection);
}

} // namespace core::hypervisor::libvirt
