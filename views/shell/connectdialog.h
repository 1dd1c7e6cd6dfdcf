// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/connection.h"

#include <QDialog>

class QButtonGroup;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QTreeWidget;

namespace views {

class UriFields;

/// Which core to show: one host by its libvirt URI, an embedded core's directory, a management server; the connections
/// made before.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(QWidget *parent);

    void setConnection(const Connection &connection);
    [[nodiscard]] Connection connection() const;

Q_SIGNALS:
    void connectionChosen(const views::Connection &connection);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildSaved();
    QWidget *buildKinds();
    QWidget *buildDirectory();
    QWidget *buildServer();
    [[nodiscard]] QString problem() const;
    void buildButtons(class QVBoxLayout *column);
    void fillSaved();
    void showSaved();
    void removeSaved();
    void browse();
    void validate();
    void choose();
    void retranslate();

    QList<Connection> m_connections; ///< as the rows of m_saved
    QGroupBox *m_savedBox = nullptr;
    QTreeWidget *m_saved = nullptr;
    QPushButton *m_remove = nullptr;
    QRadioButton *m_single = nullptr;
    QRadioButton *m_embedded = nullptr;
    QRadioButton *m_server = nullptr;
    QStackedWidget *m_details = nullptr;
    UriFields *m_uri = nullptr;
    QLabel *m_directoryTitle = nullptr;
    QLineEdit *m_directory = nullptr;
    QPushButton *m_browse = nullptr;
    QLabel *m_directoryHint = nullptr;
    QLabel *m_addressTitle = nullptr;
    QLineEdit *m_address = nullptr;
    QLabel *m_userTitle = nullptr;
    QLineEdit *m_user = nullptr;
    QLabel *m_serverHint = nullptr;
    QLabel *m_nameTitle = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_connect = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace views
