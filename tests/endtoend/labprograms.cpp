// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/endtoend/labprograms.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QThread>

using namespace Qt::StringLiterals;

namespace endtoend {

QJsonObject Ran::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonArray Ran::items() const
{
    return json().value(u"items"_s).toArray();
}

QString Ran::errorCode() const
{
    const QJsonObject said = QJsonDocument::fromJson(err).object();
    return said.value(u"error"_s).toObject().value(u"code"_s).toString();
}

Ran run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {.err = "did not end: " + process.errorString().toUtf8()};
    }
    return {.code = process.exitCode(),
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

Ran LabPrograms::lab(const QStringList &arguments) const
{
    return run(qEnvironmentVariable("VIGIE_BIN") + u"/vigiectl"_s,
               QStringList{u"lab"_s, arguments.front(), u"--dir"_s, directory()} + arguments.mid(1));
}

Ran LabPrograms::ctl(const QStringList &arguments) const
{
    return run(qEnvironmentVariable("VIGIE_BIN") + u"/vigiectl"_s,
               QStringList{u"--core"_s, coreDirectory()} + arguments);
}

Ran LabPrograms::virsh(const QString &host, const QStringList &arguments) const
{
    for (const QJsonValue &each : lab({u"status"_s, u"--json"_s}).json().value(u"hosts"_s).toArray()) {
        if (each[u"name"].toString() == host)
            return run(u"virsh"_s, QStringList{u"-c"_s, each[u"uri"].toString()} + arguments);
    }
    return {.err = "no such host"};
}

QByteArray LabPrograms::domainState(const QString &host, const QString &name) const
{
    return virsh(host, {u"domstate"_s, name}).out.trimmed();
}

QJsonObject LabPrograms::object(const QString &kinds, const QString &name) const
{
    for (const QJsonValue &each : ctl({u"get"_s, kinds, u"-o"_s, u"json"_s}).items()) {
        if (each[u"name"].toString() == name)
            return each.toObject();
    }
    return {};
}

qint64 LabPrograms::corePid() const
{
    QFile file(coreDirectory() + u"/endpoint.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return QJsonDocument::fromJson(file.readAll()).object().value(u"pid"_s).toInteger();
}

bool becomes(const std::function<bool()> &condition)
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 60'000; QThread::msleep(200)) {
        if (condition())
            return true;
    }
    return condition();
}

} // namespace endtoend
