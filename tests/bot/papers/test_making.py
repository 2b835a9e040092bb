"""A log that was asked for in a chat is made beside the record, as an export says."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.papers.job import moments_of
from bot.papers.making import bytes_of
from bot.serving.drawing import files_of
from conversations.focus import Focus
from conversations.turn import Document, Turn
from ectrial.record.exports import FORMATS, PAPER_OF, Export
from ectrial.trial.versions import shipped
from ectrial.wording.speech import speech
from tests.ectrial.ledger.samples import TRIAL
from tests.ectrial.ledger.test_papers import told

SHANGHAI = ZoneInfo("Asia/Shanghai")


def test_the_file_of_a_turn_is_made_when_it_is_sent(tmp_path: Path) -> None:
    with told(tmp_path / "record.db") as ledger:
        turn = Turn(
            Focus(), documents=(Document("screening_log", "Log", export=Export("csv", "site", 4)),)
        )

        (file,) = files_of(turn, ledger, TRIAL, SHANGHAI, speech("en"), shipped())

        assert (file.name, file.data) == ("screening_log_site.csv", b"")
        assert file.make is not None
        rows = csv.DictReader(StringIO(file.make().decode("utf-8-sig"), newline=""))
        assert [row["screening_no"] for row in rows] == ["S-001", "S-002"]


@pytest.mark.parametrize("in_format", FORMATS)
def test_making_leaves_nothing_beside_the_record(in_format: str, tmp_path: Path) -> None:
    with told(tmp_path / "record.db") as ledger:
        before = sorted(tmp_path.iterdir())
        of = 1 if PAPER_OF[in_format] == "worksheet" else None  # type: ignore[index]
        export = Export(in_format, "site", 9, of=of)  # type: ignore[arg-type]

        made = bytes_of(ledger.papers, TRIAL, export, SHANGHAI, shipped(), "zh", ledger.path)

        assert made

        assert sorted(tmp_path.iterdir()) == before


def test_a_period_has_the_days_of_the_site() -> None:
    export = Export("csv", "site", 1, date(2026, 11, 1), date(2026, 11, 30))

    since, before = moments_of(export, SHANGHAI)

    assert (since and since.isoformat()) == "2026-11-01T00:00:00+08:00"
    assert (before and before.isoformat()) == "2026-12-01T00:00:00+08:00"
