// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/compatibility.h"
#include "core/migration/errors.h"

#include <algorithm>

/// The checks by subject. Inside this module: compatibility.cpp runs them all.
namespace core::migration {

/// What every check looks at, and where it writes what it found.
struct Case {
    const model::MigrationRequest &request;
    const model::Inventory &inventory;
    const Population &population;
    const model::Vm &vm;
    const model::Host &source;
    const model::Host &destination; ///< the source when only disks move
    bool changesHost = false;
    bool live = false;
    std::vector<model::Finding> findings = {};

    void error(const ErrorCode &code, QJsonObject params, const model::ObjectRef &object)
    {
        add(model::FindingSeverity::Error, code, std::move(params), object);
    }
    void warning(const ErrorCode &code, QJsonObject params, const model::ObjectRef &object)
    {
        add(model::FindingSeverity::Warning, code, std::move(params), object);
    }
    /// The VM's and the destination's names, to which a check adds its own parameters.
    [[nodiscard]] QJsonObject names(std::initializer_list<std::pair<QString, QJsonValue>> more = {}) const
    {
        QJsonObject params{{QStringLiteral("vm"), vm.name}, {QStringLiteral("host"), destination.name}};
        for (const auto &[name, value] : more)
            params.insert(name, value);
        return params;
    }
    /// Where a disk is to be; null: where it is.
    [[nodiscard]] DatastoreId targetOf(const model::VmDisk &disk) const;

private:
    void add(model::FindingSeverity severity, const ErrorCode &code, QJsonObject params,
             const model::ObjectRef &object)
    {
        // `vm` and `host` are at hand everywhere; a code gets those that it declares
        const QStringList declared = QString(code.params).split(u' ', Qt::SkipEmptyParts);
        for (const QString &name : params.keys()) {
            if (!declared.contains(name))
                params.remove(name);
        }
        findings.push_back({severity, Error(code, std::move(params)), object});
    }
};

template <class T>
[[nodiscard]] bool isSeenBy(HostId host, const T &object)
{
    return std::ranges::find(object.hosts, host) != object.hosts.end();
}

[[nodiscard]] inline bool hasTrait(const model::VmDisk &disk, model::DiskTrait trait)
{
    return std::ranges::find(disk.traits, trait) != disk.traits.end();
}

void checkState(Case &subject);
void checkDestination(Case &subject);
void checkCpu(Case &subject);
void checkMemory(Case &subject);
void checkDevices(Case &subject);
void checkFirmware(Case &subject);
void checkDisks(Case &subject);
void checkMedia(Case &subject);
void checkSpace(Case &subject);
void checkNetworks(Case &subject);

} // namespace core::migration
