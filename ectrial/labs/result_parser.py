"""The tokens behind a lab's name -> its amount, upper limit, range and words, or a doubt."""

from collections.abc import Callable, Sequence
from itertools import product

from ectrial.labs.amounts import Amount, AmountRange, Part, with_amounts
from ectrial.labs.asides import without_asides
from ectrial.labs.decimals import decimals
from ectrial.labs.parsed_result import ParsedResult
from ectrial.labs.tokens import Token

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_EARLIER = frozenset({"another", "past", "again"})
_OTHER_TESTS = frozenset({"qualifier", "specimen", "panel", "finding", "label", "measure"})
_DOUBTED = _EARLIER | _OTHER_TESTS | {"before", "behind"}
_IGNORED = frozenset({"flag", "is", "range", "lead", "blood", "now", "tests"})
_RESULTS = frozenset({"negative", "positive"})
_RESULT_LABELS = frozenset({"结果", "检测结果", "测定结果", "result", "results"})
_RANGE_MARKS = frozenset({"n", "nl", "norm"})


def parse_result(
    tokens: Sequence[Token], start: int, *, card: bool, is_own_unit: Callable[[str], bool]
) -> ParsedResult:
    """Parse the tokens behind a lab's name; `card`: they were typed alone, on the lab's card."""
    parsed = ParsedResult(end=start)
    last = next((t for t in reversed(tokens) if t.kind not in ("sign", "line")), None)
    parser = _Parser(parsed, last, card=card)
    parts = with_amounts(tokens)
    if any(token.text in _OPEN for token in tokens):
        parts = iter(without_asides(list(parts), is_own_unit))
    for part in parts:
        parser.take(part)
        if parsed.unread_from is not None:
            break
    parser.finish()
    _share_unit(parsed)
    if parsed.unread_from is not None:
        later = [token for token in tokens if token.start >= parsed.unread_from]
        if any(token.word and token.word.kind in _EARLIER for token in later):
            parsed.is_doubtful = True
        if later and later[0].kind == "number":
            parsed.is_number_doubtful = True
    return parsed


def _share_unit(parsed: ParsedResult) -> None:
    """Give the value the unit that is printed behind its range."""
    if parsed.range is not None and parsed.amount is not None and not parsed.amount.unit:
        parsed.amount = parsed.amount._replace(unit=parsed.range.high.unit)


def _is_ordered(span: AmountRange) -> bool:
    """Whether a range goes from low to high, for every meaning of its commas."""
    if any(end.ambiguous or end.spelled for end in (span.low, span.high)):
        return False
    lows, highs = decimals(span.low.number), decimals(span.high.number)
    alike = len(lows) == len(highs)  # commas of one range have the same meaning: `150,000-400,000`
    pairs = zip(lows, highs, strict=True) if alike else product(lows, highs)
    return all(low <= high for low, high in pairs)


