// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/inventorymodel.h"

#include "core/base/overloaded.h"
#include "core/model/search.h"
#include "views/delegates/objecticons.h"
#include "views/inventory/objectlabel.h"
#include "views/models/roles.h"
#include "views/widgets/background.h"

#include <QElapsedTimer>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace views {

using core::model::Change;
using core::model::Inventory;
using core::model::Kind;
using core::model::Object;
using core::model::ObjectRef;
using core::model::TreeView;

namespace {

constexpr int coalesceMs = 50;
constexpr int sliceMs = 8;
const QString mimeType = u"application/x-vigie-objects"_s;

/// What it says itself of where it lies, whatever the view.
ObjectRef homeOf(const Object &object)
{
    return std::visit(
        core::Overloaded{
            [](const std::shared_ptr<const core::model::Datacenter> &dc) {
                return dc->folder.value_or(ObjectRef());
            },
            [](const std::shared_ptr<const core::model::Vm> &vm) { return ObjectRef(vm->host); },
            [](const auto &other) -> ObjectRef {
                if constexpr (requires { other->parent; })
                    return other->parent;
                else
                    return {}; // users and what they may do lie in no view
            },
        },
        object);
}

TreeNode *nodeOf(const QModelIndex &index)
{
    return static_cast<TreeNode *>(index.internalPointer());
}

} // namespace

InventoryModel::InventoryModel(TreeView view, QObject *parent) : QAbstractItemModel(parent), m_view(view)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &InventoryModel::work);
}

void InventoryModel::setInventory(const Inventory &inventory)
{
    const int generation = ++m_generation;
    if (m_tree.root()->children.empty()) {
        m_inventory = inventory;
        m_building = true;
        inBackground(
            this, [view = m_view, inventory] { return ObjectTree::build(view, inventory); },
            [this, generation](ObjectTree built) {
                if (generation == m_generation)
                    install(std::move(built));
            });
        return;
    }
    auto compare = [before = std::exchange(m_inventory, inventory), inventory] {
        return difference(before, inventory);
    };
    inBackground(this, std::move(compare), [this](const std::vector<Change> &changes) {
        bool structural = false;
        for (const Change &change :
             changes) { // comparing one object too many does no harm: no generation is asked for
            touch(change.ref);
            structural = structural || change.ref.kind != Kind::Vm;
        }
        if (structural)
            touchDependents(true);
    });
}

void InventoryModel::install(ObjectTree built)
{
    m_building = false;
    const auto count = static_cast<int>(built.root()->children.size());
    if (count > 0) {
        beginInsertRows(indexOf(m_tree.root()), 0, count - 1);
        m_tree.adopt(std::move(built));
        endInsertRows();
    }
    work();
}

void InventoryModel::applyChanges(const std::vector<Change> &changes)
{
    bool structural = false;
    bool pools = false;
    for (const Change &change : changes) {
        const auto was = m_inventory.find(change.ref);
        m_inventory.apply(change);
        touch(change.ref);
        if (change.ref.kind == Kind::Vm || (was && change.object && homeOf(*was) == homeOf(*change.object)))
            continue;
        structural = true;
        pools = pools || change.ref.kind == Kind::Pool;
    }
    if (structural)
        touchDependents(pools || m_view == TreeView::VmsAndTemplates);
}

void InventoryModel::touch(const ObjectRef &ref)
{
    if (m_queued.contains(ref))
        return;
    m_queued.insert(ref);
    m_dirty.push_back(ref);
    if (!m_timer.isActive())
        m_timer.start(coalesceMs);
}

/// Objects whose place follows from another's: they wait beneath the root for a parent that was not known, or are VMs
/// that hang under the datacenter of their host, or under their host until their pool is known.
void InventoryModel::touchDependents(bool vms)
{
    for (const TreeNode *child : m_tree.root()->children)
        touch(child->ref);
    if (!vms)
        return;
    for (const auto &vm : m_inventory.all<core::model::Vm>())
        touch(vm->id);
}

void InventoryModel::work()
{
    if (m_building) // install() calls again
        return;
    if (!m_dirty.empty()) {
        Q_EMIT aboutToRearrange();
        workOff();
        Q_EMIT rearranged();
    }
    if (m_dirty.empty())
        Q_EMIT settled();
    else
        m_timer.start(0);
}

/// One slice of it.
void InventoryModel::workOff()
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (!m_dirty.empty() && elapsed.elapsed() < sliceMs) {
        const ObjectRef ref = m_dirty.back();
        m_dirty.pop_back();
        m_queued.remove(ref);
        sync(ref, 0);
    }
}

void InventoryModel::sync(const ObjectRef &ref, int depth)
{
    const auto object = m_inventory.find(ref);
    const auto placed = object ? placeIn(m_view, *object, m_inventory) : std::nullopt;
    TreeNode *node = m_tree.find(ref);
    if (!placed) {
        if (node != nullptr && !ref.isRoot())
            remove(node);
        return;
    }
    TreeNode *parent = m_tree.find(*placed);
    if (parent == nullptr && depth < core::model::deepestTree) {
        sync(*placed, depth + 1);
        parent = m_tree.find(*placed);
    }
    if (parent == nullptr)
        parent = m_tree.root();
    if (node == nullptr)
        insert(ref, nameOf(*object), parent);
    else
        place(node, nameOf(*object), parent);
}

void InventoryModel::insert(const ObjectRef &ref, const QString &name, TreeNode *parent)
{
    TreeNode *node = m_tree.make(ref, name);
    const int row = ObjectTree::positionFor(*node, *parent);
    beginInsertRows(indexOf(parent), row, row);
    ObjectTree::attach(node, parent, row);
    endInsertRows();
}

