// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/gettingstartedpage.h"

#include "core/model/tree.h"
#include "core/text/text.h"
#include "views/widgets/architectureview.h"
#include "views/widgets/commandbox.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/offline.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace views {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::model::Kind;
using Part = ArchitectureView::Part;

namespace {

QStringList tasksOf(Kind kind)
{
    switch (kind) {
    case Kind::Root: return {u"datacenter.create"_s};
    case Kind::Datacenter: return {u"host.add"_s, u"cluster.create"_s, u"folder.create"_s};
    case Kind::Folder: return {u"folder.create"_s, u"host.add"_s, u"cluster.create"_s, u"folder.rename"_s};
    case Kind::Cluster: return {u"host.add"_s, u"cluster.rename"_s};
    case Kind::Host: return {u"host.reconnect"_s, u"host.disconnect"_s};
    case Kind::Vm: return {u"vm.power-on"_s, u"vm.shut-down"_s, u"vm.suspend"_s, u"vm.rename"_s};
    case Kind::Pool:
    case Kind::Datastore:
    case Kind::Network:
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: return {};
    }
    Q_UNREACHABLE();
}

/// The least by name: the same one each time, found without sorting.
template <class T>
const T *firstByName(const core::model::Inventory &inventory)
{
    const T *first = nullptr;
    for (const auto &each : inventory.all<T>()) {
        if (first == nullptr || each->name < first->name)
            first = each.get();
    }
    return first;
}

QLabel *paragraph(QWidget *parent, const QString &objectName, int larger = 0)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (larger > 0) {
        QFont font = label->font();
        font.setPointSizeF(font.pointSizeF() + larger);
        font.setBold(true);
        label->setFont(font);
    }
    return label;
}

} // namespace

GettingStartedPage::GettingStartedPage(core::api::client::Session &session, QWidget *parent)
    : LivePage(session, parent, 500ms),
      m_what(paragraph(this, u"whatItIs"_s)),
      m_fitsHeading(paragraph(this, u"howHeading"_s, 1)),
      m_fits(paragraph(this, u"howItFits"_s)),
      m_heading(paragraph(this, u"heading"_s, 4)),
      m_parent(new LinkButton(this)),
      m_firstStep(new LinkButton(this)),
      m_tasks(new CommandBox(this, CommandBox::Heading::CommonTasks)),
      m_drawing(new ArchitectureView(this)),
      m_explanation(paragraph(this, u"explanation"_s))
{
    setObjectName(u"gettingStartedPage"_s);
    m_parent->setObjectName(u"parent"_s);
    m_firstStep->setObjectName(u"firstStep"_s);
    m_tasks->setObjectName(u"tasks"_s);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"gettingStartedArea"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(area);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_heading, m_what, m_firstStep, m_fitsHeading, m_fits, m_drawing,
                                          m_explanation, m_parent, m_tasks})
        column->addWidget(each);
    column->addStretch(1);
    area->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    connect(m_tasks, &CommandBox::operationRequested, this, &Page::operationRequested);
    connect(m_drawing, &ArchitectureView::objectActivated, this, &Page::objectActivated);
    connect(m_drawing, &ArchitectureView::explained, this, &GettingStartedPage::explain);
    connect(m_parent, &LinkButton::clicked, this, [this] {
        if (m_parentRef)
            Q_EMIT objectActivated(*m_parentRef);
    });
    connect(m_firstStep, &LinkButton::clicked, this, [this] {
        if (m_firstPlace)
            Q_EMIT operationRequested(u"host.add"_s, {*m_firstPlace});
    });
    retranslate();
}

