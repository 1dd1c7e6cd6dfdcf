# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFROM=FILE -DTO=HEADER -DNAME=NAME -P embed.cmake: the bytes of a file as a C++ array.
file(READ ${FROM} hex HEX)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
file(WRITE ${TO} "#pragma once\n#include <array>\nnamespace core::lab {\ninline constexpr auto ${NAME} = std::to_array<unsigned char>({${bytes}});\n}\n")
