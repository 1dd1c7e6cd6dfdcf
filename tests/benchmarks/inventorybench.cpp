// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/inventory/sampleinventory.h"
#include "tests/views/support/fakesession.h"
#include "views/inventory/foldertree.h"
#include "views/inventory/inventorymodel.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/objectactions.h"
#include "views/inventory/tablemodel.h"
#include "views/inventory/vmtablepage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTreeView>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace core::model;
using tests::SampleInventory;

namespace {

double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Measures the CPU time of each event that the GUI thread handles, nested ones within the outermost.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool handled = QApplication::notify(receiver, event);
            --m_depth;
            return handled;
        }
        const double before = threadCpuMs();
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        note(threadCpuMs() - before);
        return handled;
    }

    void note(double spent)
    {
        longestMs = std::max(longestMs, spent);
        over50Ms += spent > 50 ? 1 : 0;
    }

    double longestMs = 0;
    int over50Ms = 0;

private:
    int m_depth = 0;
};

Application &app()
{
    return *static_cast<Application *>(QCoreApplication::instance());
}

/// Runs `begin`, then the event loop until `done`; the wall time of both.
template <class Begin, class Done>
QJsonObject measure(Begin begin, Done done)
{
    app().longestMs = 0;
    app().over50Ms = 0;
    QElapsedTimer elapsed;
    elapsed.start();
    const double before = threadCpuMs();
    begin();
    app().note(threadCpuMs() - before);
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
    const double wall = static_cast<double>(elapsed.nsecsElapsed()) / 1e6;
    QCoreApplication::processEvents();
    return {{u"wallMs"_s, wall},
            {u"longestEventCpuMs"_s, app().longestMs},
            {u"eventsOver50Ms"_s, app().over50Ms}};
}

QJsonObject benchTree(const SampleInventory &sample, TreeView view)
{
    auto *model = new views::InventoryModel(view);
    views::FolderTree tree(model, nullptr);
    tree.resize(400, 800);
    tree.show();
    return measure([&] { model->setInventory(sample.inventory); },
                   [&] { return model->isSettled() && model->size() > sample.hosts.size() / 2; });
}

QJsonObject benchFilter(views::ObjectTableModel &model, const QString &text)
{
    return measure([&] { model.setFilter(text); }, [&] { return model.isSettled(); });
}

/// 200 changes a second for `seconds`: a tenth renamed, a tenth moved, the rest switched on and off.
QJsonObject benchChanges(SampleInventory &sample, int seconds)
{
    core::api::client::Session session({});
    tests::coreOf(session).inventory = sample.inventory;
    QWidget window;
    views::ObjectActions actions(session, &window);
    views::InventoryTree tree(session, &window);
    views::VmTablePage page(session, &window);
    page.setObject(sample.datacenter);
    tree.resize(400, 800);
    page.setGeometry(400, 0, 1000, 800);
    window.resize(1400, 800);
    window.show();
    auto *table = page.findChild<QTreeView *>(u"vmTable"_s);
    auto *model = static_cast<views::ObjectTableModel *>(table->model());
    const auto all = static_cast<int>(sample.vms.size());
    static_cast<void>(measure([] {}, [&] { return model->rowCount() == all && model->isSettled(); }));
    tree.selectObject(sample.vms[sample.vms.size() / 2]);
    table->setCurrentIndex(model->index(all / 2, 0));
    QCoreApplication::processEvents();
    const ObjectRef chosen = model->refAt(table->currentIndex().row());
    const int topRow = table->indexAt(QPoint(0, 0)).row();
    const ObjectRef top = model->refAt(topRow);
    QElapsedTimer clock;
    clock.start();
    qint64 sent = 0;
    int lost = 0;
    QJsonObject result = measure([] {},
                                 [&] {
                                     std::vector<Change> changes;
                                     for (; sent * 5 < clock.elapsed(); ++sent) {
                                         const auto vm = sample.vms[sample.below(sample.vms.size())];
                                         if (ObjectRef(vm) == chosen || ObjectRef(vm) == top)
                                             continue;
                                         changes.push_back(sample.edit<Vm>(vm, [&](Vm &v) {
                                             const size_t what = sample.below(10);
                                             if (what == 0)
                                                 v.name = u"renamed %1"_s.arg(sample.below(100'000));
                                             else if (what == 1)
                                                 v.host = sample.hosts[sample.below(sample.hosts.size())];
                                             else
                                                 v.state = v.state == PowerState::Running
                                                     ? PowerState::Off
                                                     : PowerState::Running;
                                         }));
                                     }
                                     if (!changes.empty()) {
                                         for (const Change &change : changes)
                                             tests::coreOf(session).inventory.apply(change);
                                         const double before = threadCpuMs();
                                         Q_EMIT session.inventoryChanged(changes);
                                         app().note(threadCpuMs() - before);
                                     }
                                     const bool held = table->currentIndex().isValid()
                                         && model->refAt(table->currentIndex().row()) == chosen
                                         && model->refAt(table->indexAt(QPoint(0, 0)).row()) == top;
                                     lost += held ? 0 : 1;
                                     return clock.elapsed() > seconds * 1000;
                                 });
    result.insert(u"changes"_s, sent);
    result.insert(u"looksWithSelectionOrScrollMoved"_s, lost);
    return result;
}

QJsonObject bench(int hosts, int vms, int seconds)
{
    SampleInventory sample(hosts, vms);
    QJsonObject result{{u"hosts"_s, hosts}, {u"vms"_s, vms}};
    result.insert(u"treeHostsAndClusters"_s, benchTree(sample, TreeView::HostsAndClusters));
    result.insert(u"treeVmsAndTemplates"_s, benchTree(sample, TreeView::VmsAndTemplates));
    QTreeView view;
    views::ObjectTableModel model(Kind::Vm);
    view.setUniformRowHeights(true);
    view.setModel(&model);
    view.resize(1000, 800);
    view.show();
    result.insert(
        u"tableFill"_s,
        measure([&] { model.setInventory(sample.inventory, {}); }, [&] { return model.isSettled(); }));
    for (const QString &text :
         {u"w"_s, u"we"_s, u"web"_s, u"web state:running host:h2"_s, u"cluster:\"cluster 1\""_s, u""_s})
        result.insert(u"filter '%1'"_s.arg(text), benchFilter(model, text));
    result.insert(u"sortByMemory"_s,
                  measure([&] { model.sort(6, Qt::DescendingOrder); }, [&] { return model.isSettled(); }));
    result.insert(u"changes200PerSecond"_s, benchChanges(sample, seconds));
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Application application(argc, argv);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : 60;
    const QJsonArray results{bench(100, 5'000, seconds), bench(800, 40'000, seconds)};
    std::puts(QJsonDocument(QJsonObject{{u"benchmark"_s, u"inventory"_s}, {u"results"_s, results}})
                  .toJson()
                  .constData());
    return 0;
}
