// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

using namespace Qt::StringLiterals;

namespace core::json {

QJsonObject errorToJson(const Error &error)
{
    QJsonObject object{{u"code"_s, error.code}};
    if (!error.params.isEmpty())
        object.insert(u"params"_s, error.params);
    if (!error.detail.isEmpty())
        object.insert(u"detail"_s, error.detail);
    return object;
}

Error errorFromJson(const QJsonValue &json)
{
    Error error(errors::Internal);
    if (const QString code = json[u"code"].toString(); !code.isEmpty())
        error.code = code;
    error.params = json[u"params"].toObject();
    error.detail = json[u"detail"].toString();
    return error;
}

} // namespace core::json
