// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/passthrough.h"

#include "core/lab/inodes.h"

#define FUSE_USE_VERSION 312
#include <fuse3/fuse_lowlevel.h>

#include <array>
#include <cerrno>
#include <climits>
#include <string>
#include <thread>

#include <dirent.h>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

/// Each open file here is an open file of its own behind. So the locks on it (OFD, as QEMU's are) are the ones that the
/// hosts of a shared datastore arbitrate with, and they end when it is closed. Nothing is cached: another host may write.
namespace core::lab {

namespace {

using namespace std::chrono_literals;

struct Server {
    Inodes inodes;
    const std::atomic<StorageState> &state;
};

Server &serverOf(fuse_req_t request)
{
    return *static_cast<Server *>(fuse_req_userdata(request));
}

/// Waits while the datastore hangs; false when it fails, and then the request is answered. Who is killed meanwhile need
/// not wait on, as with NFS: else no hung guest could ever be powered off.
bool reach(fuse_req_t request)
{
    for (;;) {
        switch (serverOf(request).state.load(std::memory_order_relaxed)) {
        case StorageState::Present: return true;
        case StorageState::Failing: fuse_reply_err(request, EIO); return false;
        case StorageState::Hanging: break;
        }
        if (fuse_req_interrupted(request)) {
            fuse_reply_err(request, EINTR);
            return false;
        }
        std::this_thread::sleep_for(20ms);
    }
}

/// A call that answers with success or an error only.
template <class Call>
void simply(fuse_req_t request, const Call &call)
{
    if (reach(request))
        fuse_reply_err(request, call() < 0 ? errno : 0);
}

int behind(fuse_req_t request, fuse_ino_t number)
{
    return serverOf(request).inodes.descriptor(number);
}

int fileOf(const fuse_file_info *info)
{
    return static_cast<int>(info->fh);
}

/// A name for calls that take no O_PATH descriptor.
std::string nameOf(int descriptor)
{
    return "/proc/self/fd/" + std::to_string(descriptor);
}

/// Tells the kernel of a file; false (errno) when there is none.
bool describe(fuse_req_t request, fuse_ino_t parent, const char *name, fuse_entry_param &entry)
{
    Fd file(::openat(behind(request, parent), name, O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!file || ::fstatat(file.get(), "", &entry.attr, AT_EMPTY_PATH) != 0)
        return false;
    entry.ino = serverOf(request).inodes.remember(std::move(file), entry.attr);
    return true;
}

void replyEntry(fuse_req_t request, fuse_ino_t parent, const char *name)
{
    fuse_entry_param entry{}; // its times are zero: looked up again each time
    if (describe(request, parent, name, entry))
        fuse_reply_entry(request, &entry);
    else
        fuse_reply_err(request, errno);
}

void lookup(fuse_req_t request, fuse_ino_t parent, const char *name)
{
    if (reach(request))
        replyEntry(request, parent, name);
}

void forget(fuse_req_t request, fuse_ino_t number, uint64_t times)
{
    serverOf(request).inodes.forget(number, times);
    fuse_reply_none(request);
}

void forgetMany(fuse_req_t request, size_t count, fuse_forget_data *forgotten)
{
    for (size_t i = 0; i < count; ++i)
        serverOf(request).inodes.forget(forgotten[i].ino, forgotten[i].nlookup);
    fuse_reply_none(request);
}

void replyAttributes(fuse_req_t request, int descriptor)
{
    struct stat about {};
    if (::fstatat(descriptor, "", &about, AT_EMPTY_PATH) == 0)
        fuse_reply_attr(request, &about, 0);
    else
        fuse_reply_err(request, errno);
}

void getattr(fuse_req_t request, fuse_ino_t number, fuse_file_info *)
{
    if (reach(request))
        replyAttributes(request, behind(request, number));
}

timespec timeOf(const timespec &given, int wanted, int setBit, int nowBit)
{
    if ((wanted & nowBit) != 0)
        return {0, UTIME_NOW};
    return (wanted & setBit) != 0 ? given : timespec{0, UTIME_OMIT};
}

/// Changes what `wanted` (FUSE_SET_ATTR_…) names; false with errno.
bool change(int descriptor, const struct stat &to, int wanted)
{
    const std::string name = nameOf(descriptor);
    if ((wanted & FUSE_SET_ATTR_MODE) != 0 && ::chmod(name.c_str(), to.st_mode) != 0)
        return false;
    const auto user = (wanted & FUSE_SET_ATTR_UID) != 0 ? to.st_uid : static_cast<uid_t>(-1);
    const auto group = (wanted & FUSE_SET_ATTR_GID) != 0 ? to.st_gid : static_cast<gid_t>(-1);
    if ((wanted & (FUSE_SET_ATTR_UID | FUSE_SET_ATTR_GID)) != 0
        && ::fchownat(descriptor, "", user, group, AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    if ((wanted & FUSE_SET_ATTR_SIZE) != 0 && ::truncate(name.c_str(), to.st_size) != 0)
        return false;
    constexpr int times =
        FUSE_SET_ATTR_ATIME | FUSE_SET_ATTR_MTIME | FUSE_SET_ATTR_ATIME_NOW | FUSE_SET_ATTR_MTIME_NOW;
    const std::array set{timeOf(to.st_atim, wanted, FUSE_SET_ATTR_ATIME, FUSE_SET_ATTR_ATIME_NOW),
                         timeOf(to.st_mtim, wanted, FUSE_SET_ATTR_MTIME, FUSE_SET_ATTR_MTIME_NOW)};
    return (wanted & times) == 0 || ::utimensat(AT_FDCWD, name.c_str(), set.data(), 0) == 0;
}

void setattr(fuse_req_t request, fuse_ino_t number, struct stat *to, int wanted, fuse_file_info *)
{
    if (!reach(request))
        return;
    if (change(behind(request, number), *to, wanted))
        replyAttributes(request, behind(request, number));
    else
        fuse_reply_err(request, errno);
}

void readlink(fuse_req_t request, fuse_ino_t number)
{
    if (!reach(request))
        return;
    std::string target(PATH_MAX, '\0');
    const ssize_t n = ::readlinkat(behind(request, number), "", target.data(), target.size() - 1);
    if (n < 0)
        fuse_reply_err(request, errno);
    else
        fuse_reply_readlink(request, target.substr(0, static_cast<size_t>(n)).c_str());
}

/// Makes something with `call`, then tells of it.
template <class Call>
void make(fuse_req_t request, fuse_ino_t parent, const char *name, const Call &call)
{
    if (!reach(request))
        return;
    if (call(behind(request, parent)) < 0)
        fuse_reply_err(request, errno);
    else
        replyEntry(request, parent, name);
}

void mkdir(fuse_req_t request, fuse_ino_t parent, const char *name, mode_t mode)
{
    make(request, parent, name, [=](int directory) { return ::mkdirat(directory, name, mode); });
}

void symlink(fuse_req_t request, const char *target, fuse_ino_t parent, const char *name)
{
    make(request, parent, name, [=](int directory) { return ::symlinkat(target, directory, name); });
}

void link(fuse_req_t request, fuse_ino_t number, fuse_ino_t parent, const char *name)
{
    const std::string from = nameOf(behind(request, number));
    make(request, parent, name,
         [&](int directory) { return ::linkat(AT_FDCWD, from.c_str(), directory, name, AT_SYMLINK_FOLLOW); });
}

void unlink(fuse_req_t request, fuse_ino_t parent, const char *name)
{
    simply(request, [=] { return ::unlinkat(behind(request, parent), name, 0); });
}

void rmdir(fuse_req_t request, fuse_ino_t parent, const char *name)
{
    simply(request, [=] { return ::unlinkat(behind(request, parent), name, AT_REMOVEDIR); });
}

void rename(fuse_req_t request, fuse_ino_t from, const char *name, fuse_ino_t to, const char *newName,
            unsigned flags)
{
    simply(request,
           [=] { return ::renameat2(behind(request, from), name, behind(request, to), newName, flags); });
}

/// O_DIRECT is kept by caching nothing on our side; behind, it would want aligned buffers.
constexpr int openFlags(int flags)
{
    return (flags & ~(O_DIRECT | O_NOFOLLOW)) | O_CLOEXEC;
}

bool take(int descriptor, fuse_file_info *info)
{
    info->fh = static_cast<uint64_t>(descriptor);
    info->direct_io = 1;
    return descriptor >= 0;
}

void open(fuse_req_t request, fuse_ino_t number, fuse_file_info *info)
{
    if (!reach(request))
        return;
    const std::string name = nameOf(behind(request, number));
    if (take(::open(name.c_str(), openFlags(info->flags)), info))
        fuse_reply_open(request, info);
    else
        fuse_reply_err(request, errno);
}

void create(fuse_req_t request, fuse_ino_t parent, const char *name, mode_t mode, fuse_file_info *info)
{
    if (!reach(request))
        return;
    fuse_entry_param entry{};
    const bool made =
        take(::openat(behind(request, parent), name, openFlags(info->flags) | O_CREAT, mode), info);
    if (made && describe(request, parent, name, entry))
        fuse_reply_create(request, &entry, info);
    else
        fuse_reply_err(request, errno);
}

/// Never waits: who closes may be about to end.
void release(fuse_req_t request, fuse_ino_t, fuse_file_info *info)
{
    ::close(fileOf(info));
    fuse_reply_err(request, 0);
}

void read(fuse_req_t request, fuse_ino_t, size_t size, off_t offset, fuse_file_info *info)
{
    if (!reach(request))
        return;
    std::string buffer(size, '\0');
    const ssize_t n = ::pread(fileOf(info), buffer.data(), size, offset);
    if (n < 0)
        fuse_reply_err(request, errno);
    else
        fuse_reply_buf(request, buffer.data(), static_cast<size_t>(n));
}

void write(fuse_req_t request, fuse_ino_t, const char *buffer, size_t size, off_t offset,
           fuse_file_info *info)
{
    if (!reach(request))
        return;
    const ssize_t n = ::pwrite(fileOf(info), buffer, size, offset);
    if (n < 0)
        fuse_reply_err(request, errno);
    else
        fuse_reply_write(request, static_cast<size_t>(n));
}

void fsync(fuse_req_t request, fuse_ino_t, int dataOnly, fuse_file_info *info)
{
    simply(request, [=] { return dataOnly != 0 ? ::fdatasync(fileOf(info)) : ::fsync(fileOf(info)); });
}

void fallocate(fuse_req_t request, fuse_ino_t, int mode, off_t offset, off_t length, fuse_file_info *info)
{
    simply(request, [=] { return ::fallocate(fileOf(info), mode, offset, length); });
}

void seek(fuse_req_t request, fuse_ino_t, off_t offset, int whence, fuse_file_info *info)
{
    if (!reach(request))
        return;
    const off_t found = ::lseek(fileOf(info), offset, whence);
    if (found < 0)
        fuse_reply_err(request, errno);
    else
        fuse_reply_lseek(request, found);
}

void getLock(fuse_req_t request, fuse_ino_t, fuse_file_info *info, struct flock *range)
{
    if (!reach(request))
        return;
    range->l_pid = 0; // as the kernel wants it of these locks
    if (::fcntl(fileOf(info), F_OFD_GETLK, range) < 0) {
        fuse_reply_err(request, errno);
        return;
    }
    range->l_pid = 0; // the holder may be on another host
    fuse_reply_lock(request, range);
}

void setLock(fuse_req_t request, fuse_ino_t, fuse_file_info *info, struct flock *range, int waits)
{
    range->l_pid = 0;
    simply(request, [=] { return ::fcntl(fileOf(info), waits != 0 ? F_OFD_SETLKW : F_OFD_SETLK, range); });
}

void statfs(fuse_req_t request, fuse_ino_t number)
{
    if (!reach(request))
        return;
    struct statvfs about {};
    if (::fstatvfs(behind(request, number), &about) == 0)
        fuse_reply_statfs(request, &about);
    else
        fuse_reply_err(request, errno);
}

/// The stream's place is that of the open directory behind, which every reading of it sets first.
void readdir(fuse_req_t request, fuse_ino_t, size_t size, off_t offset, fuse_file_info *info)
{
    if (!reach(request))
        return;
    DIR *directory = ::fdopendir(::openat(fileOf(info), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory) {
        fuse_reply_err(request, errno);
        return;
    }
    std::string buffer(size, '\0');
    size_t used = 0;
    if (offset != 0)
        ::seekdir(directory, offset);
    while (const dirent *entry = ::readdir(directory)) {
        struct stat about {};
        about.st_ino = entry->d_ino;
        about.st_mode = static_cast<mode_t>(DTTOIF(entry->d_type));
        const size_t wanted = fuse_add_direntry(request, buffer.data() + used, size - used, entry->d_name,
                                                &about, ::telldir(directory));
        if (wanted > size - used)
            break;
        used += wanted;
    }
    ::closedir(directory);
    fuse_reply_buf(request, buffer.data(), used);
}

fuse_lowlevel_ops operations()
{
    fuse_lowlevel_ops all{};
    all.lookup = lookup;
    all.forget = forget;
    all.forget_multi = forgetMany;
    all.getattr = getattr;
    all.setattr = setattr;
    all.readlink = readlink;
    all.mkdir = mkdir;
    all.symlink = symlink;
    all.link = link;
    all.unlink = unlink;
    all.rmdir = rmdir;
    all.rename = rename;
    all.open = open;
    all.create = create;
    all.release = release;
    all.read = read;
    all.write = write;
    all.fsync = fsync;
    all.fallocate = fallocate;
    all.lseek = seek;
    all.getlk = getLock;
    all.setlk = setLock;
    all.statfs = statfs;
    all.opendir = open;
    all.readdir = readdir;
    all.releasedir = release;
    return all;
}

} // namespace

int servePassthrough(const Fd &connection, const Fd &root, const std::atomic<StorageState> &state)
{
    ::umask(0); // those who create have applied theirs
    Server self{.inodes = Inodes(root.get()), .state = state};
    std::string name = "vigie";
    std::array<char *, 2> words{name.data(), nullptr};
    fuse_args arguments{1, words.data(), 0};
    const fuse_lowlevel_ops all = operations();
    fuse_session *session = fuse_session_new(&arguments, &all, sizeof all, &self);
    const std::string place = "/dev/fd/" + std::to_string(connection.get());
    if (!session
        || fuse_session_mount(session, place.c_str()) != 0) // mounted already: it takes the descriptor
        return 1;
    fuse_loop_config *config = fuse_loop_cfg_create();
    const int result = fuse_session_loop_mt(session, config);
    fuse_loop_cfg_destroy(config);
    return result;
}

} // namespace core::lab
