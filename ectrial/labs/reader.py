"""Reads a typed or pasted text lab by lab: the entry point of ectrial.labs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from ectrial.facts import Facts
from ectrial.labs.characters import normalized
from ectrial.labs.headed_units import units_named, with_unit
from ectrial.labs.lab_reading import LabReading
from ectrial.labs.lexicon import Lexicon, Name, lexicon_of
from ectrial.labs.line_numbers import without_line_numbers
from ectrial.labs.passage_reader import PassageReader
from ectrial.labs.passages import Passage, passages
from ectrial.labs.quantities import QuantityReader
from ectrial.labs.specimens import specimens
from ectrial.labs.tokens import Token, tokens
from ectrial.labs.truth_of_values import TruthOf
from ectrial.labs.whole_report import checked_together
from ectrial.vocabulary import Vocabulary

MAX_LENGTH = 20_000
MOST_LABS = 1000
"""No report names more labs; this and the text length limit the time of reading."""

_QUIET = frozenset(
    {"flag", "lead", "is", "blood", "now", "another", "past", "again", "qualifier"}
    | {"specimen", "panel", "tests", "label"}
)
_LONGEST_LINE_NUMBER = 2
"""The most digits of a line number in a printed list."""


@dataclass(frozen=True)
class LabReader:
    """Reads texts by the names and units of a vocabulary."""

    vocabulary: Vocabulary
    lexicon: Lexicon
    usual: Mapping[str, str] = field(default_factory=dict)
    """The unit that the site uses, by item (usual_units.py)."""

    def read(
        self, text: str, truth_of: TruthOf, known: Facts | None = None, card: str | None = None
    ) -> tuple[LabReading, ...]:
        """Read every lab in the text; an answer without a name belongs to the item of the card."""
        if len(text) > MAX_LENGTH:
            return (_as_a_whole(text[:MAX_LENGTH], card),)
        facts = known or Facts()
        cut = tuple(tokens(normalized(text), self.lexicon, card or ""))
        found = tuple(passages(without_line_numbers(cut), specimens(cut, self.lexicon.in_fluids)))
        if sum(passage.name is not None for passage in found) > MOST_LABS:
            return (_as_a_whole(text, card),)
        quantities = QuantityReader(self.lexicon, truth_of, self.usual)
        reader = PassageReader(self.vocabulary, quantities, facts, text)
        doubted = _lines_with_the_number_first(found)
        asked_for = _broken_in_a_number(found) | _called_of_another_fluid(found)
        readings: list[LabReading] = []
        # what is named there is not meant by anything else
        own = Name(card or "", "takes")
        is_named = any(passage.name == own for passage in found)
        for passage in found:
            asked = card if len(found) == 1 or not (passage.is_blank or is_named) else None
            is_doubted = passage.line in doubted or passage.start in asked_for
            readings += _read_passage(reader, passage, asked, doubted=is_doubted)
        if card is not None and not readings:
            readings.append(LabReading(card, "ask", text, why="no_number"))
        return checked_together(readings, facts, self.vocabulary)

    def units_named(self, text: str, name: str) -> frozenset[str]:
        """Give the units that the answer to an item names, in whatever spelling."""
        return units_named(text, self.lexicon, self.vocabulary[name])

    def with_unit(self, text: str, unit: str, name: str) -> str:
        """Give the answer to an item with the unit of its column, if it names none itself."""
        return with_unit(text, unit, self.lexicon, self.vocabulary[name])


def _read_passage(
    reader: PassageReader, passage: Passage, card: str | None, *, doubted: bool
) -> Iterator[LabReading]:
    if passage.name is not None:
        yield from reader.read(passage, passage.name, doubted=doubted)
    elif card is not None:
        yield from reader.read(passage, Name(card, "takes"), doubted=doubted, card=True)
    elif not _is_heading(passage):
        yield from reader.quote(_without_line_number(passage.tokens))


def _as_a_whole(text: str, card: str | None) -> LabReading:
    """Give a text that is too long for a report as one unread or doubtful reading."""
    if card is None:
        return LabReading(None, "unread", text)
    return LabReading(card, "ask", text, why="unclear")


def _is_heading(passage: Passage) -> bool:
    """Whether the passage contains only headings, signs and a line number."""
    rest = [t for t in passage.tokens if t.kind not in ("sign", "line") and not _is_quiet(t)]
    return not rest or (len(rest) == 1 and _is_line_number(rest))


def _is_quiet(token: Token) -> bool:
    return token.word is not None and token.word.kind in _QUIET


def _is_line_number(numbers: Sequence[Token]) -> bool:
    return numbers[0].kind == "number" and len(numbers[0].text) <= _LONGEST_LINE_NUMBER


def _without_line_number(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out the line number that stands before the next name."""
    place = len(tokens)
    while place and (tokens[place - 1].kind == "sign" or _is_quiet(tokens[place - 1])):
        place -= 1
    begins = (
        place > 1 and tokens[place - 2].kind == "line" and _is_line_number(tokens[place - 1 :])
    )
    return tokens[: place - 1] if begins else tokens


def _lines_with_the_number_first(found: Sequence[Passage]) -> frozenset[int]:
    """Give lines such as `5.2 WBC 180 PLT`: it is unclear which number belongs to which lab."""
    leading = {
        s.line
        for s in found
        if s.name is None and s.tokens and s.tokens[-1].kind != "line" and s.has_number
    }
    last: dict[int, Passage] = {}
    for passage in found:
        if passage.name is not None:
            last[passage.line] = passage
    return frozenset(line for line, end in last.items() if end.is_blank and line in leading)


def _broken_in_a_number(found: Sequence[Passage]) -> frozenset[int]:
    """Give labs such as `ANC 0.7` before a line `5*10^9/L`: the line end may divide a number."""
    return frozenset(
        named.start
        for named, rest in pairwise(found)
        if named.name and named.tokens and named.tokens[-1].kind == "number"
        if rest.name is None and rest.line == named.line + 1
        if [token.kind for token in rest.tokens[:2]] == ["number", "unit"]
    )


def _called_of_another_fluid(found: Sequence[Passage]) -> frozenset[int]:
    """Give labs such as `Albumin 22 g/L (ascites)`, with another fluid named behind the number."""
    return frozenset(
        passage.start
        for passage, following in zip_longest(found, found[1:])
        if passage.name is not None
        if passage.names_fluid_behind(before_name=following is not None and bool(following.name))
    )


def reader_of(vocabulary: Vocabulary, usual: Mapping[str, str] | None = None) -> LabReader:
    """Make the reader of a vocabulary.

    `usual` is the unit that the site uses, by item; items that the vocabulary lacks are left out.
    """
    known = {
        name: unit
        for name, unit in (usual or {}).items()
        if name in vocabulary and unit in vocabulary[name].units
    }
    return LabReader(vocabulary, lexicon_of(tuple(vocabulary.values())), known)
