"""A paper that tells of nothing says of which record it does so."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from bot.papers.job import PaperJob
from bot.papers.worksheet import worksheet_pdf
from ectrial.papers.trail import COLUMNS
from ectrial.record.exports import FORMATS, Export, export_of
from ectrial.trial.versions import shipped
from tests.blank_record import blank
from tests.bot.cli.test_export import (
    REAL,
    TRIAL,
    call,
    noted,
    open_real,
    screened,
    settings,
    table,
)
from tests.bot.cli.test_import import call as run

__all__ = ["settings"]


@pytest.mark.parametrize("name", [each for each in FORMATS if each not in ("pdf", "png", "xlsx")])
def test_every_paper_without_a_subject_has_the_head_of_the_chain(name: str) -> None:
    screened("S-001")
    with open_real() as ledger, ledger.papers(TRIAL) as source:
        head = source.head

    assert call(f"a.{name}", "--for", "sponsor", "--format", name, "--trial", TRIAL).exit_code == 0

    data = Path(f"a.{name}").read_bytes()
    assert head[:12].encode() in data or name == "cdisc"
    assert b"S-001" not in data


@pytest.mark.parametrize(
    "name",
    [
        each if each in ("csv", "json") else pytest.param(each, marks=pytest.mark.long)
        for each in FORMATS
        if each != "pdf"
    ],
)
def test_a_new_record_gives_every_paper_of_nothing_and_notes_it(name: str) -> None:
    blank(REAL)

    for recipient in ("site", "sponsor"):
        result = call(f"{recipient}.{name}", "--for", recipient, "--format", name)

        assert result.exit_code == 0, result.output
        assert "screenings read: 0, head: none, as nothing is recorded of EC-CRT-003" in (
            result.output
        )
        assert Path(f"{recipient}.{name}").read_bytes()
    assert [export_of(each.said).recipient for each in noted()] == ["site", "sponsor"]
    assert run("verify").exit_code == 0


def test_a_trail_of_nothing_has_one_row_that_says_so() -> None:
    screened("S-001")

    call("a.csv", "--for", "sponsor", "--format", "trail", "--trial", TRIAL)

    (row,) = table(Path("a.csv"))
    assert [*row] == [*COLUMNS]
    assert (row["seq"], row["new"], row["subject"]) == ("0", "NONE", "")


def test_facts_of_nobody_are_read_as_no_subject() -> None:
    screened("S-001")
    call("a.jsonl", "--for", "sponsor", "--trial", TRIAL)

    for command in ("import", "assess"):
        result = run(command, "a.jsonl")
        assert result.exit_code != 0
        assert "holds no subject" in result.output


def test_a_worksheet_of_nobody_has_the_head_on_its_page() -> None:
    screened("S-001")
    with open_real() as ledger, ledger.papers(TRIAL) as source:
        of = source.first_of("S-001")
        export = Export("pdf", "sponsor", source.upto, of=of)
        job = PaperJob(source, export, shipped(), ZoneInfo("Asia/Shanghai"), "en")
        (data,) = worksheet_pdf(job)
        head = source.head

    page = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    assert f"Head of the record {head}" in page
    assert "No screening of this subject" in page
