#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the style asks of every file and a machine can see: the licence line, at most 450 lines, nothing left to do
later, no path of somebody's machine, no debugging output."""
import re

from sources import ROOT, files, finish, name

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
TEXTS = (".h", ".cpp", ".py", ".sh", ".cmake", ".svg", ".qrc", ".S", ".md", ".json", "")
FOLDERS = ("app", "core", "views", "tests", "cmake", "resources", "installer", "translations", "docs", ".ci")
WITH_LICENCE = (".h", ".cpp", ".py", ".sh", ".svg", ".S")
MOST_LINES = 450
RULES = (
    (re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b"), "something left to do later"),
    (re.compile(r"(?<![\w/.:}])/(?:work|home/\w+|Users)/"), "a path of somebody's machine"),
    (re.compile(r"\b(?:CONTRACTS|DECISIONS|DESIGN|GLOSSARY|STYLE)\b"), "a paper that is not in the repository"),
    (re.compile(r"\bqDebug\s*\("), "qDebug(): log facts in a category"),
    (re.compile(r"[ \t]+$"), "blanks at the end of the line"),
)


def check(path):
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return # a picture
    is_script = bool(lines) and lines[0].startswith("#!")
    if (path.suffix in WITH_LICENCE or is_script) and not any(LICENCE in text for text in lines[:3]):
        yield 1, "no licence line"
    if path.suffix in (".h", ".cpp") and len(lines) > MOST_LINES:
        yield MOST_LINES, f"{len(lines)} lines: more than {MOST_LINES}"
    for number, text in enumerate(lines, 1):
        for pattern, problem in RULES:
            if pattern.search(text):
                yield number, problem


def main():
    own = ROOT / "tests" / "architecture" / "style.py" # names what it looks for
    problems = [f"{name(path)}:{number}: {what}" for path in files(FOLDERS, TEXTS) if path != own
                and "__pycache__" not in path.parts for number, what in check(path)]
    finish("style", problems)


main()
