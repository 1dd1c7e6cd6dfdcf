// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/storage.h"

#include "core/lab/namespaces.h"
#include "core/lab/passthrough.h"

#include <QFile>

#include <algorithm>
#include <csignal>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::lab {

namespace {

static_assert(sizeof(std::atomic<StorageState>) == 1 && std::atomic<StorageState>::is_always_lock_free);

/// One byte, a StorageState. Beside the sockets: gone with the processes, kept while a host is off.
QString stateFile(const Paths &paths, const QString &host, const QString &datastore)
{
    return paths.runtime() + u'/' + host + u'/' + datastore + u".storage"_s;
}

Result<Fd> openState(const QString &path)
{
    Fd fd(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!fd || ::ftruncate(fd.get(), 1) != 0)
        return systemError("open");
    return fd;
}

/// Never unmapped: the process that looks at it lives for nothing else.
Result<const std::atomic<StorageState> *> mapState(const QString &path)
{
    const auto fd = openState(path);
    if (!fd)
        return fd.error();
    void *byte = ::mmap(nullptr, 1, PROT_READ | PROT_WRITE, MAP_SHARED, fd->get(), 0);
    if (byte == MAP_FAILED)
        return systemError("mmap");
    return static_cast<const std::atomic<StorageState> *>(byte);
}

Result<Fd> mountFuse(const QString &path, Isolation isolation)
{
    Fd connection(::open("/dev/fuse", O_RDWR | O_CLOEXEC));
    if (!connection)
        return systemError("open /dev/fuse");
    QByteArray options = "fd=" + QByteArray::number(connection.get()) + ",rootmode=40000,user_id="
        + QByteArray::number(::getuid()) + ",group_id=" + QByteArray::number(::getgid());
    if (isolation == Isolation::System)
        options += ",allow_other";
    if (::mount("vigie-lab", QFile::encodeName(path).constData(), "fuse", MS_NOSUID | MS_NODEV,
                options.constData())
        != 0)
        return systemError("mount");
    return connection;
}

Result<void> mountDatastore(const Paths &paths, Isolation isolation, const QString &host,
                            const LabDatastore &datastore)
{
    const Fd root(::open(QFile::encodeName(datastore.path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root)
        return systemError("open");
    const auto state = mapState(stateFile(paths, host, datastore.name));
    if (!state)
        return state.error();
    const auto connection = mountFuse(datastore.path, isolation);
    if (!connection)
        return connection.error();
    const pid_t child = ::fork();
    if (child < 0)
        return systemError("fork");
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::prctl(PR_SET_NAME, "lab-storage");
        dropRights();
        ::_exit(servePassthrough(*connection, root, **state));
    }
    return {};
}

} // namespace

bool canLoseStorage(Isolation isolation)
{
    if (isolation == Isolation::Plain)
        return false;
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(enterLabNamespaces(isolation) && mountFuse(u"/tmp"_s, isolation) ? 0 : 1);
    int result = 1;
    return child > 0 && ::waitpid(child, &result, 0) == child && WIFEXITED(result)
        && WEXITSTATUS(result) == 0;
}

Result<void> mountDatastores(const Paths &paths, const LabStatus &lab, const QString &host)
{
    if (std::ranges::find(lab.faults, FaultKind::StorageLost) == lab.faults.end())
        return {};
    for (const LabDatastore &datastore : lab.datastores) {
        if (std::ranges::find(datastore.hosts, host) == datastore.hosts.end())
            continue;
        if (auto mounted = mountDatastore(paths, lab.isolation, host, datastore); !mounted)
            return mounted;
    }
    return {};
}

Result<void> setStorage(const Paths &paths, const QString &host, const QString &datastore,
                        std::optional<StorageLoss> loss)
{
    const auto fd = openState(stateFile(paths, host, datastore));
    if (!fd)
        return fd.error();
    const StorageState state = !loss ? StorageState::Present
        : *loss == StorageLoss::Apd  ? StorageState::Hanging
                                     : StorageState::Failing;
    if (::pwrite(fd->get(), &state, sizeof state, 0) != sizeof state)
        return systemError("pwrite");
    return {};
}

} // namespace core::lab
