"""A line of the log says what came of a screening; a sponsor's file names whom it may name."""

import pytest

from conversations.events import Commanded
from conversations.words.papers import outcome_in_short
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.folding import fold
from ectrial.wording.speech import speech
from tests.ectrial.papers.told import APPROACHED, ELIGIBLE, OPEN, SIGNED, Told
from tests.records import Dialogue

WITHDRAWN = {**SIGNED, "state": "withdrawn", "version": None}


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (Told().judged(OPEN), "❓ screening"),
        (Told().judged(ELIGIBLE).tells(Kind.CONSENT, SIGNED), "✅ screening"),
        (Told().judged(ELIGIBLE).tells(Kind.PARTICIPATION, APPROACHED), "✅ screening"),
        (Told().tells(Kind.CONSENT, SIGNED).tells(Kind.CONSENT, WITHDRAWN), "✋ withdrawn"),
    ],
)
def test_a_line_tells_the_verdict_while_screening_goes_on_and_who_withdrew(
    told: Told, line: str
) -> None:
    screening = fold(told.entries)

    assert screening is not None
    assert outcome_in_short(speech("en"), screening) == line


def test_no_file_for_a_sponsor_names_a_subject_whose_consent_was_withdrawn_meanwhile() -> None:
    chat = Dialogue()
    chat.taps_or_says("/new S-014 M 58", "/verdict", "Consent ›", "Signed…", "Yesterday", "3.1")
    chat.taps_or_says("/log", "-014", "As a file ›", "Sponsor ›")
    id_ = chat.records.entries[0].said.screening
    withdrawn = NewEntry(Kind.CONSENT, "EC-CRT-003", id_, value=WITHDRAWN)
    chat.records.append((withdrawn,), 8, chat.now)

    chat.taps("CSV")

    assert chat.last.documents == ()
    assert "only once the consent is signed" in chat.text()
    assert chat.entries(Kind.EXPORTED) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/log 2026-11-01 2026-11-30", "1 Nov to 30 Nov"),
        ("/log 2026-11-23", "\n23 Nov\n"),
        ("/log s-014", "1 with S-014 in the code."),
        ("/log S-099", "No screening has that in its code."),
        ("/funnel 2026-11-01 2026-11-30", "1 Nov to 30 Nov"),
        ("/funnel 2026-11-31", "There is no such day."),
        ("/funnel S-014", "type a month or days"),
        ("/log 2026-11", "1 Nov to 30 Nov"),
        ("/log today", "\n23 Nov\n"),
        ("/log yesterday", "\n22 Nov\n"),
        ("/log 2026/12/01", "\n1 Dec\n"),
        ("/log 2026年12月1日", "\n1 Dec\n"),
        ("/log Nov", "1 Nov to 30 Nov"),
        ("/log 本月", "1 Nov to 23 Nov"),
        ("/log last week", "16 Nov to 22 Nov"),
        ("/funnel from 1 Nov 2026 to 2026/11/20", "1 Nov to 20 Nov"),
        ("/funnel 2026", "1 Jan to 31 Dec"),
        ("/log S-014/2", "1 with S-014 in the code."),
        ("/log S–014", "1 with S-014 in the code."),
        ("/log Ｓ-014", "1 with S-014 in the code."),
        ("/log s014", "1 with S-014 in the code."),
    ],
)
def test_what_is_typed_on_the_card_may_stand_behind_its_command(typed: str, told: str) -> None:
    chat = Dialogue()
    chat.taps_or_says("/new S-014 M 58", typed)

    assert told in chat.text()
    assert chat.stands == ("screening_log" if "log" in typed else "screening_funnel")
    assert chat.last.unwanted == ()


@pytest.mark.parametrize(
    ("card", "count"),
    [
        ("/log", "Screenings: 9"),
        ("/log S-01", "9 with S-01 in the code."),
        ("/funnel", "Persons screened: 9"),
    ],
)
def test_the_count_is_a_title_of_the_card(card: str, count: str) -> None:
    chat = Dialogue()
    chat.taps_or_says(*(f"/new S-01{n} M 58" for n in range(9)), card)

    first, second, *_ = chat.card.blocks
    assert (first.look, second.look, second.text) == ("title", "title", count)


def test_a_name_behind_a_command_over_a_period_is_deleted() -> None:
    chat = Dialogue()
    chat.does(Commanded("log", "王建国 2026-11-30", message=41))

    assert chat.last.unwanted == (41,)


@pytest.mark.parametrize("card", ["/log", "/funnel", "/worksheet"])
@pytest.mark.parametrize("typed", ["2026-11", "2026-13", "2026-11-31", "2026-11-30", "2026/12/01"])
def test_what_looks_like_a_day_is_no_new_subject_on_these_cards(card: str, typed: str) -> None:
    chat = Dialogue()
    chat.taps_or_says(card, typed)

    assert chat.stands in ("screening_log", "screening_funnel", "worksheet_of")
    assert chat.last.unwanted == ()


def test_the_worksheet_takes_the_name_of_a_screening_as_the_log_prints_it() -> None:
    chat = Dialogue()
    chat.taps_or_says("/new S-014 M 58", "/cancel", "/cancel", "/worksheet", "Ｓ–014/1")

    assert chat.stands == "worksheet"


def test_a_day_typed_twice_opens_no_subject_with_such_a_code() -> None:
    chat = Dialogue()
    chat.taps_or_says("/log", "2026-11-23", "2026-11-23")

    assert chat.stands == "screening_log"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/funnel 9999-12-31", "Please type days between 2000-01-01 and 2100-12-31."),
        ("/log 2026-01-01 9999-12-31", "Please type days between 2000-01-01 and 2100-12-31."),
        ("/log 0001-01-01", "Please type days between 2000-01-01 and 2100-12-31."),
    ],
)
def test_a_year_that_nobody_means_is_told_and_is_no_error(typed: str, told: str) -> None:
    chat = Dialogue()
    chat.taps_or_says("/new S-014 M 58", typed)

    assert told in chat.text()
