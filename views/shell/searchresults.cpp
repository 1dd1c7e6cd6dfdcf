// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/searchresults.h"

#include "core/model/tree.h"
#include "core/text/text.h"
#include "views/delegates/objecticons.h"
#include "views/widgets/theme.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace views {

using namespace core::model;

namespace {

struct Ranked {
    int rank; ///< 0: the name is the word
    Object object;
};

/// The first plain word of the query: what a name is compared with.
QString wordOf(const Query &query)
{
    for (const Query::Term &term : query.terms()) {
        if (!term.negated && (term.field == Query::Field::Any || term.field == Query::Field::Name))
            return term.value;
    }
    return {};
}

int rankOf(const QString &name, const QString &word)
{
    if (word.isEmpty())
        return 2;
    const QString plain = folded(name);
    if (plain == word)
        return 0;
    return plain.startsWith(word) ? 1 : 2;
}

/// A VM is named by its host, which everybody asks for first.
std::optional<ObjectRef> anyParent(const Object &object, const Inventory &inventory)
{
    static constexpr std::array views{TreeView::HostsAndClusters, TreeView::VmsAndTemplates,
                                      TreeView::Datastores, TreeView::Networks};
    for (const TreeView view : views) {
        if (const auto parent = parentIn(view, object, inventory))
            return parent;
    }
    return {};
}

QString pathOf(const Object &object, const Inventory &inventory)
{
    QStringList names;
    Object at = object;
    for (int depth = 0; depth < 16; ++depth) {
        const auto parent = anyParent(at, inventory);
        const auto next = parent && !parent->isRoot() ? inventory.find(*parent) : std::nullopt;
        if (!next)
            break;
        names.prepend(nameOf(*next));
        at = *next;
    }
    return names.join(u" / "_s);
}

bool before(const Ranked &a, const Ranked &b)
{
    if (a.rank != b.rank)
        return a.rank < b.rank;
    const Kind kindA = refOf(a.object).kind;
    const Kind kindB = refOf(b.object).kind;
    return kindA != kindB ? kindA < kindB
                          : QString::compare(nameOf(a.object), nameOf(b.object), Qt::CaseInsensitive) < 0;
}

} // namespace

SearchAnswer search(const Query &query, const Inventory &inventory, size_t limit)
{
    if (query.isEmpty())
        return {};
    const QString word = wordOf(query);
    std::vector<Ranked> found;
    inventory.forEach([&](const Object &object) {
        if (query.matches(object, inventory))
            found.push_back({rankOf(nameOf(object), word), object});
    });
    const size_t shown = std::min(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(shown), before);
    SearchAnswer answer{.total = static_cast<qsizetype>(found.size())};
    for (size_t i = 0; i < shown; ++i)
        answer.best.push_back({found[i].object, pathOf(found[i].object, inventory)});
    return answer;
}

void SearchResultsModel::setAnswer(SearchAnswer answer)
{
    beginResetModel(); // another question: nothing of the old answer is to be kept
    m_answer = std::move(answer);
    endResetModel();
}

bool SearchResultsModel::hasNote() const
{
    return m_answer.best.empty() || static_cast<size_t>(m_answer.total) > m_answer.best.size();
}

QString SearchResultsModel::note() const
{
    if (m_answer.best.empty())
        return tr("Nothing was found.");
    const auto more = static_cast<int>(m_answer.total - static_cast<qsizetype>(m_answer.best.size()));
    return tr("%n more object(s) fit: type more to narrow the search.", nullptr, more);
}

std::optional<ObjectRef> SearchResultsModel::refAt(const QModelIndex &index) const
{
    const auto row = static_cast<size_t>(index.row());
    if (!index.isValid() || row >= m_answer.best.size())
        return {};
    return refOf(m_answer.best[row].object);
}

int SearchResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answer.best.size()) + (hasNote() ? 1 : 0);
}

QVariant SearchResultsModel::data(const QModelIndex &index, int role) const
{
    const auto row = static_cast<size_t>(index.row());
    if (!index.isValid())
        return {};
    if (row >= m_answer.best.size()) {
        if (role == Qt::ForegroundRole)
            return theme::color(theme::Role::Muted);
        return role == Qt::DisplayRole ? QVariant(note()) : QVariant();
    }
    const SearchFinding &finding = m_answer.best[row];
    const QString kind = core::text::kindName(refOf(finding.object).kind);
    switch (role) {
    case Qt::DisplayRole:
        if (finding.path.isEmpty())
            return tr("%1 – %2", "name – kind").arg(nameOf(finding.object), kind);
        return tr("%1 – %2 in %3", "name – kind in path").arg(nameOf(finding.object), kind, finding.path);
    case Qt::DecorationRole: return iconFor(finding.object);
    default: return {};
    }
}

Qt::ItemFlags SearchResultsModel::flags(const QModelIndex &index) const
{
    const bool object = index.isValid() && static_cast<size_t>(index.row()) < m_answer.best.size();
    const Qt::ItemFlags read =
        Qt::ItemIsEnabled | Qt::ItemNeverHasChildren; // the note: to be read, not chosen
    return object ? read | Qt::ItemIsSelectable : read;
}

} // namespace views
