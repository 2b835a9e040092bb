"""A ward round: its order, what is new at a bed, who is skipped, and how long it is kept."""

import pytest

from conversations.acts import key
from conversations.bedside import at_the_bed
from conversations.events import Tapped
from conversations.flows.ward_round import MOST_ROWS
from conversations.ward_rounds import MOST_STOPS, Stop, WardRound
from ectrial.record.entries import Kind
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Terms
from tests.conversations.paths import COUNTS, another, at
from tests.records import ADMIN, SITE, START, Dialogue, MemoryRecords, added, trial

CHEN, LI = 7, 8
THREE = ("/new S-014 M 58", "/new S-015 F 61", "/new S-016 M 49")
WALKING = (*THREE, "/rounds S-014 S-015 S-016", "Begin ›")


def chen_at(*steps: str) -> Dialogue:
    return another(at(*steps))


def li_beside(chen: Dialogue) -> Dialogue:
    """A colleague on the same record, a minute later."""
    chen.records.append([added(LI, Terms.of("coordinator"), "Li")], ADMIN, START)
    chen.later(minutes=1)
    li = Dialogue(chen.records, actor=LI)
    li.now = chen.now
    return li


def stops(*subjects: str) -> tuple[Stop, ...]:
    ids = (ScreeningId(SITE, trial().id, each, 1) for each in subjects)
    return tuple(Stop(each, 1, 1, START, 1, START) for each in ids)


def order(walked: WardRound) -> str:
    return " ".join(each.screening.subject for each in walked.stops)


def test_beds_keep_the_order_of_the_taps() -> None:
    first, second, third = stops("S-3", "S-1", "S-2")
    walked = WardRound(START.date()).with_stops([first, second]).with_stops([second, third])

    assert order(walked) == "S-3 S-1 S-2"
    assert order(walked.moved_up(third.screening)) == "S-3 S-2 S-1"
    assert order(walked.moved_up(first.screening)) == "S-3 S-1 S-2"
    assert order(walked.with_stops(stops("S-4"), behind=first.screening)) == "S-3 S-4 S-1 S-2"


def test_who_is_taken_off_is_left_for_the_bed_before() -> None:
    first, second = stops("S-1", "S-2")
    walked = WardRound(START.date()).with_stops([first, second]).at_stop(second)

    assert walked.without(second.screening).at == first.screening
    assert walked.without(first.screening).at == second.screening
    assert walked.without(second.screening).without(first.screening).at is None


def test_round_has_an_end() -> None:
    many = stops(*(f"S-{n}" for n in range(100)))

    assert len(WardRound(START.date()).with_stops(many).stops) == MOST_STOPS


def test_questions_at_the_bed_come_before_what_is_looked_up() -> None:
    kinds = [each.at_bed.kind for each in at_the_bed(at(*COUNTS).case) if each.at_bed]

    assert kinds == sorted(kinds, reverse=True)
    assert {*kinds} == {"routine_care", "chart"}


def test_answer_returns_to_the_bed_and_next_takes_one_tap() -> None:
    chen = chen_at(*WALKING)
    chen.taps("INCL01 ECOG", "1")
    returned = chen.stands, chen.screening.id.subject

    chen.taps("Next: S-015 ›")

    assert returned == ("at_stop", "S-014")
    assert (chen.stands, chen.screening.id.subject) == ("at_stop", "S-015")


def test_questions_one_by_one_come_once_and_end_at_the_bed() -> None:
    chen = chen_at(*WALKING)
    before = len(chen.records.entries)

    chen.taps("One by one ›", "1", "Not sure", "Skip ›", "None of these")
    before_last = chen.asked
    chen.taps("No")

    about = {each.said.screening for each in chen.records.entries[before:]}
    assert (before_last, chen.stands) == ("consent_barrier", "at_stop")
    assert about == {chen.focus.screening}
    assert "One by one ›" in chen.labels()


def test_failure_among_questions_one_by_one_is_decided_first() -> None:
    chen = chen_at(*WALKING)

    chen.taps("One by one ›", "3")

    assert chen.stands == "failed"
    assert chen.labels()[0] == "‹ Round 1/3"


def test_what_a_colleague_recorded_is_told_until_the_next_visit() -> None:
    chen = chen_at(*WALKING)
    chen.taps("Next: S-015 ›")
    li_beside(chen).taps_or_says("/open S-014", "1")

    told = [chen.taps("‹ S-014"), chen.taps("Next: S-015 ›", "‹ S-014")]

    assert ["Li: ECOG: 1" in str(card.blocks) for card in told] == [True, False]


