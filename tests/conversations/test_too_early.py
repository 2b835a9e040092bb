"""Text that was typed before its card came records nothing, on whichever card it arrives."""

from collections import Counter
from functools import cache

import pytest

from conversations.dialogue import advance
from conversations.events import Belongs, Typed
from conversations.registry import FLOWS
from conversations.turn import Turn
from ectrial.record.entries import Kind
from tests.conversations.places_and_acts import name_of
from tests.conversations.transcript import FOLDER, steps
from tests.records import Dialogue

pytestmark = pytest.mark.long

TEXTS = (
    *("yes", "2", "5.2", "112 g/L", "WBC 5.2 ANC 3.1 Hb 112 g/L", "2026-11-20", "4 Dec"),
    *("tomorrow 14:30", "3.1", "Li Wei", "seen again in the chart, page 2"),
)
TAKEN = {place.__name__ for place, flow in FLOWS.items() if flow.takes_text}
"""The places at which typed text means something."""

AT_ONCE = {"Saying", "Raising", "DeviationText", "Naming", "Reminding", "Question"}
"""Some at which one text is enough: it is recorded, or sets a reminder, without a tap."""

ENOUGH = 2
"""Cards of each kind that are tried: they differ in what they ask."""


@cache
def tried() -> tuple[Counter[str], set[str], list[tuple[str, str]]]:
    """Give how many cards were tried, where a text in time did something, and each early one."""
    cards: Counter[str] = Counter()
    in_time: set[str] = set()
    too_early = []
    scripts = (path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt")))
    acted = (person for script in scripts for _, person in steps(script) if person)
    for person in acted:
        place = name_of(person.standing.place)
        if place not in TAKEN or cards[place] == ENOUGH:
            continue
        cards[place] += 1
        in_time |= {place for text in TEXTS if does_something(typed(person, text, "yes"))}
        too_early += [
            (place, text) for text in TEXTS if does_something(typed(person, text, "before"))
        ]
    return cards, in_time, too_early


def typed(person: Dialogue, text: str, belongs: Belongs) -> Turn:
    return advance(person.world, person.standing, Typed(text, belongs))


def does_something(turn: Turn) -> bool:
    """Whether a text did more than be deleted because it may say who a patient is."""
    recorded = [each for each in turn.entries if each.kind is not Kind.IDENTIFIER_STOPPED]
    return bool(recorded or turn.reminders)


def test_every_place_that_takes_text_is_tried() -> None:
    cards, in_time, _ = tried()

    assert TAKEN - set(cards) == set()
    assert AT_ONCE - in_time == set(), "the same texts are recorded there in time"


def test_text_typed_before_its_card_came_records_nothing() -> None:
    *_, too_early = tried()

    assert too_early == []