/// Its place stays while there is nothing to read, but the keyboard does not stop there.
void GettingStartedPage::explain(const QString &text)
{
    m_explanation->setText(text);
    m_explanation->setTextInteractionFlags(
        text.isEmpty() ? Qt::NoTextInteraction : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

QString GettingStartedPage::title() const
{
    return tr("Getting Started");
}

void GettingStartedPage::setObject(const core::model::ObjectRef &object)
{
    m_tasks->setOperations(tasksOf(object.kind));
    LivePage::setObject(object);
    retranslate();
}

QString GettingStartedPage::whatItIs(Kind kind)
{
    switch (kind) {
    case Kind::Root:
        return tr("Here is everything that this core manages. A core speaks with the hypervisors, carries "
                  "out what you ask, and "
                  "keeps watch while nobody looks.");
    case Kind::Datacenter:
        return tr("A datacenter holds the hosts, virtual machines, datastores and networks that belong "
                  "together: those of a site, "
                  "a customer, a class.");
    case Kind::Folder:
        return tr("A folder keeps objects of one sort together, for order and, later, for permissions.");
    case Kind::Cluster:
        return tr("A cluster joins hosts into one resource. Its virtual machines can run on any of them and "
                  "move from one to another "
                  "while they run.");
    case Kind::Host:
        return tr("A host is a computer on which a hypervisor runs. It gives its processors and memory to "
                  "virtual machines.");
    case Kind::Pool:
        return tr("A resource pool is a share of the processors and memory of a host or cluster, for a group "
                  "of virtual machines.");
    case Kind::Vm:
        return tr("A virtual machine is a computer made of software: processors, memory, disks and network "
                  "adapters, with an "
                  "operating system of its own inside, the guest.");
    case Kind::Datastore:
        return tr("A datastore is a place for files: the disks of virtual machines, and the images they are "
                  "installed from.");
    case Kind::Network:
        return tr("A network connects virtual machines with one another and, if it leads out, with the rest "
                  "of the world.");
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: return {}; // administered in dialogs, without a page
    }
    Q_UNREACHABLE();
}

QString GettingStartedPage::heading(Kind kind)
{
    switch (kind) {
    case Kind::Root: return tr("Welcome to Vigie");
    case Kind::Datacenter: return tr("What is a datacenter?");
    case Kind::Folder: return tr("What is a folder?");
    case Kind::Cluster: return tr("What is a cluster?");
    case Kind::Host: return tr("What is a host?");
    case Kind::Pool: return tr("What is a resource pool?");
    case Kind::Vm: return tr("What is a virtual machine?");
    case Kind::Datastore: return tr("What is a datastore?");
    case Kind::Network: return tr("What is a network?");
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: return {}; // administered in dialogs, without a page
    }
    Q_UNREACHABLE();
}

QString GettingStartedPage::howItFits(Kind kind)
{
    switch (kind) {
    case Kind::Root:
        return tr("The client shows and asks, the core does, the hosts run the machines. Point at a part of "
                  "the drawing to read about it, and press it to go there.");
    case Kind::Datacenter:
        return tr("It is the border of names and networks: two virtual machines of one datacenter never have "
                  "the same name.");
    case Kind::Folder:
        return tr("It is seen in one of the four views only: a folder of virtual machines says nothing about "
                  "the hosts they run on.");
    case Kind::Cluster:
        return tr("High availability restarts its machines when a host fails; load balancing spreads them "
                  "over the hosts. Both need datastores that all hosts see.");
    case Kind::Host:
        return tr("It belongs to a cluster, or stands alone in a datacenter. The host is the truth about its "
                  "machines: what happens to them behind Vigie's back appears here by itself.");
    case Kind::Pool:
        return tr("It belongs to a host or cluster, or to another pool, and can be divided again.");
    case Kind::Vm:
        return tr("It runs on one host at a time. Its disks lie on a datastore: on a shared one, any host "
                  "that sees it can take the machine over.");
    case Kind::Datastore:
        return tr("Seen by one host it is local; seen by several it is shared, and machines can move between "
                  "them without their disks.");
    case Kind::Network:
        return tr("Adapters of virtual machines are plugged into it. A machine can move only to a host that "
                  "has its networks.");
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: return {}; // administered in dialogs, without a page
    }
    Q_UNREACHABLE();
}

void GettingStartedPage::retranslate()
{
    const Kind kind = object().kind;
    m_heading->setText(heading(kind));
    m_what->setText(whatItIs(kind));
    m_fitsHeading->setText(tr("How it fits"));
    m_fits->setText(howItFits(kind));
    explain({}); // it was in the other language, or about another object
}

void GettingStartedPage::refresh()
{
    const bool root = object().isRoot();
    m_drawing->setVisible(root);
    m_explanation->setVisible(root);
    if (root)
        showArchitecture();
    showFirstStep();
    showNeighbours();
    m_tasks->setVisible(!tasksOf(object().kind).isEmpty());
    m_tasks->refresh(object(), session());
}

void GettingStartedPage::showArchitecture()
{
    const auto &all = inventory();
    const auto *host = firstByName<core::model::Host>(all);
    const auto *vm = firstByName<core::model::Vm>(all);
    const auto link = [this] {
        switch (session().link()) {
        case core::api::client::Link::Connecting: return tr("connecting");
        case core::api::client::Link::Online: return tr("connected");
        case core::api::client::Link::Lost: return tr("connection lost");
        }
        Q_UNREACHABLE();
    };
    m_drawing->setLive(Part::Client, {.caption = session().user(), .object = std::nullopt});
    m_drawing->setLive(Part::Core, {.caption = link(), .object = std::nullopt});
    m_drawing->setLive(
        Part::Database,
        {.caption = tr("%n object(s)", nullptr, static_cast<int>(all.size())), .object = std::nullopt});
    m_drawing->setLive(Part::Host,
                       host == nullptr
                           ? ArchitectureView::Live{.caption = tr("no host yet"), .object = std::nullopt}
                           : ArchitectureView::Live{.caption = host->name, .object = host->id});
    m_drawing->setLive(Part::Vm,
                       vm == nullptr
                           ? ArchitectureView::Live{.caption = tr("no machine yet"), .object = std::nullopt}
                           : ArchitectureView::Live{.caption = vm->name, .object = vm->id});
}

/// Who starts for the first time sees what to do next, and needs not know where hosts belong.
void GettingStartedPage::showFirstStep()
{
    const auto *datacenter = firstByName<core::model::Datacenter>(inventory());
    const bool empty = object().isRoot() && inventory().all<core::model::Host>().empty();
    m_firstPlace =
        empty && datacenter != nullptr ? std::optional<core::model::ObjectRef>(datacenter->id) : std::nullopt;
    m_firstStep->setVisible(m_firstPlace.has_value());
    if (!m_firstPlace)
        return;
    const QString text = tr("Add your first host to %1", "a datacenter").arg(datacenter->name);
    if (m_firstStep->text() != text) {
        m_firstStep->setText(text);
        m_firstStep->setAccessibleName(text);
        m_firstStep->updateGeometry();
    }
    const QString reason = offlineReason(session());
    m_firstStep->setEnabled(reason.isEmpty());
    m_firstStep->setToolTip(reason);
}

void GettingStartedPage::showNeighbours()
{
    m_parentRef.reset();
    const auto found = inventory().find(object());
    const auto *vm = inventory().find(object().as<core::VmId>());
    if (vm != nullptr && inventory().find(vm->host) != nullptr)
        m_parentRef = vm->host;
    else if (found) {
        for (const auto view :
             {core::model::TreeView::HostsAndClusters, core::model::TreeView::VmsAndTemplates,
              core::model::TreeView::Datastores, core::model::TreeView::Networks}) {
            if (const auto parent = parentIn(view, *found, inventory()); parent && !parent->isRoot()) {
                m_parentRef = parent;
                break;
            }
        }
    }
    m_parent->setVisible(m_parentRef.has_value());
    if (!m_parentRef)
        return;
    const QString name = inventory().nameOf(*m_parentRef);
    const QString text =
        vm != nullptr ? tr("It runs on %1", "a host").arg(name) : tr("It belongs to %1").arg(name);
    if (m_parent->text() != text) {
        m_parent->setText(text);
        m_parent->setAccessibleName(text);
        m_parent->updateGeometry();
    }
}

} // namespace views
