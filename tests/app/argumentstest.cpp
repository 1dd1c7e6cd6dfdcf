// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"

#include "app/ctl/commands.h"
#include "app/ctl/errors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ctl::Output;
using ctl::parseArguments;

/// What a command line means.
class ArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFlagLeavesTheNameAfterItAlone();
    void aFlagTakesAValueByEqualsOnly();
    void aParameterTakesTheNextWord();
    void aPlaceIsTheParentOfWhatIsMade();
    void whatFollowsTwoDashesIsNoOption();
    void labIsACommandOnlyInFront_data();
    void labIsACommandOnlyInFront();
    void labKeepsItsOwnOptions();
    void whatIsWrongHasACode_data();
    void whatIsWrongHasACode();
    void mannersAreKnownBeforeTheRest();
    void theEnvironmentStandsIn();
    void anOptionBehindACommandIsTheCommands();
    void turnedRoundCommandsMeanAnOperation_data();
    void turnedRoundCommandsMeanAnOperation();
};

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

void ArgumentsTest::init()
{
    for (const char *variable : {"VIGIE_CORE", "VIGIE_SERVER", "VIGIE_USER", "VIGIE_PASSWORD_FILE",
                                 "VIGIE_TOKEN_FILE", "VIGIE_CA", "VIGIE_FINGERPRINT"})
        qunsetenv(variable);
}

void ArgumentsTest::aFlagLeavesTheNameAfterItAlone()
{
    const auto arguments = parseArguments(words("vm suspend --keep-in-memory web"));
    QVERIFY(arguments);
    QCOMPARE(arguments->words, words("vm suspend web"));
    QCOMPARE(arguments->parameters.value(u"keepInMemory"_s), u"true"_s);
}

void ArgumentsTest::aFlagTakesAValueByEqualsOnly()
{
    const auto arguments = parseArguments(words("vm suspend web --keep-in-memory=false"));
    QVERIFY(arguments);
    QCOMPARE(arguments->parameters.value(u"keepInMemory"_s), u"false"_s);
}

void ArgumentsTest::aParameterTakesTheNextWord()
{
    const auto arguments = parseArguments(words("vm rename web --name db -o json"));
    QVERIFY(arguments);
    QCOMPARE(arguments->words, words("vm rename web"));
    QCOMPARE(arguments->parameters.value(u"name"_s), u"db"_s);
    QCOMPARE(arguments->output, Output::Json);
}

void ArgumentsTest::aPlaceIsTheParentOfWhatIsMade()
{
    const auto arguments = parseArguments(words("host add h4 --uri test:///default --cluster Lab"));
    QVERIFY(arguments);
    QCOMPARE(arguments->parameters.value(u"parent"_s), u"Lab"_s);
    QCOMPARE(arguments->parameters.value(u"uri"_s), u"test:///default"_s);
}

void ArgumentsTest::whatFollowsTwoDashesIsNoOption()
{
    const auto arguments = parseArguments(words("vm power-on -- -web --core"));
    QVERIFY(arguments);
    QCOMPARE(arguments->words, words("vm power-on -web --core"));
}

void ArgumentsTest::labIsACommandOnlyInFront_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<bool>("isLab");
    QTest::newRow("name of a machine") << words("vm power-on lab") << false;
    QTest::newRow("name of a described one") << words("describe vm lab") << false;
    QTest::newRow("directory") << words("--core lab get vms") << false;
    QTest::newRow("command") << words("lab status --dir x") << true;
    QTest::newRow("after global options") << words("--lang=fr -o json lab status --dir x") << true;
}

void ArgumentsTest::labIsACommandOnlyInFront()
{
    QFETCH(const QStringList, line);
    QFETCH(const bool, isLab);
    const auto arguments = parseArguments(line);
    QVERIFY(arguments);
    QCOMPARE(arguments->isLab(), isLab);
}

void ArgumentsTest::labKeepsItsOwnOptions()
{
    const auto arguments =
        parseArguments(words("lab fault --dir x network-cut h1 --lang fr --network=migration"));
    QVERIFY(arguments);
    QCOMPARE(arguments->words, words("lab fault --dir x network-cut h1 --network=migration"));
    QCOMPARE(arguments->language, u"fr"_s);
}

