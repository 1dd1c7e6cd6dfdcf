// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what: the inheritance rules as vSphere's Security guide tells them by example.
#include "core/access/access.h"

#include <QTest>

using namespace core;
using namespace core::access;
using namespace Qt::StringLiterals;

namespace {

/// A folder of two VMs, A and B, on one host of a cluster; ann is of the groups ops and dev.
struct Company {
    model::Inventory inventory;
    model::Datacenter datacenter{.id = DatacenterId::random(), .name = u"dc"_s};
    model::Cluster cluster{.id = ClusterId::random(), .name = u"c1"_s, .parent = datacenter.id};
    model::Host host{.id = HostId::random(), .name = u"h1"_s, .parent = cluster.id};
    model::Folder folder{.id = FolderId::random(), .name = u"web"_s, .parent = datacenter.id};
    model::Vm a{.id = VmId::random(), .name = u"A"_s, .host = host.id, .folder = folder.id};
    model::Vm b{.id = VmId::random(), .name = u"B"_s, .host = host.id, .folder = folder.id};
    model::Role starter = role(u"starter"_s, {Privilege::SystemView, Privilege::VmInteractPowerOn});
    model::Role suspender = role(u"suspender"_s, {Privilege::SystemView, Privilege::VmInteractSuspend});
    Identity ann{.principal = u"local\\ann"_s, .groups = {u"local\\dev"_s, u"local\\ops"_s}};

    Company()
    {
        inventory.put(datacenter);
        inventory.put(cluster);
        inventory.put(host);
        inventory.put(folder);
        inventory.put(a);
        inventory.put(b);
        for (const model::Role &each : builtInRoles())
            inventory.put(each);
    }

    model::Role role(const QString &name, const PrivilegeSet &privileges)
    {
        model::Role made{.id = RoleId::random(), .name = name, .privileges = privileges.list()};
        inventory.put(made);
        return made;
    }

    PermissionId grant(const ObjectRef &object, const QString &principal, RoleId role, bool propagate = true)
    {
        const model::Permission permission{.id = PermissionId::random(),
                                           .object = object,
                                           .principal = principal,
                                           .isGroup = principal != ann.principal,
                                           .role = role,
                                           .propagate = propagate};
        inventory.put(permission);
        return permission.id;
    }

    [[nodiscard]] bool may(Privilege privilege, const ObjectRef &object) const
    {
        return effective(ann, object, inventory).privileges.has(privilege);
    }
};

using enum Privilege;

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyMayAnythingUntilHeIsGivenIt()
    {
        const Company company;
        QVERIFY(effective(company.ann, company.a.id, company.inventory).privileges.isEmpty());
        QVERIFY(effective(company.ann, company.a.id, company.inventory).grounds.empty());
    }

    void rolesOfSeveralGroupsOnOneObjectAddUp()
    {
        Company company;
        company.grant(company.folder.id, u"local\\ops"_s, company.starter.id);
        company.grant(company.folder.id, u"local\\dev"_s, company.suspender.id);
        QVERIFY(company.may(VmInteractPowerOn, company.a.id));
        QVERIFY(company.may(VmInteractSuspend, company.a.id));
    }

    void aPermissionOnTheChildBeatsThoseFromAbove()
    {
        Company company;
        company.grant(company.folder.id, u"local\\ops"_s, company.starter.id);
        company.grant(company.b.id, u"local\\dev"_s, company.suspender.id);
        QVERIFY(company.may(VmInteractPowerOn, company.a.id));
        QVERIFY(!company.may(VmInteractSuspend, company.a.id));
        QVERIFY(company.may(VmInteractSuspend, company.b.id));
        QVERIFY(!company.may(VmInteractPowerOn, company.b.id));
    }

    void theUsersOwnPermissionBeatsHisGroups()
    {
        Company company;
        company.grant(company.folder.id, u"local\\ops"_s, company.starter.id);
        company.grant(company.folder.id, company.ann.principal, noAccessRole());
        QVERIFY(!company.may(VmInteractPowerOn, company.a.id));
        QVERIFY(!company.may(SystemView, company.folder.id));
    }

