# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: the files to read, and how they say what they found."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = ("app", "core", "views", "tests")


def files(folders, suffixes):
    """Files below the folders, in a fixed order. A folder that is not there yet is empty."""
    for folder in folders:
        yield from (path for path in sorted((ROOT / folder).rglob("*"))
                    if path.suffix in suffixes and path.is_file())


def cpp(folders=CODE):
    return files(folders, (".h", ".cpp"))


def name(path):
    return path.relative_to(ROOT).as_posix()


def without_comments(text):
    """Comments become blanks, so that positions and lines stay. Strings are kept."""
    pattern = re.compile(r'R"([^(\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.S)

    def blank(match):
        found = match[0]
        return re.sub(r"[^\n]", " ", found) if found.startswith(("//", "/*")) else found

    return pattern.sub(blank, text)


def without_strings(text):
    """The insides of string literals become blanks."""
    return re.sub(r'"((?:\\.|[^"\\\n])*)"', lambda m: '"' + " " * len(m[1]) + '"', text)


def line(text, position):
    return text.count("\n", 0, position) + 1


def finish(what, problems):
    """Prints the problems, or that there are none, and ends the program accordingly."""
    print("\n".join(problems) or f"{what}: nothing to object to")
    sys.exit(bool(problems))
