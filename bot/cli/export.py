"""`ectrial export`: a paper of a trial as a file, for the site or for the sponsor."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from bot.cli.endings import end
from bot.cli.given_choice import GivenChoice
from bot.cli.given_day import GivenDay
from bot.cli.given_path import GivenPath
from bot.cli.staff import asked_or_done
from bot.control.team import Asked
from bot.exit_codes import ExitCode
from bot.papers import funnel, pdf
from bot.papers.job import PaperJob
from bot.papers.making import write_paper
from bot.papers.pdf import can_print
from bot.papers.workbook import HOW_TO_INSTALL, can_write_workbooks
from bot.setup.settings import Settings, read_settings
from bot.setup.start import load_trials, open_ledger
from ectrial.ledger.errors import LedgerBusyError
from ectrial.ledger.papers import PaperSource, paper_source
from ectrial.ledger.protocol_rows import kept_in_file
from ectrial.ledger.sqlite import files, parts
from ectrial.nearest import unknown
from ectrial.record.anchors import anchor_of_trial
from ectrial.record.exports import (
    ENDINGS,
    FORMATS,
    PAPER_OF,
    RECIPIENTS,
    Export,
    Format,
    Recipient,
)
from ectrial.trial.used_versions import with_used
from ectrial.trial.versions import Trials

DAY = GivenDay()
BY_ENDING = {ending: each for each, ending in ENDINGS.items() if ending not in FORMATS}
"""The format of a file that ends otherwise than its format is called."""


@click.command("export")
@click.argument("file", type=GivenPath())
@click.option(
    "--format",
    "in_format",
    type=GivenChoice(FORMATS),
    help="Without it, as FILE's name ends: csv, xlsx, json (the log), jsonl (facts), ndjson"
    " (fhir), zip (cdisc), xml (odm), pdf (worksheet), txt and png (funnel).",
)
@click.option(
    "--for",
    "recipient",
    type=GivenChoice(RECIPIENTS),
    required=True,
    help="The sponsor gets only subjects with signed consent, and all others as counts.",
)
@click.option("--trial", help="Of one trial; without it, a file for each that has screenings.")
@click.option("--subject", metavar="CODE", help="Of one subject.")
@click.option("--from", "since", type=DAY, help="Opened on this day or later.")
@click.option("--to", "until", type=DAY, help="Opened on this day or earlier.")
def export_command(
    file: Path,
    in_format: Format | None,
    recipient: Recipient,
    trial: str | None,
    subject: str | None,
    since: datetime | None,
    until: datetime | None,
) -> None:
    """Write a paper of a trial to FILE, which must not exist yet, also while the bot is at work.

    It is the screening log (csv, xlsx, json), all of each screening (facts, fhir, odm, cdisc),
    the audit trail (trail), how many came how far (txt, png), or the worksheet of one subject
    (pdf). FILE is there whole or not at all. The record notes who took what, and for whom; the
    same record gives the same bytes. With several trials each has a file of its own, with its id
    in the name, and no file names another trial.
    """
    days = (since and since.date(), until and until.date())
    if subject is not None and not subject.strip():
        end(_no_subject("''"))
    if subject and any(days):
        end("--subject goes with neither --from nor --to")
    if since and until and since > until:
        end("--from: is after --to")
    wanted = Export(_format_of(file, in_format), recipient, 1, *days)
    if subject is None and PAPER_OF[wanted.format] == "worksheet":
        end("--subject: a worksheet is of one subject; name its code")
    if subject and PAPER_OF[wanted.format] == "funnel":
        end("--subject: a funnel counts all subjects")
    settings = read_settings()
    with suppress(LedgerBusyError):
        # checked, and brought up to date; a running bot has done that
        open_ledger(settings, "cli").close()
    trials = _trials(settings)
    for each, path in _files(settings, trials, file, trial, subject):
        _export(settings, trials, path, each, subject, wanted)


def _format_of(file: Path, given: Format | None) -> Format:
    ending = file.suffix.removeprefix(".").lower()
    found = given or BY_ENDING.get(ending, ending)
    if found not in FORMATS:
        end(f"--format: one of {', '.join(FORMATS)}")
    if found == "xlsx" and not can_write_workbooks():
        end(HOW_TO_INSTALL)
    if found == "png" and not funnel.can_draw():
        end(funnel.HOW_TO_INSTALL)
    if found == "pdf" and not can_print():
        end(pdf.HOW_TO_INSTALL)
    return found


def _trials(settings: Settings) -> Trials:
    """Give every version by which screenings of the record were judged."""
    versions, used = kept_in_file(settings.database, settings.key)
    return with_used(load_trials(settings), versions, used.__contains__)


def _files(
    settings: Settings, trials: Trials, file: Path, trial: str | None, subject: str | None
) -> Iterator[tuple[str, Path]]:
    """Give each trial that is wanted with its file; several files have the trial's id in them."""
    if trial is not None and trial not in trials.ids:
        end(f"--trial: {unknown('trial', trial, trials.ids)}")
    named = [trial] if trial else [each for each in trials.ids if _has(settings, each, subject)]
    if subject and not named:
        end(_no_subject(subject))
    names = named or [trials.ids[0]]
    for each in names:
        is_alone = len(names) == 1
        yield each, file if is_alone else file.with_stem(f"{file.stem}-{each}")


