// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sentences.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace core::text {

namespace {

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// Two amounts of time, the larger one first: "3 min 12 s".
QString twoParts(const char *pattern, std::chrono::seconds large, std::chrono::seconds unit,
                 std::chrono::seconds smallUnit)
{
    return fill(say(pattern), {number(large / unit), number(large % unit / smallUnit)});
}

} // namespace

QString counterUnit(model::Counter counter)
{
    switch (counter) {
    case model::Counter::CpuUsageRatio: return u"%"_s;
    case model::Counter::CpuUsageMhz: return u"MHz"_s;
    case model::Counter::CpuReadyMs:
    case model::Counter::DiskLatencyMs: return u"ms"_s;
    case model::Counter::MemoryUsed:
    case model::Counter::MemoryActive:
    case model::Counter::MemoryBalloon: return say(QT_TRANSLATE_NOOP("Text", "MiB"));
    case model::Counter::DiskRead:
    case model::Counter::DiskWrite:
    case model::Counter::NetworkReceived:
    case model::Counter::NetworkSent: return say(QT_TRANSLATE_NOOP("Text", "KiB/s"));
    }
    Q_UNREACHABLE();
}

double counterValue(model::Counter counter, double wireValue)
{
    switch (counter) {
    case model::Counter::CpuUsageRatio: return wireValue * 100;
    case model::Counter::CpuUsageMhz:
    case model::Counter::CpuReadyMs:
    case model::Counter::DiskLatencyMs: return wireValue;
    case model::Counter::MemoryUsed:
    case model::Counter::MemoryActive:
    case model::Counter::MemoryBalloon: return wireValue / (1024 * 1024);
    case model::Counter::DiskRead:
    case model::Counter::DiskWrite:
    case model::Counter::NetworkReceived:
    case model::Counter::NetworkSent: return wireValue / 1024;
    }
    Q_UNREACHABLE();
}

QString bytes(Bytes bytes)
{
    constexpr std::array units{
        QT_TRANSLATE_NOOP("Text", "%1 B"),   QT_TRANSLATE_NOOP("Text", "%1 KiB"),
        QT_TRANSLATE_NOOP("Text", "%1 MiB"), QT_TRANSLATE_NOOP("Text", "%1 GiB"),
        QT_TRANSLATE_NOOP("Text", "%1 TiB"), QT_TRANSLATE_NOOP("Text", "%1 PiB"),
    };
    auto value = static_cast<double>(bytes.count());
    size_t unit = 0;
    // 1023.96 would be shown as 1024.0: it is one of the next unit
    while (std::abs(value) >= 1023.95 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    const bool whole = unit == 0 || std::abs(value - std::round(value)) < 0.05;
    return fill(say(units.at(unit)), {QLocale().toString(value, 'f', whole ? 0 : 1)});
}

QString megaHertz(MegaHertz f)
{
    if (std::abs(f.count()) < 1000)
        return fill(say(QT_TRANSLATE_NOOP("Text", "%1 MHz")), {number(f.count())});
    const QString gigaHertz = QLocale().toString(static_cast<double>(f.count()) / 1000, 'f', 2);
    return fill(say(QT_TRANSLATE_NOOP("Text", "%1 GHz")), {gigaHertz});
}

QString percent(double ratio)
{
    return fill(say(QT_TRANSLATE_NOOP("Text", "%1 %")), {QLocale().toString(ratio * 100, 'f', 0)});
}

QString duration(Duration duration)
{
    using namespace std::chrono;
    if (duration < 1s)
        return fill(say(QT_TRANSLATE_NOOP("Text", "%1 ms")), {number(duration.count())});
    const auto whole = floor<seconds>(duration);
    if (whole < 1min)
        return fill(say(QT_TRANSLATE_NOOP("Text", "%1 s")), {number(whole.count())});
    if (whole < 1h)
        return twoParts(QT_TRANSLATE_NOOP("Text", "%1 min %2 s"), whole, 1min, 1s);
    if (whole < days(1))
        return twoParts(QT_TRANSLATE_NOOP("Text", "%1 h %2 min"), whole, 1h, 1min);
    return twoParts(QT_TRANSLATE_NOOP("Text", "%1 d %2 h"), whole, days(1), 1h);
}

QString ago(Duration age)
{
    if (age < std::chrono::seconds(1))
        return say(QT_TRANSLATE_NOOP("Text", "just now"));
    return fill(say(QT_TRANSLATE_NOOP("Text", "%1 ago")), {duration(age)});
}

QString timeOfDay(Instant instant)
{
    const auto when = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count());
    const QString time = when.time().toString(u"HH:mm:ss"_s);
    if (when.date() == QDate::currentDate())
        return time;
    //: The order of year, month and day, as QDate::toString() reads it.
    const QString date = when.date().toString(QCoreApplication::translate("Text", "yyyy-MM-dd"));
    return date + u' ' + time;
}

} // namespace core::text
