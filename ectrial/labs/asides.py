"""Leaves out brackets about another quantity, such as `(N 62%, L 28%)` after white cells."""

from collections.abc import Callable, Iterator, Sequence

from ectrial.labs.amounts import Amount, AmountRange, Part
from ectrial.labs.tokens import Token

_LIMITS = frozenset({"upper", "lower", "range", "detection"})
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")


def without_asides(parts: Sequence[Part], is_own_unit: Callable[[str], bool]) -> Iterator[Part]:
    """Leave out brackets behind a number if they hold a number of another measure or unit."""
    place, counted = 0, False
    while place < len(parts):
        end = _bracket_end(parts, place) if counted else place
        if end > place and _is_aside(parts[place:end], is_own_unit):
            place = end
            continue
        counted = counted or isinstance(parts[place], Amount)
        yield parts[place]
        place += 1


def _bracket_end(parts: Sequence[Part], place: int) -> int:
    """Give the place after the bracket that opens at `place`; `place` itself if there is none."""
    if not _is_sign(parts[place], _OPEN):
        return place
    for end in range(place + 1, len(parts)):
        if _is_sign(parts[end], _OPEN):
            return place
        if _is_sign(parts[end], _CLOSE):
            return end + 1
    return place


def _is_sign(part: Part, signs: frozenset[str]) -> bool:
    return isinstance(part, Token) and part.text in signs


def _is_aside(bracket: Sequence[Part], is_own_unit: Callable[[str], bool]) -> bool:
    amounts = [part for part in bracket if isinstance(part, Amount)]
    ranges = [part for part in bracket if isinstance(part, AmountRange)]
    words = {part.word.kind for part in bracket if isinstance(part, Token) and part.word}
    if not amounts or ranges or words & _LIMITS:
        return False
    return bool(words & {"measure", "index"}) or all(
        amount.unit and not is_own_unit(amount.unit) for amount in amounts
    )
