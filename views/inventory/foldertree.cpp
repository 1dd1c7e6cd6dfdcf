// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/foldertree.h"

#include "core/operations/vm/move.h"
#include "core/text/text.h"
#include "views/inventory/inventorymodel.h"

#include <QCoreApplication>
#include <QDragMoveEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QScrollBar>
#include <QStatusTipEvent>

#include <algorithm>
#include <ranges>

namespace views {

namespace {

constexpr size_t mostJudged = 16; ///< of many VMs that are dragged: the wizard looks at all
constexpr int anchorsKept = 5; ///< rows by which the tree finds its place again

bool isUsuallyOpen(core::model::Kind kind)
{
    return kind == core::model::Kind::Datacenter || kind == core::model::Kind::Cluster;
}

/// A screen reader's "select" is a plain Select, which would leave the current place behind and add to what is selected:
/// here it goes there, as a click does. Mouse and keys say what they mean (Toggle, SelectCurrent).
class SpokenSelection : public QItemSelectionModel
{
public:
    using QItemSelectionModel::QItemSelectionModel;

    void select(const QItemSelection &selection, SelectionFlags command) override
    {
        const bool one =
            selection.size() == 1 && selection.front().topLeft() == selection.front().bottomRight();
        if (one && command == SelectionFlags(Select))
            setCurrentIndex(selection.front().topLeft(), ClearAndSelect);
        else
            QItemSelectionModel::select(selection, command);
    }
};

} // namespace

using core::Result;
using core::model::Inventory;
using core::model::Kind;
using core::model::ObjectRef;
using core::operations::OperationRequest;

FolderTree::FolderTree(InventoryModel *model, QWidget *parent) : QTreeView(parent), m_model(model)
{
    setModel(model);
    delete selectionModel();
    setSelectionModel(new SpokenSelection(model, this));
    model->setParent(this);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setVerticalScrollMode(ScrollPerItem); // returnToPlace() counts rows
    setSelectionMode(ExtendedSelection);
    // By rows, a screen reader's "select" would go to the row of that number among the topmost.
    setSelectionBehavior(SelectItems);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setEditTriggers(NoEditTriggers);
    setAutoExpandDelay(700);
    if (model->view() == core::model::TreeView::VmsAndTemplates
        || model->view() == core::model::TreeView::HostsAndClusters) {
        setDragEnabled(true);
        setAcceptDrops(true);
        setDropIndicatorShown(true);
        setDragDropMode(DragDrop);
        setDefaultDropAction(Qt::MoveAction);
    }
    header()->setStretchLastSection(false);
    header()->setResizeContentsPrecision(0); // by what is in sight, of however many
    m_fit.setSingleShot(true);
    m_fit.setInterval(100);
    connect(&m_fit, &QTimer::timeout, this, &FolderTree::fitWidth);
    const auto fitSoon = [this] {
        if (!m_fit.isActive())
            m_fit.start();
    };
    for (const auto moved : {&QTreeView::expanded, &QTreeView::collapsed})
        connect(this, moved, this, fitSoon);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, fitSoon);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, fitSoon);
    connect(model, &QAbstractItemModel::dataChanged, this, fitSoon);
    setExpanded(m_model->index(0, 0), true);
    connect(model, &QAbstractItemModel::rowsInserted, this, &FolderTree::openNew);
    connect(model, &InventoryModel::aboutToRearrange, this, &FolderTree::rememberPlace);
    connect(model, &InventoryModel::rearranged, this, &FolderTree::returnToPlace);
}

/// At the very top the tree shows its top. Else some rows, since the uppermost may itself go elsewhere.
void FolderTree::rememberPlace()
{
    m_anchors.clear();
    QModelIndex row = verticalScrollBar()->value() > 0 ? indexAt(QPoint(0, 0)) : QModelIndex();
    for (int i = 0; i < anchorsKept && row.isValid(); ++i, row = indexBelow(row))
        m_anchors.push_back({.row = row, .parent = row.parent()});
}

void FolderTree::returnToPlace()
{
    for (size_t i = 0; i < m_anchors.size(); ++i) {
        const Anchor &anchor = m_anchors[i];
        if (!anchor.row.isValid() || anchor.row.parent() != anchor.parent || !isExpanded(anchor.parent))
            continue;
        executeDelayedItemsLayout();
        const QRect now = visualRect(anchor.row);
        if (!now.isValid())
            continue; // something further above is closed
        verticalScrollBar()->setValue(verticalScrollBar()->value() + now.top() / now.height()
                                      - static_cast<int>(i));
        break;
    }
    m_anchors.clear();
}

bool FolderTree::isOpenAtFirst(const ObjectRef &ref) const
{
    return isUsuallyOpen(ref.kind) ? !m_branches.closed.contains(ref) : m_branches.opened.contains(ref);
}

/// What the user opens and closes from then on stays so.
void FolderTree::openNew(const QModelIndex &parent, int first, int last)
{
    if (m_branches.opened.isEmpty() && parent.parent().isValid()
        && m_model->refAt(parent).kind != Kind::Datacenter)
        return; // nothing there is open at first, and it can be thousands
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (!isOpenAtFirst(m_model->refAt(index)))
            continue;
        expand(index);
        if (const int children = m_model->rowCount(index); children > 0)
            openNew(index, 0, children - 1);
    }
}

Branches FolderTree::branches() const
{
    Branches branches;
    collect(m_model->index(0, 0), branches);
    return branches;
}

