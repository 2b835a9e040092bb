import re
from html import unescape
from itertools import cycle, islice

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.message_length import length
from bot.telegram.rendering import LONGEST_TEXT, parts, render
from bot.telegram.updates import button
from conversations.acts import Go, key
from conversations.events import Tapped
from conversations.places_outside import Home
from conversations.screen import Block, Button, Screen, fold, note, title

LOOKS = st.sampled_from(["title", "line", "note", "fold"])
TEXTS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="<>&ab\n", max_size=30),
    st.builds(
        lambda text, times: text * times, st.text("<&x 是\n", max_size=9), st.integers(1, 900)
    ),
)
BLOCKS = st.lists(st.builds(Block, TEXTS, LOOKS), max_size=12)
ACTS = st.from_regex(r"\A[a-z0-9._-]{1,40}\Z")
STYLES = st.sampled_from(["plain", "primary", "success", "danger"])
BUTTONS = st.builds(Button, st.text(max_size=20), ACTS, STYLES)


def rows_of(buttons: list[Button], widths: list[int]) -> tuple[tuple[Button, ...], ...]:
    """Give rows so wide, of these buttons in turn: to draw each of 150 took most of the time."""
    turn = cycle(buttons)
    return tuple(tuple(islice(turn, width)) for width in widths)


SOME = st.lists(BUTTONS, min_size=1, max_size=4)
ROWS = st.builds(rows_of, SOME, st.lists(st.integers(0, 11), max_size=14))
SCREENS = st.builds(Screen, BLOCKS.map(tuple), ROWS)
TAG = re.compile(r"</?(?:b|i|blockquote|blockquote expandable)>")


@given(SCREENS, st.integers(0, 10**9))
def test_any_screen_renders_within_the_limits(screen: Screen, number: int) -> None:
    card = render(screen, number, "en")

    text = unescape(TAG.sub("", card.html))
    rows = card.keyboard["inline_keyboard"]
    assert 1 <= len(text) <= LONGEST_TEXT
    assert len(TAG.findall(card.html)) <= 200
    assert sum(map(len, rows)) <= 100
    assert all(1 <= len(row) <= 8 for row in rows)
    assert all(len(each["callback_data"].encode()) <= 64 for row in rows for each in row)


@given(
    st.lists(st.builds(Block, st.text("<>&;bi/\n", min_size=1, max_size=40), LOOKS), max_size=9)
)
def test_markup_in_texts_stays_text(blocks: list[Block]) -> None:
    html = render(Screen(tuple(blocks)), 1, "en").html

    shown = unescape(TAG.sub("", html))
    assert [mark for mark in shown if mark in "<>&"] == [
        mark for block in blocks if block.text.strip() for mark in block.text if mark in "<>&"
    ]


def test_screen_within_the_limits_is_shown_whole() -> None:
    blocks = (
        title("S-014"),
        Block("one"),
        Block("two"),
        note("hint"),
        fold("long"),
    )

    html = render(Screen(blocks), 1, "en").html

    assert html == (
        "<b>S-014</b>\n\none\ntwo\n\n<i>hint</i>\n<blockquote expandable>long</blockquote>"
    )


def test_longest_fold_is_cut_first() -> None:
    short, long = "s" * 1500, "\n".join(["l" * 50] * 80)

    html = render(Screen((title("t"), fold(long), fold(short), Block("end"))), 1, "en").html

    assert short in html
    assert html.startswith("<b>t</b>")
    assert html.endswith("end")
    assert html.count("… more: open /review") == 1
    assert "\n… more: open /review</blockquote>" in html


def test_text_without_folds_is_cut_at_its_end() -> None:
    html = render(Screen((title("t"), Block("x" * 5000))), 1, "en").html

    assert html.startswith("<b>t</b>\n\nxxx")
    assert html.endswith("<i>… more: open /review</i>")


def test_more_than_a_hundred_looks_leave_the_rest_plain() -> None:
    html = render(Screen(tuple(note(f"{n}") for n in range(150))), 1, "en").html

    assert html.count("<i>") == 100
    assert html.endswith("\n149")


def test_button_bears_its_round_and_is_read_back() -> None:
    card = render(Screen((title("t"),), ((Button("Yes", Go(Home()), "primary"),),)), 42, "en")

    (((shown,),)) = card.keyboard["inline_keyboard"]
    assert shown["style"] == "primary"
    assert button(shown["callback_data"]) == Tapped(42, key(Go(Home())))


@given(st.text("ab \n", max_size=40).map(lambda text: text * 400))
def test_long_text_is_kept_in_parts(text: str) -> None:
    found = parts(text)

    assert all(1 <= len(part) <= LONGEST_TEXT for part in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_length_counts_what_stands_between() -> None:
    assert length([title("t"), Block("ab"), Block("c")]) == len("t\n\nab\nc")
