#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is shown that bypasses translation, no code lacks its sentence, no icon its file. Reads the sources of
views/, app/, core/text and core/orchestrator."""
import re

from sources import ROOT, cpp, files, finish, line, name, without_comments

# Calls whose text a user reads.
SHOWS = re.compile(
    r"\b(?:setText|setWindowTitle|setTitle|setToolTip|setStatusTip|setWhatsThis|setPlaceholderText|setLabelText|"
    r"setInformativeText|setDetailedText|setAccessibleName|setAccessibleDescription|setPrefix|setSuffix|"
    r"setSpecialValueText|setHeaderLabels|setHorizontalHeaderLabels|setTabText|setItemText|setNameFilter|showMessage|"
    r"addAction|addMenu|addTab|addItem|addItems|addRow|insertTab|addButton|"
    r"new Q(?:Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|Menu|DockWidget|MessageBox)|"
    r"addOptions?|QCommandLineOption \w+|setApplicationDescription|addPositionalArgument|"
    r"QMessageBox::\w+|QInputDialog::\w+|QFileDialog::\w+)\s*\(")
LITERAL = re.compile(r'(?:u|u8|L)?"((?:\\.|[^"\\\n])*)"')
TRANSLATED = re.compile(
    r"\b(?:tr|translate|QT_TR_NOOP|QT_TRANSLATE_NOOP|say|"
    r"icon|operationIcon|fromTheme|findChild<[^>]*>|setObjectName|value|toString|section|constData|QKeySequence)\s*\(")
# An objectName or an icon, given to a maker of widgets; the placeholder of an option's value.
NAME = re.compile(r"[a-z][A-Za-z0-9-]*|[A-Z-]+|[\w|]*\|[\w|]*|\w+\[[@\w]*\]|[A-Za-z]+:[A-Z]+")
MAKES = ("add", "new", "QCommandLineOption")
WORD = re.compile(r"[^\W\d_]{2,}")
# Proper names and units, the same in every language.
SAME_EVERYWHERE = {"fr", "en", "Vigie", "vigie", "vigiectl", "English", "Français", "MHz", "GHz", "ms", "CPU",
                   "qemu+ssh://root@host/system"}
PLACES = re.compile(r"%(?:L?\d+|n)")


def inside(text, start):
    """From the opening bracket to its partner. Brackets in literals do not count."""
    blank = re.sub(r'"(?:\\.|[^"\\\n])*"', lambda m: '"' + "_" * (len(m[0]) - 2) + '"', text[start:start + 4000])
    depth = 0
    for position, char in enumerate(blank):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth == 0:
            return text[start + 1:start + position]
    return ""


def without_translated(arguments):
    """The arguments without the calls that translate, or whose literals nobody reads."""
    while found := TRANSLATED.search(arguments):
        opening = arguments.index("(", found.start())
        length = len(inside(arguments, opening)) + 2
        arguments = arguments[:found.start()] + " " * (opening + length - found.start()) + arguments[opening + length:]
    return arguments


def is_same_everywhere(text):
    """Names, units, abbreviations, patterns of file names."""
    return text in SAME_EVERYWHERE or re.fullmatch(r"\*\.\w+|[A-Z]{2,4}", text)


def shown_literals():
    for path in cpp(("views", "app", "core/text")):
        text = without_comments(path.read_text(encoding="utf-8"))
        for call in SHOWS.finditer(text):
            for literal in LITERAL.finditer(without_translated(inside(text, call.end() - 1))):
                words = PLACES.sub(" ", re.sub(r"<[^>]*>|\\.", " ", literal[1]))
                if call[0].startswith(MAKES) and NAME.fullmatch(literal[1]):
                    continue
                if WORD.search(words) and not is_same_everywhere(words.strip()):
                    yield f"{name(path)}:{line(text, call.start())}: shown without tr(): {literal[0]}"


def table(file):
    """The codes that have a row in a table of core/text; variants by their code."""
    text = (ROOT / "core" / "text" / file).read_text(encoding="utf-8")
    return {code.split("/")[0] for code in re.findall(r'Sentence\{\s*"([^"]+)"', text)}


def codes_without_sentence():
    known = set().union(*(table(path.name) for path in (ROOT / "core" / "text").glob("*.cpp")))
    for path in (p for p in files(("core", "app", "views"), (".h", ".cpp"))):
        text = without_comments(path.read_text(encoding="utf-8"))
        for found in re.finditer(r'\bErrorCode \w+\{\s*"([^"]+)"', text):
            if found[1] not in known:
                yield f"{name(path)}:{line(text, found.start())}: core/text has no sentence for {found[1]}"


def events_without_sentence():
    known = table("events.cpp") | table("operations.cpp")
    codes = re.compile(r'(?:\bNews\{|\braise\(|\bphase\(|\bcondition\w*\(|\bAlarm\w*\{)\s*(?:u|QStringLiteral\()?"([a-z][a-z.-]+)"')
    for path in cpp(("core/orchestrator",)):
        text = without_comments(path.read_text(encoding="utf-8"))
        for found in codes.finditer(text):
            if found[1] not in known:
                yield f"{name(path)}:{line(text, found.start())}: core/text has no sentence for {found[1]}"


def icons_without_file():
    drawn = {path.stem for path in files(("resources/icons",), (".svg",))}
    listed = set(re.findall(r'alias="([^"]+)\.svg"', (ROOT / "resources" / "icons.qrc").read_text()))
    for missing in sorted(drawn ^ listed):
        yield f"resources/icons.qrc and resources/icons/ differ: {missing}"
    for path in cpp(("views", "app")):
        text = without_comments(path.read_text(encoding="utf-8"))
        for found in re.finditer(r'(?<![\w.])icon\(\s*u"([^"]+)"_s\s*\)', text):
            if found[1] not in drawn:
                yield f"{name(path)}:{line(text, found.start())}: resources/icons has no {found[1]}.svg"


finish("literals", [*shown_literals(), *codes_without_sentence(), *events_without_sentence(), *icons_without_file()])
