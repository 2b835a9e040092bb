from typing import Any

import pytest

from bot.sandbox.keyboards import read_keyboard, read_markup
from bot.sandbox.refusal import Refusal
from tests.bot.sandbox.bot_side import YES, keyboard
from tests.tables import of_each

PARSE = "can't parse inline keyboard button: "


def refusal(markup: dict[str, Any]) -> str:
    with pytest.raises(Refusal) as refused:
        read_markup(markup)
    return refused.value.description


def button(**parts: Any) -> dict[str, Any]:
    return {"text": "Yes", **parts}


@of_each(
    "allowed",
    [
        button(callback_data="a"),
        button(callback_data="a" * 64),
        button(callback_data="中" * 21),
        button(url="https://a.example"),
        button(copy_text={"text": "S-014"}),
        button(callback_data="a", style="primary"),
        button(callback_data="a", style="success"),
        button(callback_data="a", style="danger"),
    ],
)
def test_button_with_one_action_is_kept_as_it_is(allowed: dict[str, Any]) -> None:
    assert read_keyboard(keyboard([allowed])) == keyboard([allowed])


@of_each(
    ("wrong", "reason"),
    [
        (button(callback_data="a" * 65), "BUTTON_DATA_INVALID"),
        (button(callback_data="中" * 22), "BUTTON_DATA_INVALID"),
        (button(), f"{PARSE}Text buttons are unallowed in the inline keyboard"),
        (button(callback_data=""), f"{PARSE}Text buttons are unallowed in the inline keyboard"),
        (
            button(callback_data="a", url="https://a.example"),
            f"{PARSE}exactly one action type must be used",
        ),
        (
            button(url="nowhere"),
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (button(copy_text={"text": "a" * 257}), "BUTTON_COPY_TEXT_INVALID"),
        (button(copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
        (
            button(copy_text={"words": "a"}),
            "can't parse copy text button: Can't find field \"text\"",
        ),
        (button(callback_data="a", style="green"), f"{PARSE}invalid button style specified"),
        (button(callback_data="a", colour="green"), f'{PARSE}unknown field "colour"'),
        (button(callback_data=1), f'{PARSE}Field "callback_data" must be of type String'),
        ({"callback_data": "a"}, f'{PARSE}Can\'t find field "text"'),
        ({"text": " ", "callback_data": "a"}, f"{PARSE}the text is empty"),
        ("Yes", f"{PARSE}expected an Object"),
    ],
)
def test_button_at_fault_is_refused(wrong: dict[str, Any], reason: str) -> None:
    assert refusal(keyboard([wrong])) == f"Bad Request: {reason}"


def test_row_may_have_eight_buttons() -> None:
    assert read_keyboard(keyboard([YES] * 8)) == keyboard([YES] * 8)


def test_row_of_nine_buttons_is_refused() -> None:
    reason = refusal(keyboard([YES] * 9))

    assert reason == "Bad Request: reply markup has too many buttons in a row"


def test_keyboard_may_have_a_hundred_buttons() -> None:
    markup = keyboard(*[[YES] * 4] * 25)

    assert read_keyboard(markup) == markup


def test_keyboard_of_more_buttons_is_refused() -> None:
    reason = refusal(keyboard(*[[YES] * 4] * 25, [YES]))

    assert reason == "Bad Request: reply markup has too many buttons"


def test_row_that_is_no_array_is_refused() -> None:
    reason = refusal({"inline_keyboard": [YES]})

    assert reason == "Bad Request: can't parse inline keyboard: a row must be an Array"


def test_empty_rows_are_dropped() -> None:
    assert read_keyboard(keyboard([], [YES])) == keyboard([YES])


def test_keyboard_without_buttons_is_none() -> None:
    assert read_keyboard(keyboard([])) is None


@pytest.mark.parametrize("markup", [{"keyboard": [["Yes"]]}, {"remove_keyboard": True}])
def test_keyboards_below_the_text_field_are_refused(markup: dict[str, Any]) -> None:
    assert refusal(markup).startswith("Bad Request: can't parse inline keyboard markup")


def test_placeholder_of_a_forced_reply_is_limited() -> None:
    reason = refusal({"force_reply": True, "input_field_placeholder": "a" * 65})

    assert reason == "Bad Request: can't parse force reply: the placeholder is too long"
