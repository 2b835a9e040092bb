"""A monitor's query about an answer: raised, answered by the site, closed by the monitor."""

import pytest

from conversations.acts import key
from conversations.events import Tapped, Typed
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.queries import Query, Status
from ectrial.record.team import Terms
from tests.conversations.paths import COUNTS, CREATININE, at
from tests.records import ADMIN, START, Dialogue, MemoryRecords, added

CHEN, LI, WANG, ZHAO = 7, 8, 9, 10
ITEM = "ecog"
ASKED = "source says 2, please check"


@pytest.fixture
def chen() -> Dialogue:
    """A coordinator with a begun screening, a colleague, and two monitors."""
    records = MemoryRecords()
    for person, name, role in (
        (CHEN, "Chen", "coordinator"),
        (LI, "Li", "coordinator"),
        (WANG, "Wang", "monitor"),
        (ZHAO, "Zhao", "monitor"),
    ):
        terms = Terms.of("monitor" if role == "monitor" else "coordinator")
        records.append([added(person, terms, name)], ADMIN, START)
    chen = Dialogue(records, actor=CHEN)
    chen.taps_or_says(*COUNTS)
    return chen


@pytest.fixture
def wang(chen: Dialogue) -> Dialogue:
    """The monitor, who has raised a query about the first answer."""
    wang = beside(chen, WANG)
    wang.taps_or_says("/review S-014", "INCL01", "Raise a query ›", ASKED)
    return wang


def beside(dialogue: Dialogue, person: int) -> Dialogue:
    other = Dialogue(dialogue.records, actor=person)
    other.now = dialogue.now
    return other


def query(dialogue: Dialogue) -> Query:
    (listed,) = dialogue.records.screenings(limit=9)
    screening = dialogue.records.screening(listed.id)
    assert screening is not None
    return screening.queries[ITEM]


def removed(dialogue: Dialogue, person: int) -> None:
    removal = NewEntry(Kind.STAFF_REMOVED, "EC-CRT-003", item=str(person), value={"work": None})
    dialogue.records.append([removal], ADMIN, dialogue.now)


def test_query_goes_to_who_gave_the_answer(wang: Dialogue) -> None:
    asked = query(wang)

    assert (asked.why, asked.assignee, asked.opened_by) == ("check", CHEN, WANG)
    assert asked.thread[0].text == ASKED
    assert "INCL01" not in str(asked.thread[0].value)
    assert wang.last.pushes == (CHEN,)
    assert "The query is raised." in wang.text()


def test_query_about_an_answer_of_who_has_left_goes_to_another(chen: Dialogue) -> None:
    li = beside(chen, LI)
    li.taps_or_says("/open S-014", "Yes")
    removed(chen, CHEN)

    wang = beside(chen, WANG)
    wang.taps_or_says("/review S-014", "INCL01", "Raise a query ›", ASKED)

    assert query(wang).assignee == LI


@pytest.mark.parametrize("text", ["Mrs X says 2", "tel 138 0013 8000", "王先生"])
def test_what_may_name_a_patient_is_not_kept(chen: Dialogue, text: str) -> None:
    wang = beside(chen, WANG)

    wang.taps_or_says("/review S-014", "INCL01", "Raise a query ›", text)

    assert wang.entries(Kind.QUERY_OPENED) == []
    assert "Not recorded: it may hold" in wang.text()


def test_reply_proposes_to_close_and_the_monitor_closes(chen: Dialogue, wang: Dialogue) -> None:
    chen.taps("To do (1) ›", "S-014 INCL01")
    assert f"Wang: asks me · “{ASKED}”" in chen.text()
    chen.taps("Reply ›")
    chen.says("seen again, it is 1")

    assert query(chen).status is Status.RESOLUTION_PROPOSED
    assert chen.last.pushes == (WANG,)
    chen.says("/todo")
    assert "Nothing to do." in chen.text(), "it waits for the monitor"
    wang.taps("To do (1) ›", "S-014 INCL01")
    assert "“seen again, it is 1”" in wang.text()
    assert "Chen" not in wang.text()
    wang.taps("Close: checked")
    assert (query(wang).status, query(wang).closed) == (Status.CLOSED, "checked")


def test_correction_of_the_answer_is_a_reply(chen: Dialogue, wang: Dialogue) -> None:
    chen.taps("To do (1) ›", "S-014 INCL01", "Correct the answer ›", "2", "Entry error")

    assert query(chen).status is Status.RESOLUTION_PROPOSED
    assert chen.last.pushes == (WANG,)
    wang.taps("To do (1) ›", "S-014 INCL01")
    assert "corrected the answer" in wang.text()


def test_closed_query_does_not_open_again(chen: Dialogue, wang: Dialogue) -> None:
    chen.taps("To do (1) ›", "S-014 INCL01", "Reply ›")
    chen.says("seen again")
    wang.taps("To do (1) ›", "S-014 INCL01", "Close: checked")

    chen.taps_or_says("/review S-014", "INCL01", "2", "Entry error")

    assert query(chen).status is Status.CLOSED


