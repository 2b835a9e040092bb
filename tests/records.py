"""A record in memory with the promises of the ledger's read side, and a person who talks to it."""

import dataclasses
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from conversations.acts import key
from conversations.cards import show
from conversations.case import Case, make_case
from conversations.dialogue import advance
from conversations.events import Commanded, Event, Sent, Tapped, Tried, Typed
from conversations.focus import Focus, dump, load
from conversations.own_trials import OwnTrial
from conversations.places import Report
from conversations.places_of_sharing import GuestPasscode, Sharing
from conversations.screen import Button, Screen
from conversations.standing import standing
from conversations.subject_codes import SubjectCodes
from conversations.turn import Fresh, Held, Turn, Wish, World
from ectrial.labs.reader import LabReader, reader_of
from ectrial.papers.funnel import Standing, persons
from ectrial.papers.log import Consented, LogRow, LogWords
from ectrial.papers.log_rows import row_of
from ectrial.papers.outcomes import Outcome, outcome_of
from ectrial.record.carried import Lapse
from ectrial.record.conduct import Conduct, fold_conduct
from ectrial.record.consent_of_subject import consent_of_subject
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.folding import fold
from ectrial.record.lapsing import lapses
from ectrial.record.likeness import likeness, likenesses
from ectrial.record.links import Links, fold_links
from ectrial.record.notes import Notes, fold_notes
from ectrial.record.one_time_codes import (
    Enrolment,
    LostPhone,
    Proved,
    ToProve,
    code_at,
    judged,
    secret_of,
    step_of,
    to_prove,
)
from ectrial.record.periods import Moments
from ectrial.record.queries import OpenQuery
from ectrial.record.referrals import Referrals, fold_referrals
from ectrial.record.repeats import fold_repeats
from ectrial.record.screenings import EVERY, Listed, Screening, Status, Wanted
from ectrial.record.shares import GUEST, Shares, fold_shares
from ectrial.record.shifts import Shifts, fold_shifts
from ectrial.record.signatures import OF_REQUESTS, ToSign, with_requests
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Member, Role, Team, Terms
from ectrial.record.team_folding import fold_team
from ectrial.text import Language
from ectrial.trial.protocol import Protocol
from ectrial.trial.study_team import StudyTeams
from ectrial.trial.versions import Trials, shipped

SITE = "site-1"
ADMIN = 1
"""The one person who is an administrator."""
START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PEPPER = b"of the tests"
OF_PHONES = (Kind.PHONE_LOST, Kind.PHONE_FOUND, Kind.PROVED, Kind.STAFF_ADDED)


@cache
def trial() -> Protocol:
    return shipped().default


@cache
def labs() -> LabReader:
    return reader_of(trial().vocabulary)


def reader_under(protocol: Protocol) -> LabReader:
    return labs() if protocol is trial() else reader_of(protocol.vocabulary)


P = ParamSpec("P")
T = TypeVar("T")
Asking = Callable[Concatenate["MemoryRecords", P], T]


def once(ask: Asking[P, T]) -> Asking[P, T]:
    """Answer a question to records once for the same entries; no answer is changed by who asks."""

    @wraps(ask)
    def asked(records: "MemoryRecords", /, *args: P.args, **kwargs: P.kwargs) -> T:
        question = ask.__name__, *args, *kwargs.items()
        known = records.known()
        if question not in known:
            known[question] = ask(records, *args, **kwargs)
        return cast("T", known[question])

    return asked


