// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/bringup.h"

#include "core/lab/control.h"
#include "core/lab/errors.h"
#include "core/lab/guests.h"
#include "core/lab/hostfiles.h"
#include "core/lab/libvirt.h"
#include "core/lab/record.h"

#include <QFile>
#include <QThread>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::lab {

namespace {

constexpr auto bootPatience = 60s; // a loaded machine's; the usual is half a second

template <class Condition>
bool waitUntil(std::chrono::milliseconds patience, const Condition &condition)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        QThread::msleep(20);
    }
    return true;
}

/// The last lines of a log: why something did not start.
QString tailOf(const QString &log)
{
    const auto text = readFile(log);
    return text ? QString::fromUtf8(text->right(2000)).trimmed() : QString();
}

Result<void> bootAndWait(const Paths &paths, const LabStatus &lab, const LabHost &host, int index)
{
    if (auto booted = bootHost(paths, lab, host, index); !booted)
        return booted;
    const auto connection = HostConnection::open(host.uri, bootPatience);
    if (!connection)
        return connection.error();
    const auto models = connection->cpuModels(); // makes the daemon probe QEMU, which writes the cache
    if (!models)
        return models.error();
    return giveCapabilities(paths, lab.isolation, host.name);
}

Result<void> furnishGuest(const HostConnection &connection, const LabGuest &guest, const LabStatus &lab,
                          bool restart)
{
    const QString uuid = guest.uuid.toString();
    const bool isNew = !readFile(definitionFile(guest));
    if (!isNew)
        return restart && connection.hasGuest(uuid) ? connection.start(uuid) : Result<void>();
    if (auto made = makeGuestFiles(guest); !made)
        return made;
    const auto definition = connection.define(guestXml(guest, lab));
    if (!definition)
        return definition.error();
    if (auto started = connection.start(uuid); !started)
        return started;
    return writeFile(definitionFile(guest), *definition); // last: without it, a next `up` does all this again
}

Result<void> furnishHost(const LabStatus &lab, const LabHost &host, bool restart)
{
    const auto connection = HostConnection::open(host.uri, bootPatience);
    if (!connection)
        return connection.error();
    for (const LabDatastore &datastore : lab.datastores) {
        if (std::ranges::find(datastore.hosts, host.name) == datastore.hosts.end())
            continue;
        if (auto done = connection->ensurePool(datastore.name, datastore.path); !done)
            return done;
    }
    if (lab.isolation == Isolation::System) {
        if (auto done = connection->ensureNetwork(u"lab"_s, u"vmnet"_s); !done)
            return done;
    }
    const auto models = connection->cpuModels();
    const auto mhz = connection->cpuMhz();
    if (!models || !mhz)
        return models ? mhz.error() : models.error();
    if (auto written = writeCapacity(host, static_cast<int>(lab.hosts.size()), *mhz, *models); !written)
        return written;
    for (const LabGuest &guest : lab.guests) {
        if (guest.host != host.name)
            continue;
        if (auto done = furnishGuest(*connection, guest, lab, restart); !done)
            return done;
    }
    return {};
}

} // namespace

Result<bool> ensureKeeper(const Paths &paths, const UpOptions &options, Isolation isolation)
{
    const auto answers = [&paths] { return connectTo(paths.control()).has_value(); };
    if (isKeeperAlive(paths) && waitUntil(5s, answers))
        return false;
    if (auto stopped = stopProcesses(paths); !stopped)
        return stopped.error();
    for (const QString &each : {Paths::runtimeRoot(), paths.runtime()}) {
        if (auto made = makePrivateDirectory(each); !made)
            return made.error();
    }
    const QStringList command{options.programs + u"/vigiectl"_s, u"lab-keeper"_s, paths.directory(),
                              QString::fromLatin1(wireName(isolation))};
    if (auto started = startDetached(command, paths.log()); !started)
        return started.error();
    if (!waitUntil(10s, answers))
        return Error(errors::SupervisorFailed, QJsonObject{{u"log"_s, paths.log()}}, tailOf(paths.log()));
    return true;
}

Result<void> bootHost(const Paths &paths, const LabStatus &lab, const LabHost &host, int index)
{
    if (auto written = writeHostFiles(paths, lab, host, index); !written)
        return written;
    if (hasCapabilities(lab.isolation)) {
        if (auto taken = takeCapabilities(paths, lab.isolation, host.name); !taken)
            return taken;
    }
    const auto asked =
        ask(paths.control(), QJsonObject{{u"do"_s, u"boot"_s}, {u"host"_s, host.name}, {u"index"_s, index}});
    if (!asked)
        return asked.error();
    if (!waitUntil(bootPatience, [&] { return liveProcess(paths.hostPid(host.name)).has_value(); }))
        return Error(errors::HostFailed, QJsonObject{{u"host"_s, host.name}}, tailOf(paths.log()));
    return {};
}

Result<void> bootHosts(const Paths &paths, const LabStatus &lab, const Progress &progress)
{
    int index = 0;
    for (const LabHost &host : lab.hosts) {
        ++index;
        if (liveProcess(paths.hostPid(host.name)) || isStruck(lab, host.name))
            continue;
        Result<void> booted;
        if (hasCapabilities(lab.isolation)) {
            booted = bootHost(paths, lab, host, index);
        } else {
            progress(Phase::ProbingHost, host.name);
            booted = bootAndWait(paths, lab, host, index);
        }
        if (!booted)
            return booted;
    }
    return {};
}

Result<void> furnishHosts(const Paths &, const LabStatus &lab, bool restart)
{
    std::vector<std::future<Result<void>>> works;
    for (const LabHost &host : lab.hosts) {
        if (!isStruck(lab, host.name))
            works.push_back(
                std::async(std::launch::async, furnishHost, std::cref(lab), std::cref(host), restart));
    }
    Result<void> result;
    for (std::future<Result<void>> &each : works) {
        Result<void> done = each.get();
        if (result && !done)
            result = done;
    }
    return result;
}

Result<void> ensureCore(const Paths &paths, const QString &programs, const Progress &progress)
{
    const QString program = programs + u"/vigied"_s;
    if (!QFile::exists(program)) {
        progress(Phase::CoreMissing, program);
        return {};
    }
    if (hasCore(paths)) // perhaps a console's
        return {};
    progress(Phase::StartingCore, paths.core());
    if (auto made = makeDirectory(paths.core(), 0700); !made)
        return made;
    const QString endpoint = paths.core() + u"/endpoint.json"_s;
    if (auto removed = removeTree(endpoint); !removed) // a dead core's
        return removed;
    const QString log = paths.core() + u"/vigied.log"_s;
    const auto core = startDetached({program, u"--embedded"_s, paths.core(), u"--keep"_s}, log);
    if (!core)
        return core.error();
    const auto answersOrDied = [&] { return QFile::exists(endpoint) || !isAlive(*core); };
    if (!waitUntil(20s, answersOrDied) || !QFile::exists(endpoint))
        return Error(errors::CoreFailed, QJsonObject{{u"log"_s, log}}, tailOf(log));
    return {};
}

} // namespace core::lab
