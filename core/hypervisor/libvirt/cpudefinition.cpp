// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/cpudefinition.h"

#include "core/hypervisor/libvirt/domains.h"
#include "core/hypervisor/libvirt/libvirterror.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <array>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

constexpr std::array kept{"topology"_L1, "numa"_L1, "cache"_L1, "maxphysaddr"_L1};

bool isKept(QStringView name)
{
    return std::ranges::any_of(kept, [&](QLatin1StringView each) { return name == each; });
}

void writeCpu(QXmlStreamWriter &writer, const QString &model)
{
    writer.writeStartElement(u"cpu"_s);
    writer.writeAttribute(u"mode"_s, u"custom"_s);
    writer.writeAttribute(u"match"_s, u"exact"_s);
    writer.writeAttribute(u"check"_s, u"partial"_s);
    writer.writeStartElement(u"model"_s);
    writer.writeAttribute(u"fallback"_s, u"forbid"_s);
    writer.writeCharacters(model);
    writer.writeEndElement();
}

/// The element that the reader stands at, with all beneath it.
void copyElement(QXmlStreamReader &reader, QXmlStreamWriter &writer)
{
    int depth = 0;
    do {
        writer.writeCurrentToken(reader);
        depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
    } while (depth > 0 && reader.readNext() != QXmlStreamReader::Invalid);
}

/// What it says of the CPU already: model, and the features that change it.
struct Present {
    bool exists = false;
    bool isExact = false;
    bool hasFeatures = false;
    QString model;
};

/// From <cpu> to its end, the kept children copied to the writer.
Present replaceCpu(QXmlStreamReader &reader, QXmlStreamWriter &writer)
{
    const auto attributes = reader.attributes();
    Present present{.exists = true,
                    .isExact = attributes.value("mode"_L1) == "custom"_L1
                        && attributes.value("match"_L1) == "exact"_L1};
    while (reader.readNextStartElement()) {
        if (isKept(reader.name())) {
            copyElement(reader, writer);
            continue;
        }
        present.hasFeatures = present.hasFeatures || reader.name() == "feature"_L1;
        if (reader.name() == "model"_L1)
            present.model = reader.readElementText();
        else
            reader.skipCurrentElement();
    }
    return present;
}

} // namespace

/// All but the element stays byte for byte: others' metadata and comments are not ours to rewrite.
Result<QByteArray> withCpuModel(const QByteArray &xml, const QString &model)
{
    const QString text = QString::fromUtf8(xml);
    QXmlStreamReader reader(text);
    QString cpu;
    QXmlStreamWriter writer(&cpu);
    writeCpu(writer, model);
    Present present;
    qsizetype begin = text.lastIndexOf("</domain"_L1);
    qsizetype end = begin;
    if (!reader.readNextStartElement() || reader.name() != "domain"_L1 || begin < 0)
        return core::errors::invalidArgument(u"xml"_s, u"a domain expected"_s);
    while (reader.readNextStartElement()) {
        if (reader.name() != "cpu"_L1) {
            reader.skipCurrentElement();
            continue;
        }
        begin = text.lastIndexOf("<cpu"_L1, reader.characterOffset() - 1);
        present = replaceCpu(reader, writer);
        end = reader.characterOffset();
        break;
    }
    if (reader.hasError())
        return core::errors::invalidArgument(u"xml"_s, reader.errorString());
    writer.writeEndElement();
    if (present.isExact && !present.hasFeatures && present.model == model)
        return xml;
    return (text.left(begin) + cpu + text.mid(end)).toUtf8();
}

Result<void> setCpuModel(Link &link, VmId vm, QString model)
{
    const auto domain = findDomain(link, *link.control, vm);
    if (!domain)
        return domain.error();
    if (virDomainIsPersistent(domain->get()) != 1)
        return Error(core::errors::Unsupported, u"a VM without a definition keeps the CPU it has"_s);
    const unsigned flags = VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_SECURE;
    const Text xml(virDomainGetXMLDesc(domain->get(), flags));
    if (!xml)
        return lastError(link.where);
    const QByteArray present(xml.get());
    const auto wanted = withCpuModel(present, model);
    if (!wanted)
        return wanted.error();
    if (*wanted == present)
        return {};
    const DomainPtr defined(virDomainDefineXMLFlags(link.control->get(), wanted->constData(), 0));
    if (!defined)
        return lastError(link.where);
    return {};
}

} // namespace core::hypervisor::libvirt
