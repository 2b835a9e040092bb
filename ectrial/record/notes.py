"""Notes of the team about answers, screenings, criteria and the listing's words, with threads.

A note is for its author alone or for the team. It hangs beside its screening and changes nothing
there: whoever is not shown it cannot tell from anything that it exists.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, cast, get_args

from ectrial.record.entries import JSON, Entry, Kind, whole
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import LEADERS
from ectrial.record.threads import ThreadLine, line_of

Readers = Literal["author", "team"]
"""Who reads a note: its author alone, or the team of the site."""
What = Literal["screening", "answer", "criterion", "words"]
"""What a note is about: a screening as a whole, an answer, a criterion, or words of one."""
READING_FOR_THE_TEAM = ("admin", "principal", "investigator", "coordinator")
"""The roles that read what is for the team. A monitor is the sponsor's, and raises queries."""


@dataclass(frozen=True, slots=True)
class About:
    """What a note is about. `of` is an item for an answer, and a criterion for what it says.

    `span` is where words stand in the verbatim text of their criterion: from a letter up to
    another. The words themselves are the listing's and are not stored again.
    """

    what: What
    of: str = ""
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One note and its thread, the oldest line first; `seq` is the entry that it begins with.

    `told` is the colleague whom it concerns, such as who gave the answer. `version` and
    `fingerprint` are those of the protocol whose words it is about. `resolved` says who resolved
    it, and is None while it is open.
    """

    seq: int
    screening: ScreeningId
    at_utc: datetime
    author: int
    role: str
    about: About
    readers: Readers
    text: str
    told: int | None = None
    version: str = ""
    fingerprint: str = ""
    thread: tuple[ThreadLine, ...] = ()
    resolved: ThreadLine | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has resolved it."""
        return self.resolved is None

    @property
    def last_seq(self) -> int:
        """The entry of its latest line."""
        return self.thread[-1].seq if self.thread else self.seq

    @property
    def concerned(self) -> frozenset[int]:
        """Whom it concerns: its author, who was told of it, and who said something to it."""
        said = {line.actor for line in self.thread if line.text}
        return frozenset({self.author, *said, *([] if self.told is None else [self.told])})

    def is_seen_by(self, person: int, role: str) -> bool:
        """Whether a person in this role may know of it."""
        if self.readers == "author":
            return person == self.author
        return role in READING_FOR_THE_TEAM

    def may_be_resolved_by(self, person: int, role: str) -> bool:
        """Whether a person in this role may resolve it, or open it again."""
        is_own = person == self.author
        return self.is_seen_by(person, role) and (is_own or role in LEADERS)

    def may_be_for(self, readers: Readers, person: int, role: str) -> bool:
        """Whether a person may have these read it from now on; nobody hides what others said."""
        if readers == self.readers or person != self.author:
            return False
        if readers == "team":
            return role in READING_FOR_THE_TEAM
        return all(line.actor == self.author for line in self.thread)


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a site, of all screenings. Whoever reads them says for whom."""

    _all: Mapping[ScreeningId, Mapping[int, Note]] = field(default_factory=dict, repr=False)
    # what each person is or was concerned by, as every card asks for it
    _by_person: Mapping[int, Mapping[int, ScreeningId]] = field(default_factory=dict, repr=False)

    def seen_by(
        self, person: int, role: str, screening: ScreeningId | None = None
    ) -> tuple[Note, ...]:
        """Give the notes that a person in a role may know of, of one screening or of all.

        Those of a screening stand together, the oldest first.
        """
        return tuple(each for each in self._of(screening) if each.is_seen_by(person, role))

    def concerning(self, person: int, role: str) -> tuple[Note, ...]:
        """Give the notes of all screenings that concern a person who may know of them."""
        found = (self._all[id_][seq] for seq, id_ in self._by_person.get(person, {}).items())
        return tuple(n for n in found if person in n.concerned and n.is_seen_by(person, role))

    def of_the_team(self, screening: ScreeningId | None = None) -> tuple[Note, ...]:
        """Give the notes that may be printed: those for the team, the oldest first."""
        return tuple(each for each in self._of(screening) if each.readers == "team")

    def after(self, entries: Iterable[Entry]) -> "Notes":
        """Give the notes after these entries, as `fold_notes` does."""
        known, by_person = dict(self._all), dict(self._by_person)
        for entry in entries:
            id_ = entry.said.screening
            # one that was redacted with its answers is empty
            if entry.said.kind in OF_NOTES and id_ is not None:
                note = _after(known.get(id_, {}), entry, id_)
                known[id_] = {**known.get(id_, {}), note.seq: note}
                for person in note.concerned:
                    by_person[person] = {**by_person.get(person, {}), note.seq: id_}
        return Notes(known, by_person)

    def _of(self, screening: ScreeningId | None) -> Iterator[Note]:
        wanted = self._all.values() if screening is None else [self._all.get(screening, {})]
        yield from (note for each in wanted for note in each.values())


def fold_notes(entries: Iterable[Entry], onto: Notes | None = None) -> Notes:
    """Give the notes after these entries; `onto` are those before them.

    Raises KeyError, TypeError or ValueError for an entry that makes no sense after the others.
    """
    return (onto or Notes()).after(entries)


def value_of(about: About, readers: Readers, told: int | None) -> JSON:
    """Give the value of the entry that writes a note."""
    span = None if about.span is None else list(about.span)
    return {"about": about.what, "span": span, "readers": readers, "told": told}


def _after(known: Mapping[int, Note], entry: Entry, id_: ScreeningId) -> Note:
    if entry.said.kind is Kind.NOTE_WRITTEN:
        return _written(entry, id_)
    before = known[whole(entry.said.value["note"])]
    after = _STEPS[entry.said.kind](before, entry)
    return replace(after, thread=(*before.thread, line_of(entry)))


def _written(entry: Entry, id_: ScreeningId) -> Note:
    said = entry.said
    about, readers = _about(said.item or "", said.value), _readers(said.value["readers"])
    if readers == "team" and entry.role not in READING_FOR_THE_TEAM:
        raise ValueError("a note for a team that its author is not of")
    return Note(
        entry.seq,
        id_,
        entry.at_utc,
        entry.actor,
        entry.role,
        about,
        readers,
        _words(entry),
        _told(said.value, readers),
        said.protocol_version or "",
        said.protocol_hash or "",
    )


def _about(of: str, value: JSON) -> About:
    what, written = value["about"], value["span"]
    span = None if written is None else (whole(written[0]), whole(written[1]))
    if what not in get_args(What) or bool(of) == (what == "screening"):
        raise ValueError("a note about nothing that is known")
    if (span is None) == (what == "words") or (span and not 0 <= span[0] < span[1]):
        raise ValueError("a note about words that stand nowhere")
    return About(cast("What", what), of, span)


def _readers(written: JSON) -> Readers:
    if written not in get_args(Readers):
        raise ValueError("no such readers of a note")
    return cast("Readers", written)


def _told(value: JSON, readers: Readers) -> int | None:
    told = value["told"]
    if told is not None and readers == "author":
        raise ValueError("a colleague told of what is the author's alone")
    return None if told is None else whole(told)


def _words(entry: Entry) -> str:
    if entry.said.text is None:
        raise ValueError("a note without words")
    return entry.said.text


def _replied(note: Note, entry: Entry) -> Note:
    if not note.is_seen_by(entry.actor, entry.role) or not note.is_open:
        raise ValueError("a reply of somebody who does not see the note, or to a resolved one")
    _words(entry)
    return note


def _for_others(note: Note, entry: Entry) -> Note:
    readers = _readers(entry.said.value["readers"])
    if not note.may_be_for(readers, entry.actor, entry.role):
        raise ValueError("a change of readers that is not the person's")
    return replace(note, readers=readers, told=_told(entry.said.value, readers))


def _resolved(note: Note, entry: Entry) -> Note:
    if not note.is_open or not note.may_be_resolved_by(entry.actor, entry.role):
        raise ValueError("resolved by somebody who may not, or twice")
    return replace(note, resolved=line_of(entry))


def _reopened(note: Note, entry: Entry) -> Note:
    if note.is_open or not note.may_be_resolved_by(entry.actor, entry.role):
        raise ValueError("opened again by somebody who may not, or while it is open")
    return replace(note, resolved=None)


_STEPS: Mapping[Kind, Callable[[Note, Entry], Note]] = {
    Kind.NOTE_REPLIED: _replied,
    Kind.NOTE_READERS: _for_others,
    Kind.NOTE_RESOLVED: _resolved,
    Kind.NOTE_REOPENED: _reopened,
}
OF_NOTES = (Kind.NOTE_WRITTEN, *_STEPS)
"""The kinds of entries from which the notes are computed; no screening changes by them."""
