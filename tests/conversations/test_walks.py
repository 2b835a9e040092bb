"""Whatever is tapped or typed, by two people on one record: what always holds."""

import json
import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from conversations.acts import Act, Go, Speak, key
from conversations.cards import show
from conversations.case import Case, make_case
from conversations.events import Commanded, Event, Sent, Tapped, Typed
from conversations.focus import Focus, dump
from conversations.places_outside import Home
from conversations.queries import is_open
from conversations.screen import Screen
from conversations.walking import round_today
from ectrial.record.entries import JSON, MINE, Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Terms
from tests.records import Dialogue, MemoryRecords, reloaded

KEY = re.compile(r"[0-9a-f]{20}")
COMMANDS = [
    *[
        "start",
        "new",
        "open",
        "resume",
        "list",
        "review",
        "verdict",
        "clear",
        "trial",
        "help",
        "todo",
        "rounds",
        "cancel",
    ],
    *["language", "void", "undo", "diagnosis", ""],  # the last four are no commands
]
NUMBERS = [
    *[
        "5.2",
        "9.5",
        "30",
        "30/50",
        "1,500",
        "<20 IU/mL",
        "120 g/L",
        "0",
        "-3",
        "1e9",
        "CG",
        "6个月",
    ],
    *["95", "1.2xULN", "3", "50", "1500", "0.9/1.2 mg/dL", "7", "130/104 umol/L", "58", "/", "1/"],
]
REPORTS = [
    "WBC 5.2 ANC 3.1 PLT 180 Hb 112 Alb 38 TBil 12/23 ALT 30(50) AST 28/40 AKP 90/125 Cr 70/104",
    "WBC 5.2 ANC 6 Hb 7.5 TBil 12 ALT 22",
    "血红蛋白 7.5\n总胆红素 12(0-23)μmol/L\nNEUT% 60 白细胞 5",
    "Cr 200/104 HBsAg(+) HBV DNA 500 PLT 9999 Hb 1120 g/L",
    "HBsAg(-) anti-HCV(-) HIV(-) ECOG 1 HbA1c 6.1",
    "TBil ULN 23 Cr 80 AST 300/40",
    "ALT 300 AST 30/40",
    "2026-11-20",
    "11-1",
]
CODES = ["", "S-014", "S-014 M 58", "S-015 F 33", "s16", "Zhang Wei", "S-014 X", "张伟"]
PATHS = [  # the first button that does each, or the nth: an act, or the place it goes to
    "More Voiding Void.1",
    "More Reorder",
    "More Clearing Clear",
    "More Review Change Record Record",
    "Undo",
    "Stop",
    "KeepGoing",
    "Verdict OpenQuestions Question",
    "Verdict Question Record",
    "Review Change.1 Record.1 Record.1",
    "Record",
    "Record.1",
    "Question",
    "Report",
    "Report.1 Record",
    "Report.2 Report Record",
    "SampleDays TakeDay.3 Record",
    "TakeDay Record",
    "Discard",
    "Question Question Question.1 Record",
    "Open.1",
    "Asking Ask",
    "Asking Asking.4 Ask",
    "OpenItems OpenItem Withdraw",
    "OpenItem Changing.1 Postpone",
    "Settle Record",
    "Settle.1 Record.1",
    "Pick Pick Visit OpenAtStop Record",
    "Visit OpenAtStop Record.1 Visit",
    "EndOfRound Visit.1",
]
MADE_UP = ["", "y", "stop", "0" * 20, key(Go(Home())), key(Speak("zh"))]
# never a code, a command or a number: nothing that may be kept
CANARY = st.text("qzxj", min_size=7, max_size=12)
BEGINNINGS = {
    "fresh": "",
    "failed": "/new S-014 M 58 · 3",
    "at the counts": "/new S-014 F 33 · 1 · Yes · Yes · 5 · Other · Yes · Suspected only · 6 mo",
    "at a number that is asked back": (
        "/new S-014 F 33 · 1 · Yes · Yes · 5 · Taxane+platinum · Yes · Suspected only · 6 mo · "
        "5.2 · 3.1 · 210 · 9.5"
    ),
    "stopped": "/new S-014 M 58 · 3 · Stop here",
    "near the end": (
        "/new S-014 F 33 · 1 · Yes · Yes · 5 · Taxane+platinum · Yes · "
        "None on post-treatment imaging · Yes · 5.2 · 3.1 · 210 · 120 g/L · 38 g/L · 15/23 · "
        "30/50 · Not sure · 80/120 · Within range · Yes · No · No · No · No · No · No · No · No · "
        "No · No · No · No · HBsAg negative, DNA not done"
    ),
    "at an undetermined verdict": (
        "/new S-014 F 33 · 1 · Yes · Yes · 5 · Taxane+platinum · Yes · "
        "None on post-treatment imaging · 6 mo · 5.2 · Today · Not sure · 210 · 120 g/L · "
        "38 g/L · 15/23 · 30/50 · 25/40 · 80/120 · 80/104 · Yes · Not sure · Not sure · "
        "All not sure · No · No · No · No · No · No · No · No · Negative · No · No · "
        "None of these · "
        "HBsAg negative, DNA not done · Negative · Who settles? ›"
    ),
}


