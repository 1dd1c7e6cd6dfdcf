// SPDX-License-Identifier: GPL-3.0-or-later
// Users who are kept elsewhere: how they are named, and what becomes of them between two sign-ins.
#include "tests/core/identity/accountsfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace core;
using namespace core::identity;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::waitFor;

namespace {

/// Knows carl, by whatever case he writes himself in.
class FakeDirectory : public Directory
{
public:
    explicit FakeDirectory(QString domain = u"corp"_s) : m_domain(std::move(domain)) {}

    DirectoryUser carl{.name = u"Carl"_s, .groups = {u"ops"_s, u"all"_s}};
    std::optional<Error> broken;
    int asked = 0;

    [[nodiscard]] QString domain() const override { return m_domain; }
    Task<DirectoryUser> authenticate(QString name, QString password) override
    {
        ++asked;
        if (broken)
            co_return *broken;
        if (name.compare(carl.name, Qt::CaseInsensitive) != 0 || password != u"secret of carl")
            co_return Error(identity::errors::BadCredentials);
        co_return carl;
    }
    Task<DirectoryUser> find(QString) override
    {
        if (broken)
            co_return *broken;
        co_return carl;
    }

private:
    QString m_domain;
};

} // namespace

class DirectoriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_company = std::make_unique<tests::Company>();
        join();
    }
    void cleanup() { m_company.reset(); }

    void hisNameAndGroupsAreTheDirectorys_data();
    void hisNameAndGroupsAreTheDirectorys();
    void aNameWithoutADomainIsLocal();
    void anEmptyPasswordIsNotEvenAsked();
    void failuresCountAndFaultsOfTheDirectoryDoNot();
    void hisGroupsFollowTheDirectory();
    void whoeverLeavesTheDirectoryIsNobody();
    void aDirectoryThatDoesNotAnswerChangesNothing();
    void hisTokensKnowHisGroupsAfterARestart();
    void aDomainIsTakenOnce();

private:
    void join()
    {
        auto directory = std::make_unique<FakeDirectory>();
        m_directory = directory.get();
        QVERIFY(m_company->accounts->addDirectory(std::move(directory)));
        QVERIFY(waitFor(m_company->accounts->load()));
    }
    [[nodiscard]] Result<SignedIn> signIn(const QString &user = u"corp\\carl"_s) const
    {
        return m_company->signIn(user, u"secret of carl"_s);
    }

    std::unique_ptr<tests::Company> m_company;
    FakeDirectory *m_directory = nullptr;
};

void DirectoriesTest::hisNameAndGroupsAreTheDirectorys_data()
{
    QTest::addColumn<QString>("user");
    for (const char *user : {"corp\\carl", "CORP\\CARL", "carl@corp", "Carl@Corp"})
        QTest::newRow(user) << QString::fromLatin1(user);
}

void DirectoriesTest::hisNameAndGroupsAreTheDirectorys()
{
    QFETCH(QString, user);
    const auto signedIn = signIn(user);
    QVERIFY(signedIn);
    const access::Identity expected{.principal = u"corp\\Carl"_s, .groups = {u"corp\\all"_s, u"corp\\ops"_s}};
    QCOMPARE(m_company->callerOf(signedIn->token)->identity, expected);
}

void DirectoriesTest::aNameWithoutADomainIsLocal()
{
    QVERIFY(signIn(u"carl"_s).error().is(identity::errors::BadCredentials));
    QCOMPARE(m_directory->asked, 0);
}

void DirectoriesTest::anEmptyPasswordIsNotEvenAsked()
{
    QVERIFY(m_company->signIn(u"corp\\carl"_s, QString()).error().is(identity::errors::BadCredentials));
    QCOMPARE(m_directory->asked, 0);
}

void DirectoriesTest::failuresCountAndFaultsOfTheDirectoryDoNot()
{
    m_directory->broken = Error(identity::errors::DirectoryUnreachable);
    for (int i = 0; i < 20; ++i)
        QVERIFY(signIn().error().is(identity::errors::DirectoryUnreachable));
    m_directory->broken.reset();
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_company->signIn(u"corp\\carl"_s, u"guess"_s).error().is(identity::errors::BadCredentials));
    QVERIFY(signIn(u"CARL@corp"_s).error().is(identity::errors::Locked));
    QCOMPARE(m_directory->asked, 25);
}

void DirectoriesTest::hisGroupsFollowTheDirectory()
{
    const auto signedIn = signIn();
    m_directory->carl.groups = {u"sales"_s};
    m_company->clock.advance(10min);
    QCOMPARE(m_company->callerOf(signedIn->token)->identity.groups, std::vector{u"corp\\sales"_s});
}

void DirectoriesTest::whoeverLeavesTheDirectoryIsNobody()
{
    const auto signedIn = signIn();
    const TokenRequest request{.label = u"backup"_s};
    const auto token =
        waitFor(m_company->accounts->createToken(*m_company->callerOf(signedIn->token), request));
    QVERIFY(m_company->callerOf(token->token));
    m_directory->broken = Error(core::errors::NotFound);
    m_company->clock.advance(10min);
    QVERIFY(!m_company->callerOf(signedIn->token));
    QVERIFY(!m_company->callerOf(token->token));
    QVERIFY(m_company->accounts->sessions().empty());
}

void DirectoriesTest::aDirectoryThatDoesNotAnswerChangesNothing()
{
    const auto signedIn = signIn();
    m_directory->broken = Error(identity::errors::DirectoryUnreachable, u"gone fishing"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"groups stay as they were.*"_s));
    m_company->clock.advance(10min);
    QCOMPARE(m_company->callerOf(signedIn->token)->identity.groups.size(), 2U);
}

void DirectoriesTest::hisTokensKnowHisGroupsAfterARestart()
{
    const auto signedIn = signIn();
    const TokenRequest request{.label = u"backup"_s};
    const auto token =
        waitFor(m_company->accounts->createToken(*m_company->callerOf(signedIn->token), request));
    m_company->start();
    const auto before = m_company->callerOf(token->token);
    QCOMPARE(before->identity,
             access::Identity{.principal = u"corp\\Carl"_s}); // nobody has told his groups yet
    join();
    QCOMPARE(m_company->callerOf(token->token)->identity.groups.size(), 2U);
}

void DirectoriesTest::aDomainIsTakenOnce()
{
    for (const auto &domain : {u"Corp"_s, u"local"_s, u"LOCAL"_s, QString(), u"a\\b"_s, u"a@b"_s}) {
        const auto refused = m_company->accounts->addDirectory(std::make_unique<FakeDirectory>(domain));
        QVERIFY(refused.error().is(core::errors::InvalidArgument));
    }
    QVERIFY(m_company->accounts->addDirectory(std::make_unique<FakeDirectory>(u"example.org"_s)));
}

QTEST_GUILESS_MAIN(DirectoriesTest)
#include "directoriestest.moc"
