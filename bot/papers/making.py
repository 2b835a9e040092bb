"""Makes a paper in its format: lines of bytes where that can be, a file where a library wants one.

A new format is a line in `LINES`: a function that gives the bytes of a job, in constant memory.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import tzinfo
from functools import partial
from pathlib import Path

from bot.papers.cdisc import cdisc_zip
from bot.papers.fhir import fhir_lines
from bot.papers.funnel import can_draw, funnel_lines, funnel_png
from bot.papers.job import PaperJob
from bot.papers.odm import odm_xml
from bot.papers.progress import Progress
from bot.papers.scratch import spool_beside
from bot.papers.trail import trail_lines
from bot.papers.workbook import can_write_workbooks, write_workbook
from bot.papers.worksheet import worksheet_pdf
from ectrial.ledger.papers import Papers
from ectrial.papers.facts_lines import facts_lines, or_none
from ectrial.papers.log_formats import log_csv, log_json
from ectrial.record.exports import Export, Format, name_of
from ectrial.text import Language
from ectrial.trial.versions import Trials

Lines = Callable[[PaperJob], Iterator[bytes]]
ON_THE_CARD: tuple[Format, ...] = (
    "csv",
    "xlsx",
    "json",
    "fhir",
    "cdisc",
    "odm",
    "trail",
    "facts",
)
"""The formats of *As a file*; the funnel and the worksheet have cards of their own."""


def _csv(job: PaperJob) -> Iterator[bytes]:
    return log_csv(job.rows())


def _json(job: PaperJob) -> Iterator[bytes]:
    return log_json(job.rows())


def _facts(job: PaperJob) -> Iterator[bytes]:
    return or_none(
        facts_lines(job.files()), job.study, job.source.head, is_practice=job.is_practice
    )


LINES: dict[Format, Lines] = {
    "csv": _csv,
    "json": _json,
    "facts": _facts,
    "trail": trail_lines,
    "txt": funnel_lines,
    "png": funnel_png,
    "cdisc": cdisc_zip,
    "fhir": fhir_lines,
    "pdf": worksheet_pdf,
    "odm": odm_xml,
}
"""The formats that are lines of bytes; a workbook is not."""


def bytes_of(
    papers: Papers, trial: str, export: Export, zone: tzinfo, trials: Trials, language: Language
) -> bytes:
    """Make a paper that is short, such as a worksheet or a picture, whole in memory.

    LedgerError if the record cannot be read.
    """
    with papers(trial, export.upto) as source:
        job = PaperJob(source, export, trials, zone, language)
        return b"".join(LINES[export.format](job))


def offered() -> tuple[tuple[Format, ...], tuple[Format, ...]]:
    """Give the formats of *As a file* that can be had here, and all that lack a library."""
    can: Mapping[Format, bool] = {"xlsx": can_write_workbooks(), "png": can_draw()}
    lacking = tuple(each for each, is_there in can.items() if not is_there)
    return tuple(each for each in ON_THE_CARD if each not in lacking), lacking


def write_in(
    folder: Path,
    papers: Papers,
    trial: str,
    export: Export,
    zone: tzinfo,
    trials: Trials,
    language: Language,
    progress: Progress,
) -> Path:
    """Write a paper into a folder of its own, and give its path; nothing of it is held in memory.

    StoppedError once it is not wanted any more, LedgerError or OSError if it cannot be made.
    """
    with papers(trial, export.upto) as source:
        job = PaperJob(
            *(source, export, trials, zone, language, progress.passing),
            in_lines=True,
            look=progress.look,
        )
        progress.total = job.count()
        path = folder / name_of(export, trial)
        write_paper(path, job)
        return path


def write_paper(path: Path, job: PaperJob) -> None:
    """Write a paper to a path while it is wanted; OSError if the disk does not take it."""
    if job.export.format == "xlsx":
        write_workbook(path, job.rows(), job.look)
        return
    with path.open("wb") as file:
        for line in LINES[job.export.format](replace(job, spool=partial(spool_beside, path))):
            job.look()
            file.write(line)
