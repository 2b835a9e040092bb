"""Reads the HTML that a bot may send, as strictly as the official server does."""

import re
from dataclasses import dataclass
from typing import Any, NoReturn

from bot.sandbox import utf16
from bot.sandbox.refusal import bad_request

Entity = dict[str, Any]

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(
    r"""([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([0-9A-Za-z.-]+)(?=[\s>])))?"""
)
VALUE_BEGINS = re.compile(r"\s*=")
LINK = re.compile(r"(?:https?://|tg://|mailto:)\S+", re.IGNORECASE)
LAST_CHARACTER = 0x10FFFF


@dataclass(frozen=True)
class OpenTag:
    """A tag that has not been closed yet."""

    name: str
    start: int
    attributes: dict[str, str]


def parse_html(html: str) -> tuple[str, list[Entity]]:
    """The text without its tags, and the entities that the tags describe."""
    return _Reader(html).read()


class _Reader:
    def __init__(self, html: str) -> None:
        self._html = html
        self._at = 0
        self._text = ""
        self._open: list[OpenTag] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._html):
            if self._html.startswith("</", self._at) and self._open:
                self._end_tag()
            elif self._html.startswith("</", self._at):
                self._refuse("Unexpected end tag at byte offset {at}", self._at)
            elif self._html[self._at] == "<":
                self._start_tag()
            else:
                self._characters()
        if self._open:
            tag = self._open[-1].name
            self._refuse(f'Can\'t find end tag corresponding to start tag "{tag}"', self._at)
        return self._text, in_order(self._entities)

    def _characters(self) -> None:
        reference = REFERENCE.match(self._html, self._at)
        self._text += _decoded(reference) if reference else self._html[self._at]
        self._at = reference.end() if reference else self._at + 1

    def _start_tag(self) -> None:
        begin = self._at
        name = self._take(TAG_NAME, begin + 1).lower()
        if self._at == len(self._html):
            self._refuse("Unclosed start tag at byte offset {at}", begin)
        if name not in TAGS:
            self._refuse(f'Unsupported start tag "{name}" at byte offset {{at}}', begin)
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            self._refuse('Tag "span" must have class "tg-spoiler" at byte offset {at}', begin)
        self._open.append(OpenTag(name, utf16.length(self._text), attributes))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            while self._html[self._at : self._at + 1].isspace():
                self._at += 1
            if self._at == len(self._html):
                self._refuse(f'Unclosed start tag "{tag}" at byte offset {{at}}', begin)
            if self._html[self._at] == ">":
                self._at += 1
                return found
            attribute = ATTRIBUTE.match(self._html, self._at)
            if not attribute:
                self._refuse(
                    f'Empty attribute name in the tag "{tag}" at byte offset {{at}}', begin
                )
            name, *values = attribute.groups()
            value = next((value for value in values if value is not None), "")
            found[name.lower()] = REFERENCE.sub(_decoded, value)
            self._at = attribute.end()
            if VALUE_BEGINS.match(self._html, self._at):
                self._refuse("Unclosed start tag at byte offset {at}", begin)

    def _end_tag(self) -> None:
        begin = self._at
        tag = self._open.pop()
        name = self._take(TAG_NAME, begin + 2).lower()
        close = self._html.find(">", self._at)
        if close < 0 or self._html[self._at : close].strip():
            self._refuse("Unclosed end tag at byte offset {at}", begin)
        if name != tag.name:
            wrong = f'expected "</{tag.name}>", found "</{name}>"'
            self._refuse(f"Unmatched end tag at byte offset {{at}}, {wrong}", begin)
        self._at = close + 1
        if entity := self._entity(tag):
            self._entities.append(entity)

    def _entity(self, tag: OpenTag) -> Entity | None:
        length = utf16.length(self._text) - tag.start
        entity: Entity = {"type": TAGS[tag.name], "offset": tag.start, "length": length}
        if length == 0:
            return None
        if tag.name == "a":
            url = tag.attributes.get("href") or utf16.part(self._text, tag.start, length)
            # the official server silently drops a link that it cannot use
            return {**entity, "url": url} if LINK.fullmatch(url) else None
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        if tag.name == "code" and self._open and self._open[-1].name == "pre":
            language = tag.attributes.get("class", "").removeprefix("language-")
            return {**entity, "language": language} if language else entity
        if tag.name == "pre" and self._entities:
            inner = self._entities[-1]
            if "language" in inner and (inner["offset"], inner["length"]) == (tag.start, length):
                entity["language"] = self._entities.pop()["language"]
        return entity

    def _take(self, pattern: re.Pattern[str], start: int) -> str:
        found = pattern.match(self._html, start)
        taken = found.group() if found else ""
        self._at = start + len(taken)
        return taken

    def _refuse(self, reason: str, position: int) -> NoReturn:
        at = len(self._html[:position].encode())
        raise bad_request(f"Can't parse entities: {reason.format(at=at)}")


def _decoded(reference: re.Match[str]) -> str:
    hexadecimal, decimal, name = reference.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code <= LAST_CHARACTER else reference.group()


def in_order(entities: list[Entity]) -> list[Entity]:
    """Entities from left to right, outer before inner, without impossible nesting.

    Code contains no other entities, and quotes do not nest: the outer entity stays.
    """
    kept: list[Entity] = []
    for entity in sorted(entities, key=lambda each: (each["offset"], -each["length"])):
        if not any(_excludes(outer, entity) for outer in kept):
            kept.append(entity)
    return kept


def _excludes(outer: Entity, inner: Entity) -> bool:
    if inner["offset"] >= outer["offset"] + outer["length"]:
        return False
    if outer["type"] in {"code", "pre"}:
        return True
    return all(each["type"].endswith("blockquote") for each in (outer, inner))
