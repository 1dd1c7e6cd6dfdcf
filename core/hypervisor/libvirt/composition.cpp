// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/composition.h"

#include "core/hypervisor/libvirt/handles.h"
#include "core/hypervisor/libvirt/hardwarexml.h"
#include "core/hypervisor/libvirt/hostxml.h"
#include "core/hypervisor/libvirt/libvirterror.h"

#include <QXmlStreamWriter>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

constexpr auto machineFamily = "q35";

class Composer
{
public:
    Composer(const VmOrder &order, const Platform &platform)
        : m_order(order),
          m_platform(platform),
          m_isWindows(order.guestOs.startsWith(u"Windows"_s, Qt::CaseInsensitive)),
          m_writer(&m_xml)
    {}

    QByteArray run()
    {
        start(u"domain"_s, {{u"type"_s, m_platform.hasKvm ? u"kvm"_s : u"qemu"_s}});
        m_writer.writeTextElement(u"name"_s, m_order.name);
        m_writer.writeTextElement(u"uuid"_s, m_order.id.toString());
        if (!m_order.notes.isEmpty())
            m_writer.writeTextElement(u"description"_s, m_order.notes);
        start(u"memory"_s, {{u"unit"_s, u"b"_s}});
        m_writer.writeCharacters(QString::number(m_order.memory.count()));
        m_writer.writeEndElement();
        m_writer.writeTextElement(u"vcpu"_s, QString::number(m_order.cpuCount));
        writeSystem();
        writeBehaviour();
        start(u"devices"_s);
        writeDisks();
        writeNetworks();
        writeScreenAndInput();
        writeChannels();
        m_writer.writeEndElement();
        m_writer.writeEndElement();
        return m_xml;
    }

private:
    using Attributes = std::initializer_list<std::pair<QString, QString>>;

    void start(const QString &name, Attributes attributes = {})
    {
        m_writer.writeStartElement(name);
        for (const auto &[key, value] : attributes)
            m_writer.writeAttribute(key, value);
    }

    void empty(const QString &name, Attributes attributes = {})
    {
        start(name, attributes);
        m_writer.writeEndElement();
    }

    void writeSystem()
    {
        start(u"os"_s);
        if (m_order.uefi)
            m_writer.writeAttribute(u"firmware"_s, u"efi"_s);
        start(u"type"_s, {{u"arch"_s, m_platform.architecture}, {u"machine"_s, m_platform.machine}});
        m_writer.writeCharacters(u"hvm"_s);
        m_writer.writeEndElement();
        // An installation disc counts while the hard disk has no system yet.
        empty(u"boot"_s, {{u"dev"_s, u"hd"_s}});
        empty(u"boot"_s, {{u"dev"_s, u"cdrom"_s}});
        empty(u"boot"_s, {{u"dev"_s, u"network"_s}});
        m_writer.writeEndElement();
        start(u"features"_s);
        empty(u"acpi"_s);
        empty(u"apic"_s);
        m_writer.writeEndElement();
        if (m_platform.hasKvm) // emulated ones keep QEMU's plainest: it runs on every host
            empty(u"cpu"_s, {{u"mode"_s, u"host-model"_s}});
    }

    void writeBehaviour()
    {
        empty(u"clock"_s, {{u"offset"_s, m_isWindows ? u"localtime"_s : u"utc"_s}});
        m_writer.writeTextElement(u"on_poweroff"_s, u"destroy"_s);
        m_writer.writeTextElement(u"on_reboot"_s, u"restart"_s);
        m_writer.writeTextElement(u"on_crash"_s, u"destroy"_s);
    }

