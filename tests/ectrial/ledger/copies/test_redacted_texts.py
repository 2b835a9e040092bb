"""Free texts and printed names are taken out as codes are, and what stands on them still holds."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ectrial.ledger.copies.backup import back_up
from ectrial.ledger.copies.restore import restore
from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Author, Chat, Ledger
from ectrial.ledger.verify import redactions_of_file, verify_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from tests.blank_record import blank
from tests.ectrial.ledger.copies.redacting import redacted, spoken_in, wish
from tests.ectrial.ledger.samples import KEY, NURSE, TRIAL, called, open_ledger, opened

NAME, TOLD, SAID = "Li Wei 李伟", "given by Mr Zhang, too late", "see the chart"
DOCTOR = Author(9, "principal")
HASH = "0" * 64
NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)


def deviated(text: str, of: str = "S-001/1") -> NewEntry:
    return NewEntry(Kind.DEVIATION, TRIAL, called(of), value={"day": "2026-11-20"}, text=text)


def record(path: Path, key: str | None = None) -> Path:
    """Record a colleague by name, who signs, and texts about two subjects."""
    added = NewEntry(Kind.STAFF_ADDED, TRIAL, item="9", value="principal", text=NAME)
    asked = {"why": "pending", "assignee": 9, "due": None}
    query = NewEntry(Kind.QUERY_OPENED, TRIAL, called("S-001/1"), "hiv", asked, text=TOLD)
    value = {"meaning": "eligible", "hash": HASH, "day": "2026-11-20"}
    signed = NewEntry(Kind.SIGNED, TRIAL, called("S-002/1"), value=value, text=NAME)
    draft = {"place": {"place": "invited", "name": NAME}}
    with open_ledger(blank(path, key=key), key=key) as ledger:
        ledger.append([added, opened("S-001"), opened("S-002")], NURSE)
        ledger.append([query, deviated(TOLD), deviated(SAID), deviated(SAID, "S-002/1")], NURSE)
        ledger.append([signed], DOCTOR, chat=Chat(9, focus=draft))
    return path


def told(ledger: Ledger, of: str) -> list[str]:
    screening = ledger.screening(called(of))
    return [each.what for each in screening.deviations] if screening else []


@pytest.mark.parametrize("key", [None, KEY])
def test_text_is_gone_from_each_byte_and_read_as_a_placeholder(
    path: Path, key: str | None
) -> None:
    record(path, key)

    done = redacted(path, wish(TOLD, is_text=True), key)

    assert spoken_in(path.parent, TOLD) == []
    assert done.code.startswith("REDACTED-")
    with open_ledger(path, key=key) as ledger:
        assert told(ledger, "S-001/1") == [done.code, SAID]
        screening = ledger.screening(called("S-001/1"))
        assert screening is not None
        assert screening.queries["hiv"].thread[0].text == done.code
        assert ledger.verify().holds
    assert redactions_of_file(path, key)[0].is_text


def test_signature_still_verifies_without_the_printed_name(path: Path) -> None:
    done = redacted(record(path), wish(NAME, is_text=True))

    assert spoken_in(path.parent, "Li Wei") == []
    with open_ledger(path) as ledger:
        screening = ledger.screening(called("S-002/1"))
        assert screening is not None
        (signature,) = screening.signatures
        assert (signature.name, signature.hash, signature.actor) == (done.code, HASH, 9)
        assert ledger.team().members[9].name == done.code
        assert [chat.focus for chat in ledger.chats()] == [None]
        assert ledger.verify().holds


def test_text_is_no_subject_before_and_after(path: Path) -> None:
    redacted(record(path), wish(TOLD, is_text=True))

    with open_ledger(path) as ledger:
        assert ledger.count_screenings() == 2
        assert ledger.next_subject(TRIAL, "S") == "S-003"
    with pytest.raises(RefusedError, match="does not hold this text"):
        redacted(path, wish(TOLD, is_text=True))
    with pytest.raises(RefusedError, match="does not hold this code"):
        redacted(path, wish(SAID))


def test_texts_go_with_the_answers_of_a_subject_but_for_those_of_others(path: Path) -> None:
    redacted(record(path), wish("S-001", with_answers=True))

    assert spoken_in(path.parent, TOLD) == []
    with open_ledger(path) as ledger:
        assert told(ledger, "S-002/1") == [SAID]
        assert ledger.team().members[9].name == NAME
        assert ledger.verify().holds
        ledger.append([deviated(TOLD, "S-002/1")], NURSE)
        assert told(ledger, "S-002/1") == [SAID, TOLD]
        assert ledger.verify().holds


def test_each_redaction_tells_whether_it_was_of_a_text(path: Path) -> None:
    redacted(record(path), wish("S-001", with_answers=True))
    redacted(path, wish(NAME, is_text=True))

    assert verify_file(path).holds
    assert [each.is_text for each in redactions_of_file(path)] == [False, True]
    assert redactions_of_file(path)[1].rows == ()


@pytest.mark.parametrize("whole", [False, True], ids=["the text", "all of the subject"])
def test_copy_that_is_restored_is_redacted_again(path: Path, tmp_path: Path, whole: bool) -> None:
    back_up(record(path), tmp_path / "copy.db")
    redacted(path, wish("S-001", with_answers=True) if whole else wish(TOLD, is_text=True))
    with open_ledger(path) as ledger:
        before = told(ledger, "S-001/1")

    restored = restore(tmp_path / "copy.db", path, NOW)

    assert (restored.redacted_again, restored.unknown) == (1, "")
    assert TOLD.encode() not in path.read_bytes()
    with open_ledger(path) as ledger:
        assert told(ledger, "S-001/1") == before
        assert ledger.verify().holds


def test_site_and_trial_of_a_text_are_those_of_its_entry(path: Path) -> None:
    record(path)

    with pytest.raises(RefusedError):
        redacted(path, wish(TOLD, site="elsewhere", is_text=True))

    with open_ledger(path) as ledger:
        screening = ScreeningId(ledger.site, TRIAL, "S-001", 1)
        assert told(ledger, screening.name) == [TOLD, SAID]


def test_number_of_an_enrolled_subject_is_gone_and_the_slot_stays_filled(path: Path) -> None:
    value = {"what": "enrolled", "day": "2026-11-20", "why": None, "verdict": "eligible"}
    enrolled = NewEntry(Kind.PARTICIPATION, TRIAL, called("S-001/1"), value=value, text="01-0312")
    with open_ledger(record(path)) as ledger:
        ledger.append([enrolled], NURSE)

    done = redacted(path, wish("01-0312", is_text=True))

    assert spoken_in(path.parent, "01-0312") == []
    with open_ledger(path) as ledger:
        assert ledger.referrals().enrolled == {called("S-001/1"): done.code}
        assert ledger.verify().holds
