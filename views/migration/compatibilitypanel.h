// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/migration/destinations.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace views {

/// What speaks against a destination: a verdict in one sentence, and beneath it every finding with its severity.
class CompatibilityPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CompatibilityPanel(QWidget *parent);
    void retranslate();
    /// Findings that read alike (of a host, for each of several VMs) are shown once.
    void show(const QString &verdict, const std::vector<VmFinding> &findings);

private:
    QLabel *m_title = nullptr;
    QLabel *m_verdict = nullptr;
    QListWidget *m_findings = nullptr;
};

} // namespace views
