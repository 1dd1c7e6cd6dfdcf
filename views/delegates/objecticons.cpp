// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/delegates/objecticons.h"

#include "views/delegates/iconengine.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

// The icons lie in a static library: without this the linker would drop them. Not possible in a namespace.
static void loadIconFiles()
{
    Q_INIT_RESOURCE(icons);
}

namespace views {

namespace {

using namespace core::model;

bool hasFile(const QString &name)
{
    static const bool loaded = [] {
        loadIconFiles();
        return true;
    }();
    return loaded && QFile::exists(u":/icons/"_s + name + u".svg"_s);
}

/// QIcon shares its engine: one for each recipe, however many rows ask.
QIcon iconOf(const IconRecipe &recipe)
{
    static QHash<QString, QIcon> made;
    QIcon &known = made[recipe.key()];
    if (known.isNull() && hasFile(recipe.base))
        known = QIcon(new IconEngine(recipe));
    return known;
}

QString pictureOf(Kind kind)
{
    return QString::fromLatin1(core::wireName(kind)); // the files have the names of the kinds
}

QString overlayOf(PowerState state)
{
    switch (state) {
    case PowerState::Running: return u"overlay-running"_s;
    case PowerState::Paused: return u"overlay-paused"_s;
    case PowerState::Suspended: return u"overlay-suspended"_s;
    case PowerState::Off: return {};
    case PowerState::Crashed: return u"overlay-crashed"_s;
    case PowerState::Unknown: return u"overlay-unknown"_s;
    }
    Q_UNREACHABLE();
}

QString overlayOf(HostState state)
{
    switch (state) {
    case HostState::Connecting: return u"overlay-task"_s;
    case HostState::Connected: return {};
    case HostState::NotResponding: return u"overlay-crashed"_s;
    case HostState::Disconnected: return u"overlay-disconnected"_s;
    }
    Q_UNREACHABLE();
}

IconRecipe recipeOf(const Vm &vm)
{
    if (vm.isTemplate)
        return {.base = u"template"_s};
    return {.base = u"vm"_s,
            .state = overlayOf(vm.state),
            .note = vm.stale ? u"overlay-stale"_s : QString(),
            .faded = vm.stale};
}

IconRecipe recipeOf(const Host &host)
{
    return {
        .base = u"host"_s, .state = overlayOf(host.state), .faded = host.state == HostState::Disconnected};
}

IconRecipe recipeOf(const Datastore &datastore)
{
    return {.base = u"datastore"_s, .state = datastore.accessible ? QString() : u"overlay-crashed"_s};
}

IconRecipe recipeOf(const Network &network)
{
    return {.base = u"network"_s, .state = network.active ? QString() : u"overlay-disconnected"_s};
}

template <class T>
IconRecipe recipeOf(const T &)
{
    return {.base = pictureOf(T::kind)};
}

} // namespace

QIcon iconFor(const Object &object)
{
    return std::visit([](const auto &value) { return iconOf(recipeOf(*value)); }, object);
}

QIcon iconFor(Kind kind)
{
    return iconOf({.base = pictureOf(kind)});
}

QIcon operationIcon(QStringView operation)
{
    const QString verb = operation.toString().section(u'.', 1);
    if (operation == u"host.delete")
        return icon(u"remove"_s);
    if (verb == u"reconnect" || verb == u"take-over")
        return icon(u"connect"_s);
    if (verb == u"unregister")
        return icon(u"remove"_s);
    if (verb == u"register-vm")
        return icon(u"add"_s);
    if (verb == u"check")
        return icon(u"search"_s);
    if (verb == u"prepare")
        return icon(u"settings"_s);
    if (verb == u"test")
        return icon(u"done"_s);
    if (verb == u"create" && operation != u"folder.create")
        return icon(u"add"_s);
    if (verb == u"set")
        return icon(u"rename"_s);
    if (verb == u"add-rule")
        return icon(u"add"_s);
    if (verb == u"delete-rule")
        return icon(u"delete"_s);
    if (verb == u"drs-run")
        return icon(u"refresh"_s);
    if (verb == u"move-to-pool")
        return icon(u"pool"_s);
    if (verb == u"drs-apply")
        return icon(u"done"_s);
    if (verb.startsWith(u"set-") && verb != u"set-password")
        return icon(u"settings"_s);
    if (verb.endsWith(u"-maintenance"))
        return icon(u"settings"_s);
    if (verb == u"acknowledge")
        return icon(u"done"_s);
    if (verb == u"set-password")
        return icon(u"permission"_s);
    return icon(verb);
}

QIcon icon(const QString &name)
{
    return iconOf({.base = name});
}

} // namespace views
