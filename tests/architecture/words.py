#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""words.py LUPDATE: what the user reads is whole in both languages. The .ts files are what lupdate makes of the
sources, all is translated, as the glossary has it and with French typography."""
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from sources import ROOT, cpp, finish, without_comments

TRANSLATIONS = ROOT / "translations"
# Words of the glossary that mean another thing where they stand: (class, source)
OTHER_MEANING = {("PerformancePage", "Pause")}
PLACE = re.compile(r"%(?:L?\d+|n)")
TYPOGRAPHY = (
    (re.compile(r"(?<=[^\s\u00a0\u202f]) [:;!?»](?:\s|$|[.,)])"), "an ordinary space before : ; ! ? or »"),
    (re.compile(r"« "), "an ordinary space after «"),
    (re.compile(r"\w[;!?](?:\s|$)"), "no space before ; ! or ?"),
    (re.compile(r"\w:(?:\s|$)"), "no space before :"),
    (re.compile(r"[“”]"), "English quotation marks"),
    (re.compile(r"%\d (?:%|[KMGTP]io|[MG]Hz|ms|s|min|h|j)(?!\w)"), "an ordinary space before a unit"),
    (re.compile(r"\.\.\."), "three dots: write …"),
)


class Message:
    def __init__(self, context, element):
        self.context = context
        self.source = element.findtext("source") or ""
        translation = element.find("translation")
        self.unfinished = translation is None or translation.get("type") == "unfinished"
        forms = [] if translation is None else [form.text or "" for form in translation.findall("numerusform")]
        self.is_plural = element.get("numerus") == "yes"
        self.texts = forms if self.is_plural else [(translation.text or "") if translation is not None else ""]

    def __str__(self):
        return f"{self.context}: {self.source!r}"


def messages(path):
    for context in xml.parse(path).getroot().findall("context"):
        for element in context.findall("message"):
            yield Message(context.findtext("name"), element)


def update(lupdate):
    """The .ts files as lupdate would leave them, against those that are there; and what it complains of."""
    with tempfile.TemporaryDirectory() as folder:
        for language in ("fr", "en"):
            (pathlib.Path(folder) / f"vigie_{language}.ts").write_bytes((TRANSLATIONS / f"vigie_{language}.ts").read_bytes())
        run = subprocess.run([TRANSLATIONS / "update", lupdate, folder], capture_output=True, text=True, check=True)
        for language in ("fr", "en"):
            file = f"vigie_{language}.ts"
            if (pathlib.Path(folder) / file).read_text() != (TRANSLATIONS / file).read_text():
                yield f"translations/{file} is not what the sources say: ninja update_translations, then translate"
    for complaint in sorted(set(run.stderr.splitlines())):
        if "Q_OBJECT" in complaint:
            yield complaint


def contexts():
    """Qt looks for a translation under the class's name, as its meta object or Q_DECLARE_TR_FUNCTIONS gives it;
    lupdate guesses that name. Where they differ the text stays English at run time. `class A::B` is such a case:
    lupdate takes B."""
    known = {"Text"}
    classes = set()
    for path in cpp(("views", "app", "core")):
        text = without_comments(path.read_text(encoding="utf-8"))
        known.update(re.findall(r"Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)", text))
        known.update(re.findall(r'\btranslate\(\s*"([\w:]+)"', text))
        classes.update(re.findall(r"\bclass (\w+)\b[^;{}()]*\{\s*Q_OBJECT\b", text))
    for context in sorted({message.context for message in messages(TRANSLATIONS / "vigie_fr.ts")}):
        if context not in known and context.split("::")[-1] not in classes:
            yield f"vigie_fr.ts: {context} is no class that Qt knows: its tr() finds nothing at run time"


def complete(language):
    for message in messages(TRANSLATIONS / f"vigie_{language}.ts"):
        if message.unfinished or not all(message.texts):
            yield f"vigie_{language}.ts: not translated: {message}"
            continue
        expected = set(PLACE.findall(message.source))
        for text in message.texts:
            missing = expected - set(PLACE.findall(text))
            if message.is_plural:
                missing.discard("%n") # "one" may say it in a word
            if missing or set(PLACE.findall(text)) - expected:
                yield f"vigie_{language}.ts: other places for parameters: {message}"


def typography():
    for message in messages(TRANSLATIONS / "vigie_fr.ts"):
        for text in message.texts:
            for pattern, problem in TYPOGRAPHY:
                if pattern.search(re.sub(r"`[^`]*`|\w+://\S+|\b\w+:(?=\w)", "", text)):
                    yield f"vigie_fr.ts: {problem}: {message}"
            if ("&" in message.source.replace("&&", "")) != ("&" in text.replace("&&", "")):
                yield f"vigie_fr.ts: a shortcut key on one side only: {message}"


def plain(text):
    return re.sub(r"\s*[:…]$", "", text.replace("&&", "\0").replace("&", "").replace("\0", "&")).strip().casefold()


def glossary():
    words = {}
    for row in (TRANSLATIONS / "glossary.tsv").read_text(encoding="utf-8").splitlines():
        english, french = row.split("\t")
        split = [part.split(" / ") for part in (english, french)]
        pairs = zip(*split) if len(split[0]) == len(split[1]) else [(english, french)]
        for left, right in pairs:
            words.setdefault(plain(left), set()).add(plain(right))
    for message in messages(TRANSLATIONS / "vigie_fr.ts"):
        expected = words.get(plain(message.source))
        if expected is None or (message.context.split("::")[-1], message.source) in OTHER_MEANING:
            continue
        for text in message.texts:
            said = plain(text).replace(" et ", " & ") if "&" in plain(message.source) else plain(text)
            if said not in expected and plain(text) not in expected:
                yield f"vigie_fr.ts: the glossary says {' or '.join(sorted(expected))}: {message} is {text!r}"


def main():
    finish("words", [*update(sys.argv[1]), *contexts(), *complete("fr"), *complete("en"), *typography(),
                     *glossary()])


main()
