// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/lists.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::api::schema {

namespace {

constexpr int mostItems = 1000;
constexpr qsizetype longestFilter = 1000;

Error wrongFilter(const QString &why)
{
    return errors::invalidArgument(u"filter"_s, why);
}

/// A word outside of quotes, and whether a part of it is in quotes.
struct Word {
    QString text; ///< without the quotes
    bool quoted = false;
};

Result<std::vector<Word>> wordsOf(const QString &text)
{
    std::vector<Word> words;
    Word word;
    bool inside = false;
    for (const QChar c : text + u' ') {
        if (c == u'"') {
            inside = !inside;
            word.quoted = true;
        } else if (c.isSpace() && !inside) {
            if (!word.text.isEmpty() || word.quoted)
                words.push_back(std::exchange(word, {}));
        } else {
            word.text += c;
        }
    }
    if (inside)
        return wrongFilter(u"a quote without its partner"_s);
    return words;
}

/// What is wrong with one word; empty: nothing.
QString objection(const Word &word)
{
    static const QStringList foreign{u"AND"_s, u"OR"_s, u"NOT"_s, u"LIKE"_s, u"IN"_s};
    const model::Query read = model::Query::parse(u'"' + word.text + u'"');
    if (read.isEmpty() || (word.text == u"-" && !word.quoted))
        return u"a value is missing: "_s + word.text;
    if (word.quoted)
        return {};
    const QString bare = word.text.startsWith(u'-') ? word.text.mid(1) : word.text;
    if (foreign.contains(bare) || bare.startsWith(u'\'') || bare.contains(u'=') || bare.contains(u'<')
        || bare.contains(u'>') || bare.contains(u'(') || bare.contains(u')') || bare.contains(u';'))
        return u"words and field:value terms expected; anything else in quotes: "_s + word.text;
    if (bare.indexOf(u':') > 0 && read.terms().front().field == model::Query::Field::Any)
        return u"no such field: "_s + bare.section(u':', 0, 0);
    return {};
}

std::optional<Error> foreignParameter(const QUrlQuery &query, bool filterable)
{
    QStringList seen;
    for (const auto &[key, value] : query.queryItems()) {
        static const QStringList known{u"limit"_s, u"cursor"_s, u"sort"_s, u"fields"_s};
        if (!known.contains(key) && !(filterable && key == u"filter"))
            return errors::invalidArgument(key, u"no such parameter"_s);
        if (seen.contains(key))
            return errors::invalidArgument(key, u"given twice"_s);
        seen += key;
    }
    return std::nullopt;
}

/// Of a form: a `+` is a space unless it is escaped.
QString valueOf(const QUrlQuery &query, const QString &key)
{
    QString encoded = query.queryItemValue(key, QUrl::FullyEncoded);
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded.replace(u'+', u' ').toUtf8()));
}

Result<void> readSort(const QString &text, const QStringList &sortable, ListQuery &result)
{
    if (text.isEmpty())
        return {};
    result.descending = text.startsWith(u'-');
    result.sort = result.descending ? text.mid(1) : text;
    if (!sortable.contains(result.sort))
        return errors::invalidArgument(u"sort"_s, u"one of these expected: "_s + sortable.join(u", "_s));
    return {};
}

} // namespace

Result<model::Query> readFilter(const QString &text)
{
    if (text.size() > longestFilter || text.contains(QChar::Null))
        return wrongFilter(u"at most %1 characters expected"_s.arg(longestFilter));
    const auto words = wordsOf(text);
    if (!words)
        return words.error();
    for (const Word &word : *words) {
        if (const QString wrong = objection(word); !wrong.isEmpty())
            return wrongFilter(wrong);
    }
    return model::Query::parse(text);
}

Result<ListQuery> readListQuery(const QUrlQuery &query, const QStringList &sortable, const QStringList &known,
                                bool filterable)
{
    ListQuery result;
    if (auto wrong = foreignParameter(query, filterable))
        return *std::move(wrong);
    if (query.hasQueryItem(u"limit"_s)) {
        bool isNumber = false;
        result.limit = valueOf(query, u"limit"_s).toInt(&isNumber);
        if (!isNumber || result.limit < 1 || result.limit > mostItems)
            return errors::invalidArgument(u"limit"_s, u"a whole number from 1 to 1000 expected"_s);
    }
    result.cursor = query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded).toLatin1();
    if (const auto read = readSort(valueOf(query, u"sort"_s), sortable, result); !read)
        return read.error();
    result.filterText = valueOf(query, u"filter"_s);
    auto filter = readFilter(result.filterText);
    if (!filter)
        return filter.error();
    result.filter = *std::move(filter);
    result.fields = valueOf(query, u"fields"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &field : result.fields) {
        if (!known.contains(field))
            return errors::invalidArgument(u"fields"_s, u"no such member: "_s + field);
    }
    return result;
}

} // namespace core::api::schema
