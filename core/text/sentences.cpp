// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"

#include "core/text/access.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::text {

namespace {

QStringList namesOf(const Sentence &sentence)
{
    return QString::fromLatin1(sentence.params).split(u' ', Qt::SkipEmptyParts);
}

/// The name of a parameter says what its number is.
QString parameterText(const QString &name, const QJsonValue &value)
{
    if (name == u"operation")
        return operationLabel(value.toString());
    if (name == u"privilege") {
        const auto privilege = json::fromJson<model::Privilege>(value);
        return privilege ? privilegeName(*privilege) : value.toString();
    }
    if (name.endsWith(u"Ratio"))
        return percent(value.toDouble());
    if (name.endsWith(u"Bytes"))
        return bytes(Bytes(value.toInteger()));
    if (name.endsWith(u"Mhz"))
        return megaHertz(MegaHertz(value.toInteger()));
    if (value.isDouble())
        return QLocale().toString(value.toDouble(), 'f', QLocale::FloatingPointShortest);
    if (value.isArray())
        return value.toVariant().toStringList().join(u", "_s);
    return value.toString();
}

} // namespace

const Sentence *findSentence(std::span<const Sentence> table, QStringView code, const QJsonObject &params)
{
    const auto fits = [&](const Sentence &row) {
        return QLatin1StringView(row.code) == code
            && std::ranges::all_of(namesOf(row), [&](const QString &name) { return params.contains(name); });
    };
    const auto row = std::ranges::find_if(table, fits);
    return row == table.end() ? nullptr : &*row;
}

QString render(const Sentence &sentence, const QJsonObject &params)
{
    QStringList values;
    for (const QString &name : namesOf(sentence))
        values += parameterText(name, params.value(name));
    return fill(QCoreApplication::translate("Text", sentence.text), values);
}

QString labelOf(std::span<const Sentence> table, QStringView code)
{
    const Sentence *row = findSentence(table, code, {});
    return row != nullptr ? render(*row, {}) : code.toString();
}

QString say(const char *source)
{
    return QCoreApplication::translate("Text", source);
}

QString fill(const QString &pattern, const QStringList &values)
{
    QString result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int digit = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (digit < 1 || digit > values.size()) {
            result += pattern[i];
            continue;
        }
        result += values[digit - 1];
        ++i;
    }
    return result;
}

} // namespace core::text