class MemoryRecords:
    """Entries in a list, folded from the first one, once for the same entries."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._known: tuple[list[Entry], dict[tuple[object, ...], object]] = [], {}

    def known(self) -> dict[tuple[object, ...], object]:
        """Give what was answered about these very entries, whoever has put them there."""
        if self._known[0] != self.entries:
            self._known = [*self.entries], {}
        return self._known[1]

    def append(
        self, said: Sequence[NewEntry], actor: int, at: datetime, role: str = "coordinator"
    ) -> None:
        for new in said:
            kept = dataclasses.replace(new, value=through_json(new.value))
            seq = len(self.entries) + 1
            self.entries.append(Entry(seq, at, actor, role, "telegram", kept))

    @once
    def screening(self, id: ScreeningId) -> Screening | None:  # noqa: A002 - the record's own word
        return fold(entry for entry in self.entries if entry.said.screening == id)

    @once
    def episodes(self, trial: str, subject: str) -> tuple[Screening, ...]:
        return tuple(s for s in self._all() if (s.id.trial, s.id.subject) == (trial, subject))

    @once
    def screenings_with(self, trial: str, item: str, limit: int) -> tuple[Screening, ...]:
        ours = [s for s in self._all() if s.id.trial == trial and not s.voided]
        present = [(s.answers[item], s) for s in ours if item in s.answers]
        numbers = [(answer.seq, s) for answer, s in present if isinstance(answer.value, dict)]
        newest = sorted(numbers, key=lambda number: number[0], reverse=True)
        return tuple(screening for _, screening in newest[:limit])

    @once
    def screenings(
        self, *, limit: int, offset: int = 0, wanted: Wanted = EVERY
    ) -> tuple[Listed, ...]:
        newest = sorted(self._all(), key=lambda s: s.last_at or s.opened_at, reverse=True)
        rows = [_listed(s, self.entries[s.last_seq - 1].actor) for s in newest]
        found = [listed for listed in rows if _is_wanted(listed, wanted)]
        return tuple(found[offset : offset + limit])

    def count_screenings(self, wanted: Wanted = EVERY) -> int:
        return len(self.screenings(limit=len(self.entries), wanted=wanted))

    @once
    def open_queries(
        self, trial: str | None = None, assignee: int | None = None
    ) -> tuple[OpenQuery, ...]:
        if all(entry.said.kind is not Kind.QUERY_OPENED for entry in self.entries):
            return ()
        found = [
            OpenQuery(s.id, q.item, q.assignee, q.due, q.status, q.last.actor, q.last.seq)
            for s in self._all()
            for q in s.queries.values()
            if q.is_open and trial in (None, s.id.trial) and assignee in (None, q.assignee)
        ]
        return tuple(sorted(found, key=lambda q: (q.due is None, q.due, q.last_seq, q.item)))

    @once
    def asked_to_sign(self, person: int) -> tuple[ToSign, ...]:
        found = (e for e in self.entries if e.said.kind in OF_REQUESTS)
        return tuple(each for each in with_requests(found, {}).values() if each.to == person)

    @once
    def referrals(self) -> Referrals:
        return fold_referrals(self.entries)

    @once
    def repeats(self) -> tuple[ScreeningId, ...]:
        return fold_repeats(self.entries)

    @once
    def history(self, id: ScreeningId) -> tuple[Entry, ...]:  # noqa: A002 - the record's own word
        return tuple(entry for entry in self.entries if entry.said.screening == id)

    @once
    def shifts(self) -> Shifts:
        return fold_shifts(self.entries)

    @once
    def notes(self) -> Notes:
        return fold_notes(self.entries)

    @once
    def shares(self) -> Shares:
        return fold_shares(self.entries)

    @once
    def links(self) -> Links:
        return fold_links(self.entries)

    @once
    def team(self) -> Team:
        return fold_team(self.entries).with_admins(frozenset({ADMIN}))

    def lapses(self, screening: Screening) -> dict[str, Lapse]:
        return lapses(screening, self._history_of, self.links().are_linked)

    def _history_of(self, seq: int) -> tuple[Entry, ...]:
        id_ = self.opened_by(seq)
        return self.history(id_) if id_ else ()

    @once
    def opened_under(self, trial: str) -> tuple[str, str] | None:
        said = [e.said for e in self.entries if e.said.kind is Kind.OPENED]
        ours = [
            (s.protocol_version or "", s.protocol_hash or "") for s in said if s.trial == trial
        ]
        return ours[-1] if ours else None

    @once
    def taken_up(self, trial: str, fingerprint: str, since: int) -> bool:
        begun = [e for e in self.entries if e.said.kind in (Kind.OPENED, Kind.MOVED)]
        later = [e.said for e in begun if e.seq > since and e.said.trial == trial]
        return any(said.protocol_hash == fingerprint for said in later)

    def conduct(self, trial: str) -> Conduct:
        return fold_conduct(self.entries).get(trial, Conduct())

    def opened_by(self, seq: int) -> ScreeningId | None:
        return next((e.said.screening for e in self.entries if e.seq == seq), None)

    @once
    def alike(self, trial: str, subject: str) -> tuple[str, ...]:
        ours = {s.id.subject for s in self._all() if s.id.trial == trial and not s.voided}
        wanted = likenesses(subject)
        return tuple(sorted(c for c in ours if c != subject and likeness(c) in wanted))

    @property
    def log(self) -> "MemoryLog":
        return MemoryLog(self._all(), self.entries)

    def head(self) -> tuple[int, str]:
        """A number in place of a hash, so that it says in a transcript which entry it is."""
        return len(self.entries), f"{len(self.entries):08d}"

    def hash_of_trial(self) -> str:
        return f"{len(self.entries):012d}"

    def next_subject(self, trial: str, prefix: str, digits: int = 3) -> str:
        codes = {s.id.subject for s in self._all() if s.id.trial == trial}
        ours = [code.removeprefix(f"{prefix}-") for code in codes if code.startswith(f"{prefix}-")]
        highest = max([int(each) for each in ours if each.isdigit()], default=0)
        return f"{prefix}-{highest + 1:0{digits}}"

    @once
    def _all(self) -> list[Screening]:
        ids = dict.fromkeys(e.said.screening for e in self.entries if e.said.screening)
        return [s for id_ in ids if (s := self.screening(id_)) is not None]


class MemoryLog:
    """The screening log of records in memory."""

    def __init__(self, screenings: Sequence[Screening], entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._newest = sorted(screenings, key=lambda s: (s.opened_at, s.id), reverse=True)

    def outcomes(self, between: Moments) -> Counter[Outcome]:
        return Counter(outcome_of(each) for each in self._within(between, ""))

    def persons(self, between: Moments) -> Counter[Standing]:
        return persons(map(self._row, self._within(between, "")), self._consent_of)

    def _consent_of(self, subject: str) -> Consented:
        found = (each for each in self._newest if each.id.subject == subject)
        return consent_of_subject(found).state.upper()  # type: ignore[return-value]

    def _row(self, screening: Screening) -> LogRow:
        entries = [each for each in self._entries if each.said.screening == screening.id]
        return row_of(screening, entries, LogWords(UTC, {}, lambda *_: "", ""))

    def count(self, between: Moments, part: str) -> int:
        return len(self._within(between, part))

    def page(
        self, between: Moments, part: str, limit: int, offset: int
    ) -> tuple[ScreeningId, ...]:
        return tuple(each.id for each in self._within(between, part)[offset : offset + limit])

    def _within(self, between: Moments, part: str) -> list[Screening]:
        since, before = between
        return [
            each
            for each in self._newest
            if (not since or each.opened_at >= since)
            and (not before or each.opened_at < before)
            and part in each.id.subject
        ]


def _listed(s: Screening, actor: int) -> Listed:
    status: Status = "voided" if s.voided else "finished" if s.is_finished else "open"
    verdict = s.verdict["verdict"] if s.verdict else None
    last = s.last_at or s.opened_at
    return Listed(s.id, s.opened_at, last, status, verdict, actor, s.last_seq)


def _is_wanted(listed: Listed, wanted: Wanted) -> bool:
    if wanted.part.upper() not in listed.id.subject or wanted.by not in (None, listed.actor):
        return False
    match wanted.stage:
        case "done":
            return listed.status != "open"
        case "unfinished":
            return listed.status == "open"
        case "open" | "undetermined":
            is_begun = listed.verdict is None
            return listed.status == "open" and is_begun == (wanted.stage == "open")
        case "valid":
            return listed.status != "voided"
    return True


def added(person: int, terms: Terms, name: str = "") -> NewEntry:
    """Give the entry by which a person is of the team."""
    value = terms.value
    return NewEntry(Kind.STAFF_ADDED, trial().id, item=str(person), value=value, text=name or None)


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


def reloaded(focus: Focus) -> Focus:
    """Give the focus as the chat's row gives it back: nothing hides in memory between turns."""
    kept = load(json.loads(json.dumps(dump(focus), sort_keys=True)))
    assert kept is not None
    return kept


