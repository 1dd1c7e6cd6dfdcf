// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The language of the program: sentences (ours and Qt's own buttons) and QLocale().
namespace core::text {

/// "en", "fr".
[[nodiscard]] QStringList languages();
/// The one of `languages()` that the user's locale asks for (LC_ALL, LC_MESSAGES, LANG); "en" when none.
[[nodiscard]] QString systemLanguage();

/// Switches to "en" or "fr", also in mid-run: every widget gets QEvent::LanguageChange. False, and nothing changed,
/// for another language. Main thread, with a QCoreApplication.
bool setLanguage(QStringView language);
/// A text of the context "Text" in a language that need not be the program's; in English where that has none.
[[nodiscard]] QString sayIn(const QString &language, const char *source);
/// The one that was last set; before that "en".
[[nodiscard]] QString language();

} // namespace core::text
