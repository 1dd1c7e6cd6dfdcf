// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"
#include "app/ctl/errors.h"
#include "core/access/errors.h"
#include "core/api/client/errors.h"
#include "core/base/errors.h"
#include "core/drs/errors.h"
#include "core/hypervisor/errors.h"
#include "core/identity/errors.h"
#include "core/lab/errors.h"
#include "core/migration/errors.h"
#include "core/notification/errors.h"
#include "core/operations/alarmrules.h"
#include "core/operations/errors.h"
#include "core/orchestrator/errors.h"
#include "core/persistence/errors.h"
#include "core/preparation/errors.h"
#include "core/simulation/ha/errors.h"
#include "core/text/access.h"
#include "core/text/drs.h"
#include "core/text/language.h"
#include "core/text/parameters.h"
#include "core/text/text.h"
#include "core/vault/errors.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace core;

/// Nothing that can be said lacks its sentence, in either language.
class SentencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorCodeHasASentence_data();
    void everyErrorCodeHasASentence();
    void aSentenceAsksOnlyForParametersOfItsCode_data() { everyErrorCodeHasASentence_data(); }
    void aSentenceAsksOnlyForParametersOfItsCode();
    void everyOperationHasALabel();
    void noParameterIsShownByItsIdentifier();
    void everyPrivilegeAndBuiltInRoleHasAName();
    void everySentenceIsTranslated_data();
    void everySentenceIsTranslated();
    void placeholdersFollowTheParameters_data() { everySentenceIsTranslated_data(); }
    void placeholdersFollowTheParameters();
    void everyEnumIsTranslated();
};

namespace {

template <class Codes>
void addCodes(const Codes &codes)
{
    for (const ErrorCode &code : codes) {
        QTest::newRow(code.name.data())
            << QString(code.name) << QString(code.params).split(u' ', Qt::SkipEmptyParts);
    }
}

void addTable(const char *name, std::span<const text::Sentence> table)
{
    int row = 0;
    for (const text::Sentence &sentence : table) {
        QTest::addRow("%s: %s (%d)", name, sentence.code, row++)
            << QString::fromUtf8(sentence.text)
            << QString::fromLatin1(sentence.params).split(u' ', Qt::SkipEmptyParts);
    }
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%[0-9]"_s);
    std::set<QString> found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found.insert(matches.next().captured());
    return {found.begin(), found.end()};
}

QString french(const QString &source)
{
    return QCoreApplication::translate("Text", source.toUtf8().constData());
}

} // namespace

void SentencesTest::everyErrorCodeHasASentence_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("params");
    addCodes(core::errors::all);
    addCodes(access::errors::all);
    addCodes(operations::errors::all);
    addCodes(operations::errors::alarms);
    addCodes(orchestrator::errors::all);
    addCodes(hypervisor::errors::all);
    addCodes(identity::errors::all);
    addCodes(lab::errors::all);
    addCodes(migration::errors::all);
    addCodes(drs::errors::all);
    addCodes(simulation::errors::all);
    addCodes(notification::errors::all);
    addCodes(persistence::errors::all);
    addCodes(preparation::errors::all);
    addCodes(vault::errors::all);
    addCodes(api::client::errors::all);
    addCodes(ctl::errors::all);
}

void SentencesTest::everyErrorCodeHasASentence()
{
    QFETCH(const QString, code);
    QVERIFY2(text::hasSentence(code), qPrintable(u"core/text/errortable.cpp has no sentence for "_s + code));
}

void SentencesTest::aSentenceAsksOnlyForParametersOfItsCode()
{
    QFETCH(const QString, code);
    QFETCH(const QStringList, params);
    std::vector<text::Sentence> rows(text::errorSentences().begin(), text::errorSentences().end());
    rows.insert(rows.end(), text::migrationSentences().begin(), text::migrationSentences().end());
    rows.insert(rows.end(), text::drsErrorSentences().begin(), text::drsErrorSentences().end());
    for (const text::Sentence &row : rows) {
        if (QString::fromLatin1(row.code).section(u'/', 0, 0) != code)
            continue;
        for (const QString &asked : QString::fromLatin1(row.params).split(u' ', Qt::SkipEmptyParts))
            QVERIFY2(params.contains(asked), qPrintable(code + u" has no parameter "_s + asked));
    }
}

void SentencesTest::everyOperationHasALabel()
{
    for (const operations::Operation &operation : operations::catalogue())
        QVERIFY2(text::operationLabel(operation.name) != operation.name, qPrintable(operation.name));
}

