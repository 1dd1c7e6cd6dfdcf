// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"

using namespace Qt::StringLiterals;

namespace ctl {

using core::Error;

namespace {

/// `keep-in-memory` → `keepInMemory`
QString camelCase(const QString &name)
{
    QString result;
    bool upper = false;
    for (const QChar c : name) {
        if (c == u'-') {
            upper = true;
            continue;
        }
        result += upper ? c.toUpper() : c;
        upper = false;
    }
    return result;
}

core::Result<Output> outputOf(const QString &name)
{
    if (name == u"table")
        return Output::Table;
    if (name == u"json")
        return Output::Json;
    if (name == u"csv")
        return Output::Csv;
    return core::errors::invalidArgument(u"-o"_s, u"table, json or csv expected"_s);
}

/// Reads one option; the number of further arguments it took, or none when it is not a global one.
class Reader
{
public:
    explicit Reader(const QStringList &arguments) : m_arguments(arguments) {}

    core::Result<Arguments> read()
    {
        for (m_at = 0; m_at < m_arguments.size(); ++m_at) {
            const QString &argument = m_arguments.at(m_at);
            if (!argument.startsWith(u'-') || argument.size() < 2)
                m_result.words += argument;
            else if (auto wrong = option(argument))
                return *std::move(wrong);
        }
        if (m_result.place.core.isEmpty() && m_result.place.connect.isEmpty()
            && m_result.place.server.isEmpty()) {
            m_result.place.server = qEnvironmentVariable("VIGIE_SERVER");
            m_result.place.core = qEnvironmentVariable("VIGIE_CORE");
        }
        return m_result;
    }

private:
    std::optional<Error> option(const QString &argument)
    {
        const QHash<QString, bool *> flags{
            {u"--watch"_s, &m_result.watch},     {u"--check"_s, &m_result.check},
            {u"--help"_s, &m_result.help},       {u"-h"_s, &m_result.help},
            {u"--version"_s, &m_result.version}, {u"--wait"_s, &m_result.wait}};
        const QHash<QString, QString *> texts{{u"--core"_s, &m_result.place.core},
                                              {u"--connect"_s, &m_result.place.connect},
                                              {u"--server"_s, &m_result.place.server},
                                              {u"--lang"_s, &m_result.language}};
        if (bool *flag = flags.value(argument)) {
            *flag = true;
            return std::nullopt;
        }
        if (argument == u"--no-wait") {
            m_result.wait = false;
            return std::nullopt;
        }
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.left(equals);
        if (QString *text = texts.value(name))
            return take(name, equals, *text);
        if (name == u"-o" || name == u"--output")
            return takeOutput(name, equals);
        if (!argument.startsWith(u"--"))
            return core::errors::invalidArgument(argument, u"no such option"_s);
        return parameter(name.mid(2), equals);
    }

    std::optional<Error> take(const QString &name, qsizetype equals, QString &into)
    {
        if (equals >= 0) {
            into = m_arguments.at(m_at).mid(equals + 1);
        } else if (m_at + 1 < m_arguments.size()) {
            into = m_arguments.at(++m_at);
        } else {
            return core::errors::invalidArgument(name, u"a value is needed"_s);
        }
        return std::nullopt;
    }

    std::optional<Error> takeOutput(const QString &name, qsizetype equals)
    {
        QString format;
        if (auto wrong = take(name, equals, format))
            return wrong;
        const auto output = outputOf(format);
        if (!output)
            return output.error();
        m_result.output = *output;
        return std::nullopt;
    }

    /// A parameter without a value after it is a flag.
    std::optional<Error> parameter(const QString &name, qsizetype equals)
    {
        QString value = u"true"_s;
        const bool hasNext = m_at + 1 < m_arguments.size() && !m_arguments.at(m_at + 1).startsWith(u"--");
        if (equals >= 0 || hasNext) {
            if (auto wrong = take(name, equals, value))
                return wrong;
        }
        m_result.parameters.insert(camelCase(name), value);
        return std::nullopt;
    }

    const QStringList &m_arguments;
    qsizetype m_at = 0;
    Arguments m_result;
};

} // namespace

core::Result<Arguments> parseArguments(const QStringList &arguments)
{
    return Reader(arguments).read();
}

} // namespace ctl
