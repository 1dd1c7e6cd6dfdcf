// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/objecttabs.h"

#include "views/access/permissionspage.h"
#include "views/activity/tasksandeventspage.h"
#include "views/alarms/alarmspage.h"
#include "views/cluster/allocationpage.h"
#include "views/cluster/containersummarypage.h"
#include "views/cluster/drspage.h"
#include "views/host/hostconfigurationpage.h"
#include "views/host/hostsummarypage.h"
#include "views/inventory/datacentertablepage.h"
#include "views/inventory/datastoretablepage.h"
#include "views/inventory/hosttablepage.h"
#include "views/inventory/networktablepage.h"
#include "views/inventory/vmtablepage.h"
#include "views/performance/performancepage.h"
#include "views/vm/consolepage.h"
#include "views/vm/vmsummarypage.h"
#include "views/widgets/gettingstartedpage.h"

#include <QEvent>
#include <QSettings>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using namespace core::model;

namespace {

/// What decides which pages there are.
struct Subject {
    Kind kind;
    bool isTemplate;
    bool isInCluster; ///< of a host
    std::optional<FolderKind> folder; ///< what it holds
};

struct Entry {
    QLatin1StringView id; ///< in the settings; pages of different kinds may share it, as Summary
    const char *title; ///< before the page is made
    bool (*fits)(const Subject &);
    Page *(*make)(Session &, QWidget *);
};

template <class P>
Page *make(Session &session, QWidget *parent)
{
    return new P(session, parent);
}

bool isContainer(const Subject &subject)
{
    switch (subject.kind) {
    case Kind::Datacenter:
    case Kind::Folder:
    case Kind::Cluster:
    case Kind::Pool:
    case Kind::Datastore:
    case Kind::Network: return true;
    case Kind::Root:
    case Kind::Host:
    case Kind::Vm:
    case Kind::User:
    case Kind::Group:
    case Kind::Role:
    case Kind::Permission:
    case Kind::AlarmDefinition: break;
    }
    return false;
}

bool isVm(const Subject &subject)
{
    return subject.kind == Kind::Vm;
}

bool isHost(const Subject &subject)
{
    return subject.kind == Kind::Host;
}

/// Performance is measured for hosts and VMs; of what holds them, they are compared.
bool isMeasured(const Subject &subject)
{
    const bool holds = subject.kind == Kind::Datacenter || subject.kind == Kind::Cluster
        || subject.kind == Kind::Pool || subject.folder == FolderKind::Host
        || subject.folder == FolderKind::Vm;
    return holds || isHost(subject) || (isVm(subject) && !subject.isTemplate);
}

bool hasScreen(const Subject &subject)
{
    return isVm(subject) && !subject.isTemplate;
}

bool hasVms(const Subject &subject)
{
    return !isVm(subject);
}

bool hasHosts(const Subject &subject)
{
    return !isVm(subject) && !isHost(subject) && subject.kind != Kind::Pool;
}

bool isRoot(const Subject &subject)
{
    return subject.kind == Kind::Root;
}

/// What sees datastores and networks, or holds what does.
bool hasResources(const Subject &subject)
{
    return isHost(subject) || subject.kind == Kind::Datacenter || subject.kind == Kind::Cluster;
}

bool isCluster(const Subject &subject)
{
    return subject.kind == Kind::Cluster;
}

/// What divides its CPU and memory among others.
bool dividesResources(const Subject &subject)
{
    return isCluster(subject) || subject.kind == Kind::Pool || (isHost(subject) && !subject.isInCluster);
}

bool hasAlarms(const Subject &subject)
{
    return !subject.isTemplate;
}

bool always(const Subject &)
{
    return true;
}

/// All pages, in the order of the tabs.
const std::array entries{
    Entry{"start"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Getting Started"), always,
          make<GettingStartedPage>},
    Entry{"summary"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Summary"), isContainer,
          make<ContainerSummaryPage>},
    Entry{"summary"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Summary"), isHost, make<HostSummaryPage>},
    Entry{"summary"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Summary"), isVm, make<VmSummaryPage>},
    Entry{"datacenters"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Datacenters"), isRoot,
          make<DatacenterTablePage>},
    Entry{"vms"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Virtual Machines"), hasVms, make<VmTablePage>},
    Entry{"hosts"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Hosts"), hasHosts, make<HostTablePage>},
    Entry{"drs"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "DRS"), isCluster, make<DrsPage>},
    Entry{"allocation"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Resource Allocation"), dividesResources,
          make<AllocationPage>},
    Entry{"datastores"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Datastores"), hasResources,
          make<DatastoreTablePage>},
    Entry{"networks"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Networks"), hasResources,
          make<NetworkTablePage>},
    Entry{"performance"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Performance"), isMeasured,
          make<PerformancePage>},
    Entry{"configuration"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Configuration"), isHost,
          make<HostConfigurationPage>},
    Entry{"tasks"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Tasks && Events"), always,
          make<TasksAndEventsPage>},
    Entry{"alarms"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Alarms"), hasAlarms, make<AlarmsPage>},
    Entry{"permissions"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Permissions"), always,
          make<PermissionsPage>},
    Entry{"console"_L1, QT_TRANSLATE_NOOP("views::ObjectTabs", "Console"), hasScreen, make<ConsolePage>},
};

} // namespace

ObjectTabs::ObjectTabs(Session &session, QWidget *parent) : QTabWidget(parent), m_session(session)
{
    setObjectName(u"objectTabs"_s);
    tabBar()->setObjectName(u"objectTabBar"_s);
    setDocumentMode(true);
    connect(this, &QTabWidget::currentChanged, this, &ObjectTabs::tabChosen);
    connect(&session, &Session::inventoryReset, this, [this] { setObject(m_object); });
}

std::vector<size_t> ObjectTabs::fitting() const
{
    const Vm *vm = m_session.inventory().find(m_object.as<core::VmId>());
    const Host *host = m_session.inventory().find(m_object.as<core::HostId>());
    const Folder *folder = m_session.inventory().find(m_object.as<core::FolderId>());
    const Subject subject{.kind = m_object.kind,
                          .isTemplate = vm != nullptr && vm->isTemplate,
                          .isInCluster = host != nullptr && host->parent.kind == Kind::Cluster,
                          .folder = folder != nullptr ? std::optional(folder->contents) : std::nullopt};
    std::vector<size_t> fit;
    for (size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].fits(subject) && (m_gettingStarted || entries[i].id != "start"_L1))
            fit.push_back(i);
    }
    return fit;
}

void ObjectTabs::setObject(const ObjectRef &object)
{
    m_object = object;
    if (const auto fit = fitting(); fit != m_tabs || !m_arranged)
        arrange(fit);
    fill();
}

void ObjectTabs::arrange(const std::vector<size_t> &wanted)
{
    const QSignalBlocker quiet(this); // one tab after the other is not what the user chose
    setUpdatesEnabled(false);
    while (count() > 0)
        removeTab(0);
    m_tabs = wanted;
    m_arranged = true;
    for (const size_t entry : wanted) {
        addTab(holderOf(entry), titleOf(entry));
    }
    const QString remembered = QSettings().value(settingsKey()).toString();
    const auto it =
        std::ranges::find_if(m_tabs, [&](size_t entry) { return remembered == entries[entry].id; });
    setCurrentIndex(it == m_tabs.end() ? 0 : static_cast<int>(it - m_tabs.begin()));
    setUpdatesEnabled(true);
}

/// A tab's widget, empty until it is looked at: pages with charts are dear to make.
QWidget *ObjectTabs::holderOf(size_t entry)
{
    QWidget *&holder = m_holders[entry];
    if (holder == nullptr) {
        holder = new QWidget(this);
        auto *layout = new QVBoxLayout(holder);
        layout->setContentsMargins(0, 0, 0, 0);
    }
    return holder;
}

Page *ObjectTabs::pageOf(size_t entry)
{
    Page *&page = m_pages[entry];
    if (page == nullptr) {
        page = entries[entry].make(m_session, holderOf(entry));
        holderOf(entry)->layout()->addWidget(page);
        connect(page, &Page::objectActivated, this, &ObjectTabs::objectActivated);
        connect(page, &Page::operationRequested, this, &ObjectTabs::operationRequested);
    }
    return page;
}

QString ObjectTabs::titleOf(size_t entry) const
{
    const auto page = m_pages.find(entry);
    return page == m_pages.end() ? tr(entries[entry].title) : page->second->title();
}

void ObjectTabs::fill()
{
    const auto at = static_cast<size_t>(currentIndex());
    if (at >= m_tabs.size())
        return;
    Page *page = pageOf(m_tabs[at]);
    const auto shown = m_shown.find(page);
    if (shown != m_shown.end() && shown->second == m_object)
        return;
    m_shown.insert_or_assign(page, m_object);
    page->setObject(m_object);
}

void ObjectTabs::tabChosen()
{
    if (const QString id = currentPage(); !id.isEmpty())
        QSettings().setValue(settingsKey(), id);
    fill();
}

QString ObjectTabs::settingsKey() const
{
    return u"tabs/"_s + QLatin1StringView(core::wireName(m_object.kind));
}

QString ObjectTabs::currentPage() const
{
    const int at = currentIndex();
    return at < 0 || static_cast<size_t>(at) >= m_tabs.size()
        ? QString()
        : QString(entries[m_tabs[static_cast<size_t>(at)]].id);
}

void ObjectTabs::showPage(const QString &id)
{
    const auto it = std::ranges::find_if(m_tabs, [&](size_t entry) { return id == entries[entry].id; });
    if (it != m_tabs.end())
        setCurrentIndex(static_cast<int>(it - m_tabs.begin()));
}

void ObjectTabs::step(int by)
{
    if (count() == 0)
        return;
    setCurrentIndex((currentIndex() + by + count()) % count());
    tabBar()->setFocus(Qt::ShortcutFocusReason); // from there Tab leads into the page
}

void ObjectTabs::setGettingStartedShown(bool shown)
{
    if (std::exchange(m_gettingStarted, shown) != shown && m_arranged)
        setObject(m_object);
}

void ObjectTabs::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (size_t i = 0; i < m_tabs.size(); ++i)
            setTabText(static_cast<int>(i), titleOf(m_tabs[i]));
    }
    QTabWidget::changeEvent(event);
}

} // namespace views
