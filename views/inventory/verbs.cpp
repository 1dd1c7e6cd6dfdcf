// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/verbs.h"

#include "core/text/text.h"
#include "views/widgets/applicability.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

struct Placed {
    QStringView operation; ///< "vm.power-on", or only the verb: "rename" of any kind
    MenuGroup group;
    const char *shortcut;
};

// The VI Client's order and shortcuts.
constexpr std::array order{
    Placed{u"vm.power-on", MenuGroup::Power, "Ctrl+B"},
    Placed{u"vm.power-off", MenuGroup::Power, "Ctrl+E"},
    Placed{u"vm.suspend", MenuGroup::Power, "Ctrl+Z"},
    Placed{u"vm.pause", MenuGroup::Power, nullptr},
    Placed{u"vm.resume", MenuGroup::Power, nullptr},
    Placed{u"vm.reset", MenuGroup::Power, "Ctrl+T"},
    Placed{u"vm.shut-down", MenuGroup::PowerGuest, "Ctrl+D"},
    Placed{u"vm.reboot", MenuGroup::PowerGuest, "Ctrl+R"},
    Placed{u"vm.create", MenuGroup::Create, "Ctrl+N"},
    Placed{u"datastore.register-vm", MenuGroup::Create, nullptr},
    Placed{u"datacenter.create", MenuGroup::Create, nullptr},
    Placed{u"folder.create", MenuGroup::Create, nullptr},
    Placed{u"cluster.create", MenuGroup::Create, nullptr},
    Placed{u"host.add", MenuGroup::Create, nullptr},
    Placed{u"pool.create", MenuGroup::Create, nullptr},
    Placed{u"host.enter-maintenance", MenuGroup::Connection, nullptr},
    Placed{u"host.exit-maintenance", MenuGroup::Connection, nullptr},
    Placed{u"host.reconnect", MenuGroup::Connection, nullptr},
    Placed{u"host.disconnect", MenuGroup::Connection, nullptr},
    Placed{u"vm.migrate", MenuGroup::Arrange, nullptr},
    Placed{u"vm.move-to-pool", MenuGroup::Arrange, nullptr},
    Placed{u"vm.set", MenuGroup::Arrange, "F4"},
    Placed{u"move", MenuGroup::Arrange, nullptr},
    Placed{u"rename", MenuGroup::Arrange, "F2"},
    Placed{u"vm.unregister", MenuGroup::Remove, nullptr},
    Placed{u"remove", MenuGroup::Remove, nullptr},
    Placed{u"delete", MenuGroup::Remove, nullptr},
};

/// Of rules and recommendations: they stand in lists of their own.
bool isListed(const core::operations::Operation &operation)
{
    static constexpr std::array listed{QStringView(u"cluster.set-rule"), QStringView(u"cluster.delete-rule"),
                                       QStringView(u"cluster.drs-apply")};
    return std::ranges::find(listed, QStringView(operation.name)) != listed.end();
}

bool isAdministration(const core::operations::Operation &operation)
{
    if (isListed(operation))
        return true;
    const auto kind = core::json::fromJson<core::model::Kind>(operation.kindName);
    return !kind || !core::model::isInfrastructure(*kind); // an alarm is of no kind
}

void placeVerb(Verb &verb)
{
    if (isAdministration(*verb.operation)) {
        verb.group = MenuGroup::Administration;
        return;
    }
    const auto *at = std::ranges::find(order, QStringView(verb.key), &Placed::operation);
    if (at == order.end())
        at = std::ranges::find(order, QStringView(verb.operation->verb), &Placed::operation);
    if (at == order.end())
        return;
    verb.group = at->group;
    verb.rank = static_cast<int>(at - order.begin());
    if (at->shortcut != nullptr)
        verb.shortcut = QKeySequence(QString::fromLatin1(at->shortcut), QKeySequence::PortableText);
}

bool isDestructive(const core::operations::Operation &operation)
{
    static constexpr std::array hurting{QStringView(u"power-off"), QStringView(u"reset"),
                                        QStringView(u"delete"), QStringView(u"remove"),
                                        QStringView(u"unregister")};
    return std::ranges::find(hurting, QStringView(operation.verb)) != hurting.end();
}

bool isInterrupting(const core::operations::Operation &operation)
{
    static constexpr std::array stopping{QStringView(u"suspend"), QStringView(u"shut-down"),
                                         QStringView(u"reboot")};
    return std::ranges::find(stopping, QStringView(operation.verb)) != stopping.end();
}

std::vector<Verb> collect()
{
    std::vector<Verb> all;
    for (const auto &operation : core::operations::catalogue())
        all.push_back({.key = operation.name,
                       .operation = &operation,
                       .preset = {},
                       .interrupting = isInterrupting(operation),
                       .destructive = isDestructive(operation)});
    if (const auto *suspend = core::operations::findOperation(u"vm.suspend"))
        all.push_back({.key = u"vm.pause"_s, .operation = suspend, .preset = {{u"keepInMemory"_s, true}}});
    std::ranges::for_each(all, placeVerb);
    std::ranges::stable_sort(all, {}, [](const Verb &verb) { return std::pair(verb.group, verb.rank); });
    return all;
}

} // namespace

const std::vector<Verb> &verbs()
{
    static const std::vector<Verb> all = collect();
    return all;
}

const Verb *findVerb(QStringView key)
{
    const auto it = std::ranges::find(verbs(), key, [](const Verb &verb) { return QStringView(verb.key); });
    return it != verbs().end() ? &*it : nullptr;
}

QString VerbLabel::plain(const Verb &verb)
{
    if (verb.key == u"vm.pause")
        return tr("Pause");
    return core::text::operationLabel(verb.operation->name);
}

QString VerbLabel::menu(const Verb &verb)
{
    return inputs(*verb.operation).empty() ? plain(verb) : tr("%1…").arg(plain(verb));
}

} // namespace views
