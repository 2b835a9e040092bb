"""A text divided into one segment a lab: the name, and everything up to the next name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ectrial.labs.lexicon import Name
from ectrial.labs.tokens import Token

_STRICTNESS = {"asks": 0, "takes": 1, "percent": 2, "refuses": 3}
"""A fuller name counts beside one that says too little, a look-alike's beside either."""

_CLOSERS = frozenset(";")


@dataclass
class Segment:
    """One lab and what was written of it; without a name, what no name stands before.

    `line` is where it begins among the lines; `glued` says that what stands before its name may
    change it.
    """

    start: int
    line: int
    name: Name | None = None
    glued: bool = False
    tokens: list[Token] = field(default_factory=list)
    end: int = 0

    @property
    def has_number(self) -> bool:
        """Whether any number was written of it."""
        return any(token.kind == "number" for token in self.tokens)

    @property
    def is_blank(self) -> bool:
        """Whether nothing but signs was written of it."""
        return all(token.kind in ("sign", "line") for token in self.tokens)

    def add_name(self, token: Token, name: Name) -> bool:
        """Take another name of the same lab, such as `白细胞(WBC)`; the stricter one counts."""
        if self.name is None or self.name.item != name.item or not self.is_blank:
            return False
        if any(each.text == "/" for each in self.tokens):
            return False
        self.tokens, self.end = [], token.end
        if _STRICTNESS[name.kind] > _STRICTNESS[self.name.kind]:
            self.name = name
        return True


def segments(tokens: Iterable[Token]) -> Iterator[Segment]:
    """Divide the tokens; a line's end closes a lab, since a column may follow it."""
    current = Segment(0, 0)
    line, specimen = 0, False
    before: Token | None = None
    earlier: Token | None = None
    for token in tokens:
        if token.kind == "name" and token.name is not None:
            name, glued = _in_place(token, token.name, before, foreign=specimen)
            glued = glued or _is_prefixed(token, before, earlier)
            if not current.add_name(token, name):
                yield current
                current = Segment(token.start, line, name, glued, end=token.end)
        elif token.kind == "line" or token.text in _CLOSERS:
            line += token.kind == "line"
            if current.name is not None:
                yield current
                current = Segment(token.end, line)
            else:
                current.tokens.append(token)
        else:
            current.tokens.append(token)
        specimen = _specimen(token, before, specimen=specimen)
        earlier, before = before, token
    yield current


def _specimen(token: Token, before: Token | None, *, specimen: bool) -> bool:
    """Whether what follows is of urine or another fluid, by the last heading."""
    if token.word is not None and token.word.kind in ("panel", "blood"):
        return token.word.kind == "panel"
    if token.text == ":" and before is not None and before.word is not None:
        return specimen or before.word.kind == "specimen"
    return specimen and token.text not in _CLOSERS


def _is_prefixed(token: Token, before: Token | None, earlier: Token | None) -> bool:
    """Whether letters and a dash touch the name, as in `U-CREA`."""
    if before is None or earlier is None or before.text != "-":
        return False
    touching = earlier.end == before.start and before.end == token.start
    return touching and earlier.kind in ("other", "word")


def _in_place(
    token: Token, name: Name, before: Token | None, *, foreign: bool
) -> tuple[Name, bool]:
    """Refuse a name of another fluid; doubt one that ends a longer word or is qualified."""
    kind = before.word.kind if before is not None and before.word is not None else ""
    if foreign or kind == "specimen":
        return Name(name.item, "refuses"), False
    if before is None or before.word is None:
        return name, before is not None and before.kind == "other" and before.end == token.start
    return name, kind in ("another", "qualifier")
