// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/labfixture.h"

#include "core/base/json.h"
#include "core/lab/paths.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace core::lab;

namespace labtest {

namespace {

QStringList mounts()
{
    const auto text = readFile(u"/proc/self/mounts"_s);
    QStringList lines = text ? QString::fromUtf8(*text).split(u'\n') : QStringList();
    lines.sort();
    return lines;
}

QStringList links()
{
    return QDir(u"/sys/class/net"_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
}

} // namespace

Place::Place() : m_mountsBefore(mounts()), m_linksBefore(links()) {}

Place::~Place()
{
    const auto ended = down(directory()); // a test that failed half way
    if (!ended)
        qWarning("%s", qPrintable(ended.error().detail));
}

UpOptions Place::options(int hosts, int guests) const
{
    UpOptions options{.directory = directory(),
                      .hosts = hosts,
                      .guests = guests,
                      .programs = qEnvironmentVariable("VIGIE_BIN"),
                      .isolation = {}};
    if (const auto wanted = core::json::fromJson<Isolation>(qEnvironmentVariable("VIGIE_LAB_ISOLATION"));
        wanted)
        options.isolation = *wanted;
    return options;
}

core::Result<LabStatus> Place::up(int hosts, int guests) const
{
    return core::lab::up(options(hosts, guests), [](Phase, const QString &) {});
}

QStringList Place::remains() const
{
    QStringList found;
    const Paths paths(directory());
    for (const QString &path : {directory(), paths.runtime()}) {
        if (QFile::exists(path))
            found += path;
    }
    if (mounts() != m_mountsBefore)
        found += u"mounts differ"_s;
    if (links() != m_linksBefore)
        found += u"network links differ: "_s + links().join(u' ');
    QStringList hierarchies = QDir(u"/sys/fs/cgroup"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    hierarchies += u"."_s; // cgroup version 2 has one
    for (const QString &each : hierarchies) {
        if (const QString group = u"/sys/fs/cgroup/"_s + each + u"/vigie-"_s + paths.tag();
            QFile::exists(group))
            found += group;
    }
    for (const pid_t pid : allProcesses()) {
        const QByteArray line = commandLine(pid).join(' ');
        if (line.contains(directory().toUtf8()) || line.contains(paths.runtime().toUtf8()))
            found += QString::fromUtf8(line);
    }
    return found;
}

bool eventually(int seconds, const std::function<bool()> &condition)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < seconds * 1000; QThread::msleep(50)) {
        if (condition())
            return true;
    }
    return condition();
}

Fault ofHost(FaultKind fault, const QString &host)
{
    return {.fault = fault, .host = host, .guest = {}, .datastore = {}, .network = {}, .kind = {}};
}

Fault ofGuest(FaultKind fault, const QString &guest)
{
    return {.fault = fault, .host = {}, .guest = guest, .datastore = {}, .network = {}, .kind = {}};
}

qint64 logSize(const LabGuest &guest)
{
    return QFileInfo(guest.serialLog).size();
}

bool goesOnTicking(const LabGuest &guest, int seconds)
{
    const qint64 before = logSize(guest);
    return eventually(seconds, [&] {
        const auto text = readFile(guest.serialLog);
        return text && text->mid(before).contains("tick ");
    });
}

} // namespace labtest
