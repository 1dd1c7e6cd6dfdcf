// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/lane.h"
#include "core/hypervisor/hostfiles.h"
#include "core/hypervisor/libvirt/link.h"

namespace core::hypervisor::libvirt {

/// The files of a host that libvirt reaches, through its storage volumes. Only of one directory, never of those beneath it, does
/// a pool of libvirt's know; so each call makes, or shares, the one of the directory that it is about.
class LibvirtFiles : public HostFiles
{
public:
    explicit LibvirtFiles(std::shared_ptr<Link> link) : m_link(std::move(link)) {}

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
    Lane m_short{2, Lane::AtEnd::Leave};
    Lane m_copies{2, Lane::AtEnd::Leave}; ///< whole disks: what is asked meanwhile must not wait for them
};

} // namespace core::hypervisor::libvirt