class _Parser:
    """Takes the parts of one lab's text from left to right.

    `before` has the brackets and slashes just passed, `label` a word such as `upper` about the
    next number. `mark`: a letter that may mean the normal range, as in `(N 7-56)`. `bracketed` are
    the results in a bracket, kept apart until the bracket ends. `last` is the last token.
    """

    def __init__(self, parsed: ParsedResult, last: Token | None, *, card: bool) -> None:
        self.parsed = parsed
        self.last = last
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
        self.mark = ""
        self.colon_end = -1
        self.bracketed: set[str] = set()
        self.is_reference = False

    def take(self, part: Part) -> None:
        if isinstance(part, Amount):
            self._amount(part)
        elif isinstance(part, AmountRange):
            self._range(part)
        elif part.kind == "word" and part.word is not None:
            self._word(part, part.word.kind)
        elif part.kind == "sign":
            self._sign(part)
        elif part.kind == "unit":
            self._unit(part.text)
        elif part.kind != "line":
            self._unknown(part)
        if self.parsed.unread_from is None:
            sign = isinstance(part, Token) and part.kind == "sign"
            self.last_end = -1 if sign else part.end
            if not (isinstance(part, Token) and part.text in ",、.;:\n"):
                self.parsed.end = part.end

    def _amount(self, amount: Amount) -> None:
        parsed = self.parsed
        self.is_reference |= bool(self.depth and amount.comparator != "=")
        if self.mark and amount.comparator == "=":
            self.note = self.mark
        self.mark = ""
        if self.label == "detection":
            self.label = self.before = ""
            return
        if parsed.amount is None and not self.label and not self.before.strip("(["):
            headed = parsed.unit_before and not amount.unit
            parsed.amount = amount._replace(unit=parsed.unit_before) if headed else amount
            parsed.is_number_doubtful |= self.bare_range
        elif parsed.limit is None and parsed.range is None and self._is_limit(amount):
            parsed.limit = amount
            parsed.is_limit_bare = amount.comparator == "=" and not self.label
        else:
            parsed.is_number_doubtful = True
        # if commas separate columns (`ALT,30,40`), a comma in a number may do so, too
        parsed.is_number_doubtful |= amount.start == self.comma_end and "," in amount.number
        self.label = self.before = ""

    def _unit(self, unit: str) -> None:
        """Take a unit behind an arrow, or before the number as in `Hb (g/L) 112`."""
        amount = self.parsed.amount
        if amount is None and self.depth:
            self.parsed.unit_before = unit
        elif amount is None or amount.unit not in ("", unit):
            self.parsed.is_doubtful = True
        else:
            self.parsed.amount = amount._replace(unit=unit)

    def _is_limit(self, amount: Amount) -> bool:
        if amount.comparator in (">", ">=") or self.label == "lower":
            return False
        marked = self.before in ("/", "(", "[", "/(") or self.label == "upper"
        return marked or amount.comparator in ("<", "<=")

    def _range(self, span: AmountRange) -> None:
        parsed = self.parsed
        self.mark = ""
        if self.label == "detection":
            self.label = ""
            return
        repeated = parsed.range is not None or parsed.limit is not None
        if repeated or self.label == "lower" or (parsed.amount is None and self.label):
            parsed.is_number_doubtful = True
        if not _is_ordered(span):
            parsed.is_number_doubtful = True
        parsed.range = parsed.range or span
        self.bare_range = not self.depth
        self.label = self.before = ""

    def _word(self, token: Token, kind: str) -> None:
        if kind in ("upper", "lower", "range", "detection"):
            self.label = kind
        elif kind in _RESULTS and self.label == "range":
            pass  # in `参考值：阴性` the word is the reference
        elif kind in _RESULTS and self.depth and self.parsed.words & _RESULTS:
            self.bracketed.add(kind)
        elif kind == "flag" and self.before.endswith("/"):
            self.parsed.is_doubtful = True  # the rest of a unit, as in `109/L`
        elif kind in _OTHER_TESTS and self.parsed.amount is not None:
            self.parsed.unread_from = token.start
        elif kind == "again" and token is self.last:
            pass  # in `AST 41，复查 PLT 96` the word belongs to the next name
        elif kind in _DOUBTED:
            self.parsed.is_doubtful = True
        elif kind not in _IGNORED:
            self.parsed.words.add(kind)
        elif token.text in _RESULT_LABELS and self.label == "range":
            self.label = ""

    def _sign(self, token: Token) -> None:
        text = token.text
        if text in _OPEN:
            if not self.depth:
                self.opened, self.closed_before = token.start, self.parsed.end
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
        elif text == ":":
            self.colon_end = token.end
        elif text in "-+":
            self._plus_or_minus(text, behind_colon=self.colon_end >= 0)
            self.colon_end = -1
            self._doubt_dash(text)
        elif text in ("%", "~"):
            self.parsed.is_doubtful = True

    def _plus_or_minus(self, text: str, *, behind_colon: bool) -> None:
        if self.depth:
            self.parsed.signs.add(f"({text})")
        else:
            self.parsed.signs.add(f":{text}" if behind_colon else text)

    def _doubt_dash(self, text: str) -> None:
        """Doubt a dash behind a number or on a card; elsewhere it joins a name and its number."""
        if text == "-" and not self.depth and (self.card or self.parsed.amount is not None):
            self.parsed.is_doubtful = True

    def finish(self) -> None:
        """End a bracket or the text: a remark in brackets stays unread, except a method."""
        parsed, remark = self.parsed, self.note not in ("", "法")
        if not self.is_reference:  # in `(阴性<1.0)` the word is the reference
            parsed.words |= self.bracketed
        self.note, self.bracketed, self.is_reference = "", set(), False
        if not remark or parsed.amount is None:
            return
        parts = (parsed.amount, parsed.limit, parsed.range)
        if any(part and part.start > self.opened for part in parts):
            parsed.is_number_doubtful = True  # `(昨 50)` is no limit
        else:
            parsed.unread_from, parsed.end = self.opened, self.closed_before

    def _unknown(self, token: Token) -> None:
        """Doubt letters before the number or touching it; leave letters behind it unread."""
        parsed = self.parsed
        if self.depth and token.text in _RANGE_MARKS and not self.note:
            self.mark = token.text
            return
        if self.depth and token.kind == "other":
            self.note = token.text
            self.parsed.words.add("note")
            return
        nothing_yet = parsed.amount is None and not parsed.words - {"note"}
        touching = token.start == self.last_end or self.before == "/"
        if nothing_yet or touching or self.card:
            parsed.is_doubtful = True
        else:
            parsed.unread_from = token.start
