"""What was written of one lab: one amount, its upper limit, words; anything else is a problem."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ectrial.labs.decimals import decimals
from ectrial.labs.elements import Amount, Element, Span, elements
from ectrial.labs.tokens import Token

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_DOUBTED = frozenset({"another", "past", "before", "behind", "qualifier", "specimen", "panel"})
_IGNORED = frozenset({"flag", "is", "range", "lead", "blood", "now"})


@dataclass
class Written:
    """The parts of one lab's text; `doubts` says that it cannot be taken as it stands.

    `heading` is a unit printed before the number. `rest` is where text begins that belongs to no
    lab; `end` is the end of what was used.
    """

    amount: Amount | None = None
    limit: Amount | None = None
    range: Span | None = None
    heading: str = ""
    words: set[str] = field(default_factory=set)
    signs: set[str] = field(default_factory=set)
    doubts: bool = False
    end: int = 0
    rest: int | None = None


def parse(tokens: Sequence[Token], start: int, *, card: bool) -> Written:
    """Read what stands behind a lab's name, or on its card where `card`."""
    written = Written(end=start)
    parser = _Parser(written, card=card)
    for element in elements(tokens):
        parser.take(element)
        if written.rest is not None:
            break
    parser.finish()
    _share_unit(written)
    if written.rest is not None:
        later = [token for token in tokens if token.start >= written.rest]
        if any(token.word and token.word.kind in ("another", "past") for token in later):
            written.doubts = True
        if later and later[0].kind == "number":
            written.doubts = True
    return written


def _share_unit(written: Written) -> None:
    """Give the value the unit printed behind its range."""
    if written.range is not None and written.amount is not None and not written.amount.unit:
        written.amount = written.amount._replace(unit=written.range.high.unit)


def _is_ordered(span: Span) -> bool:
    """Whether it goes from low to high, in every reading of its commas."""
    if any(end.odd or end.spelled for end in (span.low, span.high)):
        return False
    return all(
        low <= high for low in decimals(span.low.number) for high in decimals(span.high.number)
    )


class _Parser:
    """Takes the elements of one lab from left to right."""

    def __init__(self, written: Written, *, card: bool) -> None:
        self.written = written
        self.card = card
        self.before = ""
        self.label = ""
        self.depth = 0
        self.last_end = -1
        self.opened = 0
        self.closed_before = 0
        self.note = ""
        self.bare_range = False
        self.comma_end = -1

    def take(self, element: Element) -> None:
        if isinstance(element, Amount):
            self._amount(element)
        elif isinstance(element, Span):
            self._span(element)
        elif element.kind == "word" and element.word is not None:
            self._word(element, element.word.kind)
        elif element.kind == "sign":
            self._sign(element)
        elif element.kind == "unit":
            self._unit(element.text)
        elif element.kind != "line":
            self._unknown(element)
        if self.written.rest is None:
            sign = isinstance(element, Token) and element.kind == "sign"
            self.last_end = -1 if sign else element.end
            if not (isinstance(element, Token) and element.text in ",、.;:\n"):
                self.written.end = element.end

    def _amount(self, amount: Amount) -> None:
        written = self.written
        if written.amount is None and not self.label and not self.before.strip("(["):
            headed = written.heading and not amount.unit
            written.amount = amount._replace(unit=written.heading) if headed else amount
            written.doubts |= self.bare_range
        elif written.limit is None and written.range is None and self._is_limit(amount):
            written.limit = amount
        else:
            written.doubts = True
        # where commas part columns (`ALT,30,40`), the one in a number may do so too
        written.doubts |= amount.start == self.comma_end and "," in amount.number
        self.label = self.before = ""

    def _unit(self, unit: str) -> None:
        """Take a unit behind an arrow, or before the number as in `Hb (g/L) 112`."""
        amount = self.written.amount
        if amount is None and self.depth:
            self.written.heading = unit
        elif amount is None or amount.unit not in ("", unit):
            self.written.doubts = True
        else:
            self.written.amount = amount._replace(unit=unit)

    def _is_limit(self, amount: Amount) -> bool:
        if amount.comparator in (">", ">=") or self.label == "lower":
            return False
        marked = self.before in ("/", "(", "[", "/(") or self.label == "upper"
        return marked or amount.comparator in ("<", "<=")

    def _span(self, span: Span) -> None:
        written = self.written
        repeated = written.range is not None or written.limit is not None
        if repeated or self.label == "lower" or (written.amount is None and self.label):
            written.doubts = True
        if not _is_ordered(span):
            written.doubts = True
        written.range = written.range or span
        self.bare_range = not self.depth
        self.label = self.before = ""

    def _word(self, token: Token, kind: str) -> None:
        if kind in ("upper", "lower", "range"):
            self.label = kind
        elif kind == "flag" and self.before.endswith("/"):
            self.written.doubts = True  # what is left of a unit: `109/L`
        elif kind in ("qualifier", "specimen", "panel") and self.written.amount is not None:
            self.written.rest = token.start
        elif kind in _DOUBTED:
            self.written.doubts = True
        elif kind not in _IGNORED:
            self.written.words.add(kind)

    def _sign(self, token: Token) -> None:
        text = token.text
        if text in _OPEN:
            if not self.depth:
                self.opened, self.closed_before = token.start, self.written.end
            self.depth += 1
            self.before += text
        elif text in _CLOSE:
            self.depth = max(0, self.depth - 1)
            self.before = ""
            if not self.depth:
                self.finish()
        elif text == "/":
            self.before += text
        elif text == ",":
            self.comma_end = token.end
        elif text in "-+":
            self.written.signs.add(f"({text})" if self.depth else text)
            self._dash(text)
        elif text in ("%", "~"):
            self.written.doubts = True

    def _dash(self, text: str) -> None:
        """A dash joins a name and its number; on a card or behind a number it does not."""
        if text == "-" and not self.depth and (self.card or self.written.amount is not None):
            self.written.doubts = True

    def finish(self) -> None:
        """Leave a remark behind the number unread, unless it names the method."""
        written, remark = self.written, self.note not in ("", "法")
        self.note = ""
        if not remark or written.amount is None:
            return
        parts = (written.amount, written.limit, written.range)
        if any(part and part.start > self.opened for part in parts):
            written.doubts = True  # `(昨 50)` is no limit
        else:
            written.rest, written.end = self.opened, self.closed_before

    def _unknown(self, token: Token) -> None:
        """Letters before the number, or touching it, are doubted; those behind it are unread."""
        written = self.written
        if self.depth and token.kind == "other":
            self.note = token.text
            self.written.words.add("note")
            return
        nothing_yet = written.amount is None and not written.words - {"note"}
        touching = token.start == self.last_end or self.before == "/"
        if nothing_yet or touching or self.card:
            written.doubts = True
        else:
            written.rest = token.start
