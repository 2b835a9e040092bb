"""An investigator's signature: for exactly one content, after every matter was taken over."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from conversations.acts import key
from conversations.acts_of_signing import Sign
from conversations.case import Case
from conversations.events import Tapped
from conversations.needs import CONFIRMING
from conversations.places_of_signing import SigningCode, SignOff
from conversations.rights import may
from conversations.signing import hash_of, shown_matters
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.signatures import digest
from ectrial.record.team import ROLES, Member, Role, Terms
from ectrial.trial.signed_content import signed_content
from ectrial.wording.speech import speech
from tests.conversations.paths import COUNTS_UNDATED, ELIGIBLE, at
from tests.records import ADMIN, Dialogue, added
from tests.tables import of_each

PI, SUB = 9, 10
CONFIRM = "I confirm: meets all listed criteria"
FAILED = ("/new S-014 M 58", "3", "Stop here")


def with_investigators(*steps: str) -> Dialogue:
    """Give a coordinator's dialogue, with two investigators in the team."""
    dialogue = at(*steps)
    people = [
        added(PI, Terms.of("principal"), "Li Wei"),
        added(SUB, Terms.of("investigator"), "Wu Min"),
    ]
    dialogue.records.append(people, ADMIN, dialogue.now)
    return dialogue


def investigator(coordinator: Dialogue, person: int = PI) -> Dialogue:
    """Give the dialogue of an enrolled investigator who has opened the same screening."""
    signer = Dialogue(coordinator.records, actor=person)
    signer.now = coordinator.now
    signer.enrols()
    signer.taps_or_says("/open S-014")
    return signer


def content_of(case: Case) -> dict[str, Any]:
    return dict(signed_content(case.screening, case.verdict, case.world.today))


def taken_over(signer: Dialogue) -> None:
    while pending := [label for label in signer.labels() if label.startswith("☐")]:
        signer.taps(pending[0])


def signed(signer: Dialogue, label: str = CONFIRM) -> None:
    signer.taps("Confirm and sign ›")
    taken_over(signer)
    signer.taps(label)
    signer.gives(signer.code())


def test_signature_has_name_time_meaning_and_the_hash_of_its_content() -> None:
    signer = investigator(with_investigators(*ELIGIBLE, "Yes"))

    signed(signer)

    (entry,) = signer.entries(Kind.SIGNED)
    assert entry.text == "Li Wei"
    assert entry.value["meaning"] == "eligible"
    assert "Signed: Li Wei (principal investigator), 2026-" in signer.text()
    assert f"Content {entry.value['hash'][:12]}" in signer.text()


def test_nothing_is_signed_before_every_matter_is_taken_over_by_that_person() -> None:
    coordinator = with_investigators(*ELIGIBLE, "Yes")
    signer, other = investigator(coordinator), investigator(coordinator, SUB)
    signer.taps("Confirm and sign ›")
    found = shown_matters(speech("en"), signer.case)
    assert found, "the way has a reading that played a part"
    assert CONFIRM not in signer.labels()

    taken_over(signer)

    assert len(signer.entries(Kind.TAKEN_OVER)) == len(found)
    assert CONFIRM in signer.labels()
    other.taps("Confirm and sign ›")
    assert CONFIRM not in other.labels(), "taken over by another name"


def test_wrong_code_signs_nothing() -> None:
    signer = investigator(with_investigators(*FAILED))
    signer.taps("Confirm and sign ›", "I confirm: not eligible (INCL01)")

    signer.gives("no code")

    assert signer.entries(Kind.SIGNED) == []
    assert "Wrong code. 4 tries are left." in signer.text()


def test_code_signs_nothing_once_the_content_has_changed_meanwhile() -> None:
    coordinator = with_investigators(*FAILED)
    signer = investigator(coordinator)
    signer.taps("Confirm and sign ›", "I confirm: not eligible (INCL01)")
    coordinator.taps_or_says("/review", "INCL01", "4", "Entry error")

    signer.gives(signer.code())

    assert signer.entries(Kind.SIGNED) == []
    assert "moved on" in signer.text()


def test_code_signs_nothing_below_a_name_that_its_card_did_not_show() -> None:
    coordinator = with_investigators(*FAILED)
    signer = investigator(coordinator)
    signer.taps("Confirm and sign ›", "I confirm: not eligible (INCL01)")
    coordinator.records.append([added(PI, Terms.of("principal"), "Wei Li")], ADMIN, signer.now)

    signer.gives(signer.code())

    assert signer.entries(Kind.SIGNED) == []
    assert "moved on" in signer.text()


