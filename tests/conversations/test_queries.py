"""Open items: asked of a person until a day, answered from that person's own chat."""

from datetime import date, timedelta

import pytest

from conversations.acts import key
from conversations.events import Tapped
from conversations.queries import handed_over, opening
from conversations.screen import Button
from conversations.standing import standing
from conversations.to_do import to_do_count
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.queries import Query, Status
from ectrial.record.team import Role, Terms
from tests.conversations.paths import CONSENT, COUNTS, CREATININE, at
from tests.records import START, Dialogue, MemoryRecords

# a scan, a radiotherapy summary and an allergy list are missing
THREE_OPEN = (
    *(*CONSENT, "Yes", *["Not sure"] * 3, *["No"] * 5, "Negative", *["No"] * 3),
    *("HBsAg negative, DNA not done", "Negative"),
)
RT, ALLERGY, SCAN = (
    "thoracic_irradiation_history",
    "allergy_monoclonal_antibody",
    "intracranial_metastasis_at_diagnosis",
)
MOVED_ON = "This card has moved on; here is the present one."
ADMIN, CHEN, LI, WANG = 1, 7, 8, 9
PEOPLE: tuple[tuple[int, str, Role], ...] = (
    (CHEN, "Chen", "coordinator"),
    (LI, "Li", "coordinator"),
    (WANG, "Wang", "monitor"),
)


def joins(records: MemoryRecords, person: int, name: str, role: Role) -> None:
    terms = Terms.of(role).value
    new = NewEntry(Kind.STAFF_ADDED, "EC-CRT-003", item=str(person), value=terms, text=name)
    records.append([new], ADMIN, START)


def away(records: MemoryRecords, person: int, cover: int) -> None:
    value = {"until": (START + timedelta(days=9)).date().isoformat(), "cover": cover}
    new = NewEntry(Kind.AWAY, "EC-CRT-003", item=str(person), value=value)
    records.append([new], person, START)


def begun() -> Dialogue:
    """Give a coordinator at an undetermined verdict, with two colleagues."""
    chen = at(*THREE_OPEN)
    for person, name, role in PEOPLE:
        joins(chen.records, person, name, role)
    return chen


def asked_of_li(*choices: str) -> tuple[Dialogue, Dialogue]:
    """Give the one who asked, and Li, of whom all open items are asked."""
    chen = begun()
    chen.taps("Who settles? ›", "Li", *choices, "Record (3)")
    return chen, beside(chen, LI)


def beside(dialogue: Dialogue, person: int) -> Dialogue:
    other = Dialogue(dialogue.records, actor=person)
    other.now = dialogue.now
    return other


def queries(dialogue: Dialogue) -> dict[str, Query]:
    (listed,) = dialogue.records.screenings(limit=9)
    screening = dialogue.records.screening(listed.id)
    assert screening is not None
    return dict(screening.queries)


def is_open(dialogue: Dialogue) -> set[str]:
    return {item for item, query in queries(dialogue).items() if query.is_open}


def test_two_taps_ask_oneself_for_all_that_is_open() -> None:
    chen = begun()
    before = chen.turns

    chen.taps("Who settles? ›", "Record (3)")

    found = queries(chen)
    assert set(found) == {RT, ALLERGY, SCAN}
    assert {(q.assignee, q.due, q.why, q.status) for q in found.values()} == {
        (CHEN, None, "unknown", Status.NEW)
    }
    assert chen.turns - before == 2
    assert chen.stands == "verdict"
    assert chen.last.pushes == ()


def test_why_who_and_when_are_set_for_all_together() -> None:
    chen, _ = asked_of_li("Not done", "Tomorrow")

    assert {(q.assignee, q.why, q.due) for q in queries(chen).values()} == {
        (LI, "not_done", date(2026, 11, 24))
    }
    assert chen.last.pushes == (LI,)
    assert "Open items (3): Li · tomorrow" in chen.text()


def test_a_second_tap_takes_a_choice_back() -> None:
    chen = begun()

    chen.taps("Who settles? ›", "Li", "Pending", "• Pending", "• Li", "Record (3)")

    assert {(q.assignee, q.why) for q in queries(chen).values()} == {(CHEN, "unknown")}


@pytest.mark.parametrize(
    ("text", "day"), [("4 Dec", date(2026, 12, 4)), ("后天", date(2026, 11, 25)), ("20 Nov", None)]
)
def test_a_day_to_come_is_typed(text: str, day: date | None) -> None:
    chen = begun()

    chen.taps_or_says("Who settles? ›", text, "Record (3)")

    assert {query.due for query in queries(chen).values()} == {day}


