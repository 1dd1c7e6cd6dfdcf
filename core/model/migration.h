// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ref.h"

#include <optional>
#include <vector>

/// The migration of a VM as values: what is asked, what speaks against it, and how far it is. Who checks, who carries
/// it out and who shows it share them.
namespace core::model {

/// What moves. The wizard's first page; a request says it by what it names.
enum class MigrationKind { Host, Datastore, HostAndDatastore };
constexpr auto wireNames(MigrationKind)
{
    return std::array{WireName{MigrationKind::Host, "host"}, WireName{MigrationKind::Datastore, "datastore"},
                      WireName{MigrationKind::HostAndDatastore, "host-and-datastore"}};
}

/// Automatic: a VM that runs moves running, one that is off moves cold.
enum class MigrationMode { Automatic, Live, Cold };
constexpr auto wireNames(MigrationMode)
{
    return std::array{WireName{MigrationMode::Automatic, "automatic"}, WireName{MigrationMode::Live, "live"},
                      WireName{MigrationMode::Cold, "cold"}};
}

/// The place in the queue, and what the host may take from other VMs for it.
enum class MigrationPriority { High, Normal, Low };
constexpr auto wireNames(MigrationPriority)
{
    return std::array{WireName{MigrationPriority::High, "high"},
                      WireName{MigrationPriority::Normal, "normal"}, WireName{MigrationPriority::Low, "low"}};
}

/// Where one disk goes.
struct DiskPlacement {
    QString disk; ///< its target: "vda"
    DatastoreId datastore;
    QString format; ///< raw, qcow2; empty: as it is

    static constexpr auto fields =
        FieldList{field("disk", &DiskPlacement::disk), field("datastore", &DiskPlacement::datastore),
                  field("format", &DiskPlacement::format)};
    friend bool operator==(const DiskPlacement &, const DiskPlacement &) = default;
};

/// The adapters on one network are on another one afterwards.
struct NetworkMapping {
    NetworkId from;
    NetworkId to;

    static constexpr auto fields =
        FieldList{field("from", &NetworkMapping::from), field("to", &NetworkMapping::to)};
    friend bool operator==(const NetworkMapping &, const NetworkMapping &) = default;
};

struct MigrationRequest {
    VmId vm;
    std::optional<HostId> host; ///< absent: it stays where it is, its disks move
    std::optional<DatastoreId> datastore; ///< for every disk that `disks` does not name; absent: they stay
    std::vector<DiskPlacement> disks;
    std::vector<NetworkMapping> networks; ///< those that keep their network are not named
    std::optional<PoolId> pool; ///< absent: its own, or the root pool of another cluster
    MigrationMode mode = MigrationMode::Automatic;
    MigrationPriority priority = MigrationPriority::Normal;

    /// Whether the VM really goes anywhere, the checks say.
    [[nodiscard]] bool movesDisks() const { return datastore.has_value() || !disks.empty(); }
    [[nodiscard]] MigrationKind kind() const
    {
        if (!host)
            return MigrationKind::Datastore;
        return movesDisks() ? MigrationKind::HostAndDatastore : MigrationKind::Host;
    }

    static constexpr auto fields = FieldList{field("vm", &MigrationRequest::vm),
                                             field("host", &MigrationRequest::host),
                                             field("datastore", &MigrationRequest::datastore),
                                             field("disks", &MigrationRequest::disks),
                                             field("networks", &MigrationRequest::networks),
                                             field("pool", &MigrationRequest::pool),
                                             field("mode", &MigrationRequest::mode),
                                             field("priority", &MigrationRequest::priority)};
    friend bool operator==(const MigrationRequest &, const MigrationRequest &) = default;
};

/// An error forbids, a warning only tells.
enum class FindingSeverity { Error, Warning };
constexpr auto wireNames(FindingSeverity)
{
    return std::array{WireName{FindingSeverity::Error, "error"},
                      WireName{FindingSeverity::Warning, "warning"}};
}

/// What speaks against something. The problem's code is one of core/migration/errors.h (or of the operations'), its
/// parameters fill the sentence that core/text makes: what, where, why and what to do.
struct Finding {
    FindingSeverity severity = FindingSeverity::Error;
    Error problem;
    ObjectRef object; ///< where it lies: a host, datastore, network…; the root: in the request

