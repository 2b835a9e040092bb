from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.updates import OLD_BUTTON, Membership, Update, button, read, words
from conversations.events import Commanded, Edited, Event, Sent, Tapped, Typed
from tests.tables import of_each

PERSON = {"id": 7, "is_bot": False, "first_name": "A", "language_code": "zh-hans"}
ALONE = {"id": 7, "type": "private", "first_name": "A"}
GROUPS = [
    {"id": -5, "type": "group", "title": "g"},
    {"id": -100, "type": "supergroup", "title": "g"},
    {"id": -200, "type": "channel", "title": "c"},
    {"id": 8, "type": "private", "first_name": "somebody else"},
]
KEY = "0123456789abcdef0123"


def message(chat: dict[str, Any] = ALONE, **content: Any) -> dict[str, Any]:
    return {"message_id": 3, "date": 1_700_000_000, "chat": chat, "from": PERSON, **content}


def update(**content: Any) -> dict[str, Any]:
    return {"update_id": 11, **content}


def tap(chat: dict[str, Any] = ALONE, data: str = f"4.{KEY}") -> dict[str, Any]:
    card = {**message(chat, text="card"), "from": {**PERSON, "id": 1, "is_bot": True}}
    query = {"id": "q", "from": PERSON, "chat_instance": "1", "message": card, "data": data}
    return update(callback_query=query)


def test_tap_is_read_with_its_card() -> None:
    assert read(tap()) == Update(
        update_id=11, person=7, language="zh", event=Tapped(4, KEY), message=3, callback_query="q"
    )


def test_words_are_read_with_telegrams_own_date() -> None:
    assert read(update(message=message(text="5.2"))) == Update(
        update_id=11,
        person=7,
        language="zh",
        event=Typed("5.2"),
        told_at=datetime.fromtimestamp(1_700_000_000, UTC),
        sent=3,
        text="5.2",
    )


def membership(status: str, chat: dict[str, Any] = ALONE) -> dict[str, Any]:
    member = {"user": {**PERSON, "id": 1, "is_bot": True}, "status": status}
    change = {"chat": chat, "from": PERSON, "date": 1_700_000_000, "new_chat_member": member}
    return update(my_chat_member=change)


@pytest.mark.parametrize(("status", "has_blocked"), [("kicked", True), ("member", False)])
def test_block_is_read(status: str, *, has_blocked: bool) -> None:
    assert read(membership(status)) == Update(
        update_id=11, person=7, language="zh", event=Membership(has_blocked=has_blocked)
    )


@of_each("chat", GROUPS, ids=lambda chat: f"{chat['type']} {chat['id']}")
@of_each("kind", ["message", "edited_message", "channel_post", "callback_query"])
def test_only_the_private_chat_with_the_person_counts(chat: dict[str, Any], kind: str) -> None:
    said = tap(chat) if kind == "callback_query" else update(**{kind: message(chat, text="hi")})

    assert read(said) is None
    assert read(membership("kicked", chat)) is None


def test_edited_text_is_read_as_nothing_but_an_edit() -> None:
    found = read(update(edited_message=message(text="hi", edit_date=1_700_000_009)))

    assert found is not None
    assert (found.event, found.sent, found.text) == (Edited("hi", 3), 3, "hi")


@pytest.mark.parametrize(("is_bot", "reply_to"), [(True, 2), (False, None)])
def test_reply_to_a_message_of_ours_is_read(is_bot: bool, reply_to: int | None) -> None:
    card = {"message_id": 2, "from": {"id": 1, "is_bot": is_bot}}

    found = read(update(message=message(text="5.2", reply_to_message=card)))

    assert found is not None
    assert found.reply_to == reply_to


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
def test_posted_messages_are_ignored(kind: str) -> None:
    assert read(update(**{kind: message(text="hi")})) is None


SERVICE = [
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "new_kind",
]


@pytest.mark.parametrize("kind", SERVICE)
def test_what_telegram_tells_of_the_chat_is_ignored(kind: str) -> None:
    assert read(update(message=message(**{kind: {}}))) is None


@of_each("kind", ["photo", "sticker", "voice", "document", "contact", "poll"])
def test_what_a_person_sends_beside_text_is_seen(kind: str) -> None:
    found = read(update(message=message(**{kind: {}})))

    assert found is not None
    assert found.event == Sent()


