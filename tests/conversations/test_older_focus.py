"""A chat that an older version left goes on: where it stood, or told what was not recorded."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from conversations.cards import show
from conversations.dialogue import advance
from conversations.events import Typed
from conversations.focus import dump, load
from conversations.older_focus import taken_up
from conversations.places import Hold, Question, Report, SampleDays
from conversations.places_to_look_at import Review
from tests.conversations.paths import OPENED, at
from tests.older_records import over, stored
from tests.records import Dialogue
from tests.tables import of_each

KEPT: dict[str, dict[str, Any]] = stored("focus_0_1_0")
KEPT_BY_0_5_0: dict[str, dict[str, Any]] = stored("focus_0_5_0")
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def man() -> Dialogue:
    """Give a chat with one open screening of S-014."""
    return at(*OPENED, "1")


def of_s014(kept: dict[str, Any]) -> dict[str, Any]:
    """Give a kept focus as one of the screening that the test has."""
    return {**kept, "screening": kept["screening"] and "S-014/1"}


@of_each("name", KEPT)
def test_every_kept_focus_has_a_card_and_takes_text(name: str) -> None:
    chat = man()

    focus = taken_up(chat.world, of_s014(KEPT[name]))

    assert show(chat.world, focus).blocks
    assert advance(chat.world, focus, Typed("zzz")).entries == ()
    assert (focus.screening is None) == (KEPT[name]["screening"] is None)


@of_each("name", KEPT)
def test_what_was_read_and_not_recorded_is_said(name: str) -> None:
    chat, draft = man(), KEPT[name]["draft"]
    was_read = draft.keys() & {"lines", "values", "uln_of", "line"}

    focus = taken_up(chat.world, of_s014(KEPT[name]))

    assert not isinstance(focus.place, Report | Hold | SampleDays)
    assert any("before the update" in said for said in focus.said) == bool(was_read)


def test_number_of_lost_results_is_said() -> None:
    lines = [{"item": name} for name in ("wbc", "anc", "platelets")]
    kept = {"view": "report", "screening": "S-014/1", "draft": {"lines": lines}}

    focus = taken_up(man().world, kept)

    assert focus.said == ("3 results read before the update were not recorded.",)
    assert focus.place == Question("histology")


def test_day_and_page_and_ticks_are_kept() -> None:
    draft = {"review": True, "page": 1, "day": "2026-11-22"}
    kept = {"view": "question", "question": "wbc", "screening": "S-014/1", "draft": draft}

    focus = taken_up(man().world, kept)

    assert (focus.place, focus.opener) == (Question("wbc"), Review(1))
    assert f"{focus.sitting[0].day}" == "2026-11-22"


def test_nothing_that_version_0_5_0_kept_is_lost() -> None:
    read = {name: load(kept) for name, kept in KEPT_BY_0_5_0.items()}

    again = {name: focus and dump(focus) for name, focus in read.items()}

    # this version may only add to what is kept
    merged = {name: over(again[name] or {}, kept) for name, kept in KEPT_BY_0_5_0.items()}
    assert merged == again
    assert len({kept["place"]["place"] for kept in KEPT_BY_0_5_0.values()}) > 60


def test_every_focus_of_0_5_0_has_a_card_and_takes_text() -> None:
    chat = man()
    focuses = [load(kept) for kept in KEPT_BY_0_5_0.values()]

    for focus in focuses:
        assert focus is not None
        assert show(chat.world, focus).blocks
        assert show(chat.world, advance(chat.world, focus, Typed("zzz")).focus).blocks


@given(kept=JSONS, draft=JSONS, view=st.sampled_from([kept["view"] for kept in KEPT.values()]))
def test_whatever_was_kept_has_a_card(kept: object, draft: object, view: str) -> None:
    chat = man()
    focuses = [kept, {"view": view, "screening": "S-014/1", "draft": draft, "said": kept}]

    cards = [show(chat.world, taken_up(chat.world, each)) for each in focuses]

    assert all(card.blocks for card in cards)
