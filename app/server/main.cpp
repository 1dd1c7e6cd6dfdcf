// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/detach.h"
#include "app/server/embedded.h"
#include "app/server/standing.h"
#include "core/base/json.h"
#include "core/text/language.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int badUsage = 2;
constexpr int failed = 1;

std::array<int, 2> signalPipe{-1, -1}; // NOLINT: a signal handler can reach nothing else

void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
}

/// SIGTERM and SIGINT end the event loop in order.
std::unique_ptr<QSocketNotifier> quitOnSignals()
{
    ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalPipe.data());
    auto notifier = std::make_unique<QSocketNotifier>(signalPipe[1], QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(number, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN); // NOLINT(cert-err33-c): a reader that goes away is an error of its write
    return notifier;
}

/// The last line of stderr is for whoever started us (core/api/client/embeddedcore.cpp).
QByteArray errorLine(const core::Error &error)
{
    const QJsonObject object{{u"error"_s, core::json::errorToJson(error)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

core::Task<> launch(server::Embedded *embedded, server::Detachment *detachment, int *exitCode)
{
    const auto started = co_await embedded->start();
    if (started) {
        detachment->report(0, {});
        co_return {};
    }
    // Another core has the directory: whoever asked can join that one.
    const bool joined = started.error().is(core::errors::Busy);
    *exitCode = joined ? 0 : failed;
    detachment->report(*exitCode, joined ? QByteArray() : errorLine(started.error()));
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    co_return {};
}

core::Task<> launch(server::Standing *standing, server::Detachment *detachment, int *exitCode)
{
    const auto started = co_await standing->start();
    if (started) {
        std::fputs(qPrintable(standing->greeting()), stdout);
        std::fflush(stdout);
        detachment->report(0, {});
        co_return {};
    }
    *exitCode = failed;
    detachment->report(failed, errorLine(started.error()));
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    co_return {};
}

template <class Server>
core::Task<> wind(Server *server)
{
    const auto stopped = co_await server->stop();
    if (!stopped)
        qWarning("not everything could be kept: %s", qPrintable(stopped.error().detail));
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    co_return {};
}

template <class Server>
int serve(Server server, server::Detachment &detachment)
{
    const auto signals_ = quitOnSignals();
    int exitCode = 0;
    core::Scope scope([](const core::Error &error) { qWarning("%s", qPrintable(error.code)); });
    scope.spawn(launch(server.get(), &detachment, &exitCode));
    QCoreApplication::exec();
    scope.spawn(wind(server.get()));
    QCoreApplication::exec();
    return exitCode;
}

int run(const server::Options &options, server::Detachment &detachment)
{
    if (options.embedded.isEmpty())
        return serve(std::make_unique<server::Standing>(options), detachment);
    return serve(std::make_unique<server::Embedded>(options, [] { QCoreApplication::quit(); }), detachment);
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const auto options = server::parseOptions(arguments);
    if (!options) {
        std::fputs(errorLine(options.error()).constData(), stderr);
        return badUsage;
    }
    if (options->help || options->version) {
        const QCoreApplication application(argc, argv); // the help names the program
        const QString language =
            options->language.isEmpty() ? core::text::systemLanguage() : options->language;
        if (!core::text::setLanguage(language))
            return failed;
        const QString text = options->help ? server::usage() : u"vigied " VIGIE_VERSION "\n"_s;
        std::fputs(qPrintable(text), stdout);
        return 0;
    }
    server::Detachment detachment;
    if (options->detach) {
        if (const int code = detachment.fork(); code >= 0)
            return code;
    }
    const QCoreApplication application(argc, argv);
    return run(*options, detachment);
}
