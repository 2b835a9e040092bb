"""Of a text that was redacted a paper says nothing; that there was one it still says."""

from dataclasses import replace

from ectrial.papers.screening_file import screening_files
from ectrial.papers.worksheet.sheet import worksheet
from ectrial.record.entries import Entry, Kind
from ectrial.record.notes import About, value_of
from ectrial.wording.speech import speech
from tests.ectrial.papers.test_screening_file import TRIALS
from tests.ectrial.papers.told import ENROLLED, WORDS, Told, log_of
from tests.ectrial.papers.whole import told_whole


def redacted(entry: Entry) -> Entry:
    text = entry.said.text and f"REDACTED-{entry.seq}"
    return replace(entry, said=replace(entry.said, text=text))


def whole() -> Told:
    told = told_whole()
    told.tells(Kind.DEVIATION, {"day": "2026-11-24"}, text="late")
    told.tells(Kind.NOTE_WRITTEN, value_of(About("screening"), "team", None), text="ours")
    told.tells(Kind.PARTICIPATION, ENROLLED, text="01-0312")
    told.entries[:] = map(redacted, told.entries)
    return told


def test_the_log_and_the_worksheet_have_no_marker_of_a_redaction() -> None:
    told = whole()
    (file,) = screening_files([tuple(told.entries)], TRIALS, WORDS)

    (row,), sheet = log_of(told), worksheet(file, speech("en"), "site")

    assert "REDACTED" not in f"{row}{sheet}{file.entries}"
    assert (row.pi_confirmed_by, row.enrolment_no) == ("coordinator", "")
    assert "text taken out" in str(sheet)
    assert sheet["deviations"] == ["Deviation already made, 2026-11-24"]
    assert len(file.entries) == len(told.entries)
