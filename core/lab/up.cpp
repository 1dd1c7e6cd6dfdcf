// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/bringup.h"
#include "core/lab/errors.h"
#include "core/lab/guests.h"
#include "core/lab/hostfiles.h"
#include "core/lab/lab.h"
#include "core/lab/linuxguest.h"
#include "core/lab/namespaces.h"
#include "core/lab/record.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

constexpr int mostHosts = 64;
constexpr int mostGuests = 200;

Result<void> check(const UpOptions &options)
{
    if (options.directory.isEmpty())
        return core::errors::invalidArgument(u"dir"_s, u"a directory is needed"_s);
    if (options.hosts < 1 || options.hosts > mostHosts)
        return core::errors::invalidArgument(u"hosts"_s, u"1 to %1"_s.arg(mostHosts));
    if (options.guests < 0 || options.guests > mostGuests)
        return core::errors::invalidArgument(u"guests"_s, u"0 to %1"_s.arg(mostGuests));
    if (options.datacenters < 1 || options.datacenters > options.hosts)
        return core::errors::invalidArgument(u"datacenters"_s, u"1 to the number of hosts"_s);
    const QStringList places{u"/usr/sbin"_s, u"/sbin"_s};
    for (const QString &program : {u"libvirtd"_s, u"qemu-system-x86_64"_s, u"qemu-img"_s, u"ip"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty()
            && QStandardPaths::findExecutable(program, places).isEmpty())
            return Error(errors::ProgramMissing, QJsonObject{{u"program"_s, program}});
    }
    return {};
}

/// Nothing is put beside somebody's files, so nothing of theirs can be removed with the lab.
Result<void> claim(const Paths &paths)
{
    const bool wasThere = QDir(paths.directory()).exists();
    if (wasThere
        && !QDir(paths.directory())
                .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
        && !isLab(paths) && !QFile::exists(paths.lock()))
        return Error(errors::NotEmpty, QJsonObject{{u"directory"_s, paths.directory()}}, paths.directory());
    return wasThere ? Result<void>() : makeDirectory(paths.directory());
}

/// Neighbours stay together: of 4 hosts in 2 datacenters h1 and h2 are in the first. @param index from 1
QString datacenterOf(int index, const UpOptions &options)
{
    const int number = (index - 1) * options.datacenters / options.hosts;
    return number == 0 ? u"Lab"_s : u"Lab %1"_s.arg(number + 1);
}

LabHost planHost(const Paths &paths, Isolation isolation, const QUuid &space, int index)
{
    const QString name = u"h%1"_s.arg(index);
    const QString driver = isolation == Isolation::System ? u"system"_s : u"session"_s;
    const QString uri = u"qemu+unix:///%1?socket=%2"_s.arg(driver, paths.relaySocket(name));
    const bool isPlain = isolation == Isolation::Plain;
    return {.name = name,
            .uuid = HostId(QUuid::createUuidV5(space, u"host "_s + name)),
            .uri = uri,
            .peerUri = isPlain ? uri : u"qemu+tcp://10.77.0.%1/%2"_s.arg(index).arg(driver),
            .migrationUri = isPlain ? u"tcp://127.0.0.1"_s : u"tcp://10.77.1.%1"_s.arg(index),
            .directory = paths.host(name),
            .pid = std::nullopt,
            .state = std::nullopt};
}

std::vector<LabDatastore> planDatastores(const Paths &paths, const LabStatus &lab, const QUuid &space)
{
    std::vector<LabDatastore> datastores;
    std::vector<QString> everyone;
    for (const LabHost &host : lab.hosts)
        everyone.push_back(host.name);
    for (const QString &name : {u"shared1"_s, u"shared2"_s}) {
        datastores.push_back({.name = name,
                              .uuid = DatastoreId(QUuid::createUuidV5(space, u"datastore "_s + name)),
                              .path = paths.datastores() + u'/' + name,
                              .shared = true,
                              .hosts = everyone});
    }
    for (const LabHost &host : lab.hosts) {
        const QString name = u"local-"_s + host.name;
        datastores.push_back({.name = name,
                              .uuid = DatastoreId(QUuid::createUuidV5(space, u"datastore "_s + name)),
                              .path = paths.localDatastore(host.name),
                              .shared = false,
                              .hosts = {host.name}});
    }
    return datastores;
}

