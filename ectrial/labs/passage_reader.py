"""One passage -> the reading of its lab: a number, a judgement, a word, a question, a refusal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ectrial.facts import Facts, Judgement, Reported
from ectrial.labs.amounts import Amount
from ectrial.labs.bare_limits import bare_limit_asked
from ectrial.labs.lab_reading import LabReading, Why
from ectrial.labs.lexicon import Name
from ectrial.labs.parsed_result import ParsedResult
from ectrial.labs.passages import Passage
from ectrial.labs.quantities import QuantityReader, QuantityReading
from ectrial.labs.reasons_to_ask import reason_to_ask
from ectrial.labs.reference_ranges import (
    has_range_in_another_unit,
    is_equal_but_for_rounding,
    is_value_converted,
    take_as_limit,
    upper_limit,
)
from ectrial.labs.result_parser import parse_result
from ectrial.labs.shares import lacks_unit, may_be_fraction, share_of, with_fraction
from ectrial.labs.tokens import Token
from ectrial.labs.units import unit_of
from ectrial.truth import FALSE
from ectrial.vocabulary import RATIO, Item, Vocabulary

_LONG_DASHES = frozenset("—―–")


@dataclass(frozen=True)
class PassageReader:
    """Reads the passages of one text; `typed` is that text, for quotations."""

    vocabulary: Vocabulary
    quantities: QuantityReader
    known: Facts
    typed: str

    @cached_property
    def limits(self) -> frozenset[str | None]:
        """The items that are the upper limit of another item."""
        return frozenset(item.uln for item in self.vocabulary.values())

    def read(
        self, passage: Passage, name: Name, *, doubted: bool, card: bool = False
    ) -> Iterator[LabReading]:
        """Read one lab (and its upper limit), then quote the unread text behind it."""
        item = self.vocabulary[name.item]
        parsed = parse_result(
            passage.tokens, passage.end, card=card, is_own_unit=lambda unit: _is_own(unit, item)
        )
        text = self._typed(passage.start, parsed.end)
        yield from self._lab(passage, name, parsed, text, doubted=doubted, card=card)
        if parsed.unread_from is not None:
            yield from self.quote(t for t in passage.tokens if t.start >= parsed.unread_from)

    def _lab(
        self,
        passage: Passage,
        name: Name,
        parsed: ParsedResult,
        text: str,
        *,
        doubted: bool,
        card: bool,
    ) -> Iterator[LabReading]:
        item = self.vocabulary[name.item]
        if name.kind == "refuses":
            yield LabReading(item.id, "reject", text, why="look_alike")
        elif name.kind == "fluid":
            yield LabReading(item.id, "reject", text, why="specimen")
        elif name.kind == "asks" or lacks_unit(name, parsed, item):
            yield LabReading(item.id, "ask", text, why="name")
        elif name.kind == "percent":
            yield share_of(item, parsed, text)
        elif parsed.amount and parsed.amount.unit in item.refused_units:
            yield LabReading(item.id, "reject", text, why="unit")
        elif _is_in_grams(parsed, item, text):
            yield LabReading(item.id, "ask", text, why="unit")
        elif why := reason_to_ask(parsed, item, doubted=doubted or passage.is_doubtful):
            yield LabReading(item.id, "ask", text, why=why)
        elif item.kind != "quantity":
            yield self._word(item, parsed, text)
        else:
            if item.id in self.limits:
                take_as_limit(parsed)
            readings = self._number(item, parsed, text, card=card)
            yield from with_fraction(readings) if may_be_fraction(name, parsed) else readings

    def quote(self, tokens: Iterable[Token]) -> Iterator[LabReading]:
        """Give text that belongs to no lab as unread, one reading for each line."""
        line: list[Token] = []
        for token in (*tokens, None):
            if token is not None and token.kind != "line":
                line.append(token)
                continue
            if any(each.kind != "sign" for each in line):
                yield LabReading(None, "unread", self._typed(line[0].start, line[-1].end))
            line = []

    def _typed(self, start: int, end: int) -> str:
        return self.typed[start:end].strip().strip(",;，；、")

    def _word(self, item: Item, parsed: ParsedResult, text: str) -> LabReading:
        """Read negative or positive, but not a number beside the word: it is the assay's index."""
        found = parsed.words & {"negative", "positive"}
        dashes = "" if _LONG_DASHES & set(text) else ":-"  # `HBsAg：—` may mean an empty field
        signs = {"(-)": "negative", "(+)": "positive", "+": "positive", ":+": "positive"}
        signs[dashes] = "negative"
        found |= {signs[sign] for sign in parsed.signs if sign in signs}
        if "screen" in parsed.words and found == {"positive"}:
            return LabReading(item.id, "ask", text, why="unclear")  # the person must confirm
        answers = {"negative": item.no, "positive": item.yes}
        if len(found) == 1 and answers.keys() >= found and item.kind == "choice":
            return LabReading(item.id, "value", text, answers[found.pop()])
        return LabReading(item.id, "ask", text, why="unclear" if found else "no_number")

    def _number(
        self, item: Item, parsed: ParsedResult, text: str, *, card: bool
    ) -> Iterator[LabReading]:
        if parsed.words & {"absent", "negative", "positive"}:
            yield self._judgement(item, parsed, text)
            return
        if parsed.amount is None:
            yield self._score_range(item, parsed, text)
            return
        if parsed.amount.unit == "%" and item.names.percent:
            yield share_of(item, parsed, text)
            return
        if "log" in parsed.words and not _is_log(parsed.amount.unit, item):
            yield LabReading(item.id, "ask", text, why="unit")
            return
        if self._is_same(item, parsed.amount, parsed.limit):
            parsed.limit = None
        yield from self._amount(item, parsed.amount, parsed, text, card=card)

    def _amount(
        self, item: Item, amount: Amount, parsed: ParsedResult, text: str, *, card: bool
    ) -> Iterator[LabReading]:
        """Read a number and its limit, if its item has one; on a card any typed limit is taken."""
        limit, typed_limit = self.vocabulary.get(item.uln or ""), upper_limit(parsed)
        if limit is None and has_range_in_another_unit(parsed, item):
            yield LabReading(item.id, "ask", text, why="mixed_units")
        elif limit is None and parsed.limit is not None:
            yield LabReading(item.id, "ask", text, why="unclear")
        elif limit is None or typed_limit is None:
            reading = self._alone(amount, item, limit)
            if limit is not None and not card and self._may_be_limit(amount, item, limit):
                reading = QuantityReading("ask", reading.quantities, "unclear")
            percent = reading.why == "percent"
            yield share_of(item, parsed, text) if percent else self._made(item, reading, text)
        else:
            readings = self._with_limit(item, amount, limit, typed_limit, text)
            is_bare = parsed.is_limit_bare and not card
            yield from bare_limit_asked(readings, self.vocabulary) if is_bare else readings

    def _alone(self, amount: Amount, item: Item, limit: Item | None) -> QuantityReading:
        """Read a value without a typed limit; a known upper limit indicates the unit."""
        known = self.known.quantity(limit.id) if limit else None
        return self.quantities.read(amount, item, known.unit if known else None)

    def _with_limit(
        self, item: Item, amount: Amount, limit: Item, typed: Amount, text: str
    ) -> Iterator[LabReading]:
        """Read a value and its limit; a unit typed behind either of them applies to both."""
        given = "" if unit_of(amount.unit, item) == RATIO else amount.unit
        upper = self._limit(typed._replace(comparator="="), given, limit)
        hint = upper.quantities[0].unit if upper.status in ("value", "confirm") else None
        reading = self.quantities.read(amount, item, hint)
        if amount.unit != typed.unit and is_value_converted(reading, item, upper, limit):
            reading = QuantityReading("ask", reading.quantities, "unclear")
            yield self._made(item, reading, text)
            return
        if not upper.quantities:
            why: Why = "impossible_limit" if upper.status == "reject" else "unclear"
            reading, upper = (
                QuantityReading("ask", reading.quantities, why),
                upper._replace(why=why),
            )
        yield self._made(item, reading, text)
        yield self._made(limit, upper, text)

    def _limit(self, typed: Amount, given: str, limit: Item) -> QuantityReading:
        """Read a limit in its own unit, else in the value's unit, else in the likeliest unit."""
        reading = self.quantities.read(typed._replace(unit=typed.unit or given), limit)
        if typed.unit or reading.status == "value":
            return reading
        bare = self.quantities.read(typed, limit)
        return bare._replace(status="confirm") if bare.status == "value" else reading

    def _is_same(self, item: Item, amount: Amount, other: Amount | None) -> bool:
        """Whether another amount repeats the value in another unit: `98 g/L (9.8 g/dL)`."""
        if other is None or not amount.unit or other.unit in ("", amount.unit):
            return False
        first, second = self.quantities.read(amount, item), self.quantities.read(other, item)
        if len(first.quantities) != 1 or len(second.quantities) != 1:
            return False
        return is_equal_but_for_rounding(first.quantities[0], second.quantities[0], item)

    def _may_be_limit(self, amount: Amount, item: Item, limit: Item) -> bool:
        """Whether text such as `AST <40 U/L` may print a limit without a result."""
        if amount.comparator not in ("<", "<=") or unit_of(amount.unit, item) == RATIO:
            return False
        return self.quantities.read(amount._replace(comparator="="), limit).status != "reject"

    def _judgement(self, item: Item, parsed: ParsedResult, text: str) -> LabReading:
        """Take "not detected" if it meets every limit; only a limit such as `<20` may follow."""
        is_absent = parsed.words & {"absent", "negative", "positive"} <= {"absent", "negative"}
        censored = parsed.amount is None or parsed.amount.comparator in ("<", "<=")
        if is_absent and censored and item.names.absent_meets:
            result = Reported("not_detected") if item.reports else Judgement.MEETS
            return LabReading(item.id, "value", text, result)
        return LabReading(item.id, "ask", text, why="no_number")

    def _score_range(self, item: Item, parsed: ParsedResult, text: str) -> LabReading:
        """Take the worse score of a range if both meet the limit (docs/criteria.md §2.3)."""
        span = parsed.range
        if span is not None and item.canonical == "{score}":
            ends = [self.quantities.read(end, item) for end in (span.low, span.high)]
            found = [end.quantities[0] for end in ends if end.status == "value"]
            truths = {self.quantities.truth_of({item.id: quantity}) for quantity in found}
            if len(found) == len(ends) and len(truths) == 1 and truths != {FALSE}:
                worse = max(found, key=lambda quantity: quantity.value)
                return LabReading(item.id, "value", text, worse)
        return LabReading(item.id, "ask", text, why="unclear" if span else "no_number")

    def _made(self, item: Item, reading: QuantityReading, text: str) -> LabReading:
        taken = reading.quantities[0] if reading.status in ("value", "confirm") else None
        offered = () if reading.status == "value" else reading.quantities
        return LabReading(item.id, reading.status, text, taken, offered, why=reading.why)


def _is_own(unit: str, item: Item) -> bool:
    return unit_of(unit, item) is not None or (unit == "%" and bool(item.names.percent))


def _is_in_grams(parsed: ParsedResult, item: Item, text: str) -> bool:
    """Whether a count is given in `g/L`: `G/L` means 10⁹/L, and `g/L` belongs to hemoglobin."""
    unit = parsed.amount.unit if parsed.amount else ""
    return unit == "g/l" and unit_of(unit, item) == "10*9/L" and "G/L" not in text


def _is_log(unit: str, item: Item) -> bool:
    code = unit_of(unit, item)
    return code is not None and item.units[code].log10
