"""Turns a sender's text into the text and entities that Telegram would store."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.sandbox import utf16
from bot.sandbox.html import Entity, in_order, parse_html
from bot.sandbox.refusal import bad_request

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_ENTITIES = 100
COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")
URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?()'，。；：！？]")
EMAIL = re.compile(r"(?<![\w.@+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w@])")
# Numbers with the code of their country; apps find others by rules of their own
PHONE = re.compile(r"(?<![\w+])\+[0-9](?:[ ()-]?[0-9]){6,14}(?![0-9])")
OPAQUE = {"code", "pre", "text_link"}
DETECTED = (("bot_command", COMMAND), ("url", URL), ("email", EMAIL), ("phone_number", PHONE))
# The official server shows control characters as spaces and drops direction marks
CLEAN = {code: " " for code in range(32) if code != ord("\n")}
CLEAN |= {ord("\r"): "", **dict.fromkeys(range(0x2028, 0x202F), "")}


class Formatted(NamedTuple):
    """A text with its entities, as a message stores it."""

    text: str
    entities: list[Entity]


def formatted(
    written: str, parse_mode: str | None = None, given: Iterable[Entity] = ()
) -> Formatted:
    """The text of a message, or a refusal in Telegram's words."""
    content = _read(written, parse_mode, given)
    if not content.text:
        raise bad_request("Message text is empty")
    if len(content.text) > LONGEST_TEXT:
        raise bad_request("Message is too long")
    return _within_number(content)


def formatted_caption(
    written: str, parse_mode: str | None = None, given: Iterable[Entity] = ()
) -> Formatted:
    """The text below a photo or document, which may be empty."""
    content = _read(written, parse_mode, given)
    # the official server counts characters, apps count in UTF-16: the stricter of both
    if utf16.length(content.text) > LONGEST_CAPTION:
        raise bad_request("Message caption is too long")
    return _within_number(content)


def _read(written: str, parse_mode: str | None, given: Iterable[Entity]) -> Formatted:
    written = written.translate(CLEAN)
    entities = _within(list(given), written)
    if parse_mode:
        if parse_mode.lower() != "html":
            raise bad_request("Unsupported parse_mode")
        written, entities = parse_html(written)
    return _trimmed(written, entities)


def _within_number(content: Formatted) -> Formatted:
    """Add the entities that the server finds; refuse more than it stores."""
    text, entities = content
    entities = in_order([*entities, *_detected(text, entities)])
    if len(entities) > MOST_ENTITIES:
        raise bad_request("ENTITIES_TOO_LONG")
    return Formatted(text, entities)


def _within(entities: list[Entity], text: str) -> list[Entity]:
    end = utf16.length(text)
    for entity in entities:
        if entity["offset"] + entity["length"] > end:
            start = entity["offset"]
            raise bad_request(
                f"Entity beginning at UTF-16 offset {start} ends after the end of the text"
                f" at UTF-16 offset {end}"
            )
    return entities


def _trimmed(text: str, entities: list[Entity]) -> Formatted:
    shorter = text.rstrip()
    first = min((entity["offset"] for entity in entities), default=len(shorter))
    # leading space is dropped only up to the first entity
    cut = min(len(shorter) - len(shorter.lstrip()), first)
    shorter = shorter[cut:]
    end = utf16.length(shorter)
    moved = [{**entity, "offset": entity["offset"] - cut} for entity in entities]
    return Formatted(
        shorter,
        [
            {**entity, "length": min(entity["length"], end - entity["offset"])}
            for entity in moved
            if entity["offset"] < end
        ],
    )


def _detected(text: str, entities: list[Entity]) -> list[Entity]:
    """Find what apps make tappable by themselves; the first of two that overlap is one."""
    taken = [entity for entity in entities if entity["type"] in OPAQUE]
    found: list[Entity] = []
    for kind, pattern in DETECTED:
        for match in pattern.finditer(text):
            offset, length = utf16.length(text[: match.start()]), utf16.length(match.group())
            entity = {"type": kind, "offset": offset, "length": length}
            if not any(_overlap(entity, each) for each in (*taken, *found)):
                found.append(entity)
    return found


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )
