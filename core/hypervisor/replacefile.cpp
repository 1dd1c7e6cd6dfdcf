// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hypervisor/hostfiles.h"

using namespace Qt::StringLiterals;

namespace core::hypervisor {

namespace {

Task<> removeIfThere(std::shared_ptr<HostFiles> files, QString path)
{
    const auto removed = co_await files->remove(path);
    if (removed || removed.error().is(core::errors::NotFound))
        co_return {};
    co_return removed.error();
}

/// Written, and found to be there as it should be.
Task<> writeSurely(std::shared_ptr<HostFiles> files, QString path, QByteArray content)
{
    if (const auto removed = co_await removeIfThere(files, path); !removed)
        co_return removed.error();
    if (const auto written = co_await files->write(path, content); !written)
        co_return written.error();
    const auto there = co_await files->read(path);
    if (!there)
        co_return there.error();
    if (*there != content)
        co_return Error(core::errors::Internal, u"the file reads otherwise than it was written: "_s + path);
    co_return {};
}

} // namespace

Task<> replaceFile(std::shared_ptr<HostFiles> files, QString path, QByteArray content)
{
    const QString beside = path + u".new"_s;
    if (const auto written = co_await writeSurely(files, beside, content); !written)
        co_return written.error();
    if (const auto written = co_await writeSurely(files, path, content); !written)
        co_return written.error();
    co_return co_await removeIfThere(files, beside);
}

} // namespace core::hypervisor
