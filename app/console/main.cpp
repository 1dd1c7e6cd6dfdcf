// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/benchmark/script.h"
#include "app/console/options.h"
#include "app/console/termination.h"

#include "core/text/language.h"
#include "views/shell/windows.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// The command line is judged before there is a display: `vigie --help` works everywhere.
std::variant<console::Options, console::Message> readOptions(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString language = console::languageIn(argumentsOf(argc, argv));
    if (!core::text::setLanguage(language))
        core::text::setLanguage(core::text::systemLanguage());
    return console::parse(QCoreApplication::arguments().mid(1));
}

int run(const console::Options &options)
{
    QApplication::setApplicationDisplayName(u"Vigie"_s);
    views::applySettings(options.language);
    const console::Termination termination; // a simulated core is to end with us also then
    views::Windows windows;
    windows.open(options.connection);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(u"Vigie"_s);
    QCoreApplication::setApplicationName(u"vigie"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VIGIE_VERSION));
    const auto options = readOptions(argc, argv);
    if (const auto *message = std::get_if<console::Message>(&options)) {
        std::FILE *out = message->exitCode == 0 ? stdout : stderr;
        std::fputs(qPrintable(message->text.trimmed() + u'\n'), out);
        return message->exitCode;
    }
    if (auto plan = console::benchmark::planFromEnvironment()) {
        console::benchmark::Application application(argc, argv);
        const console::benchmark::Script script(application, *std::move(plan));
        return run(std::get<console::Options>(options));
    }
    const QApplication application(argc, argv);
    return run(std::get<console::Options>(options));
}
