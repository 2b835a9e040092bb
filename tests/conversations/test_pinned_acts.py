"""What destroys, forwards or opens does nothing once more was recorded than its card showed."""

from dataclasses import fields
from pathlib import Path
from typing import get_args

from conversations import acts
from conversations.acts import Act, Record, key
from conversations.acts_of_other_trials import Link, OpenElsewhere, Unlink, UseAnswers
from conversations.acts_of_papers import GiveWorksheet
from conversations.acts_of_queries import Ask, Postpone, Reassign, Withdraw
from conversations.acts_of_setting_aside import Clear, ClearMine, Restore, Void
from conversations.acts_of_sharing import MakeShare
from conversations.acts_of_signing import AskSignature, ReturnRequest
from conversations.acts_of_sources import Unverify, Verify
from conversations.acts_of_what_follows import (
    AcceptReferral,
    Appoint,
    GiveCalendarFile,
    RecordParticipation,
    ReturnReferral,
    SendVerdict,
)
from conversations.events import Tapped
from tests.conversations.paths import at
from tests.conversations.test_moving import NEW_WORDS, chat_under_version_1
from tests.conversations.test_queries import begun
from tests.conversations.test_signing import FAILED, investigator, with_investigators
from tests.conversations.test_what_follows import coordinator, sent
from tests.ectrial.trial.versions_of_sleep import two_versions
from tests.records import Dialogue
from tests.second_trial import second_trial
from tests.tables import of_each

MOVED_ON = "This card has moved on; here is the present one."
FAILING = ("/new S-014 M 58", "3")
OPEN_ITEM = (
    *("Who settles? ›", "Record (3)", "Open items (3) ›"),
    "EXCL03 Prior chest radiotherapy",
)
THERE = ("/new S-014 M 58", "1", "⋯ More", "Other trials ›")
OPENED_THERE = (*THERE, "Open S-014 in SECOND-2")
UNLINKED = (*OPENED_THERE, "Not the same…", "Different patients")
WAYS: dict[type[Act], tuple[str, ...]] = {
    acts.Undo: ("/new S-014 M 58", "1", "↩ Undo"),
    acts.Stop: (*FAILING, "Stop here"),
    acts.KeepGoing: (*FAILING, "Keep going"),
    Clear: (*FAILING, "/clear", "Clear all…", "Entry error"),
    Restore: (
        *FAILING,
        "/clear",
        "Clear all…",
        "Entry error",
        "↩ Restore the answers",
    ),
    ClearMine: (*FAILING, "/clear", "Clear my answers (3)"),
    Void: (*FAILING, "⋯ More", "Void this screening", "Duplicate"),
    acts.Open: (*FAILING, "/list", "S-014 · M 58 · ⛔ so far · 3/39"),
    acts.BeginAgain: (*FAILING, "Stop here", "/new S-014", "PI asked: screen again"),
    Verify: ("/review S-014", "INCL01", "Verified against source"),
    Unverify: (
        *("/review S-014", "INCL01", "Verified against source"),
        *("INCL01", "Verified. Take it back"),
    ),
    AskSignature: ("Ask the investigator ›", "Li Wei"),
    ReturnRequest: ("/open S-014", "Confirm and sign ›", "Return…", "Evidence is missing"),
    Ask: ("Who settles? ›", "Record (3)"),
    Reassign: (*OPEN_ITEM, "Someone else ›", "Li"),
    Postpone: (*OPEN_ITEM, "New due day (why?) ›", "Tomorrow"),
    Withdraw: (*OPEN_ITEM, "Withdraw"),
    SendVerdict: ("Contact the study team ›", "Send to Li Wei"),
    AcceptReferral: ("/todo", "Contact: S-014", "Accept"),
    ReturnReferral: ("/todo", "Contact: S-014", "Return (why?) ›", "Answers are missing"),
    Appoint: ("Contact the study team ›", "Appointment ›", "2 Dec", "09:00"),
    GiveCalendarFile: (
        *("Contact the study team ›", "Appointment ›", "2 Dec", "09:00"),
        "Calendar file",
    ),
    RecordParticipation: (
        *("Contact the study team ›", "What came of it ›", "Not enrolled…"),
        "State of health",
    ),
    MakeShare: (*FAILING, "/share", "Share for 24 hours"),
    OpenElsewhere: (*THERE, "Open S-014 in SECOND-2"),
    UseAnswers: (*OPENED_THERE, "Use 3 answers of 23 Nov"),
    Unlink: UNLINKED,
    Link: (*UNLINKED, "Same patient in EC-CRT-003…", "S-014", "Same patient"),
    GiveWorksheet: (*FAILING, "/worksheet", "Site: PDF"),
    acts.Move: ("/resume", "⋯ More", "Protocol version 2 ›", "Go on under version 2"),
}

OF_QUERIES = (Ask, Reassign, Postpone, Withdraw)
OF_SIGNING = (AskSignature, ReturnRequest)
OF_A_CONTACT = (AcceptReferral, ReturnReferral)
AFTER_A_VERDICT = (SendVerdict, Appoint, GiveCalendarFile, RecordParticipation)
OF_TWO_TRIALS = (OpenElsewhere, UseAnswers, Unlink, Link)
OF_A_MONITOR = (Verify, Unverify)


def at_the_card(act: type[Act], folder: Path) -> Dialogue:
    """Give a chat whose card has a button with this act."""
    if act is acts.Move:
        chat = chat_under_version_1(two_versions(folder, NEW_WORDS), "8")
    elif act in OF_A_MONITOR:
        chat = Dialogue(at(*FAILING).records, actor=9, role="monitor")
    elif act in OF_A_CONTACT:
        _, chat = sent()
        chat.says("/start")
    elif act in AFTER_A_VERDICT:
        chat = coordinator()
    elif act in OF_QUERIES:
        chat = begun()
    elif act in OF_SIGNING:
        chat = with_investigators(*FAILED)
        chat = investigator(chat) if act is ReturnRequest else chat
    else:
        chat = Dialogue(others=[second_trial()] if act in OF_TWO_TRIALS else [])
        chat.allows_guests = True
    chat.taps_or_says(*WAYS[act][:-1])
    return chat


def records_something_else(chat: Dialogue) -> None:
    """Let another person change the order of the same screening."""
    other = Dialogue(chat.records, actor=8, trials=chat.trials, present=chat.present)
    other.now = chat.now
    other.taps_or_says("/open S-014", "⋯ More", "Quick order (excludes soonest)")


def test_every_act_that_pins_an_entry_is_tried() -> None:
    pinned = {act for act in get_args(Act) if "seq" in {field.name for field in fields(act)}}

    # of Record a test of its own: test_reason_is_taken_only_for_the_change_that_was_shown
    assert pinned == {*WAYS, Record}


@of_each("act", WAYS, ids=lambda act: act.__name__)
def test_tap_does_nothing_once_more_was_recorded(act: type[Act], tmp_path: Path) -> None:
    chat = at_the_card(act, tmp_path)
    button = chat.button(WAYS[act][-1])
    records_something_else(chat)
    recorded = chat.recorded()

    chat.does(Tapped(chat.round, key(button.act)))

    assert isinstance(button.act, act)
    assert chat.recorded() == recorded
    assert (chat.last.toast, chat.last.messages) == (MOVED_ON, ())
