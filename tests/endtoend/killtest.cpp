// SPDX-License-Identifier: GPL-3.0-or-later
// A core under load is killed again and again: what it has acknowledged is there when the next one starts.
#include "core/api/client/endpoint.h"
#include "core/api/client/session.h"
#include "tests/core/api/eventually.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace core;
using namespace apitest;
using namespace Qt::StringLiterals;
using api::client::Link;
using api::client::Session;

namespace {

constexpr int inFlight = 6;

/// Makes folders and renames them, several at a time, and remembers what it was told is done.
class Load : public QObject
{
public:
    explicit Load(Session &session) : m_session(session)
    {
        connect(&session, &Session::taskChanged, this, [this](const model::Task &task) { follow(task); });
    }

    void begin()
    {
        m_running = true;
        for (int i = 0; i < inFlight; ++i)
            next();
    }
    /// What is under way then, the next core calls interrupted.
    void end()
    {
        m_running = false;
        m_open.clear();
    }

    int done = 0; ///< tasks that succeeded, of all lives
    QStringList folders; ///< names that were acknowledged
    QList<std::pair<QString, QString>> unsure; ///< renames without an answer: either name
    QHash<TaskId, model::TaskState> tasks; ///< accepted in this life; the state last heard

private:
    struct Work {
        QString was; ///< empty: a new folder
        QString is;
    };

    void next()
    {
        if (!m_running)
            return;
        Work work{.was = {}, .is = u"folder %1"_s.arg(++m_count)};
        operations::OperationRequest request{u"folder.create"_s, QJsonObject{{u"name"_s, work.is}}};
        const model::Inventory &now = m_session.inventory();
        const auto known = [&](const auto &folder) { return folders.contains(folder->name); };
        const auto &all = now.all<model::Folder>();
        if (const auto found = std::ranges::find_if(all, known); m_count % 3 == 0 && found != all.end()) {
            work.was = (*found)->name;
            folders.removeOne(work.was);
            request.operation = u"folder.rename"_s;
            request.parameters.insert(u"folder"_s, (*found)->id.toString());
        } else {
            request.parameters.insert(
                u"parent"_s, toString(model::ObjectRef((*now.all<model::Datacenter>().cbegin())->id)));
        }
        if (!work.was.isEmpty())
            unsure.append({work.was, work.is});
        m_session.start(request, this, [this, work](const Result<model::Task> &task) {
            if (!task)
                return; // the core was killed meanwhile
            tasks.insert(task->id, task->state);
            if (!m_running)
                return; // acknowledged, then killed
            m_open.insert(task->id, work);
            for (const model::Task &heard : m_session.tasks()) { // the feed may have been faster
                if (heard.id == task->id)
                    follow(heard);
            }
        });
    }

    void follow(const model::Task &task)
    {
        const auto work = m_open.constFind(task.id);
        if (work == m_open.constEnd() || !isFinished(task.state))
            return;
        if (task.state != model::TaskState::Succeeded)
            qFatal("%s: %s", qPrintable(task.operation), task.error ? qPrintable(task.error->code) : "?");
        tasks.insert(task.id, task.state);
        ++done;
        folders += work->is;
        unsure.removeOne({work->was, work->is});
        m_open.erase(work);
        next();
    }

    Session &m_session;
    QHash<TaskId, Work> m_open;
    int m_count = 0;
    bool m_running = false;
};

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        const int kills = qEnvironmentVariableIntValue("VIGIE_KILLS");
        QVERIFY(kills > 0);
        QRandomGenerator random(20261123);
        QVERIFY(startCore());
        Session session(*api::client::readEndpoint(m_directory.path()));
        Load load(session);
        session.start();
        QVERIFY(eventually([&] { return session.link() == Link::Online; }));
        for (int kill = 0; kill < kills; ++kill) {
            load.begin();
            const int before = load.done; // however busy the machine is, there is something to lose
            QVERIFY(eventually([&] { return load.done >= before + 2; }));
            QTest::qWait(random.bounded(0, 300));
            load.end();
            m_core.kill();
            QVERIFY(m_core.waitForFinished());
            QVERIFY(eventually([&] { return session.link() == Link::Lost; }));
            QVERIFY(startCore());
            session.setEndpoint(*api::client::readEndpoint(m_directory.path()));
            QVERIFY(eventually([&] { return session.link() == Link::Online; }));
            compare(session, load);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d kills, %d tasks acknowledged, none lost", kills, load.done);
    }

private:
    bool startCore()
    {
        QFile::remove(m_directory.filePath(u"endpoint.json"_s));
        m_core.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_core.start(qEnvironmentVariable("VIGIE_BIN") + u"/vigied"_s,
                     {u"--embedded"_s, m_directory.path(), u"--simulated"_s, u"2x20"_s});
        return m_core.waitForStarted() && eventually([&] {
                   const auto endpoint = api::client::readEndpoint(m_directory.path());
                   return endpoint && endpoint->pid == m_core.processId();
               });
    }

    static void compare(const Session &session, Load &load)
    {
        QStringList names;
        for (const auto &folder : session.inventory().all<model::Folder>())
            names += folder->name;
        for (const QString &name : load.folders)
            QVERIFY2(names.contains(name), qPrintable(name));
        for (const auto &[was, is] : load.unsure) {
            QVERIFY2(names.contains(was) != names.contains(is), qPrintable(was));
            load.folders += names.contains(was) ? was : is;
        }
        for (auto task = load.tasks.cbegin(); task != load.tasks.cend(); ++task) {
            const auto found = std::ranges::find(session.tasks(), task.key(), &model::Task::id);
            QVERIFY2(found != session.tasks().end(), qPrintable(task.key().toString()));
            QVERIFY(isFinished(found->state)); // nobody works on it any more
            if (isFinished(task.value()))
                QCOMPARE(found->state, task.value());
        }
        load.unsure.clear();
        load.tasks.clear();
    }

    QTemporaryDir m_directory;
    QProcess m_core;
};

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
