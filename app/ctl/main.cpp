// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/lab.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (const int code = ctl::runLabProcess(arguments); code >= 0)
        return code;
    if (arguments.value(0) == "lab"_L1)
        return ctl::runLab(arguments.mid(1), false);
    std::fprintf(stderr, "vigiectl lab up|status|fault|repair|down --dir DIR\n");
    return 2;
}
