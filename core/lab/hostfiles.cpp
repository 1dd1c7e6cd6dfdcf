// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/hostfiles.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

QString configDirectory(const Paths &paths, Isolation isolation, const QString &host)
{
    return paths.host(host) + (isolation == Isolation::System ? u"/etc"_s : u"/config/libvirt"_s);
}

QString capabilitiesOf(const Paths &paths, Isolation isolation, const QString &host)
{
    return paths.host(host)
        + (isolation == Isolation::System ? u"/cache/qemu/capabilities"_s
                                          : u"/cache/libvirt/qemu/cache/capabilities"_s);
}

/// A system daemon's view of the machine differs from a session daemon's.
QString sharedCapabilities(Isolation isolation)
{
    return cacheDirectory()
        + (isolation == Isolation::System ? u"/capabilities-system"_s : u"/capabilities-session"_s);
}

QByteArray daemonConfig(const LabHost &host, Isolation isolation, int index)
{
    QByteArray text = "host_uuid = \"" + host.uuid.toString().toLatin1()
        + "\"\n"
          "log_outputs = \"3:stderr\"\n"
          "auth_unix_rw = \"none\"\n";
    if (isolation == Isolation::System)
        text += "unix_sock_rw_perms = \"0700\"\n";
    if (isolation != Isolation::Plain) { // the lab's own network namespace: nobody else can reach it
        text += "listen_tls = 0\nlisten_tcp = 1\nauth_tcp = \"none\"\nlisten_addr = \"10.77.0."
            + QByteArray::number(index) + "\"\n";
    }
    return text;
}

QByteArray qemuConfig(Isolation isolation)
{
    QByteArray text = "security_driver = \"none\"\nstdio_handler = \"file\"\n";
    if (isolation == Isolation::System) {
        text +=
            "user = \"root\"\ngroup = \"root\"\nnamespaces = []\ndynamic_ownership = 0\nremember_owner = 0\n"
            "cgroup_controllers = [ \"cpu\", \"cpuacct\", \"memory\" ]\n";
    }
    return text;
}

Result<void> makeDirectories(const Paths &paths, const LabHost &host, Isolation isolation)
{
    QStringList wanted{configDirectory(paths, isolation, host.name),
                       capabilitiesOf(paths, isolation, host.name), paths.localDatastore(host.name),
                       paths.hostRun(host.name)};
    if (isolation == Isolation::System)
        wanted += {paths.host(host.name) + u"/lib"_s, paths.host(host.name) + u"/log"_s};
    for (const QString &each : wanted) {
        if (auto made = makeDirectory(each); !made)
            return made;
    }
    if (auto made = makeDirectory(paths.hostRun(host.name), 0700); !made)
        return made;
    const QString link = paths.hostShort(host.name);
    if (auto removed = removeTree(link); !removed)
        return removed;
    if (!QFile::link(paths.host(host.name), link))
        return Error(core::errors::Internal, link + u": cannot be linked"_s);
    return {};
}

/// Every host by name on the management network: QEMU's and libvirt's messages name hosts, migration resolves them.
QByteArray nameTable(const LabStatus &lab)
{
    QByteArray text = "127.0.0.1 localhost\n";
    int index = 0;
    for (const LabHost &each : lab.hosts)
        text += "10.77.0." + QByteArray::number(++index) + ' ' + each.name.toUtf8() + '\n';
    return text;
}

} // namespace

Result<void> emptyRun(const Paths &paths, const QString &host)
{
    if (auto removed = removeTree(paths.hostRun(host)); !removed)
        return removed;
    return makeDirectory(paths.hostRun(host), 0700);
}

Result<void> writeHostFiles(const Paths &paths, const LabStatus &lab, const LabHost &host, int index)
{
    if (auto made = makeDirectories(paths, host, lab.isolation); !made)
        return made;
    if (auto emptied = emptyRun(paths, host.name); !emptied)
        return emptied;
    const QString config = configDirectory(paths, lab.isolation, host.name);
    if (auto written = writeFile(config + u"/libvirtd.conf"_s, daemonConfig(host, lab.isolation, index));
        !written)
        return written;
    if (auto written = writeFile(host.directory + u"/etc-hosts"_s, nameTable(lab)); !written)
        return written;
    return writeFile(config + u"/qemu.conf"_s, qemuConfig(lab.isolation));
}

Result<void> writeCapacity(const LabHost &host, int hosts, int cpuMhz, const QStringList &cpuModels)
{
    const QString path = host.directory + u"/host.json"_s;
    if (QFile::exists(path))
        return {};
    const qint64 machineCpus = ::sysconf(_SC_NPROCESSORS_ONLN);
    const qint64 machineMemory = ::sysconf(_SC_PHYS_PAGES) * ::sysconf(_SC_PAGESIZE);
    const qint64 cpus = std::max<qint64>(1, machineCpus / hosts);
    const QJsonObject capacity{
        {u"cpuMhz"_s, machineCpus * cpuMhz / hosts / cpus}, // fewer CPUs than hosts: slower ones
        {u"logicalCpus"_s, cpus},
        {u"memoryBytes"_s, machineMemory / hosts},
        {u"cpuModels"_s, QJsonArray::fromStringList(cpuModels)}};
    return writeFile(path, QJsonDocument(capacity).toJson());
}

Result<void> writeDatastore(const LabDatastore &datastore)
{
    if (auto made = makeDirectory(datastore.path + u"/.vigie"_s); !made)
        return made;
    const QString path = datastore.path + u"/.vigie/datastore.json"_s;
    if (QFile::exists(path))
        return {};
    return writeFile(path, QJsonDocument(QJsonObject{{u"id"_s, datastore.uuid.toString()}}).toJson());
}

bool hasCapabilities(Isolation isolation)
{
    return !QDir(sharedCapabilities(isolation)).entryList({u"*.xml"_s}, QDir::Files).isEmpty();
}

Result<void> takeCapabilities(const Paths &paths, Isolation isolation, const QString &host)
{
    return copyFiles(sharedCapabilities(isolation), capabilitiesOf(paths, isolation, host));
}

Result<void> giveCapabilities(const Paths &paths, Isolation isolation, const QString &host)
{
    return copyFiles(capabilitiesOf(paths, isolation, host), sharedCapabilities(isolation));
}

} // namespace core::lab
