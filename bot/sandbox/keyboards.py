"""The rules for a message's reply markup: inline keyboards and forced replies."""

from typing import Any, NamedTuple

from bot.sandbox.fields import checked
from bot.sandbox.refusal import bad_request

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
LONGEST_DATA_BYTES = 64
LONGEST_COPY = 256
LONGEST_PLACEHOLDER = 64
STYLES = {"primary", "success", "danger"}
# A button has exactly one of these; the Bot API's other kinds need a real Telegram
ACTIONS: dict[str, type] = {"callback_data": str, "url": str, "copy_text": dict}
LOOKS: dict[str, type] = {"style": str}
URL_STARTS = ("https://", "http://", "tg://")

Keyboard = dict[str, Any]


class Markup(NamedTuple):
    """The contents of a reply_markup; at most one field is set."""

    keyboard: Keyboard | None = None
    force_reply: dict[str, Any] | None = None


def read_markup(given: dict[str, Any] | None) -> Markup:
    """The markup of a new message."""
    if given and "force_reply" in given:
        return Markup(force_reply=_force_reply(given))
    return Markup(keyboard=read_keyboard(given))


def read_keyboard(given: dict[str, Any] | None) -> Keyboard | None:
    """An inline keyboard without its empty rows, or None if no button is left."""
    if not given:
        return None
    checked(given, "inline keyboard markup", {"inline_keyboard": list})
    rows = [_row(row) for row in given["inline_keyboard"] if row]
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("Reply markup has too many buttons")
    return {"inline_keyboard": rows} if rows else None


def button_at(keyboard: Keyboard | None, row: int, column: int) -> dict[str, Any] | None:
    """The button at this position, if there is one."""
    rows = (keyboard or {}).get("inline_keyboard", [])
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        return None
    button: dict[str, Any] = rows[row][column]
    return button


def _row(given: Any) -> list[dict[str, Any]]:
    if not isinstance(given, list):
        raise bad_request("Can't parse inline keyboard: a row must be an Array")
    if len(given) > MOST_IN_A_ROW:
        raise bad_request("Reply markup has too many buttons in a row")
    return [_button(button) for button in given]


def _button(given: Any) -> dict[str, Any]:
    button = checked(given, "inline keyboard button", {"text": str}, {**ACTIONS, **LOOKS})
    if not button["text"].strip():
        raise bad_request("Can't parse inline keyboard button: the text is empty")
    if "style" in button and button["style"] not in STYLES:
        raise bad_request("Can't parse inline keyboard button: invalid button style specified")
    actions = [name for name in ACTIONS if button.get(name)]
    if not actions:
        raise bad_request(
            "Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request(
            "Can't parse inline keyboard button: exactly one action type must be used"
        )
    _check_action(button)
    return button


def _check_action(button: dict[str, Any]) -> None:
    if len(button.get("callback_data", "").encode()) > LONGEST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url and not url.startswith(URL_STARTS):
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if copied := button.get("copy_text"):
        text = checked(copied, "copy text button", {"text": str})["text"]
        if not 1 <= len(text) <= LONGEST_COPY:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _force_reply(given: dict[str, Any]) -> dict[str, Any]:
    optional = {"input_field_placeholder": str, "selective": bool}
    markup = checked(given, "force reply", {"force_reply": bool}, optional)
    if len(markup.get("input_field_placeholder", "")) > LONGEST_PLACEHOLDER:
        raise bad_request("Can't parse force reply: the placeholder is too long")
    return markup
