// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preparation/report.h"

using namespace Qt::StringLiterals;

namespace core::preparation {

namespace {

QByteArray decoded(const QString &value)
{
    return QByteArray::fromBase64(value.toLatin1());
}

/// "0.0.0.0:16514", "[::]:16514", "*:22": the port, unless only its own machine reaches it.
std::optional<int> portOf(const QString &listening)
{
    const QString address = listening.section(u':', 0, -2);
    if (address.startsWith(u"127.") || address == u"[::1]" || address.startsWith(u"[::ffff:127."))
        return std::nullopt;
    bool isNumber = false;
    const int port = listening.section(u':', -1).toInt(&isNumber);
    return isNumber ? std::optional(port) : std::nullopt;
}

void take(HostReport &report, const QString &key, const QString &value)
{
    if (key == u"root")
        report.isRoot = value == u"yes";
    else if (key == u"time" && value.toLongLong() > 0)
        report.clock = std::chrono::seconds(value.toLongLong());
    else if (key == u"name")
        report.name = value.left(253);
    else if (key == u"addresses")
        report.addresses = value.split(u' ', Qt::SkipEmptyParts).mid(0, 100);
    else if (key == u"kvm")
        report.hasKvm = value == u"yes";
    else if (key == u"ca")
        report.authorities = decoded(value);
    else if (key == u"server")
        report.serverCertificate = decoded(value);
    else if (key == u"qemu")
        report.qemuCertificate = decoded(value);
    else if (key == u"listening") {
        report.openPorts.emplace();
        for (const QString &each : value.split(u' ', Qt::SkipEmptyParts)) {
            if (const auto port = portOf(each))
                report.openPorts->append(*port);
        }
    } else if (key.startsWith(u"host:")) {
        report.resolved.insert(key.mid(5), value);
    }
}

} // namespace

HostReport readReport(const QByteArray &output)
{
    HostReport report;
    for (const QByteArray &line : output.split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0)
            take(report, QString::fromUtf8(line.left(equals)),
                 QString::fromUtf8(line.mid(equals + 1)).trimmed());
    }
    return report;
}

} // namespace core::preparation
