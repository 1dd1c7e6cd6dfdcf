// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace views {

/// Every action of a window that has a key, as a table that can be searched by eye.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget &window);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    QWidget &m_window;
    class QTreeWidget *m_table;
    class QPushButton *m_close;
};

} // namespace views
