// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/hypervisor/sessiondaemon.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QUuid>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tests {

namespace {

constexpr uid_t nobody = 65534;

void giveTo(uid_t user, const QString &path)
{
    if (::geteuid() == 0 && ::chown(path.toLocal8Bit().constData(), user, user) != 0)
        qWarning() << "cannot give away" << path;
}

QStringList asUnprivileged(const QStringList &command)
{
    if (::geteuid() != 0)
        return command;
    const QString id = QString::number(nobody);
    return QStringList{u"setpriv"_s, u"--reuid"_s, id, u"--regid"_s, id, u"--clear-groups"_s} + command;
}

} // namespace

SessionDaemon::SessionDaemon()
    : m_directory(u"/tmp/vigie-test-XXXXXX"_s) // short: a Unix socket's path ends at 107 characters
      ,
      m_hostUuid(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    giveTo(nobody, m_directory.path());
    writeConfiguration();
}

SessionDaemon::~SessionDaemon()
{
    endGuests();
    if (m_process.state() != QProcess::NotRunning) {
        proceed();
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            kill();
    }
}

void SessionDaemon::writeConfiguration() const
{
    for (const char *name : {"run", "config", "config/libvirt", "cache", "data", "home"})
        (void)directory(QString::fromLatin1(name));
    write(u"config/libvirt/libvirtd.conf"_s, u"host_uuid = \"%1\"\n"_s.arg(m_hostUuid));
    write(u"config/libvirt/qemu.conf"_s, u"security_driver = \"none\"\nstdio_handler = \"file\"\n"_s);
}

QString SessionDaemon::directory(const QString &name) const
{
    const QString path = m_directory.filePath(name);
    QDir().mkpath(path);
    giveTo(nobody, path);
    return path;
}

void SessionDaemon::write(const QString &name, const QString &text) const
{
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write a test's file");
    file.close();
    giveTo(nobody, file.fileName());
}

bool SessionDaemon::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_RUNTIME_DIR"_s, directory(u"run"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, directory(u"config"_s));
    environment.insert(u"XDG_CACHE_HOME"_s, directory(u"cache"_s));
    environment.insert(u"XDG_DATA_HOME"_s, directory(u"data"_s));
    environment.insert(u"HOME"_s, directory(u"home"_s));
    environment.remove(u"LISTEN_FDS"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(m_directory.filePath(u"libvirtd.log"_s));
    const QStringList command = asUnprivileged({u"libvirtd"_s});
    m_process.start(command.first(), command.mid(1));
    if (!m_process.waitForStarted())
        return false;
    return QTest::qWaitFor([this] { return !virsh({u"uri"_s}).startsWith("error"_L1); }, 30'000);
}

void SessionDaemon::pause()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void SessionDaemon::proceed()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

void SessionDaemon::kill()
{
    m_process.kill();
    m_process.waitForFinished(5000);
}

QString SessionDaemon::socketPath() const
{
    return m_directory.filePath(u"run/libvirt/libvirt-sock"_s);
}

QString SessionDaemon::helperCommand() const
{
    return u"env XDG_RUNTIME_DIR=%1 "_s.arg(m_directory.filePath(u"run"_s))
        + asUnprivileged({u"virt-ssh-helper"_s, u"qemu:///session"_s}).join(u' ');
}

QString SessionDaemon::uri() const
{
    return u"qemu+unix:///session?socket="_s + socketPath();
}

QString SessionDaemon::virsh(const QStringList &arguments) const
{
    QProcess process;
    process.start(u"virsh"_s, QStringList{u"-q"_s, u"-c"_s, uri()} + arguments);
    if (!process.waitForFinished(60'000))
        return u"error: virsh does not end"_s;
    if (process.exitCode() != 0)
        return u"error: "_s + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString SessionDaemon::guestXml(const QString &name, const QString &uuid) const
{
    return uR"(<domain type='qemu'>
  <name>%1</name><uuid>%2</uuid><memory unit='MiB'>16</memory><vcpu>1</vcpu>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <features><acpi/></features>
  <devices>
    <graphics type='vnc'><listen type='socket' socket='%3/%1.vnc'/></graphics>
    <video><model type='vga' vram='2048'/></video>
    <memballoon model='none'/>
  </devices>
</domain>)"_s.arg(name, uuid, directory(u"vnc"_s));
}

void SessionDaemon::define(const QString &xml) const
{
    write(u"domain.xml"_s, xml);
    if (const QString said = virsh({u"define"_s, m_directory.filePath(u"domain.xml"_s)});
        said.startsWith("error"_L1))
        qWarning().noquote() << said;
}

void SessionDaemon::endGuests() const
{
    QDirIterator files(m_directory.filePath(u"run/libvirt/qemu/run"_s), {u"*.pid"_s}, QDir::Files);
    while (files.hasNext())
        signalGuest(files.next(), SIGKILL);
}

void SessionDaemon::pauseGuest(const QString &name) const
{
    signalGuest(m_directory.filePath(u"run/libvirt/qemu/run/%1.pid"_s.arg(name)), SIGSTOP);
}

void SessionDaemon::proceedGuest(const QString &name) const
{
    signalGuest(m_directory.filePath(u"run/libvirt/qemu/run/%1.pid"_s.arg(name)), SIGCONT);
}

void SessionDaemon::signalGuest(const QString &pidFile, int signal)
{
    QFile file(pidFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const int pid = file.readAll().trimmed().toInt();
    if (pid > 1)
        ::kill(pid, signal);
}

} // namespace tests
