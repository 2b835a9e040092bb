"""What follows a verdict: the contact answers, a time is set, something comes of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conversations.acts import key
from conversations.events import Tapped
from conversations.places_of_what_follows import Appointing
from conversations.to_do import to_do_count
from conversations.what_follows import appointment_event
from ectrial.papers.calendar_file import calendar_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Terms
from ectrial.trial.study_team import Contact, StudyTeam, StudyTeams
from ectrial.wording.speech import speech
from tests.conversations.paths import at
from tests.records import ADMIN, START, Dialogue, added, trial

LI, WU, CHEN = 9, 10, 7
FAILED = ("/new S-014 M 58", "3", "Stop here")
ENROLS = ("⋯ More", "Study team ›", "What came of it ›", "Enrolled…", "Today")
CONSENTS_EARLIER = ("⋯ More", "Consent ›", "Signed…", "2026-11-20", "3.1")
CONSENTS = ("⋯ More", "Consent ›", "Signed…", "Today", "3.1")


def teams(**parts: object) -> StudyTeams:
    contact = Contact(chat=LI)
    return {trial().id: StudyTeam.model_validate({"contact": contact, **parts})}


def coordinator(*steps: str) -> Dialogue:
    """Give Chen at a verdict, in a team with Li, who is the contact, and Wu."""
    chen = at(*(steps or FAILED))
    people = ((CHEN, "coordinator", "Chen Yu"), (LI, "investigator", "Li Wei"))
    entries = [added(person, Terms.of(role), name) for person, role, name in people]  # type: ignore[arg-type]
    entries.append(added(WU, Terms.of("investigator"), "Wu Min"))
    chen.records.append(entries, ADMIN, chen.now)
    chen.study_teams = teams(slots=2)
    return chen


def other(chen: Dialogue, person: int) -> Dialogue:
    """Give the dialogue of a colleague, now."""
    colleague = Dialogue(chen.records, actor=person)
    colleague.study_teams, colleague.now = chen.study_teams, chen.now
    return colleague


def sent() -> tuple[Dialogue, Dialogue]:
    """Give the sender, and the contact with what was sent."""
    chen = coordinator()
    chen.taps("Contact the study team ›", "Send to Li Wei")
    li = other(chen, LI)
    li.taps_or_says("/todo", "Contact: S-014")
    return chen, li


def test_contact_is_rung_and_has_it_in_the_list() -> None:
    chen, li = sent()

    assert chen.last.pushes == (LI,)
    assert to_do_count(chen.records, chen.team, LI, chen.now.date()) == 1
    assert to_do_count(chen.records, chen.team, WU, chen.now.date()) == 0
    assert "⛔ Not eligible" in li.text()
    assert "1. The study team makes contact within a few days" in li.text()


def test_the_cover_of_an_absent_contact_answers() -> None:
    chen = coordinator()
    until = (START + timedelta(days=3)).date().isoformat()
    away = NewEntry(Kind.AWAY, trial().id, item=str(LI), value={"until": until, "cover": WU})
    chen.records.append([away], LI, chen.now)
    chen.taps("Contact the study team ›", "Send to Li Wei")
    wu = other(chen, WU)

    wu.taps_or_says("/todo", "Contact: S-014", "Accept")

    assert chen.last.pushes == (WU,)
    assert wu.last.pushes == (CHEN,)
    assert "Wu Min accepted it." in wu.text()


def test_colleague_who_was_not_asked_sees_what_was_sent_and_answers_nothing() -> None:
    chen, _ = sent()
    wu = other(chen, WU)

    wu.taps_or_says("/open S-014", "Contact the study team ›")

    assert "Chen Yu sent it to Li Wei." in wu.text()
    assert not {"Accept", "Return (why?) ›", "Send to Li Wei"} & {*wu.labels()}


def test_changed_answers_are_told_and_an_old_accept_does_nothing() -> None:
    chen, li = sent()
    accept = li.button("Accept")
    chen.taps_or_says("/review", "INCL01", "1", "Entry error")
    before = chen.recorded()

    li.does(Tapped(li.round, key(accept.act)))

    assert chen.recorded() == before
    assert "⚠️ The answers changed since; sent as: ⛔ Not eligible" in li.text()
    assert "❓ Undetermined" in li.text()
    assert "Accept" in li.labels()


def test_what_is_voided_or_decided_waits_for_nobody() -> None:
    chen, li = sent()

    chen.taps_or_says("/verdict", "⋯ More", "Void this screening", "Duplicate")

    assert to_do_count(chen.records, chen.team, LI, chen.now.date()) == 0
    li.says("/todo")
    assert "Nothing to do." in li.text()


DECLINES = ("/verdict", "⋯ More", "Consent ›", "Declined…", "None given")


def test_who_declined_waits_for_no_contact_and_gets_no_appointment() -> None:
    chen, li = sent()
    accept = li.button("Accept")
    chen.taps_or_says(*DECLINES)

    li.does(Tapped(li.round, key(accept.act)))
    card, labels = li.text(), li.labels()
    li.focus = li.focus.at(Appointing())
    li.taps_or_says("2 Dec", "14:30")
    at_last = li.text()
    li.says("/todo")

    assert "⚠️ The subject does not take part: no contact, no appointment." in card
    assert "⛔ Not eligible" in card
    assert not {"Accept", "Return (why?) ›", "Appointment ›"} & {*labels}
    assert "no contact, no appointment" in at_last
    assert not chen.entries(Kind.APPOINTED)
    assert to_do_count(chen.records, chen.team, LI, chen.now.date()) == 0
    assert "Nothing to do." in li.text()
    chen.taps_or_says("/verdict", "⋯ More", "Study team ›")
    assert "Send anew to Li Wei" not in chen.labels()
    assert "no contact, no appointment" in chen.text()


def test_appointment_of_who_declined_is_cancelled_and_not_moved() -> None:
    chen, li = sent()
    li.taps_or_says("Accept", "Appointment ›", "2 Dec", "14:30")

    chen.taps_or_says(*DECLINES)
    li.taps_or_says("/todo", "⚠️ S-014")

    assert "Cancel it…" in li.labels()
    assert "Move it ›" not in li.labels()


def test_contact_keeps_the_verdict_and_finds_what_was_accepted() -> None:
    chen, li = sent()

    li.taps("Accept")
    accepted = li.text()
    li.taps_or_says("/help", "/todo")
    listed, labels = li.text(), li.labels()
    li.taps("☑ S-014")
    opened = li.text()
    li.taps("What came of it ›", "Not enrolled…", "Declined")
    li.says("/todo")

    for card in (accepted, opened):
        assert "INCL01" in card
        assert "Consent" in card
        assert "1. The study team makes contact within a few days" in card
    assert "Accepted, open (1)" in listed
    assert "☑ S-014" in labels
    assert to_do_count(chen.records, chen.team, LI, chen.now.date()) == 0
    assert "☑ S-014" not in li.labels()


def test_a_monitor_has_no_way_to_the_study_team() -> None:
    chen, _ = sent()
    monitor = Dialogue(chen.records, actor=99, role="monitor")
    monitor.study_teams = chen.study_teams

    monitor.taps_or_says("/open S-014", "/verdict")

    assert "Contact the study team ›" not in monitor.labels()
    assert "Li Wei" not in monitor.text()


def test_an_answer_is_news_until_its_card_was_seen() -> None:
    chen, li = sent()
    li.taps("Return (why?) ›", "No place is free")
    chen.says("/help")
    labels = chen.labels()

    chen.taps("S-014: returned ›")
    chen.says("/help")

    assert "S-014: returned ›" in labels
    assert "S-014: returned ›" not in chen.labels()


def test_without_a_chat_phone_and_email_stand_alone_on_their_lines() -> None:
    chen = coordinator()
    contact = Contact(name="Trial office", phone="+86 20 8734 0000", email="t@example.org")
    chen.study_teams = {trial().id: StudyTeam(contact=contact)}

    chen.taps("Contact the study team ›")

    lines = chen.text().splitlines()
    assert lines[2:5] == ["Contact: Trial office", "+86 20 8734 0000", "t@example.org"]
    assert not [label for label in chen.labels() if label.startswith("Send")]


def test_who_is_not_of_the_team_any_more_is_not_asked() -> None:
    chen = coordinator()
    gone = NewEntry(Kind.STAFF_REMOVED, trial().id, item=str(LI), value={"work": None})
    chen.records.append([gone], ADMIN, chen.now)

    chen.taps("Contact the study team ›")

    assert "The contact of this site is not of the team any more." in chen.text()
    assert "Send to Li Wei" not in chen.labels()


def test_the_file_of_an_appointment_names_the_code_alone_and_counts_its_changes() -> None:
    chen = coordinator()
    chen.taps_or_says("Contact the study team ›", "Appointment ›", "2 Dec", "14:30")
    (first,) = chen.last.documents
    chen.taps("Calendar file")
    (again,) = chen.last.documents
    chen.taps_or_says("Move it ›", "3 Dec 9:00", "Another time suits")
    (moved,) = chen.last.documents
    chen.taps("Cancel it…", "Not needed any more")
    (gone,) = chen.last.documents

    assert again == first
    files = [calendar_file(each.content).decode() for each in (first, moved, gone)]
    assert "DTSTART:20261202T143000Z\r\n" in files[0]
    assert "SUMMARY:EC-CRT-003 S-014\r\n" in files[0]
    assert "Chen" not in files[0]
    assert "SEQUENCE:1\r\n" in files[1]
    assert "DTSTART:20261203T090000Z\r\n" in files[1]
    assert "SEQUENCE:2\r\n" in files[2]
    assert "STATUS:CANCELLED\r\n" in files[2]
    uids = {each.split("UID:")[1][:40] for each in files}
    assert len(uids) == 1


def test_appointments_are_not_offered_where_the_site_sets_none_here() -> None:
    chen = coordinator()
    chen.study_teams = teams(appointments=False)

    chen.taps("Contact the study team ›")

    assert "Appointment ›" not in chen.labels()


def test_enrolment_fills_a_slot_and_names_the_deviation() -> None:
    chen = coordinator()
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS, "01-0312")
    deviations = chen.entries(Kind.DEVIATION)
    chen.says("/trial")

    assert [each.text for each in deviations] == ["Enrolled though not eligible (INCL01)."]
    assert chen.entries(Kind.PARTICIPATION)[-1].text == "01-0312"
    assert "01-0312" not in str(chen.recorded())
    assert "Participants needed: 2 · filled: 1 · left: 1" in chen.text()


def test_one_more_than_needed_is_said_and_a_later_withdrawal_stays_counted() -> None:
    chen = coordinator()
    chen.study_teams = teams(slots=0)
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS, "01-0312")

    chen.taps_or_says("/verdict", "⋯ More", "Consent ›", "Withdrawn…", "Today", "/trial")

    assert "Participants needed: 0 · filled: 1 · 1 more than needed" in chen.text()


def test_a_voided_subject_fills_no_slot() -> None:
    chen = coordinator()
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS, "01-0312")

    chen.taps_or_says("/verdict", "⋯ More", "Void this screening", "Duplicate", "/trial")

    assert "Participants needed: 2 · filled: 0 · left: 2" in chen.text()


def test_a_corrected_number_is_no_further_deviation() -> None:
    chen = coordinator()
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS, "01-0312")

    chen.taps_or_says("Enrolled…", "Today", "Entry error", "01-0321")

    assert len(chen.entries(Kind.DEVIATION)) == 1
    last = chen.entries(Kind.PARTICIPATION)[-1]
    assert (last.text, last.reason) == ("01-0321", "data_entry_error")


def test_deviation_of_an_enrolment_has_its_corrected_day() -> None:
    chen = coordinator()
    chen.taps_or_says(*CONSENTS_EARLIER, "/verdict", *ENROLS, "01-0312")
    day = START.date() - timedelta(days=1)

    chen.taps_or_says("Enrolled…", "Yesterday", "Entry error", "01-0312")

    (stands,) = chen.screening.deviations
    assert (stands.day, stands.what) == (day, "Enrolled though not eligible (INCL01).")
    assert "The deviation has the new day, too." in chen.text()


def test_a_number_of_another_subject_is_not_taken() -> None:
    chen = coordinator()
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS, "01-0312")
    chen.taps_or_says("/new S-015 F 61", "3", "Stop here", *CONSENTS, "/verdict", *ENROLS)

    chen.says("01-0312")

    assert "Another subject is enrolled under 01-0312." in chen.text()
    assert len(chen.entries(Kind.PARTICIPATION)) == 1


def test_a_number_may_be_the_code_of_a_subject_on_file() -> None:
    chen = coordinator()
    chen.taps_or_says("/new S-015 F 61", "/open S-014", *CONSENTS, "/verdict", *ENROLS)

    chen.says("S-015")

    (enrolled,) = chen.entries(Kind.PARTICIPATION)
    assert enrolled.screening is not None
    assert (enrolled.screening.subject, enrolled.text) == ("S-014", "S-015")


@pytest.mark.parametrize("typed", ["Wang-3 ill", "138-0013-8000", "soon", "1234567"])
def test_what_is_no_subject_number_is_not_recorded(typed: str) -> None:
    chen = coordinator()
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS, typed)

    assert chen.entries(Kind.PARTICIPATION) == []
    assert chen.stands in ("enrolled_as", "name_asked")


def test_nobody_is_enrolled_by_a_card_that_consent_has_overtaken() -> None:
    chen = coordinator()
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS)
    li = other(chen, LI)
    li.taps_or_says("/open S-014", "⋯ More", "Consent ›", "Withdrawn…", "Today")

    chen.says("01-0312")

    assert chen.entries(Kind.PARTICIPATION) == []


def test_day_typed_for_another_card_is_no_number_of_a_subject() -> None:
    chen = coordinator()
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS)

    chen.says("2026-12-15")

    assert chen.entries(Kind.PARTICIPATION) == []
    assert "that is a day" in chen.text()


def test_nobody_is_enrolled_beside_a_verdict_that_the_card_did_not_show() -> None:
    chen = coordinator("/new S-014 M 58", "Not sure")
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS)
    li = other(chen, LI)
    li.taps_or_says("/review S-014", "INCL01", "3")

    chen.says("01-0312")

    assert chen.entries(Kind.PARTICIPATION) == chen.entries(Kind.DEVIATION) == []
    assert "This card has moved on" in chen.text()


def test_screening_of_another_site_has_a_calendar_entry_of_its_own() -> None:
    chen = coordinator()
    chen.taps_or_says("Contact the study team ›", "Appointment ›", "2 Dec", "14:30")
    (first,) = chen.last.documents
    screening = chen.screening
    elsewhere = replace(screening, id=ScreeningId("site-2", *screening.id[1:]))

    assert screening.appointment is not None
    written = appointment_event(speech("en"), elsewhere, screening.appointment)
    assert written.uid != first.content.uid


def test_nobody_is_enrolled_before_consent_was_signed() -> None:
    chen = coordinator()
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS[:-1], "yesterday")

    assert "It was signed on 2026-11-23: not before that." in chen.text()
    assert chen.stands == "participation_draft"


def test_an_open_verdict_is_told_and_stands_beside_the_enrolment() -> None:
    chen = coordinator("/new S-014 M 58", "Not sure")
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS)
    warned = chen.text()

    chen.says("01-0312")

    assert "⚠️ The verdict is undetermined: criteria are open." in warned
    assert "Enrolled 23 Nov as 01-0312, while undetermined" in chen.text()
    assert chen.entries(Kind.DEVIATION) == []


def test_a_time_that_has_passed_is_not_set() -> None:
    chen = coordinator()
    chen.taps("Contact the study team ›", "Appointment ›", "Today")
    button = chen.button("10:00")
    chen.later(hours=2)

    chen.does(Tapped(chen.round, key(button.act)))

    assert chen.entries(Kind.APPOINTED) == []
    assert "10:00" not in chen.labels()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("yesterday", "is past: a day from today on is needed."),
        ("soon", "Not a day to come."),
    ],
)
def test_what_is_no_time_to_come_is_asked_again(typed: str, told: str) -> None:
    chen = coordinator()

    chen.taps_or_says("Contact the study team ›", "Appointment ›", typed)

    assert told in chen.text()
    assert chen.stands == "appointing"


def test_a_typed_time_is_of_the_day_that_was_chosen() -> None:
    chen = coordinator()
    chen.taps_or_says("Contact the study team ›", "Appointment ›", "2 Dec")

    chen.taps_or_says("noon", "7:15")

    (entry,) = chen.entries(Kind.APPOINTED)
    assert entry.value == {"at": "2026-12-02T07:15:00+00:00"}


def test_without_slots_those_enrolled_are_counted() -> None:
    chen = coordinator()
    chen.study_teams = {}
    chen.taps_or_says(*CONSENTS, "/verdict", *ENROLS, "01-0312")

    chen.says("/trial")

    assert "Enrolled here: 1" in chen.text()
    assert "Questions: ask the investigator of your site." in chen.text()


def test_enrolment_taken_back_takes_its_deviation_back() -> None:
    chen = coordinator()
    by_hand = ("/verdict", "⋯ More", "Deviation already made…", "Today", "Sample late (INCL06).")
    chen.taps_or_says(*CONSENTS, *by_hand, "/verdict", *ENROLS, "01-0030")
    once = deviations_of(chen)

    chen.taps("Enrolment: take it back…", "Entry error")
    taken_back, told = deviations_of(chen), chen.text()
    chen.taps_or_says("Enrolled…", "Today", "01-0040")
    again = deviations_of(chen)
    chen.taps("Not enrolled…", "Declined", "Entry error")

    assert once == again == ["Sample late (INCL06).", "Enrolled though not eligible (INCL01)."]
    assert taken_back == deviations_of(chen) == ["Sample late (INCL06)."]
    assert "The deviation is taken back with the enrolment." in told
    chen.says("/verdict")
    assert "though not eligible" not in chen.text()


def deviations_of(chen: Dialogue) -> list[str]:
    """Give what stands as a deviation of the screening."""
    screening = chen.focus.screening and chen.records.screening(chen.focus.screening)
    assert screening
    return [each.what for each in screening.deviations]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("today 08:00", "13 Mar 08:00 is past: a time from now on is needed."),
        ("tomorrow 2:30", "There is no 14 Mar 02:30: the clocks go forward then."),
        ("soon", "Not a day to come. Type it as 2027-04-12 or 12 Apr."),
    ],
)
def test_typed_time_that_cannot_be_is_refused_with_its_reason(text: str, told: str) -> None:
    chen = coordinator()
    chen.now = datetime(2027, 3, 13, 9, tzinfo=ZoneInfo("America/New_York"))
    chen.taps_or_says("⋯ More", "Study team ›", "Appointment ›", text)

    assert told in chen.text()
    assert not chen.entries(Kind.APPOINTED)


def test_appointment_that_is_over_was_and_one_of_a_double_hour_has_its_offset() -> None:
    chen = coordinator()
    chen.now = datetime(2027, 11, 6, 9, tzinfo=ZoneInfo("America/New_York"))
    chen.taps_or_says("⋯ More", "Study team ›", "Appointment ›", "tomorrow 1:30")
    told = chen.text()

    chen.now += timedelta(days=2)

    assert "Appointment: 7 Nov 01:30 (UTC-04:00)" in told
    assert "Appointment was on 7 Nov 01:30 (UTC-04:00)" in chen.text()


def test_consent_recorded_for_an_enrolment_leads_on_with_it() -> None:
    chen = coordinator()
    chen.taps_or_says("⋯ More", "Study team ›", "What came of it ›", "Enrolled…", "yesterday")
    typed_too_early = chen.text()

    chen.taps_or_says("Consent ›", "Signed…", "Today", "3.1", "Enrolled…", "Today", "01-0312")

    assert "Nothing is typed here: the consent is recorded first." in typed_too_early
    assert "as 01-0312" in chen.text()


def test_consent_recorded_from_what_came_of_it_leads_back_there() -> None:
    chen = coordinator()
    chen.taps_or_says("⋯ More", "Study team ›", "What came of it ›", "Consent signed…", "Today")

    chen.taps_or_says("3.1", "‹ Back")

    assert chen.stands == "participation"
