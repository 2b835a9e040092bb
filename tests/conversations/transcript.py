"""Plays a written dialogue again and writes down all that is said, shown and recorded.

# a remark, kept as it is
@ zh                      the language the person begins in
@ trial SBRT-OLIGO        another shipped trial, by its id
@ rescreening 2 28        its protocol allows 2 re-screenings, 28 days after a failure
@ two parts               a trial in which a subject may enter part B, part C or both
@ two versions            a trial of which the second version waits for (a version comes)
> /new S-014              typed (⏎ ends a line)         > [Yes]          tapped
> (old) [Yes]             tapped on the card before this one, or before a while that passed
> (a photo)               something that is neither text nor a tap
> (edited)                a text changed after it was sent
> (before) 5.2            typed before this card came, or as any other doubt that a text is for it
> (3 minutes later)       nothing, for a while
> (enrolled)              a new secret; then (the code), (a wrong code), (phone lost)
> (person 8)              another person takes over, on a phone of their own
> (9 is Li Wei, principal)  the record's team has this person, in this role
> (the contact is 9)      the site's file names this member as the study's contact, for 12 slots
> (person 9, monitor)     the same, the first time in a role other than the coordinator's
> (a second trial)        the person has a role in SECOND-2 as well (tests/data/second)
> (guests allowed)        the site allows guests        > (guest 21)     a person from outside
> (the link)              of the last share; then (the passcode), (a wrong passcode)
>> 1 · Yes · 6 mo         many in a row, tapped or typed, of which only the last card is shown
< what the card says, title with #, notes with ~, folds with |, and its rows of [labels]
! a toast                 + a text sent to be kept          = an entry that was recorded
% a picture or a document sent beside the card
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from conversations.acts import key
from conversations.drafts import Doubt
from conversations.events import Edited, Tapped, Typed
from conversations.screen import Button, Look, Screen
from conversations.turn import Turn
from ectrial.record.entries import JSON, NewEntry
from ectrial.record.team import ROLES, Role, Terms
from ectrial.rules.spans import Written
from ectrial.text import Language
from ectrial.trial.protocol import Protocol
from ectrial.trial.rescreening import Rescreening
from ectrial.trial.study_team import Contact, StudyTeam, StudyTeams
from ectrial.trial.versions import Trials, shipped
from tests.ectrial.trial.versions_of_sleep import amended, first_version, with_parts
from tests.records import ADMIN, START, Dialogue, MemoryRecords, added, trial
from tests.second_trial import second_trial

FOLDER = Path(__file__).parents[1] / "transcripts"
MARKS: dict[Look, str] = {"title": "# ", "line": "", "note": "~ ", "fold": "| "}
STYLES = {"plain": "", "primary": "*", "danger": "!"}
PARTS = ("date", "value", "unit", "comparator")
PAUSE = re.compile(r"\((\d+) (seconds|minutes|hours|days) later\)")
DOUBTFUL = re.compile(rf"\(({'|'.join(get_args(Doubt))})\) (.*)")
PERSON = re.compile(rf"\(person (\d+)(?:, ({'|'.join(ROLES)}))?\)")
CONTACT = re.compile(r"\(the contact is (\d+)\)")
GUEST = re.compile(r"\(guest (\d+)\)")
MEMBER = re.compile(r"\((\d+) is (.+), (\w+)\)")


GIVEN = ("(guests allowed)", "(a second trial)", "(a version comes)")


def replay(script: str) -> str:
    """Give the transcript that the remarks and the person's lines of this script lead to."""
    return "\n".join(line for lines, _ in steps(script) for line in lines).strip() + "\n"


def steps(script: str) -> Iterator[tuple[list[str], Dialogue | None]]:
    """Give the lines that each line of a script leads to, and who has acted by it."""
    played = Play()
    for told in script.splitlines():
        yield [*played.line(told)], played.person if told.startswith((">", "@")) else None


