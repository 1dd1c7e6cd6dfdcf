// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/domainxml.h"

#include "core/hypervisor/libvirt/hardwarexml.h"
#include "core/hypervisor/libvirt/xmltree.h"

#include <libvirt/libvirt.h>

#include <QUrl>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

/// "http://debian.org/debian/12" is libosinfo's name of "debian 12".
QString guestOs(const Element &domain)
{
    const QString id = domain.attributeAt(u"metadata/libosinfo/os", u"id"_s);
    const QString path = QUrl(id).path();
    return path.isEmpty() ? id : path.split(u'/', Qt::SkipEmptyParts).join(u' ');
}

bool isUefi(const Element &domain)
{
    return domain.attributeAt(u"os", u"firmware"_s) == "efi"_L1
        || domain.attributeAt(u"os/loader", u"type"_s) == "pflash"_L1;
}

/// Where a disk's bytes are: a path, or a URL of what is not on a file system. Empty: an empty drive.
QString diskSource(const Element &disk)
{
    const Element *source = disk.at(u"source");
    if (!source)
        return {};
    const auto &attributes = source->attributes;
    if (attributes.contains(u"protocol"_s)) {
        QString url = attributes.value(u"protocol"_s) + u"://"_s;
        if (const Element *host = source->at(u"host"); host && !host->attributes.value(u"name"_s).isEmpty()) {
            url += host->attributes.value(u"name"_s);
            if (const QString port = host->attributes.value(u"port"_s); !port.isEmpty())
                url += u':' + port;
        }
        return url + u'/' + attributes.value(u"name"_s);
    }
    if (attributes.contains(u"volume"_s))
        return attributes.value(u"pool"_s) + u'/' + attributes.value(u"volume"_s);
    for (const QString &name : {u"file"_s, u"dev"_s, u"dir"_s, u"path"_s}) {
        if (attributes.contains(name))
            return attributes.value(name);
    }
    return {};
}

model::VmDisk toDisk(const Element &disk)
{
    model::VmDisk out;
    out.target = disk.attributeAt(u"target", u"dev"_s);
    out.source = diskSource(disk);
    out.device = disk.attributes.value(u"device"_s, u"disk"_s);
    out.format = disk.attributeAt(u"driver", u"type"_s);
    out.cache = disk.attributeAt(u"driver", u"cache"_s);
    out.traits = diskTraits(disk);
    return out;
}

model::VmNic toNic(const Element &nic)
{
    model::VmNic out;
    out.mac = nic.attributeAt(u"mac", u"address"_s).toLower();
    out.model = nic.attributeAt(u"model", u"type"_s);
    for (const QString &name : {u"network"_s, u"bridge"_s, u"dev"_s}) {
        if (out.source.isEmpty())
            out.source = nic.attributeAt(u"source", name);
    }
    return out;
}

bool isAgentChannel(const Element &channel)
{
    return channel.attributeAt(u"target", u"name"_s) == "org.qemu.guest_agent.0"_L1;
}

model::AgentState agentState(const Element &devices)
{
    for (const Element *channel : devices.all(u"channel")) {
        if (!isAgentChannel(*channel))
            continue;
        const bool connected = channel->attributeAt(u"target", u"state"_s) == "connected"_L1;
        return connected ? model::AgentState::Connected : model::AgentState::NotConnected;
    }
    return model::AgentState::NotInstalled;
}

std::optional<Screen> screenOf(const Element &devices)
{
    unsigned index = 0;
    for (const Element *graphics : devices.all(u"graphics")) {
        if (graphics->attributes.value(u"type"_s) == "vnc"_L1) {
            Screen screen{.index = index, .port = graphics->attributes.value(u"port"_s).toInt()};
            const Element *listen = graphics->at(u"listen");
            screen.socket = listen ? listen->attributes.value(u"socket"_s) : QString();
            if (screen.socket.isEmpty())
                screen.socket = graphics->attributes.value(u"socket"_s);
            screen.address = listen ? listen->attributes.value(u"address"_s) : QString();
            if (screen.address.isEmpty())
                screen.address = graphics->attributes.value(u"listen"_s);
            return screen;
        }
        ++index;
    }
    return std::nullopt;
}

int cpuCount(const Element &domain)
{
    const Element *vcpu = domain.at(u"vcpu");
    if (!vcpu)
        return 1;
    const int now = vcpu->attributes.value(u"current"_s).toInt();
    return now > 0 ? now : std::max(vcpu->text.trimmed().toInt(), 0);
}

Result<Element> parseRoot(const QByteArray &xml)
{
    auto root = parseXml(xml);
    if (root && root->name != "domain"_L1)
        return core::errors::invalidArgument(u"xml"_s, u"a domain expected"_s);
    return root;
}

model::PowerState offState(const DomainState &state)
{
    if (state.managedSave)
        return model::PowerState::Suspended;
    return state.reason == VIR_DOMAIN_SHUTOFF_CRASHED ? model::PowerState::Crashed : model::PowerState::Off;
}

} // namespace

Result<model::Vm> parseDomain(const QByteArray &xml)
{
    const auto domain = parseRoot(xml);
    if (!domain)
        return domain.error();
    model::Vm vm;
    vm.id = VmId::fromString(domain->textAt(u"uuid"));
    const Element *name = domain->at(u"name");
    if (vm.id.isNull() || !name)
        return core::errors::invalidArgument(u"xml"_s, u"a domain without name or UUID"_s);
    vm.name = name->text;
    vm.notes = domain->textAt(u"description");
    vm.cpuCount = cpuCount(*domain);
    vm.memory = Bytes(sizeInBytes(domain->at(u"memory")));
    vm.guestOs = guestOs(*domain);
    vm.architecture = domain->attributeAt(u"os/type", u"arch"_s);
    vm.machine = domain->attributeAt(u"os/type", u"machine"_s);
    vm.uefi = isUefi(*domain);
    vm.hardware = vmHardware(*domain);
    if (const Element *devices = domain->at(u"devices")) {
        vm.agent = agentState(*devices);
        vm.hasScreen = screenOf(*devices).has_value();
        for (const Element *disk : devices->all(u"disk"))
            vm.disks.push_back(toDisk(*disk));
        for (const Element *nic : devices->all(u"interface"))
            vm.nics.push_back(toNic(*nic));
    }
    return vm;
}

model::PowerState powerState(const DomainState &state)
{
    switch (state.state) {
    case VIR_DOMAIN_RUNNING:
    case VIR_DOMAIN_BLOCKED:
    case VIR_DOMAIN_SHUTDOWN: return model::PowerState::Running; // still shutting down
    case VIR_DOMAIN_PMSUSPENDED: return model::PowerState::Paused; // asleep, its memory in place
    case VIR_DOMAIN_PAUSED:
        return state.reason == VIR_DOMAIN_PAUSED_CRASHED ? model::PowerState::Crashed
                                                         : model::PowerState::Paused;
    case VIR_DOMAIN_SHUTOFF: return offState(state);
    case VIR_DOMAIN_CRASHED: return model::PowerState::Crashed;
    default: return model::PowerState::Unknown; // no state, or one of a newer libvirt
    }
}

Result<std::optional<Screen>> parseScreen(const QByteArray &xml)
{
    const auto domain = parseRoot(xml);
    if (!domain)
        return domain.error();
    const Element *devices = domain->at(u"devices");
    return devices ? screenOf(*devices) : std::optional<Screen>();
}

} // namespace core::hypervisor::libvirt
