"""A text divided into passages, one for each lab: its name and the text up to the next name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ectrial.labs.lexicon import Name
from ectrial.labs.specimens import Specimen
from ectrial.labs.tokens import Token

_STRICTNESS = {
    "asks": 0,
    "with_unit": 1,
    "share_or_count": 2,
    "takes": 3,
    "percent": 4,
    "refuses": 5,
    "fluid": 6,
}
"""If a lab has several names, the strictest kind counts: a clear one before a vague one."""

_CLOSERS = frozenset(";")
_COLUMN_SIGNS = frozenset("|\\")
_SIGN_RESULTS = ("+", "(-", "[-", ":-")
_DOUBTED_BEFORE = frozenset({"another", "past", "qualifier"})
_RESULTS = frozenset({"结果", "result", "results"})
_ENDS = frozenset(")];,.")


@dataclass
class Passage:
    """One lab's name and the tokens behind it; `name` is None for tokens before any name.

    `line` is the number of its first line. `is_doubtful`: the text before the name, or a second
    number behind a semicolon, may change the meaning, so the person is asked.
    """

    start: int
    line: int
    name: Name | None = None
    is_doubtful: bool = False
    tokens: list[Token] = field(default_factory=list)
    end: int = 0

    @property
    def has_number(self) -> bool:
        """Whether the passage contains a number."""
        return any(token.kind == "number" for token in self.tokens)

    @property
    def is_blank(self) -> bool:
        """Whether only signs stand behind the name."""
        return all(token.kind in ("sign", "line") for token in self.tokens)

    def names_fluid_behind(self, *, before_name: bool) -> bool:
        """Whether a word behind the number names another fluid, as in `Albumin 22 g/L (ascites)`.

        `before_name`: another name follows, so a fluid at the very end belongs to that name.
        """
        has_number = False
        for place, token in enumerate(self.tokens):
            has_number = has_number or token.kind == "number"
            if has_number and token.word is not None and token.word.kind == "specimen":
                follows = self.tokens[place + 1 : place + 2]
                is_last = not follows and not before_name
                if is_last or any(t.kind == "line" or t.text in _ENDS for t in follows):
                    return True
        return False

    def is_list(self) -> bool:
        """Whether this name and the next stand side by side, as in `ALT、AST 30、28`."""
        apart = any(each.text in (":", "=", "(", ")", "[", "]") for each in self.tokens)
        return self.name is not None and self.is_blank and not apart

    def _joins_names(self) -> bool:
        """Whether only signs and words such as `测定` stand behind the name, and no result."""
        signs = "".join(token.text for token in self.tokens)
        if any(result in signs for result in _SIGN_RESULTS):
            return False
        return all(
            token.kind in ("sign", "line")
            or token.text in _COLUMN_SIGNS
            or (token.word is not None and token.word.kind in ("is", "tests", "blood"))
            for token in self.tokens
        )

    def add_name(self, token: Token, name: Name) -> bool:
        """Add a second name of the same lab, such as `白细胞(WBC)`; the stricter one counts."""
        if self.name is None or self.name.item != name.item or not self._joins_names():
            return False
        if any(each.text == "/" for each in self.tokens):
            return False
        self.tokens, self.end = [], token.end
        if _STRICTNESS[name.kind] > _STRICTNESS[self.name.kind]:
            self.name = name
        return True


def passages(
    tokens: Iterable[Token], specimens: Mapping[int, Specimen] = MappingProxyType({})
) -> Iterator[Passage]:
    """Divide the tokens; a line end also ends a passage, as the next line may be a new column.

    `specimens` are the specimens other than blood, by the position of the name.
    """
    divider = _Divider(specimens)
    for token in tokens:
        yield from divider.take(token)
    yield from divider.finish()


class _Divider:
    """Collects the tokens of one passage after another.

    `heading` has the kinds of words before the first name of a line. `closed` is a passage that
    a semicolon ended.
    """

    def __init__(self, specimens: Mapping[int, Specimen]) -> None:
        self.specimens = specimens
        self.current = Passage(0, 0)
        self.line = 0
        self.heading: set[str] = set()
        self.closed: Passage | None = None
        self.before: Token | None = None
        self.earlier: Token | None = None

    def finish(self) -> Iterator[Passage]:
        yield from self._closed()
        yield self.current

    def take(self, token: Token) -> Iterator[Passage]:
        if self.closed is not None:
            self.closed.is_doubtful |= token.kind == "number"  # `Hb 112; 98`
            yield from self._closed()
        if token.kind == "name" and token.name is not None:
            yield from self._name(token, token.name)
        elif token.kind == "line" or token.text in _CLOSERS:
            yield from self._close(token)
        else:
            self._add(token)
        self.earlier, self.before = self.before, token

    def _name(self, token: Token, typed: Name) -> Iterator[Passage]:
        name, is_doubtful = _checked(token, typed, self.before, self.specimens.get(token.start))
        is_doubtful = is_doubtful or _is_prefixed(token, self.before, self.earlier)
        if self.current.add_name(token, name):
            return
        is_doubtful = is_doubtful or self.current.is_list() or self._heads_no_result()
        if token.text.casefold().startswith("uln"):  # `ULN ALT 40, AST 35` may go on with limits
            self.heading.add("upper")
        yield self.current
        self.current = Passage(token.start, self.line, name, is_doubtful, end=token.end)

    def _close(self, token: Token) -> Iterator[Passage]:
        if token.kind == "line":
            self.line += 1
            self.heading = set()
        if self.current.name is None:
            self.current.tokens.append(token)
            return
        if token.kind != "line":
            self.closed = self.current
        else:
            yield self.current
        self.current = Passage(token.end, self.line)

    def _closed(self) -> Iterator[Passage]:
        if self.closed is not None:
            yield self.closed
        self.closed = None

    def _add(self, token: Token) -> None:
        self.current.tokens.append(token)
        if self.current.name is None and token.word is not None:
            self.heading.add("result" if token.text in _RESULTS else token.word.kind)

    def _heads_no_result(self) -> bool:
        """Whether the line's heading excludes present results: `治疗前`, `ULN`, `Transfuse if`."""
        if self.heading & {"no_result", "index"}:
            return True
        if self.heading & {"now", "result"}:
            return False
        return bool(self.heading & {"past", "upper", "lower", "range"})


def _is_prefixed(token: Token, before: Token | None, earlier: Token | None) -> bool:
    """Whether letters and a dash touch the name, as in `U-CREA`."""
    if before is None or earlier is None or before.text != "-":
        return False
    touching = earlier.end == before.start and before.end == token.start
    return touching and earlier.kind in ("other", "word")


def _checked(
    token: Token, name: Name, before: Token | None, specimen: Specimen | None
) -> tuple[Name, bool]:
    """Refuse a name of another fluid; doubt a name that is qualified or ends a longer word."""
    if specimen == "fluid" and name.kind != "refuses":
        return Name(name.item, "fluid"), False
    kind = before.word.kind if before is not None and before.word is not None else ""
    if before is None or before.word is None:
        touches = before is not None and before.kind == "other" and before.end == token.start
        return name, touches or specimen is not None
    return name, kind in _DOUBTED_BEFORE or specimen is not None
