// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/ha/errors.h"

#include <QJsonArray>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <optional>

namespace core::simulation {

using namespace Qt::StringLiterals;

/// One object of the file. The first mistake is kept; what is read after it does not matter. At its end, keys that nobody
/// has asked for are one.
class ObjectReader
{
public:
    ObjectReader(const QJsonValue &value, QString where, std::optional<Error> &mistake)
        : m_object(value.toObject()),
          m_where(std::move(where)),
          m_mistake(mistake)
    {
        if (!value.isObject())
            wrong({}, u"an object is expected"_s);
    }
    ~ObjectReader()
    {
        for (auto key = m_object.begin(); key != m_object.end(); ++key) {
            if (!m_known.contains(key.key()))
                wrong(key.key(), u"this key is not known"_s);
        }
    }
    ObjectReader(const ObjectReader &) = delete;
    ObjectReader &operator=(const ObjectReader &) = delete;

    void wrong(const QString &name, const QString &why)
    {
        if (m_mistake)
            return;
        const QString where = name.isEmpty() ? m_where : m_where.isEmpty() ? name : m_where + u'.' + name;
        m_mistake = Error(errors::BadScenario, QJsonObject{{u"where"_s, where}}, where + u": "_s + why);
    }
    [[nodiscard]] bool has(const char *name)
    {
        m_known.insert(QString::fromLatin1(name));
        return m_object.contains(QLatin1StringView(name));
    }
    [[nodiscard]] QJsonValue value(const char *name)
    {
        m_known.insert(QString::fromLatin1(name));
        return m_object.value(QLatin1StringView(name));
    }
    [[nodiscard]] double number(const char *name, std::optional<double> absent, double least, double most)
    {
        const QJsonValue found = value(name);
        if (found.isUndefined() && absent)
            return *absent;
        const double number = found.toDouble(std::nan(""));
        if (!found.isDouble() || !(number >= least && number <= most)) {
            wrong(QString::fromLatin1(name), u"a number from %1 to %2 is expected"_s.arg(least).arg(most));
            return std::max(absent.value_or(least), least);
        }
        return number;
    }
    [[nodiscard]] bool flag(const char *name, bool absent)
    {
        if (has(name) && !value(name).isBool())
            wrong(QString::fromLatin1(name), u"true or false is expected"_s);
        return value(name).toBool(absent);
    }
    [[nodiscard]] QString text(const char *name)
    {
        const QString text = value(name).toString();
        if (text.isEmpty())
            wrong(QString::fromLatin1(name), u"a text is expected"_s);
        return text;
    }
    template <class Table>
    [[nodiscard]] auto choice(const char *name, const Table &table, decltype(table.front().second) absent)
    {
        if (!has(name))
            return absent;
        const QString found = value(name).toString();
        QStringList words;
        for (const auto &[word, meaning] : table) {
            if (found == QLatin1StringView(word))
                return meaning;
            words += QString::fromLatin1(word);
        }
        wrong(QString::fromLatin1(name), u"“%1” is not known, only %2"_s.arg(found, words.join(u", "_s)));
        return absent;
    }
    [[nodiscard]] QJsonArray list(const char *name, qsizetype most)
    {
        const QJsonValue found = value(name);
        if (!found.isUndefined() && !found.isArray())
            wrong(QString::fromLatin1(name), u"a list is expected"_s);
        if (found.toArray().size() > most)
            wrong(QString::fromLatin1(name), u"at most %1 are possible"_s.arg(most));
        return found.toArray().size() > most ? QJsonArray() : found.toArray();
    }
    [[nodiscard]] QString where(const char *name) const
    {
        return m_where.isEmpty() ? QString::fromLatin1(name) : m_where + u'.' + QString::fromLatin1(name);
    }
    [[nodiscard]] std::optional<Error> &mistake() { return m_mistake; }

private:
    QJsonObject m_object;
    QString m_where;
    std::optional<Error> &m_mistake;
    QSet<QString> m_known;
};

} // namespace core::simulation
