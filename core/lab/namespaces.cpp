// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/namespaces.h"

#include "core/lab/errors.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

constexpr std::array keptRights{CAP_NET_ADMIN, CAP_SYS_ADMIN};

Result<void> writeLine(const char *path, const QByteArray &line)
{
    const Fd fd(::open(path, O_WRONLY | O_CLOEXEC));
    if (!fd || ::write(fd.get(), line.constData(), static_cast<size_t>(line.size())) != line.size())
        return systemError(path);
    return {};
}

/// The user keeps its own number inside: files look the same on both sides, and libvirt takes the daemon for a session's.
Result<void> mapOnlyMyself(uid_t uid, gid_t gid)
{
    if (auto done = writeLine("/proc/self/setgroups", "deny"); !done)
        return done;
    const QByteArray user = QByteArray::number(uid);
    const QByteArray group = QByteArray::number(gid);
    if (auto done = writeLine("/proc/self/uid_map", user + ' ' + user + " 1"); !done)
        return done;
    return writeLine("/proc/self/gid_map", group + ' ' + group + " 1");
}

Result<void> mountAt(const char *source, const QString &target, const char *type, unsigned long flags,
                     const char *data = nullptr)
{
    const QByteArray path = QFile::encodeName(target);
    if (::mount(source, path.constData(), type, flags, data) != 0) {
        Error error = systemError("mount");
        error.detail += u" ("_s + target + u')';
        return error;
    }
    return {};
}

/// In a child of enterLabNamespaces(): what every lab host does first.
int tryHostMounts()
{
    if (!mountProc())
        return 1;
    const auto host = forkHost();
    if (!host)
        return 1;
    if (*host == 0)
        ::_exit(mountProc() ? 0 : 1);
    int result = 1;
    ::waitpid(*host, &result, 0);
    return WIFEXITED(result) ? WEXITSTATUS(result) : 1;
}

bool canMakeNamespaces(Isolation isolation)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (!enterLabNamespaces(isolation))
            ::_exit(1);
        const pid_t inner = ::fork();
        if (inner == 0)
            ::_exit(tryHostMounts());
        int innerResult = 1;
        ::waitpid(inner, &innerResult, 0);
        ::_exit(WIFEXITED(innerResult) ? WEXITSTATUS(innerResult) : 1);
    }
    int result = 1;
    return child > 0 && ::waitpid(child, &result, 0) == child && WIFEXITED(result)
        && WEXITSTATUS(result) == 0;
}

struct Capabilities {
    __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    std::array<__user_cap_data_struct, 2> data{};
};

} // namespace

Result<Isolation> bestIsolation()
{
    const Isolation wanted = ::geteuid() == 0 ? Isolation::System : Isolation::Session;
    if (canMakeNamespaces(wanted))
        return wanted;
    if (wanted == Isolation::System)
        return Error(errors::NamespacesForbidden, u"root may not create namespaces here"_s);
    return Isolation::Plain;
}

Result<void> enterLabNamespaces(Isolation isolation)
{
    const uid_t uid = ::getuid();
    const gid_t gid = ::getgid();
    const int user = isolation == Isolation::System ? 0 : CLONE_NEWUSER;
    if (::unshare(user | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID) != 0)
        return systemError("unshare");
    if (user != 0) {
        if (auto mapped = mapOnlyMyself(uid, gid); !mapped)
            return mapped;
    }
    return mountAt(nullptr, u"/"_s, nullptr, MS_REC | MS_PRIVATE);
}

Result<void> keepRights()
{
    Capabilities capabilities;
    if (::syscall(SYS_capget, &capabilities.header, capabilities.data.data()) != 0)
        return systemError("capget");
    for (const int right : keptRights)
        capabilities.data[static_cast<size_t>(CAP_TO_INDEX(right))].inheritable |= CAP_TO_MASK(right);
    if (::syscall(SYS_capset, &capabilities.header, capabilities.data.data()) != 0)
        return systemError("capset");
    for (const int right : keptRights) {
        if (::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, right, 0, 0) != 0)
            return systemError("prctl PR_CAP_AMBIENT");
    }
    return {};
}

void dropRights()
{
    ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
}

Result<pid_t> forkHost()
{
    const unsigned long flags =
        CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | SIGCHLD;
    const long pid = ::syscall(SYS_clone, flags, nullptr, nullptr, nullptr, nullptr);
    if (pid < 0)
        return systemError("clone");
    return static_cast<pid_t>(pid);
}

Result<void> mountProc()
{
    return mountAt("proc", u"/proc"_s, "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC);
}

Result<void> bindMount(const QString &source, const QString &target)
{
    return mountAt(QFile::encodeName(source).constData(), target, nullptr, MS_BIND);
}

Result<void> mountEmpty(const QString &target)
{
    return mountAt("none", target, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755,size=1m");
}

Result<void> mountSys()
{
    const Fd cgroups(::open("/sys/fs/cgroup", O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (auto mounted = mountAt("sysfs", u"/sys"_s, "sysfs", MS_NOSUID | MS_NODEV | MS_NOEXEC); !mounted)
        return mounted;
    if (!cgroups)
        return {};
    const QByteArray source = "/proc/self/fd/" + QByteArray::number(cgroups.get());
    return mountAt(source.constData(), u"/sys/fs/cgroup"_s, nullptr, MS_BIND | MS_REC);
}

} // namespace core::lab
