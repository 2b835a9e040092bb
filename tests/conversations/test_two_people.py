"""Two people on one record: a tap records what its label said when it was shown, or nothing.

Each person looks at a card, the other one acts meanwhile, then the button that was looked at is
tapped. The oracle is the button's own act, carried out on the record as it was when the card was
shown: not looked up by its key, so that two acts with one key are found.
"""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from conversations.acts import Go, TakeDay, key
from conversations.events import Tapped
from conversations.places import Hold
from conversations.screen import Button
from conversations.standing import standing
from conversations.taking import take
from conversations.turn import Turn, World
from ectrial.record.entries import JSON, Kind, NewEntry
from tests.records import Dialogue, MemoryRecords

BEGINNINGS = [
    ["/new S-014 M 58"],
    ["/new S-014 M 58", "1"],
    ["/new S-014 F 33", "1", "Yes", "Yes", "5", "Other", "Yes", "Suspected only", "6 mo"],
    ["/new S-014 M 58", "3"],
    ["/new S-014 M 58", "3", "Stop here"],
]
WAYS = ["/list", "/new", "/resume", "/review", "/verdict", "/open S-014", "/new S-015 M 60"]
TEXTS = ["5.2", "30", "30/50", "WBC 5.2 ANC 3.1 PLT 180 ALT 30 AST 28/40", "9.5", "yes", "1"]
# Entries that say what a button said; the others follow from the answers that are recorded
SAID = {Kind.ANSWERED, Kind.CORRECTED, Kind.SKIPPED, Kind.VOIDED, Kind.CLEARED, Kind.STOPPED}
SAID |= {Kind.ORDERED, Kind.OPENED}


def said(turn: Turn) -> set[tuple[object, ...]]:
    """Give what a turn records, apart from why: screening, kind, item and value."""
    return {_said(entry) for entry in turn.entries if entry.kind in SAID}


def asked(turn: Turn) -> set[tuple[object, ...]]:
    """Give the answers that a turn asks about: what the label said, if nothing is to be asked."""
    held = turn.focus.place
    if not isinstance(held, Hold):
        return set()
    return {
        (turn.focus.screening, Kind.ANSWERED, item, _frozen(value.recorded), value.source)
        for item, value in held.values.items()
    }


def _said(entry: NewEntry) -> tuple[object, ...]:
    kind = Kind.ANSWERED if entry.kind is Kind.CORRECTED else entry.kind
    return (entry.screening, kind, entry.item, _frozen(entry.value), entry.source)


def _frozen(value: JSON) -> object:
    return tuple(sorted(value.items())) if isinstance(value, dict) else str(value)


class TwoPeople(RuleBasedStateMachine):
    @initialize(beginning=st.sampled_from(BEGINNINGS))
    def begin(self, beginning: list[str]) -> None:
        self.records = MemoryRecords()
        self.people = [Dialogue(self.records, actor=7), Dialogue(self.records, actor=8)]
        self.people[0].taps_or_says(*beginning)
        self.people[1].now = self.people[0].now
        self.people[1].taps_or_says("/list", self.people[1].labels()[0])

    @rule(who=st.integers(0, 1), text=st.sampled_from([*WAYS, *TEXTS]))
    def says(self, who: int, text: str) -> None:
        self.people[who].says(text)

    @rule(who=st.integers(0, 1), place=st.integers(0, 30))
    def taps(self, who: int, place: int) -> None:
        self._tap(self.people[who], place)

    @rule(
        who=st.integers(0, 1),
        place=st.integers(0, 30),
        meanwhile=st.lists(st.one_of(st.integers(0, 30), st.sampled_from(TEXTS)), max_size=3),
    )
    def taps_what_was_shown_before(
        self, who: int, place: int, meanwhile: Sequence[int | str]
    ) -> None:
        person, other = self.people[who], self.people[1 - who]
        buttons = person.buttons()
        act = buttons[place % len(buttons)].act
        label = take(standing(self._as_now(person), person.focus), act)

        for deed in meanwhile:
            if isinstance(deed, str):
                other.says(deed)
            else:
                self._tap(other, deed)
        person.does(Tapped(person.round, key(act)))

        recorded = said(person.last)
        assert recorded <= said(label) | asked(label), "recorded what the label did not say"
        if isinstance(act, Go | TakeDay) and not person.last.toast:
            assert person.last.focus.place == label.focus.place
        if isinstance(act, TakeDay) and not person.last.toast:
            assert person.last.focus.sitting == label.focus.sitting
        if person.last.messages:
            assert person.last.messages == label.messages
        held = person.last.focus.place
        if isinstance(held, Hold) and isinstance(label.focus.place, Hold):
            assert held.values == label.focus.place.values

    def _tap(self, person: Dialogue, place: int) -> None:
        buttons: list[Button] = person.buttons()
        person.does(Tapped(person.round, key(buttons[place % len(buttons)].act)))

    def _as_now(self, person: Dialogue) -> World:
        """Give the world with the record as it is now, whatever is recorded later."""
        frozen = MemoryRecords()
        frozen.entries = list(self.records.entries)
        return replace(person.world, records=frozen)


TwoPeople.TestCase.settings = settings(
    stateful_step_count=30,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow],
)
TestATapRecordsWhatItsLabelSaid = TwoPeople.TestCase
