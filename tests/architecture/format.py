#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""format.py [--fix]: every source file is as clang-format 14 would write it. --fix: makes it so."""
import shutil
import subprocess
import sys

from sources import ROOT, cpp, finish, name


def main():
    tool = shutil.which("clang-format-14") or shutil.which("clang-format")
    if tool is None:
        sys.exit("clang-format is missing: installer/setup installs it")
    version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
    if " 14." not in version:
        sys.exit(f"clang-format 14 is expected, this is {version.strip()}")
    paths = [name(path) for path in cpp()]
    if "--fix" in sys.argv[1:]:
        subprocess.run([tool, "-i", *paths], cwd=ROOT, check=True)
    problems = []
    for start in range(0, len(paths), 50):
        run = subprocess.run([tool, "--dry-run", "--Werror", *paths[start:start + 50]], cwd=ROOT,
                             capture_output=True, text=True)
        problems += [text for text in run.stderr.splitlines() if "error:" in text]
    finish("format", problems)


main()
