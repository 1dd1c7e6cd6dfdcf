// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/vm/keysyms.h"

#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace views {

using namespace Qt::StringLiterals;

namespace {

struct Pair {
    quint32 from;
    quint32 to;
};

/// Keys of Qt that are not characters.
constexpr std::array keys{Pair{Qt::Key_Escape, 0xff1b},
                          Pair{Qt::Key_Tab, 0xff09},
                          Pair{Qt::Key_Backtab, 0xff09},
                          Pair{Qt::Key_Backspace, 0xff08},
                          Pair{Qt::Key_Return, 0xff0d},
                          Pair{Qt::Key_Enter, 0xff8d},
                          Pair{Qt::Key_Insert, 0xff63},
                          Pair{Qt::Key_Delete, 0xffff},
                          Pair{Qt::Key_Pause, 0xff13},
                          Pair{Qt::Key_Print, 0xff61},
                          Pair{Qt::Key_SysReq, 0xff15},
                          Pair{Qt::Key_Home, 0xff50},
                          Pair{Qt::Key_End, 0xff57},
                          Pair{Qt::Key_Left, 0xff51},
                          Pair{Qt::Key_Up, 0xff52},
                          Pair{Qt::Key_Right, 0xff53},
                          Pair{Qt::Key_Down, 0xff54},
                          Pair{Qt::Key_PageUp, 0xff55},
                          Pair{Qt::Key_PageDown, 0xff56},
                          Pair{Qt::Key_Shift, 0xffe1},
                          Pair{Qt::Key_Control, 0xffe3},
                          Pair{Qt::Key_Meta, 0xffeb},
                          Pair{Qt::Key_Alt, 0xffe9},
                          Pair{Qt::Key_AltGr, 0xfe03},
                          Pair{Qt::Key_CapsLock, 0xffe5},
                          Pair{Qt::Key_NumLock, 0xff7f},
                          Pair{Qt::Key_ScrollLock, 0xff14},
                          Pair{Qt::Key_Menu, 0xff67},
                          Pair{Qt::Key_Super_L, 0xffeb},
                          Pair{Qt::Key_Super_R, 0xffec},
                          Pair{Qt::Key_Dead_Grave, 0xfe50},
                          Pair{Qt::Key_Dead_Acute, 0xfe51},
                          Pair{Qt::Key_Dead_Circumflex, 0xfe52},
                          Pair{Qt::Key_Dead_Tilde, 0xfe53},
                          Pair{Qt::Key_Dead_Diaeresis, 0xfe57}};

/// Linux key codes whose PC scan code differs: the keys that came after the first 83.
constexpr std::array extended{
    Pair{89, 0x73},  Pair{96, 0x9c},  Pair{97, 0x9d},  Pair{98, 0xb5},  Pair{99, 0x54},
    Pair{100, 0xb8}, Pair{102, 0xc7}, Pair{103, 0xc8}, Pair{104, 0xc9}, Pair{105, 0xcb},
    Pair{106, 0xcd}, Pair{107, 0xcf}, Pair{108, 0xd0}, Pair{109, 0xd1}, Pair{110, 0xd2},
    Pair{111, 0xd3}, Pair{113, 0xa0}, Pair{114, 0xae}, Pair{115, 0xb0}, Pair{117, 0x59},
    Pair{119, 0xc6}, Pair{124, 0x7d}, Pair{125, 0xdb}, Pair{126, 0xdc}, Pair{127, 0xdd}};

template <size_t n>
quint32 look(const std::array<Pair, n> &table, quint32 from)
{
    const auto it = std::ranges::find(table, from, &Pair::from);
    return it != table.end() ? it->to : 0;
}

quint32 keysymByQt(const QKeyEvent &event)
{
    const auto key = static_cast<quint32>(event.key());
    if (const quint32 known = look(keys, key); known != 0)
        return known;
    if (key >= Qt::Key_F1 && key <= Qt::Key_F35)
        return keysym::F1 + (key - Qt::Key_F1);
    const auto characters = event.text().toUcs4();
    // With Ctrl the text is a control character: the key itself then.
    if (!characters.isEmpty() && characters.front() >= 0x20 && characters.front() != 0x7f)
        return keysymOf(static_cast<char32_t>(characters.front()));
    if (key >= 0x20 && key <= 0xff)
        return QChar(key).isUpper() && !event.modifiers().testFlag(Qt::ShiftModifier)
            ? QChar(key).toLower().unicode()
            : key;
    return 0;
}

bool needsShift(char32_t character)
{
    return (character >= U'A' && character <= U'Z')
        || (character < 0x80
            && u"~!@#$%^&*()_+{}|:\"<>?"_s.contains(QChar(static_cast<char16_t>(character))));
}

} // namespace

GuestKey guestKey(const QKeyEvent &event, bool native)
{
    if (!native)
        return {.keysym = keysymByQt(event)};
    constexpr quint32 firstKeyCode = 8; // X11 counts from there
    const quint32 code = event.nativeScanCode();
    GuestKey key{.keysym = event.nativeVirtualKey(),
                 .scanCode = code > firstKeyCode ? scanCodeOf(code - firstKeyCode) : 0};
    if (key.keysym == 0)
        key.keysym = keysymByQt(event);
    return key;
}

bool platformSaysKeysyms()
{
    const QString platform = QGuiApplication::platformName();
    return platform == "xcb"_L1 || platform.startsWith("wayland"_L1);
}

quint32 keysymOf(char32_t character)
{
    switch (character) {
    case U'\n':
    case U'\r': return keysym::Return;
    case U'\t': return keysym::Tab;
    case U'\b': return keysym::BackSpace;
    default: break;
    }
    if (character < 0x20 || (character >= 0x7f && character < 0xa0))
        return 0;
    return character < 0x100 ? character : 0x0100'0000U + character; // Latin 1 is itself, Unicode is marked
}

quint32 scanCodeOf(quint32 evdevCode)
{
    if ((evdevCode >= 1 && evdevCode <= 83) || (evdevCode >= 86 && evdevCode <= 88))
        return evdevCode;
    return look(extended, evdevCode);
}

std::vector<KeyStep> typed(const QString &text)
{
    std::vector<KeyStep> steps;
    QString lines = text;
    lines.replace("\r\n"_L1, "\n"_L1);
    for (const uint each : lines.toUcs4()) {
        const auto character = static_cast<char32_t>(each);
        const quint32 symbol = keysymOf(character);
        if (symbol == 0)
            continue;
        const bool shift = needsShift(character);
        if (shift)
            steps.push_back({keysym::Shift, true});
        steps.push_back({symbol, true});
        steps.push_back({symbol, false});
        if (shift)
            steps.push_back({keysym::Shift, false});
    }
    return steps;
}

std::vector<KeyStep> chord(const std::vector<quint32> &keysyms)
{
    std::vector<KeyStep> steps;
    for (const quint32 symbol : keysyms)
        steps.push_back({symbol, true});
    for (auto it = keysyms.rbegin(); it != keysyms.rend(); ++it)
        steps.push_back({*it, false});
    return steps;
}

} // namespace views
