"""`ectrial import`: a site's present list into the record, all of it or nothing."""

import sys
from contextlib import suppress
from pathlib import Path

import click

from bot.cli.counted import counted
from bot.cli.endings import end
from bot.cli.given_path import GivenPath
from bot.cli.staff import asked_or_done, done
from bot.control.brought import MOST_BESIDE_A_BOT, Brought
from bot.control.team import Asked, Told
from bot.imports.csv_rows import TableError
from bot.imports.maps import MapError, mapping
from bot.imports.plan import Plan
from bot.imports.plans import Said, plan_of
from bot.imports.worlds import world_of
from bot.monitoring.printable import printable
from bot.setup.settings import Settings, read_settings
from bot.setup.start import load_trials, open_ledger, with_versions_used
from conversations.turn import World
from ectrial import given_file
from ectrial.given_file import UnusableFileError
from ectrial.ledger.beside import lists_beside, refuse_practice
from ectrial.ledger.errors import LedgerBusyError, MixedWorldsError
from ectrial.ledger.protocol_rows import kept_in_file
from ectrial.nearest import unknown
from ectrial.record.anchors import anchor_of_trial
from ectrial.record.subjects import ScreeningId
from ectrial.trial.facts_file import FactsError
from ectrial.trial.used_versions import with_used
from ectrial.trial.versions import Trials

MOST_FAULTS = 200
BUSY = "so many are not recorded beside a bot at work: stop it, import, and start it again"


@click.command("import")
@click.argument("file", type=GivenPath(must_be_there=True))
@click.option("--trial", default="", help="Of which trial, if there are several.")
@click.option(
    "--map",
    "said",
    metavar="TITLE=ITEM",
    multiple=True,
    help="What a column is, by its title or letter: an item, perhaps with a unit (WBC=wbc 10*9/L);"
    " the day of its sample (wbc.date) or of all (sampled); the code (subject); or - for nothing.",
)
@click.option(
    "--map-file", type=GivenPath(must_be_there=True), help="The same, a line for each column."
)
@click.option("--sheet", help="Which sheet of a workbook, if several hold something.")
@click.option("--dry-run", is_flag=True, help="Show all that would be recorded, and end.")
@click.option("--yes", is_flag=True, help="Record without being asked.")
def import_command(
    file: Path,
    trial: str,
    said: tuple[str, ...],
    map_file: Path | None,
    sheet: str | None,
    *,
    dry_run: bool,
    yes: bool,
) -> None:
    """Screen the subjects of FILE: a list as CSV or XLSX, or facts (docs/facts.md) as JSON.

    A FHIR R4 Bundle (or NDJSON) gives labs of subjects that are on file, by LOINC and UCUM.

    How each column is read is shown first, then every fault by row and column; with one fault
    nothing is recorded. Nothing that tells who a patient is may stand in FILE, and subjects that
    are on file are not written over. An empty cell says nothing. The bot may be at work.
    """
    settings = read_settings()
    try:
        data = given_file.whole(file)
        columns = mapping(said, map_file)
    except (UnusableFileError, MapError, UnicodeDecodeError) as error:
        end(printable(str(error)))
    trials = _trials(settings)
    chosen = trial or trials.ids[0]
    if chosen not in trials.ids:
        end(f"--trial: {unknown('trial', chosen, trials.ids)}")
    with lists_beside(settings.database, settings.key, settings.site) as lists:
        world = world_of(settings, trials, lists, chosen)
        try:
            plan = plan_of(world, file, data, Said(columns, sheet, _passing))
        except (TableError, FactsError) as error:
            end(printable(f"{file.name}: {error}"))
    _show(plan, is_dry=dry_run)
    if not dry_run:
        _record(settings, world, plan, is_asked=not yes)


def _passing(number: int, of: int) -> None:
    """Show on a terminal how far a long list has come."""
    if sys.stderr.isatty():
        end_of_line = number == of
        click.echo(f"\rsubjects: {number} of {of}", err=True, nl=end_of_line)


def _trials(settings: Settings) -> Trials:
    """Give the trials, with the versions that the record has; a bot at work has checked it."""
    with suppress(LedgerBusyError), open_ledger(settings, "cli") as ledger:
        return with_versions_used(load_trials(settings), ledger)
    # a bot at work may be one of practice
    _refuse_practice(settings)
    versions, used = kept_in_file(settings.database, settings.key)
    return with_used(load_trials(settings), versions, used.__contains__)


def _refuse_practice(settings: Settings) -> None:
    try:
        refuse_practice(settings.database, settings.key)
    except MixedWorldsError as error:
        end(printable(f"ECTRIAL_DATABASE: {error}"))


def _show(plan: Plan, *, is_dry: bool) -> None:
    """Show how a file was read; end with its faults, if there are any."""
    for line in plan.told:
        click.echo(printable(line))
    for fault in plan.rare:
        click.echo(printable(f"look at {fault}"))
    if plan.faults:
        more = len(plan.faults) - MOST_FAULTS
        told = [printable(str(each)) for each in plan.faults[:MOST_FAULTS]]
        end(*told, *([f"and {more} more"] if more > 0 else []), "nothing was recorded")
    if is_dry:
        for each in plan.opened:
            click.echo(f"{_name(each.case.id)}: {each.outcome}")
    for outcome, count in plan.outcomes().items():
        click.echo(f"{outcome}: {count}")
    if is_dry:
        click.echo("nothing was recorded: this was a dry run")


def _name(id_: ScreeningId) -> str:
    return id_.subject if id_.episode == 1 else id_.name


def _record(settings: Settings, world: World, plan: Plan, *, is_asked: bool) -> None:
    trial = world.trial.id
    what = counted(plan.import_.subjects, "subject", "subjects")
    if is_asked and not click.confirm(f"Record {what} in {trial}?"):
        end("nothing was recorded")
    brought = Brought(world.today, plan.entries(trial), plan.lasts())
    zone = settings.timezone
    asked = Asked(action="import", trial=trial, zone=zone, brought=brought.packed())
    told = _told(settings, asked, len(brought.entries))
    if told.refused:
        end(told.refused, "nothing was recorded")
    with lists_beside(settings.database, settings.key, settings.site) as lists:
        head = anchor_of_trial(lists.of(trial).hash_of_trial())
    click.echo(f"recorded: {what}, head: {head}")


def _told(settings: Settings, asked: Asked, number: int) -> Told:
    """Have a bot at work record it, or do it in the file; of very many only the latter."""
    if number <= MOST_BESIDE_A_BOT:
        return asked_or_done(settings, asked)
    try:
        return done(settings, asked)
    except LedgerBusyError:
        end(BUSY)
