// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/text.h"
#include "core/text/eventsearch.h"
#include "core/text/language.h"
#include "core/text/sentences.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(text::setLanguage(u"en")); }
    void aSentencePutsTheParametersInTheirPlaces();
    void aNameThatLooksLikeAPlaceholderStaysWhatItIs();
    void aStateChoosesTheSentence();
    void aMissingParameterTakesTheSentenceWithoutIt();
    void anUnknownCodeGivesAGeneralSentence();
    void anEventIsFoundByTheSentenceOnTheScreen_data();
    void anEventIsFoundByTheSentenceOnTheScreen();
    void whatNoSentenceSaysIsNotFound();
    void theLanguageIsSwitchedInMidRun();
    void anUnknownLanguageIsRefusedAndNothingChanges();
    void frenchUsesItsOwnPunctuation();
    void anEventSaysWhatHappenedToWhom();
    void anUnknownEventIsShownAsItIs();
    void anAlarmSaysHowFullTheDatastoreIs();
    void anUnknownOperationIsShownAsItIs();
    void qtsOwnButtonsFollowTheLanguage();
};

void TextTest::aSentencePutsTheParametersInTheirPlaces()
{
    const Error error(core::errors::Unreachable, QJsonObject{{u"where"_s, u"h2"_s}});
    QVERIFY(text::sentence(error).startsWith(u"h2 cannot be reached."));
}

void TextTest::aNameThatLooksLikeAPlaceholderStaysWhatItIs()
{
    const Error error(operations::errors::GuestDidNotFollow,
                      QJsonObject{{u"name"_s, u"web %2 %1"_s}, {u"seconds"_s, 60}});
    QVERIFY(text::sentence(error).contains(u"“web %2 %1”"));
    QVERIFY(text::sentence(error).contains(u"within 60 seconds"));
}

void TextTest::aStateChoosesTheSentence()
{
    const Error error(operations::errors::WrongState,
                      QJsonObject{{u"name"_s, u"web"_s}, {u"state"_s, u"off"_s}});
    QCOMPARE(text::sentence(error), u"“web” is powered off."_s);
}

void TextTest::aMissingParameterTakesTheSentenceWithoutIt()
{
    QVERIFY(
        text::sentence(Error(core::errors::Unreachable)).startsWith(u"The other side cannot be reached."));
}

void TextTest::anUnknownCodeGivesAGeneralSentence()
{
    Error error;
    error.code = u"future.surprise"_s;
    QVERIFY(text::sentence(error).contains(u"future.surprise"));
    QVERIFY(!text::hasSentence(error.code));
    QVERIFY(text::hasSentence(u"base.busy"));
}

void TextTest::theLanguageIsSwitchedInMidRun()
{
    QCOMPARE(text::operationLabel(u"vm.power-on"), u"Power On"_s);
    QVERIFY(text::setLanguage(u"fr"));
    QCOMPARE(text::operationLabel(u"vm.power-on"), u"Mettre sous tension"_s);
    QCOMPARE(text::language(), u"fr"_s);
    QCOMPARE(QLocale().language(), QLocale::French);
    QVERIFY(text::setLanguage(u"en"));
    QCOMPARE(text::operationLabel(u"vm.power-on"), u"Power On"_s);
}

void TextTest::anUnknownLanguageIsRefusedAndNothingChanges()
{
    QVERIFY(text::setLanguage(u"fr"));
    QVERIFY(!text::setLanguage(u"tlh"));
    QCOMPARE(text::language(), u"fr"_s);
    QCOMPARE(text::state(model::PowerState::Off), u"hors tension"_s);
}

void TextTest::frenchUsesItsOwnPunctuation()
{
    QVERIFY(text::setLanguage(u"fr"));
    const Error error(operations::errors::NameTaken, QJsonObject{{u"name"_s, u"web"_s}});
    QCOMPARE(text::sentence(error),
             u"Le nom «\u00a0web\u00a0» est déjà utilisé ici. Choisissez-en un autre."_s);
}

