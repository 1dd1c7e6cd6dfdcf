// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/livepage.h"

class QGridLayout;

namespace views {

class FactBox;

/// Configuration of a host, as it told: machine, processors, memory, what it offers to virtual machines, storage,
/// networks, how it is reached. To be read; what can be changed has a command elsewhere.
class HostConfigurationPage : public LivePage
{
    Q_OBJECT

public:
    HostConfigurationPage(core::api::client::Session &session, QWidget *parent);

    [[nodiscard]] QString title() const override;

protected:
    void refresh() override;
    void retranslate() override;
    [[nodiscard]] bool concerns(const std::vector<core::model::Change> &changes) const override;

private:
    FactBox *addBox(const QString &name);
    void showMachine(const core::model::Host &host);
    void showProcessors(const core::model::Host &host);
    void showMemory(const core::model::Host &host);
    void showVirtualization(const core::model::Host &host);
    void showStorage(const core::model::Host &host);
    void showNetworks(const core::model::Host &host);
    void showAccess(const core::model::Host &host);

    QGridLayout *m_grid = nullptr;
    FactBox *m_machine;
    FactBox *m_processors;
    FactBox *m_memory;
    FactBox *m_virtualization;
    FactBox *m_storage;
    FactBox *m_networks;
    FactBox *m_access;
};

} // namespace views
