// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/options.h"

#include "core/text/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>

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
        {u"listen"_s, Words::tr("Be a management server at this address, over TLS."), u"ADDR:PORT"_s},
        {u"data"_s, Words::tr("With --listen: the server's directory (made when missing)."), u"DIR"_s},
        {u"database"_s,
         Words::tr(
             "With --listen: the database, sqlite:FILE or postgresql://USER@HOST/NAME; without, a file in "
             "the directory."),
         u"URL"_s},
        {u"restore"_s,
         Words::tr(
             "With --listen: first put this backup in the place of the database, which stays beside it."),
         u"FILE"_s},
        {u"tls-cert"_s, Words::tr("With --listen: the certificate; without, the server makes one."),
         u"FILE"_s},
        {u"tls-key"_s, Words::tr("With --tls-cert: its key."), u"FILE"_s},
        {u"admin-password-file"_s,
         Words::tr("With --listen, at the first start: the administrator's password; without, one is made."),
         u"FILE"_s},
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

/// "0.0.0.0:8443", "[::1]:8443"
core::Result<void> readListen(const QString &text, Options &options)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    if (colon < 1 || !isNumber || port > 65535 || QHostAddress(address).isNull())
        return core::errors::invalidArgument(u"--listen"_s,
                                             u"an IP address and a port expected, as 0.0.0.0:8443"_s);
    options.listenAddress = address;
    options.listenPort = static_cast<quint16>(port);
    return {};
}

core::Result<void> readServer(const QCommandLineParser &parser, Options &options)
{
    options.data = parser.value(u"data"_s);
    options.database = parser.value(u"database"_s);
    options.restore = parser.value(u"restore"_s);
    options.tlsCertificate = parser.value(u"tls-cert"_s);
    options.tlsKey = parser.value(u"tls-key"_s);
    options.adminPasswordFile = parser.value(u"admin-password-file"_s);
    if (const auto read = readListen(parser.value(u"listen"_s), options); !read)
        return read.error();
    if (options.data.isEmpty())
        return core::errors::invalidArgument(u"--data"_s, u"a directory is needed"_s);
    if (options.tlsCertificate.isEmpty() != options.tlsKey.isEmpty())
        return core::errors::invalidArgument(u"--tls-key"_s, u"certificate and key belong together"_s);
    return {};
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
    if (options.embedded.isEmpty() == !parser.isSet(u"listen"_s))
        return core::errors::invalidArgument(u"--embedded, --listen"_s, u"one of the two is needed"_s);
    if (parser.isSet(u"listen"_s)) {
        if (const auto read = readServer(parser, options); !read)
            return read.error();
    }
    if (parser.isSet(u"restore"_s) && !parser.isSet(u"listen"_s))
        return core::errors::invalidArgument(u"--restore"_s, u"only with --listen"_s);
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
