// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/connectdialog.h"

#include "core/api/client/embeddedcore.h"
#include "core/text/text.h"
#include "views/addhost/urifields.h"
#include "views/shell/serverlink.h"
#include "views/widgets/theme.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {
const auto exampleAddress = u"https://vigie.example.org:8443"_s;
}

ConnectDialog::ConnectDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(u"connectDialog"_s);
    auto *halves = new QHBoxLayout;
    halves->addWidget(buildSaved(), 2);
    halves->addWidget(buildKinds(), 3);
    auto *column = new QVBoxLayout(this);
    column->addLayout(halves, 1);
    buildButtons(column);
    retranslate();
    fillSaved();
    m_single->setChecked(true);
    validate();
}

QWidget *ConnectDialog::buildSaved()
{
    m_savedBox = new QGroupBox(this);
    m_saved = new QTreeWidget(m_savedBox);
    m_saved->setObjectName(u"savedConnections"_s);
    m_saved->setRootIsDecorated(false);
    m_saved->setColumnCount(3);
    m_saved->setMinimumWidth(fontMetrics().averageCharWidth() * 48);
    connect(m_saved, &QTreeWidget::currentItemChanged, this, &ConnectDialog::showSaved);
    connect(m_saved, &QTreeWidget::itemActivated, this, &ConnectDialog::choose);
    m_remove = new QPushButton(m_savedBox);
    m_remove->setObjectName(u"removeConnection"_s);
    m_remove->setAutoDefault(false);
    connect(m_remove, &QPushButton::clicked, this, &ConnectDialog::removeSaved);
    auto *column = new QVBoxLayout(m_savedBox);
    column->addWidget(m_saved, 1);
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    return m_savedBox;
}

QWidget *ConnectDialog::buildKinds()
{
    auto *half = new QWidget(this);
    m_single = new QRadioButton(half);
    m_single->setObjectName(u"kindSingleHost"_s);
    m_embedded = new QRadioButton(half);
    m_embedded->setObjectName(u"kindEmbedded"_s);
    m_server = new QRadioButton(half);
    m_server->setObjectName(u"kindServer"_s);
    m_uri = new UriFields(half);
    connect(m_uri, &UriFields::uriChanged, this, &ConnectDialog::validate);
    m_details = new QStackedWidget(half);
    m_details->addWidget(m_uri);
    m_details->addWidget(buildDirectory());
    m_details->addWidget(buildServer());
    int page = 0;
    for (QRadioButton *kind : {m_single, m_embedded, m_server}) { // in the order of the pages
        connect(kind, &QRadioButton::toggled, this, [this, page](bool chosen) {
            if (!chosen)
                return;
            m_details->setCurrentIndex(page);
            validate();
        });
        ++page;
    }
    m_nameTitle = new QLabel(half);
    m_name = new QLineEdit(half);
    m_name->setObjectName(u"connectionName"_s);
    m_nameTitle->setBuddy(m_name);
    m_problem = new QLabel(half);
    m_problem->setObjectName(u"connectProblem"_s);
    m_problem->setWordWrap(true);
    auto *column = new QVBoxLayout(half);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget *each : std::initializer_list<QWidget *>{m_single, m_embedded, m_server, m_details,
                                                          m_nameTitle, m_name, m_problem})
        column->addWidget(each);
    column->addStretch(1);
    return half;
}

QWidget *ConnectDialog::buildDirectory()
{
    auto *page = new QWidget(this);
    m_directoryTitle = new QLabel(page);
    m_directory = new QLineEdit(page);
    m_directory->setObjectName(u"coreDirectory"_s);
    m_directory->setPlaceholderText(core::api::client::defaultCoreDirectory());
    m_directoryTitle->setBuddy(m_directory);
    m_browse = new QPushButton(page);
    m_browse->setObjectName(u"browseDirectory"_s);
    m_browse->setAutoDefault(false);
    connect(m_browse, &QPushButton::clicked, this, &ConnectDialog::browse);
    m_directoryHint = new QLabel(page);
    m_directoryHint->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_directory, 1);
    row->addWidget(m_browse);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_directoryTitle);
    column->addLayout(row);
    column->addWidget(m_directoryHint);
    column->addStretch(1);
    return page;
}

QWidget *ConnectDialog::buildServer()
{
    auto *page = new QWidget(this);
    m_addressTitle = new QLabel(page);
    m_address = new QLineEdit(page);
    m_address->setObjectName(u"serverAddress"_s);
    m_address->setPlaceholderText(exampleAddress);
    m_addressTitle->setBuddy(m_address);
    connect(m_address, &QLineEdit::textChanged, this, &ConnectDialog::validate);
    m_userTitle = new QLabel(page);
    m_user = new QLineEdit(page);
    m_user->setObjectName(u"serverUser"_s);
    m_userTitle->setBuddy(m_user);
    m_serverHint = new QLabel(page);
    m_serverHint->setWordWrap(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_addressTitle, m_address, m_userTitle, m_user, m_serverHint})
        column->addWidget(each);
    column->addStretch(1);
    return page;
}

void ConnectDialog::buildButtons(QVBoxLayout *column)
{
    m_connect = new QPushButton(this);
    m_connect->setObjectName(u"connectAccept"_s);
    m_connect->setDefault(true);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"connectCancel"_s);
    m_cancel->setAutoDefault(false);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::choose);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_connect);
    row->addWidget(m_cancel);
    column->addLayout(row);
}

