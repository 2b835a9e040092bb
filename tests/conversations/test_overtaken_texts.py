"""Words typed at a card that a colleague overtook: nothing is recorded that it did not show.

Each place that takes typed text stands in the table, with what a colleague does between the card
and the text. Without the colleague the text does something; with it, it records nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from conversations import (
    places,
    places_of_consent,
    places_of_lists,
    places_of_notes,
    places_of_other_trials,
    places_of_own_words,
    places_of_papers,
    places_of_queries,
    places_of_sharing,
    places_of_signing,
    places_of_the_team,
    places_of_the_trial,
    places_of_ward_rounds,
    places_of_what_follows,
    places_outside,
    places_to_look_at,
)
from conversations.events import Typed
from conversations.registry import FLOWS
from ectrial.record.entries import Kind
from ectrial.record.team import Role
from tests.conversations.paths import ALT, COUNTS, COUNTS_UNDATED, OPENED
from tests.conversations.test_amendments import AMENDS, activates, under_version_1
from tests.conversations.test_guests import entered
from tests.conversations.test_lists import LIVER, SHANGHAI
from tests.conversations.test_lists import at as at_lists
from tests.conversations.test_moving import NEW_WORDS, chat_under_version_1
from tests.conversations.test_other_trials import FAILED
from tests.conversations.test_queries import begun
from tests.conversations.test_signing import investigator, taken_over, with_investigators
from tests.conversations.test_verdict_card import MORE, unsure_of_everything
from tests.conversations.test_what_follows import CONSENTS, coordinator
from tests.ectrial.trial.versions_of_sleep import two_versions
from tests.records import ADMIN, Dialogue, MemoryRecords
from tests.second_trial import second_trial
from tests.tables import of_each

COLLEAGUE, MONITOR = 12, 13
CORRECTS = ("/review S-014", "INCL01", "2", "Entry error")
VOIDS = ("/open S-014", "⋯ More", "Void this screening", "Duplicate")
WBC = ("/review S-014", "WBC 6", "Record 1 · sampled today")
OPEN_ITEM = ("/open S-014", "Open items (3) ›", "EXCL03 Prior chest radiotherapy")
TO_WU = (*OPEN_ITEM, "Someone else ›", "Wang Lei")
NOTE = ("/notes S-014", "Write a note ›")
AWAY = ("/team", "Wu Min", "Away…", "Until 24 Nov", "Nobody")
STUDY_TEAM = ("/open S-014", "Contact the study team ›")
ANOTHER_TIME = (*STUDY_TEAM, "Move it ›", "3 Dec", "09:00", "Another time suits")
DAYS = ("Activate version 2…", "Yesterday", "Today", "No")
LETTER = "the sponsor's letter"
ENROLS = ("/verdict", "⋯ More", "Study team ›", "What came of it ›", "Enrolled…")


def chen(*steps: str) -> Dialogue:
    """Give a coordinator who came this way, in a team."""
    chat = coordinator(*OPENED)
    chat.allows_guests = True
    chat.taps_or_says(*steps)
    return chat


def elsewhere(*steps: str) -> Dialogue:
    """Give a chat of the same team that has no screening open."""
    chat = Dialogue(chen().records, actor=ADMIN)
    chat.taps_or_says(*steps)
    return chat


def failed(*steps: str) -> Dialogue:
    return chen("3", "Stop here", *steps)


def leader(*steps: str) -> Dialogue:
    chat = Dialogue(chen().records, actor=ADMIN)
    chat.taps_or_says("/team", *steps)
    return chat


def trial_status(*steps: str) -> Dialogue:
    chat = Dialogue(chen().records, actor=ADMIN)
    chat.taps_or_says("/trial", "Enrolment: open ›", *steps)
    return chat


def asking(*steps: str) -> Dialogue:
    chat = begun()
    chat.taps_or_says(*steps)
    return chat


def asked(*steps: str) -> Dialogue:
    return asking("Who settles? ›", "Record (3)", *OPEN_ITEM, *steps)


def monitor(*steps: str) -> Dialogue:
    chat = Dialogue(chen("1").records, actor=MONITOR, role="monitor")
    chat.taps_or_says(*steps)
    return chat


def guest() -> Dialogue:
    _, chat = entered()
    chat.taps("Reply ›")
    return chat


def signer() -> Dialogue:
    chat = investigator(with_investigators(*OPENED, "3", "Stop here"))
    chat.taps("Confirm and sign ›")
    taken_over(chat)
    chat.taps(next(each for each in chat.labels() if each.startswith("I confirm")))
    return chat


def read_back() -> Dialogue:
    """Give a chat at an answer that was perhaps typed for the card before."""
    chat = chen(*COUNTS[1:])
    chat.does(Typed("5.2", "before"))
    return chat


def unsettled() -> Dialogue:
    """Give a chat at the items for which the verdict card has no room."""
    chat = unsure_of_everything()
    chat.taps(MORE)
    return chat


@dataclass(frozen=True)
class Row:
    """How a chat comes to a place, what a colleague does then, and what is typed after that.

    `never`: at this place typed text does nothing at all.
    """

    place: type[Any]
    comes: Callable[[], Dialogue]
    colleague: tuple[str, ...]
    text: str
    role: Role = "coordinator"
    never: bool = field(default=False, kw_only=True)


TABLE = [
    Row(places_outside.Screenings, lambda: chen("/list"), VOIDS, "S-0"),
    Row(places_of_papers.ScreeningLog, lambda: chen("/log"), VOIDS, "S-0"),
    Row(places_of_papers.ScreeningFunnel, lambda: chen("/funnel"), VOIDS, "2026-11-01 2026-11-30"),
    Row(places_of_papers.WorksheetOf, lambda: elsewhere("/worksheet"), VOIDS, "S-014"),
    Row(
        places_of_papers.WorksheetCard,
        lambda: chen("/new S-020 F 41", "/worksheet S-014"),
        VOIDS,
        "S-020",
        never=True,
    ),
    Row(places_outside.SubjectCode, lambda: chen("/new"), ("/new S-020 M 58",), "S-020 F 41"),
    Row(places.Question, chen, ("/open S-014", "1"), "2"),
    Row(
        places.Limit,
        lambda: chen(*ALT[1:], "30 U/L"),
        ("/review S-014", "ALT 90/50 U/L", "Yes, 90/50 U/L", "Record 1 · sampled today"),
        "40",
    ),
    Row(
        places.Reading,
        lambda: chen(*COUNTS[1:], "5.2", "3.1", "210", "9.5"),
        ("/review S-014", "HB 120 g/L", "Record 1 · sampled today"),
        "95 g/L",
    ),
    Row(places.Report, lambda: chen("WBC 5.2"), WBC, "PLT 180"),
    Row(
        places.Hold,
        lambda: chen(*COUNTS[1:], "10", "3", "/review", "ANC 12", "Record 1 · sampled today"),
        ("/review S-014", "ANC 2", "Record 1 · sampled today", "Entry error"),
        "ANC 5",
    ),
    Row(places.ReadBack, read_back, WBC, "5.3"),
    Row(
        places.SampleDays,
        lambda: chen(*COUNTS_UNDATED[1:], "Sample: which day?"),
        VOIDS,
        "2026-11-20",
    ),
    Row(places_to_look_at.Failed, lambda: chen("3"), (*WBC,), "WBC 5"),
    Row(places_to_look_at.Verdict, failed, WBC, "WBC 5"),
    Row(places_to_look_at.OpenQuestions, unsettled, WBC, "WBC 5"),
    Row(places_to_look_at.Review, lambda: failed("/review"), WBC, "WBC 5"),
    Row(places_of_signing.SigningCode, signer, CORRECTS, "no digits", never=True),
    Row(
        places_of_signing.Deviations,
        lambda: failed("⋯ More", "Deviation already made…"),
        VOIDS,
        "2026-11-20",
    ),
    Row(
        places_of_signing.DeviationText,
        lambda: failed("⋯ More", "Deviation already made…", "Today"),
        ("/open S-014", "⋯ More", "Deviation already made…", "Today", "dose a day late"),
        "one dose a day late",
    ),
    Row(
        places_of_consent.ConsentDraft,
        lambda: failed("⋯ More", "Consent ›", "Signed…"),
        ("/open S-014", "⋯ More", "Consent ›", "Declined…", "None given"),
        "2026-11-20",
    ),
    Row(
        places_of_queries.RemindingOfAll,
        lambda: asked("/todo", "Remind me later ›"),
        VOIDS,
        "tomorrow 09:00",
    ),
    Row(
        places_of_queries.Asking,
        lambda: asking("Who settles? ›"),
        ("/open S-014", "Who settles? ›", "Record (3)"),
        "2 Dec",
    ),
    Row(
        places_of_queries.Reminding,
        lambda: asked("Remind me later ›"),
        (*OPEN_ITEM, "Withdraw"),
        "tomorrow 09:00",
    ),
    Row(
        places_of_queries.Changing,
        lambda: asked("New due day (why?) ›"),
        (*OPEN_ITEM, "Someone else ›", "Li"),
        "2 Dec",
    ),
    Row(
        places_of_queries.Saying,
        lambda: asked("Say something ›"),
        (*OPEN_ITEM, "Someone else ›", "Li"),
        "asked the ward",
    ),
    Row(
        places_of_queries.Raising,
        lambda: monitor("/review S-014", "INCL01", "Raise a query ›"),
        CORRECTS,
        "which day was it",
    ),
    Row(
        places_of_own_words.NameAsked,
        lambda: monitor("/review S-014", "INCL01", "Raise a query ›", "wang xiaoming said so"),
        CORRECTS,
        "which day was it",
    ),
    Row(
        places_of_notes.OfWhich,
        lambda: chen("1", *NOTE, "Words of the listing ›"),
        VOIDS,
        "squamous cell carcinoma",
    ),
    Row(
        places_of_notes.ListingWords,
        lambda: chen("1", *NOTE, "Words of the listing ›", "INCL02 Esophageal SCC on histol…"),
        VOIDS,
        "squamous cell carcinoma",
    ),
    Row(
        places_of_notes.WritingNote,
        lambda: chen("1", *NOTE, "An answer ›", "INCL01 ECOG"),
        CORRECTS,
        "asked the ward",
    ),
    Row(
        places_of_notes.Replying,
        lambda: chen(
            "1", *NOTE, "An answer ›", "INCL01 ECOG", "For the team", "asked", "✎ asked", "Reply ›"
        ),
        ("/notes S-014", "✎ asked", "Reply ›", "the ward agrees"),
        "and I do",
    ),
    Row(
        places_of_the_team.Naming, lambda: leader("Wu Min", "Name ›"), AWAY, "Wu Mei", "principal"
    ),
    Row(
        places_of_the_team.LastDay,
        lambda: leader("Wu Min", "Last day ›"),
        ("/team", "Wu Min", "Remove…", "Remove"),
        "2 Dec",
        "principal",
    ),
    Row(places_of_the_team.Leave, lambda: leader("Wu Min", "Away…"), AWAY, "2 Dec", "principal"),
    Row(
        places_of_the_team.InviteName,
        lambda: leader("Invite ›", "coordinator"),
        AWAY,
        "Wu Mei",
        "principal",
    ),
    Row(
        places_of_the_team.InviteLastDay,
        lambda: leader("Invite ›", "coordinator", "Wu Mei", "Last day ›"),
        AWAY,
        "2 Dec",
        "principal",
    ),
    Row(
        places_of_what_follows.Appointing,
        lambda: failed(
            "Contact the study team ›", "Appointment ›", "2 Dec", "09:00", "Move it ›", "4 Dec"
        ),
        ANOTHER_TIME,
        "11:00",
    ),
    Row(
        places_of_what_follows.Appointing,
        lambda: failed("Contact the study team ›", "Appointment ›", "2 Dec", "09:00", "Move it ›"),
        (*STUDY_TEAM, "Cancel it…", "Not needed any more"),
        "4 Dec 11:00",
    ),
    Row(
        places_of_what_follows.ParticipationDraft,
        lambda: failed("Contact the study team ›", "What came of it ›", "Approached…"),
        (*STUDY_TEAM, "What came of it ›", "Approached…", "Today"),
        "2026-11-20",
    ),
    Row(
        places_of_what_follows.EnrolledAs,
        lambda: chen("Not sure", "/verdict", *CONSENTS, *ENROLS, "Today"),
        ("/review S-014", "INCL01", "3"),
        "01-0312",
    ),
    Row(places_of_sharing.GuestReply, guest, VOIDS, "thank you very much"),
    Row(
        places_of_ward_rounds.PickStops,
        lambda: chen("/new S-015 M 60", "/rounds S-015"),
        VOIDS,
        "S-014",
    ),
    Row(places_of_ward_rounds.AtStop, lambda: chen("/rounds S-014", "Begin ›"), WBC, "WBC 5"),
    Row(
        places_of_ward_rounds.BedAsked,
        lambda: chen("/rounds S-014", "Begin ›", "Bed ›"),
        VOIDS,
        "7A-12",
    ),
]


TABLE += [
    Row(
        places_of_the_trial.StatusDay,
        lambda: trial_status("Pause…"),
        ("/open S-014", "1"),
        "2026-11-20",
    ),
    Row(
        places_of_the_trial.StatusReason,
        lambda: trial_status("Pause…", "Today"),
        ("/trial", "Enrolment: open ›", "Close…", "Today", LETTER, "Close enrolment"),
        "the sponsor says so",
        "principal",
    ),
    Row(
        places_of_own_words.WordsRead,
        lambda: trial_status("Pause…", "Today", "the sponsor says so"),
        ("/trial", "Enrolment: open ›", "Close…", "Today", LETTER, "Close enrolment"),
        "the arm is full",
        "principal",
    ),
]


CLARIFIES = ("Readings and clarifications ›", "R02 EXCL12", "Record a clarification…", "Sponsor")


def clarifying(*steps: str) -> Dialogue:
    chat = Dialogue(chen().records, actor=ADMIN)
    chat.taps_or_says("/trial", *CLARIFIES, *steps)
    return chat


TABLE += [
    Row(
        places_of_the_trial.Clarifying,
        clarifying,
        ("/trial", *CLARIFIES, "Today", "HBsAg alone does not exclude"),
        "2026-11-20",
        "principal",
    ),
    Row(
        places_of_the_trial.ClarifyingWords,
        lambda: clarifying("Today"),
        ("/trial", *CLARIFIES, "Today", "HBsAg alone does not exclude"),
        "the DNA decides",
        "principal",
    ),
]


OF_THEIR_OWN = (
    places_of_the_trial.Activating,
    places_of_the_trial.AmendmentNumber,
    places_of_the_trial.ActivationBack,
    places_of_lists.ListDraft,
    places_of_other_trials.LinkingCode,
)
"""Places of other trials than the one of the table: tests below or of amendments try them."""


def deed(chat: Dialogue) -> tuple[object, ...]:
    """Give what a chat has said or come to, apart from its card."""
    walked = chat.focus.ward_round
    return (chat.recorded(), chat.reminders, chat.beds, walked, chat.standing.place)


def overtaken(row: Row) -> None:
    """Complain if the text records anything below what the colleague did."""
    chat, alone = row.comes(), row.comes()
    assert isinstance(chat.standing.place, row.place), chat.text()
    colleague = Dialogue(chat.records, actor=COLLEAGUE, role=row.role)
    colleague.study_teams, colleague.now = chat.study_teams, chat.now
    colleague.taps_or_says(*row.colleague)
    recorded = chat.recorded()
    assert len(recorded) > len(alone.recorded()), colleague.text()
    before = deed(alone)

    chat.says(row.text)
    alone.says(row.text)

    assert (deed(alone) == before) is row.never, alone.text()
    stopped = [each for each in chat.recorded() if each[0] != Kind.IDENTIFIER_STOPPED]
    assert stopped == recorded, chat.text()
    assert chat.text()


@of_each("row", TABLE[::2], ids=lambda row: row.place.__name__)
def test_text_typed_below_what_a_colleague_changed_records_nothing(row: Row) -> None:
    overtaken(row)


@pytest.mark.long
@of_each("row", TABLE[1::2], ids=lambda row: row.place.__name__)
def test_so_does_text_at_every_other_place(row: Row) -> None:
    overtaken(row)


def test_every_place_that_takes_text_is_tried() -> None:
    takes = {place for place, flow in FLOWS.items() if flow.takes_text}

    assert takes <= {*(row.place for row in TABLE), *OF_THEIR_OWN}


@pytest.mark.parametrize("way", [("A criterion ›",), ("Words of the listing ›",)])
def test_words_typed_below_one_version_are_not_about_another(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    chat = chat_under_version_1(two_versions(tmp_path, NEW_WORDS), "8")
    chat.taps_or_says(*NOTE, *way)
    criterion = chat.labels()[0]
    chat.taps(criterion)
    colleague = Dialogue(chat.records, actor=COLLEAGUE, trials=chat.trials, present=chat.present)
    colleague.taps_or_says("/open S-014", "⋯ More", "Protocol version 2 ›")
    colleague.taps("Go on under version 2")
    recorded = chat.recorded()

    chat.says(chat.case.trial.criteria[0].verbatim)

    assert chat.recorded() == recorded
    assert "This card has moved on" in chat.text()


@pytest.mark.parametrize(
    ("steps", "text"),
    [(("Activate version 2…",), "2026-11-20"), (DAYS, "CN-A04")],
)
def test_version_that_a_colleague_activated_is_not_activated_again(
    tmp_path: Path, steps: tuple[str, ...], text: str
) -> None:
    chat = under_version_1(two_versions(tmp_path, NEW_WORDS), *AMENDS, *steps)
    assert isinstance(chat.standing.place, OF_THEIR_OWN), chat.text()
    colleague = Dialogue(
        chat.records, actor=COLLEAGUE, role="principal", trials=chat.trials, present=chat.present
    )
    colleague.activates = True
    activates(colleague)
    recorded = chat.recorded()
    assert any(kind == Kind.VERSION_ACTIVATED for kind, *_ in recorded), colleague.text()

    chat.says(text)

    assert chat.recorded() == recorded


def test_list_that_a_colleague_recorded_is_not_replaced_by_typed_words() -> None:
    chat = at_lists("Add one ›", "Liver")
    assert isinstance(chat.standing.place, OF_THEIR_OWN), chat.text()
    colleague = Dialogue(chat.records, actor=COLLEAGUE, present=SHANGHAI)
    colleague.taps_or_says("/open S-014", *LIVER, "That is all")
    recorded = chat.recorded()

    chat.says("3 cm")

    assert chat.recorded() == recorded
    assert "metastases" in chat.screening.answers


def test_code_of_the_other_trial_typed_after_a_colleague_linked_them_records_nothing() -> None:
    records = MemoryRecords()
    Dialogue(records, present=second_trial()).says("/new X-777 M 58")
    chat = Dialogue(records, others=[second_trial()])
    asked = ("⋯ More", "Other trials ›", "Same patient in SECOND-2…")
    chat.taps_or_says(*FAILED, *asked)
    assert isinstance(chat.standing.place, OF_THEIR_OWN), chat.text()
    colleague = Dialogue(records, actor=COLLEAGUE, others=[second_trial()])
    colleague.taps_or_says("/open S-014", *asked, "X-777", "Same patient")
    recorded = chat.recorded()
    assert any(kind == Kind.LINKED for kind, *_ in recorded), colleague.text()

    chat.says("X-777")

    assert chat.recorded() == recorded
    assert "Same patient" not in chat.labels()
