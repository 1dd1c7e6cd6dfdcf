// SPDX-License-Identifier: GPL-3.0-or-later
// What of Asio and Beast is no template, compiled once (their SEPARATE_COMPILATION).
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
