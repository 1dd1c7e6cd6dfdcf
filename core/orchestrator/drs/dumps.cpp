// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/drs/dumps.h"

#include "core/drs/files.h"

#include <QDir>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace core::orchestrator {

namespace {

Q_LOGGING_CATEGORY(lcDumps, "vigie.drs.dumps")

constexpr int filesKept = 60; // an hour of one cluster

void writeNow(const QString &directory, const drs::Instance &instance, const QString &name)
{
    QDir dir(directory);
    if (!dir.mkpath(u"."_s)) {
        qCWarning(lcDumps) << "cannot make" << directory;
        return;
    }
    QSaveFile file(dir.filePath(name + u".json"_s));
    const bool written = file.open(QIODevice::WriteOnly)
        && file.write(QJsonDocument(drs::toJson(instance)).toJson(QJsonDocument::Compact)) >= 0
        && file.commit();
    if (!written)
        qCWarning(lcDumps) << "cannot write" << file.fileName() << file.errorString();
    const QStringList files = dir.entryList({u"*.json"_s}, QDir::Files, QDir::Time);
    for (const QString &old : files.mid(filesKept))
        dir.remove(old);
}

} // namespace

DrsDumps::DrsDumps(QString directory) : m_directory(std::move(directory)) {}

void DrsDumps::write(drs::Instance instance, const QString &name)
{
    if (m_directory.isEmpty())
        return;
    QThreadPool::globalInstance()->start([directory = m_directory, instance = std::move(instance), name] {
        writeNow(directory, instance, name);
    });
}

} // namespace core::orchestrator
