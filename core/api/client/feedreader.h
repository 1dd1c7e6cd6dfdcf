// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace core::api::client {

/// One event of a Server-Sent Events stream.
struct FeedFrame {
    QByteArray id;
    QByteArray event;
    QByteArray data;
};

/// Cuts a byte stream into the events of Server-Sent Events (WHATWG HTML, 9.2.6), however it was split.
/// Comments are dropped. Lines over `largestLine` bytes are cut off the stream: nobody of ours sends them.
class FeedReader
{
public:
    [[nodiscard]] std::vector<FeedFrame> take(const QByteArray &bytes);

    static constexpr qsizetype largestLine = 256 << 20;

private:
    void line(QByteArray text, std::vector<FeedFrame> &frames);

    QByteArray m_rest;
    qsizetype m_searched = 0; ///< bytes of m_rest that hold no end of a line
    FeedFrame m_frame;
};

} // namespace core::api::client