    void whatComesByTheFolderAndByTheHostAddsUp()
    {
        Company company;
        company.grant(company.folder.id, u"local\\ops"_s, company.starter.id);
        company.grant(company.cluster.id, u"local\\dev"_s, company.suspender.id);
        QVERIFY(company.may(VmInteractPowerOn, company.a.id));
        QVERIFY(company.may(VmInteractSuspend, company.a.id));
        QVERIFY(!company.may(VmInteractPowerOn, company.host.id));
        const Effective answer = effective(company.ann, company.a.id, company.inventory);
        QCOMPARE(answer.grounds.size(), size_t(2));
    }

    void whatIsNotPropagatedStaysOnItsObject()
    {
        Company company;
        company.grant(company.folder.id, u"local\\ops"_s, company.starter.id, false);
        QVERIFY(company.may(VmInteractPowerOn, company.folder.id));
        QVERIFY(!company.may(VmInteractPowerOn, company.a.id));
    }

    void theGroundNamesThePermissionThatDecided()
    {
        Company company;
        company.grant(ObjectRef(), u"local\\ops"_s, company.suspender.id);
        const PermissionId near = company.grant(company.folder.id, u"local\\ops"_s, company.starter.id);
        company.grant(company.cluster.id, u"local\\ops"_s, company.starter.id, false);
        const Effective answer = effective(company.ann, company.folder.id, company.inventory);
        QCOMPARE(answer.grounds.size(), size_t(1));
        QCOMPARE(answer.grounds.front().permission, near);
        QVERIFY(answer.grounds.front().object == ObjectRef(company.folder.id));
        QVERIFY(answer.grounds.front().isGroup);
    }

    void aTokenNeverMayMoreThanItsScope()
    {
        Company company;
        company.grant(ObjectRef(), company.ann.principal, administratorRole());
        Identity token = company.ann;
        token.limit = PrivilegeSet{SystemView};
        QVERIFY(effective(token, company.a.id, company.inventory).privileges == PrivilegeSet{SystemView});
    }

    void reachSaysTheSameAsTheRules()
    {
        Company company;
        company.grant(ObjectRef(), u"local\\ops"_s, readOnlyRole());
        company.grant(company.folder.id, u"local\\dev"_s, company.suspender.id);
        company.grant(company.b.id, company.ann.principal, noAccessRole());
        Reach reach(company.ann, company.inventory);
        QVERIFY(!reach.uniform());
        company.inventory.forEach([&](const model::Object &object) {
            const ObjectRef ref = refOf(object);
            QVERIFY(reach.privileges(ref) == effective(company.ann, ref, company.inventory).privileges);
        });
        QVERIFY(!reach.sees(company.b.id));
    }

    void anAdministratorsReachIsTheSameEverywhere()
    {
        Company company;
        company.grant(ObjectRef(), company.ann.principal, administratorRole());
        Reach reach(company.ann, company.inventory);
        QVERIFY(reach.uniform() && *reach.uniform() == PrivilegeSet::all());
    }

    void aDisabledUserIsNoAdministrator()
    {
        Company company;
        model::User user{.id = UserId::random(), .name = u"ann"_s};
        company.inventory.put(user);
        QVERIFY(!hasAdministrator(company.inventory));
        company.grant(ObjectRef(), company.ann.principal, administratorRole());
        QVERIFY(hasAdministrator(company.inventory));
        user.disabled = true;
        company.inventory.put(user);
        QVERIFY(!hasAdministrator(company.inventory));
    }

    void aGroupWithAnEnabledMemberCountsAsAdministrator()
    {
        Company company;
        const model::User user{.id = UserId::random(), .name = u"bob"_s};
        company.grant(ObjectRef(), u"local\\ops"_s, administratorRole());
        model::Group ops{.id = GroupId::random(), .name = u"ops"_s};
        company.inventory.put(ops);
        QVERIFY(!hasAdministrator(company.inventory));
        ops.members = {user.id};
        company.inventory.put(user);
        company.inventory.put(ops);
        QVERIFY(hasAdministrator(company.inventory));
        QCOMPARE(identityOf(user, company.inventory).groups, std::vector<QString>{u"local\\ops"_s});
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "accesstest.moc"