def test_all_of_ones_own_are_added_in_the_order_of_their_codes() -> None:
    chen = chen_at("/new S-10 M 58", "/new S-9 F 61", "/new S-014 M 49", "/rounds")

    chen.taps("Add all mine (3)")

    assert chen.focus.ward_round is not None
    assert order(chen.focus.ward_round) == "S-9 S-10 S-014"


def test_stop_fits_a_small_phone_with_the_code_in_the_last_line() -> None:
    chen = chen_at(*WALKING)
    shown = [chen.card]
    for step in (
        "Bed ›",
        "7A-12",
        "INCL01 ECOG",
        "1",
        "More ›",
        "More ›",
        "Next question ›",
        "Yes",
    ):
        chen.taps_or_says(step)
        shown += [chen.card] if chen.stands == "at_stop" else []

    assert [each for each in shown if len(each.rows) > MOST_ROWS] == []
    assert {each.blocks[-1].text.split(" · ")[0] for each in shown} == {"S-014"}


def test_own_answer_is_taken_back_at_its_bed_on_that_visit_alone() -> None:
    chen = chen_at(*WALKING)
    labels = [chen.labels()]
    chen.taps("INCL01 ECOG", "1")
    labels.append(chen.labels())
    chen.taps("Next: S-015 ›", "‹ S-014")
    labels.append(chen.labels())

    found = [[each for each in shown if each.startswith("↩")] for shown in labels]
    assert found == [[], ["↩ Undo ECOG 1"], []]


def test_own_answers_are_no_news() -> None:
    chen = chen_at(*THREE, "/rounds S-014", "Begin ›")
    chen.taps_or_says("/open S-014", "1", "/rounds")

    assert "New since" not in chen.text()


def test_screening_voided_meanwhile_is_said_at_its_bed_and_skipped() -> None:
    chen = chen_at(*WALKING)
    li_beside(chen).taps_or_says("/open S-014", "⋯ More", "Void this screening", "Duplicate")
    there = chen.stands

    chen.taps("Next: S-015 ›", "‹ S-014", "Next: S-015 ›", "Next: S-016 ›")

    assert there == "gone_stop"
    assert chen.screening.id.subject == "S-016"


def test_screening_taken_over_meanwhile_is_skipped_with_the_name() -> None:
    chen = chen_at(*THREE)
    li = li_beside(chen)
    chen.taps_or_says("/new S-017 F 70", "/rounds S-017 S-014 S-015", "Begin ›", "/shift", "Li")
    li.taps_or_says("/start", "administrator 7 hands over ›", "Accept")

    chen.says("/rounds")
    chen.taps("The end ›")

    assert "S-014 · 2/39 · taken over by Li" in chen.text()


def test_patient_who_declined_is_asked_nothing_more_and_skipped() -> None:
    chen = chen_at(*WALKING)
    li = li_beside(chen)
    li.taps_or_says("/open S-015", "/verdict", "Consent ›", "Declined…", "None given")

    chen.taps("Next: S-016 ›")
    skipped = chen.text()
    chen.taps("‹ S-015")

    assert "S-015 skipped: consent declined" in skipped
    assert "Nothing to close at this bed." in chen.text()


def test_round_is_over_at_midnight_of_the_site() -> None:
    chen = chen_at(*WALKING)
    chen.later(hours=14)
    evening = chen.stands
    chen.later(hours=1)

    chen.says("/rounds")

    assert evening == "at_stop"
    assert chen.stands == "pick_stops"
    assert chen.focus.ward_round is None


def test_command_goes_on_where_the_round_was_left() -> None:
    chen = chen_at(*WALKING)
    chen.taps_or_says("Next: S-015 ›", "INCL01 ECOG", "/help")

    chen.says("/rounds")

    assert (chen.stands, chen.screening.id.subject) == ("at_stop", "S-015")


def test_subject_opened_on_the_way_comes_behind_the_present_bed() -> None:
    chen = chen_at(*WALKING)
    chen.taps_or_says("/new S-020 F 44", "‹ Round 2/4")

    assert chen.labels()[-2:] == ["‹ S-014", "Next: S-015 ›"]