def test_monitor_may_ask_back(chen: Dialogue, wang: Dialogue) -> None:
    chen.taps("To do (1) ›", "S-014 INCL01", "Reply ›")
    chen.says("seen again")
    wang.taps("To do (1) ›", "S-014 INCL01", "Say something ›")
    wang.says("which page of the chart?")

    assert query(chen).status is Status.UPDATED
    assert wang.last.pushes == (CHEN,)
    chen.says("/todo")
    assert "S-014 INCL01" in chen.labels()


def test_the_site_cannot_close_it(chen: Dialogue, wang: Dialogue) -> None:
    chen.taps("To do (1) ›", "S-014 INCL01")

    assert chen.labels() == [
        *("Correct the answer ›", "Remind me later ›", "New due day (why?) ›"),
        *("Reply ›", "‹ Back", "Someone else ›"),
    ]


def test_monitor_withdraws_only_the_own(chen: Dialogue, wang: Dialogue) -> None:
    zhao = beside(chen, ZHAO)
    for monitor in (zhao, wang):
        monitor.taps_or_says("/verdict S-014", "Open items (1) ›", "INCL01 ECOG")
    assert zhao.labels() == ["Look at the answer ›", "Remind me later ›", "‹ Back"]

    wang.taps("Withdraw")

    assert query(wang).closed == "withdrawn"


def test_query_of_a_monitor_who_has_left_is_closed_by_another(
    chen: Dialogue, wang: Dialogue
) -> None:
    chen.taps("To do (1) ›", "S-014 INCL01", "Reply ›")
    chen.says("seen again")
    removed(chen, WANG)

    zhao = beside(chen, ZHAO)
    zhao.taps("To do (1) ›", "S-014 INCL01", "Close: checked")

    assert query(zhao).closed == "checked"


def test_query_is_typed_about_the_answer_on_the_card(chen: Dialogue) -> None:
    wang = beside(chen, WANG)
    wang.taps_or_says("/review S-014", "INCL01", "Raise a query ›")
    chen.taps_or_says("/review S-014", "INCL01", "2", "Entry error")

    wang.says(ASKED)

    assert wang.entries(Kind.QUERY_OPENED) == []
    assert wang.stands == "question"


def test_query_is_typed_about_every_answer_of_its_card() -> None:
    chen = at(*CREATININE)
    wang = Dialogue(chen.records, actor=WANG, role="monitor")
    wang.taps_or_says("/review S-014", "INCL06E", "Raise a query ›")
    chen.taps_or_says("/review S-014", "INCL06E", "15/25 umol/L")
    chen.taps("Entry error")

    wang.says(ASKED)

    assert wang.entries(Kind.QUERY_OPENED) == []
    assert wang.stands == "question"


def test_words_that_may_be_a_name_are_not_recorded_about_another_answer(chen: Dialogue) -> None:
    wang = beside(chen, WANG)
    wang.taps_or_says("/review S-014", "INCL01", "Raise a query ›")
    wang.does(Typed("Li Na missed her visit", message=41))
    record = key(wang.button("No name: record it").act)
    chen.taps_or_says("/review S-014", "INCL01", "2", "Entry error")

    wang.does(Tapped(wang.round, record))

    assert wang.entries(Kind.QUERY_OPENED) == []
    assert (wang.stands, wang.last.unwanted) == ("question", (41,))


@pytest.mark.parametrize("typed_before", [(), ("Li Na missed her visit",)])
def test_text_that_names_a_patient_is_deleted_also_if_it_comes_too_late(
    chen: Dialogue, typed_before: tuple[str, ...]
) -> None:
    wang = beside(chen, WANG)
    wang.taps_or_says("/review S-014", "INCL01", "Raise a query ›")
    for text in typed_before:
        wang.does(Typed(text, message=41))
    chen.taps_or_says("/review S-014", "INCL01", "2", "Entry error")

    wang.does(Typed("患者王建国漏服", message=42))

    assert 42 in wang.last.unwanted
    assert wang.entries(Kind.QUERY_OPENED) == []


def test_one_answer_has_one_query(wang: Dialogue) -> None:
    wang.taps_or_says("/review S-014", "INCL01")

    assert "Raise a query ›" not in wang.labels()
    assert "Who? ›" in wang.labels()


def test_voided_screening_has_nothing_to_check(chen: Dialogue, wang: Dialogue) -> None:
    chen.taps_or_says("/open S-014", "⋯ More", "Void this screening", "Duplicate")
    assert not query(chen).is_open

    chen.taps_or_says("/open S-014", "↩ Restore it as it was")

    assert query(chen).is_open


def test_coordinator_raises_no_query(chen: Dialogue, wang: Dialogue) -> None:
    wang.taps_or_says("/review S-014", "INCL02")
    raises = key(wang.button("Raise a query ›").act)

    chen.taps_or_says("/review S-014", "INCL02")
    chen.does(Tapped(chen.round, raises))

    assert "Raise a query ›" not in chen.labels()
    assert chen.stands == "question"
