// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace core::lab {

/// As it stands in an XML attribute or text, whichever quotes are around it.
[[nodiscard]] QString xmlText(const QString &text);

/// What the lab asks of one host's daemon. Blocks, without a deadline of its own: not for a paused daemon.
/// libvirt's types stay in libvirt.cpp.
class HostConnection
{
public:
    /// Retries until the daemon listens.
    [[nodiscard]] static Result<HostConnection> open(const QString &uri, std::chrono::milliseconds patience);

    HostConnection(HostConnection &&) noexcept;
    HostConnection &operator=(HostConnection &&) noexcept;
    ~HostConnection();

    /// Names of the CPU models that guests may have here; the first call makes a new daemon probe its QEMU.
    [[nodiscard]] Result<QStringList> cpuModels() const;
    /// MHz of one processor of the machine.
    [[nodiscard]] Result<int> cpuMhz() const;
    /// Defines, starts and marks a directory pool for autostart, if it is not there.
    [[nodiscard]] Result<void> ensurePool(const QString &name, const QString &path) const;
    /// Defines and starts a network that is an existing bridge of the host, if it is not there.
    [[nodiscard]] Result<void> ensureNetwork(const QString &name, const QString &bridge) const;
    [[nodiscard]] bool hasGuest(const QString &uuid) const;
    /// The definition as libvirt completed it: what vm.xml holds.
    [[nodiscard]] Result<QByteArray> define(const QByteArray &xml) const;
    [[nodiscard]] Result<void> start(const QString &uuid) const;
    /// Goes on with the guests that QEMU stopped when their disk failed.
    [[nodiscard]] Result<void> resumeAfterDiskErrors() const;
    /// A QEMU guest agent command and its answer.
    [[nodiscard]] Result<QByteArray> askAgent(const QString &uuid, const QByteArray &command,
                                              int seconds) const;

private:
    struct Handle;
    explicit HostConnection(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

} // namespace core::lab
