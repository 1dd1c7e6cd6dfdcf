// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/benchmark/application.h"
#include "core/model/ref.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <QStringList>

#include <memory>
#include <optional>

class QAbstractItemView;
class QLineEdit;
class QTreeView;

namespace views {
class InventoryModel;
class MainWindow;
class ObjectTableModel;
} // namespace views

namespace console::benchmark {

/// What is to be measured: the JSON of the environment variable VIGIE_BENCHMARK (tests/benchmarks/README.md).
struct Plan {
    QString report; ///< a line of JSON is appended for each figure
    double startedMs = 0; ///< CLOCK_MONOTONIC when the program was started
    int hosts = 0; ///< that there will be…
    int vms = 0; ///< …and VMs, templates too
    QStringList filters; ///< typed one after the other, key by key
    int holdSeconds = 0; ///< how long selection and scroll are watched while changes come
};

/// Absent unless VIGIE_BENCHMARK is set.
[[nodiscard]] std::optional<Plan> planFromEnvironment();

/// Uses the program as a person would, by keys, and writes down how long things take until they are painted. Looks
/// after each event, so that nothing waits for a timer.
class Script : public QObject
{
public:
    Script(Application &application, Plan plan);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Step = void (Script::*)();

    void findWindow();
    void awaitRows();
    void awaitFirstPaint();
    void awaitReaction();
    void rest();
    void nextFilter();
    void emptied();
    void nextKey();
    void awaitFiltered();
    void beginHolding();
    void holding();
    void end();
    void idle() {}

    void repaint(QAbstractItemView &view);
    void press(QWidget &widget, int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = {});
    void lookAtTable();
    void lookAtTree();
    [[nodiscard]] core::model::ObjectRef topOfTable() const;
    [[nodiscard]] core::model::ObjectRef topOfTree() const;
    [[nodiscard]] QString topNameInTree() const;
    [[nodiscard]] double sinceStart() const;
    void say(const QString &figure, QJsonObject values);

    Application &m_application;
    Plan m_plan;
    QFile m_report;
    Step m_step = &Script::findWindow;
    QPointer<views::MainWindow> m_window;
    QTreeView *m_tree = nullptr;
    QTreeView *m_table = nullptr;
    QLineEdit *m_filter = nullptr;
    views::InventoryModel *m_treeModel = nullptr;
    views::ObjectTableModel *m_tableModel = nullptr;
    bool m_firstRows = false;
    bool m_tablePainted = false;
    bool m_treePainted = false;
    bool m_settled = false;
    QString m_wanted; ///< what the filter will say when the key has arrived
    QElapsedTimer m_clock;
    double m_cpuAtKey = 0;

    struct Held {
        core::model::ObjectRef current;
        core::model::ObjectRef top;
        QString topName; ///< and, in the tree, beneath what
        int looks = 0;
        int moved = 0; ///< looks at which another row was the current or the top one
        int topChanged = 0; ///< the top row itself got another name or parent, so its place is another one
    };
    Held m_heldTable;
    Held m_heldTree;
};

} // namespace console::benchmark
