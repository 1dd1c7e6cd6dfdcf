// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/migration/draft.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

const QString operationName = u"vm.migrate"_s;

/// As a shell reads it back.
QString quoted(const QString &word)
{
    static constexpr QStringView plain = u"-_./:@%+=";
    const bool isPlain = !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || plain.contains(c);
    });
    if (isPlain)
        return word;
    QString inner = word;
    return u'\'' + inner.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

bool migrationTakes(QStringView parameter)
{
    const auto *operation = core::operations::findOperation(operationName);
    return operation != nullptr && std::ranges::any_of(operation->parameters, [&](const auto &each) {
               return QStringView(each.name) == parameter;
           });
}

core::model::MigrationRequest MigrationDraft::requestFor(core::VmId vm) const
{
    core::model::MigrationRequest request{.vm = vm, .priority = priority};
    if (changesHost() && !host.isNull())
        request.host = host;
    if (movesDisks() && !datastore.isNull())
        request.datastore = datastore;
    return request;
}

core::operations::OperationRequest MigrationDraft::operationFor(core::VmId vm) const
{
    QJsonObject parameters{{u"vm"_s, vm.toString()}};
    if (changesHost() && !host.isNull())
        parameters.insert(u"host"_s, host.toString());
    if (movesDisks() && !datastore.isNull())
        parameters.insert(u"datastore"_s, datastore.toString());
    if (migrationTakes(u"priority"))
        parameters.insert(u"priority"_s, QString::fromLatin1(core::wireName(priority)));
    return {operationName, parameters};
}

QString MigrationDraft::command(const std::vector<core::VmId> &which,
                                const core::model::Inventory &inventory) const
{
    QStringList words{u"vigiectl"_s, u"vm"_s, u"migrate"_s};
    for (const core::VmId vm : which)
        words += quoted(inventory.nameOf(vm));
    if (changesHost() && !host.isNull())
        words += {u"--host"_s, quoted(inventory.nameOf(host))};
    if (movesDisks() && !datastore.isNull())
        words += {u"--datastore"_s, quoted(inventory.nameOf(datastore))};
    if (priority != core::model::MigrationPriority::Normal)
        words += {u"--priority"_s, QString::fromLatin1(core::wireName(priority))};
    return words.join(u' ');
}

} // namespace views
