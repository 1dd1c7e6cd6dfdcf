// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/activity.h"

#include <QStringList>

#include <vector>

/// Looking for events by what people read of them. The sentences are not stored: a word of one is looked for among
/// the sentences of the codes, the rest (names, parameters) in what is stored. Main thread only.
namespace core::text {

/// One word, and what it can be in an event besides a stored text. Upper and lower case are the same, in sentences also
/// letters with and without accents.
struct EventWord {
    QString word;
    QStringList codes; ///< whose sentence holds it
    QStringList operations; ///< that are called so, in the sentence of one that failed
};

/// The words of a search, each once, without the punctuation of a sentence around them: one that is copied from the
/// screen is found. An unknown language reads English.
[[nodiscard]] std::vector<EventWord> eventWords(const QString &text, const QString &language);

/// Does the event have each of the words? As the core judges.
[[nodiscard]] bool holdsWords(const model::Event &event, const std::vector<EventWord> &words);

/// "task.failed": the event whose sentence names an operation.
[[nodiscard]] QString codeThatNamesOperations();

} // namespace core::text
