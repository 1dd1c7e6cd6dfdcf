// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/eventsearch.h"

#include "core/model/search.h"
#include "core/text/language.h"
#include "core/text/sentences.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::text {

namespace {

/// Quotes and stops of our languages. Within a word they stay: "n-1.example".
bool isAroundWords(QChar c)
{
    static const QString marks = u"“”„\"«»‘’'.,:;!?…()"_s;
    return marks.contains(c);
}

QString withoutMarksAround(QStringView word)
{
    QStringView bare = word;
    while (!bare.isEmpty() && isAroundWords(bare.front()))
        bare = bare.sliced(1);
    while (!bare.isEmpty() && isAroundWords(bare.back()))
        bare.chop(1);
    return bare.isEmpty() ? word.toString() : bare.toString(); // somebody looks for the mark itself
}

/// A sentence as it is compared, a gap where a parameter stands: no word reaches over it.
QString comparable(const QString &sentence)
{
    static const QRegularExpression place(u"%\\d"_s);
    QString text = sentence;
    return model::folded(text.replace(place, u" "_s));
}

struct ReadableRow {
    QString key; ///< a code, or the name of an operation
    QString text; ///< comparable
};

std::vector<ReadableRow> readable(std::span<const Sentence> table, const QString &language)
{
    std::vector<ReadableRow> rows;
    for (const Sentence &each : table)
        rows.push_back({QString::fromLatin1(each.code), comparable(sayIn(language, each.text))});
    return rows;
}

QStringList keysWith(const std::vector<ReadableRow> &rows, const QString &word)
{
    QStringList keys;
    for (const ReadableRow &row : rows) {
        if (row.text.contains(word) && !keys.contains(row.key))
            keys += row.key;
    }
    return keys;
}

bool holdsStored(const model::Event &event, const QString &word)
{
    const auto has = [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    if (has(event.code) || has(event.objectName) || has(event.actor))
        return true;
    return std::ranges::any_of(event.parameters, [&](const QJsonValue &value) {
        return (value.isString() || value.isDouble()) && has(value.toVariant().toString());
    });
}

bool readsSo(const model::Event &event, const EventWord &word)
{
    if (word.codes.contains(event.code))
        return true;
    return event.code == codeThatNamesOperations()
        && word.operations.contains(event.parameters.value(u"operation"_s).toString());
}

} // namespace

bool holdsWords(const model::Event &event, const std::vector<EventWord> &words)
{
    return std::ranges::all_of(
        words, [&](const EventWord &each) { return holdsStored(event, each.word) || readsSo(event, each); });
}

std::vector<EventWord> eventWords(const QString &text, const QString &language)
{
    static const QRegularExpression spaces(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (text.isEmpty())
        return {};
    const auto sentences = readable(eventSentences(), language);
    const auto labels = readable(operationLabels(), language);
    std::vector<EventWord> words;
    for (const QString &part : text.split(spaces, Qt::SkipEmptyParts)) {
        const QString word = withoutMarksAround(part);
        if (std::ranges::find(words, word, &EventWord::word) != words.end())
            continue;
        const QString wanted = model::folded(word);
        words.push_back({word, keysWith(sentences, wanted), keysWith(labels, wanted)});
    }
    return words;
}

QString codeThatNamesOperations()
{
    return u"task.failed"_s;
}

} // namespace core::text
