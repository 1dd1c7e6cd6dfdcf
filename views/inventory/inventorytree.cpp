// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/inventorytree.h"

#include "views/delegates/objecticons.h"
#include "views/inventory/foldertree.h"
#include "views/inventory/inventorymodel.h"
#include "views/inventory/requestrunner.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::Kind;
using core::model::ObjectRef;
using core::model::TreeView;

namespace {

constexpr std::array all{TreeView::HostsAndClusters, TreeView::VmsAndTemplates, TreeView::Datastores,
                         TreeView::Networks};

Kind emblem(TreeView view)
{
    switch (view) {
    case TreeView::HostsAndClusters: return Kind::Host;
    case TreeView::VmsAndTemplates: return Kind::Vm;
    case TreeView::Datastores: return Kind::Datastore;
    case TreeView::Networks: return Kind::Network;
    }
    Q_UNREACHABLE();
}

QString nameOf(TreeView view)
{
    switch (view) {
    case TreeView::HostsAndClusters: return InventoryTree::tr("Hosts and Clusters");
    case TreeView::VmsAndTemplates: return InventoryTree::tr("VMs and Templates");
    case TreeView::Datastores: return InventoryTree::tr("Datastores");
    case TreeView::Networks: return InventoryTree::tr("Networks");
    }
    Q_UNREACHABLE();
}

constexpr size_t slot(TreeView view)
{
    return static_cast<size_t>(view);
}

QString branchesKey(const QString &group, TreeView view, QStringView which)
{
    return u"%1/%2/%3"_s.arg(group, QString::number(slot(view)), which);
}

QStringList toStrings(const QSet<ObjectRef> &objects)
{
    QStringList list;
    for (const ObjectRef &each : objects)
        list << toString(each);
    list.sort(); // the same branches, the same file
    return list;
}

QSet<ObjectRef> fromStrings(const QStringList &list)
{
    QSet<ObjectRef> objects;
    for (const QString &each : list) {
        if (const auto ref = core::model::refFromString(each)) // another version may have written it
            objects.insert(*ref);
    }
    return objects;
}

} // namespace

InventoryTree::~InventoryTree() = default;

InventoryTree::InventoryTree(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_first(ObjectRef())
{
    setObjectName(u"inventory"_s);
    m_buttons = new QButtonGroup(this);
    m_stack = new QStackedWidget(this);
    m_runner = makeRunner(session, this);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(2);
    for (const TreeView view : all) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"inventoryView%1"_s.arg(slot(view)));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setIcon(iconFor(emblem(view)));
        button->setFocusPolicy(Qt::TabFocus);
        m_buttons->addButton(button, static_cast<int>(slot(view)));
        bar->addWidget(button);
    }
    bar->addStretch();
    connect(m_buttons, &QButtonGroup::idClicked, this,
            [this](int id) { setView(static_cast<TreeView>(id)); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);

    connect(&session, &Session::inventoryReset, this, [this] {
        for (FolderTree *tree : m_trees) {
            if (tree != nullptr)
                tree->inventoryModel()->setInventory(m_session.inventory());
        }
    });
    connect(&session, &Session::inventoryChanged, this,
            [this](const std::vector<core::model::Change> &changes) {
                for (FolderTree *tree : m_trees) {
                    if (tree != nullptr)
                        tree->inventoryModel()->applyChanges(changes);
                }
            });
    m_stack->setCurrentWidget(treeOf(m_view));
    m_buttons->button(static_cast<int>(slot(m_view)))->setChecked(true);
    setFocusProxy(tree());
    retranslate();
}

FolderTree *InventoryTree::treeOf(TreeView view)
{
    FolderTree *&tree = m_trees[slot(view)];
    if (tree != nullptr)
        return tree;
    auto *model = new InventoryModel(view);
    tree = new FolderTree(model, m_stack);
    tree->setObjectName(u"inventoryTree%1"_s.arg(slot(view)));
    tree->setAccessibleName(nameOf(view));
    model->setRootName(m_rootName);
    if (m_branches[slot(view)])
        tree->setBranches(*m_branches[slot(view)]);
    m_stack->addWidget(tree);
    connect(tree, &QWidget::customContextMenuRequested, this, [this, tree](const QPoint &at) {
        Q_EMIT contextMenuRequested(tree->viewport()->mapToGlobal(at));
    });
    connect(tree, &FolderTree::selectionMoved, this, [this, tree] {
        if (tree == this->tree())
            tell();
    });
    connect(tree, &FolderTree::migrationRequested, this, &InventoryTree::migrationRequested);
    connect(tree, &FolderTree::moveRequested, this,
            [this](const auto &requests) { m_runner->run(prepare(requests, m_session.inventory())); });
    connect(tree, &QAbstractItemView::activated, this, [this, model](const QModelIndex &index) {
        if (!model->hasChildren(index))
            Q_EMIT objectActivated(model->refAt(index));
    });
    connect(model, &InventoryModel::settled, this, &InventoryTree::selectWaiting);
    if (m_session.inventory().size() > 0)
        model->setInventory(m_session.inventory());
    return tree;
}

FolderTree *InventoryTree::tree() const
{
    return m_trees[slot(m_view)];
}

