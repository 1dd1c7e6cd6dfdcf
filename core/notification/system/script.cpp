// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notification/system/script.h"

#include "core/notification/errors.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::notification::system {

namespace {

constexpr qsizetype outputKept = 2000;

Error failedWith(const ErrorCode &code, const QString &script, const QString &detail)
{
    return Error(code, QJsonObject{{u"script"_s, script}}, detail);
}

/// Why it is not run.
std::optional<QString> objectionTo(const QString &path)
{
    struct stat state {};
    if (::lstat(QFile::encodeName(path).constData(), &state) != 0)
        return u"it is not there"_s;
    if (!S_ISREG(state.st_mode))
        return u"it is no regular file"_s;
    if ((state.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return u"others than its owner can change it"_s;
    if (state.st_uid != ::geteuid() && state.st_uid != 0)
        return u"it belongs to another user"_s;
    if (::access(QFile::encodeName(path).constData(), X_OK) != 0)
        return u"it is not executable"_s;
    return std::nullopt;
}

/// A group of its own, so that what it has started ends with it; and none of our files and sockets.
void separate()
{
    ::setsid();
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
}

Result<void> outcomeOf(QProcess &process, const QString &name, Duration limit)
{
    const auto group = static_cast<pid_t>(process.processId());
    const bool ended = process.waitForFinished(static_cast<int>(limit.count()));
    if (group > 0)
        ::kill(-group, SIGKILL);
    if (!ended) {
        process.waitForFinished(1000);
        return Error(
            core::errors::Timeout,
            QJsonObject{{u"seconds"_s, qint64(std::chrono::ceil<std::chrono::seconds>(limit).count())}},
            name);
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    const QString status =
        process.exitStatus() == QProcess::NormalExit ? QString::number(process.exitCode()) : u"killed"_s;
    return Error(errors::ScriptFailed, QJsonObject{{u"script"_s, name}, {u"status"_s, status}},
                 QString::fromUtf8(process.readAll().right(outputKept)));
}

} // namespace

std::vector<QString> scriptsIn(const QString &directory)
{
    std::vector<QString> names;
    if (directory.isEmpty())
        return names;
    for (const QFileInfo &file : QDir(directory).entryInfoList(QDir::Files | QDir::NoSymLinks, QDir::Name)) {
        if (!objectionTo(file.filePath()))
            names.push_back(file.fileName());
    }
    return names;
}

QStringList environmentFor(const Notice &notice, const QString &sentence, const QString &server)
{
    const model::Alarm &alarm = notice.alarm;
    const QString test = notice.isTest ? u"1"_s : QString();
    return {u"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"_s,
            u"LANG=C.UTF-8"_s,
            u"VIGIE_SERVER="_s + server,
            u"VIGIE_ALARM="_s + notice.name,
            u"VIGIE_ALARM_ID="_s + alarm.id.toString(),
            u"VIGIE_TRANSITION="_s + QLatin1StringView(wireName(notice.transition)),
            u"VIGIE_SEVERITY="_s + QLatin1StringView(wireName(alarm.severity)),
            u"VIGIE_CODE="_s + alarm.code,
            u"VIGIE_OBJECT="_s + toString(alarm.object),
            u"VIGIE_OBJECT_NAME="_s + alarm.objectName,
            u"VIGIE_MESSAGE="_s + sentence,
            u"VIGIE_SINCE="_s + toRfc3339(alarm.since),
            u"VIGIE_TIME="_s + toRfc3339(notice.time),
            u"VIGIE_REPETITION="_s + QString::number(notice.repetition),
            u"VIGIE_TEST="_s + test};
}

Result<void> runScript(const QString &directory, const QString &name, const QStringList &environment,
                       Duration limit)
{
    const QString path = QDir(directory).absoluteFilePath(name); // it is run from elsewhere
    if (directory.isEmpty() || name.isEmpty() || name.contains(u'/') || name.startsWith(u'.')
        || !QFileInfo::exists(path))
        return failedWith(errors::ScriptMissing, name, path);
    if (const auto objection = objectionTo(path))
        return failedWith(errors::ScriptUnsafe, name, path + u": "_s + *objection);
    QProcess process;
    process.setProgram(path);
    process.setWorkingDirectory(QDir(directory).absolutePath());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment variables;
    for (const QString &each : environment)
        variables.insert(each.section(u'=', 0, 0), each.section(u'=', 1));
    process.setProcessEnvironment(variables);
    process.setChildProcessModifier(separate);
    process.start(QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return failedWith(errors::ScriptUnsafe, name, process.errorString());
    return outcomeOf(process, name, limit);
}

} // namespace core::notification::system