    void writeDisks()
    {
        const QString bus = m_isWindows ? u"sata"_s : u"virtio"_s;
        char letter = 'a';
        for (const DiskImage &disk : m_order.disks) {
            start(u"disk"_s, {{u"type"_s, u"file"_s}, {u"device"_s, u"disk"_s}});
            empty(u"driver"_s,
                  {{u"name"_s, u"qemu"_s}, {u"type"_s, disk.format}, {u"discard"_s, u"unmap"_s}});
            empty(u"source"_s, {{u"file"_s, disk.path}});
            const QString target = (m_isWindows ? u"sd"_s : u"vd"_s) + QLatin1Char(letter++);
            empty(u"target"_s, {{u"dev"_s, target}, {u"bus"_s, bus}});
            m_writer.writeEndElement();
        }
        start(u"disk"_s, {{u"type"_s, u"file"_s}, {u"device"_s, u"cdrom"_s}});
        empty(u"driver"_s, {{u"name"_s, u"qemu"_s}, {u"type"_s, u"raw"_s}});
        if (!m_order.cdrom.isEmpty()) {
            start(u"source"_s, {{u"file"_s, m_order.cdrom}});
            m_writer.writeAttribute(u"startupPolicy"_s, u"optional"_s); // a disc that is gone stops no start
            m_writer.writeEndElement();
        }
        empty(u"target"_s, {{u"dev"_s, u"sdz"_s}, {u"bus"_s, u"sata"_s}});
        empty(u"readonly"_s);
        m_writer.writeEndElement();
    }

    void writeNetworks()
    {
        for (const QString &network : m_order.networks) {
            start(u"interface"_s, {{u"type"_s, u"network"_s}});
            empty(u"source"_s, {{u"network"_s, network}});
            empty(u"model"_s, {{u"type"_s, m_isWindows ? u"e1000e"_s : u"virtio"_s}});
            m_writer.writeEndElement();
        }
    }

    void writeScreenAndInput()
    {
        start(u"graphics"_s, {{u"type"_s, u"vnc"_s}});
        empty(u"listen"_s, {{u"type"_s, u"socket"_s}});
        m_writer.writeEndElement();
        start(u"video"_s);
        empty(u"model"_s, {{u"type"_s, u"vga"_s}});
        m_writer.writeEndElement();
        empty(u"input"_s,
              {{u"type"_s, u"tablet"_s}, {u"bus"_s, u"usb"_s}}); // the pointer is where the user's is
        empty(u"controller"_s, {{u"type"_s, u"usb"_s}, {u"model"_s, u"qemu-xhci"_s}});
    }

    void writeChannels()
    {
        empty(u"serial"_s, {{u"type"_s, u"pty"_s}});
        start(u"channel"_s, {{u"type"_s, u"unix"_s}}); // for the guest agent, once it is installed
        empty(u"target"_s, {{u"type"_s, u"virtio"_s}, {u"name"_s, u"org.qemu.guest_agent.0"_s}});
        m_writer.writeEndElement();
        start(u"rng"_s, {{u"model"_s, u"virtio"_s}});
        start(u"backend"_s, {{u"model"_s, u"random"_s}});
        m_writer.writeCharacters(u"/dev/urandom"_s);
        m_writer.writeEndElement();
        m_writer.writeEndElement();
    }

    const VmOrder &m_order;
    const Platform &m_platform;
    bool m_isWindows;
    QByteArray m_xml;
    QXmlStreamWriter m_writer;
};

/// What the newest machine of the family is called; empty where this host has none such.
QString newestMachine(virConnectPtr connection, const QString &architecture, const char *type)
{
    const Text xml(virConnectGetDomainCapabilities(connection, nullptr, architecture.toUtf8().constData(),
                                                   machineFamily, type, 0));
    if (!xml)
        return {};
    const auto description = parseXml(QByteArray(xml.get()));
    return description ? description->textAt(u"machine") : QString();
}

} // namespace

QByteArray domainXml(const VmOrder &order, const Platform &platform)
{
    return Composer(order, platform).run();
}

Result<QString> composeVm(Link &link, VmOrder order)
{
    const virConnectPtr connection = link.control->get();
    const Text capabilities(virConnectGetCapabilities(connection));
    if (!capabilities)
        return lastError(link.where);
    const QByteArray xml(capabilities.get());
    const auto host = parseCapabilities(xml, QString::fromUtf8(virConnectGetType(connection)));
    if (!host)
        return host.error();
    const bool isEmulated = link.capacity || host->hypervisorType == model::HypervisorType::Emulation;
    Platform platform{.hasKvm = !isEmulated, .architecture = hostArchitecture(xml), .machine = {}};
    platform.machine = newestMachine(connection, platform.architecture, isEmulated ? "qemu" : "kvm");
    if (platform.machine.isEmpty())
        return Error(core::errors::Unsupported,
                     u"the host offers no machine of the family "_s + QLatin1StringView(machineFamily));
    return QString::fromUtf8(domainXml(order, platform));
}

} // namespace core::hypervisor::libvirt
