// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/libvirt/remoteshell.h"

#include "core/hypervisor/libvirt/process.h"

using namespace Qt::StringLiterals;

namespace core::hypervisor::libvirt {

namespace {

constexpr qsizetype outputKept = 1 << 20;
constexpr int broken = 255; ///< as ssh says it

} // namespace

QString shellAsRoot()
{
    return u"if [ \"$(id -u)\" != 0 ] && sudo -n true 2>/dev/null; then exec sudo -n sh -s; else exec sh -s; fi"_s;
}

Task<ShellAnswer> runShell(QString program, QStringList arguments, QByteArray script)
{
    QProcess process;
    process.start(program, arguments);
    process.write(script);
    process.closeWriteChannel();
    ProcessWait wait(process);
    co_await wait;
    if (process.error() == QProcess::FailedToStart)
        co_return Error(core::errors::Internal, process.errorString());
    const bool isWhole = process.exitStatus() == QProcess::NormalExit;
    co_return ShellAnswer{.status = isWhole ? process.exitCode() : broken,
                          .output = process.readAllStandardOutput().left(outputKept),
                          .errors = process.readAllStandardError().right(outputKept)};
}

} // namespace core::hypervisor::libvirt
