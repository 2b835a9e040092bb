"""Collects every sentence of the code into the template, and lists what a language lacks.

`python tests/catalogue.py` rewrites ectrial/wording/ectrial.pot and adds new sentences to zh.po.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
WORDING = ROOT / "ectrial" / "wording"
TEMPLATE = WORDING / "ectrial.pot"
KEYWORDS = {"say": None, "marked": None}
CALLS = re.compile(rf"\b({'|'.join(KEYWORDS)})\b")
HEADER = "# Sentences of the code; `make catalogue` rewrites this file."
PACKAGES = ("bot", "conversations", "ectrial")


def collected() -> Catalog:
    """Give a catalogue of every sentence in the code."""
    catalogue = Catalog(project="ectrial", charset="utf-8", header_comment=HEADER, fuzzy=False)
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            # most files say nothing, and to read their code takes as long
            if CALLS.search(path.read_text("utf-8")):
                for _, sentence, *_ in extract_from_file("python", path, keywords=KEYWORDS):
                    catalogue.add(sentence)
    return catalogue


def read(path: Path) -> Catalog:
    """Read a catalogue file."""
    with path.open("rb") as file:
        return read_po(file)


def untranslated(catalogue: Catalog) -> Iterator[Message]:
    """Give the sentences without a translation."""
    for message in catalogue:
        if message.id and not message.string:
            yield message


def rewrite() -> None:
    """Bring the template and the translations up to the code."""
    template = collected()
    _write(TEMPLATE, template)
    for path in WORDING.glob("*.po"):
        translations = read(path)
        translations.update(template, no_fuzzy_matching=True)
        translations.obsolete.clear()
        _write(path, translations)


def _write(path: Path, catalogue: Catalog) -> None:
    with path.open("wb") as file:
        write_po(file, catalogue, width=99, omit_header=False, no_location=True, sort_output=True)


if __name__ == "__main__":
    rewrite()
