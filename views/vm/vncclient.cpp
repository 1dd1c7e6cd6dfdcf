// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/vm/vncclient.h"

#include "views/vm/vncworker.h"

namespace views {

VncClient::VncClient(int fd, QObject *parent) : QObject(parent), m_worker(std::make_unique<VncWorker>(fd))
{
    connect(m_worker.get(), &VncWorker::connected, this, &VncClient::connected);
    connect(m_worker.get(), &VncWorker::updated, this, &VncClient::updated);
    connect(m_worker.get(), &VncWorker::closed, this, &VncClient::closed);
    m_worker->start();
}

VncClient::~VncClient() = default;

QRegion VncClient::update(QImage &image)
{
    return m_worker->takeUpdate(image);
}

void VncClient::sendKey(const GuestKey &key, bool down)
{
    if (key.keysym != 0)
        m_worker->send({VncWorker::KeyInput{.key = key, .down = down}});
}

void VncClient::sendKeys(const std::vector<KeyStep> &steps)
{
    std::vector<VncWorker::Input> inputs;
    for (const KeyStep &step : steps)
        inputs.emplace_back(VncWorker::KeyInput{.key = {.keysym = step.keysym}, .down = step.down});
    m_worker->send(std::move(inputs));
}

void VncClient::sendPointer(const QPoint &position, quint8 buttons)
{
    m_worker->send({VncWorker::PointerInput{.position = position, .buttons = buttons}});
}

} // namespace views
