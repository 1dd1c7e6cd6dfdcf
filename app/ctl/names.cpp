// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/names.h"

#include "app/ctl/errors.h"
#include "core/model/path.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using model::namesOf;
using model::ObjectRef;

Result<ObjectRef> findObject(const QString &text, std::optional<model::Kind> kind,
                             const model::Inventory &inventory)
{
    if (text == u"/" && !kind)
        return ObjectRef();
    if (const auto ref = model::refFromString(text); ref && inventory.contains(*ref))
        return *ref;
    const QUuid id = QUuid::fromString(text);
    std::vector<ObjectRef> found;
    QStringList paths;
    inventory.forEach([&](const model::Object &object) {
        const ObjectRef ref = refOf(object);
        if (kind && ref.kind != *kind)
            return;
        const bool isIt = text.startsWith(u'/')
            ? pathOf(ref, inventory) == text
            : namesOf(object, inventory).contains(text) || (!id.isNull() && ref.id == id);
        if (!isIt)
            return;
        found.push_back(ref);
        paths += pathOf(ref, inventory);
    });
    if (found.empty())
        return Error(core::errors::NotFound, QJsonObject{{u"what"_s, text}});
    if (found.size() > 1) {
        paths.sort();
        return Error(errors::NameAmbiguous,
                     QJsonObject{{u"name"_s, text}, {u"candidates"_s, QJsonArray::fromStringList(paths)}});
    }
    return found.front();
}

} // namespace ctl
