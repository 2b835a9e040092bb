"""Leaves out the line numbers of a printed list, which are no results."""

from collections.abc import Iterator, Sequence

from ectrial.labs.tokens import Token

_DIGITS = 2
_BETWEEN = frozenset(".,、)")
_FEWEST = 2


def without_line_numbers(tokens: Sequence[Token]) -> Iterator[Token]:
    """Leave out the numbers 1 and 2 of `1 WBC 5.2 2 ANC 3.1`.

    A line is numbered if it begins with a number and each name in it follows a greater number.
    """
    line: list[Token] = []
    for token in tokens:
        line.append(token)
        if token.kind == "line":
            yield from _unnumbered(line)
            line = []
    yield from _unnumbered(line)


def _unnumbered(line: list[Token]) -> list[Token]:
    names = [place for place, token in enumerate(line) if token.kind == "name"]
    before = [_before(line, name) for name in names]
    numbers = [place for place in before if place < 0 or line[place].kind != "name"]
    if len(numbers) < _FEWEST or not all(_counts(line, place) for place in numbers):
        return line
    counted = [int(line[place].text) for place in numbers]
    if _before(line, numbers[0]) >= 0 or counted != sorted(set(counted)):
        return line
    left_out = {*numbers, *_of_unknown(line, counted[0])}
    return [token for place, token in enumerate(line) if place not in left_out]


def _of_unknown(line: Sequence[Token], counted: int) -> Iterator[int]:
    """Give the positions of line numbers that stand before unknown tests."""
    for place, token in enumerate(line[:-1]):
        if _counts(line, place) and int(token.text) == counted + 1:
            follows = line[place + 1].kind
            counted += follows in ("name", "other")
            if follows == "other":
                yield place


def _before(line: Sequence[Token], place: int) -> int:
    """Give the place of the token before this one, without signs; -1 if there is none."""
    place -= 1
    while place >= 0 and (line[place].text in _BETWEEN or line[place].text == "("):
        place -= 1
    return place


def _counts(line: Sequence[Token], place: int) -> bool:
    token = line[place]
    return (
        place >= 0
        and token.kind == "number"
        and token.text.isdigit()
        and (len(token.text) <= _DIGITS)
    )