def _has(settings: Settings, trial: str, subject: str | None) -> bool:
    with paper_source(settings.database, settings.key, settings.site, trial) as source:
        return bool(source.first_of(subject) if subject else source.count())


def _export(
    settings: Settings,
    trials: Trials,
    path: Path,
    trial: str,
    subject: str | None,
    wanted: Export,
) -> None:
    record, key = settings.database, settings.key
    _refuse_place(record, path)
    with paper_source(record, key, settings.site, trial) as source, ExitStack() as held:
        export = _pinned(source, wanted, subject)
        held.enter_context(files.told_plainly(path))
        part = held.enter_context(parts.part_of(path, record))
        job = PaperJob(source, export, trials, settings.zone, settings.language)
        _refuse_without_consent(job, subject)
        in_lines = path.suffix.lower() == ".ndjson"
        try:
            number = _written(part, replace(job, in_lines=in_lines))
        except KeyboardInterrupt:
            end(f"stopped: {path} is not written, and nothing is noted", code=ExitCode.STOPPED)
        # noted before it has its name: nothing leaves that the record does not know of
        asked = Asked(action="export", trial=trial, export=export.value)
        told = asked_or_done(settings, asked)
        if told.refused:
            end(told.refused)
        parts.put_where_nothing_is(part, path)
        head = anchor_of_trial(source.head) or f"none, as nothing is recorded of {trial} yet"
    # told when the file is closed: that nobody reads it is no fault of the file
    click.echo(f"written: {path}\nscreenings read: {number}, head: {head}")


def _written(part: Path, job: PaperJob) -> int:
    """Write a paper, and show on a terminal how far it has come; how many screenings it read."""
    is_hidden = not sys.stderr.isatty()
    with click.progressbar(
        length=job.count() or 1, label="screenings", file=sys.stderr, hidden=is_hidden
    ) as shown:
        number = 0

        def passing() -> None:
            nonlocal number
            number += 1
            shown.update(1)

        write_paper(part, replace(job, passing=passing))
    return number


def _refuse_without_consent(job: PaperJob, subject: str | None) -> None:
    """Refuse a sponsor every paper of one subject whose signed consent does not stand."""
    if subject and job.export.recipient == "sponsor" and not job.stands(subject):
        end(f"--subject: no signed consent of {subject} stands; for the sponsor only with one")


def _refuse_place(record: Path, path: Path) -> None:
    ours = {files.beside(record.resolve(), suffix) for suffix in files.OURS}
    if path.resolve() in ours:
        end(f"{path} is the record's own place; give another file")
    if path.exists() or path.is_symlink():
        end(f"{path} is there already, and no file is written over; give another")
    if not path.parent.is_dir():
        end(f"there is no folder {path.parent}")


def _no_subject(subject: str) -> str:
    code, _, number = subject.partition("/")
    if number.isdecimal():
        return f"--subject: give the code of the subject alone: {code}"
    return f"--subject: there is no screening of {subject}"


def _pinned(source: PaperSource, wanted: Export, subject: str | None) -> Export:
    """Give the export as it is noted: of the record as it is now, of one subject by number."""
    of = source.first_of(subject) if subject else None
    if subject and of is None:
        end(_no_subject(subject))
    return Export(wanted.format, wanted.recipient, source.upto, wanted.since, wanted.until, of)
