// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ref.h"

using namespace Qt::StringLiterals;

namespace core::model {

QString toString(const ObjectRef &ref)
{
    if (ref.isRoot())
        return u"root"_s;
    return QLatin1StringView(wireName(ref.kind)) + u'/' + ref.id.toString(QUuid::WithoutBraces);
}

Result<ObjectRef> refFromString(const QString &text)
{
    if (text == u"root")
        return ObjectRef();
    const qsizetype slash = text.indexOf(u'/');
    const auto kind = json::fromJson<Kind>(text.left(slash));
    const QUuid id = QUuid::fromString(QStringView(text).mid(slash + 1));
    if (slash < 0 || !kind || id.isNull())
        return errors::invalidArgument({}, u"kind/uuid expected"_s);
    return ObjectRef(*kind, id);
}

} // namespace core::model
