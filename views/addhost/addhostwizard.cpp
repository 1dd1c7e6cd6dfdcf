// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/addhost/addhostwizard.h"

#include "views/addhost/addingpage.h"
#include "views/addhost/connectionpage.h"
#include "views/addhost/locationpage.h"
#include "views/addhost/preparepage.h"
#include "views/addhost/readypage.h"

#include <QAbstractButton>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace views {

AddHostWizard::AddHostWizard(core::api::client::Session &session, const core::model::ObjectRef &place,
                             QWidget *parent)
    : QWizard(parent),
      m_plan{.session = session, .hosts = {}, .parent = place}
{
    setObjectName(u"addHostWizard"_s);
    setWizardStyle(ModernStyle);
    setOption(NoBackButtonOnStartPage);
    setOption(NoCancelButtonOnLastPage);
    addPage(new ConnectionPage(m_plan, this));
    addPage(new LocationPage(m_plan, this));
    addPage(new AddHostReadyPage(m_plan, this));
    addPage(new AddingPage(m_plan, this));
    addPage(new PreparePage(m_plan, this));
    const std::array named{std::pair(BackButton, u"addHostBack"_s), std::pair(NextButton, u"addHostNext"_s),
                           std::pair(CommitButton, u"addHostCommit"_s),
                           std::pair(FinishButton, u"addHostFinish"_s),
                           std::pair(CancelButton, u"addHostCancel"_s)};
    for (const auto &[which, name] : named)
        button(which)->setObjectName(name);
    retranslate();
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 30);
}

void AddHostWizard::retranslate()
{
    setWindowTitle(tr("Add Host"));
    setButtonText(BackButton, tr("Back"));
    setButtonText(NextButton, tr("Next"));
    setButtonText(CommitButton, tr("Add"));
    setButtonText(FinishButton, tr("Close"));
    setButtonText(CancelButton, tr("Cancel"));
    for (const WizardButton which : {BackButton, NextButton, CommitButton, FinishButton, CancelButton})
        button(which)->setAccessibleName(QString(buttonText(which)).remove(u'&'));
    for (const int id : pageIds()) {
        if (auto *page = qobject_cast<AddHostPage *>(this->page(id)))
            page->retranslate();
    }
}

void AddHostWizard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWizard::changeEvent(event);
}

} // namespace views
