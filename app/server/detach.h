// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace server {

/// A process that goes on in the background and tells whoever started it how its start went. Before the
/// application object and its threads.
class Detachment
{
public:
    /// In the background process: -1. In the one that was started: its exit code, when the other has spoken; what it
    /// said is on stderr.
    int fork();
    /// Said once: code 0 = it runs. Also without fork(): then it is said here.
    void report(int code, const QByteArray &message);

private:
    int m_pipe = -1;
};

} // namespace server
