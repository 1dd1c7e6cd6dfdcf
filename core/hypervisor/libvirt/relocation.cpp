// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/relocation.h"

#include "core/base/errors.h"
#include "core/hypervisor/libvirt/xmltree.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

/// For each disk of the definition, in its order, where it goes; null: it stays.
Result<std::vector<const DiskPlace *>> placesOf(const QByteArray &xml, const Relocation &relocation)
{
    const auto domain = parseXml(xml);
    if (!domain)
        return domain.error();
    std::vector<const DiskPlace *> places;
    const Element *devices = domain->at(u"devices");
    const auto disks = devices == nullptr ? std::vector<const Element *>() : devices->all(u"disk");
    for (const Element *disk : disks) {
        const QString target = disk->attributeAt(u"target", u"dev"_s);
        const auto place = std::ranges::find(relocation.disks, target, &DiskPlace::disk);
        places.push_back(place == relocation.disks.end() ? nullptr : &*place);
    }
    for (const DiskPlace &place : relocation.disks) {
        if (std::ranges::find(places, &place) == places.end())
            return Error(core::errors::NotFound, QJsonObject{{u"what"_s, QString(u"disk "_s + place.disk)}});
    }
    return places;
}

/// Copies a definition token by token, and changes what the files' moving changes.
class Rewriter
{
public:
    Rewriter(const QByteArray &xml, std::vector<const DiskPlace *> places, QString nvram, Zeros zeros)
        : m_reader(xml),
          m_writer(&m_out),
          m_places(std::move(places)),
          m_nvram(std::move(nvram)),
          m_zeros(zeros)
    {}

    Result<QByteArray> run()
    {
        while (m_reader.readNext() != QXmlStreamReader::Invalid && !m_reader.atEnd()) {
            if (m_reader.isStartElement())
                startElement();
            else if (m_reader.isEndElement())
                endElement();
            else if (!m_reader.isStartDocument() && !m_reader.isDTD())
                m_writer.writeCurrentToken(m_reader);
        }
        if (m_reader.hasError())
            return core::errors::invalidArgument(u"xml"_s, m_reader.errorString());
        return m_out;
    }

private:
    void startElement()
    {
        m_path += u'/';
        m_path += m_reader.name();
        if (m_path == "/domain/devices/disk"_L1)
            m_place = m_nextDisk < m_places.size() ? m_places[m_nextDisk++] : nullptr;
        if (m_place != nullptr && m_path == "/domain/devices/disk/backingStore"_L1) {
            m_reader.skipCurrentElement(); // a copy builds upon nothing
            endPath();
        } else if (m_place != nullptr && m_path == "/domain/devices/disk/source"_L1) {
            m_writer.writeEmptyElement(u"source"_s);
            m_writer.writeAttribute(u"file"_s, m_place->path);
            m_reader.skipCurrentElement();
            endPath();
        } else if (m_place != nullptr && m_path == "/domain/devices/disk/driver"_L1) {
            writeDriver();
        } else if (m_place != nullptr && m_path == "/domain/devices/disk"_L1) {
            writeStart(u"type"_s, u"file"_s);
        } else if (!m_nvram.isEmpty() && m_path == "/domain/os/nvram"_L1) {
            m_writer.writeCurrentToken(m_reader);
            m_writer.writeCharacters(m_nvram);
            m_reader.readElementText();
            m_writer.writeEndElement();
            endPath();
        } else {
            m_writer.writeCurrentToken(m_reader);
        }
    }

    void endElement()
    {
        m_writer.writeCurrentToken(m_reader);
        if (m_path == "/domain/devices/disk"_L1)
            m_place = nullptr;
        endPath();
    }

    void endPath() { m_path.truncate(m_path.lastIndexOf(u'/')); }

    /// The element with one attribute that is another.
    void writeStart(const QString &name, const QString &value)
    {
        m_writer.writeStartElement(m_reader.name().toString());
        for (const QXmlStreamAttribute &attribute : m_reader.attributes()) {
            if (attribute.name() != name)
                m_writer.writeAttribute(attribute);
        }
        m_writer.writeAttribute(name, value);
    }

    void writeDriver()
    {
        m_writer.writeStartElement(u"driver"_s);
        for (const QXmlStreamAttribute &attribute : m_reader.attributes()) {
            const bool isReplaced = attribute.name() == "type"_L1
                || (m_zeros == Zeros::Unmapped
                    && (attribute.name() == "discard"_L1 || attribute.name() == "detect_zeroes"_L1));
            if (!isReplaced)
                m_writer.writeAttribute(attribute);
        }
        m_writer.writeAttribute(u"type"_s, m_place->format);
        if (m_zeros == Zeros::Unmapped) {
            m_writer.writeAttribute(u"discard"_s, u"unmap"_s);
            m_writer.writeAttribute(u"detect_zeroes"_s, u"unmap"_s);
        }
    }

    QXmlStreamReader m_reader;
    QByteArray m_out;
    QXmlStreamWriter m_writer;
    std::vector<const DiskPlace *> m_places;
    QString m_nvram;
    Zeros m_zeros;
    QString m_path;
    size_t m_nextDisk = 0;
    const DiskPlace *m_place = nullptr; ///< of the disk that is being read
};

} // namespace

Result<QByteArray> relocated(const QByteArray &xml, const Relocation &relocation, Zeros zeros)
{
    if (relocation.isEmpty())
        return xml;
    auto places = placesOf(xml, relocation);
    if (!places)
        return places.error();
    Rewriter rewriter(xml, *std::move(places), relocation.nvram, zeros);
    return rewriter.run();
}

} // namespace core::hypervisor::libvirt
