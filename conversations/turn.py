"""One turn of the dialogue: an event and the known facts go in, entries and a focus come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal

from conversations.approval import Approval
from conversations.focus import Focus
from conversations.own_trials import OwnTrials
from conversations.records import Records, Versions
from conversations.subject_codes import SubjectCodes
from ectrial.labs.reader import LabReader
from ectrial.papers.practice import Content
from ectrial.record.entries import JSON, NewEntry
from ectrial.record.exports import Export, Format
from ectrial.record.one_time_codes import LostPhone, ToProve
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Member, Team
from ectrial.site_hours import SiteHours
from ectrial.text import Language
from ectrial.trial.protocol import Protocol as Trial
from ectrial.trial.screening_facts import Dated
from ectrial.trial.study_team import StudyTeams
from ectrial.trial.verdict import Verdict

Answers = Mapping[str, JSON]
"""The recorded values of a screening, by item."""


@dataclass(frozen=True, slots=True)
class Held:
    """A typed text that may hold a name: in the memory of the process alone, never on a disk."""

    message: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Fresh:
    """The code of a link and a passcode, in the memory of the process alone."""

    code: str = field(repr=False)
    passcode: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class World:
    """What a turn may know: the site, its trials, the record, the moment, and the person.

    `now` and `today` are in the time of the site. New screenings use the protocol `trial`, which
    the chat has chosen, and `labs` reads labs with its items; `versions` has those of older
    screenings. `records` and `team` are of that trial alone, and `trials` has the present protocol
    of every trial in which the person has a role: of others nothing is said.
    `round` is the round of the present card. `practice`: the chat works on a practice record, in
    which nothing is real; `can_practise`: there is a real one as well, and /practice changes
    between them. `member` is the person, and `team` the colleagues, of whom the settings name the
    `admins`. `bot_name` stands in links to the bot. `contact` names whom to ask at the site,
    `study_teams` has the contact of each trial, `approval` is what the site works under, and
    `codes` says how the site writes subject codes. `hours` tells when a phone may ring there.
    `secret` is a fresh code that nobody can guess. `reminders` are the person's own that have not
    rung, by matter. `held` is the text that the person was asked about, unless the process began
    anew. `allows_guests`: the site does; `fresh` is what a share is made of, or what the person's
    last one was. `to_prove`: whether the person has to prove who they are first. Of the people
    `lost` a phone was reported lost, in whatever trial, and not found since. `beds` are the labels
    that the person typed today, by the first entry of a screening; None where none may be typed.
    `own_trials` are the other trials in which the person has a role, and `wishes` what they want
    to be told of such trials.
    With `says_trial` each card says of which it is; `work` is how much waits in each of them.
    `formats` are those of files, `lacking` those whose library is missing; `prints`: PDF can be
    made. The papers `making` were asked for by the person and are not sent yet. `found`,
    `left_open` and `verdicts` are caches: nothing changes within a turn or a card, and equal
    answers have equal verdicts.
    """

    site: str
    trial: Trial
    versions: Versions
    labs: LabReader
    records: Records
    now: datetime
    today: date
    member: Member
    language: Language
    round: int = 0
    practice: bool = False
    can_practise: bool = False
    contact: str = ""
    study_teams: StudyTeams = field(default_factory=dict)
    approval: Approval | None = None
    team: Team = field(default_factory=Team)
    admins: frozenset[int] = frozenset()
    bot_name: str = ""
    codes: SubjectCodes = field(default_factory=SubjectCodes)
    hours: SiteHours = field(default_factory=SiteHours)
    secret: str = field(default="", compare=False, repr=False)
    to_prove: ToProve = field(default_factory=ToProve)
    lost: Mapping[int, LostPhone] = field(default_factory=dict)
    held: Held | None = None
    allows_guests: bool = False
    fresh: Fresh | None = None
    beds: Mapping[int, str] | None = field(default=None, repr=False)
    own_trials: OwnTrials = field(default_factory=dict, repr=False)
    trials: Mapping[str, Trial] = field(default_factory=dict)
    says_trial: bool = False
    work: Mapping[str, int] = field(default_factory=dict)
    formats: tuple[Format, ...] = ("csv", "xlsx", "json", "fhir", "cdisc", "odm", "trail", "facts")
    lacking: tuple[Format, ...] = ()
    making: frozenset[int] = frozenset()
    prints: bool = True
    wishes: tuple["Wish", ...] = ()
    reminders: Mapping[str, datetime] = field(default_factory=dict)
    found: dict[ScreeningId, Any] = field(default_factory=dict, compare=False, repr=False)
    left_open: dict[ScreeningId, Any] = field(default_factory=dict, compare=False, repr=False)
    verdicts: list[tuple[tuple[str, date, bool], Answers, Dated, Verdict]] = field(
        default_factory=list, compare=False, repr=False
    )

    @property
    def actor(self) -> int:
        """The number of the person."""
        return self.member.person

    @property
    def is_admin(self) -> bool:
        """Whether the person is an administrator."""
        return self.member.role == "admin"

    def day_of(self, at_utc: datetime) -> date:
        """Give the day of a moment at the site."""
        return self.at_site(at_utc).date()

    def at_site(self, at_utc: datetime) -> datetime:
        """Give a moment in the local time of the site."""
        return at_utc.astimezone(self.now.tzinfo)

    def after(self, turn: "Turn", card_round: int) -> "World":
        """Give the world for the card that follows a turn whose entries are recorded.

        The caches of screenings are emptied: others may record answers before the card is made.
        """
        language = turn.language or self.language
        set_now = {each.about: each.at for each in turn.reminders}
        wanted = {**self.reminders, **set_now}
        reminders = {about: at for about, at in wanted.items() if at and about not in turn.over}
        beds = self.beds
        if turn.bed is not None:
            beds = {**(beds or {}), turn.bed.screening: turn.bed.label}
        wishes = self.wishes
        if turn.wish is not None:
            others = tuple(each for each in wishes if each.trial != turn.wish.trial)
            wishes = (*others, turn.wish) if turn.wish.is_on else others
        after = replace(self, language=language, round=card_round, found={}, left_open={})
        held = turn.held or self.held
        return replace(after, reminders=reminders, beds=beds, held=held, wishes=wishes)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A wish of the person to be rung about a matter at a time; at None, not any more.

    `about` is a key of the matter that holds no text, such as the number of an entry.
    """

    about: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish to be told of trials similar to `trial`: of its condition, at this site.

    `phase` is the one that is asked for, empty for any. `id` is its number once it is kept.
    """

    trial: str
    condition: str = ""
    phase: str = ""
    is_on: bool = True
    id: int = 0


@dataclass(frozen=True, slots=True)
class Bed:
    """Where a subject lies today, named by the first entry of the screening; empty: not known."""

    screening: int
    label: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside the card: what it is of, what it shows, and plain words below it."""

    kind: Literal["link"]
    content: str = field(repr=False)
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document beside the card; what `export` says is made once the turn is recorded."""

    kind: Literal["delegation_log", "appointment", "notes", "screening_log", "worksheet", "funnel"]
    caption: str = ""
    content: Content = field(default=(), repr=False)
    export: Export | None = None
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """The outcome: entries to record, the new focus, and messages beside the card.

    `toast` is a short text that answers the tap itself. `messages` are sent beside the card. If
    `moves` is false, the card and its buttons stay as they are. `pushes` are people for whom there
    is something new to look at: a neutral sentence may ring their phones. Each of `reminders`
    takes the place of an earlier one about the same; nobody is reminded of what is `over`.
    `practice`: the chat works on the practice record from now on, or on the real one; None if it
    stays where it is. `pictures` and `documents` are sent beside the card; `bot` makes them.
    `unwanted` are messages of the person to be deleted. `held` is a text that the next turn may
    need and that is stored nowhere. `bed` is kept until midnight, outside of the record, `wish`
    until the person wants something else. The chat works on `trial` from now on; None if it stays
    where it is. `there` is its place there, if another. `stops` is a paper not made any more.
    """

    focus: Focus
    entries: tuple[NewEntry, ...] = ()
    toast: str = ""
    messages: tuple[str, ...] = ()
    language: Language | None = None
    moves: bool = True
    pushes: tuple[int, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    over: tuple[str, ...] = ()
    practice: bool | None = None
    pictures: tuple[Picture, ...] = ()
    documents: tuple[Document, ...] = ()
    unwanted: tuple[int, ...] = ()
    held: Held | None = None
    bed: Bed | None = None
    wish: Wish | None = None
    trial: str | None = None
    there: Focus | None = None
    stops: int | None = None

    @property
    def is_beside_the_card(self) -> bool:
        """Whether something is sent that stands below the card."""
        return bool(self.messages or self.pictures or self.documents)
