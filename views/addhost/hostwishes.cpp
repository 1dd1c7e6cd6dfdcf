// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addhost/hostwishes.h"

#include "core/operations/host/add.h"
#include "views/addhost/hosturi.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/// Empty: it is no address.
QString uriFrom(const QString &word)
{
    static const QRegularExpression hostName(u"^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$"_s);
    if (!word.contains(u"://"_s))
        return hostName.match(word).hasMatch() ? toString(HostUri{
                   .transport = HostUri::Transport::Ssh, .user = u"root"_s, .host = word, .socket = {}})
                                               : QString();
    const QUrl url(word, QUrl::StrictMode);
    return url.isValid() && !url.scheme().isEmpty() ? word : QString();
}

} // namespace

HostList readHosts(const QString &text)
{
    static const QRegularExpression blank(u"\\s+"_s);
    HostList list;
    for (const QString &line : text.split(u'\n')) {
        const QString content = line.section(u'#', 0, 0).trimmed();
        const QStringList words = content.split(blank, Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        const HostWish wish{.uri = uriFrom(words.back()),
                            .name = words.size() == 2 ? words.front() : QString()};
        if (words.size() > 2 || wish.uri.isEmpty())
            list.wrong += content;
        else if (std::ranges::find(list.hosts, wish.uri, &HostWish::uri) == list.hosts.end())
            list.hosts.push_back(wish);
    }
    return list;
}

core::operations::OperationRequest addRequest(const HostWish &host, const core::model::ObjectRef &parent)
{
    core::operations::AddHost wanted{
        .parent = parent, .uri = host.uri, .name = {}, .trust = {}, .secret = {}};
    if (!host.name.isEmpty())
        wanted.name = host.name;
    return core::operations::request(wanted);
}

bool takesHosts(const core::model::ObjectRef &object, const core::model::Inventory &inventory)
{
    using core::model::Kind;
    const core::model::Folder *folder = inventory.find(object.as<core::FolderId>());
    return object.kind == Kind::Datacenter || object.kind == Kind::Cluster
        || (folder != nullptr && folder->contents == core::model::FolderKind::Host);
}

} // namespace views