void InventoryModel::place(TreeNode *node, const QString &name, TreeNode *parent)
{
    for (const TreeNode *above = parent; above != nullptr; above = above->parent) {
        if (above == node) // its new parent still hangs beneath it, and will be moved in its turn
            parent = m_tree.root();
    }
    if (node->name != name) {
        node->name = name;
        node->key = core::model::naturalKey(name);
    }
    const bool sameParent = node->parent == parent;
    const int to = ObjectTree::positionFor(*node, *parent);
    if (!sameParent || to != node->row) {
        beginMoveRows(indexOf(node->parent), node->row, node->row, indexOf(parent), to);
        const int position = sameParent && to > node->row ? to - 1 : to; // the row leaves before it arrives
        ObjectTree::detach(node);
        ObjectTree::attach(node, parent, position);
        endMoveRows();
    }
    const QModelIndex index = indexOf(node);
    Q_EMIT dataChanged(index, index);
}

void InventoryModel::remove(TreeNode *node)
{
    const auto children = node->children;
    for (const TreeNode *child : children) {
        if (m_inventory.contains(child->ref)) // it lives on elsewhere
            sync(child->ref, 0);
    }
    for (TreeNode *child : std::vector(node->children)) {
        if (m_inventory.contains(child->ref) && placeIn(m_view, *m_inventory.find(child->ref), m_inventory))
            place(child, child->name, m_tree.root());
    }
    beginRemoveRows(indexOf(node->parent), node->row, node->row);
    ObjectTree::detach(node);
    m_tree.drop(node);
    endRemoveRows();
}

void InventoryModel::setRootName(const QString &name)
{
    m_rootName = name;
    const QModelIndex root = indexOf(m_tree.root());
    Q_EMIT dataChanged(root, root);
}

void InventoryModel::retranslate()
{
    std::vector<const TreeNode *> parents{m_tree.root()};
    const QModelIndex root = indexOf(m_tree.root());
    Q_EMIT dataChanged(root, root);
    while (!parents.empty()) {
        const TreeNode *parent = parents.back();
        parents.pop_back();
        if (parent->children.empty())
            continue;
        Q_EMIT dataChanged(indexOf(parent->children.front()), indexOf(parent->children.back()));
        for (const TreeNode *child : parent->children) {
            if (!child->children.empty())
                parents.push_back(child);
        }
    }
}

ObjectRef InventoryModel::refAt(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index)->ref : ObjectRef();
}

QModelIndex InventoryModel::indexOf(const ObjectRef &ref) const
{
    const TreeNode *node = m_tree.find(ref);
    return node != nullptr ? indexOf(node) : QModelIndex();
}

QModelIndex InventoryModel::indexOf(const TreeNode *node) const
{
    return createIndex(node->row, 0, node);
}

QModelIndex InventoryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(0, 0, m_tree.root());
    return createIndex(row, 0, nodeOf(parent)->children[static_cast<size_t>(row)]);
}

QModelIndex InventoryModel::parent(const QModelIndex &child) const
{
    const TreeNode *parent = child.isValid() ? nodeOf(child)->parent : nullptr;
    return parent != nullptr ? indexOf(parent) : QModelIndex();
}

int InventoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? static_cast<int>(nodeOf(parent)->children.size()) : 1;
}

int InventoryModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant InventoryModel::rootData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return m_rootName;
    case Qt::DecorationRole: return iconFor(Kind::Root);
    default: return {};
    }
}

QVariant InventoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TreeNode *node = nodeOf(index);
    if (node->ref.isRoot())
        return rootData(role);
    const auto object = m_inventory.find(node->ref);
    if (!object) // gone, its row is about to follow
        return role == Qt::DisplayRole ? QVariant(node->name) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return ObjectLabel::name(*object);
    case Qt::DecorationRole: return iconFor(*object);
    case Qt::ToolTipRole: return ObjectLabel::toolTip(*object, m_inventory);
    case Qt::AccessibleTextRole: return ObjectLabel::spoken(*object);
    case RefRole: return QVariant::fromValue(node->ref);
    default: return {};
    }
}

Qt::ItemFlags InventoryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const Kind kind = nodeOf(index)->ref.kind;
    if (kind == Kind::Vm)
        flags |= Qt::ItemNeverHasChildren;
    if (m_view == TreeView::VmsAndTemplates) {
        if (kind == Kind::Vm)
            flags |= Qt::ItemIsDragEnabled;
        if (kind == Kind::Folder || kind == Kind::Datacenter)
            flags |= Qt::ItemIsDropEnabled;
    }
    if (m_view == TreeView::HostsAndClusters) {
        if (kind == Kind::Vm)
            flags |= Qt::ItemIsDragEnabled;
        if (kind == Kind::Host)
            flags |= Qt::ItemIsDropEnabled;
    }
    return flags;
}

QStringList InventoryModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *InventoryModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList refs;
    for (const QModelIndex &index : indexes) {
        if (refAt(index).kind == Kind::Vm)
            refs += toString(refAt(index));
    }
    if (refs.isEmpty())
        return nullptr;
    auto *data = new QMimeData; // the drag takes it
    data->setData(mimeType, refs.join(u'\n').toUtf8());
    return data;
}

std::vector<ObjectRef> draggedObjects(const QMimeData *data)
{
    std::vector<ObjectRef> objects;
    if (data == nullptr || !data->hasFormat(mimeType))
        return objects;
    for (const QString &text : QString::fromUtf8(data->data(mimeType)).split(u'\n')) {
        if (const auto ref = core::model::refFromString(text))
            objects.push_back(*ref);
    }
    return objects;
}

} // namespace views