void TextTest::anEventSaysWhatHappenedToWhom()
{
    model::Event event{.code = u"vm.renamed"_s, .objectName = u"new"_s};
    event.parameters = {{u"from"_s, u"old"_s}, {u"to"_s, u"new"_s}};
    QCOMPARE(text::event(event), u"The virtual machine “old” was renamed to “new”."_s);
    model::Event failed{.code = u"task.failed"_s, .objectName = u"web"_s};
    failed.parameters = {{u"operation"_s, u"vm.power-on"_s}};
    QCOMPARE(text::event(failed), u"The task “Power On” failed on “web”."_s);
}

void TextTest::anUnknownEventIsShownAsItIs()
{
    const model::Event event{.code = u"vm.levitated"_s, .objectName = u"web"_s};
    QCOMPARE(text::event(event), u"vm.levitated (web)"_s);
}

void TextTest::anAlarmSaysHowFullTheDatastoreIs()
{
    model::Alarm alarm{.code = u"datastore.usage"_s, .objectName = u"shared"_s};
    alarm.parameters = {{u"usageRatio"_s, 0.93}};
    QVERIFY(text::alarm(alarm).startsWith(u"The datastore “shared” is 93 % full."));
}

void TextTest::anUnknownOperationIsShownAsItIs()
{
    QCOMPARE(text::operationLabel(u"vm.levitate"), u"vm.levitate"_s);
    QCOMPARE(text::phase(u""), QString());
}

void TextTest::qtsOwnButtonsFollowTheLanguage()
{
    QVERIFY(text::setLanguage(u"fr"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Annuler"_s);
}

void TextTest::anEventIsFoundByTheSentenceOnTheScreen_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : text::languages())
        QTest::addRow("%s", qPrintable(language)) << language;
}

/// Each kind of event, by the whole of its sentence as it is copied from the screen.
void TextTest::anEventIsFoundByTheSentenceOnTheScreen()
{
    QFETCH(QString, language);
    QVERIFY(text::setLanguage(language));
    int looked = 0;
    for (const text::Sentence &each : text::eventSentences()) {
        model::Event event{.code = QString::fromLatin1(each.code), .objectName = u"web 1.lab"_s};
        for (const QString &name : QString::fromLatin1(each.params).split(u' ', Qt::SkipEmptyParts)) {
            if (name == u"operation")
                event.parameters.insert(name, u"vm.power-on"_s);
            else if (name != u"name")
                event.parameters.insert(name, u"about "_s + name);
        }
        const QString sentence = text::event(event);
        QVERIFY2(text::holdsWords(event, text::eventWords(sentence, language)), qPrintable(sentence));
        QVERIFY2(text::holdsWords(event, text::eventWords(sentence.toUpper(), language)),
                 qPrintable(sentence));
        ++looked;
    }
    QVERIFY(looked > 50);
}

void TextTest::whatNoSentenceSaysIsNotFound()
{
    const model::Event event{.code = u"vm.powered-on"_s, .objectName = u"web"_s};
    const auto finds = [&](const QString &text, const QString &language) {
        return text::holdsWords(event, text::eventWords(text, language));
    };
    QVERIFY(finds(u"web powered"_s, u"en"_s));
    QVERIFY(finds(u"sous tension"_s, u"fr"_s));
    QVERIFY(finds(u"ete"_s, u"fr"_s)); // accents are not asked for
    QVERIFY(!finds(u"tension"_s, u"en"_s));
    QVERIFY(!finds(u"db powered"_s, u"en"_s));
    QVERIFY(!finds(u"“%1”"_s, u"en"_s)); // nobody reads a placeholder
    QVERIFY(finds(u"powered"_s, u"tlh"_s));
    QVERIFY(finds({}, u"en"_s));
}

QTEST_GUILESS_MAIN(TextTest)
#include "texttest.moc"