/// False where the Linux guest cannot be had (no network, no package lists): the lab then has tick guests only.
bool ensureLinuxGuest(const UpOptions &options, const Progress &progress)
{
    if (hasLinuxImages() || options.guests == 0)
        return true;
    progress(Phase::PreparingGuests, {});
    const auto prepared = prepareLinuxImages();
    if (!prepared)
        progress(Phase::LinuxGuestUnavailable, prepared.error().detail);
    return prepared.has_value();
}

Result<LabStatus> plan(const Paths &paths, const UpOptions &options, const Progress &progress)
{
    auto isolation = options.isolation ? Result<Isolation>(*options.isolation) : bestIsolation();
    if (!isolation)
        return isolation.error();
    const QUuid id = QUuid::createUuid();
    LabStatus lab;
    lab.id = id.toString(QUuid::WithoutBraces);
    lab.isolation = *isolation;
    for (int index = 1; index <= options.hosts; ++index) {
        lab.hosts.push_back(planHost(paths, lab.isolation, id, index));
        lab.hosts.back().datacenter = datacenterOf(index, options);
    }
    lab.datastores = planDatastores(paths, lab, id);
    lab.guests = planGuests(paths, lab, options.guests, ensureLinuxGuest(options, progress));
    lab.core = paths.core();
    lab.faults = stageableFaults(lab.isolation);
    return lab;
}

Result<LabStatus> loadOrPlan(const Paths &paths, const UpOptions &options, const Progress &progress)
{
    if (isLab(paths))
        return loadRecord(paths);
    auto lab = plan(paths, options, progress);
    if (!lab)
        return lab;
    if (auto saved = saveRecord(paths, *lab); !saved) // before anything exists, so that `down` finds it all
        return saved.error();
    return lab;
}

Result<void> makeDatastores(const Paths &paths, const LabStatus &lab)
{
    if (auto made = makeDirectory(paths.serialLogs()); !made)
        return made;
    for (const LabDatastore &datastore : lab.datastores) {
        if (auto made = writeDatastore(datastore); !made)
            return made;
    }
    return {};
}

} // namespace

Result<LabStatus> up(const UpOptions &options, const Progress &progress)
{
    if (auto checked = check(options); !checked)
        return checked.error();
    const Paths paths(options.directory);
    if (auto claimed = claim(paths); !claimed)
        return claimed.error();
    const auto lock = lockLab(paths);
    if (!lock)
        return lock.error();
    auto lab = loadOrPlan(paths, options, progress);
    if (!lab)
        return lab;
    if (auto made = makeDatastores(paths, *lab); !made)
        return made.error();
    progress(Phase::StartingHosts, {});
    const auto keeperStarted = ensureKeeper(paths, options, lab->isolation);
    if (!keeperStarted)
        return keeperStarted.error();
    if (*keeperStarted) { // everything is off, and so no fault is in force
        lab->staged.clear();
        if (auto saved = saveRecord(paths, *lab); !saved)
            return saved.error();
    }
    if (auto booted = bootHosts(paths, *lab, progress); !booted)
        return booted.error();
    progress(Phase::StartingGuests, {});
    if (auto furnished = furnishHosts(paths, *lab, *keeperStarted); !furnished)
        return furnished.error();
    if (auto core = ensureCore(paths, options.programs, progress); !core)
        return core.error();
    observe(paths, *lab);
    return lab;
}

Result<LabStatus> status(const QString &directory)
{
    const Paths paths(directory);
    auto lab = loadRecord(paths);
    if (lab)
        observe(paths, *lab);
    return lab;
}

} // namespace core::lab
