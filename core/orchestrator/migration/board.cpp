// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orchestrator/migration/board.h"

#include "core/base/overloaded.h"

#include <QLoggingCategory>

#include <algorithm>

namespace core::orchestrator {

namespace {
Q_LOGGING_CATEGORY(lcMigration, "vigie.migration")
} // namespace

void MigrationBoard::heard(HostId host, const hypervisor::HostEvent &event)
{
    const auto of = [&](VmId vm, HostId MigrationFollower::*end) -> MigrationFollower * {
        MigrationFollower *found = m_underWay.value(vm);
        return found != nullptr && found->*end == host ? found : nullptr;
    };
    MigrationFollower *told = nullptr;
    if (const auto *begun = std::get_if<hypervisor::MemoryPassBegun>(&event)) {
        told = of(begun->vm, &MigrationFollower::m_from);
        if (told != nullptr)
            told->m_pass = std::max(told->m_pass, begun->number);
    } else if (const auto *frozen = std::get_if<hypervisor::VmFrozen>(&event)) {
        told = of(frozen->vm, &MigrationFollower::m_from);
        if (told != nullptr)
            told->m_frozen = true;
    } else if (const auto *arrived = std::get_if<hypervisor::VmArrived>(&event)) {
        told = of(arrived->vm, &MigrationFollower::m_to);
        if (told != nullptr)
            told->m_arrived = true;
    }
    if (told != nullptr)
        told->m_wakeup.wake();
}

MigrationFollower::MigrationFollower(MigrationBoard &board, Clock &clock, VmId vm, HostId from, HostId to)
    : m_board(board),
      m_vm(vm),
      m_from(from),
      m_to(to),
      m_wakeup(clock),
      m_scope([vm](const Error &error) {
          qCInfo(lcMigration) << "request failed"
                              << "vm" << vm.toString() << "why" << error.code << error.detail;
      })
{
    m_board.m_underWay.insert(vm, this);
}

MigrationFollower::~MigrationFollower()
{
    m_board.m_underWay.remove(m_vm);
}

Task<> MigrationFollower::drive(MigrationFollower *self, Task<> call)
{
    auto result = co_await call;
    self->m_end = std::move(result);
    self->m_wakeup.wake();
    co_return {};
}

void MigrationFollower::ask(Task<std::optional<hypervisor::MigrationFigures>> question)
{
    if (std::exchange(m_asking, true))
        return;
    m_scope.spawn(answer(this, std::move(question)));
}

Task<> MigrationFollower::answer(MigrationFollower *self,
                                 Task<std::optional<hypervisor::MigrationFigures>> question)
{
    auto figures = co_await question;
    self->m_asking = false;
    self->m_answer = std::move(figures);
    self->m_wakeup.wake();
    co_return {};
}

std::optional<MigrationFollower::Answer> MigrationFollower::takeAnswer()
{
    return std::exchange(m_answer, std::nullopt);
}

} // namespace core::orchestrator
