"""The answers of a choice in words, and the ids under which they were recorded before."""

from collections.abc import Mapping, Sequence

from ectrial.text import Text


class Option(Text):
    """One answer of a choice in words; `formerly` are ids under which it was recorded before."""

    formerly: tuple[str, ...] = ()


def refuse_confused(item: str, formerly: Sequence[str], options: Mapping[str, Option]) -> None:
    """Raise ValueError if a former id does not say which item or option it was."""
    if item in formerly:
        raise ValueError(f"formerly: {item!r} is the item itself: leave it out")
    former = [old for each in options.values() for old in each.formerly]
    for old in former:
        if old in options:
            raise ValueError(f"formerly: {old!r} is an option of its own: leave one of them out")
        if former.count(old) > 1:
            raise ValueError(f"formerly: {old!r} stands at two options: leave it out at one")