void SentencesTest::noParameterIsShownByItsIdentifier()
{
    for (const QStringView language : {u"en", u"fr"}) {
        QVERIFY(text::setLanguage(language));
        for (const operations::Operation &operation : operations::catalogue()) {
            for (const operations::Parameter &parameter : operation.parameters) {
                const QString where = operation.name + u' ' + parameter.name;
                QVERIFY2(text::parameterName(operation, parameter) != parameter.name, qPrintable(where));
                for (const QString &choice : parameter.choices)
                    QVERIFY2(text::choiceName(choice) != choice, qPrintable(where + u' ' + choice));
            }
        }
    }
}

void SentencesTest::everyPrivilegeAndBuiltInRoleHasAName()
{
    QVERIFY(text::setLanguage(u"fr"));
    for (const auto &each : wireNames(model::Privilege())) {
        const QString wire = QString::fromLatin1(each.name);
        QVERIFY2(text::privilegeName(each.value) != wire, qPrintable(wire));
        QVERIFY2(text::privilegeGroup(each.value) != wire.section(u'.', 0, 0), qPrintable(wire));
    }
    for (const model::Role &role : access::builtInRoles()) {
        const bool known = std::ranges::any_of(text::roleLabels(), [&](const text::Sentence &row) {
            return QLatin1StringView(row.code) == role.name;
        });
        QVERIFY2(known, qPrintable(role.name));
    }
    const model::Role own{.name = u"Read-only"_s, .builtIn = false};
    QCOMPARE(text::roleName(own), u"Read-only"_s);
}

void SentencesTest::everySentenceIsTranslated_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("params");
    addTable("error", text::errorSentences());
    addTable("migration", text::migrationSentences());
    addTable("drs", text::drsErrorSentences());
    addTable("drs reason", text::drsReasonSentences());
    addTable("drs fault", text::drsFaultSentences());
    addTable("reason", text::reasonSentences());
    addTable("operation", text::operationLabels());
    addTable("phase", text::phaseLabels());
    addTable("step", text::stepSentences());
    addTable("event", text::eventSentences());
    addTable("alarm", text::alarmSentences());
    addTable("privilege", text::privilegeLabels());
    addTable("privileges", text::privilegeGroups());
}

void SentencesTest::everySentenceIsTranslated()
{
    QFETCH(const QString, source);
    QVERIFY(text::setLanguage(u"en"));
    QCOMPARE(french(source), source);
    QVERIFY(text::setLanguage(u"fr"));
    QVERIFY2(french(source) != source, qPrintable(u"no French for: "_s + source));
}

void SentencesTest::placeholdersFollowTheParameters()
{
    QFETCH(const QString, source);
    QFETCH(const QStringList, params);
    QVERIFY(text::setLanguage(u"fr"));
    QCOMPARE(placeholders(source).size(), params.size());
    QCOMPARE(placeholders(french(source)), placeholders(source));
}

void SentencesTest::everyEnumIsTranslated()
{
    const auto sayAll = [] {
        QStringList said;
        const auto add = [&](auto enumeration, auto &&say) {
            for (const auto &each : wireNames(enumeration))
                said += say(each.value);
        };
        add(model::Kind(), text::kindName);
        add(model::Kind(), text::kindTitle);
        add(model::PowerState(), [](model::PowerState s) { return text::state(s); });
        add(model::HostState(), [](model::HostState s) { return text::state(s); });
        add(model::TaskState(), [](model::TaskState s) { return text::state(s); });
        add(model::AgentState(), [](model::AgentState s) { return text::state(s); });
        add(model::FindingSeverity(), text::findingSeverity);
        add(model::StepState(), [](model::StepState s) { return text::state(s); });
        add(model::HypervisorType(), text::hypervisorType);
        add(model::DrsState(), [](model::DrsState s) { return text::state(s); });
        add(model::DrsAutomation(), text::drsAutomation);
        add(model::DrsRuleType(), text::drsRuleType);
        add(model::PowerManagement(), text::powerManagement);
        add(model::SharesLevel(), text::sharesLevel);
        add(model::Counter(), text::counterName);
        return said;
    };
    QVERIFY(text::setLanguage(u"en"));
    const QStringList english = sayAll();
    QVERIFY(text::setLanguage(u"fr"));
    const QStringList french = sayAll();
    QCOMPARE(english.size(), french.size());
    const QStringList same{u"cluster"_s, u"Clusters"_s, u"Normal"_s}; // one word for both
    for (qsizetype i = 0; i < english.size(); ++i)
        QVERIFY2(english[i] != french[i] || same.contains(english[i]), qPrintable(english[i]));
}

QTEST_GUILESS_MAIN(SentencesTest)
#include "sentencestest.moc"
