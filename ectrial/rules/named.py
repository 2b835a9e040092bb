"""Rules that have a name in a file: each is written once, and used by its name."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from ectrial.plain_words import plain

MOST_USES = 2000
"""Names within names multiply: a file of few lines can ask for more than any trial needs."""


class Use(NamedTuple):
    """The names above a rule that is read, and how many uses of names were read in all."""

    above: tuple[str, ...]
    read: list[str]


def named_rule(name: str, context: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
    """Give the rule as it was written, and the context to read it in; ValueError if it cannot be.

    That is a rule that uses itself, and one whose own fault is told where it stands.
    """
    use = context.get("use") or Use((), [])
    use.read.append(name)
    if name in use.above:
        ring = [*use.above[use.above.index(name) :], name]
        raise ValueError(
            f"the rule {name!r} uses itself: {' → '.join(ring)}; write one of them out"
        )
    if len(use.read) > MOST_USES:
        raise ValueError(f"rules name each other more than {MOST_USES} times: write fewer")
    if fault := context.get("faulty_rules", {}).get(name):
        raise ValueError(f"the rule {name!r} cannot be used: mend {fault}")
    return context["rules"][name], {**context, "use": Use((*use.above, name), use.read)}


def in_use(name: str, error: ValueError) -> ValueError:
    """Say at a rule's use what is wrong with it there, such as what no criterion may say."""
    said = plain(error.errors()[0]) if isinstance(error, ValidationError) else str(error)
    return ValueError(f"in the rule {name!r}: {said}")
