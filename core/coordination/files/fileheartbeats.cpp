// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coordination/files/fileheartbeats.h"

#include "core/coordination/files/heartbeatjson.h"

#include <QDir>
#include <QFile>

#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace core::coordination {

namespace {

constexpr int mostReads = 64; ///< under way on one datastore

/// On the datastore, not in a cache: others are to see it.
bool replace(const QString &path, const QByteArray &content)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray fresh = target + ".new";
    const int file = ::open(fresh.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    const bool isWritten =
        ::write(file, content.constData(), static_cast<size_t>(content.size())) == content.size()
        && ::fsync(file) == 0;
    ::close(file);
    return isWritten && std::rename(fresh.constData(), target.constData()) == 0;
}

std::optional<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

} // namespace

FileHeartbeats::FileHeartbeats(std::vector<QString> directories, Names names, ha::HostRef self,
                               Receiver receiver)
    : m_names(std::move(names)),
      m_self(self),
      m_receiver(std::move(receiver)),
      m_scope([](const Error &) {})
{
    for (QString &directory : directories)
        m_stores.push_back({std::move(directory), std::make_unique<Lane>(1, Lane::AtEnd::Leave),
                            std::make_unique<Lane>(1, Lane::AtEnd::Leave)});
}

FileHeartbeats::~FileHeartbeats() = default;

QString FileHeartbeats::fileOf(ha::StoreRef store, ha::HostRef host) const
{
    return u"%1/.vigie/ha-%2/%3.json"_s.arg(m_stores[ha::at(store)].directory, m_names.cluster,
                                            m_names.hosts[ha::at(host)]);
}

void FileHeartbeats::write(ha::WriteHeartbeat heartbeat)
{
    Store &store = m_stores[ha::at(heartbeat.store)];
    if (store.directory.isEmpty() || store.isWriting)
        return;
    store.isWriting = true;
    m_scope.spawn(writing(std::move(heartbeat)));
}

Task<> FileHeartbeats::writing(ha::WriteHeartbeat heartbeat)
{
    const QString path = fileOf(heartbeat.store, m_self);
    const QByteArray content = writeHeartbeat(heartbeat.heartbeat, m_names);
    auto job = [path, content] {
        return replace(path, content) || (QDir().mkpath(path.section(u'/', 0, -2)) && replace(path, content));
    };
    const bool isDone = co_await m_stores[ha::at(heartbeat.store)].writing->run(std::move(job));
    m_stores[ha::at(heartbeat.store)].isWriting = false;
    if (isDone)
        m_receiver(ha::HeartbeatWrittenOn{heartbeat.store, heartbeat.sentAt});
    co_return {};
}

void FileHeartbeats::read(ha::ReadHeartbeats which)
{
    Store &store = m_stores[ha::at(which.store)];
    if (store.directory.isEmpty())
        return m_receiver(ha::HeartbeatRead{which.host, which.store, false, {}});
    if (store.reads >= mostReads)
        return;
    ++store.reads;
    m_scope.spawn(reading(which));
}

Task<> FileHeartbeats::reading(ha::ReadHeartbeats which)
{
    const QString path = fileOf(which.store, which.host);
    auto job = [path] { return contentOf(path); };
    const std::optional<QByteArray> content =
        co_await m_stores[ha::at(which.store)].reading->run(std::move(job));
    --m_stores[ha::at(which.store)].reads;
    const auto heartbeat = content ? readHeartbeat(*content, m_names) : std::nullopt;
    m_receiver(ha::HeartbeatRead{which.host, which.store, heartbeat.has_value(),
                                 heartbeat.value_or(ha::StoreHeartbeat{})});
    co_return {};
}

} // namespace core::coordination
