// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/databaseroutes.h"

#include "core/api/server/answers.h"

#include <QDateTime>
#include <QDir>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcDatabaseRoutes, "vigie.api.database")

namespace core::api::server {

DatabaseRoutes::DatabaseRoutes(Clock &clock, persistence::Store &store, Witness &witness, QString directory)
    : m_clock(clock),
      m_store(store),
      m_witness(witness),
      m_directory(std::move(directory)),
      m_scope([](const Error &error) { qCWarning(lcDatabaseRoutes) << error.code << error.detail; })
{}

bool DatabaseRoutes::has(const QStringList &path)
{
    return !path.isEmpty() && path.front() == u"database";
}

void DatabaseRoutes::handle(const Request &request, const VisitorPtr &visitor, const Answer &answer)
{
    if (!visitor->may(model::Privilege::GlobalSettings)) {
        answer(lacking(model::Privilege::GlobalSettings, {}));
    } else if (request.method == "GET") {
        m_scope.spawn(answerInfo(this, answer));
    } else if (m_copying) {
        answer(problem(Error(errors::Busy)));
    } else {
        model::AuditRecord record{
            .who = visitor->identity().principal, .from = request.address, .what = u"database.backup"_s};
        m_scope.spawn(answerBackup(this, std::move(record), answer));
    }
}

Task<> DatabaseRoutes::answerInfo(DatabaseRoutes *self, Answer answer)
{
    const auto info = co_await self->m_store.info();
    answer(info ? json(json::toObject(*info)) : problem(info.error()));
    co_return {};
}

Result<QString> DatabaseRoutes::nextCopy() const
{
    QDir directory(m_directory);
    if (m_directory.isEmpty() || !directory.mkpath(u"."_s)
        || !QFile::setPermissions(m_directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return Error(errors::Unsupported, u"no directory for copies: %1"_s.arg(m_directory));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now().time_since_epoch().count(), Qt::UTC);
    return directory.absoluteFilePath(u"vigie-%1.backup"_s.arg(now.toString(u"yyyyMMdd-HHmmss"_s)));
}

Task<> DatabaseRoutes::answerBackup(DatabaseRoutes *self, model::AuditRecord record, Answer answer)
{
    const auto path = self->nextCopy();
    if (!path) {
        answer(problem(path.error()));
        co_return {};
    }
    self->m_copying = true;
    const auto copied = co_await self->m_store.backup(*path, self->m_clock.now());
    self->m_copying = false;
    record.result = copied ? u"succeeded"_s : copied.error().code;
    record.correlation = *path;
    const auto told = co_await self->m_witness.tell(std::move(record));
    if (!copied || !told) {
        answer(problem(copied ? told.error() : copied.error()));
        co_return {};
    }
    Response response = json({{u"path"_s, *path}});
    response.status = 201;
    answer(response);
    co_return {};
}

} // namespace core::api::server