void ConnectDialog::fillSaved()
{
    const int chosen = m_saved->indexOfTopLevelItem(m_saved->currentItem());
    const QSignalBlocker quiet(m_saved); // what is chosen, and typed beside it, stays
    const auto before = std::exchange(m_connections, SavedConnections::all());
    m_saved->clear();
    for (const Connection &connection : std::as_const(m_connections)) {
        const QString kind = connection.kind == Connection::Kind::SingleHost ? tr("Single host")
            : connection.kind == Connection::Kind::Server                    ? tr("Management server")
                                                                             : tr("Embedded core");
        const auto used = core::Instant(core::Duration(connection.lastUsed.toMSecsSinceEpoch()));
        auto *row = new QTreeWidgetItem(m_saved, {connection.label(), kind, core::text::timeOfDay(used)});
        row->setToolTip(0, connection.target);
    }
    m_saved->header()->resizeSections(QHeaderView::ResizeToContents);
    m_saved->setColumnWidth(0, std::max(m_saved->columnWidth(0), fontMetrics().averageCharWidth() * 18));
    const bool same = chosen >= 0 && m_connections.size() == before.size();
    if (same)
        m_saved->setCurrentItem(m_saved->topLevelItem(chosen));
    m_remove->setEnabled(same);
}

void ConnectDialog::showSaved()
{
    const int row = m_saved->indexOfTopLevelItem(m_saved->currentItem());
    m_remove->setEnabled(row >= 0);
    if (row >= 0)
        setConnection(m_connections[row]);
}

void ConnectDialog::removeSaved()
{
    const int row = m_saved->indexOfTopLevelItem(m_saved->currentItem());
    if (row < 0)
        return;
    SavedConnections::forget(m_connections[row]);
    if (m_connections[row].kind == Connection::Kind::Server)
        forgetFingerprint(QUrl(m_connections[row].target));
    fillSaved();
}

void ConnectDialog::setConnection(const Connection &connection)
{
    m_name->setText(connection.name);
    switch (connection.kind) {
    case Connection::Kind::SingleHost:
        m_single->setChecked(true);
        m_uri->setUri(connection.target);
        break;
    case Connection::Kind::Server:
        m_server->setChecked(true);
        m_address->setText(connection.target);
        m_user->setText(connection.user);
        break;
    case Connection::Kind::Embedded:
    case Connection::Kind::Simulated: // never among the saved ones
        m_embedded->setChecked(true);
        m_directory->setText(connection.target);
        break;
    }
    validate();
}

Connection ConnectDialog::connection() const
{
    if (m_server->isChecked())
        return {.kind = Connection::Kind::Server,
                .target = serverUrl(m_address->text()).toString(),
                .name = m_name->text().trimmed(),
                .user = m_user->text().trimmed()};
    const bool single = m_single->isChecked();
    return {.kind = single ? Connection::Kind::SingleHost : Connection::Kind::Embedded,
            .target = single ? m_uri->uri() : m_directory->text().trimmed(),
            .name = m_name->text().trimmed()};
}

void ConnectDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Directory of the Embedded Core"), m_directory->text());
    dialog->setObjectName(u"directoryDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_directory->setText(QDir::toNativeSeparators(path));
        validate();
    });
    dialog->open();
}

void ConnectDialog::validate()
{
    if (m_connect == nullptr)
        return; // still being built
    const QString wrong = problem();
    m_problem->setText(wrong);
    m_connect->setEnabled(wrong.isEmpty());
    m_connect->setToolTip(wrong);
}

QString ConnectDialog::problem() const
{
    if (m_single->isChecked())
        return m_uri->problem();
    if (m_server->isChecked() && !serverUrl(m_address->text()).isValid())
        return tr("The address of a management server looks like https://vigie.example.org:8443.");
    return {};
}

void ConnectDialog::choose()
{
    if (!m_connect->isEnabled())
        return;
    const Connection chosen = connection();
    accept();
    Q_EMIT connectionChosen(chosen);
}

void ConnectDialog::retranslate()
{
    setWindowTitle(tr("Connect"));
    m_savedBox->setTitle(tr("Saved connections"));
    m_saved->setAccessibleName(tr("Saved connections"));
    m_saved->setHeaderLabels({tr("Name"), tr("Kind"), tr("Last used")});
    m_remove->setText(tr("Remo&ve"));
    m_remove->setAccessibleName(tr("Remove the saved connection"));
    m_single->setText(tr("&Single host, by its libvirt URI"));
    m_single->setAccessibleName(tr("Single host, by its libvirt URI"));
    m_embedded->setText(tr("&Embedded core, with clusters and folders"));
    m_embedded->setAccessibleName(tr("Embedded core, with clusters and folders"));
    m_server->setText(tr("&Management server"));
    m_server->setAccessibleName(tr("Management server"));
    m_addressTitle->setText(tr("&Address:"));
    m_address->setAccessibleName(tr("Address of the management server"));
    m_userTitle->setText(tr("&User:"));
    m_user->setAccessibleName(tr("User"));
    m_serverHint->setText(tr("The password is asked for when the server answers."));
    m_directoryTitle->setText(tr("&Directory:"));
    m_directory->setAccessibleName(tr("Directory of the embedded core"));
    m_browse->setText(tr("&Browse…"));
    m_browse->setAccessibleName(tr("Browse for the directory"));
    m_directoryHint->setText(
        tr("It holds the inventory and is made when it does not exist. Empty: the usual one."));
    m_nameTitle->setText(tr("&Name (optional):"));
    m_name->setAccessibleName(tr("Name of the connection"));
    m_connect->setText(tr("&Connect"));
    m_connect->setAccessibleName(tr("Connect"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    validate();
}

void ConnectDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillSaved();
    }
    QDialog::changeEvent(event);
}

} // namespace views
