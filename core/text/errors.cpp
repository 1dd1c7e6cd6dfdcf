// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"
#include "core/text/text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core::text {

namespace {

/// "vm" of "vm/6c9a…": another kind, another gender in French.
QString kindOf(const QString &what)
{
    return what.section(u'/', 0, 0);
}

/// Some codes have a sentence for each value of one parameter. That value; empty: the code has none.
QString variantOf(const Error &error)
{
    if (error.code == u"operation.wrong-state")
        return error.params.value(u"state").toString();
    if (error.code == u"hypervisor.connection-failed" || error.code == u"hypervisor.uri-invalid"
        || error.code == u"identity.weak-password")
        return error.params.value(u"reason").toString();
    if (error.code == u"migration.host-device")
        return error.params.value(u"kind").toString();
    if (error.code == u"base.not-found")
        return kindOf(error.params.value(u"what").toString());
    return {};
}

const Sentence *find(QStringView code, const QJsonObject &params)
{
    const Sentence *row = findSentence(errorSentences(), code, params);
    if (row == nullptr)
        row = findSentence(migrationSentences(), code, params);
    return row != nullptr ? row : findSentence(drsErrorSentences(), code, params);
}

const Sentence *rowOf(const Error &error)
{
    if (const QString variant = variantOf(error); !variant.isEmpty()) {
        const QString key = error.code + u'/' + variant;
        if (const Sentence *row = find(key, error.params))
            return row;
    }
    return find(error.code, error.params);
}

} // namespace

QString sentence(const Error &error)
{
    if (const Sentence *row = rowOf(error))
        return render(*row, error.params);
    const QString general = QCoreApplication::translate(
        "Text", "The operation failed (%1). What the other side said is under Details.");
    return fill(general, {error.code});
}

QString reason(const model::Reason &reason)
{
    const Sentence *row = findSentence(reasonSentences(), reason.code, reason.params);
    return row != nullptr ? render(*row, reason.params) : reason.code;
}

QString findingSeverity(model::FindingSeverity severity)
{
    switch (severity) {
    case model::FindingSeverity::Error: return QCoreApplication::translate("Text", "error");
    case model::FindingSeverity::Warning: return QCoreApplication::translate("Text", "warning");
    }
    Q_UNREACHABLE();
}

bool hasSentence(QStringView code)
{
    const auto isIts = [&](const Sentence &row) { return QLatin1StringView(row.code) == code; };
    return std::ranges::any_of(errorSentences(), isIts) || std::ranges::any_of(migrationSentences(), isIts)
        || std::ranges::any_of(drsErrorSentences(), isIts);
}

} // namespace core::text
