// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/embeddedcore.h"

#include "core/async/backoff.h"
#include "core/base/json.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <cerrno>
#include <chrono>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core::api::client {

namespace {

constexpr auto startLimit = 30s; ///< a core that has not answered by then did not start
constexpr auto healthInterval = 1s; ///< how soon a dead core is noticed
constexpr auto startPolling = 20ms;

QString findProgram(const QString &wanted)
{
    if (!wanted.isEmpty())
        return wanted;
    const QString beside = QDir(QCoreApplication::applicationDirPath()).filePath(u"vigied"_s);
    if (QFileInfo(beside).isExecutable())
        return beside;
    return QStandardPaths::findExecutable(u"vigied"_s);
}

/// After a kill -9 the file is still there: another process may have the number by now, another program the port.
bool isAlive(const Endpoint &endpoint)
{
    return ::kill(static_cast<pid_t>(endpoint.pid), 0) == 0 || errno == EPERM;
}

bool isThatCore(const Endpoint &endpoint, const QByteArray &health)
{
    const QJsonObject answer = QJsonDocument::fromJson(health).object();
    return endpoint.instance.isEmpty() || answer.value(u"instance"_s).toString() == endpoint.instance;
}

Error unreachable(const Endpoint &endpoint, const QString &why)
{
    return Error(errors::Unreachable, QJsonObject{{u"where"_s, endpoint.url.toString()}}, why);
}

} // namespace

class EmbeddedCore::Private : public QObject
{
    Q_OBJECT

public:
    Private(EmbeddedCore *owner, Options options) : m_owner(owner), m_options(std::move(options))
    {
        m_options.directory = QDir(m_options.directory).absolutePath();
        connect(&m_timer, &QTimer::timeout, this, &Private::look);
        m_timer.setSingleShot(true);
    }

    void open()
    {
        m_waiting.start();
        look();
    }

private:
    /// Is there an endpoint that answers? Asked over and over: before it runs, and to notice when it died.
    void look()
    {
        const auto endpoint = readEndpoint(m_options.directory);
        if (!endpoint) {
            notThere(endpoint.error());
            return;
        }
        if (!isAlive(*endpoint)) {
            notThere(unreachable(*endpoint, u"its process is gone"_s));
            return;
        }
        QNetworkRequest request(endpoint->url.resolved(QUrl(u"/health"_s)));
        request.setTransferTimeout(5'000);
        QNetworkReply *reply = m_network.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply, found = *endpoint] {
            reply->deleteLater();
            if (reply->error() != QNetworkReply::NoError)
                notThere(unreachable(found, reply->errorString()));
            else if (!isThatCore(found, reply->readAll()))
                notThere(unreachable(found, u"another program answers there"_s));
            else
                answers(found);
        });
    }

    void answers(const Endpoint &endpoint)
    {
        if (m_last != endpoint) {
            const bool restarted = m_last.has_value();
            m_last = endpoint;
            m_started = false;
            m_backoff.reset();
            Q_EMIT m_owner->ready(endpoint, restarted);
        }
        m_timer.start(healthInterval);
        m_waiting.start();
    }

    void notThere(const Error &why)
    {
        if (!m_started) {
            m_started = true;
            m_waiting.start();
            startCore();
            return;
        }
        if (m_waiting.hasExpired(std::chrono::milliseconds(startLimit).count())) {
            giveUp(why);
            return;
        }
        m_timer.start(startPolling);
    }

    void startCore()
    {
        const QString program = findProgram(m_options.program);
        if (program.isEmpty()) {
            giveUp(Error(errors::NotFound, QJsonObject{{u"what"_s, u"vigied"_s}}));
            return;
        }
        // Not our child for good: it must outlive us. A core that refuses to start says so on stderr and exits.
        auto *process = new QProcess(this);
        process->setProgram(program);
        process->setArguments(QStringList{u"--embedded"_s, m_options.directory, u"--detach"_s}
                              + m_options.arguments);
        process->setStandardOutputFile(QProcess::nullDevice());
        connect(process, &QProcess::finished, this, [this, process](int code) {
            process->deleteLater();
            if (code != 0)
                giveUp(refusalOf(process->readAllStandardError()));
            else
                look();
        });
        connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart)
                return;
            process->deleteLater();
            giveUp(Error(errors::NotFound, QJsonObject{{u"what"_s, process->program()}},
                         process->errorString()));
        });
        process->start();
        m_timer.start(startLimit); // it ends once the core listens, or never will: nothing to look for before
    }

    /// The core's last line of stderr is its error as JSON (app/server/main.cpp).
    static Error refusalOf(const QByteArray &output)
    {
        const QByteArray line = output.trimmed().split('\n').last();
        const QJsonObject object = QJsonDocument::fromJson(line).object().value(u"error"_s).toObject();
        if (object.isEmpty())
            return Error(errors::Internal, QString::fromUtf8(output.right(2'000)));
        return json::errorFromJson(object);
    }

    void giveUp(const Error &error)
    {
        Q_EMIT m_owner->failed(error);
        m_started = false; // and try again: a full disk may have been emptied
        m_timer.start(m_backoff.next());
    }

    EmbeddedCore *m_owner;
    Options m_options;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    QElapsedTimer m_waiting;
    std::optional<Endpoint> m_last;
    Backoff m_backoff{2s, 30s};
    bool m_started = false;
};

EmbeddedCore::EmbeddedCore(Options options, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, std::move(options)))
{}

EmbeddedCore::~EmbeddedCore() = default;

void EmbeddedCore::open()
{
    d->open();
}

QString defaultCoreDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/vigie/core"_s;
}

QString singleHostDirectory(const QString &uri)
{
    const QByteArray hash =
        QCryptographicHash::hash(uri.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/vigie/hosts/"_s
        + QString::fromLatin1(hash);
}

} // namespace core::api::client

#include "embeddedcore.moc"
