"""A log that was asked for in a chat is made beside the record, as an export says."""

import csv
import re
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile
from zoneinfo import ZoneInfo

import pytest

from bot.papers.making import bytes_of, write_in
from bot.papers.progress import Progress, StoppedError
from bot.serving.asked_papers import AskedPapers
from bot.serving.drawing import files_of
from conversations.focus import Focus
from conversations.turn import Document, Turn
from ectrial.ledger.tables.asked_papers import AskedPaper
from ectrial.record.exports import FORMATS, PAPER_OF, Export, Format
from ectrial.record.periods import moments_of
from ectrial.trial.versions import shipped
from ectrial.wording.speech import speech
from tests.ectrial.ledger.samples import NURSE, TRIAL
from tests.ectrial.ledger.test_papers import OTHER, told

SHANGHAI = ZoneInfo("Asia/Shanghai")
UNTOLD = re.compile(rf"\b({OTHER}|{NURSE.actor})\b".encode())
"""What stands in no paper: another trial, and a number of a person."""


def test_no_turn_makes_the_file_that_it_asks_for(tmp_path: Path) -> None:
    export = Export("csv", "site", 4)
    turn = Turn(Focus(), documents=(Document("screening_log", "Log", export=export),))
    with told(tmp_path / "record.db") as ledger:
        assert (
            files_of(turn, ledger, TRIAL, SHANGHAI, speech("en"), shipped(), is_practice=False)
            == ()
        )

        AskedPapers(ledger.asked_papers).take(7, turn, TRIAL, is_practice=False)

        assert ledger.asked_papers.open() == (AskedPaper(1, 7, TRIAL, False, export.value),)


def test_a_paper_is_spooled_as_far_as_it_is_wanted(tmp_path: Path) -> None:
    progress, stopped = Progress(), Progress()
    stopped.stop()
    with told(tmp_path / "record.db") as ledger:
        given = (ledger.papers, TRIAL, Export("csv", "site", 4), SHANGHAI, shipped())

        with pytest.raises(StoppedError):
            write_in(tmp_path, *given, "en", stopped)
        path = write_in(tmp_path, *given, "en", progress)

    rows = csv.DictReader(StringIO(path.read_text("utf-8-sig"), newline=""))
    assert [row["screening_no"] for row in rows] == ["S-001", "S-002"]
    assert (path.name, progress.done, progress.total) == (f"screening_log_{TRIAL}_site.csv", 2, 2)


@pytest.mark.parametrize("in_format", FORMATS)
def test_stop_works_also_when_all_screenings_are_read(in_format: Format, tmp_path: Path) -> None:
    is_of_one = PAPER_OF[in_format] == "worksheet"
    progress = StopsWhenAllIsRead(1 if is_of_one else 2)
    with told(tmp_path / "record.db") as ledger:
        of = 1 if is_of_one else None
        given = (ledger.papers, TRIAL, Export(in_format, "site", 4, of=of), SHANGHAI, shipped())

        with pytest.raises(StoppedError):
            write_in(tmp_path, *given, "en", progress)

    assert progress.done == progress.whole


class StopsWhenAllIsRead(Progress):
    """Is stopped at the moment at which the last screening is read."""

    def __init__(self, whole: int) -> None:
        super().__init__()
        self.whole = whole

    def passing(self) -> None:
        super().passing()
        if self.done == self.whole:
            self.stop()


@pytest.mark.parametrize("in_format", FORMATS)
def test_making_leaves_nothing_beside_the_record(in_format: str, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    with told(tmp_path / "record.db") as ledger:
        before = sorted(tmp_path.iterdir())
        of = 1 if PAPER_OF[in_format] == "worksheet" else None  # type: ignore[index]
        export = Export(in_format, "site", 10**6, of=of)  # type: ignore[arg-type]

        given = (ledger.papers, TRIAL, export, SHANGHAI, shipped(), "zh")
        path = write_in(folder, *given, Progress())  # type: ignore[arg-type] # as given

        made = path.read_bytes()
        assert made
        assert [*folder.iterdir()] == [path]
        assert sorted(tmp_path.iterdir()) == before
        assert in_format in ("xlsx", "fhir") or bytes_of(*given) == made  # type: ignore[arg-type]
        assert not [*filter(None, map(UNTOLD.search, _unpacked(made)))]


def _unpacked(made: bytes) -> list[bytes]:
    """Give a paper as it is, and each file in it."""
    if not is_zipfile(BytesIO(made)):
        return [made]
    with ZipFile(BytesIO(made)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_a_period_has_the_days_of_the_site() -> None:
    since, before = moments_of(date(2026, 11, 1), date(2026, 11, 30), SHANGHAI)

    assert (since and since.isoformat()) == "2026-11-01T00:00:00+08:00"
    assert (before and before.isoformat()) == "2026-12-01T00:00:00+08:00"