void InventoryTree::setView(TreeView view)
{
    m_buttons->button(static_cast<int>(slot(view)))->setChecked(true);
    if (view == m_view)
        return;
    const bool hadFocus = tree()->hasFocus();
    const auto keep = selectedObjects().empty() ? std::nullopt : std::optional(currentObject());
    m_view = view;
    m_stack->setCurrentWidget(treeOf(view));
    setFocusProxy(tree());
    if (hadFocus)
        tree()->setFocus();
    if (keep && !tree()->selectObject(*keep)) {
        const bool known = parentOf(*keep).has_value();
        if (known)
            m_waiting = keep; // the tree is being filled
    }
    if (!m_waiting && !tree()->selectionModel()->hasSelection()) {
        m_first = ObjectRef(); // the page of the root is in front: its row is to say so
        selectFirst();
    }
    Q_EMIT viewChanged(view);
    tell();
}

void InventoryTree::setRootName(const QString &name)
{
    m_rootName = name;
    for (FolderTree *tree : m_trees) {
        if (tree != nullptr)
            tree->inventoryModel()->setRootName(name);
    }
}

std::optional<ObjectRef> InventoryTree::parentOf(const ObjectRef &ref) const
{
    const auto object = m_session.inventory().find(ref);
    return object ? parentIn(m_view, *object, m_session.inventory()) : std::nullopt;
}

void InventoryTree::selectObject(const ObjectRef &ref)
{
    m_waiting.reset();
    if (tree()->selectObject(ref))
        return;
    if (ref.isRoot())
        m_first = ref; // the tree is not filled yet
    const auto object = m_session.inventory().find(ref);
    if (!object)
        return;
    for (const TreeView view : {m_view, TreeView::VmsAndTemplates, TreeView::HostsAndClusters,
                                TreeView::Datastores, TreeView::Networks}) {
        if (!parentIn(view, *object, m_session.inventory()))
            continue;
        setView(view);
        if (!tree()->selectObject(ref))
            m_waiting = ref;
        return;
    }
}

void InventoryTree::restore(const QSettings &settings, const QString &group)
{
    for (const TreeView view : all) {
        const auto read = [&](QStringView which) {
            return fromStrings(settings.value(branchesKey(group, view, which)).toStringList());
        };
        m_branches[slot(view)] = std::make_unique<Branches>(Branches{read(u"opened"), read(u"closed")});
        if (FolderTree *tree = m_trees[slot(view)])
            tree->setBranches(*m_branches[slot(view)]);
    }
    const int view = settings.value(group + u"/view"_s, static_cast<int>(slot(m_view))).toInt();
    setView(static_cast<TreeView>(std::clamp(view, 0, 3)));
    if (const auto object = core::model::refFromString(settings.value(group + u"/object"_s).toString()))
        m_first = *object;
}

void InventoryTree::save(QSettings &settings, const QString &group) const
{
    settings.setValue(group + u"/view"_s, static_cast<int>(slot(m_view)));
    if (m_session.inventory().size() == 0)
        return; // nothing was shown: what is remembered stays
    settings.setValue(group + u"/object"_s, toString(currentObject()));
    for (const TreeView view : all) {
        if (const FolderTree *tree = m_trees[slot(view)]) {
            const Branches branches = tree->branches();
            settings.setValue(branchesKey(group, view, u"opened"), toStrings(branches.opened));
            settings.setValue(branchesKey(group, view, u"closed"), toStrings(branches.closed));
        }
    }
}

/// Once, when the inventory is there; who was quicker has chosen.
void InventoryTree::selectFirst()
{
    if (!m_first || m_session.inventory().size() == 0 || !tree()->inventoryModel()->isSettled())
        return;
    const ObjectRef first = *std::exchange(m_first, std::nullopt);
    if (tree()->selectionModel()->hasSelection() || m_waiting)
        return;
    if (!tree()->selectObject(first))
        tree()->selectObject(ObjectRef());
}

void InventoryTree::selectWaiting()
{
    selectFirst();
    if (m_waiting && tree()->selectObject(*m_waiting))
        m_waiting.reset();
}

std::vector<ObjectRef> InventoryTree::selectedObjects() const
{
    std::vector<ObjectRef> objects = tree()->selectedObjects();
    const auto current = std::ranges::find(objects, currentObject());
    if (current != objects.end())
        std::swap(*current, objects.front());
    return objects;
}

ObjectRef InventoryTree::currentObject() const
{
    const QItemSelectionModel *selection = tree()->selectionModel();
    const QModelIndex current = selection->currentIndex();
    if (selection->isSelected(current) || !selection->hasSelection())
        return tree()->inventoryModel()->refAt(current);
    return tree()->inventoryModel()->refAt(selection->selectedIndexes().front());
}

void InventoryTree::tell()
{
    Q_EMIT selectionChanged();
    if (!tree()->selectionModel()->hasSelection())
        return;
    const ObjectRef object = currentObject();
    if (m_toldAny && object == m_told)
        return;
    m_told = object;
    m_toldAny = true;
    Q_EMIT objectSelected(object);
}

void InventoryTree::retranslate()
{
    for (const TreeView view : all) {
        auto *button = m_buttons->button(static_cast<int>(slot(view)));
        button->setToolTip(nameOf(view));
        button->setAccessibleName(nameOf(view));
        if (FolderTree *tree = m_trees[slot(view)]) {
            tree->setAccessibleName(nameOf(view));
            tree->inventoryModel()->retranslate();
        }
    }
}

void InventoryTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace views
