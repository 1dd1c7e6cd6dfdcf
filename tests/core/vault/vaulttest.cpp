// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that the core must be able to say again.
#include "core/vault/vault.h"
#include "core/vault/errors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using vault::Vault;

class VaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSealedIsOpenedByTheSameKeyFile()
    {
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"key"_s);
        QByteArray sealed;
        {
            const auto first = Vault::open(file);
            QVERIFY(first);
            sealed = first->seal("open sesame", "host.password");
            QVERIFY(!sealed.contains("sesame"));
            QVERIFY(first->seal("open sesame", "host.password") != sealed); // twice the same says nothing
        }
        QCOMPARE(QFile::permissions(file) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner));
        const auto again = Vault::open(file);
        QVERIFY(again);
        const auto opened = again->unseal(sealed, "host.password");
        QVERIFY(opened);
        QCOMPARE(*opened, QByteArray("open sesame"));
    }

    void neitherAnotherKeyNorAnotherPurposeNorAChangeOpensIt()
    {
        const QTemporaryDir directory;
        const auto ours = Vault::open(directory.filePath(u"ours"_s));
        const auto theirs = Vault::open(directory.filePath(u"theirs"_s));
        QVERIFY(ours && theirs);
        QByteArray sealed = ours->seal("secret", "a");
        QVERIFY(theirs->unseal(sealed, "a").error().is(vault::errors::NotOurs));
        QVERIFY(ours->unseal(sealed, "b").error().is(vault::errors::NotOurs));
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = static_cast<char>(changed.at(i) ^ 1);
            QVERIFY(!ours->unseal(changed, "a"));
            QVERIFY(!ours->unseal(sealed.left(i), "a"));
        }
        QVERIFY(ours->unseal(ours->seal({}, "a"), "a"));
    }

    void aKeyThatOthersCanReadIsRefused()
    {
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"key"_s);
        QVERIFY(Vault::open(file));
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        const auto refused = Vault::open(file);
        QVERIFY(!refused);
        QVERIFY(refused.error().is(vault::errors::KeyUnusable));
        QCOMPARE(refused.error().params.value(u"path"_s).toString(), file);
    }

    void aFileOfAnotherLengthIsNoKey()
    {
        const QTemporaryDir directory;
        for (const QByteArray &content : {QByteArray(), QByteArray(31, 'x'), QByteArray(33, 'x')}) {
            const QString file = directory.filePath(u"key"_s);
            QFile written(file);
            QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate));
            written.write(content);
            written.close();
            QVERIFY(written.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            QVERIFY(!Vault::open(file));
            QCOMPARE(QFile(file).size(), content.size()); // nobody makes another in its place
        }
        QVERIFY(!Vault::open(directory.filePath(u"missing/key"_s)));
    }
};

QTEST_GUILESS_MAIN(VaultTest)
#include "vaulttest.moc"
