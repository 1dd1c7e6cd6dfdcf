// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"

#include "app/ctl/commands.h"
#include "app/ctl/errors.h"
#include "core/text/language.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace ctl {

using core::Error;
using core::operations::ParameterType;

namespace {

struct OutputName {
    QLatin1StringView name;
    Output output;
};
constexpr std::array outputNames{OutputName{"table"_L1, Output::Table}, OutputName{"json"_L1, Output::Json},
                                 OutputName{"csv"_L1, Output::Csv}};

std::optional<Output> outputOf(const QString &name)
{
    for (const OutputName &each : outputNames) {
        if (each.name == name)
            return each.output;
    }
    return std::nullopt;
}

Error notListed(const QString &option, const QString &value, const QStringList &values)
{
    return Error(errors::ValueNotListed,
                 QJsonObject{{u"option"_s, option},
                             {u"value"_s, value},
                             {u"values"_s, QJsonArray::fromStringList(values)}});
}

bool isOption(const QString &argument)
{
    return argument.size() > 1 && argument.startsWith(u'-');
}

class Reader
{
public:
    explicit Reader(const QStringList &arguments) : m_arguments(arguments) {}

    core::Result<Arguments> read()
    {
        for (m_at = 0; m_at < m_arguments.size(); ++m_at) {
            const QString argument = m_arguments.at(m_at);
            if (argument == u"--" && !m_result.isLab()) {
                m_result.words += m_arguments.mid(m_at + 1);
                break;
            }
            if (!isOption(argument))
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
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.left(equals);
        if (name == u"-o" || name == u"--output")
            return takeOutput(name, equals);
        if (name == u"--lang")
            return takeLanguage(name, equals);
        if (argument == u"--help" || argument == u"-h") {
            m_result.help = true;
        } else if (argument == u"--version") {
            m_result.version = true;
        } else if (m_result.isLab()) {
            m_result.words += argument;
        } else {
            return ofCommand(argument, name, equals);
        }
        return std::nullopt;
    }

    std::optional<Error> ofCommand(const QString &argument, const QString &name, qsizetype equals)
    {
        const QHash<QString, bool *> flags{
            {u"--watch"_s, &m_result.watch}, {u"--check"_s, &m_result.check}, {u"--wait"_s, &m_result.wait}};
        const QHash<QString, QString *> texts{{u"--core"_s, &m_result.place.core},
                                              {u"--connect"_s, &m_result.place.connect},
                                              {u"--server"_s, &m_result.place.server},
                                              {u"--filter"_s, &m_result.filter}};
        if (bool *flag = flags.value(argument)) {
            *flag = true;
            return std::nullopt;
        }
        if (argument == u"--no-wait") {
            m_result.wait = false;
            return std::nullopt;
        }
        if (QString *text = texts.value(name))
            return take(name, equals, *text);
        return parameter(name, equals);
    }

    std::optional<Error> take(const QString &name, qsizetype equals, QString &into)
    {
        if (equals >= 0) {
            into = m_arguments.at(m_at).mid(equals + 1);
        } else if (m_at + 1 < m_arguments.size() && !m_arguments.at(m_at + 1).startsWith(u"--")) {
            into = m_arguments.at(++m_at);
        } else {
            return Error(errors::ValueMissing, QJsonObject{{u"option"_s, name}});
        }
        return std::nullopt;
    }

    std::optional<Error> takeOutput(const QString &name, qsizetype equals)
    {
        QString format;
        if (auto wrong = take(name, equals, format))
            return wrong;
        const auto output = outputOf(format);
        if (!output) {
            QStringList names;
            for (const OutputName &each : outputNames)
                names += each.name;
            return notListed(name, format, names);
        }
        m_result.output = *output;
        return std::nullopt;
    }

    std::optional<Error> takeLanguage(const QString &name, qsizetype equals)
    {
        if (auto wrong = take(name, equals, m_result.language))
            return wrong;
        if (!core::text::languages().contains(m_result.language))
            return notListed(name, m_result.language, core::text::languages());
        return std::nullopt;
    }

    /// Of the operation that the words before it mean.
    std::optional<Error> parameter(const QString &name, qsizetype equals)
    {
        const auto *operation = operationOf(m_result.words);
        if (operation == nullptr || !name.startsWith(u"--"))
            return Error(errors::OptionUnknown, QJsonObject{{u"option"_s, name}});
        const auto *parameter = parameterOf(*operation, name.mid(2));
        if (parameter == nullptr)
            return Error(
                errors::ParameterUnknown,
                QJsonObject{{u"option"_s, name}, {u"command"_s, m_result.words.mid(0, 2).join(u' ')}});
        QString value = u"true"_s;
        if (equals >= 0 || parameter->type != ParameterType::Flag) {
            if (auto wrong = take(name, equals, value))
                return wrong;
        }
        if (parameter->type == ParameterType::Flag && value != u"true" && value != u"false")
            return notListed(name, value, {u"true"_s, u"false"_s});
        m_result.parameters.insert(parameter->name, value);
        return std::nullopt;
    }

    const QStringList &m_arguments;
    qsizetype m_at = 0;
    Arguments m_result;
};

} // namespace

Manner mannerOf(const QStringList &arguments)
{
    Manner manner;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString name = arguments.at(i).section(u'=', 0, 0);
        const QString value =
            arguments.at(i).contains(u'=') ? arguments.at(i).section(u'=', 1) : arguments.value(i + 1);
        if (name == u"-o" || name == u"--output")
            manner.output = outputOf(value).value_or(manner.output);
        else if (name == u"--lang" && core::text::languages().contains(value))
            manner.language = value;
    }
    return manner;
}

core::Result<Arguments> parseArguments(const QStringList &arguments)
{
    return Reader(arguments).read();
}

} // namespace ctl
