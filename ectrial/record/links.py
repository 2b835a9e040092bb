"""Which subjects of different trials are the same patient, as persons have said.

A code is a name within one trial. Who says that two codes are one patient leaves an entry in a
screening of each: both hold the same opaque name of the pair and nothing else, so neither names
the other trial. Only who reads all entries of a site can put the two together.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, get_args

from ectrial.record.entries import Entry, Kind
from ectrial.record.subjects import ScreeningId

Compared = Literal["agree", "differ", "open"]
"""Sex and age of the two, as shown to who linked them; `open`: not known of both."""
COMPARED: tuple[Compared, ...] = get_args(Compared)
OF_LINKS = (Kind.LINKED, Kind.UNLINKED)
_PAIR = re.compile(r"[A-Za-z0-9_-]{8,40}")
WHOLE = 2


class Code(NamedTuple):
    """A subject of one trial: every screening of it is of the same patient."""

    site: str
    trial: str
    subject: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two screenings whose subjects are one patient, unless it is `over`."""

    screenings: tuple[ScreeningId, ...] = ()
    over: tuple[ScreeningId, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether both sides are there, and nobody has taken it back."""
        return len(self.screenings) == WHOLE and not self.over


@dataclass(frozen=True, slots=True)
class Links:
    """Every pair by its name, also those that are over: no name is used twice."""

    pairs: Mapping[str, Pair] = field(default_factory=dict)

    def same_patient(self, id_: ScreeningId) -> frozenset[Code]:
        """Give every subject said to be this one's patient, also by way of others, and itself."""
        known, found = self._linked(), {code_of(id_)}
        waiting = list(found)
        while waiting:
            new = known.get(waiting.pop(), frozenset()) - found
            found |= new
            waiting += new
        return frozenset(found)

    def are_linked(self, one: ScreeningId, other: ScreeningId) -> bool:
        """Whether two screenings are of the same patient, as far as was said."""
        return code_of(other) in self.same_patient(one)

    def between(self, one: ScreeningId, other: ScreeningId) -> str | None:
        """Give the name of the standing pair of exactly these subjects."""
        wanted = {code_of(one), code_of(other)}
        stand = ((name, pair) for name, pair in self.pairs.items() if pair.stands)
        return next((n for n, pair in stand if set(map(code_of, pair.screenings)) == wanted), None)

    def _linked(self) -> Mapping[Code, frozenset[Code]]:
        known: dict[Code, frozenset[Code]] = {}
        for pair in self.pairs.values():
            if pair.stands:
                both = frozenset(map(code_of, pair.screenings))
                known |= {code: known.get(code, both) | both for code in both}
        return known


def code_of(id_: ScreeningId) -> Code:
    """Give the subject of a screening."""
    return Code(id_.site, id_.trial, id_.subject)


def fold_links(entries: Iterable[Entry], onto: Links | None = None) -> Links:
    """Give the links after these entries; ValueError for one that makes no sense after the rest.

    An entry that was redacted with the answers is empty: what it linked is linked no more.
    """
    links = onto or Links()
    for entry in entries:
        is_emptied = entry.said.screening is None and entry.said.value is None
        if not is_emptied and (step := _STEPS.get(entry.said.kind)) is not None:
            name, id_ = _read(entry)
            pair = step(links, links.pairs.get(name, Pair()), id_)
            links = Links({**links.pairs, name: pair})
    return links


def halves(links: Links, entries: Iterable[Entry]) -> Iterator[str]:
    """Name the pairs of which these entries wrote only one side: the two come in one append."""
    for name in {each.said.value["pair"] for each in entries if each.said.kind in OF_LINKS}:
        pair = links.pairs[name]
        if len(pair.screenings) != WHOLE or len(pair.over) not in (0, WHOLE):
            yield name


def _read(entry: Entry) -> tuple[str, ScreeningId]:
    said = entry.said
    if said.screening is None or said.item or said.text or said.source or said.reason:
        raise ValueError("a link that says more than a pair, or is of no screening")
    parts = {"pair", "compared"} if said.kind is Kind.LINKED else {"pair"}
    if said.value.keys() != parts or _PAIR.fullmatch(said.value["pair"]) is None:
        raise ValueError("no name of a pair")
    if said.kind is Kind.LINKED and said.value["compared"] not in COMPARED:
        raise ValueError("a link that does not say what was compared")
    return said.value["pair"], said.screening


def _linked(links: Links, pair: Pair, id_: ScreeningId) -> Pair:
    """Add one side; the second makes the two one patient."""
    if pair.over or len(pair.screenings) == WHOLE:
        raise ValueError("the name of another pair")
    for other in pair.screenings:
        trials = [code[:2] for code in links.same_patient(id_) | links.same_patient(other)]
        # one patient has one code in a trial; linked already, there is nothing to say
        if len(trials) != len(set(trials)) or links.are_linked(id_, other):
            raise ValueError("two codes of one trial, or a link that stands")
        if other.site != id_.site:
            raise ValueError("subjects of two sites")
    return replace(pair, screenings=(*pair.screenings, id_))


def _unlinked(_: Links, pair: Pair, id_: ScreeningId) -> Pair:
    sides = set(map(code_of, pair.screenings)) - set(map(code_of, pair.over))
    if len(pair.screenings) != WHOLE or code_of(id_) not in sides:
        raise ValueError("no link that stands there")
    return replace(pair, over=(*pair.over, id_))


_STEPS: Mapping[Kind, Callable[[Links, Pair, ScreeningId], Pair]] = {
    Kind.LINKED: _linked,
    Kind.UNLINKED: _unlinked,
}
