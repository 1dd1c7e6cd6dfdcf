// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/libvirtfiles.h"

#include "core/hypervisor/libvirt/files.h"
#include "core/hypervisor/libvirt/filestream.h"
#include "core/hypervisor/libvirt/onlane.h"

namespace core::hypervisor::libvirt {

Task<std::vector<HostFile>> LibvirtFiles::list(QString directory)
{
    return onLane(&m_short, m_link, listFiles, directory);
}

Task<HostFile> LibvirtFiles::stat(QString path)
{
    return onLane(&m_short, m_link, statFile, path);
}

Task<> LibvirtFiles::makeDirectory(QString path)
{
    return onLane(&m_short, m_link, libvirt::makeDirectory, path);
}

Task<> LibvirtFiles::remove(QString path)
{
    return onLane(&m_short, m_link, removeFile, path);
}

Task<QByteArray> LibvirtFiles::read(QString path)
{
    return onLane(&m_short, m_link, readFile, path);
}

Task<> LibvirtFiles::write(QString path, QByteArray content)
{
    return onLane(&m_short, m_link, writeFile, path, content);
}

Task<> LibvirtFiles::createDisk(DiskOrder order)
{
    return onLane(&m_short, m_link, libvirt::createDisk, order);
}

Task<> LibvirtFiles::clone(QString from, DiskOrder to, std::shared_ptr<Transfer> transfer)
{
    return onLane(&m_copies, m_link, cloneFile, from, to, transfer);
}

Task<QByteArray> LibvirtFiles::copy(QString from, QString to, std::shared_ptr<HostFiles> destination,
                                    std::shared_ptr<Transfer> transfer)
{
    const auto *other = dynamic_cast<const LibvirtFiles *>(destination.get());
    if (other == nullptr)
        co_return Error(core::errors::Unsupported, QStringLiteral("the destination is no libvirt host"));
    co_return co_await onLane(&m_copies, m_link, copyFile, from, to, other->m_link, transfer);
}

Task<QByteArray> LibvirtFiles::digest(QString path, std::shared_ptr<Transfer> transfer)
{
    return onLane(&m_copies, m_link, digestFile, path, transfer);
}

} // namespace core::hypervisor::libvirt
