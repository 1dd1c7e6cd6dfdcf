// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/files.h"

#include "core/hypervisor/libvirt/fileerror.h"
#include "core/hypervisor/libvirt/filestream.h"
#include "core/hypervisor/libvirt/xmltree.h"

#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

/// libvirt's description of a volume to be made. Without a mode it would be anybody's to read.
QByteArray volumeXml(const QString &name, const QString &format, qint64 capacity)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartElement(u"volume"_s);
    writer.writeTextElement(u"name"_s, name);
    writer.writeTextElement(u"capacity"_s, QString::number(capacity));
    writer.writeTextElement(u"allocation"_s, u"0"_s);
    writer.writeStartElement(u"target"_s);
    writer.writeEmptyElement(u"format"_s);
    writer.writeAttribute(u"type"_s, format);
    writer.writeStartElement(u"permissions"_s);
    writer.writeTextElement(u"mode"_s, u"0600"_s);
    writer.writeEndDocument();
    return xml;
}

FileType typeOf(const QString &type)
{
    if (type == "file"_L1)
        return FileType::File;
    return type == "dir"_L1 ? FileType::Directory : FileType::Other;
}

Result<HostFile> describe(virStorageVolPtr volume, const QString &path, const QString &where)
{
    const Text xml(virStorageVolGetXMLDesc(volume, 0));
    if (!xml)
        return fileError(path, where);
    const auto description = parseXml(QByteArray(xml.get()));
    if (!description)
        return description.error();
    const auto size = [&](QStringView name) { return Bytes(sizeInBytes(description->at(name), u"bytes"_s)); };
    HostFile file{.name = description->textAt(u"name"),
                  .type = typeOf(description->attributes.value(u"type"_s)),
                  .format = description->attributeAt(u"target/format", u"type"_s),
                  .size = size(u"physical"),
                  .capacity = size(u"capacity"),
                  .allocation = size(u"allocation"),
                  .backing = description->textAt(u"backingStore/path")};
    if (description->at(u"physical") == nullptr) // libvirt leaves it out where it is the capacity
        file.size = file.capacity;
    return file;
}

} // namespace

Result<Place> placeOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    const QString name = path.mid(slash + 1);
    if (!path.startsWith(u'/') || name.isEmpty() || name == "."_L1 || name == ".."_L1)
        return core::errors::invalidArgument(u"path"_s, path);
    return Place{.directory = slash == 0 ? u"/"_s : path.left(slash), .name = name};
}

Result<File> findFile(Link &link, const Connection &connection, const QString &path)
{
    const auto place = placeOf(path);
    if (!place)
        return place.error();
    auto directory = link.directories.open(connection.get(), place->directory, link.where);
    if (!directory)
        return directory.error();
    VolumePtr volume(virStorageVolLookupByName(directory->pool(), place->name.toUtf8().constData()));
    if (!volume)
        return fileError(path, link.where);
    return File{.directory = *std::move(directory), .volume = std::move(volume)};
}

Result<File> createFile(Link &link, const Connection &connection, const QString &path, qint64 size)
{
    const auto place = placeOf(path);
    if (!place)
        return place.error();
    auto directory = link.directories.open(connection.get(), place->directory, link.where);
    if (!directory)
        return directory.error();
    const QByteArray xml = volumeXml(place->name, u"raw"_s, size);
    VolumePtr volume(virStorageVolCreateXML(directory->pool(), xml.constData(), 0));
    if (!volume)
        return fileError(path, link.where);
    return File{.directory = *std::move(directory), .volume = std::move(volume)};
}

Result<std::vector<HostFile>> listFiles(Link &link, QString directory)
{
    const auto use = link.directories.open(link.files->get(), directory, link.where);
    if (!use)
        return use.error();
    virStorageVolPtr *list = nullptr;
    const int count = virStoragePoolListAllVolumes(use->pool(), &list, 0);
    if (count < 0)
        return fileError(directory, link.where);
    std::vector<HostFile> files;
    for (const VolumePtr &volume : adopt<VolumePtr>(list, count)) {
        auto file = describe(volume.get(), directory, link.where);
        if (file)
            files.push_back(*std::move(file));
        else if (!file.error().is(core::errors::NotFound)) // gone since the list was made
            return file.error();
    }
    return files;
}

Result<HostFile> statFile(Link &link, QString path)
{
    const auto file = findFile(link, *link.files, path);
    if (!file)
        return file.error();
    return describe(file->volume.get(), path, link.where);
}

Result<void> makeDirectory(Link &link, QString path)
{
    if (const auto place = placeOf(path); !place)
        return place.error();
    else if (statFile(link, path)) // libvirt would be content with one that is there
        return Error(core::errors::Conflict, u"it exists already: "_s + path);
    const auto made = link.directories.make(link.files->get(), path, link.where);
    if (!made)
        return made.error();
    return {};
}

Result<void> removeFile(Link &link, QString path)
{
    const auto file = findFile(link, *link.files, path);
    if (!file)
        return file.error();
    if (virStorageVolDelete(file->volume.get(), 0) < 0)
        return fileError(path, link.where);
    return {};
}

Result<QByteArray> readFile(Link &link, QString path)
{
    const auto file = findFile(link, *link.files, path);
    if (!file)
        return file.error();
    const auto described = describe(file->volume.get(), path, link.where);
    if (!described)
        return described.error();
    if (described->type != FileType::File || described->size.count() > HostFiles::largestText)
        return Error(core::errors::Unsupported, u"no small file: "_s + path);
    return downloadText(link, *file, path);
}

/// What could not be written whole is removed again.
Result<void> writeFile(Link &link, QString path, QByteArray content)
{
    if (content.size() > HostFiles::largestText)
        return Error(core::errors::Unsupported, u"no small file: "_s + path);
    const auto file = createFile(link, *link.files, path, content.size());
    if (!file)
        return file.error();
    auto written = uploadText(link, *file, path, content);
    if (!written)
        virStorageVolDelete(file->volume.get(), 0);
    return written;
}

Result<void> createDisk(Link &link, DiskOrder order)
{
    const auto place = placeOf(order.path);
    if (!place)
        return place.error();
    const auto directory = link.directories.open(link.files->get(), place->directory, link.where);
    if (!directory)
        return directory.error();
    const QByteArray xml = volumeXml(place->name, order.format, order.capacity.count());
    const VolumePtr volume(virStorageVolCreateXML(directory->pool(), xml.constData(), 0));
    if (!volume)
        return fileError(order.path, link.where);
    return {};
}

Result<void> cloneFile(Link &link, QString from, DiskOrder to, std::shared_ptr<Transfer> transfer)
{
    const auto source = findFile(link, *link.copies, from);
    if (!source)
        return source.error();
    const auto place = placeOf(to.path);
    if (!place)
        return place.error();
    const auto directory = link.directories.open(link.copies->get(), place->directory, link.where);
    if (!directory)
        return directory.error();
    // As large as the source unless it is to be larger: a capacity below is raised by libvirt.
    const QByteArray xml = volumeXml(place->name, to.format, to.capacity.count());
    const VolumePtr volume(
        virStorageVolCreateXMLFrom(directory->pool(), xml.constData(), source->volume.get(), 0));
    if (!volume) // libvirt removes what it had begun
        return fileError(to.path, link.where);
    if (!transfer->isCancelled())
        return {};
    virStorageVolDelete(volume.get(), 0);
    return Error(core::errors::Cancelled);
}

} // namespace core::hypervisor::libvirt
