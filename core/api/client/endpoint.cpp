// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/endpoint.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core::api::client {

Result<Endpoint> readEndpoint(const QString &directory)
{
    QFile file(QDir(directory).filePath(u"endpoint.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return Error(errors::NotFound, QJsonObject{{u"what"_s, file.fileName()}}, file.errorString());
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const Endpoint endpoint{.url = QUrl(object.value(u"url"_s).toString(), QUrl::StrictMode),
                            .token = object.value(u"token"_s).toString(),
                            .pid = object.value(u"pid"_s).toInteger(),
                            .instance = object.value(u"instance"_s).toString()};
    if (!endpoint.url.isValid() || endpoint.url.host().isEmpty() || endpoint.token.isEmpty()
        || endpoint.pid <= 0)
        return errors::invalidArgument(file.fileName(), u"url, token and pid expected"_s);
    return endpoint;
}

} // namespace core::api::client
