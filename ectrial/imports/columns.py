"""Which column of a table is which item: guessed from its title, or said by a person."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from ectrial.imports.answers import plain
from ectrial.imports.faults import Fault, quoted
from ectrial.imports.identity import cell_tells_who, title_tells_who
from ectrial.nearest import unknown
from ectrial.vocabulary import Item, Vocabulary

Means = Literal["subject", "item", "day", "days", "nothing"]
"""The code of the subject, an answer, the day of one sample or of all of the row, or nothing."""
SUBJECT, DAYS, NOTHING, DAY = "subject", "sampled", "-", ".date"
"""How a person says so; the day of one sample is `wbc.date`."""
_SUBJECTS = frozenset(
    {
        *("subject", "subject id", "subject no", "subject code", "subject number", "code"),
        *("screening no", "screening number", "screening id", "id", "受试者编号", "受试者代码"),
        *("筛选号", "筛选编号", "编号", "受试者号", "研究编号"),
    }
)
_DAYS = frozenset(
    {
        *("sample date", "date of sample", "sampling date", "sampled", "lab date", "date of labs"),
        *("采样日期", "检验日期", "化验日期", "标本日期", "采血日期"),
    }
)
_DATE_WORDS = (" date", "日期", ".date")
_LIMIT_WORDS = (" uln", "uln", "正常值上限", "参考上限", "上限", " upper limit")
_BRACKETED = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")
_IN_SQUARE_BRACKETS = re.compile(r"(.+?)\s*[\[【]([^\[\]【】]+)[\]】]")
_BEHIND_A_COMMA = re.compile(r"(.+?)\s*[,，]\s*([^,，]*[/%^*][^,，]*)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its letter, its title, what it means, of which item, and in which unit."""

    place: str
    title: str
    means: Means
    item: str = ""
    unit: str = ""
    is_known: bool = field(default=False, compare=False)
    """Whether its title is known; 白血球 is no Mr. White."""

    @property
    def tells_who(self) -> bool:
        """Whether its title may tell who a patient is."""
        is_name = not self.is_known and cell_tells_who(self.title)
        return is_name or title_tells_who(self.title)

    @property
    def where(self) -> str:
        """The column in words; a title that may tell who a patient is, is not repeated.

        >>> Column("C", "WBC", "item", "wbc").where
        "column C ('WBC')"
        """
        return f"column {self.place}" + ("" if self.tells_who else f" ({quoted(self.title)})")


def letter(number: int) -> str:
    """Name a column as a spreadsheet does, from 0.

    >>> letter(0), letter(25), letter(26), letter(701), letter(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def columns_of(
    titles: Sequence[str], items: Vocabulary, said: Mapping[str, str]
) -> tuple[tuple[Column, ...], tuple[Fault, ...]]:
    """Give what each column means, and what is wrong with that; `said` is by title or letter."""
    by_title = _Guesses(items)
    found: list[Column] = []
    faults: list[Fault] = []
    told = dict(said)
    named = {plain(name): name for name in said}
    for number, title in enumerate(titles):
        place = letter(number)
        meaning = told.pop(named.get(plain(title), ""), None) or told.pop(place, None)
        column = by_title.guess(place, title)
        is_known = column.means != "nothing"
        if meaning is not None:
            column, fault = _as_said(place, title, meaning, items)
            faults += [fault] if fault else []
        found.append(replace(column, is_known=is_known))
    faults += [Fault("--map", f"there is no column {quoted(each)}") for each in told]
    return tuple(found), (*faults, *_doubles(found), *_without_subject(found))


def _as_said(
    place: str, title: str, meaning: str, items: Vocabulary
) -> tuple[Column, Fault | None]:
    name, _, unit = meaning.strip().partition(" ")
    if name == SUBJECT:
        return Column(place, title, "subject"), None
    if name == DAYS:
        return Column(place, title, "days"), None
    if name == NOTHING:
        return Column(place, title, "nothing"), None
    of = name.removesuffix(DAY)
    if of not in items:
        known = [SUBJECT, DAYS, *items]
        where = f"--map {title or place}"
        return Column(place, title, "nothing"), Fault(where, unknown("item", of, known))
    if of != name:
        return Column(place, title, "day", of), None
    return Column(place, title, "item", of, unit.strip()), None


def _doubles(columns: Iterable[Column]) -> Iterator[Fault]:
    """Tell two columns that mean the same."""
    seen: dict[tuple[str, str], Column] = {}
    for column in columns:
        if column.means == "nothing":
            continue
        first = seen.setdefault((column.means, column.item), column)
        if first is not column:
            what = column.item or column.means
            yield Fault(column.where, f"is {what}, as column {first.place} is: leave one out")


def _without_subject(columns: Iterable[Column]) -> Iterator[Fault]:
    if not any(column.means == "subject" for column in columns):
        yield Fault("the file", 'no column has the code of the subject; say --map "TITLE=subject"')


class _Guesses:
    """The columns that titles name, by id, former id, name and the names in reports."""

    def __init__(self, items: Vocabulary) -> None:
        self._items = items
        self._by_name: dict[str, str | None] = {}
        for item in items.values():
            for name in dict.fromkeys(map(plain, _names(item))):
                # a name of two items is of neither
                self._by_name[name] = None if name in self._by_name else item.id

    def guess(self, place: str, title: str) -> Column:
        """Give the column that a title names; one that means nothing where it is not clear."""
        name = plain(title)
        if name in _SUBJECTS:
            return Column(place, title, "subject")
        if name in _DAYS:
            return Column(place, title, "days")
        if item := self._item(name):
            return Column(place, title, "item", item)
        for form in (_BRACKETED, _IN_SQUARE_BRACKETS, _BEHIND_A_COMMA):
            found = form.fullmatch(title.strip())
            item = self._item(plain(found[1])) if found else None
            if found and item and self._items[item].kind == "quantity":
                return Column(place, title, "item", item, found[2].strip())
        for word in _DATE_WORDS:
            if name.endswith(word) and (item := self._item(name.removesuffix(word).strip())):
                return Column(place, title, "day", item)
        return Column(place, title, "nothing")

    def _item(self, name: str) -> str | None:
        if found := self._by_name.get(name):
            return found
        for word in _LIMIT_WORDS:
            of = (
                self._by_name.get(name.removesuffix(word).strip()) if name.endswith(word) else None
            )
            if of and (limit := self._items[of].uln) in self._items:
                return limit
        return None


def _names(item: Item) -> Iterator[str]:
    yield from (item.id, *item.formerly, item.name.en, item.name.zh)
    yield from item.names.takes
