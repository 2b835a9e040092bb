"""Lists of things in JSON: `{"things": [{"organ": "liver"}], "complete": "yes"}`, read exactly.

Each property is coded, a number or a date: no free text can stand in a list, so nothing is to be
redacted.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ectrial.facts import Judgement, Things, Value
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth

MOST = 60
"""More things than anybody counts one by one."""
_COMPLETE = {"yes": TRUE, "no": FALSE, "unknown": UNKNOWN}
_WORDS: Mapping[Truth, str] = {truth: word for word, truth in _COMPLETE.items()}
_FIELDS = frozenset({"things", "complete"})

Reads = Mapping[str, Callable[[object], Value]]
"""How each property is read, by its name."""


def read_things(raw: Mapping[str, Any], reads: Reads) -> Things:
    """Read a list; without `complete` it is not known to have all. ValueError says what is odd."""
    if foreign := sorted(map(str, raw.keys() - _FIELDS)):
        raise ValueError(f"unknown field {foreign[0]!r}: a list has things and complete")
    listed, complete = raw.get("things"), raw.get("complete", "unknown")
    if not isinstance(listed, list) or len(listed) > MOST:
        raise ValueError(f"things: a list of at most {MOST} is needed, also an empty one")
    if not isinstance(complete, str) or complete not in _COMPLETE:
        raise ValueError(f"complete: yes, no or unknown is needed, not {complete!r}")
    things = tuple(_thing(number, each, reads) for number, each in enumerate(listed, start=1))
    return Things(things, _COMPLETE[complete])


def _thing(number: int, raw: object, reads: Reads) -> Mapping[str, Value]:
    if not isinstance(raw, dict):
        raise ValueError(f"thing {number}: not an object of properties: {raw!r}")  # noqa: TRY004 - the file's fault, not ours
    thing: dict[str, Value] = {}
    for name, answer in raw.items():
        if name not in reads:
            raise ValueError(f"thing {number}: unknown property {name!r}")
        try:
            value = reads[name](answer)
        except ValueError as error:
            raise ValueError(f"thing {number}: {name}: {error}") from None
        if isinstance(value, Judgement):
            told = f"thing {number}: {name}: not an answer to it: {answer!r}"
            raise ValueError(told)  # noqa: TRY004 - the file's fault, not ours
        thing[name] = value
    return thing


def write_things(value: Things, write: Callable[[Value], Any]) -> dict[str, Any]:
    """Give the JSON of a list; `write` gives that of one property."""
    things = [{name: write(each) for name, each in thing.items()} for thing in value.things]
    return {"things": things, "complete": _WORDS[value.complete]}
