// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/server/metrics.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace core::api::server {

namespace {

using Labels = std::vector<std::pair<QByteArray, QString>>;

class Writer
{
public:
    void family(const QByteArray &name, const QByteArray &help, const QByteArray &type)
    {
        m_name = name;
        m_text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
    }

    void sample(const Labels &labels, double value)
    {
        m_text += m_name;
        char separator = '{';
        for (const auto &[label, text] : labels) {
            m_text += separator + label + "=\"" + labelValue(text) + '"';
            separator = ',';
        }
        m_text += (labels.empty() ? " " : "} ") + QByteArray::number(value, 'g', 17) + '\n';
    }

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
    QByteArray m_name;
};

Labels labelsOf(const model::ObjectRef &object, const model::Inventory &inventory)
{
    return {{"id", object.id.toString(QUuid::WithoutBraces)}, {"name", inventory.nameOf(object)}};
}

/// One sample for each value of an enum, also those that occur nowhere: a graph has no gaps then.
template <class E, class All, class Value>
void writeCounts(Writer &writer, const char *label, const All &all, Value value)
{
    for (const auto &each : wireNames(E{})) {
        qint64 count = 0;
        for (const auto &one : all)
            count += value(one) == each.value ? 1 : 0;
        writer.sample({{label, QString::fromLatin1(each.name)}}, static_cast<double>(count));
    }
}

void writeStates(Writer &writer, const Figures &figures)
{
    writer.family("vigie_build_info", "The version that answers; always 1.", "gauge");
    writer.sample({{"version", figures.version}}, 1);
    writer.family("vigie_hosts", "Hosts by state.", "gauge");
    writeCounts<model::HostState>(writer, "state", figures.inventory.all<model::Host>(),
                                  [](const auto &host) { return host->state; });
    writer.family("vigie_vms", "Virtual machines by state.", "gauge");
    writeCounts<model::PowerState>(writer, "state", figures.inventory.all<model::Vm>(),
                                   [](const auto &vm) { return vm->state; });
    writer.family("vigie_tasks", "Tasks that run and the last that ended, by state.", "gauge");
    writeCounts<model::TaskState>(writer, "state", figures.tasks,
                                  [](const auto &task) { return task.state; });
    writer.family("vigie_alarms", "Alarms that are triggered, by severity.", "gauge");
    writeCounts<model::Severity>(writer, "severity", figures.alarms,
                                 [](const auto &alarm) { return alarm.severity; });
}

template <class Value>
void writeLoads(Writer &writer, const Figures &figures, model::Kind kind, const QByteArray &name,
                const QByteArray &help, Value value)
{
    writer.family(name, help, "gauge");
    for (const model::Load &load : figures.loads) {
        if (load.object.kind != kind)
            continue;
        if (const std::optional<double> number = value(load))
            writer.sample(labelsOf(load.object, figures.inventory), *number);
    }
}

void writeRates(Writer &writer, const Figures &figures, model::Kind kind, const QByteArray &prefix)
{
    struct Family {
        model::Counter counter;
        const char *name;
        const char *help;
    };
    constexpr std::array families{
        Family{model::Counter::DiskRead, "_disk_read_bytes_per_second", "Read from disks."},
        Family{model::Counter::DiskWrite, "_disk_written_bytes_per_second", "Written to disks."},
        Family{model::Counter::NetworkReceived, "_network_received_bytes_per_second", "Received."},
        Family{model::Counter::NetworkSent, "_network_sent_bytes_per_second", "Sent."}};
    for (const Family &family : families) {
        writer.family(prefix + family.name, family.help, "gauge");
        for (const model::Series &series : figures.rates) {
            const bool fits = series.object.kind == kind && series.counter == family.counter;
            if (fits && !series.values.empty() && !std::isnan(series.values.back()))
                writer.sample(labelsOf(series.object, figures.inventory),
                              static_cast<double>(series.values.back()));
        }
    }
}

void writeKind(Writer &writer, const Figures &figures, model::Kind kind)
{
    const QByteArray prefix = QByteArray("vigie_") + wireName(kind);
    writeLoads(writer, figures, kind, prefix + "_cpu_usage_ratio", "Use of its own processors, 0 to 1.",
               [](const model::Load &load) { return load.cpuUsageRatio; });
    writeLoads(writer, figures, kind, prefix + "_memory_used_bytes", "Memory of the host in use.",
               [](const model::Load &load) {
                   return load.memoryUsed ? std::optional(static_cast<double>(load.memoryUsed->count()))
                                          : std::nullopt;
               });
    writeRates(writer, figures, kind, prefix);
}

} // namespace

QByteArray labelValue(const QString &text)
{
    QByteArray value = text.toUtf8();
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    value.replace('\r', ' '); // the format has no escape for it, and some readers end lines there
    return value;
}

QByteArray exposition(const Figures &figures)
{
    Writer writer;
    writeStates(writer, figures);
    writeKind(writer, figures, model::Kind::Host);
    writeKind(writer, figures, model::Kind::Vm);
    writer.family("vigie_feed_listeners", "Open feeds.", "gauge");
    writer.sample({}, figures.feedListeners);
    writer.family("vigie_requests_total", "Requests answered, by status.", "counter");
    for (auto it = figures.answers.cbegin(); it != figures.answers.cend(); ++it)
        writer.sample({{"status", QString::number(it.key())}}, static_cast<double>(it.value()));
    return writer.text();
}

} // namespace core::api::server