def test_the_other_answers_from_the_own_chat() -> None:
    chen, li = asked_of_li()
    stood = chen.focus

    li.taps("To do (3) ›", "S-014 EXCL03", "No")

    closed = queries(chen)[RT]
    assert (closed.status, closed.closed, closed.last.actor) == (Status.CLOSED, "answered", LI)
    assert li.stands == "to_do"
    assert "S-014 EXCL03" not in li.labels()
    assert chen.focus == stood
    assert chen.screening.answers[RT].actor == LI


def test_an_answer_of_part_of_a_card_leaves_its_item_open() -> None:
    chen, _ = asked_of_li()

    chen.taps("? EXCL04 Allergy: monoclonal an…", *["? Allergy: monoclonal antibody"] * 1)
    chen.taps_or_says("☒ Allergy: monoclonal antibody")

    assert ALLERGY in is_open(chen)


def test_the_last_answer_closes_it_and_undo_opens_it_again() -> None:
    chen, _ = asked_of_li()

    chen.taps("? EXCL03 Prior chest radiothera…", "No")
    closed = is_open(chen)
    chen.taps("↩ Undo")

    assert closed == {ALLERGY, SCAN}
    assert is_open(chen) == {RT, ALLERGY, SCAN}
    assert queries(chen)[RT].thread[-1].kind is Kind.QUERY_REOPENED


def test_a_failure_needs_nothing_else_and_its_correction_needs_it_again() -> None:
    chen, _ = asked_of_li()

    chen.taps("? EXCL03 Prior chest radiothera…", "Yes")
    failed = {item: query.status for item, query in queries(chen).items()}
    chen.taps("↩ Undo")

    assert failed == {
        RT: Status.CLOSED,
        ALLERGY: Status.NOT_APPLICABLE,
        SCAN: Status.NOT_APPLICABLE,
    }
    assert is_open(chen) == {RT, ALLERGY, SCAN}


def test_a_voided_screening_asks_nobody_and_a_restored_one_asks_again() -> None:
    chen, li = asked_of_li()
    chen.taps("⋯ More", "Void this screening", "Duplicate")
    voided = li.records.open_queries()

    chen.taps_or_says("/open S-014", "↩ Restore it as it was")

    assert voided == ()
    assert is_open(chen) == {RT, ALLERGY, SCAN}


def test_clearing_leaves_what_was_asked() -> None:
    chen, _ = asked_of_li()
    chen.taps("? EXCL03 Prior chest radiothera…", "No")

    chen.taps_or_says("/clear")
    chen.taps(next(label for label in chen.labels() if "all" in label.casefold()))
    chen.taps(next(label for label in chen.labels() if "error" in label.casefold()))

    assert is_open(chen) == {RT, ALLERGY, SCAN}


def test_what_a_person_withdrew_stays_withdrawn() -> None:
    chen, _ = asked_of_li()
    chen.taps("Open items (3) ›", "EXCL03 Prior chest radiotherapy", "Withdraw")

    chen.taps("‹ Back", "? EXCL03 Prior chest radiothera…", "No", "↩ Undo")

    assert is_open(chen) == {ALLERGY, SCAN}


def test_the_owner_and_the_day_change_with_a_reason() -> None:
    chen, li = asked_of_li("Today")
    chen.taps("Open items (3) ›", "EXCL02 Intracranial metastasis…")

    chen.taps("New due day (why?) ›", "Next week", "The examination was moved")
    chen.taps("Someone else ›", "Me")

    query = queries(chen)[SCAN]
    assert (query.assignee, query.due) == (CHEN, date(2026, 11, 30))
    assert [note.reason for note in query.thread] == [None, Reason.RESCHEDULED, None]
    assert "me: now with me" in chen.text()
    assert len(li.records.open_queries(assignee=LI)) == 2


def test_a_sentence_stands_in_the_thread_and_not_in_the_value() -> None:
    chen, li = asked_of_li()
    chen.taps("Open items (3) ›", "EXCL02 Intracranial metastasis…", "Say something ›")

    chen.says("scan is on the other system")

    (entry,) = chen.entries(Kind.QUERY_SAID)
    assert (entry.text, entry.value) == ("scan is on the other system", None)
    li.taps_or_says("/resume S-014", "/verdict", "Open items (3) ›")
    li.taps("EXCL02 Intracranial metastasis…")
    assert "Chen: “scan is on the other system”" in li.text()


