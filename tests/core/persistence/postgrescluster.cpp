// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/persistence/postgrescluster.h"

#include <QFile>
#include <QProcess>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tests {

namespace {
const QString programs = QStringLiteral("/usr/lib/postgresql/15/bin/");
}

PostgresCluster::~PostgresCluster()
{
    if (m_running)
        stop();
}

QString PostgresCluster::start()
{
    if (!QFile::exists(programs + u"initdb"_s))
        return u"PostgreSQL 15 is not installed"_s;
    m_user = ::geteuid();
    m_group = ::getegid();
    if (m_user == 0) { // PostgreSQL refuses to run as root
        const passwd *other = ::getpwnam("nobody");
        if (other == nullptr)
            return u"there is no user to run it as"_s;
        m_user = other->pw_uid;
        m_group = other->pw_gid;
    }
    if (::chown(QFile::encodeName(m_dir.path()).constData(), m_user, m_group) != 0)
        return u"no directory for it"_s;
    if (!run(u"initdb"_s,
             {u"--pgdata="_s + m_dir.filePath(u"data"_s), u"--username=vigie"_s, u"--auth=trust"_s,
              u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s, u"--no-sync"_s}))
        return u"initdb failed"_s;
    return startAgain() ? QString() : u"pg_ctl start failed"_s;
}

bool PostgresCluster::startAgain()
{
    const QString options = u"-c listen_addresses='' -c fsync=off -k "_s + m_dir.path();
    m_running =
        control({u"start"_s, u"--wait"_s, u"--options="_s + options, u"--log="_s + m_dir.filePath(u"log"_s)});
    return m_running;
}

bool PostgresCluster::stop()
{
    m_running = false;
    return control({u"stop"_s, u"--wait"_s, u"--mode=immediate"_s});
}

QString PostgresCluster::newDatabase()
{
    const QString name = u"t%1"_s.arg(++m_databases);
    const bool made = run(u"createdb"_s, {u"--host="_s + m_dir.path(), u"--username=vigie"_s, name});
    return made ? u"postgresql:///%1?host=%2&user=vigie"_s.arg(name, m_dir.path()) : QString();
}

bool PostgresCluster::control(const QStringList &arguments) const
{
    return run(u"pg_ctl"_s, QStringList{u"--pgdata="_s + m_dir.filePath(u"data"_s)} + arguments);
}

bool PostgresCluster::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.setStandardOutputFile(QProcess::nullDevice()); // the server keeps them open
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier([this] {
        if (::geteuid() == 0
            && (::setgroups(0, nullptr) != 0 || ::setgid(m_group) != 0 || ::setuid(m_user) != 0))
            ::_exit(126);
    });
    process.start(programs + program, arguments);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

} // namespace tests