class Play:
    """A dialogue that is played line by line; `person` is who acts now."""

    def __init__(self) -> None:
        self._records = MemoryRecords()
        self._people: dict[int, Dialogue] = {}
        self._language: Language = "en"
        self._trial: Protocol | None = None
        self._trials: Trials | None = None
        self._activates = False
        self._before: tuple[int, Screen] | None = None
        self._study_teams: StudyTeams = {}
        self._allows_guests = False
        self._link = ""
        self._at(7)

    def _at(self, person: int, role: Role | None = None, *, is_guest: bool = False) -> None:
        if person not in self._people:
            self._people[person] = Dialogue(
                self._records,
                language=self._language,
                actor=person,
                role=role,
                is_guest=is_guest,
                present=self._trial,
                trials=self._trials,
            )
        self.person = self._people[person]
        self.person.activates = self._activates
        self.person.study_teams = self._study_teams
        self.person.allows_guests = self._allows_guests

    def line(self, told: str) -> Iterator[str]:
        """Give the lines that one line of the script leads to."""
        if told.startswith("#"):
            yield told
        elif told.startswith("@ trial "):
            self._trial = shipped().current(told.removeprefix("@ trial "))
            self._people.clear()
            self._at(7)
            yield told
        elif told.startswith("@ rescreening "):
            times, days = told.split()[-2:]
            rule = Rescreening(times=int(times), after=Written(int(days), "days"))
            self._trial = trial().model_copy(update={"rescreening": rule})
            self._people.clear()
            self._at(7)
            yield told
        elif told in ("@ two versions", "@ two parts"):
            self._trials = amended() if told == "@ two versions" else with_parts()
            self._trial = first_version(self._trials)
            self._people.clear()
            self._at(7)
            yield told
        elif told.startswith("@ "):
            self._language = next(each for each in get_args(Language) if each == told[2:])
            self._people.clear()
            self._at(7)
            yield told
        elif told.startswith("> "):
            yield from ("", told, *self._does(told[2:]))
        elif told.startswith(">> "):
            self.person.taps_or_says(*told[3:].split(" · "))
            yield from ("", told, *_card(self.person.card))

    def _does(self, deed: str) -> Iterator[str]:
        if pause := PAUSE.fullmatch(deed):
            self._before = (self.person.round, self.person.card)
            self.person.later(**{pause[2]: int(pause[1])})
            return
        if member := MEMBER.fullmatch(deed):
            role = next(each for each in ROLES if each == member[3])
            self._records.append([added(int(member[1]), Terms.of(role), member[2])], ADMIN, START)
            return
        if contact := CONTACT.fullmatch(deed):
            team = StudyTeam(contact=Contact(chat=int(contact[1])), slots=12)
            self._study_teams = self.person.study_teams = {trial().id: team}
            return
        if person := PERSON.fullmatch(deed):
            now = self.person.now
            other = next((each for each in ROLES if each == person[2]), None)
            self._at(int(person[1]), other)
            self.person.now = now
            return
        if guest := GUEST.fullmatch(deed):
            now = self.person.now
            self._at(int(guest[1]), is_guest=True)
            self.person.now = now
            return
        if deed in GIVEN:
            self._is_given(deed)
            return
        if deed == "(enrolled)":
            self.person.enrols()
            return
        if deed == "(phone lost)":
            self.person.has_lost_phone = True
            return
        shown = (self.person.round, self.person.card)
        self._acts(deed)
        if self.person.round != shown[0]:
            self._before = shown
        self._link = self.person.fresh.code if self.person.fresh else self._link
        yield from _told(self.person.last)
        yield from _card(self.person.card)

    def _is_given(self, deed: str) -> None:
        if deed == "(guests allowed)":
            self._allows_guests = self.person.allows_guests = True
        elif deed == "(a version comes)":
            self._activates = self.person.activates = True
        else:
            self.person.others.append(second_trial())

    def _acts(self, deed: str) -> None:
        if deed == "(a photo)":
            self.person.sends()
        elif deed == "(the code)":
            self.person.gives(self.person.code())
        elif deed == "(a wrong code)":
            self.person.gives("no code")
        elif deed == "(the link)":
            self.person.says(f"/start {self._link}")
        elif deed in ("(the passcode)", "(a wrong passcode)"):
            self.person.tries(ok=deed == "(the passcode)")
        elif deed == "(edited)":
            self.person.does(Edited())
        elif doubtful := DOUBTFUL.fullmatch(deed):
            belongs: Doubt = next(each for each in get_args(Doubt) if each == doubtful[1])
            self.person.does(Typed(doubtful[2], belongs))
        elif deed.startswith("(old) ") and self._before is not None:
            round_, card = self._before
            label = deed.removeprefix("(old) ")[1:-1]
            button = next(b for row in card.rows for b in row if b.label == label)
            self.person.does(Tapped(round_, key(button.act)))
        elif deed.startswith("["):
            self.person.taps(deed[1:-1])
        else:
            self.person.says(deed.replace(" ⏎ ", "\n"))


def _told(turn: Turn) -> Iterator[str]:
    yield from (_entry(entry) for entry in turn.entries)
    if turn.toast:
        yield f"! {turn.toast}"
    for text in turn.messages:
        yield from (f"+ {line}" for line in text.splitlines())
    for sent in (*turn.pictures, *turn.documents):
        yield from (f"% {line}" for line in f"{sent.kind}: {sent.caption}".splitlines())


def _entry(entry: NewEntry) -> str:
    value = "" if entry.value is None else json.dumps(_in_order(entry.value), ensure_ascii=False)
    source = f"from {entry.source}" if entry.source else ""
    item = entry.item or (entry.screening.name if entry.screening else "")
    words = (str(entry.kind), item, value, source, entry.reason or "")
    return "= " + " ".join(word for word in words if word)


def _in_order(value: JSON) -> JSON:
    """Give the parts of a number in one order, however they were kept meanwhile."""
    return dict(sorted(value.items(), key=_place)) if isinstance(value, dict) else value


def _place(part: tuple[str, JSON]) -> int:
    return PARTS.index(part[0]) if part[0] in PARTS else len(PARTS)


def _card(screen: Screen) -> Iterator[str]:
    for block in screen.blocks:
        yield from (f"< {MARKS[block.look]}{line}" for line in block.text.splitlines())
    for row in screen.rows:
        yield "<   " + " ".join(map(_button, row))


def _button(button: Button) -> str:
    return f"[{button.label}]{STYLES[button.style]}"
