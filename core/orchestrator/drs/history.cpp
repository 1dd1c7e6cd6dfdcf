// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/drs/history.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::orchestrator {

namespace {

Q_LOGGING_CATEGORY(lcDrsHistory, "vigie.drs.history")

constexpr size_t mostEntries = 300; // of a cluster
constexpr Duration writtenAfter = 2s; // many moves end at about the same time
const QString prefix = u"drs-history/"_s; // NOLINT(cert-err58-cpp)

} // namespace

DrsHistory::DrsHistory(Clock &clock, persistence::Store &store)
    : m_clock(clock),
      m_store(store),
      m_scope([](const Error &error) { qCWarning(lcDrsHistory) << error.code << error.detail; })
{}

Task<> DrsHistory::load(DrsHistory *self)
{
    const auto kept = co_await self->m_store.secrets(prefix);
    if (!kept)
        co_return kept.error();
    for (auto each = kept->cbegin(); each != kept->cend(); ++each) {
        const auto entries = json::fromJson<std::vector<model::DrsHistoryEntry>>(
            QJsonDocument::fromJson(each.value()).object().value(u"items"_s));
        if (entries)
            self->m_entries.insert(ClusterId::fromString(each.key().mid(prefix.size())),
                                   {entries->begin(), entries->end()});
        else // of a newer program, or broken: what follows need not suffer
            qCWarning(lcDrsHistory) << "not read" << each.key() << entries.error().code;
    }
    co_return {};
}

void DrsHistory::add(ClusterId cluster, model::DrsHistoryEntry entry)
{
    auto &entries = m_entries[cluster];
    entries.push_front(std::move(entry));
    if (entries.size() > mostEntries)
        entries.pop_back();
    if (std::ranges::find(m_unwritten, cluster) == m_unwritten.end())
        m_unwritten.push_back(cluster);
    if (!m_timer)
        m_timer = m_clock.after(writtenAfter, [this] { m_scope.spawn(write(this)); });
}

std::vector<model::DrsHistoryEntry> DrsHistory::of(ClusterId cluster) const
{
    const auto entries = m_entries.constFind(cluster);
    if (entries == m_entries.constEnd())
        return {};
    return {entries->begin(), entries->end()};
}

Task<> DrsHistory::write(DrsHistory *self)
{
    self->m_timer.reset();
    while (!self->m_unwritten.empty()) {
        const ClusterId cluster = self->m_unwritten.back();
        self->m_unwritten.pop_back();
        const QJsonObject items{{u"items"_s, json::toJson(self->of(cluster))}};
        const auto saved = co_await self->m_store.saveSecret(
            prefix + cluster.toString(), QJsonDocument(items).toJson(QJsonDocument::Compact));
        if (!saved) // with the next entry it is tried again
            co_return saved.error();
    }
    co_return {};
}

} // namespace core::orchestrator
