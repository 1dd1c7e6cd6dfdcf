// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/inventory.h"

#include <QStringList>

namespace core::model {

/// What the search field holds: words and `field:value` terms, all of which must fit.
/// `state:running host:h2 web` · `name:` `host:` `cluster:` `datacenter:` `folder:` `datastore:` `network:` `state:`
/// `kind:` `ip:` `os:` `note:`. A value may be quoted, negated by a leading `-` and end or begin with `*`; without a
/// star it is found anywhere in the text. Upper and lower case and accents are the same. An unknown field is a word.
class Query
{
public:
    [[nodiscard]] static Query parse(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] bool matches(const Object &object, const Inventory &inventory) const;

    enum class Field {
        Any,
        Name,
        Host,
        Cluster,
        Datacenter,
        Folder,
        Datastore,
        Network,
        State,
        Kind,
        Address,
        Os,
        Note
    };

    struct Term {
        Field field = Field::Any;
        QString value; ///< folded
        bool negated = false;
        bool anchoredStart = false;
        bool anchoredEnd = false;
        friend bool operator==(const Term &, const Term &) = default;
    };
    [[nodiscard]] const std::vector<Term> &terms() const { return m_terms; }

private:
    std::vector<Term> m_terms;
};

/// Lower case without accents: "Été" finds "ete".
[[nodiscard]] QString folded(const QString &text);

/// A key whose plain comparison puts names as people expect: web-2 before web-10, case and accents aside. Made
/// once for each name, since comparing keys is some thirty times faster than comparing by collation, and free of
/// the locale, so that no table has to be sorted anew when the language changes.
[[nodiscard]] QString naturalKey(const QString &text);

} // namespace core::model
