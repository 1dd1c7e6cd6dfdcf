// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/linuxguest.h"

#include "core/lab/cpio.h"
#include "core/lab/errors.h"
#include "core/lab/linuxguestinit.h"
#include "core/lab/paths.h"
#include "core/lab/process.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

QByteArray initScript()
{
    return QByteArray(reinterpret_cast<const char *>(linuxGuestInit.data()),
                      static_cast<qsizetype>(linuxGuestInit.size()));
}

/// A changed init is another image: its hash is in the directory's name.
QString imageDirectory()
{
    const QByteArray hash =
        QCryptographicHash::hash(initScript(), QCryptographicHash::Sha256).toHex().left(8);
    return cacheDirectory() + u"/linux-guest-"_s + QString::fromLatin1(hash);
}

Error incomplete(const QString &what)
{
    return Error(errors::FileFailed, QJsonObject{{u"path"_s, what}},
                 what + u": not in the downloaded packages"_s);
}

/// The versioned package behind the meta package.
Result<QString> kernelPackage()
{
    const auto text =
        runCommand({u"env"_s, u"LC_ALL=C"_s, u"apt-cache"_s, u"depends"_s, u"linux-image-cloud-amd64"_s});
    if (!text)
        return text.error();
    for (const QByteArray &line : text->split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.size() == 2 && words[0] == "Depends:" && words[1].startsWith("linux-image-"))
            return QString::fromUtf8(words[1]);
    }
    return incomplete(u"linux-image-cloud-amd64"_s);
}

Result<void> download(const QString &directory)
{
    const auto kernel = kernelPackage();
    if (!kernel)
        return kernel.error();
    const auto fetched = runCommand(
        {u"apt-get"_s, u"download"_s, *kernel, u"busybox-static"_s, u"qemu-guest-agent"_s}, {}, directory);
    if (!fetched)
        return fetched.error();
    const QStringList packages = QDir(directory).entryList({u"*.deb"_s}, QDir::Files);
    for (const QString &package : packages) {
        const auto unpacked = runCommand({u"dpkg-deb"_s, u"-x"_s, package, u"root"_s}, {}, directory);
        if (!unpacked)
            return unpacked.error();
    }
    return {};
}

Result<void> addFile(CpioArchive &archive, const QString &from, const QString &to)
{
    auto content = readFile(from);
    if (!content)
        return content.error();
    archive.addFile(to, *content, 0755);
    return {};
}

Result<void> addModules(CpioArchive &archive, const QString &root)
{
    QStringList wanted{u"virtio"_s,
                       u"virtio_ring"_s,
                       u"virtio_pci_modern_dev"_s,
                       u"virtio_pci_legacy_dev"_s,
                       u"virtio_pci"_s,
                       u"virtio_balloon"_s,
                       u"virtio_blk"_s,
                       u"virtio_console"_s,
                       u"failover"_s,
                       u"net_failover"_s,
                       u"virtio_net"_s,
                       u"button"_s,
                       u"evdev"_s};
    QDirIterator files(root + u"/lib/modules"_s, {u"*.ko"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = files.fileInfo().completeBaseName();
        if (!wanted.removeOne(name))
            continue;
        if (auto added = addFile(archive, path, u"modules/"_s + name + u".ko"_s); !added)
            return added;
    }
    return {}; // a module that a later kernel has built in is not missed
}

/// The agent with the libraries it is linked to, taken from this machine: `libX => /path (0x…)`.
Result<void> addAgent(CpioArchive &archive, const QString &root)
{
    const QString program = root + u"/usr/sbin/qemu-ga"_s;
    const auto libraries = runCommand({u"ldd"_s, program});
    if (!libraries)
        return libraries.error();
    for (const QByteArray &line : libraries->split('\n')) {
        for (const QByteArray &word : line.simplified().split(' ')) {
            if (!word.startsWith('/'))
                continue;
            const QString path = QString::fromUtf8(word);
            if (auto added = addFile(archive, path, path.mid(1)); !added)
                return added;
        }
    }
    return addFile(archive, program, u"usr/sbin/qemu-ga"_s);
}

Result<QByteArray> packInitrd(const QString &root)
{
    CpioArchive archive;
    archive.addFile(u"init"_s, initScript(), 0755);
    archive.addConsole();
    Result<void> added = addFile(archive, root + u"/bin/busybox"_s, u"bin/busybox"_s);
    if (added)
        added = addModules(archive, root);
    if (added)
        added = addAgent(archive, root);
    if (!added)
        return added.error();
    return runCommand({u"gzip"_s, u"-6"_s, u"-c"_s}, archive.finish());
}

} // namespace

LinuxImages linuxImages()
{
    return {.kernel = imageDirectory() + u"/vmlinuz"_s, .initrd = imageDirectory() + u"/initrd.img"_s};
}

bool hasLinuxImages()
{
    const LinuxImages images = linuxImages();
    return QFile::exists(images.kernel) && QFile::exists(images.initrd);
}

Result<void> prepareLinuxImages()
{
    if (auto made = makeDirectory(cacheDirectory()); !made)
        return made;
    const QTemporaryDir work(cacheDirectory() + u"/download-XXXXXX"_s);
    if (!work.isValid())
        return Error(errors::FileFailed, QJsonObject{{u"path"_s, cacheDirectory()}}, work.errorString());
    if (auto downloaded = download(work.path()); !downloaded)
        return downloaded;
    const QString root = work.path() + u"/root"_s;
    const QStringList kernels = QDir(root + u"/boot"_s).entryList({u"vmlinuz-*"_s}, QDir::Files);
    if (kernels.isEmpty())
        return incomplete(u"vmlinuz"_s);
    const auto kernel = readFile(root + u"/boot/"_s + kernels.first());
    if (!kernel)
        return kernel.error();
    const auto initrd = packInitrd(root);
    if (!initrd)
        return initrd.error();
    if (auto made = makeDirectory(imageDirectory()); !made)
        return made;
    const LinuxImages images = linuxImages();
    if (auto written = writeFile(images.kernel, *kernel); !written)
        return written;
    return writeFile(images.initrd, *initrd); // last: hasLinuxImages() wants both
}

} // namespace core::lab