void ArgumentsTest::whatIsWrongHasACode_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *line, const core::ErrorCode &code) {
        QTest::newRow(line) << words(line) << QString(code.name);
    };
    row("get vms --nonsense", ctl::errors::OptionUnknown);
    row("vm suspend web --nonsense", ctl::errors::ParameterUnknown);
    row("vm suspend web --keep-in-memory=perhaps", ctl::errors::ValueNotListed);
    row("get vms -o yaml", ctl::errors::ValueNotListed);
    row("get vms --lang de", ctl::errors::ValueNotListed);
    row("get vms -o", ctl::errors::ValueMissing);
    row("vm rename web --name --no-wait", ctl::errors::ValueMissing);
    row("user create ann --password x", ctl::errors::SecretOnCommandLine);
    row("user create ann --password-file", ctl::errors::ValueMissing);
    row("get vms --server https://x:1 --core /there", ctl::errors::PlaceSurplus);
    row("get vms --user ann --token-file f", ctl::errors::PlaceSurplus);
    row("get vms --ca f --fingerprint 00", ctl::errors::PlaceSurplus);
    row("vm suspend web --vm other", ctl::errors::ParameterUnknown);
}

void ArgumentsTest::whatIsWrongHasACode()
{
    QFETCH(const QStringList, line);
    QFETCH(const QString, code);
    const auto arguments = parseArguments(line);
    QVERIFY(!arguments);
    QCOMPARE(arguments.error().code, code);
}

void ArgumentsTest::mannersAreKnownBeforeTheRest()
{
    const ctl::Manner manner = ctl::mannerOf(words("get --nonsense -o json --lang=fr"));
    QCOMPARE(manner.output, Output::Json);
    QCOMPARE(manner.language, u"fr"_s);
    QCOMPARE(ctl::mannerOf(words("get vms --lang de")).language, QString());
}

void ArgumentsTest::theEnvironmentStandsIn()
{
    qputenv("VIGIE_CORE", "/there");
    QCOMPARE(parseArguments(words("get vms"))->place.core, u"/there"_s);
    QCOMPARE(parseArguments(words("get vms --core /here"))->place.core, u"/here"_s);
    QCOMPARE(parseArguments(words("get vms --connect test:///default"))->place.core, QString());
}

void ArgumentsTest::anOptionBehindACommandIsTheCommands()
{
    const auto both =
        parseArguments(words("--user root --password-file r user create ann --password-file a"));
    QVERIFY(both);
    QCOMPARE(both->place.passwordFile, u"r"_s);
    QCOMPARE(both->secretFiles.value(u"password"_s), u"a"_s);
    const auto behind = parseArguments(words("vm suspend web --user root --password-file r"));
    QVERIFY(behind);
    QCOMPARE(behind->place.user, u"root"_s);
    QCOMPARE(behind->place.passwordFile, u"r"_s);
    const auto own = parseArguments(words("access effective --user ann --object /"));
    QVERIFY(own);
    QCOMPARE(own->place.user, QString());
    QCOMPARE(own->parameters.value(u"user"_s), u"ann"_s);
    const auto target = parseArguments(words("user set ann --user root --full-name Ann"));
    QVERIFY(target);
    QCOMPARE(target->place.user, u"root"_s);
}

void ArgumentsTest::turnedRoundCommandsMeanAnOperation_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("operation");
    QTest::newRow("create") << words("create folder x") << u"folder.create"_s;
    QTest::newRow("create of a host") << words("create host x") << u"host.add"_s;
    QTest::newRow("delete") << words("delete cluster x") << u"cluster.delete"_s;
    QTest::newRow("delete of a host") << words("delete host x") << u"host.delete"_s;
    QTest::newRow("set") << words("set vm x") << u"vm.set"_s;
    QTest::newRow("set of what has only a name") << words("set folder x") << u"folder.rename"_s;
    QTest::newRow("as it stands") << words("vm power-on x") << u"vm.power-on"_s;
    QTest::newRow("none") << words("vm fly x") << QString();
}

void ArgumentsTest::turnedRoundCommandsMeanAnOperation()
{
    QFETCH(const QStringList, line);
    QFETCH(const QString, operation);
    const auto *found = ctl::operationOf(line);
    QCOMPARE(found == nullptr ? QString() : found->name, operation);
}

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "argumentstest.moc"