def test_ticks_are_not_left_by_the_way_back() -> None:
    chen = chen_at(*WALKING)
    chen.taps_or_says("/open S-014", "/review EXCL04")
    before = chen.labels()

    chen.taps("☐ Allergy: paclitaxel")

    assert "‹ Round 1/3" in before
    assert "‹ Round 1/3" not in chen.labels()


def test_button_of_the_bed_before_records_nothing_at_the_next() -> None:
    chen = chen_at(*WALKING)
    chen.taps("INCL01 ECOG")
    one = Tapped(chen.round, key(chen.button("1").act))
    chen.taps("‹ Back", "Next: S-015 ›", "INCL01 ECOG")
    recorded = chen.recorded()

    chen.does(one)
    same_place = key(chen.button("1").act)

    assert chen.recorded() == recorded
    assert one.key != same_place


@pytest.mark.parametrize("role", ["monitor", "principal"])
def test_round_is_of_those_who_screen(role: str) -> None:
    records = MemoryRecords()
    records.entries = list(chen_at(*THREE).records.entries)
    person = Dialogue(records, actor=9, role="monitor" if role == "monitor" else "principal")

    person.says("/rounds S-014")

    may = "screen" in person.world.member.tasks
    assert (person.stands == "pick_stops") == may
    assert (person.focus.ward_round is not None) == may


def test_codes_that_are_typed_are_kept_and_other_words_are_not() -> None:
    chen = chen_at(*THREE, "/rounds")

    chen.says("Zhang Wei, S-016 and S-014 S-099")

    walked = chen.focus.ward_round
    assert walked is not None
    assert order(walked) == "S-016 S-014"
    assert "Zhang" not in str(chen.focus)
    assert chen.last.unwanted


def test_bed_stands_on_cards_of_the_round_and_nowhere_else() -> None:
    chen = chen_at(*WALKING)
    chen.taps_or_says("Bed ›", "7A-917")
    at_the_bed_ = chen.text()
    chen.taps("Next: S-015 ›", "Next: S-016 ›", "The end ›")
    at_the_end = chen.text()

    others = [
        str(chen.taps_or_says(*steps))
        for steps in (("/verdict S-014", "Text to forward"), ("/list",), ("/review S-014",))
    ]
    li = str(li_beside(chen).taps_or_says("/rounds S-014", "Begin ›"))

    assert "bed 7A-917" in at_the_bed_
    assert "bed 7A-917" in at_the_end
    kept = (*others, li, str(chen.records.entries), str(chen.focus), str(chen.last))
    assert not [each for each in kept if "7A-917" in each]


def test_text_that_is_no_bed_is_not_kept_and_deleted() -> None:
    chen = chen_at(*WALKING, "Bed ›")
    told = []
    for text in ("王小明", "张三 12床", "1980-01-01", "Wang 7", "7A-12 Wang"):
        chen.says(text)
        told.append((bool(chen.last.unwanted), chen.last.bed, chen.stands))

    assert told == [(True, None, "bed_asked")] * 5
    assert len(chen.entries(Kind.IDENTIFIER_STOPPED)) == 2
    assert not any(word in str(chen.records.entries) for word in ("王小明", "张三", "12床"))


@pytest.mark.parametrize("code", ["A-12", "a-12", "S-014"])
def test_code_of_a_subject_on_file_is_no_bed(code: str) -> None:
    chen = chen_at("/new A-12 F 50", *WALKING, "Bed ›")

    chen.says(code)

    assert (chen.last.bed, chen.stands) == (None, "bed_asked")
    assert "that is the code of a subject" in chen.text()
    assert chen.last.unwanted


@pytest.mark.parametrize("bed", ["7区12床", "7A-12", "12"])
def test_bed_typed_after_midnight_is_deleted_and_not_kept(bed: str) -> None:
    chen = chen_at(*WALKING, "Bed ›")
    chen.later(hours=15)

    chen.says(bed)

    assert (chen.last.bed, chen.beds) == (None, {})
    assert chen.last.unwanted
    assert chen.stands != "bed_asked"


@pytest.mark.parametrize("way", ["/help", "/list", "‹ Back"])
def test_bed_typed_on_another_card_is_deleted_and_not_kept(way: str) -> None:
    chen = chen_at(*WALKING, "Bed ›")

    chen.taps_or_says(way, "7A-12")

    assert (chen.last.bed, chen.beds) == (None, {})
    assert chen.last.unwanted
    assert "Your message is deleted" in chen.text().replace("and your", "Your")
