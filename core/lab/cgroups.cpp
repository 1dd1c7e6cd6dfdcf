// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/cgroups.h"

#include "core/lab/errors.h"
#include "core/lab/namespaces.h"
#include "core/lab/paths.h"
#include "core/lab/process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sched.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

const QString mountRoot = u"/sys/fs/cgroup"_s;

/// The mount points of all hierarchies: one (version 2) or one a controller (version 1).
QStringList hierarchies()
{
    if (QFile::exists(mountRoot + u"/cgroup.controllers"_s))
        return {mountRoot};
    QStringList found;
    const QFileInfoList entries =
        QDir(mountRoot).entryInfoList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QFileInfo &each : entries) {
        if (QFile::exists(each.filePath() + u"/cgroup.procs"_s))
            found += each.filePath();
    }
    return found;
}

Result<void> writeControl(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(text) != text.size())
        return Error(errors::FileFailed, QJsonObject{{u"path"_s, path}}, path + u": "_s + file.errorString());
    return {};
}

Result<void> makeDirectories(const QString &path)
{
    if (!QDir().mkpath(path))
        return Error(errors::FileFailed, QJsonObject{{u"path"_s, path}}, path + u": cannot be created"_s);
    return {};
}

/// An empty set of processors takes no process, so each level repeats its parent's.
Result<void> inheritCpus(const QString &lab, const QString &own)
{
    for (const QString &each : {lab, own}) {
        for (const QString &name : {u"/cpuset.cpus"_s, u"/cpuset.mems"_s}) {
            const auto parent = readFile(QFileInfo(each).path() + name);
            if (!parent)
                return parent.error();
            if (auto set = writeControl(each + name, parent->trimmed()); !set)
                return set;
        }
    }
    return {};
}

Result<QString> makeGroup(const QString &hierarchy, const QString &tag, const QString &host)
{
    const QString lab = hierarchy + u"/vigie-"_s + tag;
    QString own = lab + u'/' + host;
    Result<void> done = makeDirectories(own);
    if (done && hierarchy.endsWith("/cpuset"_L1))
        done = inheritCpus(lab, own);
    if (done && hierarchy == mountRoot)
        done = writeControl(hierarchy + u"/cgroup.subtree_control"_s, "+cpu +memory");
    if (done && hierarchy == mountRoot)
        done = writeControl(lab + u"/cgroup.subtree_control"_s, "+cpu +memory");
    if (!done)
        return done.error();
    return own;
}

/// Version 2 hands controllers down level by level, and never past a group that holds processes: they go into a leaf.
Result<void> makeRoomForGuests(const QString &own)
{
    if (auto made = makeDirectories(own + u"/init"_s); !made)
        return made;
    if (auto moved = writeControl(own + u"/init/cgroup.procs"_s, "0"); !moved)
        return moved;
    return writeControl(own + u"/cgroup.subtree_control"_s, "+cpu +memory");
}

} // namespace

Result<void> enterOwnCgroups(const QString &tag, const QString &host)
{
    std::vector<std::pair<QString, QString>> groups;
    for (const QString &hierarchy : hierarchies()) {
        auto own = makeGroup(hierarchy, tag, host);
        if (!own)
            return own.error();
        if (auto moved = writeControl(*own + u"/cgroup.procs"_s, "0"); !moved)
            return moved;
        groups.emplace_back(hierarchy, *own);
    }
    if (::unshare(CLONE_NEWCGROUP) != 0)
        return systemError("unshare cgroup");
    for (const auto &[hierarchy, own] : groups) {
        if (hierarchy == mountRoot) {
            if (auto made = makeRoomForGuests(own); !made)
                return made;
        }
        if (auto mounted = bindMount(own, hierarchy); !mounted)
            return mounted;
    }
    return {};
}

Result<void> removeCgroups(const QString &tag)
{
    for (const QString &hierarchy : hierarchies()) {
        const QString lab = hierarchy + u"/vigie-"_s + tag;
        if (!QFile::exists(lab))
            continue;
        // Groups hold control files that cannot be removed: only the directories are, from the leaves up.
        const auto removed = runCommand(
            {u"find"_s, lab, u"-depth"_s, u"-type"_s, u"d"_s, u"-exec"_s, u"rmdir"_s, u"{}"_s, u";"_s});
        if (!removed)
            return removed.error();
    }
    return {};
}

} // namespace core::lab
