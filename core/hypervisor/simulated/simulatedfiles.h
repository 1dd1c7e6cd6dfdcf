// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hypervisor/hostfiles.h"
#include "core/hypervisor/simulated/link.h"

namespace core::hypervisor {

/// The files of one host of a simulated world.
class SimulatedFiles : public HostFiles
{
public:
    explicit SimulatedFiles(std::shared_ptr<Link> link) : m_link(std::move(link)) {}

    Task<std::vector<HostFile>> list(QString directory) override;
    Task<HostFile> stat(QString path) override;
    Task<> makeDirectory(QString path) override;
    Task<> remove(QString path) override;
    Task<QByteArray> read(QString path) override;
    Task<> write(QString path, QByteArray content) override;
    Task<> createDisk(DiskOrder order) override;
    Task<> clone(QString from, DiskOrder to, std::shared_ptr<Transfer> transfer) override;
    Task<QByteArray> copy(QString from, QString to, std::shared_ptr<HostFiles> destination,
                          std::shared_ptr<Transfer> transfer) override;
    Task<QByteArray> digest(QString path, std::shared_ptr<Transfer> transfer) override;

private:
    std::shared_ptr<Link> m_link;
};

} // namespace core::hypervisor
