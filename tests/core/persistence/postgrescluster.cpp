// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/persistence/postgrescluster.h"

#include <QDeadlineTimer>
#include <QFile>

#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tests {

namespace {
const QString programs = QStringLiteral("/usr/lib/postgresql/15/bin/");
}

PostgresCluster::~PostgresCluster()
{
    if (m_server.state() != QProcess::NotRunning)
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
    return startAgain() ? QString() : u"PostgreSQL does not start"_s;
}

bool PostgresCluster::startAgain()
{
    prepare(m_server);
    m_server.start(programs + u"postgres"_s,
                   {u"-D"_s, m_dir.filePath(u"data"_s), u"-k"_s, m_dir.path(), u"-c"_s,
                    u"listen_addresses="_s, u"-c"_s, u"fsync=off"_s});
    const QDeadlineTimer limit(60s);
    while (!limit.hasExpired() && m_server.state() != QProcess::NotRunning) {
        if (run(u"pg_isready"_s, {u"--quiet"_s, u"--host="_s + m_dir.path()}))
            return true;
        std::this_thread::sleep_for(50ms);
    }
    return false;
}

bool PostgresCluster::stop()
{
    ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
    return m_server.waitForFinished(60'000);
}

QString PostgresCluster::newDatabase()
{
    const QString name = u"t%1"_s.arg(++m_databases);
    const bool made = run(u"createdb"_s, {u"--host="_s + m_dir.path(), u"--username=vigie"_s, name});
    return made ? u"postgresql:///%1?host=%2&user=vigie"_s.arg(name, m_dir.path()) : QString();
}

/// By the user who may, and not longer than we live.
void PostgresCluster::prepare(QProcess &process) const
{
    process.setWorkingDirectory(m_dir.path());
    process.setStandardOutputFile(QProcess::nullDevice()); // nobody reads them
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier([user = m_user, group = m_group] {
        if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(group) != 0 || ::setuid(user) != 0))
            ::_exit(126);
        if (::prctl(PR_SET_PDEATHSIG, SIGQUIT) != 0) // last: another user forgets it
            ::_exit(126);
    });
}

bool PostgresCluster::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    prepare(process);
    process.start(programs + program, arguments);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

} // namespace tests
