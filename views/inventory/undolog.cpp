// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inventory/undolog.h"

#include "core/operations/vm/move.h"
#include "views/inventory/requestrunner.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace views {

using core::api::client::Session;
using core::model::Inventory;
using core::model::Task;
using core::operations::OperationRequest;

std::optional<OperationRequest> inverseOf(const OperationRequest &request, const Inventory &inventory)
{
    const auto *operation = core::operations::findOperation(request.operation);
    if (operation == nullptr)
        return {};
    const auto target = operation->target(request.parameters);
    if (!inventory.contains(target))
        return {};
    if (operation->verb == u"rename") {
        OperationRequest inverse = request;
        inverse.parameters.insert(u"name"_s, inventory.nameOf(target));
        return inverse;
    }
    if (const core::model::Vm *vm = inventory.find(target.as<core::VmId>());
        vm != nullptr && request.operation == u"vm.move") {
        const core::operations::MoveVm back{.vm = vm->id, .folder = vm->folder};
        return core::operations::request(back);
    }
    return {};
}

UndoLog::UndoLog(Session &session, QWidget *window)
    : QObject(window),
      m_session(session),
      m_runner(makeRunner(session, window))
{}

UndoLog *UndoLog::of(const QWidget *widget)
{
    return widget->window()->findChild<UndoLog *>(QString(), Qt::FindDirectChildrenOnly);
}

void UndoLog::expect(core::TaskId task, Step step)
{
    m_session.follow(task, this, [this, step = std::move(step)](const core::Result<Task> &ended) {
        if (!ended || ended->state != core::model::TaskState::Succeeded)
            return;
        m_last = step;
        Q_EMIT changed();
    });
}

std::optional<core::Error> UndoLog::obstacle() const
{
    if (!m_last)
        return {};
    const auto *operation = core::operations::findOperation(m_last->inverse.operation);
    const auto may = operation->availability(m_last->inverse.parameters, m_session.inventory());
    return may ? std::nullopt : std::optional(may.why());
}

void UndoLog::undo()
{
    if (!m_last)
        return;
    const Step step = *std::exchange(m_last, std::nullopt);
    m_runner->run(prepare({step.inverse}, m_session.inventory()));
    Q_EMIT changed();
}

} // namespace views
