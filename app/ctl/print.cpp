// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/print.h"

#include "app/ctl/errors.h"
#include "core/access/errors.h"
#include "core/base/json.h"
#include "core/hypervisor/errors.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ctl {

using namespace core;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

/// A name must not move the cursor or colour the terminal.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u'?';
    }
    return text;
}

/// A host that nobody gets to, or in to.
bool isOfConnecting(const Error &error)
{
    using namespace hypervisor::errors;
    const std::array codes{
        core::errors::Unreachable, ConnectionFailed,  UriInvalid, NoPermission, TrustUnknown, TrustChanged,
        CredentialsNeeded,         CredentialsRefused};
    return std::ranges::any_of(codes, [&](const ErrorCode &code) { return error.is(code); });
}

QString csvCell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"';
    return text;
}

QString csvRow(const QStringList &row)
{
    QStringList cells;
    for (const QString &cell : row)
        cells += csvCell(cell);
    return cells.join(u',');
}

QString paddedRow(const QStringList &row, const std::vector<qsizetype> &widths)
{
    QString line;
    for (qsizetype i = 0; i < row.size(); ++i)
        line += harmless(row.at(i)).leftJustified(widths.at(static_cast<size_t>(i)) + 2);
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

void printJson(std::FILE *stream, const QJsonObject &json)
{
    print(stream, QString::fromUtf8(QJsonDocument(json).toJson().trimmed()));
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject details = error.params;
    if (!error.detail.isEmpty())
        details.insert(u"detail"_s, error.detail);
    return {{u"code"_s, error.code}, {u"message"_s, text::sentence(error)}, {u"details"_s, details}};
}

void printError(const Error &error, Output output)
{
    if (output == Output::Json) {
        const QJsonDocument json(QJsonObject{{u"error"_s, errorJson(error)}});
        print(stderr, QString::fromUtf8(json.toJson(QJsonDocument::Compact)));
        return;
    }
    print(stderr, harmless(text::sentence(error)));
    if (!error.detail.isEmpty()) // the sentence may point there
        print(stderr, Words::tr("Details: %1").arg(error.detail));
}

int exitCode(const Error &error)
{
    if (error.code.startsWith(
            u"trust.certificate-")) // by name, as identity's below: no certificate, no connection
        return notConnected;
    if (error.is(core::errors::InvalidArgument) || error.code.startsWith(u"ctl."))
        return badUsage;
    const bool isStranger =
        error.code.startsWith(u"identity."); // by name: the core's own, and it is not linked here
    if (isStranger || error.is(core::errors::Denied) || error.is(core::access::errors::NoPrivilege))
        return notPermitted;
    return isOfConnecting(error) ? notConnected : failed;
}

QString table(const QStringList &heads, const std::vector<QStringList> &rows, Output output)
{
    QStringList lines;
    if (output == Output::Csv) {
        lines += csvRow(heads);
        for (const QStringList &row : rows)
            lines += csvRow(row);
        return lines.join(u"\r\n"_s);
    }
    std::vector<qsizetype> widths;
    for (qsizetype i = 0; i < heads.size(); ++i) {
        qsizetype width = heads.at(i).size();
        for (const QStringList &row : rows)
            width = std::max(width, row.at(i).size());
        widths.push_back(width);
    }
    lines += paddedRow(heads, widths);
    for (const QStringList &row : rows)
        lines += paddedRow(row, widths);
    return lines.join(u'\n');
}

} // namespace ctl
