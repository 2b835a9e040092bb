"""The anchors that `ectrial verify` is given: heads noted elsewhere, or an export of a chat."""

import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from bot.cli.counted import counted
from bot.cli.endings import end
from ectrial.given_file import UnusableFileError, whole
from ectrial.ledger.witnesses import witnessed
from ectrial.record.anchors import Anchor, anchors_in, is_one

# The texts of a whole account; in bytes
LARGEST_EXPORT = 256 * 2**20
SUCH_AS = "such as 2362:07a1b008, or 07a1b008c3d4 as in a text to forward"
WITNESSES = (
    "anchors: only those count that were kept outside of this machine, such as on a phone;"
    " nothing on this machine does"
)
NONE_GIVEN = (
    "anchors: none given, so an end that was cut off, or a history written anew with care,"
    " does not show (--head, --anchors)"
)


def given(heads: Iterable[str], export: Path | None) -> list[Anchor]:
    """Read the anchors of the options, in the order of their entries."""
    found: set[Anchor] = set()
    for head in heads:
        # as it stands at the end of a forwarded text
        noted = set(anchors_in(f"· {head.strip().removeprefix('·').strip()}"))
        if len(noted) != 1 or not is_one(head):
            end(f"{head!r} is no head, {SUCH_AS}")
        found |= noted
    if export is not None:
        exported = {each for text in _texts(export) for each in anchors_in(text)}
        if not exported:
            end(f"{export}: there is no head in it, {SUCH_AS}")
        found |= exported
    return sorted(found)


def compare(file: Path, key: str | None, anchors: list[Anchor], entries: int) -> Iterator[str]:
    """Print which anchors the record holds; give a fault for each that it does not."""
    if not anchors:
        click.echo(NONE_GIVEN)
        return
    known = witnessed(file, key, anchors)
    held, lost = [*known], [each for each in anchors if each not in known]
    click.echo(f"anchors: {len(anchors)} found, {counted(len(held), 'holds', 'hold')}")
    for each in held:
        click.echo(f"holds: {each}")
    last = max(known.values(), default=0)
    after = f"after entry {last}"
    unseen = counted(entries - last, f"entry {after} has", f"entries {after} have")
    click.echo(f"anchors: {unseen} no witness")
    click.echo(WITNESSES)
    yield from (f"the anchor {each} is not in this record" for each in lost)


def _texts(file: Path) -> Iterator[str]:
    """Give the texts of Telegram's `result.json`, or else the whole file as one text."""
    try:
        raw = whole(file, LARGEST_EXPORT)
    except UnusableFileError as error:
        end(str(error))
    # some programs of Windows save copied lines so
    encoding = "utf-16" if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    content = raw.decode(encoding, errors="replace")
    try:
        export = json.loads(content)
    except (ValueError, RecursionError):
        export = None
    if isinstance(export, dict | list):
        yield from _messages(export)
    else:
        yield content


def _messages(export: Any) -> Iterator[str]:
    """Give the text of each message of an export, of one chat or of all."""
    waiting = [export]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield _joined(node.get("text", ""))
            waiting += [node[name] for name in node if name not in ("text", "text_entities")]


def _joined(text: Any) -> str:
    """Join a text that Telegram gives in parts: plain ones, and objects for links and the like."""
    parts = text if isinstance(text, list) else [text]
    plain = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return "".join(part for part in plain if isinstance(part, str))