def test_open_verdict_is_not_signed_nor_asked_about() -> None:
    signer = investigator(with_investigators(*COUNTS_UNDATED))

    signer.taps_or_says("/verdict")

    assert "Confirm and sign ›" not in signer.labels()
    signer.focus = replace(signer.focus, place=SignOff())
    assert not any(label.startswith("I confirm") for label in signer.labels())
    assert "the verdict is open" in signer.text()


def test_later_correction_keeps_the_signature_and_tells_the_signer() -> None:
    coordinator = with_investigators(*FAILED)
    signed(investigator(coordinator), "I confirm: not eligible (INCL01)")

    coordinator.taps_or_says("/review", "INCL01", "4", "Entry error")

    assert PI in coordinator.last.pushes
    assert len(coordinator.entries(Kind.SIGNED)) == 1
    coordinator.taps_or_says("/verdict")
    assert "superseded. The investigator confirms anew." in coordinator.text()


def test_signer_is_asked_anew_by_who_records_consent_alone() -> None:
    coordinator = with_investigators(*FAILED)
    signed(investigator(coordinator), "I confirm: not eligible (INCL01)")
    nurse = Dialogue(coordinator.records, actor=11)
    nurse.now = coordinator.now
    terms = Terms("coordinator", ("consent",))
    nurse.records.append([added(11, terms, "Xu Lan")], ADMIN, nurse.now)

    nurse.taps_or_says("/open S-014", "⋯ More", "Consent ›", "Declined…", "None given")

    assert len(nurse.entries(Kind.CONSENT)) == 1
    assert nurse.entries(Kind.SIGNATURE_ASKED)[-1].value["to"] == PI
    assert nurse.last.pushes == (PI,)


def test_signer_is_asked_anew_whatever_screening_was_open() -> None:
    coordinator = with_investigators("/new S-014", "3", "Stop here")
    signed(investigator(coordinator), "I confirm: not eligible (INCL01)")
    coordinator.taps_or_says("/verdict", "Keep going", "/new S-015 M 60")

    coordinator.says("/open S-014 F 58")

    assert coordinator.entries(Kind.SIGNATURE_ASKED)[-1].value["to"] == PI


def test_correction_that_is_taken_back_gives_another_content() -> None:
    coordinator = with_investigators(*FAILED)
    signed(investigator(coordinator), "I confirm: not eligible (INCL01)")

    coordinator.taps_or_says("/review", "INCL01", "4", "Entry error", "/review", "INCL01")
    coordinator.taps_or_says("3", "Entry error", "/verdict")

    assert "superseded" in coordinator.text(), "other entries were signed than stand there now"


def test_returned_request_says_why_and_tells_who_asked() -> None:
    coordinator = with_investigators(*FAILED)
    coordinator.taps("Ask the investigator ›", "Li Wei")
    assert coordinator.last.pushes == (PI,)
    signer = investigator(coordinator)

    signer.taps("Confirm and sign ›", "Return…", "Evidence is missing")

    assert signer.last.pushes == (7,)
    coordinator.taps_or_says("/verdict")
    assert "Returned by the principal investigator: Evidence is missing." in coordinator.text()


@pytest.mark.parametrize("role", [role for role in ROLES if role not in CONFIRMING.roles])
def test_nobody_else_signs_even_with_a_code(role: Role) -> None:
    coordinator = with_investigators(*FAILED)
    coordinator.records.append([added(77, Terms.of(role), "Somebody")], ADMIN, coordinator.now)
    person = investigator(coordinator, 77)
    assert not may(person.world.member, CONFIRMING)
    now, meaning = hash_of(person.case), "not_eligible"
    act = Sign(person.case.id, now, "not_eligible")
    person.focus = replace(person.focus, place=SignOff())
    person.does(Tapped(person.round, key(act)))
    last = person.world.member.last
    person.focus = replace(person.focus, place=SigningCode("not_eligible", now, last))

    person.gives(person.code())

    assert person.entries(Kind.SIGNED) == []
    assert meaning in str(content_of(person.case))


def test_investigator_without_the_task_signs_nothing() -> None:
    coordinator = with_investigators(*FAILED)
    terms = Terms("investigator", ("screen",))
    coordinator.records.append([added(SUB, terms, "Wu Min")], ADMIN, coordinator.now)

    assert "Confirm and sign ›" not in investigator(coordinator, SUB).labels()
    assert not may(Member(SUB, terms), CONFIRMING)


def test_card_does_not_say_signed_once_a_colleague_supersedes_the_signature() -> None:
    coordinator = with_investigators(*FAILED)
    signer = investigator(coordinator)
    signed(signer, "I confirm: not eligible (INCL01)")
    assert "Signed and recorded." in signer.text()

    coordinator.taps_or_says("/review", "INCL01", "2", "Entry error")

    assert "Signed and recorded." not in signer.text()
    assert "superseded. The investigator confirms anew." in signer.text()


