"""Papers as PDF: plain words go in as JSON, a template of ours makes the pages.

Nothing lies on the disk meanwhile, nothing is fetched, and no font of the machine is used: equal
words give equal bytes. That the pages are PDF/A-2a is what the library says of itself.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from bot.papers.fonts import FAMILIES, FOLDER, printable
from ectrial.papers.libraries import needs_a_library
from ectrial.record.entries import JSON
from ectrial.text import Language

LIBRARY = "typst"
TEMPLATES = Path(__file__).parent / "templates"
HOW_TO_INSTALL = needs_a_library("a PDF")
_REGIONS: dict[Language, str] = {"en": "GB", "zh": "CN"}


def can_print() -> bool:
    """Whether the library for PDF is installed."""
    return find_spec(LIBRARY) is not None


def pdf_of(
    template: str, words: Mapping[str, JSON], title: str, language: Language, made: datetime
) -> bytes:
    """Give the pages of a template as PDF; `made` is of the record, as the clock says nothing."""
    # imported here: few turns print, and it is not always installed
    import typst

    at = made.astimezone(UTC)
    data = {
        **words,
        "title": title,
        "language": language,
        "region": _REGIONS[language],
        "families": FAMILIES,
        "made": [at.year, at.month, at.day, at.hour, at.minute, at.second],
    }
    pages = typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=[str(FOLDER)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(_printed(data), ensure_ascii=False)},
        pdf_standards=["a-2a"],
    )
    if not isinstance(pages, bytes):
        raise TypeError("no single file of pages")
    return pages


def _printed(words: JSON) -> JSON:
    """Give the same with every text as the fonts can show it."""
    if isinstance(words, str):
        return printable(words)
    if isinstance(words, dict):
        return {name: _printed(each) for name, each in words.items()}
    return [_printed(each) for each in words] if isinstance(words, list | tuple) else words
