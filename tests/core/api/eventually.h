// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace apitest {

/// Runs the event loop until the condition holds: true, or false after half a minute.
template <class Condition>
[[nodiscard]] bool eventually(Condition condition)
{
    using namespace std::chrono_literals;
    QEventLoop loop;
    QTimer look;
    QTimer end;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    QObject::connect(&end, &QTimer::timeout, &loop, &QEventLoop::quit);
    look.start(2ms);
    end.start(30s);
    if (!condition())
        loop.exec();
    return condition();
}

} // namespace apitest
