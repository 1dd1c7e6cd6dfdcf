// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schema/queries.h"

#include "core/base/json.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core::api::schema {

namespace {

constexpr qsizetype mostObjects = 200;
constexpr int mostEvents = 1000;
constexpr size_t mostCodes = 50;
constexpr qsizetype longestText = 200;
constexpr qsizetype mostWords = 40; ///< a sentence has fewer

QString textIn(const QUrlQuery &query, const QString &key)
{
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

/// As QUrlQuery wants a value in which anything may be: it would take "%41" for an A, and "&" for the end.
QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

Result<model::ObjectRef> readObject(const QString &text)
{
    const auto ref = model::refFromString(text);
    if (!ref)
        return errors::invalidArgument(u"object"_s, u"kind/uuid expected"_s);
    return *ref;
}

std::optional<Error> readObjects(const QUrlQuery &query, std::vector<model::ObjectRef> &objects)
{
    for (const QString &text : query.allQueryItemValues(u"object"_s, QUrl::FullyDecoded)) {
        const auto ref = readObject(text);
        if (!ref)
            return ref.error();
        objects.push_back(*ref);
    }
    if (objects.empty() || objects.size() > mostObjects)
        return errors::invalidArgument(u"object"_s, u"1 to %1 objects expected"_s.arg(mostObjects));
    return std::nullopt;
}

/// Each value of a word that may be repeated.
template <class Word>
std::optional<Error> readWords(const QUrlQuery &query, const QString &key, std::vector<Word> &words)
{
    for (const QString &text : query.allQueryItemValues(key, QUrl::FullyDecoded)) {
        const auto word = json::fromJson<Word>(QJsonValue(text));
        if (!word)
            return errors::invalidArgument(key, word.error().params.value(u"reason"_s).toString());
        words.push_back(*word);
    }
    return std::nullopt;
}

std::optional<Error> readInstant(const QUrlQuery &query, const QString &key, std::optional<Instant> &instant)
{
    const QString text = textIn(query, key);
    if (text.isEmpty())
        return std::nullopt;
    instant = fromRfc3339(text);
    if (!instant)
        return errors::invalidArgument(key, u"an RFC 3339 instant expected"_s);
    return std::nullopt;
}

std::optional<Error> readInterval(const QUrlQuery &query, PerformanceQuery &result)
{
    const QString text = textIn(query, u"intervalMs"_s);
    if (!text.isEmpty())
        result.interval = Duration(text.toLongLong());
    else if (result.since || result.until)
        result.interval.reset();
    if (result.interval && result.interval != Duration(20'000) && result.interval != Duration(5'000))
        return errors::invalidArgument(u"intervalMs"_s, u"5000 or 20000 expected"_s);
    if (result.interval && result.until)
        return errors::invalidArgument(u"until"_s, u"not together with intervalMs"_s);
    return std::nullopt;
}

std::optional<Error> readPage(const QUrlQuery &query, EventQuery &result)
{
    bool number = true;
    if (const QString text = textIn(query, u"before"_s); !text.isEmpty())
        result.before = text.toLongLong(&number);
    if (const QString text = textIn(query, u"limit"_s); number && !text.isEmpty())
        result.limit = text.toInt(&number);
    if (!number || result.limit < 1 || result.limit > mostEvents)
        return errors::invalidArgument(u"before, limit"_s, u"whole numbers, limit 1 to 1000 expected"_s);
    return std::nullopt;
}

std::optional<Error> readConditions(const QUrlQuery &query, EventQuery &result)
{
    if (auto wrong = readInstant(query, u"since"_s, result.since))
        return wrong;
    if (auto wrong = readInstant(query, u"until"_s, result.until))
        return wrong;
    if (auto wrong = readWords(query, u"code"_s, result.codes))
        return wrong;
    if (auto wrong = readWords(query, u"severity"_s, result.severities))
        return wrong;
    result.actor = textIn(query, u"actor"_s);
    result.text = textIn(query, u"text"_s);
    result.language = textIn(query, u"language"_s);
    static const QRegularExpression languageTag(u"^[a-z]{0,3}$"_s);
    if (!languageTag.match(result.language).hasMatch())
        return errors::invalidArgument(u"language"_s, u"en, fr or another language's code expected"_s);
    if (result.text.simplified().count(u' ') >= mostWords)
        return errors::invalidArgument(u"text"_s, u"at most %1 words expected"_s.arg(mostWords));
    if (result.codes.size() > mostCodes)
        return errors::invalidArgument(u"code"_s, u"at most %1 codes expected"_s.arg(mostCodes));
    if (result.actor.size() > longestText || result.text.size() > longestText)
        return errors::invalidArgument(u"actor, text"_s,
                                       u"at most %1 characters expected"_s.arg(longestText));
    return std::nullopt;
}

void addInstant(QUrlQuery &parameters, const QString &key, const std::optional<Instant> &instant)
{
    if (instant)
        parameters.addQueryItem(key, toRfc3339(*instant));
}

} // namespace

QUrlQuery write(const PerformanceQuery &query)
{
    QUrlQuery parameters;
    for (const model::ObjectRef &object : query.objects)
        parameters.addQueryItem(u"object"_s, toString(object));
    for (const model::Counter counter : query.counters)
        parameters.addQueryItem(u"counter"_s, QString::fromLatin1(wireName(counter)));
    if (query.interval)
        parameters.addQueryItem(u"intervalMs"_s, QString::number(query.interval->count()));
    addInstant(parameters, u"since"_s, query.since);
    addInstant(parameters, u"until"_s, query.until);
    return parameters;
}

Result<PerformanceQuery> readPerformanceQuery(const QUrlQuery &query)
{
    PerformanceQuery result;
    if (auto wrong = readObjects(query, result.objects))
        return *std::move(wrong);
    if (auto wrong = readWords(query, u"counter"_s, result.counters))
        return *std::move(wrong);
    if (auto wrong = readInstant(query, u"since"_s, result.since))
        return *std::move(wrong);
    if (auto wrong = readInstant(query, u"until"_s, result.until))
        return *std::move(wrong);
    if (auto wrong = readInterval(query, result))
        return *std::move(wrong);
    return result;
}

QUrlQuery write(const EventQuery &query)
{
    QUrlQuery parameters;
    if (query.object)
        parameters.addQueryItem(u"object"_s, toString(*query.object));
    if (query.before)
        parameters.addQueryItem(u"before"_s, QString::number(*query.before));
    parameters.addQueryItem(u"limit"_s, QString::number(query.limit));
    addInstant(parameters, u"since"_s, query.since);
    addInstant(parameters, u"until"_s, query.until);
    for (const QString &code : query.codes)
        parameters.addQueryItem(u"code"_s, code);
    for (const model::Severity severity : query.severities)
        parameters.addQueryItem(u"severity"_s, QString::fromLatin1(wireName(severity)));
    if (!query.actor.isEmpty())
        parameters.addQueryItem(u"actor"_s, encoded(query.actor));
    if (!query.text.isEmpty())
        parameters.addQueryItem(u"text"_s, encoded(query.text));
    if (!query.language.isEmpty())
        parameters.addQueryItem(u"language"_s, query.language);
    return parameters;
}

Result<EventQuery> readEventQuery(const QUrlQuery &query)
{
    EventQuery result;
    if (const QString text = textIn(query, u"object"_s); !text.isEmpty()) {
        const auto ref = readObject(text);
        if (!ref)
            return ref.error();
        result.object = *ref;
    }
    if (auto wrong = readPage(query, result))
        return *std::move(wrong);
    if (auto wrong = readConditions(query, result))
        return *std::move(wrong);
    return result;
}

} // namespace core::api::schema
