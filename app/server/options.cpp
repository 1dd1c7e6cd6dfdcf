// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/options.h"

#include "core/text/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace server {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(server::Options)
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Words::tr("Vigie's core: inventory, operations and events over HTTP."));
    parser.addOptions({
        {u"embedded"_s, Words::tr("Serve one user of this machine from DIR (made when missing)."), u"DIR"_s},
        {u"detach"_s, Words::tr("Return when it listens; go on in the background.")},
        {u"keep"_s, Words::tr("Do not end when the last client is gone.")},
        {u"simulated"_s, Words::tr("Serve a simulated datacenter of that size."), u"HOSTSxVMS[@SEED]"_s},
        {u"changes"_s, Words::tr("With --simulated: N more changes a second."), u"N"_s},
        {u"single-host"_s, Words::tr("Know one host, by its libvirt URI."), u"URI"_s},
        {u"lang"_s, Words::tr("The language: fr or en."), u"LANGUAGE"_s},
        {{u"h"_s, u"help"_s}, Words::tr("Show this help.")},
        {{u"v"_s, u"version"_s}, Words::tr("Show the version.")},
    });
}

} // namespace

QString usage()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

core::Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return core::errors::invalidArgument({}, parser.errorText());
    Options options{.embedded = parser.value(u"embedded"_s),
                    .detach = parser.isSet(u"detach"_s),
                    .keep = parser.isSet(u"keep"_s),
                    .singleHost = parser.value(u"single-host"_s),
                    .language = parser.value(u"lang"_s),
                    .help = parser.isSet(u"help"_s),
                    .version = parser.isSet(u"version"_s)};
    if (!options.language.isEmpty() && !core::text::languages().contains(options.language))
        return core::errors::invalidArgument(u"--lang"_s, u"fr or en expected"_s);
    if (options.help || options.version)
        return options;
    if (!parser.positionalArguments().isEmpty())
        return core::errors::invalidArgument(parser.positionalArguments().first(), u"no such argument"_s);
    if (options.embedded.isEmpty())
        return core::errors::invalidArgument(u"--embedded"_s, u"a directory is needed"_s);
    if (parser.isSet(u"simulated"_s)) {
        const auto spec = core::simulation::worldSpecFromString(parser.value(u"simulated"_s));
        if (!spec)
            return spec.error();
        options.simulated = *spec;
    }
    if (parser.isSet(u"changes"_s)) {
        bool number = false;
        options.changesPerSecond = parser.value(u"changes"_s).toDouble(&number);
        if (!number || !(options.changesPerSecond >= 0) || options.changesPerSecond > 100'000)
            return core::errors::invalidArgument(u"--changes"_s, u"a number from 0 to 100000 expected"_s);
    }
    return options;
}

} // namespace server
