"""The card of a worksheet where no PDF can be made says so, and how that is mended."""

from dataclasses import replace

from conversations.acts import key
from conversations.cards import show
from conversations.events import Tapped
from conversations.screen import Screen
from ectrial.record.entries import Kind, NewEntry
from tests.ectrial.papers.told import SIGNED
from tests.records import Dialogue

WITHDRAWN = {**SIGNED, "state": "withdrawn", "version": None}


def card_without_the_library(chat: Dialogue) -> Screen:
    return show(replace(chat.world, prints=False), chat.focus)


def test_without_the_library_the_card_says_how_to_install_it() -> None:
    chat = Dialogue()
    chat.taps_or_says("/new S-014 M 58", "/worksheet")

    card = card_without_the_library(chat)

    told = "\n".join(block.text for block in card.blocks)
    assert "the library for it is not installed" in told
    assert "requirements-papers.lock" in told
    assert [button.label for row in card.rows for button in row] == ["As a file ›", "‹ Back"]


def test_the_worksheet_of_a_voided_screening_is_not_for_the_chat() -> None:
    chat = Dialogue()
    chat.taps_or_says("/new S-014 M 58", "⋯ More", "Void this screening", "Duplicate")

    chat.taps_or_says("/cancel", "/worksheet", "S-014")

    assert "S-014/1: this screening is voided." in chat.text()


def test_a_code_behind_the_command_or_on_the_card_leads_to_its_worksheet_alone() -> None:
    chat = Dialogue()
    chat.taps_or_says("/new S-014 M 58", "⋯ More", "Void this screening", "Duplicate")
    chat.taps_or_says("/new S-015 F 61", "/new S-016 F 62")

    chat.says("/worksheet S-014")
    assert "S-014/1: this screening is voided." in chat.text()
    assert chat.labels() == ["List", "Home"]
    chat.says("/worksheet S-404")
    assert "S-404 is not on file." in chat.text()
    assert chat.labels() == ["List", "Home"]
    chat.taps_or_says("/worksheet S-016", "S-015")
    assert (chat.stands, chat.screening.id.subject) == ("worksheet", "S-015")
    chat.says("5.2")
    assert chat.stands == "worksheet"
    assert "type a subject code" in chat.text()


def test_a_consent_withdrawn_in_another_screening_is_withdrawn_for_the_sponsor() -> None:
    chat = Dialogue()
    chat.taps_or_says("/new S-014 M 58", "/verdict", "Consent ›", "Signed…", "Yesterday", "3.1")
    chat.taps_or_says("/worksheet S-014")
    act = key(chat.button("Sponsor: PDF").act)
    first = chat.records.entries[0].said
    assert first.screening is not None
    again = replace(first, screening=first.screening.in_episode(2))
    told = [
        NewEntry(Kind.CONSENT, "EC-CRT-003", again.screening, value=each)
        for each in (SIGNED, WITHDRAWN)
    ]
    chat.records.append((again, *told), 8, chat.now)

    chat.does(Tapped(chat.round, act))

    assert chat.last.documents == ()
    assert chat.entries(Kind.EXPORTED) == []
    assert "only once the consent is signed" in chat.text()
    assert "Sponsor: PDF" not in chat.labels()
