// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/diskcopy.h"

#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/fileerror.h"
#include "core/hypervisor/libvirt/xmltree.h"

#include <libvirt/virterror.h>

#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

QByteArray diskXml(const DiskPlace &place)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartElement(u"disk"_s);
    writer.writeAttribute(u"type"_s, u"file"_s);
    writer.writeEmptyElement(u"source"_s);
    writer.writeAttribute(u"file"_s, place.path);
    writer.writeEmptyElement(u"driver"_s);
    writer.writeAttribute(u"type"_s, place.format);
    writer.writeEndDocument();
    return xml;
}

Error busy()
{
    return Error(core::errors::Busy, u"the VM's process has not yet answered another request"_s);
}

/// One call about a disk of a VM, in its turn.
template <class Call>
Result<void> onDisk(Link &link, VmId vm, Call call)
{
    const auto domain = findDomain(link, *link.machines, vm);
    if (!domain)
        return domain.error();
    const Turn turn = link.turns.take(vm);
    if (!turn)
        return busy();
    return call(domain->get());
}

Result<void> endJob(Link &link, VmId vm, const QString &disk, unsigned flags)
{
    return onDisk(link, vm, [&](virDomainPtr domain) -> Result<void> {
        if (virDomainBlockJobAbort(domain, disk.toUtf8().constData(), flags) < 0) {
            const Failure failure = lastFailure();
            if (failure.code == VIR_ERR_BLOCK_COPY_ACTIVE) // "not ready for pivot yet"
                return Error(core::errors::Conflict, failure.message);
            return toError(failure, link.where);
        }
        return {};
    });
}

} // namespace

/// The job is lost when the VM is powered off; libvirt wants that said (TRANSIENT). Writes that go to both sides at once
/// let the copy of a busy disk come to an end.
Result<void> startDiskCopy(Link &link, VmId vm, DiskPlace place)
{
    return onDisk(link, vm, [&](virDomainPtr domain) -> Result<void> {
        const unsigned flags = VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB | VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES;
        if (virDomainBlockCopy(domain, place.disk.toUtf8().constData(), diskXml(place).constData(), nullptr,
                               0, flags)
            < 0)
            return fileError(place.path, link.where);
        return {};
    });
}

Result<std::vector<DiskCopy>> readDiskCopies(Link &link, VmId vm)
{
    const auto domain = findDomain(link, *link.machines, vm);
    if (!domain)
        return domain.error();
    const Turn turn = link.turns.take(vm);
    if (!turn)
        return busy();
    const Text xml(virDomainGetXMLDesc(domain->get(), 0));
    if (!xml)
        return lastError(link.where);
    const auto description = parseXml(QByteArray(xml.get()));
    if (!description)
        return description.error();
    std::vector<DiskCopy> copies;
    const Element *devices = description->at(u"devices");
    for (const Element *disk : devices == nullptr ? std::vector<const Element *>() : devices->all(u"disk")) {
        const Element *mirror = disk->at(u"mirror");
        if (mirror == nullptr || mirror->attributes.value(u"job"_s) != "copy"_L1)
            continue;
        DiskCopy copy{.disk = disk->attributeAt(u"target", u"dev"_s),
                      .path = mirror->attributeAt(u"source", u"file"_s),
                      .total = {},
                      .copied = {},
                      .isReady = mirror->attributes.value(u"ready"_s) == "yes"_L1};
        virDomainBlockJobInfo info = {};
        if (virDomainGetBlockJobInfo(domain->get(), copy.disk.toUtf8().constData(), &info, 0) > 0) {
            copy.total = Bytes(static_cast<qint64>(info.end));
            copy.copied = Bytes(static_cast<qint64>(info.cur));
        }
        copies.push_back(std::move(copy));
    }
    return copies;
}

Result<void> switchDisk(Link &link, VmId vm, QString disk)
{
    return endJob(link, vm, disk, VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT);
}

Result<void> endDiskCopy(Link &link, VmId vm, QString disk)
{
    return endJob(link, vm, disk, 0);
}

} // namespace core::hypervisor::libvirt
