// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operations/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace core::model;
using core::operations::commandLine;
using core::operations::OperationRequest;

namespace {

struct Filled {
    Inventory inventory;
    core::DatacenterId paris = core::DatacenterId::random();
    core::DatacenterId lyon = core::DatacenterId::random();
    core::ClusterId cluster = core::ClusterId::random();
    core::HostId host = core::HostId::random();
    core::VmId web = core::VmId::random();
    core::VmId spaced = core::VmId::random();
    core::FolderId twin = core::FolderId::random();
    core::FolderId otherTwin = core::FolderId::random();

    Filled()
    {
        inventory.put(Datacenter{.id = paris, .name = u"Paris"_s});
        inventory.put(Datacenter{.id = lyon, .name = u"Lyon"_s});
        inventory.put(Cluster{.id = cluster, .name = u"Prod"_s, .parent = paris});
        inventory.put(Host{.id = host, .name = u"h1"_s, .parent = cluster});
        inventory.put(Vm{.id = web, .name = u"web"_s, .host = host});
        inventory.put(Vm{.id = spaced, .name = u"the 'old' one"_s, .host = host});
        inventory.put(Folder{.id = twin, .name = u"Test"_s, .parent = paris});
        inventory.put(Folder{.id = otherTwin, .name = u"Test"_s, .parent = lyon});
    }
};

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTargetIsCalledByItsName();
    void severalTargetsShareACommand();
    void aNameThatIsNotUniqueBecomesAPath();
    void whatIsCreatedIsNamedAndPlaced();
    void aFlagThatIsOffSaysSo();
    void aSecretStandsAsAFile();
    void aNameLikeAnOptionIsNone();
};

void CommandLineTest::aTargetIsCalledByItsName()
{
    const Filled filled;
    QCOMPARE(commandLine({{u"vm.power-off"_s, {{u"vm"_s, filled.web.toString()}}}}, filled.inventory),
             u"vigiectl vm power-off web"_s);
    QCOMPARE(commandLine({{u"vm.power-off"_s, {{u"vm"_s, filled.spaced.toString()}}}}, filled.inventory),
             u"vigiectl vm power-off 'the '\\''old'\\'' one'"_s);
}

void CommandLineTest::severalTargetsShareACommand()
{
    const Filled filled;
    const std::vector<OperationRequest> requests{{u"vm.power-on"_s, {{u"vm"_s, filled.web.toString()}}},
                                                 {u"vm.power-on"_s, {{u"vm"_s, filled.spaced.toString()}}}};
    QCOMPARE(commandLine(requests, filled.inventory), u"vigiectl vm power-on web 'the '\\''old'\\'' one'"_s);
}

void CommandLineTest::aNameThatIsNotUniqueBecomesAPath()
{
    const Filled filled;
    QCOMPARE(commandLine({{u"folder.delete"_s, {{u"folder"_s, filled.twin.toString()}}}}, filled.inventory),
             u"vigiectl folder delete /Paris/Test"_s);
}

void CommandLineTest::whatIsCreatedIsNamedAndPlaced()
{
    const Filled filled;
    const QJsonObject parameters{{u"parent"_s, toString(ObjectRef(filled.cluster))},
                                 {u"uri"_s, u"qemu+ssh://root@h2/system"_s},
                                 {u"name"_s, u"h2"_s}};
    QCOMPARE(commandLine({{u"host.add"_s, parameters}}, filled.inventory),
             u"vigiectl host add h2 --parent /Paris/Prod --uri qemu+ssh://root@h2/system"_s);
}

void CommandLineTest::aFlagThatIsOffSaysSo()
{
    const Filled filled;
    const QString vm = filled.web.toString();
    QCOMPARE(commandLine({{u"vm.suspend"_s, {{u"vm"_s, vm}, {u"keepInMemory"_s, true}}}}, filled.inventory),
             u"vigiectl vm suspend web --keep-in-memory"_s);
    QCOMPARE(commandLine({{u"vm.suspend"_s, {{u"vm"_s, vm}, {u"keepInMemory"_s, false}}}}, filled.inventory),
             u"vigiectl vm suspend web --keep-in-memory=false"_s);
}

void CommandLineTest::aSecretStandsAsAFile()
{
    const Filled filled;
    const QString command = commandLine(
        {{u"user.create"_s, {{u"name"_s, u"ann"_s}, {u"password"_s, u"hunter2"_s}}}}, filled.inventory);
    QCOMPARE(command, u"vigiectl user create ann --password-file FILE"_s);
}

void CommandLineTest::aNameLikeAnOptionIsNone()
{
    Filled filled;
    const auto odd = core::VmId::random();
    filled.inventory.put(Vm{.id = odd, .name = u"--help"_s, .host = filled.host});
    QCOMPARE(commandLine({{u"vm.reset"_s, {{u"vm"_s, odd.toString()}}}}, filled.inventory),
             u"vigiectl vm reset -- --help"_s);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "commandlinetest.moc"