@pytest.mark.parametrize("text", ["Mrs X knows", "tel 138 0013 8000", "born 1968-01-02", "王先生"])
def test_what_may_name_a_patient_is_not_kept(text: str) -> None:
    chen, _ = asked_of_li()
    chen.taps("Open items (3) ›", "EXCL02 Intracranial metastasis…", "Say something ›")

    chen.says(text)

    assert chen.entries(Kind.QUERY_SAID) == []
    assert "Not recorded: it may hold" in chen.text()


def test_a_sentence_keeps_the_code_of_its_subject() -> None:
    chen, _ = asked_of_li()
    chen.taps("Open items (3) ›", "EXCL02 Intracranial metastasis…", "Say something ›")

    chen.says("the scan of S-014 is on the other system")

    (entry,) = chen.entries(Kind.QUERY_SAID)
    assert entry.text == "the scan of S-014 is on the other system"


def test_nothing_is_recorded_over_what_a_colleague_just_changed() -> None:
    chen, li = asked_of_li()
    chen.taps("Open items (3) ›", "EXCL02 Intracranial metastasis…")
    withdraw = key(chen.button("Withdraw").act)
    shown = chen.round
    li.taps("To do (3) ›", "S-014 EXCL02", "Who? ›", "New due day (why?) ›", "Tomorrow")

    chen.does(Tapped(shown, withdraw))

    assert chen.last.toast == MOVED_ON
    assert SCAN in is_open(chen)
    assert "09:03 Li: by 24 Nov" in chen.text()


def test_a_sentence_typed_below_a_newer_one_is_asked_again() -> None:
    chen, li = asked_of_li()
    for each in (chen, li):
        each.taps_or_says("/resume S-014", "/verdict", "Open items (3) ›")
        each.taps("EXCL02 Intracranial metastasis…", "Say something ›")
    li.says("scan is done")

    chen.says("scan is missing")

    assert [each.text for each in chen.entries(Kind.QUERY_SAID)] == ["scan is done"]
    assert "Li: “scan is done”" in chen.text()


def test_a_new_item_shows_a_button_on_any_card_until_it_was_seen() -> None:
    chen = begun()
    li = beside(chen, LI)
    li.says("/trial")
    before = li.labels()

    chen.taps("Who settles? ›", "Li", "Record (3)")
    told = li.labels()
    li.taps("To do (3) ›")
    li.says("/trial")

    assert "To do (3) ›" not in before
    assert told == ["To do (3) ›", *before]
    assert li.labels() == before


def test_an_absent_person_is_shown_with_the_cover_who_has_it_to_do() -> None:
    chen = begun()
    away(chen.records, LI, CHEN)

    chen.taps("Who settles? ›")
    assert "Li, away: me" in chen.labels()
    chen.taps("Li, away: me", "Record (3)")

    team, today = chen.world.team, chen.world.today
    assert {query.assignee for query in queries(chen).values()} == {LI}
    assert to_do_count(chen.records, team, CHEN, today) == 3
    assert to_do_count(chen.records, team, LI, today) == 3
    assert to_do_count(chen.records, team, CHEN, today + timedelta(days=30)) == 0


def test_a_monitor_reads_and_asks_nobody() -> None:
    _, li = asked_of_li()
    wang = beside(li, WANG)
    wang.taps_or_says("/resume S-014", "/verdict", "Open items (3) ›")
    wang.taps("EXCL02 Intracranial metastasis…")

    assert wang.labels() == ["Look at the answer ›", "Remind me later ›", "‹ Back"]
    assert "Li" not in [each.label for each in buttons_to_ask(wang)]


def buttons_to_ask(dialogue: Dialogue) -> list[Button]:
    return [each for each in dialogue.buttons() if "Who settles" in each.label]


def test_overdue_items_come_first_and_are_marked() -> None:
    chen, li = asked_of_li("Next week")
    chen.taps(
        "Open items (3) ›", "EXCL02 Intracranial metastasis…", "New due day (why?) ›", "Today"
    )
    chen.taps("Other reason")
    li.later(days=1)

    li.says("/todo")

    assert li.labels()[0] == "⚠️ S-014 EXCL02"
    assert "⚠️ overdue: 1" in li.text()
    assert li.text().index("Imaging") < li.text().index("Ward")


@pytest.mark.long
def test_many_items_come_in_pages() -> None:
    li = beside(begun(), LI)
    for number in range(20, 24):
        chen = Dialogue(li.records, actor=CHEN)
        chen.taps_or_says(*(step.replace("S-014", f"S-0{number}") for step in THREE_OPEN))
        chen.taps("Who settles? ›", "Li", "Record (3)")

    li.says("/todo")
    first = [label for label in li.labels() if label.startswith("S-0")]
    li.taps("More ›")
    second = [label for label in li.labels() if label.startswith("S-0")]

    assert (len(first), len(second)) == (8, 4)
    assert not set(first) & set(second)


