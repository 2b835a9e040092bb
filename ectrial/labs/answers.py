"""What is written of one lab -> its answer: a number, a judgement, a word, or a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ectrial.facts import Facts, Judgement
from ectrial.labs.decimals import decimals
from ectrial.labs.doubts import why_not
from ectrial.labs.elements import Amount
from ectrial.labs.grammar import Written, parse
from ectrial.labs.lexicon import Name
from ectrial.labs.limits import as_limit, is_out_of_scale, is_the_same, upper_limit
from ectrial.labs.result import LabReading, Why
from ectrial.labs.segments import Segment
from ectrial.labs.tokens import Token
from ectrial.labs.units import units_of
from ectrial.labs.values import Reading, Values
from ectrial.truth import FALSE
from ectrial.vocabulary import RATIO, Item, Vocabulary


@dataclass(frozen=True)
class Answers:
    """Answers of one text, whose plain form the tokens were cut from."""

    vocabulary: Vocabulary
    values: Values
    known: Facts
    typed: str

    @cached_property
    def limits(self) -> frozenset[str | None]:
        """The items that are the upper limit of another."""
        return frozenset(item.uln for item in self.vocabulary.values())

    def of(
        self, segment: Segment, name: Name, *, doubted: bool, card: bool = False
    ) -> Iterator[LabReading]:
        """Answer one lab, and tell what was written behind it that belongs to none."""
        item = self.vocabulary[name.item]
        written = parse(segment.tokens, segment.end, card=card)
        text = self._quote(segment.start, written.end)
        if name.kind == "refuses":
            yield LabReading(item.id, "reject", text, why="look_alike")
        elif name.kind == "asks":
            yield LabReading(item.id, "ask", text, why="name")
        elif name.kind == "percent":
            yield self._share(item, written, text)
        elif written.amount and written.amount.unit in item.refused_units:
            yield LabReading(item.id, "reject", text, why="unit")
        elif why := why_not(written, item, doubted=doubted or segment.glued):
            yield LabReading(item.id, "ask", text, why=why)
        elif item.kind != "quantity":
            yield self._word(item, written, text)
        else:
            if item.id in self.limits:
                as_limit(written)
            yield from self._number(item, written, text)
        if written.rest is not None:
            yield from self.unread([t for t in segment.tokens if t.start >= written.rest])

    def unread(self, tokens: Sequence[Token]) -> Iterator[LabReading]:
        """Quote what belongs to no lab, a line at a time."""
        line: list[Token] = []
        for token in (*tokens, None):
            if token is not None and token.kind != "line":
                line.append(token)
                continue
            if any(each.kind != "sign" for each in line):
                yield LabReading(None, "unread", self._quote(line[0].start, line[-1].end))
            line = []

    def _quote(self, start: int, end: int) -> str:
        return self.typed[start:end].strip().strip(",;，；、")

    def _share(self, item: Item, written: Written, text: str) -> LabReading:
        """Keep a percentage as typed: agreement.py offers the number it gives with the whole."""
        amount = written.amount
        share = decimals(amount.number) if amount and not amount.odd and not written.doubts else ()
        one = share[0] if len(share) == 1 else None
        return LabReading(item.id, "ask", text, share=one, why="percent")

    def _word(self, item: Item, written: Written, text: str) -> LabReading:
        """Read negative or positive; a number beside the word is the assay's, and not read."""
        found = written.words & {"negative", "positive"}
        signs = {"(-)": "negative", "(+)": "positive", "+": "positive"}
        found |= {signs[sign] for sign in written.signs if sign in signs}
        answers = {"negative": item.no, "positive": item.yes}
        if len(found) == 1 and answers.keys() >= found and item.kind == "choice":
            return LabReading(item.id, "value", text, answers[found.pop()])
        return LabReading(item.id, "ask", text, why="unclear" if found else "no_number")

    def _number(self, item: Item, written: Written, text: str) -> Iterator[LabReading]:
        if written.words & {"absent", "negative", "positive"}:
            yield self._judgement(item, written, text)
            return
        if written.amount is None:
            yield self._score_range(item, written, text)
            return
        if written.amount.unit == "%" and item.names.percent:
            yield self._share(item, written, text)
            return
        limit = self.vocabulary.get(item.uln or "")
        typed_limit = upper_limit(written)
        if limit is None and is_out_of_scale(written, item):
            yield LabReading(item.id, "ask", text, why="mixed_units")
            return
        if limit is None and written.limit is not None:
            yield LabReading(item.id, "ask", text, why="unclear")
            return
        if limit is None or typed_limit is None:
            reading = self._bare_or_not(written.amount, item, limit)
            percent = reading.why == "percent"
            yield self._share(item, written, text) if percent else self._made(item, reading, text)
            return
        yield from self._with_limit(item, written.amount, limit, typed_limit, text)

    def _bare_or_not(self, amount: Amount, item: Item, limit: Item | None) -> Reading:
        known = self.known.quantity(limit.id) if limit else None
        return self.values.read(amount, item, known.unit if known else None)

    def _with_limit(
        self, item: Item, amount: Amount, limit: Item, typed: Amount, text: str
    ) -> Iterator[LabReading]:
        """Read the value and its limit, each in the other's unit where only one is typed."""
        given = "" if units_of(amount.unit, item) == (RATIO,) else amount.unit
        beyond = self._upper(typed._replace(comparator="="), given, limit)
        hint = beyond.quantities[0].unit if beyond.status in ("value", "confirm") else None
        reading = self.values.read(amount, item, hint)
        if amount.unit != typed.unit and is_the_same(reading, item, beyond, limit):
            reading = Reading("ask", reading.quantities, "unclear")
            yield self._made(item, reading, text)
            return
        if not beyond.quantities:
            why: Why = "impossible_limit" if beyond.status == "reject" else "unclear"
            reading, beyond = Reading("ask", reading.quantities, why), beyond._replace(why=why)
        yield self._made(item, reading, text)
        yield self._made(limit, beyond, text)

    def _upper(self, typed: Amount, given: str, limit: Item) -> Reading:
        """Read a limit in its own unit, else in the value's, else in the one it must have."""
        reading = self.values.read(typed._replace(unit=typed.unit or given), limit)
        if typed.unit or reading.status == "value":
            return reading
        bare = self.values.read(typed, limit)
        return bare._replace(status="confirm") if bare.status == "value" else reading

    def _judgement(self, item: Item, written: Written, text: str) -> LabReading:
        """Take "not detected" where it answers; beside it only a detection limit may stand."""
        plain = written.words & {"absent", "negative", "positive"} <= {"absent", "negative"}
        censored = written.amount is None or written.amount.comparator in ("<", "<=")
        if plain and censored and item.names.absent_meets:
            return LabReading(item.id, "value", text, Judgement.MEETS)
        return LabReading(item.id, "ask", text, why="no_number")

    def _score_range(self, item: Item, written: Written, text: str) -> LabReading:
        """Take the worse score of a range when both meet the limit (docs/criteria.md §2.3)."""
        span = written.range
        if span is not None and item.canonical == "{score}":
            ends = [self.values.read(end, item) for end in (span.low, span.high)]
            found = [end.quantities[0] for end in ends if end.status == "value"]
            truths = {self.values.judge({item.id: quantity}) for quantity in found}
            if len(found) == len(ends) and len(truths) == 1 and truths != {FALSE}:
                worse = max(found, key=lambda quantity: quantity.value)
                return LabReading(item.id, "value", text, worse)
        return LabReading(item.id, "ask", text, why="unclear" if span else "no_number")

    def _made(self, item: Item, reading: Reading, text: str) -> LabReading:
        taken = reading.quantities[0] if reading.status in ("value", "confirm") else None
        offered = () if reading.status == "value" else reading.quantities
        return LabReading(item.id, reading.status, text, taken, offered, why=reading.why)
