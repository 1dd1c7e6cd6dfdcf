// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers may send, mutated at random from a fixed seed: the readers say what they think of it, and no more
// happens. What they accept must be what they would accept again.
#include "core/api/schema/lists.h"
#include "core/api/schema/queries.h"
#include "core/api/server/body.h"
#include "core/api/server/cursors.h"
#include "core/async/systemclock.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace core;
using namespace core::api;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 eachMs = 5'000; ///< or this many inputs, whichever is less:
constexpr int eachInputs = 300'000;

/// Grows, cuts, joins and changes known inputs.
class Mutator
{
public:
    explicit Mutator(QByteArrayList seeds) : m_seeds(std::move(seeds)) {}

    QByteArray next()
    {
        QByteArray text = any();
        for (int changes = below(6); changes >= 0; --changes)
            change(text);
        return text.left(4096);
    }

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    const QByteArray &any() { return m_seeds.at(below(static_cast<int>(m_seeds.size()))); }

    void change(QByteArray &text)
    {
        static const QByteArrayList pieces{"\"",
                                           "'",
                                           "\\",
                                           "\\ud800",
                                           "\\u0000",
                                           "{",
                                           "}",
                                           "[",
                                           "]",
                                           ":",
                                           ",",
                                           "-",
                                           "*",
                                           "%",
                                           "%00",
                                           "%zz",
                                           "&",
                                           "=",
                                           "+",
                                           "1e400",
                                           "-0",
                                           "9223372036854775808",
                                           "null",
                                           QByteArray(1, '\0'),
                                           "\xff",
                                           "\xc0\xaf",
                                           "\xe2\x80\xae",
                                           " ",
                                           "\n",
                                           "--",
                                           "OR",
                                           "(",
                                           ")"};
        const int at = below(static_cast<int>(text.size()) + 1);
        switch (below(5)) {
        case 0: text.insert(at, pieces.at(below(static_cast<int>(pieces.size())))); break;
        case 1: text.remove(at, 1 + below(8)); break;
        case 2: text.insert(at, static_cast<char>(below(256))); break;
        case 3: text.insert(at, any()); break;
        default: text += QByteArray(1 + below(80), text.isEmpty() ? '[' : text.at(at % text.size())); break;
        }
    }

    QByteArrayList m_seeds;
    std::mt19937 m_random{20261123};
};

template <class Try>
int tryMany(const QByteArrayList &seeds, Try attempt)
{
    Mutator mutator(seeds);
    QElapsedTimer elapsed;
    elapsed.start();
    int inputs = 0;
    while (inputs < eachInputs && (inputs % 64 != 0 || elapsed.elapsed() < eachMs)) {
        attempt(mutator.next());
        ++inputs;
    }
    return inputs;
}

} // namespace

class FuzzTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies()
    {
        const QByteArrayList seeds{R"({"name":"a","parent":"datacenter/1"})",
                                   R"({"a":[1,2,{"b":null}],"c":1.5e3})",
                                   "{\"text\":\"\\ud83d\\ude00 \\u00e9 \\\" \\\\\"}", "{}", "[[[[[]]]]]"};
        int accepted = 0;
        const int all = tryMany(seeds, [&](const QByteArray &text) {
            const auto body = server::readBody(text);
            if (!body || text.isEmpty())
                return;
            ++accepted;
            const QByteArray written = QJsonDocument(*body).toJson(QJsonDocument::Compact);
            const auto again = server::readBody(written);
            QVERIFY2(again && *again == *body, text.toPercentEncoding().constData());
        });
        QVERIFY(accepted > 0 && accepted < all);
    }

    void filters()
    {
        const QByteArrayList seeds{"state:running host:h2 web", "-name:\"a b\"*", "*end kind:vm",
                                   "ip:fe80::1 os:debian", "\"OR\""};
        int accepted = 0;
        const int all = tryMany(seeds, [&](const QByteArray &bytes) {
            const QString text = QString::fromUtf8(bytes);
            const auto filter = schema::readFilter(text);
            accepted += filter ? 1 : 0;
            QVERIFY2(!filter || filter->terms() == model::Query::parse(text).terms(),
                     bytes.toPercentEncoding().constData());
            QVERIFY2(!filter || text.count(u'"') % 2 == 0, bytes.toPercentEncoding().constData());
        });
        QVERIFY(accepted > 0 && accepted < all);
    }

    void queries()
    {
        const QByteArrayList seeds{
            "limit=10&sort=-name&filter=state:running&fields=name,state",
            "object=vm/6c9a1e5e-0000-4000-8000-000000000000&counter=cpu-usage-ratio&intervalMs=20000",
            "object=vm/6c9a1e5e-0000-4000-8000-000000000000&before=9&limit=3", "cursor=abc.def&limit=1000"};
        const QStringList members{u"name"_s, u"state"_s};
        int accepted = 0;
        const int all = tryMany(seeds, [&](const QByteArray &bytes) {
            const QUrlQuery query(QString::fromUtf8(bytes));
            if (const auto list = schema::readListQuery(query, members, members, true)) {
                ++accepted;
                QVERIFY2(list->limit >= 1 && list->limit <= 1000, bytes.toPercentEncoding().constData());
                QVERIFY(list->sort.isEmpty() || members.contains(list->sort));
            }
            if (const auto series = schema::readPerformanceQuery(query)) {
                ++accepted;
                QVERIFY(!series->objects.empty() && series->objects.size() <= 200);
            }
            if (const auto events = schema::readEventQuery(query))
                QVERIFY(events->limit >= 1 && events->limit <= 1000);
        });
        QVERIFY(accepted > 0 && accepted < 2 * all);
    }

    void cursors()
    {
        SystemClock clock;
        const server::Cursors ours(clock);
        const QByteArray good = ours.write("list", {.key = {.number = 4, .text = u"web"_s}, .id = u"7"_s});
        QVERIFY(bool(ours.read("list", good)));
        tryMany({good, "e30.e30", "."}, [&](const QByteArray &text) {
            QVERIFY2(text == good || !ours.read("list", text), text.toPercentEncoding().constData());
        });
    }
};

QTEST_GUILESS_MAIN(FuzzTest)
#include "fuzztest.moc"
