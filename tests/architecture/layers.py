#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""layers.py TABLE [INCLUDE-DIRECTORY]: every #include of core/, views/ and app/ names a module that its own module
declares in CMake, directly or through a declared one. TABLE is layers.txt of the build directory; the other the
directory of Qt's headers. core/ includes nothing of a screen, libvirt and Boost stay behind their ports."""
import pathlib
import re

import sys

from sources import ROOT, cpp, finish, name

GUI = ("QtGui", "QtWidgets", "QtCharts", "QtOpenGL", "QtOpenGLWidgets", "QtPrintSupport", "QtSvg", "QtSvgWidgets")
# An outside library, and the only folders that may know it.
FENCED = {
    "libvirt/": ("core/hypervisor/libvirt", "core/lab"),
    "boost/": ("core/api/server",),
    "rfb/": ("views/vm",),
    "sodium": ("core/api/server", "core/hypervisor/libvirt", "core/identity", "core/persistence", "core/vault"),
    "curl/": ("core/notification/system",),
    "ldap": ("core/identity/ldap",),
}
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')


def read_table(path):
    declared = {}
    for row in pathlib.Path(path).read_text().splitlines():
        if row:
            folder, modules, _components = row.split(";")
            declared[folder] = set(filter(None, modules.split(",")))
    return declared


def module_of(folder, declared):
    """The deepest declared folder at or above this one."""
    while str(folder) != ".":
        if str(folder) in declared:
            return str(folder)
        folder = folder.parent
    return None


def closure(module, declared, seen):
    for used in declared.get(module, ()):
        if used not in seen:
            seen.add(used)
            closure(used, declared, seen)
    return seen


def is_gui(header, qt_headers):
    return header.startswith(tuple(f"{m}/" for m in GUI)) or any((qt_headers / m / header).is_file() for m in GUI)


def is_test_support(header):
    return header.startswith("tests/")


def check_own(header, path, mine, declared):
    if is_test_support(header):
        return "the program includes a test's header"
    theirs = module_of(pathlib.PurePosixPath(header).parent, declared)
    if mine is None or theirs == mine or theirs in closure(mine, declared, set()):
        return None
    return f"{mine} does not declare {theirs or header}"


def check_foreign(header, folder, qt_headers):
    for prefix, allowed in FENCED.items():
        if header.startswith(prefix) and not folder.startswith(allowed):
            return f"<{header}> is only for {', '.join(allowed)}"
    if folder.startswith("core/") and is_gui(header, qt_headers):
        return f"core includes <{header}> of a screen"
    return None


def check(path, declared, qt_headers):
    folder = path.relative_to(ROOT).parent
    in_app = folder.parts[0] == "app" # programs may use anything
    mine = None if in_app else module_of(folder, declared)
    if mine is None and not in_app:
        yield f"{name(path)}: the folder belongs to no vigie_module()"
        return
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(text)
        if not found:
            continue
        own = found[1] and found[1].startswith(("core/", "views/", "app/", "tests/"))
        problem = check_own(found[1], path, mine, declared) if own else check_foreign(
            found[1] or found[2], folder.as_posix() + "/", qt_headers)
        if problem:
            yield f"{name(path)}:{number}: {problem}"


def main():
    declared = read_table(sys.argv[1])
    qt_headers = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "/usr/include/x86_64-linux-gnu/qt6")
    if not (qt_headers / "QtWidgets").is_dir():
        sys.exit(f"no Qt headers in {qt_headers}")
    finish("layers", [p for path in cpp(("core", "views", "app")) for p in check(path, declared, qt_headers)])


main()
