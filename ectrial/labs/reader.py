"""Reads a typed or pasted text lab by lab: the one entrance to ectrial.labs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ectrial.facts import Facts
from ectrial.labs.agreement import agreed
from ectrial.labs.answers import Answers
from ectrial.labs.judge import Judge
from ectrial.labs.lexicon import Lexicon, Name
from ectrial.labs.ordinals import without_ordinals
from ectrial.labs.plain import plain
from ectrial.labs.result import LabReading
from ectrial.labs.segments import Segment, segments
from ectrial.labs.tokens import Token, tokens
from ectrial.labs.values import Values
from ectrial.vocabulary import Vocabulary

MAX_LENGTH = 20_000
MOST_LABS = 1000
"""No report names more; with the length it bounds the time that reading takes."""

_QUIET = frozenset(
    {"flag", "lead", "is", "blood", "now", "another", "past", "qualifier", "specimen", "panel"}
)
_ORDINALS = 2
"""Digits of the number that a printed line may begin with."""


@dataclass(frozen=True)
class LabReader:
    """Reads labs by the names of a vocabulary."""

    vocabulary: Vocabulary
    lexicon: Lexicon

    def read(
        self, text: str, judge: Judge, known: Facts | None = None, card: str | None = None
    ) -> tuple[LabReading, ...]:
        """Read every lab in the text; on the card of an item a bare answer is that item's."""
        if len(text) > MAX_LENGTH:
            return (_as_a_whole(text[:MAX_LENGTH], card),)
        facts = known or Facts()
        answers = Answers(self.vocabulary, Values(self.lexicon, judge), facts, text)
        pieces = tuple(tokens(plain(text), self.lexicon))
        found = tuple(segments(without_ordinals(pieces)))
        if sum(segment.name is not None for segment in found) > MOST_LABS:
            return (_as_a_whole(text, card),)
        doubted = _number_first_lines(found)
        readings: list[LabReading] = []
        only = len(found) == 1
        for segment in found:
            bare = card if only or not segment.is_blank else None
            readings += self._segment(segment, answers, bare, doubted=segment.line in doubted)
        if card is not None and not readings:
            readings.append(LabReading(card, "ask", text, why="no_number"))
        return agreed(readings, facts, self.vocabulary)

    def _segment(
        self, segment: Segment, answers: Answers, card: str | None, *, doubted: bool
    ) -> Iterator[LabReading]:
        if segment.name is not None:
            yield from answers.of(segment, segment.name, doubted=doubted)
        elif card is not None:
            yield from answers.of(segment, Name(card, "takes"), doubted=doubted, card=True)
        elif not _is_heading(segment):
            yield from answers.unread(_without_ordinal(segment.tokens))


def _as_a_whole(text: str, card: str | None) -> LabReading:
    """Take nothing of a text that is too long to be a report."""
    if card is None:
        return LabReading(None, "unread", text)
    return LabReading(card, "ask", text, why="unclear")


def _is_heading(segment: Segment) -> bool:
    """Whether nothing but headings, signs and a line's number stands before the first name."""
    rest = [t for t in segment.tokens if t.kind not in ("sign", "line") and not _is_quiet(t)]
    return not rest or (len(rest) == 1 and _is_ordinal(rest))


def _is_quiet(token: Token) -> bool:
    return token.word is not None and token.word.kind in _QUIET


def _is_ordinal(numbers: Sequence[Token]) -> bool:
    return numbers[0].kind == "number" and len(numbers[0].text) <= _ORDINALS


def _without_ordinal(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out the number that the line of the next name begins with."""
    place = len(tokens)
    while place and (tokens[place - 1].kind == "sign" or _is_quiet(tokens[place - 1])):
        place -= 1
    begins = place > 1 and tokens[place - 2].kind == "line" and _is_ordinal(tokens[place - 1 :])
    return tokens[: place - 1] if begins else tokens


def _number_first_lines(found: Sequence[Segment]) -> frozenset[int]:
    """Lines that begin with a number and end with a name: whose number is whose is not clear."""
    leading = {
        s.line
        for s in found
        if s.name is None and s.tokens and s.tokens[-1].kind != "line" and s.has_number
    }
    last: dict[int, Segment] = {}
    for segment in found:
        if segment.name is not None:
            last[segment.line] = segment
    return frozenset(line for line, end in last.items() if end.is_blank and line in leading)


def reader_of(vocabulary: Vocabulary) -> LabReader:
    """Make the reader of a vocabulary: once, since its names are many."""
    return LabReader(vocabulary, Lexicon(vocabulary.values()))
