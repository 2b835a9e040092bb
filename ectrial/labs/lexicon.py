"""The lexicon: all names, words and units of reports, found by their first character."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from ectrial.item_names import Names
from ectrial.labs.analytes import analyte_of
from ectrial.labs.units import own_spellings, typed_forms
from ectrial.quantity import COMPARATORS, Comparator
from ectrial.vocabulary import Item
from ectrial.yaml_file import YamlFile

FILE = Path(__file__).parent / "words.yaml"
_JOINTS = str.maketrans("", "", " -_.,")
_JOINT = r"(?:[ \-_.]| ?- ?|, ?)?"
_JOINT_STARTS = " -_.,"
_LONGEST_UNIT = 32

NameKind = Literal["takes", "asks", "with_unit", "share_or_count", "percent", "refuses", "fluid"]
_KINDS: tuple[NameKind, ...] = (
    *("refuses", "percent", "with_unit", "share_or_count"),
    *("asks", "takes"),
)


class Name(NamedTuple):
    """The item that a name in a report stands for, and the kind of the name (see item_names)."""

    item: str
    kind: NameKind


class Word(NamedTuple):
    """A word of a report and its kind: its effect on the numbers beside it (see words.yaml)."""

    kind: str
    comparator: Comparator = "="


class Lexicon:
    """The names of a vocabulary and the words around them."""

    def __init__(self, items: Iterable[Item]) -> None:
        items, data = tuple(items), YamlFile(FILE).data
        self._names: dict[str, Name] = {}
        self._words: dict[str, Word] = {}
        spelled = tuple(_spelled(items))
        for typed, name in spelled:
            self._names.setdefault(typed.translate(_JOINTS), name)
        for kind, words in data["kinds"].items():
            self._words |= {word: Word(kind) for word in words}
        for place in ("before", "behind"):
            for sign, words in data[place].items():
                self._words |= {word: Word(place, COMPARATORS[sign]) for word in words}
        self._name_patterns = _Patterns([typed for typed, _ in spelled], _JOINT, _JOINT_STARTS)
        self._word_patterns = _Patterns(self._words, " ", " ")
        self.scaled_rarely = frozenset(data["scaled_rarely"])
        self.scaled: Mapping[str, tuple[str, str]] = {
            u: (f, c) for u, (f, c) in {**data["scaled"], **data["scaled_rarely"]}.items()
        }
        self.in_fluids = {item.id: analyte_of(item).fluids for item in items}
        self.no_unit = frozenset(data["no_unit"])
        self.prose = frozenset(data["prose"])
        refused = [form for item in items for form in item.refused_units]
        forms = {*typed_forms(), *data["foreign_units"], *self.scaled, *self.no_unit, *refused}
        self._units = _longest_first(forms)
        own = ((item.id, own_spellings(item)) for item in items)
        self._own_units = {item: _longest_first(forms) for item, forms in own if forms}
        """The forms of those units that no table has, by item: only behind its numbers."""

    def name_at(self, text: str, start: int) -> tuple[Name, int] | None:
        """Give the longest name that begins at `start`, and its end."""
        found = self._name_patterns.match(text, start)
        return (self._names[found[0].translate(_JOINTS)], found.end()) if found else None

    def word_at(self, text: str, start: int) -> tuple[Word, int] | None:
        """Give the longest word that begins at `start`, and its end."""
        found = self._word_patterns.match(text, start)
        return (self._words[found[0]], found.end()) if found else None

    def unit_at(self, text: str, start: int, item: str = "") -> tuple[str, int] | None:
        """Give the longest unit that begins at `start`, without blanks, and its end.

        `item` is the item whose number stands before it: its own units are known, too.
        """
        piece = text[start : start + _LONGEST_UNIT].partition("\n")[0]
        squeezed = piece.replace(" ", "").translate(_UNIT_SIGNS)
        if not squeezed:
            return None
        found = self._known_unit(text, start, piece, squeezed)
        for form in _beginning(squeezed, self._own_units.get(item, {})):
            end = start + _nth(piece, len(form))
            if _ends(text, end):
                return (form, end) if found is None or end > found[1] else found
        return found

    def _known_unit(
        self, text: str, start: int, piece: str, squeezed: str
    ) -> tuple[str, int] | None:
        for form in _beginning(squeezed, self._units):
            # a lone `*` marks an abnormal value; it means `x` only within a longer unit
            if form != "x" or text[start] == "x":
                if form == "k" and not text[start - 1 : start].isdigit():
                    continue  # without its number, this letter means potassium
                end = start + _nth(piece, len(form))
                if _ends(text, end) and not _FALSE_END[form == "uln", form == "x"].match(
                    text, end
                ):
                    return form, end
        return None

    def unknown_unit_at(self, text: str, start: int) -> tuple[str, int] | None:
        """Give a unit that no list has, as in `8.2 pkat/L`; a 1 in it may be a miscopied L."""
        found = _UNIT_SHAPE.match(text, start)
        if found is None or self.name_at(text, start):
            return None
        form = found[0].replace(" ", "")
        mended = form.replace("1", "l").replace("0", "o")
        known = mended in self._units.get(mended[:2], ())
        return (mended if known else form), found.end()


@lru_cache(maxsize=8)
def lexicon_of(items: tuple[Item, ...]) -> Lexicon:
    """Give the lexicon of these items, made once: sorting its thousand names takes 40 ms.

    Versions of a trial with the same items share it. More than these few are never in use.
    """
    return Lexicon(items)


def _spelled(items: Sequence[Item]) -> Iterator[tuple[str, Name]]:
    """Give every name in its typed form; names from analytes.yaml come first and have priority."""
    for source in (analyte_of, _names_of):
        for item in items:
            for kind in _KINDS:
                for typed in getattr(source(item), kind, ()):
                    yield typed, Name(item.id, kind)


def _names_of(item: Item) -> Names:
    return item.names


_UNIT_SHAPE = re.compile(
    r"[a-z]{1,12}[0-9]{0,2}[a-z]{0,4} ?/ ?"
    r"(?:100 ?ml|[dmunpf]?[l1]|cumm|mm3|mmc|hpf|lpf|[mk]?g|min|sec|s|h|d|day)(?![a-z0-9])"
    r"|[munpfk]?(?:mol|kat|eq|osm)(?![a-z])"
    r"|[毫微纳皮千]?(?:克|摩尔|国际单位|单位)[/每%][一-龥a-z0-9]{0,4}|[一-龥]{0,4}单位"
)

_UNIT_SIGNS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹*", "0123456789x")
_FALSE_END = {
    (True, False): re.compile(r" *[:=]? *[0-9<≤]"),  # `ULN 50` is a label before its number
    # `x 10` is a power of ten, and a multiple has no unit
    (False, True): re.compile(r" *(?:[0-9]|i?u/l|m?g/d?l|[uμµm]mol|[uμµ]kat)"),
    (False, False): re.compile(r"(?!)"),
}
"""What must not follow the units `uln` and `x`."""


def _ends(text: str, end: int) -> bool:
    """Whether no word or number continues at this position."""
    if end >= len(text) or not text[end - 1].isascii() or not text[end].isascii():
        return True
    if text[end - 1].isdigit():
        return not text[end].isdigit()
    return not (text[end - 1].isalpha() and text[end].isalpha())


def _nth(piece: str, count: int) -> int:
    """Give the position behind this many characters, without counting blanks."""
    for place, character in enumerate(piece):
        count -= character != " "
        if not count:
            return place + 1
    return len(piece)


def _beginning(squeezed: str, units: Mapping[str, list[str]]) -> Iterator[str]:
    """Give the forms with which a text without blanks begins, the longest first."""
    for form in (*units.get(squeezed[:2], ()), *units.get(squeezed[0], ())):
        if squeezed.startswith(form):
            yield form


def _longest_first(forms: Iterable[str]) -> Mapping[str, list[str]]:
    """Give the forms by their first two characters, the longest first."""
    by_first: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        by_first.setdefault(form[:2], []).append(form)
    return by_first


class _Patterns:
    """A pattern for each first two characters: longest word first, up to the end of a word.

    `joint` is a pattern for a blank of a word, and `joint_starts` has the characters with which a
    joint may begin. A pattern is compiled when a text first needs it: all of them take half a
    second, and one for all words of a first character would be slow to match.
    """

    def __init__(self, words: Iterable[str], joint: str, joint_starts: str) -> None:
        self._words: dict[str, list[str]] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._joint = joint
        ordered = sorted(set(words), key=len, reverse=True)
        for word in ordered:
            for second in _second_characters(word, joint_starts):
                self._words.setdefault(word[0] + second, []).append(word)
        for word in ordered:
            if len(word) == 1:
                for beginning, longer in self._words.items():
                    if beginning[0] == word:
                        longer.append(word)
                self._words[word] = [word]

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """Match the longest word that begins at `start`."""
        beginning = text[start : start + 2]
        if beginning not in self._words:
            beginning = beginning[:1]
        pattern = self._compiled.get(beginning)
        if pattern is None and beginning in self._words:
            pattern = self._compiled[beginning] = self._compile(self._words[beginning])
        return pattern.match(text, start) if pattern else None

    def _compile(self, words: Iterable[str]) -> re.Pattern[str]:
        return re.compile("|".join(_ended(word, self._joint) for word in words))


def _ended(word: str, joint: str) -> str:
    """Give the pattern of a word, which no letter may continue."""
    end = "(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return joint.join(re.escape(part) for part in word.split(" ")) + end


def _second_characters(word: str, joint_starts: str) -> Iterable[str]:
    """Give the characters that may stand second in a text with this word."""
    if word[1:2] != " ":
        return word[1:2]
    return {*joint_starts, word[2]}
