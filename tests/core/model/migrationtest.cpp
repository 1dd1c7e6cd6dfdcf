// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a migration cross the wire whole.
#include "core/model/migration.h"

#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;

class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestCrossesTheWire()
    {
        const model::MigrationRequest request{
            .vm = VmId::random(),
            .host = HostId::random(),
            .disks = {{.disk = u"vda"_s, .datastore = DatastoreId::random(), .format = u"qcow2"_s}},
            .networks = {{.from = NetworkId::random(), .to = NetworkId::random()}},
            .mode = model::MigrationMode::Cold,
            .priority = model::MigrationPriority::High};
        const auto read = json::fromJson<model::MigrationRequest>(json::toObject(request));
        QVERIFY(read);
        QVERIFY(*read == request);
    }

    void whatIsNamedSaysWhatMoves()
    {
        model::MigrationRequest request{.vm = VmId::random(), .host = HostId::random()};
        QCOMPARE(request.kind(), model::MigrationKind::Host);
        request.datastore = DatastoreId::random();
        QCOMPARE(request.kind(), model::MigrationKind::HostAndDatastore);
        request.host.reset();
        QCOMPARE(request.kind(), model::MigrationKind::Datastore);
    }

    void aFindingCrossesTheWireWithItsProblem()
    {
        const model::Finding finding{
            .severity = model::FindingSeverity::Warning,
            .problem = Error(errors::NotFound, QJsonObject{{u"what"_s, u"host/1"_s}}, u"libvirt's words"_s),
            .object = HostId::random()};
        const auto read = json::fromJson<model::Finding>(json::toObject(finding));
        QVERIFY(read);
        QVERIFY(*read == finding);
        QVERIFY(model::firstError({finding}) == nullptr);
    }

    void figuresCrossTheWire()
    {
        const model::MigrationFigures figures{
            .pass = 2,
            .memoryTotal = Bytes(1 << 28),
            .downtime = Duration(87),
            .notConverging = true,
            .passes = {{.number = 1, .at = Duration(900), .remaining = Bytes(4096)}}};
        const auto read = json::fromJson<model::MigrationFigures>(json::toObject(figures));
        QVERIFY(read);
        QVERIFY(*read == figures);
    }
};

QTEST_GUILESS_MAIN(MigrationTest)
#include "migrationtest.moc"
