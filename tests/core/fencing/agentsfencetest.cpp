// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fencing/agents/agentsfence.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;
using namespace core::fencing;

/// The protocol of fence-agents, spoken with a program that powers a file off.
class AgentsFenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anOrderIsCarriedOutAndRead();
    void optionsComeByStandardInputOnly();
    void aDeviceThatFailsSaysNothing();
    void aProgramThatIsMissingSaysNothing();
    void aHostWithoutDeviceSaysNothing();

private:
    [[nodiscard]] ha::PowerAnswer ask(ha::PowerOrder order, int host = 0);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<AgentsFence> m_fence;
    std::vector<ha::PowerAnswer> m_answers;
};

namespace {

/// Power is on while the file `power` is there. Options arrive on standard input, one a line.
const char *program = R"sh(#!/bin/sh
cd "$(dirname "$0")" || exit 1
echo "$#" > arguments
cat > input
case $(sed -n 's/^action=//p' input) in
off) rm -f power ;;
status) [ -e broken ] && exit 1; [ -e power ] && exit 0; exit 2 ;;
esac
)sh";

bool put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void AgentsFenceTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const QString path = m_dir->filePath(u"fence_test"_s);
    QVERIFY(put(path, program) && put(m_dir->filePath(u"power"_s), "on"));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    m_answers.clear();
    const std::vector<FenceDevice> devices{{path, {{u"ip"_s, u"192.0.2.7"_s}, {u"password"_s, u"secret"_s}}},
                                           {m_dir->filePath(u"nothing"_s), {}},
                                           {}};
    m_fence = std::make_unique<AgentsFence>(
        devices, [this](ha::Input input) { m_answers.push_back(std::get<ha::PowerAnswer>(input)); });
}

ha::PowerAnswer AgentsFenceTest::ask(ha::PowerOrder order, int host)
{
    const auto before = m_answers.size();
    m_fence->order({ha::hostRef(static_cast<std::size_t>(host)), order});
    if (!QTest::qWaitFor([&] { return m_answers.size() > before; }))
        return {};
    return m_answers.back();
}

void AgentsFenceTest::anOrderIsCarriedOutAndRead()
{
    QCOMPARE(ask(ha::PowerOrder::Read).state, ha::PowerState::On);
    const ha::PowerAnswer off = ask(ha::PowerOrder::Off);
    QCOMPARE(off.order, ha::PowerOrder::Off);
    QVERIFY(off.state != ha::PowerState::Unknown);
    QCOMPARE(ask(ha::PowerOrder::Read).state, ha::PowerState::Off);
}

void AgentsFenceTest::optionsComeByStandardInputOnly()
{
    (void)ask(ha::PowerOrder::Read);
    QCOMPARE(content(m_dir->filePath(u"arguments"_s)), "0\n");
    QCOMPARE(content(m_dir->filePath(u"input"_s)), "action=status\nip=192.0.2.7\npassword=secret\n");
}

void AgentsFenceTest::aDeviceThatFailsSaysNothing()
{
    QVERIFY(put(m_dir->filePath(u"broken"_s), ""));
    QCOMPARE(ask(ha::PowerOrder::Read).state, ha::PowerState::Unknown);
}

void AgentsFenceTest::aProgramThatIsMissingSaysNothing()
{
    QCOMPARE(ask(ha::PowerOrder::Off, 1).state, ha::PowerState::Unknown);
}

void AgentsFenceTest::aHostWithoutDeviceSaysNothing()
{
    QCOMPARE(ask(ha::PowerOrder::Off, 2).state, ha::PowerState::Unknown);
}

QTEST_GUILESS_MAIN(AgentsFenceTest)
#include "agentsfencetest.moc"
