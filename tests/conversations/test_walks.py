"""Whatever is tapped or typed, by two people on one record: what always holds."""

import json
import re
from dataclasses import asdict
from functools import cache

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from conversations.case import make_case
from conversations.screen import Screen
from conversations.turn import Commanded, Event, Sent, Tapped, Typed
from conversations.views import rows, show
from ectrial.record.entries import Kind
from tests.records import Dialogue, MemoryRecords, reloaded

ACT = re.compile(r"[a-z0-9._-]{1,40}")
COMMANDS = [
    *["start", "new", "resume", "list", "review", "verdict", "clear", "trial", "help", "cancel"],
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
PATHS = [  # one act after the other
    *["more void v1", "more order", "more clear clear.yes", "more review r0 y w0", "undo", "stop"],
    *[
        "continue",
        "anyway",
        "verdict open q3",
        "verdict q0 y",
        "review r1 n w1",
        "again",
        "c0",
        "c1",
        "leave",
        "all",
        "limits all",
        "fix f0 leave",
        "fix f1",
        "day d3 all",
        "yesterday all",
        "drop",
        "nolimit",
        "samelimit",
        "y t0 t1 done",
    ],
]
FORGED = [
    "stop",
    "continue",
    "y",
    "n",
    "sy",
    "clear.yes",
    "v0",
    "w1",
    "c0",
    "q0",
    "r0",
    "l0",
    "anyway",
]
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
}


@cache
def begun(beginning: str) -> Dialogue:
    dialogue = Dialogue()
    for step in filter(None, BEGINNINGS[beginning].split(" · ")):
        dialogue.taps_or_says(step)
    return dialogue


class Walk(RuleBasedStateMachine):
    @initialize(beginning=st.sampled_from(sorted(BEGINNINGS)))
    def begin(self, beginning: str) -> None:
        played = begun(beginning)
        self.records = MemoryRecords()
        self.records.entries = list(played.records.entries)
        self.first = Dialogue(self.records, actor=7)
        self.first.focus, self.first.round = played.focus, played.round
        self.first.now = played.now
        self.second = Dialogue(self.records, language="zh", actor=8)
        self.second.now = played.now
        self.person = self.first
        self.canaries: list[str] = []

    def does(self, event: Event) -> None:
        before = list(self.records.entries)

        card = self.person.does(event)

        assert self.records.entries[: len(before)] == before
        self.is_within_limits(card)
        self.stands_firm(card)
        assert show(self.person.world, self.person.last.focus) == card
        assert rows(self.person.world, self.person.focus) == card.rows
        assert reloaded(self.person.last.focus) == self.person.focus
        assert len(self.person.last.toast) <= 200
        kept = json.dumps([asdict(self.person.focus), *map(str, self.records.entries)]).casefold()
        assert not [canary for canary in self.canaries if canary in kept]

    @staticmethod
    def is_within_limits(card: Screen) -> None:
        buttons = [button for row in card.rows for button in row]
        assert all(ACT.fullmatch(button.act) for button in buttons)
        assert all(1 <= len(button.label) <= 64 for button in buttons)
        assert len({button.act for button in buttons}) == len(buttons) <= 100
        assert all(1 <= len(row) <= 8 for row in card.rows)
        assert sum(len(block.text) + 2 for block in card.blocks) <= 4096
        assert card.blocks[0].look == "title"

    @staticmethod
    def stands_firm(card: Screen) -> None:
        acts = {button.act for row in card.rows for button in row}
        if {"y", "n"} & acts:
            assert [button.act for button in card.rows[0]] == ["y", "n", "u"]
        if {"sy", "sn"} & acts:
            assert [button.act for button in card.rows[0]] == ["sy", "sn", "su"]
        if {"y", "sy"} & acts:
            yes, no, _ = (button.label.removeprefix("• ") for button in card.rows[0])
            assert (yes, no) in {("Yes", "No"), ("是", "否")}

    @rule(place=st.integers(0, 99))
    def taps(self, place: int) -> None:
        buttons = self.person.buttons()
        self.does(Tapped(self.person.round, buttons[place % len(buttons)].act))

    @rule(place=st.integers(0, 99))
    def answers(self, place: int) -> None:
        buttons = [button for row in self.person.card.rows[:2] for button in row]
        self.does(Tapped(self.person.round, buttons[place % len(buttons)].act))

    @rule(path=st.sampled_from(PATHS))
    def goes(self, path: str) -> None:
        for act in path.split():
            if act in {button.act for button in self.person.buttons()}:
                self.does(Tapped(self.person.round, act))

    @rule(act=st.one_of(st.sampled_from(FORGED), st.text(max_size=20)))
    def forges(self, act: str) -> None:
        offered = {button.act for button in self.person.buttons()}
        before = len(self.records.entries)
        focus = self.person.focus

        self.does(Tapped(self.person.round, act))

        if act not in offered:
            assert len(self.records.entries) == before
            assert self.person.focus == focus

    @rule(back=st.integers(1, 50), place=st.integers(0, 99))
    def taps_an_old_button(self, back: int, place: int) -> None:
        buttons = self.person.buttons()
        before = len(self.records.entries)
        focus = self.person.focus

        self.does(Tapped(self.person.round - back, buttons[place % len(buttons)].act))

        assert len(self.records.entries) == before
        assert self.person.focus == focus

    @rule(text=st.sampled_from(NUMBERS))
    def types_a_number(self, text: str) -> None:
        self.does(Typed(text))

    @rule(text=st.sampled_from(REPORTS), canary=st.one_of(st.just(""), CANARY))
    def pastes_a_report(self, text: str, canary: str) -> None:
        if canary:
            self.canaries.append(canary)

        self.does(Typed(f"{canary}\n{text}".strip()))

        if self.person.focus.view == "report":
            assert not self.person.last.entries

    @rule(canary=CANARY, before=st.sampled_from(["", "5.2 ", "S-014 ", "/", "30/50 "]))
    def types_what_may_not_be_kept(self, canary: str, before: str) -> None:
        self.canaries.append(canary)
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
    def every_entry_is_in_order(self) -> None:
        known: dict[tuple[str | None, str | None], object] = {}
        over = set()
        for entry in self.records.entries:
            said = entry.said
            assert said.screening not in over
            place = (said.screening, said.item)
            match said.kind:
                case Kind.ANSWERED:
                    assert known.get(place) is None
                    assert said.reason is None
                    known[place] = said.value
                case Kind.CORRECTED:
                    assert known[place] != said.value
                    assert said.reason is not None
                    known[place] = said.value
                case Kind.CLEARED:
                    known = {p: v for p, v in known.items() if p[0] != said.screening}
                case Kind.VOIDED:
                    assert said.reason is not None
                    over.add(said.screening)

    @invariant()
    def every_recorded_verdict_holds(self) -> None:
        for listed in self.records.screenings(limit=100):
            screening = self.records.screening(listed.id)
            assert screening is not None
            if screening.voided:
                continue
            verdict = make_case(self.person.world, screening).verdict
            assert screening.verdict is None or screening.verdict == verdict.as_json()
            assert not screening.stopped or verdict.failing


Walk.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestAnyWalkKeepsWhatAlwaysHolds = Walk.TestCase
