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
            if (argument == u"--" && !m_result.isOwnReader()) {
                m_result.words += m_arguments.mid(m_at + 1);
                break;
            }
            if (!isOption(argument))
                m_result.words += argument;
            else if (auto wrong = option(argument))
                return *std::move(wrong);
        }
        if (auto surplus = surplusPlace())
            return *std::move(surplus);
        readEnvironment(m_result.place);
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
        } else if (m_result.isOwnReader()) {
            m_result.words += argument;
        } else {
            return ofCommand(argument, name, equals);
        }
        return std::nullopt;
    }

    std::optional<Error> ofCommand(const QString &argument, const QString &name, qsizetype equals)
    {
        if (const auto parameters = parametersOf(m_result.words)) {
            if (const auto *own = parameterOf(*parameters, name.mid(2)))
                return parameter(*own, name, equals);
            // `--cold` for `--mode cold`
            const auto *mode = parameterOf(*parameters, u"mode"_s);
            if (mode != nullptr && mode->choices.contains(argument.mid(2))) {
                m_result.parameters.insert(mode->name, argument.mid(2));
                return std::nullopt;
            }
        }
        if (name.startsWith(u"--") && narrowingOf(m_result.words).contains(name.mid(2))) {
            QString value;
            auto wrong = take(name, equals, value);
            m_result.narrowing[name.mid(2)] += value;
            return wrong;
        }
        const QHash<QString, bool *> flags{
            {u"--watch"_s, &m_result.watch}, {u"--check"_s, &m_result.check}, {u"--wait"_s, &m_result.wait}};
        Place &place = m_result.place;
        const QHash<QString, QString *> texts{{u"--core"_s, &place.core},
                                              {u"--connect"_s, &place.connect},
                                              {u"--server"_s, &place.server},
                                              {u"--user"_s, &place.user},
                                              {u"--password-file"_s, &place.passwordFile},
                                              {u"--token-file"_s, &place.tokenFile},
                                              {u"--ca"_s, &place.authorities},
                                              {u"--fingerprint"_s, &place.fingerprint},
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
        return unknown(name);
    }

    /// Two that contradict each other.
    [[nodiscard]] std::optional<Error> surplusPlace() const
    {
        const Place &place = m_result.place;
        const std::array pairs{std::tuple{"--server", &place.server, "--core", &place.core},
                               std::tuple{"--server", &place.server, "--connect", &place.connect},
                               std::tuple{"--core", &place.core, "--connect", &place.connect},
                               std::tuple{"--token-file", &place.tokenFile, "--user", &place.user},
                               std::tuple{"--fingerprint", &place.fingerprint, "--ca", &place.authorities}};
        for (const auto &[option, value, other, otherValue] : pairs) {
            if (!value->isEmpty() && !otherValue->isEmpty())
                return Error(errors::PlaceSurplus,
                             QJsonObject{{u"option"_s, QString::fromLatin1(option)},
                                         {u"other"_s, QString::fromLatin1(other)}});
        }
        return std::nullopt;
    }

    static void readEnvironment(Place &place)
    {
        if (place.core.isEmpty() && place.connect.isEmpty() && place.server.isEmpty()) {
            place.server = qEnvironmentVariable("VIGIE_SERVER");
            place.core = qEnvironmentVariable("VIGIE_CORE");
        }
        if (place.user.isEmpty() && place.tokenFile.isEmpty()) {
            place.user = qEnvironmentVariable("VIGIE_USER");
            place.tokenFile = qEnvironmentVariable("VIGIE_TOKEN_FILE");
        }
        if (place.passwordFile.isEmpty())
            place.passwordFile = qEnvironmentVariable("VIGIE_PASSWORD_FILE");
        if (place.authorities.isEmpty() && place.fingerprint.isEmpty()) {
            place.authorities = qEnvironmentVariable("VIGIE_CA");
            place.fingerprint = qEnvironmentVariable("VIGIE_FINGERPRINT");
        }
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

    [[nodiscard]] Error unknown(const QString &name) const
    {
        if (!parametersOf(m_result.words) || !name.startsWith(u"--"))
            return Error(errors::OptionUnknown, QJsonObject{{u"option"_s, name}});
        return Error(errors::ParameterUnknown,
                     QJsonObject{{u"option"_s, name}, {u"command"_s, m_result.words.mid(0, 2).join(u' ')}});
    }

    /// Of the command that the words before it mean.
    std::optional<Error> parameter(const core::operations::Parameter &parameter, const QString &name,
                                   qsizetype equals)
    {
        if (parameter.isSecret)
            return secret(parameter, name, equals);
        QString value = u"true"_s;
        if (equals >= 0 || parameter.type != ParameterType::Flag) {
            if (auto wrong = take(name, equals, value))
                return wrong;
        }
        if (parameter.type == ParameterType::Flag && value != u"true" && value != u"false")
            return notListed(name, value, {u"true"_s, u"false"_s});
        m_result.parameters.insert(parameter.name, value);
        return std::nullopt;
    }

    std::optional<Error> secret(const core::operations::Parameter &parameter, const QString &name,
                                qsizetype equals)
    {
        if (const QString option = u"--"_s + optionOf(parameter); name != option)
            return Error(errors::SecretOnCommandLine, QJsonObject{{u"option"_s, option}});
        QString file;
        auto wrong = take(name, equals, file);
        m_result.secretFiles.insert(parameter.name, file);
        return wrong;
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

QStringList narrowingOf(const QStringList &words)
{
    const QString list = words.value(1);
    if (words.value(0) != u"get")
        return {};
    if (list == u"tasks" || list == u"task")
        return {u"object"_s, u"state"_s, u"operation"_s, u"initiated-by"_s,
                u"since"_s,  u"until"_s, u"limit"_s};
    return {};
}

core::Result<Arguments> parseArguments(const QStringList &arguments)
{
    return Reader(arguments).read();
}

} // namespace ctl
