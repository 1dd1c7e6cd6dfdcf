// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

class QKeyEvent;

/// From Qt's keys to those of the RFB protocol: X11 keysyms, and the place of the key on the keyboard as a PC's scan
/// code, with which the guest's own layout decides what an AltGr or dead key means.
namespace views {

struct GuestKey {
    quint32 keysym = 0; ///< 0: cannot be sent
    quint32 scanCode = 0; ///< XT set 1, extended keys with bit 7 set; 0: not known
    friend bool operator==(const GuestKey &, const GuestKey &) = default;
};

/// `native`: the platform (X11, Wayland) says keysym and key code with the event; else they are found by Qt's key
/// and text.
[[nodiscard]] GuestKey guestKey(const QKeyEvent &event, bool native);
/// Does this platform say them?
[[nodiscard]] bool platformSaysKeysyms();

[[nodiscard]] quint32 keysymOf(char32_t character);
[[nodiscard]] quint32 scanCodeOf(quint32 evdevCode);

struct KeyStep {
    quint32 keysym = 0;
    bool down = true;
    friend bool operator==(const KeyStep &, const KeyStep &) = default;
};
/// The keys that type a text: for pasting into a guest that knows no clipboard. With Shift where a US keyboard needs it.
[[nodiscard]] std::vector<KeyStep> typed(const QString &text);
/// Keys pressed together in this order, and let go backwards: Ctrl+Alt+Del.
[[nodiscard]] std::vector<KeyStep> chord(const std::vector<quint32> &keysyms);

namespace keysym {
inline constexpr quint32 BackSpace = 0xff08;
inline constexpr quint32 Tab = 0xff09;
inline constexpr quint32 Return = 0xff0d;
inline constexpr quint32 Escape = 0xff1b;
inline constexpr quint32 Delete = 0xffff;
inline constexpr quint32 F1 = 0xffbe;
inline constexpr quint32 Shift = 0xffe1;
inline constexpr quint32 Control = 0xffe3;
inline constexpr quint32 Alt = 0xffe9;
inline constexpr quint32 Super = 0xffeb;
inline constexpr quint32 AltGr = 0xfe03; // ISO_Level3_Shift
inline constexpr quint32 Print = 0xff61;
} // namespace keysym

} // namespace views
