// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/activities.h"
#include "app/ctl/command.h"
#include "app/ctl/errors.h"
#include "app/ctl/names.h"
#include "app/ctl/print.h"
#include "app/ctl/rows.h"
#include "core/api/schema/messages.h"
#include "core/model/search.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;
using api::client::Session;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

/// `get KIND`: what is listed. Templates are VMs of their own list.
struct Listing {
    model::Kind kind = model::Kind::Vm;
    bool templates = false;
};

std::optional<Listing> listingOf(const QString &word)
{
    if (word == u"templates" || word == u"template")
        return Listing{.templates = true};
    const QString plural = word.endsWith(u's') ? word : word + u's';
    const auto kind = api::schema::kindOfCollection(plural);
    if (!kind)
        return std::nullopt;
    return Listing{.kind = *kind};
}

/// What `get KIND [NAME…] [--filter TEXT]` asks for.
struct Selection {
    Listing listing;
    std::vector<model::ObjectRef> named; ///< empty: all
    model::Query filter;
};

Result<Selection> selectionOf(const Arguments &arguments, const model::Inventory &inventory)
{
    const auto listing = listingOf(arguments.words.value(1));
    if (!listing)
        return Error(errors::KindUnknown, QJsonObject{{u"kind"_s, arguments.words.value(1)}});
    Selection selection{.listing = *listing, .named = {}, .filter = model::Query::parse(arguments.filter)};
    for (const QString &name : arguments.words.mid(2)) {
        const auto ref = findObject(name, listing->kind, inventory);
        if (!ref)
            return ref.error();
        selection.named.push_back(*ref);
    }
    return selection;
}

bool isSelected(const model::Object &object, const Selection &selection, const model::Inventory &inventory)
{
    const model::ObjectRef ref = refOf(object);
    if (ref.kind != selection.listing.kind || !selection.filter.matches(object, inventory))
        return false;
    if (!selection.named.empty())
        return std::ranges::find(selection.named, ref) != selection.named.end();
    const auto *vm = std::get_if<std::shared_ptr<const model::Vm>>(&object);
    return vm == nullptr || (*vm)->isTemplate == selection.listing.templates;
}

void printObjects(const Session &session, const Selection &selection, Output output)
{
    std::vector<std::pair<QString, model::Object>> objects;
    session.inventory().forEach([&](const model::Object &object) {
        if (isSelected(object, selection, session.inventory()))
            objects.emplace_back(model::naturalKey(nameOf(object)), object);
    });
    std::ranges::sort(objects, {}, [](const auto &each) { return each.first; });
    std::vector<QStringList> rows;
    QJsonArray items;
    for (const auto &[key, object] : objects) {
        if (output == Output::Json)
            items.append(toJson(object));
        else
            rows.push_back(rowOf(object, session));
    }
    if (output == Output::Json)
        printJson(stdout, {{u"items"_s, items}});
    else
        print(stdout, table(headsOf(selection.listing.kind), rows, output));
}

Result<model::ObjectRef> describedObject(const QStringList &words, const model::Inventory &inventory)
{
    const auto listing = listingOf(words.value(1));
    if (!listing)
        return Error(errors::KindUnknown, QJsonObject{{u"kind"_s, words.value(1)}});
    if (words.size() < 3)
        return Error(errors::NameMissing, QJsonObject{{u"command"_s, words.join(u' ')}});
    if (words.size() > 3)
        return Error(errors::NameSurplus, QJsonObject{{u"name"_s, words.at(3)}});
    return findObject(words.at(2), listing->kind, inventory);
}

} // namespace

void runGet(Session &session, const Arguments &arguments, const End &end)
{
    if (runGetActivities(session, arguments, end))
        return;
    const auto selection = selectionOf(arguments, session.inventory());
    if (!selection) {
        printError(selection.error(), arguments.output);
        end(exitCode(selection.error()));
        return;
    }
    const auto show = [&session, wanted = *selection, output = arguments.output] {
        printObjects(session, wanted, output);
    };
    show();
    if (!arguments.watch) {
        end(done);
        return;
    }
    QObject::connect(&session, &Session::inventoryChanged, &session, show);
    QObject::connect(&session, &Session::inventoryReset, &session, show);
}

void runDescribe(Session &session, const Arguments &arguments, const End &end)
{
    const auto ref = describedObject(arguments.words, session.inventory());
    if (!ref) {
        printError(ref.error(), arguments.output);
        end(exitCode(ref.error()));
        return;
    }
    const QJsonObject object = toJson(*session.inventory().find(*ref));
    if (arguments.output == Output::Json) {
        printJson(stdout, object);
        end(done);
        return;
    }
    std::vector<QStringList> rows;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString value = it->isObject() || it->isArray()
            ? QString::fromUtf8(QJsonDocument::fromVariant(it->toVariant()).toJson(QJsonDocument::Compact))
            : it->toVariant().toString();
        rows.push_back({it.key(), value});
    }
    print(stdout, table({Words::tr("Property"), Words::tr("Value")}, rows, arguments.output));
    end(done);
}

} // namespace ctl
