// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/client/feedreader.h"

#include <utility>

namespace core::api::client {

std::vector<FeedFrame> FeedReader::take(const QByteArray &bytes)
{
    std::vector<FeedFrame> frames;
    m_rest += bytes;
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n', m_searched); end >= 0; end = m_rest.indexOf('\n', from)) {
        QByteArray text = m_rest.mid(from, end - from);
        if (text.endsWith('\r'))
            text.chop(1);
        line(std::move(text), frames);
        from = end + 1;
    }
    m_rest.remove(0, from);
    if (m_rest.size() > largestLine)
        m_rest.clear();
    m_searched = m_rest.size(); // a long line arrives in many pieces: none is looked at twice
    return frames;
}

void FeedReader::line(QByteArray text, std::vector<FeedFrame> &frames)
{
    if (text.isEmpty()) {
        if (!m_frame.data.isEmpty() || !m_frame.event.isEmpty())
            frames.push_back(m_frame);
        m_frame = {};
        return;
    }
    const qsizetype colon = text.indexOf(':');
    if (colon == 0)
        return; // a comment: the server is alive
    const QByteArray name = text.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : text.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (name == "data")
        m_frame.data = m_frame.data.isEmpty() ? value : m_frame.data + '\n' + value;
    else if (name == "event")
        m_frame.event = value;
    else if (name == "id")
        m_frame.id = value;
}

} // namespace core::api::client