class Dialogue:
    """One person's chat with the pure dialogue; every turn goes through JSON, as it is kept.

    Several people may share the records; the practice record beside them is the person's own.
    `turns` counts what the person typed and tapped.
    """

    def __init__(
        self,
        records: MemoryRecords | None = None,
        *,
        language: Language = "en",
        actor: int = 7,
        role: Role | None = None,
        practice: bool = False,
        trials: Trials | None = None,
        present: Protocol | None = None,
        others: Sequence[Protocol] = (),
        is_guest: bool = False,
    ) -> None:
        self.records = records or MemoryRecords()
        self.focus = Focus()
        self.language: Language = language
        self.actor = actor
        self.role: Role = role or ("admin" if actor == ADMIN else "coordinator")
        self.practice = practice
        self.can_practise = not practice
        self._beside = MemoryRecords(), Focus()
        self.trials = trials or shipped()
        self.present = present or self.trials.default
        self.activates = False
        self.others = list(others)
        self._elsewhere: dict[str, Focus] = {}
        self.now = START
        self.round = 0
        self.turns = 0
        self.last = Turn(self.focus)
        self.enrolment: Enrolment | None = None
        self.has_lost_phone = False
        self.reminders: dict[str, datetime] = {}
        self.wishes: tuple[Wish, ...] = ()
        self._outcome: Proved | None = None
        self.held: Held | None = None
        self.study_teams: StudyTeams = {}
        self.is_guest = is_guest
        self.allows_guests = is_guest
        self.fresh: Fresh | None = None
        self.beds: dict[int, str] | None = {}
        self._shown: tuple[tuple[object, ...], Screen] = (), Screen((), ())
        # equal answers have equal verdicts on one day, also in the next turn
        self._verdicts: dict[date, Any] = {}

    @property
    def in_use(self) -> Protocol:
        """Give the protocol that is present, or as `activates` the one that the records say."""
        if not self.activates:
            return self.present
        trial, records = self.present.id, self.records
        found = records.conduct(trial).activated(self.now.date())
        activated = (found.version, found.fingerprint) if found else None
        return self.trials.in_use(trial, activated, records.opened_under(trial))

    @property
    def world(self) -> World:
        present, team = self.in_use, self.team
        return World(
            SITE,
            present,
            self.trials,
            reader_under(present),
            self.records,
            self.now,
            self.now.date(),
            team.members.get(self.actor) or Member(self.actor, self.terms, is_guest=self.is_guest),
            self.language,
            self.round,
            self.practice,
            self.can_practise,
            team=team,
            admins=frozenset({ADMIN}),
            bot_name="ectrial_bot",
            secret=f"secret-{self.turns}",
            lost=self.lost,
            reminders={each: at for each, at in self.reminders.items() if at > self.now},
            to_prove=self.to_prove,
            held=self.held,
            study_teams=self.study_teams,
            allows_guests=self.allows_guests,
            fresh=self.fresh,
            own_trials=self.own_trials,
            trials={each.id: each for each in (present, *self.others)},
            codes=SubjectCodes().among(present.id, [each.id for each in (present, *self.others)]),
            says_trial=bool(self.others),
            wishes=self.wishes,
            beds=None if self.practice and self.can_practise else self.beds,
            verdicts=self._verdicts.setdefault(self.now.date(), []),
        )

    @property
    def own_trials(self) -> dict[str, OwnTrial]:
        """Give the other trials of the person, who has one role in all."""
        member = Member(self.actor, self.terms)
        return {each.id: OwnTrial(each, self.records, member, self.team) for each in self.others}

    @property
    def to_prove(self) -> ToProve:
        """Say what the person has to prove, as the bot says it."""
        found = to_prove(self.enrolment, self.now, has_pepper=True, is_lost=self.has_lost_phone)
        return dataclasses.replace(found, last=self._outcome)

    @property
    def team(self) -> Team:
        """Give the team as the records say."""
        real = self._beside[0] if self.practice and self.can_practise else self.records
        return real.team()

    @property
    def lost(self) -> dict[int, LostPhone]:
        """Give whose phone is lost; no colleague here has an authenticator app."""
        found: dict[int, LostPhone] = {}
        for entry in self.records.entries:
            person = int(entry.said.item or 0) if entry.said.kind in OF_PHONES else 0
            if entry.said.kind is Kind.PHONE_LOST:
                found[person] = LostPhone(entry.seq)
            elif person:
                found.pop(person, None)
        return found

    @property
    def terms(self) -> Terms:
        """Give the terms of a person of whom the records say nothing."""
        return Terms.of(self.role)

    @property
    def card(self) -> Screen:
        """Give the card, made once for all that it is made of."""
        person = (self.focus, self.now, self.actor, self.language, self.round, self.practice)
        of = (
            *person,
            self.to_prove,
            str(self.reminders),
            str(self.study_teams),
            (self.allows_guests, self.fresh),
            str((self.reminders, self.beds, self.wishes)),
            self.in_use,
            self.trials,
            tuple(self.records.entries),
        )
        if of != self._shown[0]:
            self._shown = of, show(self.world, self.focus)
        return self._shown[1]

    @property
    def stands(self) -> str:
        """Name the place of the card."""
        return self.standing.place.place

    @property
    def asked(self) -> str | None:
        """Name the question of the card."""
        place = self.standing.place
        return getattr(place, "question", getattr(place, "id", None))

    @property
    def standing(self) -> Focus:
        """Give the focus as the card takes it: others may have moved the record on."""
        return standing(self.world, self.focus).focus

    @property
    def report(self) -> Report:
        """Give the report at hand."""
        assert isinstance(self.focus.place, Report)
        return self.focus.place

    @property
    def case(self) -> Case:
        """The screening at hand with its verdict."""
        found = make_case(self.world, self.screening)
        assert isinstance(found, Case)
        return found

    @property
    def screening(self) -> Screening:
        """The screening at hand, folded again."""
        assert self.focus.screening is not None, "no screening is open here"
        screening = self.records.screening(self.focus.screening)
        assert screening is not None
        return screening

    def does(self, event: Event) -> Screen:
        """Take a turn as the bot takes it: an old button moves nothing, not even the round."""
        is_old = isinstance(event, Tapped) and event.round != self.round
        self._outcome = None
        if self.enrolment and not self.to_prove.must:
            self.enrolment = dataclasses.replace(self.enrolment, seen_at=self.now)
        is_change = isinstance(event, Commanded) and event.name == "practice"
        if is_change and self.practice and self.can_practise:
            # the change is a turn of the real record
            self._change_records()
        if isinstance(self.focus.place, Sharing):
            self.fresh = Fresh(f"secret-{self.turns}", "12345678")
        world = self.world
        role = GUEST if self.is_guest else world.member.role
        self.last = advance(world, self.focus, event)
        if self.beds is not None and self.last.bed is not None:
            self.beds = {**self.beds, self.last.bed.screening: self.last.bed.label}
        after = world.after(self.last, self.round)
        self.reminders, self.wishes = dict(after.reminders), after.wishes
        self.held = after.held
        self.records.append(self.last.entries, self.actor, self.now, role)
        self.focus = reloaded(self.last.focus)
        self._follow(self.last.practice, is_change=is_change)
        self._change_trial()
        self.language = self.last.language or self.language
        self.round += self.last.moves and not is_old
        self.turns += 1
        self.now += timedelta(seconds=5)
        return self.card

    def _follow(self, practice: bool | None, *, is_change: bool) -> None:
        if practice is not None:
            self.practice = practice
            if practice or not is_change:
                self._change_records()

    def _change_trial(self) -> None:
        """Go on in another trial, where the turn says or where it was left."""
        trial = self.last.trial
        if trial is None:
            return
        self._elsewhere[self.present.id] = self.focus
        chosen = next(each for each in self.others if each.id == trial)
        self.others[self.others.index(chosen)] = self.present
        self.present = chosen
        self.focus = self.last.there or self._elsewhere.get(trial) or Focus()

    def _change_records(self) -> None:
        here = self.records, self.focus
        (self.records, self.focus), self._beside = self._beside, here

    def says(self, text: str) -> Screen:
        if text.startswith("/"):
            name, _, rest = text[1:].partition(" ")
            return self.does(Commanded(name, rest, self.turns + 1))
        return self.does(Typed(text, message=self.turns + 1))

    def enrols(self) -> None:
        """Give the person a new secret, as an entry *enrolled* does."""
        self.enrolment = Enrolment(self.actor, "salt", ADMIN, self.now)

    def code(self) -> str:
        """Give what the person's authenticator app shows now."""
        assert self.enrolment
        return code_at(secret_of(PEPPER, self.enrolment), step_of(self.now))

    def gives(self, code: str) -> Screen:
        """Type a code: it is checked before the turn, and the dialogue is told the outcome."""
        assert self.enrolment
        after, outcome = judged(self.enrolment, PEPPER, code, self.now)
        self.does(outcome)
        self.enrolment, self._outcome = after, outcome
        self.has_lost_phone = self.has_lost_phone and not outcome.ok
        return self.card

    def tries(self, *, ok: bool) -> Screen:
        """Type a passcode: it is checked before the turn, and the dialogue is told the outcome."""
        place = self.standing.place
        assert isinstance(place, GuestPasscode)
        return self.does(Tried(place.share, ok))

    def sends(self) -> Screen:
        return self.does(Sent())

    def taps(self, *labels: str) -> Screen:
        card = None
        for label in labels:
            card = self.does(Tapped(self.round, key(self.button(label).act)))
        return card or self.card

    def taps_or_says(self, *texts: str) -> Screen:
        """Tap the button of that label where there is one, else type it."""
        card = None
        for text in texts:
            button = self._labelled(text)
            pressed = button and Tapped(self.round, key(button.act))
            card = self.does(pressed) if pressed else self.says(text)
        return card or self.card

    def button(self, label: str) -> Button:
        button = self._labelled(label)
        assert button, f"no button {label!r} among {self.labels()}\n{self.text()}"
        return button

    def _labelled(self, label: str) -> Button | None:
        return next((each for each in self.buttons() if _is_labelled(each.label, label)), None)

    def buttons(self) -> list[Button]:
        return [button for row in self.card.rows for button in row]

    def labels(self) -> list[str]:
        return [button.label for button in self.buttons()]

    def text(self) -> str:
        return "\n".join(block.text for block in self.card.blocks)

    def later(self, **passed: float) -> None:
        self.now += timedelta(**passed)

    def recorded(self) -> list[tuple[str, str | None, Any]]:
        """Kind, item and value of every entry, oldest first."""
        return [(str(e.said.kind), e.said.item, e.said.value) for e in self.records.entries]

    def entries(self, kind: Kind) -> list[NewEntry]:
        return [entry.said for entry in self.records.entries if entry.said.kind is kind]


_CODE_BEHIND = re.compile(r" · S-0[0-9]{2}$")


def _is_labelled(label: str, wanted: str) -> bool:
    """Whether a button is the one meant: *Undo* whatever it takes back, with or without a code."""
    if wanted in ("↩ Undo", "↩ 撤销"):
        return label.startswith(wanted)
    if label == wanted:
        return True
    return _CODE_BEHIND.sub("", label.removeprefix("• ")) == wanted.removeprefix("• ")
