// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/hostxml.h"

#include "core/hypervisor/libvirt/xmltree.h"

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

bool hasDomainType(const Element &capabilities, QStringView type)
{
    for (const Element *guest : capabilities.all(u"guest")) {
        for (const Element *arch : guest->all(u"arch")) {
            for (const Element *domain : arch->all(u"domain")) {
                if (domain->attributes.value(u"type"_s) == type)
                    return true;
            }
        }
    }
    return false;
}

model::HypervisorType hypervisorType(const Element &capabilities, const QString &driver)
{
    const QString name = driver.toLower();
    if (name == "test"_L1)
        return model::HypervisorType::Simulated;
    if (name == "xen"_L1 || name == "esx"_L1 || name == "hyper-v"_L1 || name == "ch"_L1)
        return model::HypervisorType::Type1;
    if (name == "vbox"_L1 || name == "vmware"_L1)
        return model::HypervisorType::Type2;
    if (hasDomainType(capabilities, u"kvm"))
        return model::HypervisorType::Type1;
    return hasDomainType(capabilities, u"qemu") ? model::HypervisorType::Emulation
                                                : model::HypervisorType::Unknown;
}

/// The entry of an SMBIOS block. Makers leave placeholders that say nothing.
QString entry(const Element &sysinfo, QStringView block, const QString &name)
{
    const Element *element = sysinfo.at(block);
    if (!element)
        return {};
    for (const Element *each : element->all(u"entry")) {
        if (each->attributes.value(u"name"_s) != name)
            continue;
        const QString value = each->text.trimmed();
        const bool isPlaceholder = value.compare("Not Specified"_L1, Qt::CaseInsensitive) == 0
            || value.startsWith("To Be Filled"_L1, Qt::CaseInsensitive) || value == "None"_L1;
        return isPlaceholder ? QString() : value;
    }
    return {};
}

Result<Element> parseAs(const QByteArray &xml, QLatin1StringView root)
{
    auto element = parseXml(xml);
    if (element && element->name != root)
        return core::errors::invalidArgument(u"xml"_s, root + u" expected"_s);
    return element;
}

} // namespace

Result<model::Host> parseCapabilities(const QByteArray &xml, const QString &driver)
{
    const auto capabilities = parseAs(xml, "capabilities"_L1);
    if (!capabilities)
        return capabilities.error();
    model::Host host;
    host.id = HostId::fromString(capabilities->textAt(u"host/uuid"));
    host.cpuModel = capabilities->textAt(u"host/cpu/model");
    host.hypervisorType = hypervisorType(*capabilities, driver);
    return host;
}

Result<void> addSystemInfo(const QByteArray &xml, model::Host &host)
{
    const auto sysinfo = parseAs(xml, "sysinfo"_L1);
    if (!sysinfo)
        return sysinfo.error();
    host.vendor = entry(*sysinfo, u"system", u"manufacturer"_s);
    host.model = entry(*sysinfo, u"system", u"product"_s);
    if (const QString processor = entry(*sysinfo, u"processor", u"version"_s); !processor.isEmpty())
        host.cpuModel = processor;
    return {};
}

Result<model::Datastore> parsePool(const QByteArray &xml)
{
    const auto pool = parseAs(xml, "pool"_L1);
    if (!pool)
        return pool.error();
    model::Datastore datastore;
    datastore.name = pool->textAt(u"name");
    datastore.type = pool->attributes.value(u"type"_s);
    datastore.path = pool->textAt(u"target/path");
    datastore.capacity = Bytes(sizeInBytes(pool->at(u"capacity"), u"bytes"_s));
    datastore.free = Bytes(sizeInBytes(pool->at(u"available"), u"bytes"_s));
    return datastore;
}

Result<model::Network> parseNetwork(const QByteArray &xml)
{
    const auto description = parseAs(xml, "network"_L1);
    if (!description)
        return description.error();
    model::Network network;
    network.name = description->textAt(u"name");
    network.bridge = description->attributeAt(u"bridge", u"name"_s);
    const Element *forward = description->at(u"forward");
    network.type = forward ? forward->attributes.value(u"mode"_s, u"nat"_s) : u"isolated"_s;
    return network;
}

} // namespace core::hypervisor::libvirt
