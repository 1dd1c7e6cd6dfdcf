// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QJsonObject>

#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace console::benchmark {

/// Of the calling thread, in milliseconds: time that others had the processor does not count.
[[nodiscard]] double threadCpuMs();

/// The program's application object with a meter on it: what each event costs the GUI thread, nested ones within the
/// outermost. A watchdog thread looks every few milliseconds and, when an event has used more than `limitMs` of CPU
/// time, has the GUI thread write down where it is. Linux only.
class Application : public QApplication
{
public:
    static constexpr double limitMs = 50;

    Application(int &argc, char **argv);
    ~Application() override;

    bool notify(QObject *receiver, QEvent *event) override;

    /// Called after each outermost event; what it costs is not measured.
    void setAfterEvent(std::function<void()> afterEvent) { m_afterEvent = std::move(afterEvent); }

    /// All events since the last call: their number, CPU and wall times, and each that was over the limit.
    [[nodiscard]] QJsonObject takeFigures();

private:
    void note(const QJsonObject &what, double cpuMs, double wallMs);

    std::function<void()> m_afterEvent;
    int m_depth = 0;
    std::vector<float> m_wallMs;
    double m_longestCpuMs = 0;
    std::vector<QJsonObject> m_slow;
    std::atomic<qint64> m_number = 0; ///< of the event that is handled now; 0: none
    qint64 m_lastNumber = 0;
    std::atomic<double> m_cpuAtBegin = 0;
    std::jthread m_watchdog; ///< last: it reads the above
};

} // namespace console::benchmark
