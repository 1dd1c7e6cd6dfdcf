// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/xmltree.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

constexpr int deepest = 64;

/// Bytes of one `unit`, as libvirt spells them; zero for one it does not know.
qint64 bytesPer(const QString &unit)
{
    const QString name = unit.toLower();
    if (name == "b"_L1 || name == "byte"_L1 || name == "bytes"_L1)
        return 1;
    const auto power = static_cast<int>(u"kmgtpe"_s.indexOf(name.left(1))) + 1;
    if (power == 0 || name.isEmpty())
        return 0;
    const bool decimal = name.size() == 2 && name.endsWith(u'b');
    qint64 factor = 1;
    for (int i = 0; i < power; ++i)
        factor *= decimal ? 1000 : 1024;
    return factor;
}

Element start(const QXmlStreamReader &reader)
{
    Element element{.name = reader.name().toString()};
    for (const QXmlStreamAttribute &attribute : reader.attributes())
        element.attributes.insert(attribute.name().toString(), attribute.value().toString());
    return element;
}

Error malformed(const QString &why)
{
    return core::errors::invalidArgument(u"xml"_s, why);
}

} // namespace

const Element *Element::at(QStringView path) const
{
    const Element *element = this;
    for (const QStringView step : path.split(u'/')) {
        const auto found = std::ranges::find(element->children, step, &Element::name);
        if (found == element->children.end())
            return nullptr;
        element = &*found;
    }
    return element;
}

std::vector<const Element *> Element::all(QStringView childName) const
{
    std::vector<const Element *> found;
    for (const Element &child : children) {
        if (child.name == childName)
            found.push_back(&child);
    }
    return found;
}

QString Element::textAt(QStringView path) const
{
    const Element *element = at(path);
    return element ? element->text.trimmed() : QString();
}

QString Element::attributeAt(QStringView path, const QString &attribute) const
{
    const Element *element = at(path);
    return element ? element->attributes.value(attribute) : QString();
}

Result<Element> parseXml(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    std::vector<Element> open{Element{}}; // the document, then the elements we are in
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD: return malformed(u"a document type is not expected"_s);
        case QXmlStreamReader::StartElement:
            if (open.size() > deepest)
                return malformed(u"nested too deep"_s);
            open.push_back(start(reader));
            break;
        case QXmlStreamReader::EndElement: {
            Element done = std::move(open.back());
            open.pop_back();
            open.back().children.push_back(std::move(done));
            break;
        }
        case QXmlStreamReader::Characters: open.back().text += reader.text(); break;
        default: break;
        }
    }
    if (reader.hasError())
        return malformed(reader.errorString());
    if (open.front().children.size() != 1)
        return malformed(u"one root element expected"_s);
    return std::move(open.front().children.front());
}

qint64 sizeInBytes(const Element *element, const QString &defaultUnit)
{
    if (!element)
        return 0;
    const qint64 factor = bytesPer(element->attributes.value(u"unit"_s, defaultUnit));
    const qint64 count = element->text.trimmed().toLongLong();
    if (count <= 0 || factor == 0 || count > std::numeric_limits<qint64>::max() / factor)
        return 0;
    return count * factor;
}

} // namespace core::hypervisor::libvirt
