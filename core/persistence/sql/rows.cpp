// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/persistence/sql/rows.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core::persistence {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject parsed(const QVariant &json)
{
    return QJsonDocument::fromJson(json.toString().toUtf8()).object();
}

QString searchText(const model::Event &event)
{
    QStringList words{event.code, event.objectName, event.actor};
    for (const QJsonValue &value : event.parameters) {
        if (value.isString() || value.isDouble())
            words += value.toVariant().toString();
    }
    return words.join(u'\n').toCaseFolded().remove(QChar(u'\0')); // PostgreSQL keeps no NUL
}

QString searchPattern(const QString &text)
{
    QString pattern = text.toCaseFolded().remove(QChar(u'\0'));
    for (const QChar special : {u'\\', u'%', u'_'})
        pattern.replace(special, u'\\' + QString(special));
    return u'%' + pattern + u'%';
}

} // namespace core::persistence