def does(act: Act) -> str:
    """Name an act by its class, and a way to a place by the place."""
    return type(act.place if isinstance(act, Go) else act).__name__


@cache
def begun(beginning: str) -> Dialogue:
    dialogue = Dialogue()
    for step in filter(None, BEGINNINGS[beginning].split(" · ")):
        dialogue.taps_or_says(step)
    return dialogue


Known = dict[str | None, tuple[object, int]]
"""The recorded value of each item, and who gave it."""


def _day(value: JSON) -> str:
    """Give the ISO day of the sample of a recorded number; a limit and "unknown" have none."""
    return str(value.get("date", "")) if isinstance(value, dict) else ""


class Aside(NamedTuple):
    """What was known before a screening was voided or answers were cleared."""

    known: Known
    is_own: bool
    answered_since: bool


class Walk(RuleBasedStateMachine):
    @initialize(beginning=st.sampled_from(sorted(BEGINNINGS)))
    def begin(self, beginning: str) -> None:
        played = begun(beginning)
        self.records = MemoryRecords()
        self.records.entries = list(played.records.entries)
        for person in (7, 8):
            terms = Terms.of("coordinator").value
            new = NewEntry(Kind.STAFF_ADDED, "EC-CRT-003", item=str(person), value=terms)
            self.records.append([new], 1, played.now)
        self.first = Dialogue(self.records, actor=7)
        self.first.focus, self.first.round = played.focus, played.round
        self.first.now = played.now
        self.second = Dialogue(self.records, language="zh", actor=8)
        self.second.now = played.now
        self.person = self.first
        self.canaries: list[str] = []

    def does(self, event: Event) -> None:
        before, shown = list(self.records.entries), self.person.card

        card = self.person.does(event)

        if isinstance(event, Tapped):
            self.is_of_the_card(shown, self.person.last.entries)
        assert self.records.entries[: len(before)] == before
        self.is_within_limits(card)
        self.stands_firm(card)
        assert show(self.person.world, self.person.last.focus) == card
        assert reloaded(self.person.last.focus) == self.person.focus
        assert len(self.person.last.toast) <= 200
        kept = json.dumps([dump(self.person.focus), *map(str, self.records.entries)]).casefold()
        assert not [canary for canary in self.canaries if canary in kept]

    def dares(self, canary: str) -> bool:
        """Note what may not be kept, unless the card asks for a sentence to keep."""
        if self.person.stands == "saying":
            return False
        self.canaries.append(canary)
        return True

    @staticmethod
    def is_of_the_card(shown: Screen, entries: tuple[NewEntry, ...]) -> None:
        """Hold that a tap records only for subjects whom its card names."""
        labels = [button.label for row in shown.rows for button in row]
        named = "\n".join([*(block.text for block in shown.blocks), *labels])
        about = {entry.screening for entry in entries if entry.screening}
        assert not [each for each in about if each.subject not in named]

    @staticmethod
    def is_within_limits(card: Screen) -> None:
        buttons = [button for row in card.rows for button in row]
        assert all(KEY.fullmatch(key(button.act)) for button in buttons)
        assert all(1 <= len(button.label) <= 64 for button in buttons)
        assert len({key(button.act) for button in buttons}) == len(buttons) <= 100
        assert all(1 <= len(row) <= 8 for row in card.rows)
        assert sum(len(block.text) + 2 for block in card.blocks) <= 4096
        assert card.blocks[0].look == "title"

    @staticmethod
    def stands_firm(card: Screen) -> None:
        labels = [[button.label.removeprefix("• ") for button in row] for row in card.rows]
        for yes, no in (("Yes", "No"), ("是", "否")):
            if any({yes, no} & set(row) for row in labels):
                assert [row[:2] for row in labels if {yes, no} & set(row)] == [[yes, no]]

    @rule(place=st.integers(0, 99))
    def taps(self, place: int) -> None:
        buttons = self.person.buttons()
        self.does(Tapped(self.person.round, key(buttons[place % len(buttons)].act)))

    @rule(place=st.integers(0, 99))
    def answers(self, place: int) -> None:
        buttons = [button for row in self.person.card.rows[:2] for button in row]
        self.does(Tapped(self.person.round, key(buttons[place % len(buttons)].act)))

    @rule(path=st.sampled_from(PATHS))
    def goes(self, path: str) -> None:
        for step in path.split():
            name, _, number = step.partition(".")
            found = [button for button in self.person.buttons() if does(button.act) == name]
            if int(number or 0) < len(found):
                self.does(Tapped(self.person.round, key(found[int(number or 0)].act)))

    def standing_today(self) -> Focus:
        """Give where the person stands; a round of yesterday is forgotten, by whatever comes."""
        standing, world = self.person.standing, self.person.world
        return replace(standing, ward_round=round_today(world, standing))

    @rule(made_up=st.one_of(st.sampled_from(MADE_UP), st.text(max_size=20)))
    def forges(self, made_up: str) -> None:
        offered = {key(button.act) for button in self.person.buttons()}
        before = len(self.records.entries)
        focus = self.standing_today()

        self.does(Tapped(self.person.round, made_up))

        if made_up not in offered:
            assert len(self.records.entries) == before
            assert self.person.focus == focus

    @rule(back=st.integers(1, 50), place=st.integers(0, 99))
    def taps_an_old_button(self, back: int, place: int) -> None:
        buttons = self.person.buttons()
        before = len(self.records.entries)
        focus = self.standing_today()

        self.does(Tapped(self.person.round - back, key(buttons[place % len(buttons)].act)))

        assert len(self.records.entries) == before
        assert self.person.focus == focus

    @rule(text=st.sampled_from(NUMBERS))
    def types_a_number(self, text: str) -> None:
        self.does(Typed(text))

    @rule(text=st.sampled_from(REPORTS), canary=st.one_of(st.just(""), CANARY))
    def pastes_a_report(self, text: str, canary: str) -> None:
        if not canary or self.dares(canary):
            self.does(Typed(f"{canary}\n{text}".strip()))

        if self.person.stands == "report":
            assert not self.person.last.entries

    @rule(canary=CANARY, before=st.sampled_from(["", "5.2 ", "S-014 ", "/", "30/50 "]))
    def types_what_may_not_be_kept(self, canary: str, before: str) -> None:
        if self.dares(canary):
            self.does(Typed(before + canary))

    @rule(text=st.text(max_size=80))
    def types_anything(self, text: str) -> None:
        self.does(Typed(text))

    @rule(name=st.sampled_from(COMMANDS), rest=st.sampled_from(CODES))
    def commands(self, name: str, rest: str) -> None:
        self.does(Commanded(name, rest))

    @rule(name=st.sampled_from(COMMANDS), canary=CANARY)
    def commands_what_may_not_be_kept(self, name: str, canary: str) -> None:
        self.canaries.append(canary)
        self.does(Commanded(name, canary))
        self.does(Commanded(canary, canary))

    @rule()
    def sends_a_photo(self) -> None:
        self.does(Sent())

    @rule(minutes=st.sampled_from([1, 3, 2000]))
    def waits(self, minutes: int) -> None:
        self.person.later(minutes=minutes)

    @rule()
    def hands_over(self) -> None:
        now = self.person.now
        self.person = self.second if self.person is self.first else self.first
        self.person.now = now

    @invariant()
    def every_entry_is_in_order(self) -> None:  # noqa: C901 - one case a kind of entry
        known: dict[ScreeningId | None, Known] = {}
        aside: dict[ScreeningId | None, list[Aside]] = {}
        over = set()
        for entry in self.records.entries:
            said = entry.said
            assert said.screening not in over or said.kind in (Kind.RESTORED, Kind.QUERY_CLOSED)
            here = known.setdefault(said.screening, {})
            apart = aside.setdefault(said.screening, [])
            match said.kind:
                case Kind.ANSWERED | Kind.CORRECTED:
                    is_correction = said.kind is Kind.CORRECTED
                    assert (said.reason is not None) == is_correction
                    present = here.get(said.item, (None, 0))[0]
                    is_repeat = not is_correction and present is not None
                    assert present != said.value
                    if is_repeat and _day(said.value) < _day(present):
                        continue
                    here[said.item] = (said.value, entry.actor)
                    apart[-1:] = [each._replace(answered_since=True) for each in apart[-1:]]
                case Kind.STOPPED:
                    apart[-1:] = [each._replace(answered_since=True) for each in apart[-1:]]
                case Kind.MOVED:
                    apart.clear()
                case Kind.CLEARED:
                    is_own = said.value == MINE
                    apart.append(Aside(dict(here), is_own, answered_since=False))
                    left = {item: each for item, each in here.items() if each[1] != entry.actor}
                    known[said.screening] = left if is_own else {}
                case Kind.VOIDED:
                    assert said.reason is not None
                    apart.append(Aside(dict(here), is_own=False, answered_since=False))
                    over.add(said.screening)
                case Kind.RESTORED:
                    before = apart.pop()
                    known[said.screening] = dict(before.known)
                    if before.answered_since and before.is_own:
                        known[said.screening] |= {
                            i: v for i, v in here.items() if v[0] is not None
                        }
                    elif before.answered_since:
                        apart[:] = [Aside(dict(here), is_own=False, answered_since=False)]
                    over.discard(said.screening)

    @invariant()
    def a_query_is_open_while_its_item_is_open_and_needed(self) -> None:
        for listed in self.records.screenings(limit=100):
            screening = self.records.screening(listed.id)
            assert screening is not None
            if not screening.queries:
                continue
            case = make_case(self.person.world, screening)
            assert isinstance(case, Case)
            for query in screening.queries.values():
                is_wanted = query.closed != "withdrawn" and is_open(case, query.item)
                assert query.is_open == is_wanted
        rows = {(each.id, each.item) for each in self.records.open_queries()}
        assert len(rows) == len(self.records.open_queries())

    @invariant()
    def every_recorded_verdict_holds(self) -> None:
        for listed in self.records.screenings(limit=100):
            screening = self.records.screening(listed.id)
            assert screening is not None
            if screening.voided:
                continue
            case = make_case(self.person.world, screening)
            assert isinstance(case, Case)
            verdict = case.verdict
            last = screening.verdict
            assert last is None or last == {**verdict.as_json(), "as_of": last["as_of"]}
            assert not screening.stopped or verdict.failing


Walk.TestCase.settings = settings(
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestAnyWalkKeepsWhatAlwaysHolds = Walk.TestCase