def test_items_asked_by_others_are_opened_and_handed_over_by_the_same_entries() -> None:
    chen = begun()
    case = standing(chen.world, chen.focus).case

    entries = opening(case, [RT], "check", LI, None, "please look at the plan")
    chen.records.append(entries, WANG, chen.now)
    handed = handed_over(chen.world, chen.records.open_queries(assignee=LI), CHEN)
    chen.records.append(handed, LI, chen.now)

    query = queries(chen)[RT]
    assert (query.why, query.assignee, query.thread[0].text) == (
        *("check", CHEN),
        "please look at the plan",
    )


def test_an_answer_that_is_to_be_checked_is_closed_by_a_person_alone() -> None:
    chen = begun()
    case = standing(chen.world, chen.focus).case
    chen.records.append(opening(case, [RT], "check", CHEN), WANG, chen.now)

    chen.taps("? EXCL03 Prior chest radiothera…", "No")

    assert is_open(chen) == {RT}


def test_who_is_removed_leaves_the_open_items_to_who_takes_the_work() -> None:
    chen, _ = asked_of_li()
    ada = beside(chen, ADMIN)
    ada.taps_or_says("/team", "Li", "Remove…", "Remove → Chen")

    assert {query.assignee for query in queries(chen).values()} == {CHEN}
    assert chen.labels()[0] == "To do (3) ›"


def test_who_was_removed_meanwhile_is_asked_nothing() -> None:
    chen = begun()
    chen.taps("Who settles? ›", "Li")
    gone = NewEntry(Kind.STAFF_REMOVED, "EC-CRT-003", item=str(LI), value={"work": None})
    asks = key(chen.button("Record (3)").act)
    chen.records.append([gone], ADMIN, chen.now)

    chen.does(Tapped(chen.round, asks))

    assert queries(chen) == {}
    assert "• Me" in chen.labels()


def unsure_of_all(chen: Dialogue) -> None:
    for _ in range(40):
        unsure = [label for label in chen.labels() if "not sure" in label.casefold()]
        if chen.stands == "question":
            chen.taps(*(unsure[-1:] or ["Skip ›"]))


def test_what_only_a_study_procedure_settles_is_asked_of_nobody_before_consent() -> None:
    chen = Dialogue()
    chen.taps_or_says("/new S-014 F 33", *COUNTS[1:], *CREATININE[len(COUNTS) :])
    unsure_of_all(chen)

    chen.taps("Who settles? ›")

    assert "EXCL09 Breastfeeding" in chen.text()
    assert "EXCL09 Pregnan" not in chen.text()


def test_what_is_asked_names_each_item_of_its_card_that_may_be_asked() -> None:
    chen = Dialogue()
    chen.taps_or_says("/new S-014 F 33", *COUNTS[1:], *CREATININE[len(COUNTS) :])
    unsure_of_all(chen)
    chen.taps_or_says("⋯ More", "Consent ›", "Signed…", "Today", "3.1", "/verdict")

    chen.taps("Who settles? ›")

    assert "EXCL09 Pregnant, Breastfeeding: Unknown" in chen.text()


def test_withdrawn_consent_ends_what_a_study_procedure_alone_settles_until_it_is_signed() -> None:
    chen = Dialogue()
    chen.taps_or_says("/new S-014 F 33", *COUNTS[1:], *CREATININE[len(COUNTS) :])
    unsure_of_all(chen)
    chen.taps_or_says("⋯ More", "Consent ›", "Signed…", "Today", "3.1", "Verdict so far")
    chen.taps("Who settles? ›")
    chen.taps(next(label for label in chen.labels() if label.startswith("Record (")))
    asked = is_open(chen)

    chen.taps_or_says("/open S-014", "⋯ More", "Consent ›", "Withdrawn…", "Today")
    left, why = is_open(chen), queries(chen)["pregnant"].closed
    chen.taps_or_says("/open S-014", "Who settles? ›")
    others = chen.text()
    chen.taps_or_says(
        "/open S-014", "⋯ More", "Consent ›", "Signed…", "Today", "3.1", "Other reason"
    )

    assert "pregnant" in asked
    assert (left, why) == (asked - {"pregnant"}, "no_consent")
    assert "EXCL09 Breastfeeding" in others
    assert is_open(chen) == asked
