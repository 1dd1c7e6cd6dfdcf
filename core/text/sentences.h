// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <span>

/// The tables behind text.h: code to sentence. Inside this module, and for the tests that look for gaps.
namespace core::text {

/// One sentence in English, the key of its translation (context "Text"). Several rows may share a code: the
/// first whose parameters are all there is taken, so the row that asks for most stands first.
struct Sentence {
    const char *code; ///< of the error, event…; "code/variant" where one parameter chooses among sentences
    const char *params; ///< space-separated: the first fills %1, the second %2…
    const char *text; ///< marked with QT_TRANSLATE_NOOP("Text", …)
};

[[nodiscard]] std::span<const Sentence> errorSentences();
/// Of core/migration; `errorSentences()` does not hold them again.
[[nodiscard]] std::span<const Sentence> migrationSentences();
/// Of pools, DRS and maintenance mode; `errorSentences()` does not hold them again.
[[nodiscard]] std::span<const Sentence> drsErrorSentences();
[[nodiscard]] std::span<const Sentence> drsReasonSentences(); ///< by the codes of recommendations
[[nodiscard]] std::span<const Sentence> drsFaultSentences(); ///< by what stands in the way
[[nodiscard]] std::span<const Sentence> reasonSentences();
[[nodiscard]] std::span<const Sentence> generalErrorSentences(); ///< the part that has a file of its own
[[nodiscard]] std::span<const Sentence> serverErrorSentences(); ///< another
[[nodiscard]] std::span<const Sentence> lifecycleSentences(); ///< and this
[[nodiscard]] std::span<const Sentence> stepSentences();
[[nodiscard]] std::span<const Sentence> operationLabels();
[[nodiscard]] std::span<const Sentence> phaseLabels();
[[nodiscard]] std::span<const Sentence> eventSentences();
[[nodiscard]] std::span<const Sentence> alarmSentences();

/// The row for this code and these parameters; null when there is none.
[[nodiscard]] const Sentence *findSentence(std::span<const Sentence> table, QStringView code,
                                           const QJsonObject &params);
/// Translated, with the parameters in their places. Names of users are put in as they are: one that holds
/// "%1" stays what it is.
[[nodiscard]] QString render(const Sentence &sentence, const QJsonObject &params);
/// The label of a code that takes no parameters; the code itself where there is none.
[[nodiscard]] QString labelOf(std::span<const Sentence> table, QStringView code);
/// A text of the context "Text", translated.
[[nodiscard]] QString say(const char *source);
/// As `render`, with the texts for %1, %2… given.
[[nodiscard]] QString fill(const QString &pattern, const QStringList &values);

} // namespace core::text
