// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include "core/text/language.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace console {

namespace {

using Kind = views::Connection::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(console::Options)
};

struct Parser {
    QCommandLineParser line;
    QCommandLineOption help{{u"h"_s, u"help"_s}, Words::tr("Shows this help.")};
    QCommandLineOption version{{u"v"_s, u"version"_s}, Words::tr("Shows the version.")};
    QCommandLineOption connect{u"connect"_s, Words::tr("Shows one host, by its libvirt URI."), u"URI"_s};
    QCommandLineOption server{u"server"_s, Words::tr("Shows a management server."), u"URL"_s};
    QCommandLineOption core{
        u"core"_s,
        Words::tr("Shows the embedded core of this directory, which is made when it does not exist."),
        u"DIR"_s};
    QCommandLineOption simulated{
        u"simulated"_s,
        Words::tr("Shows a simulated datacenter, as 100x5000 or 100x5000@7 (hosts, machines, seed)."),
        u"HOSTSxVMS[@SEED]"_s};
    QCommandLineOption language{u"lang"_s, Words::tr("The language: fr or en."), u"fr|en"_s};

    Parser()
    {
        line.setApplicationDescription(
            Words::tr("Console for KVM hosts. Without an option it shows the embedded core of this user."));
        line.addOptions({help, version, connect, server, core, simulated, language});
    }

    [[nodiscard]] Message bad(const QString &why) const
    {
        return {Words::tr("vigie: %1\nTry vigie --help.").arg(why), 2};
    }
};

std::variant<Options, Message> connectionOf(const Parser &parser)
{
    Options options;
    if (parser.line.isSet(parser.connect)) {
        const QString uri = parser.line.value(parser.connect);
        if (const QUrl url(uri, QUrl::StrictMode); !url.isValid() || url.scheme().isEmpty())
            return parser.bad(
                Words::tr("“%1” is no libvirt URI. It looks like qemu+ssh://root@host/system.").arg(uri));
        options.connection = {.kind = Kind::SingleHost, .target = uri};
    } else if (parser.line.isSet(parser.server)) {
        const QUrl url = views::serverUrl(parser.line.value(parser.server));
        if (!url.isValid())
            return parser.bad(
                Words::tr("“%1” is no address of a management server. It looks like https://HOST:PORT.")
                    .arg(parser.line.value(parser.server)));
        options.connection = {.kind = Kind::Server, .target = url.toString()};
    } else if (parser.line.isSet(parser.core)) {
        if (parser.line.value(parser.core).isEmpty())
            return parser.bad(Words::tr("--core needs a directory."));
        options.connection = {.kind = Kind::Embedded, .target = parser.line.value(parser.core)};
    } else if (parser.line.isSet(parser.simulated)) {
        const QString size = parser.line.value(parser.simulated);
        static const QRegularExpression form(u"^[1-9][0-9]{0,4}x[0-9]{1,6}(@[0-9]{1,19})?$"_s);
        if (!form.match(size).hasMatch())
            return parser.bad(
                Words::tr("“%1” is no size of a simulated datacenter. It looks like 100x5000 or 100x5000@7.")
                    .arg(size));
        options.connection = {.kind = Kind::Simulated, .target = size};
    }
    return options;
}

} // namespace

QString languageIn(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i].startsWith(u"--lang="))
            return arguments[i].mid(7);
        if (arguments[i] == u"--lang" && i + 1 < arguments.size())
            return arguments[i + 1];
    }
    return {};
}

std::variant<Options, Message> parse(const QStringList &arguments)
{
    Parser parser;
    if (!parser.line.parse(QStringList{u"vigie"_s} + arguments))
        return parser.bad(parser.line.errorText());
    if (parser.line.isSet(parser.help))
        return Message{parser.line.helpText(), 0};
    if (parser.line.isSet(parser.version))
        return Message{u"vigie " VIGIE_VERSION ""_s, 0};
    if (!parser.line.positionalArguments().isEmpty())
        return parser.bad(
            Words::tr("“%1” is not expected.").arg(parser.line.positionalArguments().constFirst()));
    int places = 0;
    for (const QCommandLineOption &option : {parser.connect, parser.server, parser.core, parser.simulated})
        places += parser.line.isSet(option) ? 1 : 0;
    if (places > 1)
        return parser.bad(Words::tr("Only one of --connect, --server, --core and --simulated can be given."));
    const QString language = parser.line.value(parser.language);
    if (parser.line.isSet(parser.language) && !core::text::languages().contains(language))
        return parser.bad(Words::tr("“%1” is no language of Vigie. It is fr or en.").arg(language));
    auto result = connectionOf(parser);
    if (Options *options = std::get_if<Options>(&result))
        options->language = language;
    return result;
}

} // namespace console
