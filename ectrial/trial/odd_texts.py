"""What looks odd in the texts of a file: unseen characters, and words of the other language."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

Place = tuple[Any, ...]
_ONE_LINE = frozenset(
    {"title", "brief_title", "name", "label", "adds", "unknown_label", "options"}
)
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_ENGLISH = re.compile(r"[A-Za-z]{2,} +[a-z]{2,}")
_CUT = re.compile(r"^[-\s]*(verbatim|title):\s+([^\"'|>{\[#\s&*!][^#]*?)\s+#(.*)$")


def hidden_characters(data: Any) -> Iterator[tuple[Place, str]]:
    """Give texts with characters that turn or hide words, and titles of several lines."""
    for place, text in _texts(data):
        found = [c for c in text if unicodedata.category(c) in _HIDDEN and c not in "\n\t"]
        if found:
            yield place, f"has the unseen character U+{ord(found[0]):04X}: leave it out"
        elif "\n" in text and _ONE_LINE & {each for each in place if isinstance(each, str)}:
            yield place, "has several lines: a title or a label is one line"


def other_language(data: Any) -> Iterator[tuple[Place, str]]:
    """Give English texts with Chinese in them, and Chinese ones without any, but for copies."""
    texts = dict(_texts(data))
    for place, text in texts.items():
        is_chinese = _CHINESE.search(text) is not None
        is_copy = text == texts.get((*place[:-1], "en"))
        if place[-1] == "en" and is_chinese:
            yield place, "there is Chinese in the English text: write that as zh"
        elif place[-1] == "zh" and not is_chinese and not is_copy and _ENGLISH.search(text):
            yield place, f"there is no Chinese in the Chinese text: {text[:40]!r}"


def cut_texts(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines, from 1, on which a # cuts a text off."""
    for number, line in enumerate(text.splitlines(), start=1):
        if found := _CUT.fullmatch(line):
            message = f"what stands behind # is left out, so that it ends with {found[2][-30:]!r}"
            yield number, f"{message}: write it between quotes"


def _texts(data: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    if isinstance(data, str) and place and place[-1] in ("en", "zh", "verbatim"):
        yield place, data
    elif isinstance(data, Mapping | list):
        pairs = data.items() if isinstance(data, Mapping) else enumerate(data)
        for name, inner in pairs:
            yield from _texts(inner, (*place, name))