def test_hash_changes_with_each_part_of_the_content() -> None:
    case = with_investigators(*ELIGIBLE, "Yes").case
    told = content_of(case)

    hashes = {digest({**told, part: "another"}) for part in told}

    assert len({*hashes, digest(told)}) == len(told) + 1


def test_what_was_taken_over_for_one_outcome_is_read_again_for_another() -> None:
    coordinator = with_investigators(*ELIGIBLE, "Yes")
    signer = investigator(coordinator)
    signer.taps("Confirm and sign ›")
    taken_over(signer)
    coordinator.taps_or_says("/review", "EXCL10", "Yes", "New information", "Stop here")

    signer.taps_or_says("/verdict", "Confirm and sign ›")

    assert any(label.startswith("☐") for label in signer.labels())
    assert not any(label.startswith("I confirm") for label in signer.labels())


def test_withdrawn_consent_is_taken_over_by_name_before_signing() -> None:
    coordinator = with_investigators(*FAILED)
    coordinator.taps("⋯ More", "Consent ›", "Declined…", "None given")
    signer = investigator(coordinator)

    signer.taps("Confirm and sign ›")

    assert "The consent was declined." in signer.text()
    assert "I confirm: not eligible (INCL01)" not in signer.labels()
    taken_over(signer)
    assert "I confirm: not eligible (INCL01)" in signer.labels()


def test_deviation_changes_no_verdict_and_no_signature() -> None:
    coordinator = with_investigators(*FAILED)
    signed(investigator(coordinator), "I confirm: not eligible (INCL01)")
    before = hash_of(coordinator.case)

    coordinator.taps("⋯ More", "Deviation already made…", "Yesterday")
    coordinator.says("Contrast CT two days late, protocol 6.2")

    (entry,) = coordinator.entries(Kind.DEVIATION)
    assert entry.text == "Contrast CT two days late, protocol 6.2"
    assert hash_of(coordinator.case) == before
    assert "Signed: Li Wei" in coordinator.text()


@of_each(
    "text",
    ["患者王建国", "call 13800138000", "MRN 10234", "born 1958-03-02", "姓名：李四", "a\x00b"],
)
def test_deviation_never_holds_who_the_patient_is(text: str) -> None:
    coordinator = with_investigators(*FAILED)
    coordinator.taps("⋯ More", "Deviation already made…", "Today")

    coordinator.says(text)

    assert coordinator.entries(Kind.DEVIATION) == []
    assert "Not recorded" in coordinator.text()


def test_request_to_who_has_left_is_named_so_and_another_is_asked() -> None:
    coordinator = with_investigators(*ELIGIBLE, "Yes")
    coordinator.taps("Ask the investigator ›", "Wu Min")
    gone = NewEntry(Kind.STAFF_REMOVED, "EC-CRT-003", item=str(SUB), value={"work": None})
    coordinator.records.append([gone], ADMIN, coordinator.now)

    assert "Asked to sign: Wu Min, not of the team any more." in coordinator.text()
    coordinator.taps("Ask the investigator ›", "Li Wei")
    assert "Asked to sign: Li Wei." in coordinator.text()


def test_request_to_an_absent_investigator_stays_there_if_the_cover_may_not_sign() -> None:
    coordinator = with_investigators(*ELIGIBLE, "Yes")
    until = (coordinator.now + timedelta(days=3)).date().isoformat()
    away = NewEntry(Kind.AWAY, "EC-CRT-003", item=str(SUB), value={"until": until, "cover": 7})
    members = [added(7, Terms.of("coordinator"), "Chen Jing")]
    coordinator.records.append(members, ADMIN, coordinator.now)
    coordinator.records.append([away], SUB, coordinator.now)

    coordinator.taps("Ask the investigator ›", "Wu Min")

    assert coordinator.last.pushes == (SUB,)
    assert "Asked to sign: Wu Min." in coordinator.text()


def test_request_to_an_absent_investigator_names_the_cover() -> None:
    coordinator = with_investigators(*ELIGIBLE, "Yes")
    coordinator.taps("Ask the investigator ›", "Wu Min")
    until = (coordinator.now + timedelta(days=3)).date().isoformat()
    away = NewEntry(Kind.AWAY, "EC-CRT-003", item=str(SUB), value={"until": until, "cover": PI})

    coordinator.records.append([away], SUB, coordinator.now)

    assert "Asked to sign: Wu Min, away → Li Wei." in coordinator.text()


def test_what_was_signed_is_corrected_and_not_undone() -> None:
    coordinator = with_investigators(*FAILED)
    assert any(label.startswith("↩ Undo") for label in coordinator.labels())
    signed(investigator(coordinator), "I confirm: not eligible (INCL01)")

    coordinator.says("/verdict")

    assert not any(label.startswith("↩ Undo") for label in coordinator.labels())
