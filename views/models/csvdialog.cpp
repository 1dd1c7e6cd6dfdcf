// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/csvdialog.h"

#include "views/models/csv.h"
#include "views/widgets/errorcard.h"

#include <QCoreApplication>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace views {

void exportCsv(QWidget *parent, const QAbstractItemModel &model, const QList<int> &columns,
               const QString &suggestedName)
{
    const QString title = QCoreApplication::translate("views::CsvDialog", "Export List");
    auto *dialog =
        new QFileDialog(parent, title, suggestedName + u".csv"_s,
                        QCoreApplication::translate("views::CsvDialog", "Comma-separated values (*.csv)"));
    dialog->setObjectName(u"exportListDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent,
        [parent, title, columns, source = QPointer<const QAbstractItemModel>(&model)](const QString &path) {
            if (!source)
                return;
            auto *out = new CsvExport(*source, columns, path, parent);
            QObject::connect(out, &CsvExport::finished, parent,
                             [parent, title](const core::Result<void> &result) {
                                 if (!result)
                                     ErrorCard::show(parent, title, result.error());
                             });
            out->start();
        });
    dialog->open();
}

} // namespace views
