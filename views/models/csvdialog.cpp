// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/csvdialog.h"

#include "views/models/csv.h"
#include "views/widgets/errorcard.h"

#include <QCoreApplication>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString exportTitle()
{
    return QCoreApplication::translate("views::CsvDialog", "Export List");
}

} // namespace

void writeCsv(QWidget *parent, const QAbstractItemModel &model, const QList<int> &columns,
              const QString &path)
{
    auto *out = new CsvExport(model, columns, path, parent);
    QObject::connect(out, &CsvExport::finished, parent, [parent](const core::Result<void> &result) {
        if (!result)
            ErrorCard::show(parent, exportTitle(), result.error());
    });
    out->start();
}

void exportCsv(QWidget *parent, const QAbstractItemModel &model, const QList<int> &columns,
               const QString &suggestedName)
{
    auto *dialog =
        new QFileDialog(parent, exportTitle(), suggestedName + u".csv"_s,
                        QCoreApplication::translate("views::CsvDialog", "Comma-separated values (*.csv)"));
    dialog->setObjectName(u"exportListDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent,
        [parent, columns, source = QPointer<const QAbstractItemModel>(&model)](const QString &path) {
            if (source)
                writeCsv(parent, *source, columns, path);
        });
    dialog->open();
}

} // namespace views
