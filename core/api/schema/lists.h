// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/search.h"

#include <QUrlQuery>

/// The questions of lists: which page of what, in which order. Read strictly: a slip of the pen is an answer of 400,
/// not another list. Pure.
namespace core::api::schema {

struct ListQuery {
    int limit = 100; ///< 1 to 1000
    QByteArray cursor; ///< as it came; empty: from the beginning
    QString sort; ///< a member; empty: the list's own order
    bool descending = false;
    QString filterText;
    model::Query filter;
    QStringList fields; ///< members to answer with; empty: all
};

/// `sortable`, `known`: the members that a list can be sorted by and consists of. `filterable`: takes a filter.
/// `base.invalid-argument` names the parameter that is wrong, or that there is none such, or that it came twice.
[[nodiscard]] Result<ListQuery> readListQuery(const QUrlQuery &query, const QStringList &sortable,
                                              const QStringList &known, bool filterable);

/// As model::Query reads it, but refuses what it would take for a word and can only be a mistake: a quote without its
/// partner, a sign or field without a value, an unknown field, words of other languages' expressions.
[[nodiscard]] Result<model::Query> readFilter(const QString &text);

} // namespace core::api::schema
