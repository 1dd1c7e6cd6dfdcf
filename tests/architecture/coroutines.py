#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What GCC 12 compiles wrongly, and what outlives its object: no capturing lambda and no braced aggregate inside a
co_await expression, no structured binding of one, no reference parameters of coroutines, no capturing lambda
that is a coroutine."""
import re

from sources import cpp, finish, line, name, without_comments, without_strings

AWAIT = re.compile(r"\bco_await\b")
LAMBDA = re.compile(r"(?:^|[(,=\s])\[[^\]\[]+\]\s*(?:\([^)]*\)\s*(?:mutable\s*)?(?:->\s*[\w:<>]+\s*)?)?\{")
BRACED = re.compile(r"\b[A-Z]\w*(?:::\w+)*\s*\{\s*[^}\s]|[(,]\s*\{\s*[^}\s]")
BINDING = re.compile(r"\bauto\s*&{0,2}\s*\[[^\]]*\]\s*=\s*co_await\b")
FUNCTION = re.compile(r"\bTask<[^;{}()]*>\s+(?:\w+::)*\w+\s*\(", re.S)
LAMBDA_TASK = re.compile(r"\[([^\]\[]+)\]\s*\([^)]*\)\s*(?:mutable\s*)?->\s*(?:\w+::)*Task<")


def expression(text, start):
    """From `start` to the end of the statement or of the brackets around it."""
    depth = 0
    for position in range(start, len(text)):
        depth += {"(": 1, "{": 1, "[": 1, ")": -1, "}": -1, "]": -1}.get(text[position], 0)
        if depth < 0 or (depth == 0 and text[position] == ";"):
            return text[start:position]
    return text[start:]


def parameters(text, start):
    """The end of the list that opens at `start`, and what is in it outside brackets of its own."""
    depth = 0
    outer = ""
    for position in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth == 0:
            return position, outer
        outer += text[position] if depth == 1 else ""
    return len(text), outer


def is_coroutine(text, after):
    """Has the function whose parameter list ends at `after` a body that awaits? A declaration counts: its
    definition is elsewhere."""
    rest = text[after:]
    if not re.match(r"\)\s*(?:const\s*)?(?:override\s*)?(?:final\s*)?\{", rest):
        return bool(re.match(r"\)\s*(?:const\s*)?(?:override\s*)?(?:=\s*0\s*)?;", rest))
    depth = 0
    for position in range(rest.index("{"), len(rest)):
        depth += {"{": 1, "}": -1}.get(rest[position], 0)
        if depth == 0:
            return re.search(r"\bco_(?:await|return|yield)\b", rest[:position]) is not None
    return True


def check(path):
    text = without_strings(without_comments(path.read_text(encoding="utf-8")))
    for match in AWAIT.finditer(text):
        awaited = expression(text, match.end())
        for rule, pattern in (("a capturing lambda", LAMBDA), ("a braced aggregate", BRACED)):
            if pattern.search(awaited):
                yield match.start(), f"{rule} inside co_await: name it first"
    for match in BINDING.finditer(text):
        yield match.start(), "a structured binding of co_await: name the result first"
    for match in LAMBDA_TASK.finditer(text):
        yield match.start(), "a lambda with captures is a coroutine: its captures die before it"
    for match in FUNCTION.finditer(text):
        end, inside = parameters(text, match.end() - 1)
        if "&" in inside and is_coroutine(text, end):
            yield match.start(), "a coroutine takes a reference: it outlives the caller's object"


def main():
    problems = []
    for path in cpp():
        text = path.read_text(encoding="utf-8")
        problems += [f"{name(path)}:{line(text, at)}: {what}" for at, what in check(path)]
    finish("coroutines", problems)


main()