void FolderTree::collect(const QModelIndex &parent, Branches &branches) const
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (m_model->rowCount(index) == 0)
            continue;
        const ObjectRef ref = m_model->refAt(index);
        if (isExpanded(index) != isUsuallyOpen(ref.kind))
            (isExpanded(index) ? branches.opened : branches.closed).insert(ref);
        collect(index, branches);
    }
}

std::vector<ObjectRef> FolderTree::selectedObjects() const
{
    std::vector<ObjectRef> objects;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        objects.push_back(m_model->refAt(index));
    return objects;
}

bool FolderTree::selectObject(const ObjectRef &ref)
{
    const QModelIndex index = m_model->indexOf(ref);
    if (!index.isValid())
        return false;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
    return true;
}

Result<std::vector<OperationRequest>> FolderTree::moves(const std::vector<ObjectRef> &objects,
                                                        const ObjectRef &onto, const Inventory &inventory)
{
    std::vector<OperationRequest> requests;
    const core::Error wrongPlace(core::operations::errors::WrongPlace,
                                 QJsonObject{{QStringLiteral("name"), inventory.nameOf(onto)}});
    if (onto.kind != Kind::Folder && onto.kind != Kind::Datacenter)
        return wrongPlace;
    for (const ObjectRef &object : objects) {
        core::operations::MoveVm move{.vm = object.as<core::VmId>(), .folder = {}};
        if (onto.kind == Kind::Folder)
            move.folder = onto.as<core::FolderId>();
        else if (datacenterOf(object, inventory) != onto.as<core::DatacenterId>())
            return core::Error(core::operations::errors::OtherDatacenter,
                               QJsonObject{{QStringLiteral("name"), inventory.nameOf(onto)}});
        if (const auto may = availability(move, inventory); !may)
            return may.why();
        requests.push_back(request(move));
    }
    return requests;
}

Result<std::vector<core::VmId>> FolderTree::migrants(const std::vector<ObjectRef> &objects, core::HostId onto,
                                                     const Inventory &inventory)
{
    const auto *operation = core::operations::findOperation(u"vm.migrate");
    if (operation == nullptr)
        return core::Error(core::errors::Unsupported);
    std::optional<core::Error> first;
    bool any = false;
    for (const ObjectRef &object : objects | std::views::take(mostJudged)) {
        const QJsonObject parameters{{QStringLiteral("vm"), object.as<core::VmId>().toString()},
                                     {QStringLiteral("host"), onto.toString()}};
        const auto may = operation->availability(parameters, inventory);
        any = any || may;
        if (!may && !first)
            first = may.why();
    }
    if (!any && first)
        return *first;
    std::vector<core::VmId> vms;
    for (const ObjectRef &object : objects)
        vms.push_back(object.as<core::VmId>());
    return vms;
}

/// Why a drop here would do nothing; absent: it would do something.
std::optional<core::Error> FolderTree::refusal(const std::vector<ObjectRef> &objects,
                                               const QModelIndex &over) const
{
    const ObjectRef onto = m_model->refAt(over);
    const core::Error nothing(core::errors::NotFound);
    if (onto.kind == Kind::Host) {
        const auto vms = migrants(objects, onto.as<core::HostId>(), m_model->inventory());
        if (!vms)
            return vms.error();
        return vms->empty() ? std::optional(nothing) : std::nullopt;
    }
    const auto requests = moves(objects, onto, m_model->inventory());
    if (!requests)
        return requests.error();
    return requests->empty() ? std::optional(nothing) : std::nullopt;
}

void FolderTree::say(const QString &statusTip)
{
    QStatusTipEvent event(statusTip);
    QCoreApplication::sendEvent(this, &event); // climbs to the main window's status bar
}

void FolderTree::dragEnterEvent(QDragEnterEvent *event)
{
    m_dragged = draggedObjects(event->mimeData());
    QTreeView::dragEnterEvent(event);
}

void FolderTree::dragMoveEvent(QDragMoveEvent *event)
{
    QTreeView::dragMoveEvent(event); // scrolls and opens closed folders
    const QModelIndex over = indexAt(event->position().toPoint());
    if (!over.isValid()) {
        m_over = QModelIndex();
        m_allowed = false;
    } else if (over != m_over) {
        const auto why = refusal(m_dragged, over);
        m_over = over;
        m_allowed = !why;
        say(why ? core::text::sentence(*why) : QString());
    }
    if (m_allowed) {
        event->setDropAction(Qt::MoveAction);
        event->accept();
    } else {
        event->ignore();
    }
}

void FolderTree::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_over = QModelIndex();
    say({});
    QTreeView::dragLeaveEvent(event);
}

void FolderTree::dropEvent(QDropEvent *event)
{
    const QModelIndex onto = indexAt(event->position().toPoint());
    const auto objects = draggedObjects(event->mimeData());
    const ObjectRef target = m_model->refAt(onto);
    const bool isRefused = refusal(objects, onto).has_value();
    m_over = QModelIndex();
    setState(NoState);
    say({});
    if (isRefused) {
        event->ignore();
        return;
    }
    // Not MoveAction: the view would then remove the rows, which follow from the core's answer alone.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (target.kind == Kind::Host)
        Q_EMIT migrationRequested(*migrants(objects, target.as<core::HostId>(), m_model->inventory()),
                                  target.as<core::HostId>());
    else
        Q_EMIT moveRequested(*moves(objects, target, m_model->inventory()));
}

void FolderTree::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    Q_EMIT selectionMoved();
}

void FolderTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitWidth();
}

/// Names are shown whole: those of deep branches are scrolled to, for cut they would all look the same.
void FolderTree::fitWidth()
{
    header()->resizeSection(0, std::max(viewport()->width(), sizeHintForColumn(0)));
}

void FolderTree::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

} // namespace views
