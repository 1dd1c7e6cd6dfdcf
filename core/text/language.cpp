// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QTranslator>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

// The .qm files lie in a static library: without this the linker would drop them. Not possible in a namespace.
static void loadTranslationFiles()
{
    Q_INIT_RESOURCE(translations);
}

namespace core::text {

namespace {

struct Installed {
    QPointer<QTranslator> ours; // children of the application
    QPointer<QTranslator> qts;
    QString language = u"en"_s;
};

Installed &installed()
{
    static Installed state;
    return state;
}

/// The user's own regional habits where the language is theirs, else those of the language.
QLocale localeFor(const QString &language)
{
    const QLocale system = QLocale::system();
    const QLocale wanted(language);
    // QLocale::system() reads LC_NUMERIC and the like: a mixed environment would mix the languages of the numbers
    return system.language() == wanted.language() ? QLocale(system.language(), system.territory()) : wanted;
}

void replace(QPointer<QTranslator> &old, std::unique_ptr<QTranslator> translator)
{
    if (old) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
    old = translator.release();
    if (old) {
        old->setParent(QCoreApplication::instance());
        QCoreApplication::installTranslator(old);
    }
}

} // namespace

QStringList languages()
{
    return {u"en"_s, u"fr"_s};
}

QString systemLanguage()
{
    const QStringList known = languages();
    for (const QString &each : QLocale::system().uiLanguages()) {
        const QString language = each.section(u'-', 0, 0).toLower();
        if (known.contains(language))
            return language;
    }
    return u"en"_s;
}

bool setLanguage(QStringView language)
{
    loadTranslationFiles();
    const QString name = language.toString();
    auto ours = std::make_unique<QTranslator>();
    if (!languages().contains(name) || !ours->load(u":/i18n/vigie_"_s + name))
        return false;
    // Qt's buttons are English where the file is missing: no reason to refuse the language
    auto qts = std::make_unique<QTranslator>();
    if (name == u"en" || !qts->load(u"qtbase_"_s + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        qts.reset();
    QLocale::setDefault(localeFor(name)); // first: LanguageChange makes widgets format numbers anew
    Installed &state = installed();
    state.language = name;
    replace(state.qts, std::move(qts));
    replace(state.ours, std::move(ours));
    return true;
}

QString sayIn(const QString &language, const char *source)
{
    static std::map<QString, std::unique_ptr<QTranslator>> read; // of the two that there are, each once
    const QString english = QString::fromUtf8(source);
    if (!languages().contains(language))
        return english;
    std::unique_ptr<QTranslator> &translator = read[language];
    if (!translator) {
        loadTranslationFiles();
        translator = std::make_unique<QTranslator>();
        if (!translator->load(u":/i18n/vigie_"_s + language))
            return english;
    }
    const QString said = translator->translate("Text", source);
    return said.isEmpty() ? english : said;
}

QString language()
{
    return installed().language;
}

} // namespace core::text
