"""What people write who were let in once is deleted if it may say who a patient is."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.housekeeping.asked_texts import AskedTexts
from bot.serving.commits import Commits
from bot.serving.former_people import FormerPeople
from bot.telegram.updates import Update
from conversations.events import Commanded, Edited, Event, Sent, Typed
from conversations.focus import Focus, dump, load
from conversations.focus_by_trial import at_trial, trial_at_hand, with_others
from conversations.places_of_own_words import NameAsked
from conversations.places_of_queries import Saying
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.team import Terms
from tests.blank_record import blank
from tests.ectrial.ledger.samples import Clock, open_ledger

TRIAL, MEMBER, STRANGER = "EC-CRT-003", 1005, 1008
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
WORDS = "患者王建国 13800138006"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A record of which somebody was a member once."""
    with open_ledger(blank(tmp_path / "x.db"), clock=Clock()) as ledger:
        who = str(MEMBER)
        terms = Terms.of("coordinator").value
        ledger.append(
            [
                NewEntry(Kind.STAFF_ADDED, TRIAL, item=who, value=terms, text="Li Wei"),
                NewEntry(Kind.STAFF_REMOVED, TRIAL, item=who, value={"work": None}),
            ],
            Author(1001, "admin"),
        )
        yield ledger


def written(ledger: Ledger, person: int, event: Event) -> list[int]:
    """Have somebody write something; give the messages to delete."""
    former = FormerPeople(ledger, TRIAL, lambda: NOW)
    former.delete_words(Update(7, person, "en", event, sent=70))
    return [each.message for each in ledger.deletions.unfinished()]


@pytest.mark.parametrize(
    "event", [Typed(WORDS), Edited(WORDS), Sent(WORDS), Commanded("new", WORDS)]
)
def test_of_a_former_member_it_is_deleted_and_recorded_without_a_word(
    ledger: Ledger, event: Event
) -> None:
    assert written(ledger, MEMBER, event) == [70]

    last = list(ledger.entries())[-1].said
    assert last.kind is Kind.IDENTIFIER_STOPPED
    assert "王" not in str(last)


def test_of_who_was_of_a_trial_whose_file_is_gone_it_is_deleted_and_recorded_there(
    ledger: Ledger,
) -> None:
    value = Terms.of("coordinator").value
    added = NewEntry(Kind.STAFF_ADDED, "GONE-1", item=str(STRANGER), value=value)
    ledger.append([added], Author(1001, "admin"))
    ledger.save_chat(Chat(STRANGER, focus=at_trial(dump(Focus()), "GONE-1")))

    assert written(ledger, STRANGER, Typed(WORDS)) == [70]

    assert list(ledger.entries())[-1].said.trial == "GONE-1"


def test_of_a_stranger_nothing_is_recorded(ledger: Ledger) -> None:
    assert written(ledger, STRANGER, Typed(WORDS)) == []
    assert [each.said.kind for each in ledger.entries()][-1] is Kind.STAFF_REMOVED


def test_what_says_of_nobody_stays(ledger: Ledger) -> None:
    assert written(ledger, MEMBER, Typed("thank you, it was a good time")) == []


async def test_text_that_was_asked_about_goes_once_its_person_is_let_in_no_more(
    ledger: Ledger,
) -> None:
    asked = Focus(NameAsked(Saying("wbc", 3), 71))
    for who in (MEMBER, STRANGER):
        ledger.save_chat(Chat(who, focus=dump(asked)))
    commits = Commits(ledger)

    await AskedTexts(
        ledger, commits, TRIAL, lambda: NOW, lambda _: TRIAL, lambda who: who == STRANGER
    ).look()
    await commits.finish()

    assert [(each.chat, each.message) for each in ledger.deletions.unfinished()] == [(MEMBER, 71)]
    places = [load(chat.focus) for chat in ledger.chats()]
    assert [focus and focus.place.place for focus in places] == ["saying", "name_asked"]


async def test_text_that_was_asked_about_in_a_trial_that_was_left_goes(ledger: Ledger) -> None:
    asked = [dump(Focus(NameAsked(Saying("wbc", 3), message))) for message in (71, 72)]
    # by the link of an invite, from one question to another
    focus = with_others(asked[1], at_trial(asked[0], "OTHER-1"))
    ledger.save_chat(Chat(MEMBER, focus=focus))
    commits = Commits(ledger)

    await AskedTexts(
        ledger, commits, TRIAL, lambda: NOW, lambda _: "OTHER-1", lambda _: True
    ).look()
    await commits.finish()

    assert [each.message for each in ledger.deletions.unfinished()] == [71]
    assert list(ledger.entries())[-1].said.trial == TRIAL
    kept = [load(at_trial(chat.focus, "")) for chat in ledger.chats()]
    here = [load(chat.focus) for chat in ledger.chats()]
    assert [each and each.place.place for each in (*kept, *here)] == ["saying", "name_asked"]
    assert trial_at_hand(next(iter(ledger.chats())).focus) == "OTHER-1"