    static constexpr auto fields =
        FieldList{field("severity", &Finding::severity), field("problem", &Finding::problem),
                  field("object", &Finding::object)};
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// The first error of them; null when all are warnings.
[[nodiscard]] inline const Finding *firstError(const std::vector<Finding> &findings)
{
    for (const Finding &finding : findings) {
        if (finding.severity == FindingSeverity::Error)
            return &finding;
    }
    return nullptr;
}

/// Why a place was thought better or worse: a code and what fills its sentence.
struct Reason {
    QString code; ///< "placement.memory-free"; core/text says it
    QJsonObject params;

    static constexpr auto fields = FieldList{field("code", &Reason::code), field("params", &Reason::params)};
    friend bool operator==(const Reason &, const Reason &) = default;
};

/// A host where the VM could go, or why it could not.
struct MigrationCandidate {
    HostId host;
    double score = 0; ///< 0–1, higher is better; 0 of one with an error
    std::vector<Reason> reasons;
    std::vector<Finding> findings;

    [[nodiscard]] bool isPossible() const { return firstError(findings) == nullptr; }

    static constexpr auto fields = FieldList{
        field("host", &MigrationCandidate::host), field("score", &MigrationCandidate::score),
        field("reasons", &MigrationCandidate::reasons), field("findings", &MigrationCandidate::findings)};
    friend bool operator==(const MigrationCandidate &, const MigrationCandidate &) = default;
};

/// One pass over the memory, as it was when last seen.
struct MigrationPass {
    int number = 1;
    Duration at{}; ///< since the copy began
    Bytes remaining;
    Bytes dirtiedPerSecond; ///< what the guest writes meanwhile
    Bytes copiedPerSecond;

    static constexpr auto fields =
        FieldList{field("number", &MigrationPass::number), field("atMs", &MigrationPass::at),
                  field("remainingBytes", &MigrationPass::remaining),
                  field("dirtiedBytesPerSecond", &MigrationPass::dirtiedPerSecond),
                  field("copiedBytesPerSecond", &MigrationPass::copiedPerSecond)};
    friend bool operator==(const MigrationPass &, const MigrationPass &) = default;
};

/// The figures of one migration. What is not known (yet) is absent.
struct MigrationFigures {
    int pass = 0; ///< the present one; 0: memory is not being copied yet
    std::optional<Bytes> memoryTotal;
    std::optional<Bytes> memoryRemaining;
    std::optional<Bytes> dirtiedPerSecond;
    std::optional<Bytes> copiedPerSecond;
    std::optional<Bytes> diskTotal;
    std::optional<Bytes> diskCopied;
    std::optional<Bytes> diskDuplicated; ///< written by the guest meanwhile, on both sides
    std::optional<Duration> expectedDowntime; ///< if it were switched over now
    std::optional<Duration> downtimeLimit;
    std::optional<Duration> downtime; ///< as measured, when it is over
    bool notConverging = false; ///< the guest dirties faster than the network carries
    std::vector<MigrationPass> passes; ///< oldest first: the chart

    static constexpr auto fields =
        FieldList{field("pass", &MigrationFigures::pass),
                  field("memoryTotalBytes", &MigrationFigures::memoryTotal),
                  field("memoryRemainingBytes", &MigrationFigures::memoryRemaining),
                  field("dirtiedBytesPerSecond", &MigrationFigures::dirtiedPerSecond),
                  field("copiedBytesPerSecond", &MigrationFigures::copiedPerSecond),
                  field("diskTotalBytes", &MigrationFigures::diskTotal),
                  field("diskCopiedBytes", &MigrationFigures::diskCopied),
                  field("diskDuplicatedBytes", &MigrationFigures::diskDuplicated),
                  field("expectedDowntimeMs", &MigrationFigures::expectedDowntime),
                  field("downtimeLimitMs", &MigrationFigures::downtimeLimit),
                  field("downtimeMs", &MigrationFigures::downtime),
                  field("notConverging", &MigrationFigures::notConverging),
                  field("passes", &MigrationFigures::passes)};
    friend bool operator==(const MigrationFigures &, const MigrationFigures &) = default;
};

} // namespace core::model
