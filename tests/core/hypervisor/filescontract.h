// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/scope.h"
#include "core/hypervisor/hypervisor.h"

#include <QObject>

#include <functional>

namespace tests {

/// One adapter of HostFiles under the contract: how to reach two hosts, and a directory of each that is empty.
struct FilesAdapter {
    struct Side {
        std::function<core::Task<std::unique_ptr<core::hypervisor::Hypervisor>>()> open;
        QString directory;
    };
    Side first;
    Side second;
    std::function<void()> advance; ///< called while the suite waits: lets a virtual clock run. May be empty.
};

/// What every adapter of the port keeps; used as HypervisorContract is.
class HostFilesContract : public QObject
{
    Q_OBJECT

public:
    explicit HostFilesContract(FilesAdapter adapter);
    ~HostFilesContract() override;

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsWrittenIsReadBack();
    void anEmptyFileIsAFile();
    void aFileIsWrittenOnce();
    void whatIsNotThereIsNotFound();
    void directoriesAreMadeListedAndRemoved();
    void aDirectoryWithSomethingInItStays();
    void replacingLeavesOneWholeFile();
    void aNewDiskTakesNoRoom();
    void aCopyToAnotherHostHasTheSameDigest();
    void aCopyToTheSameHostToo();
    void aCloneMayHaveAnotherFormat();
    void aCancelledCopyLeavesNothing();
    void aHostIsDestroyedWithACopyUnderWay();

private:
    using Files = std::shared_ptr<core::hypervisor::HostFiles>;

    template <class T>
    core::Result<T> wait(core::Task<T> task);
    [[nodiscard]] QStringList namesIn(const Files &files, const QString &directory);
    void empty(const Files &files, const QString &directory);

    FilesAdapter m_adapter;
    std::shared_ptr<core::hypervisor::Hypervisor> m_first;
    std::shared_ptr<core::hypervisor::Hypervisor> m_second;
    Files m_here;
    Files m_there;
    QString m_path; ///< of the first's directory, with the slash
    QString m_otherPath;
};

} // namespace tests
