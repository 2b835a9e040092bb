from collections.abc import Iterator
from datetime import UTC
from itertools import count
from pathlib import Path

import pytest

from bot.serving.installation import Installation
from bot.serving.turns import Taken, Turns
from bot.setup.start import now
from bot.telegram.updates import Update
from conversations.acts import Go, key
from conversations.events import Commanded, Event, Tapped
from conversations.focus import Focus, dump
from conversations.places import Hold, Question
from conversations.places_outside import Home
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.record.entries import JSON, Kind
from ectrial.record.subjects import ScreeningId
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped
from tests.blank_record import blank
from tests.bot.running import Running
from tests.phone import Phone

AUTHOR = Author(7, "admin")
TEAM = frozenset({7, 8, 9})
HOME = key(Go(Home()))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(blank(tmp_path / "x.db"), site="here", via="telegram", clock=now) as ledger:
        yield ledger


@pytest.fixture
def turns(ledger: Ledger, trial: Protocol) -> Turns:
    site = Installation(shipped(), now, UTC, "en", is_practice=False, admins=TEAM)
    return Turns(ledger, site)


def update(update_id: int, event: Event, message: int | None = None) -> Update:
    return Update(update_id=update_id, person=7, language="zh", event=event, message=message)


def chat_of(ledger: Ledger) -> Chat:
    chat = ledger.chat(7)
    assert chat is not None
    return chat


@pytest.mark.parametrize(
    "kept", [None, {}, [], "home", {"view": 3}, {"draft": []}, {"said": "x"}, {"draft": {1: []}}]
)
def test_focus_that_cannot_be_read_starts_at_home(
    ledger: Ledger, turns: Turns, kept: JSON
) -> None:
    ledger.save_chat(Chat(7, "en", focus=kept))

    assert turns.standing(chat_of(ledger)).focus == Focus()


def test_focus_is_read_back_as_it_was(ledger: Ledger, turns: Turns) -> None:
    focus = Focus(Question("ecog", ("a",)), ScreeningId("here", "T", "S-1", 2), said=("x",))
    ledger.save_chat(Chat(7, "en", focus=dump(focus)))

    assert turns.standing(chat_of(ledger)).focus == focus


def test_update_that_comes_twice_is_one_turn(ledger: Ledger, turns: Turns) -> None:
    first = turns.take(update(1, Commanded("new", "S-014")), AUTHOR)
    before = chat_of(ledger)

    again = turns.take(update(1, Commanded("new", "S-014")), AUTHOR)

    assert first is not None
    assert again is None
    assert chat_of(ledger) == before
    assert [entry.said.kind for entry in ledger.entries()] == [Kind.OPENED]


def test_each_turn_gives_its_card_a_new_round(ledger: Ledger, turns: Turns) -> None:
    turns.take(update(1, Commanded("help")), AUTHOR)
    turns.take(update(2, Commanded("start")), AUTHOR)

    assert chat_of(ledger).round == 2


def test_old_button_leaves_round_and_focus_alone(ledger: Ledger, turns: Turns) -> None:
    turns.take(update(1, Commanded("help")), AUTHOR)
    before = chat_of(ledger)

    turns.take(update(2, Tapped(0, HOME), message=3), AUTHOR)

    assert (chat_of(ledger).round, chat_of(ledger).focus) == (before.round, before.focus)


def test_button_of_an_older_message_is_old_even_in_the_present_round(
    ledger: Ledger, turns: Turns
) -> None:
    ledger.save_chat(Chat(7, "en", 5, {"place": {"place": "help"}}, card=30, shown="as it is"))

    turns.take(update(1, Tapped(5, HOME), message=29), AUTHOR)

    assert chat_of(ledger).focus["place"]["place"] == "help"
    assert chat_of(ledger).round == 5


def test_button_of_a_card_whose_sending_was_not_confirmed_counts(
    ledger: Ledger, turns: Turns
) -> None:
    ledger.save_chat(Chat(7, "en", 5, {"place": {"place": "help"}}, card=30, shown=None))

    turns.take(update(1, Tapped(5, HOME), message=31), AUTHOR)

    assert chat_of(ledger).focus["place"]["place"] == "home"
    assert chat_of(ledger).round == 6


def test_language_of_the_first_contact_is_kept(ledger: Ledger, turns: Turns) -> None:
    turns.take(update(1, Commanded("start")), AUTHOR)

    assert chat_of(ledger).language == "zh"


async def test_chosen_language_goes_before_that_of_the_phone(bot: Running, phone: Phone) -> None:
    await phone.says("/language")

    await phone.taps("简体中文")

    chat = bot.ledger.chat(1001)
    assert chat is not None
    assert chat.language == "zh"


def test_of_two_answers_that_come_together_one_is_recorded_and_the_other_is_asked_about(
    ledger: Ledger, turns: Turns
) -> None:
    updates = count(1)

    def takes(person: int, event: Event) -> Taken:
        tap = Update(next(updates), person, "en", event, message=1)
        taken = turns.take(tap, Author(person, "coordinator"))
        assert taken is not None
        return taken

    def taps(person: int, label: str) -> Taken:
        chat = ledger.chat(person)
        assert chat is not None
        rows = turns.screen(turns.standing(chat)).rows
        named = f"{label} · {subject}"  # on a card that is shown anew
        act = next(button.act for row in rows for button in row if button.label in (label, named))
        return takes(person, Tapped(chat.round, key(act)))

    for number in range(4):
        first, second = (7, 8) if number % 2 else (8, 7)
        subject = f"S-{number:03}"
        takes(7, Commanded("new", subject))
        takes(8, Commanded("open", subject))
        with ledger.together():
            taps(first, "1")
            asked = taps(second, "2")

        screening = ScreeningId("here", "EC-CRT-003", subject, 1)
        recorded = [entry.said.value for entry in ledger.entries(screening)][1:]
        assert [value["value"] for value in recorded] == ["1"]
        assert isinstance(asked.turn.focus.place, Hold)
        assert "by another person (administrator): 1." in str(turns.screen(asked.standing).blocks)