@of_each(
    ("text", "event"),
    [
        ("/new@this_bot S-1", Commanded("new", "S-1")),
        ("/new@THIS_bot S-1", Commanded("new", "S-1")),
        ("／new S-1", Commanded("new", "S-1")),
        ("／new＠this_bot S-1", Commanded("new", "S-1")),
        ("/new@another_bot S-1", None),
        ("／new＠another_bot S-1", None),
    ],
)
def test_command_is_for_the_bot_it_names(text: str, event: Event | None) -> None:
    found = read(update(message=message(text=text)), "this_bot")

    assert (found and found.event) == event


def test_other_bots_are_ignored() -> None:
    said = update(message={**message(text="hi"), "from": {**PERSON, "is_bot": True}})

    assert read(said) is None


def test_tap_of_an_inline_message_is_ignored() -> None:
    query = {
        "id": "q",
        "from": PERSON,
        "chat_instance": "1",
        "inline_message_id": "i",
        "data": "1.a",
    }

    assert read(update(callback_query=query)) is None


def test_tap_of_a_card_too_old_to_be_sent_along_is_read() -> None:
    card = {"chat": ALONE, "message_id": 3, "date": 0}
    query = {"id": "q", "from": PERSON, "chat_instance": "1", "message": card, "data": f"1.{KEY}"}

    found = read(update(callback_query=query))

    assert found is not None
    assert (found.message, found.event) == (3, Tapped(1, KEY))


def parts_of(whole: dict[str, Any], *path: str) -> Iterator[tuple[str, ...]]:
    """Every place in a nested object."""
    for name, value in whole.items():
        yield (*path, name)
        if isinstance(value, dict):
            yield from parts_of(value, *path, name)


def spoilt(whole: dict[str, Any], path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """A copy with one part replaced, or left out if there is no value."""
    copy = deepcopy(whole)
    inner = copy
    for name in path[:-1]:
        inner = inner[name]
    inner.pop(path[-1])
    return copy if value is None else (inner.update({path[-1]: value}) or copy)


@of_each("value", [None, "x", -1, 2**70, True, 1.5, [], {}], ids=repr)
@of_each("whole", [tap(), update(message=message(text="hi")), membership("kicked")], ids=str)
def test_any_part_may_be_missing_or_wrong(whole: dict[str, Any], value: Any) -> None:
    for path in parts_of(whole):
        try:
            found = read(spoilt(whole, path, value))
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError):
            continue

        if found is not None:
            assert {type(found.update_id), type(found.person)} == {int}
            assert isinstance(found.event, Tapped | Typed | Commanded | Sent | Membership)


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]},
        {"contact": {"phone_number": "1", "first_name": "B"}},
        {"caption": "/new S-1", "document": {"file_id": "f", "file_unique_id": "u"}},
    ],
)
def test_anything_but_text_is_only_sent(content: dict[str, Any]) -> None:
    found = read(update(message=message(**content)))

    assert found is not None
    assert found.event == Sent(content.get("caption", ""))


@of_each(
    ("text", "event"),
    [
        ("/new S-014", Commanded("new", "S-014")),
        ("/new@practice_bot S-014", Commanded("new", "S-014")),
        ("/NEW", Commanded("new")),
        (" /new\nS-014 ", Commanded("new", "S-014")),
        ("/", Typed("/")),
        ("/5.2", Typed("/5.2")),
        ("/new-S-014", Typed("/new-S-014")),
        (" 5,2 ", Typed(" 5,2 ")),
        ("x" * 5000, Typed("x" * 4096)),
    ],
)
def test_commands_are_told_from_text(text: str, event: Event) -> None:
    assert words(text) == event


@of_each(
    ("code", "language"),
    [("zh-hans", "zh"), ("ZH", "zh"), ("en-GB", "en"), ("de", None), ("", None)],
)
def test_language_is_that_of_the_persons_telegram(code: str, language: str | None) -> None:
    said = {**message(text="hi"), "from": {**PERSON, "language_code": code}}

    found = read(update(message=said))

    assert found is not None
    assert found.language == language


@given(st.text(max_size=80))
def test_any_data_is_a_button_or_an_old_one(data: str) -> None:
    found = button(data)

    assert found == OLD_BUTTON or (len(data.encode()) <= 64 and data.endswith(f".{found.key}"))
