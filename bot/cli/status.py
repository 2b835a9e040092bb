"""`ectrial status`: the state of the bot and its record, and what a person should do."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from bot.cli.counted import counted
from bot.exit_codes import ExitCode
from bot.monitoring.printable import printable
from bot.setup.settings import Settings, read_settings
from bot.setup.start import load_trials, now
from ectrial.ledger.copies.rotation import copies
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.glance import Glance, glance, room
from ectrial.ledger.protocol_rows import kept_in_file
from ectrial.ledger.sqlite.files import is_held
from ectrial.ledger.sqlite.place import SECTION, taken_away
from ectrial.record.anchors import anchor
from ectrial.trial.used_versions import PUT_ITS_FILE_BACK, changed, gone, told_gone
from ectrial.trial.versions import Trials
from ectrial.yaml_file import SourceError

SECONDS_FOR_AN_ANSWER = 5.0
MOST_OF_AN_ANSWER = 2**16
# A copy is made every hour, so at this age two copies are missing
OLDEST_BACKUP = timedelta(hours=2)
LOOK = "look at the settings and the disk; ectrial run says what to do"
PUT_BACK = f"put the file back, do not stop the bot {SECTION}"
PUT_UNDER_ANOTHER = "give the changed trial another version, or put its file back, before a start"
START_AGAIN = f"start the bot again, nothing is lost {SECTION}"


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One line of the status, and what a person should do about it, if anything."""

    about: str
    words: str
    to_do: str = ""


@click.command("status")
def status_command() -> None:
    """Show the state of the bot and its record, whether the bot runs or not.

    Exit code 0: all is well; 1: a line that begins with "do:" says what a person should do;
    2: the settings cannot be read.
    """
    settings = read_settings()
    named, faulty = _trials(settings)
    click.echo(f"ectrial {version('ectrial')}, {named}")
    lines = [*faulty, *_lines(settings, now())]
    for line in lines:
        click.echo(f"{line.about}: {line.words}")
    to_do = [line.to_do for line in lines if line.to_do]
    for words in to_do:
        click.echo(f"do: {words}")
    if to_do:
        raise SystemExit(ExitCode.BROKEN)


def _trials(settings: Settings) -> tuple[str, tuple[StatusLine, ...]]:
    """Name the trials; with a faulty file all else is still told, as it is wanted then."""
    try:
        trials = load_trials(settings)
    except SourceError as error:
        first = printable(str(error.faults[0]))
        to_do = "ectrial check on the folder ECTRIAL_PROTOCOLS tells every fault"
        return "trials cannot be read", (StatusLine("trials", first, to_do),)
    return ", ".join(trials.ids), tuple(_changed(settings, trials))


def _changed(settings: Settings, trials: Trials) -> Iterator[StatusLine]:
    """Name each file that is another than when its version was used: no start takes it."""
    if not settings.record.exists():
        return
    try:
        versions, used = kept_in_file(settings.record, settings.key)
    except LedgerError:
        return  # told as the state of the record
    for fault in changed(trials, versions, used.__contains__):
        yield StatusLine("changed", printable(str(fault)), PUT_UNDER_ANOTHER)
    for trial in gone(trials, versions, used.__contains__):
        yield StatusLine("gone", printable(told_gone(trial)), PUT_ITS_FILE_BACK)


def _lines(settings: Settings, moment: datetime) -> Iterator[StatusLine]:
    is_running = _is_running(settings)
    record = [*_record(settings, moment, is_running=is_running)]
    yield _bot(is_running=is_running, can_start=record[0].to_do == "")
    yield from record
    if settings.health_port is not None and is_running:
        yield _health(settings.health_port)
    if not settings.is_practice:
        yield _backup(settings, moment, is_running=is_running)
    yield from _disk(settings.record)


def _is_running(settings: Settings) -> bool:
    if is_held(settings.record):
        return True
    # its lock may have been taken away with the record, or with the whole folder
    is_away = not settings.record.exists()
    return (
        is_away and settings.health_port is not None and _asked(settings.health_port) is not None
    )


def _bot(*, is_running: bool, can_start: bool) -> StatusLine:
    if is_running:
        return StatusLine("bot", "running")
    to_do = "start the bot: ectrial run, or by its supervisor"
    return StatusLine("bot", "not running", to_do if can_start else "")


def _health(port: int) -> StatusLine:
    found = _asked(port)
    if found is None:
        to_do = "read the bot's log; if it stays silent, restart it"
        return StatusLine("health", f"no answer at port {port}", to_do)
    reasons = "; ".join(found["reasons"])
    if reasons:
        return StatusLine("health", reasons, "see docs/operations.md, What to watch")
    heard = found["heard_seconds_ago"]
    words = "Telegram not heard yet" if heard is None else f"Telegram heard {heard} s ago"
    return StatusLine("health", f"well, {words}")


def _asked(port: int) -> dict[str, Any] | None:
    """Ask the bot at its health port; None if nothing or another program answers."""
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS_FOR_AN_ANSWER)
    try:
        connection.request("GET", "/healthz")
        found = json.loads(connection.getresponse().read(MOST_OF_AN_ANSWER))
    except (OSError, HTTPException, ValueError):
        return None
    finally:
        connection.close()
    return found if isinstance(found, dict) and "reasons" in found else None


def _record(settings: Settings, moment: datetime, *, is_running: bool) -> Iterator[StatusLine]:
    kind = "PRACTICE, " if settings.is_practice else ""
    where = f"{settings.record} ({kind}{'' if settings.key else 'not '}encrypted)"
    away = taken_away(settings.record)
    if not settings.record.exists():
        words = "there is none, but a bot still has it open" if is_running else "there is none"
        yield StatusLine("record", f"{where}, {words}", PUT_BACK if is_running else LOOK)
        return
    if away == settings.record:
        words = "this is not the file that the running bot has open"
        yield StatusLine("record", f"{where}, {words}", PUT_BACK)
        return
    if away is not None:
        yield StatusLine("record", f"{where}, {away} was removed, moved or replaced", START_AGAIN)
        return
    try:
        found = glance(settings.record, settings.key)
    except LedgerError as error:
        to_do = "ectrial verify, then docs/operations.md, When the bot does not start"
        yield StatusLine("record", f"{where}, {error}", to_do)
        return
    yield StatusLine("record", where)
    yield from _contents(found, moment)
    yield from _elsewhere(found, settings.site)


def _contents(found: Glance, moment: datetime) -> Iterator[StatusLine]:
    by_status = ", ".join(f"{count} {status}" for status, count in found.screenings.items())
    yield StatusLine("screenings", by_status)
    yield StatusLine("head", anchor(found.head))
    yield StatusLine("last entry", _time(found.last_at, moment))
    if found.started is not None:
        when = _time(found.started.at_utc, moment)
        yield StatusLine("last start", f"{when}, version {found.started.said.value['version']}")


def _elsewhere(found: Glance, site: str) -> Iterator[StatusLine]:
    """Give lines on screenings of other sites, which often come from a changed site name."""
    for other, count in found.sites.items():
        if other != site:
            to_do = f"if {other} is this site, set ECTRIAL_SITE back to it"
            which = f"of the site {other}"
            number = counted(count, f"screening {which} is", f"screenings {which} are")
            yield StatusLine("site", f"{number} not listed", to_do)


def _backup(settings: Settings, moment: datetime, *, is_running: bool) -> StatusLine:
    to_do = f"look for 'no backup was made' in the bot's log, and at {settings.copies}"
    try:
        made = [copy.made for copy in copies(settings.database, settings.copies)]
    except LedgerError as error:
        return StatusLine("backup", str(error), to_do)
    newest = next((each for each in made if each <= moment), None)
    is_old = newest is None or moment - newest > OLDEST_BACKUP
    # no copy is made while the bot is stopped
    return StatusLine("backup", _time(newest, moment), to_do if is_old and is_running else "")


def _disk(record: Path) -> Iterator[StatusLine]:
    try:
        free = room(record)
    except LedgerError:
        return
    words = f"{max(free, 0) / 2**30:.1f} GiB free"
    yield StatusLine("disk", words, "make room on the disk of the record" if free < 0 else "")


def _time(then: datetime | None, moment: datetime) -> str:
    """Write a time, and how long ago that was.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    >>> _time(noon, noon + timedelta(minutes=90, seconds=5))
    '2026-11-23 12:00 UTC, 1:30 h ago'
    >>> _time(None, noon)
    'none'
    """
    if then is None:
        return "none"
    minutes = round((moment - then).total_seconds()) // 60
    return f"{then:%Y-%m-%d %H:%M} UTC, {minutes // 60}:{minutes % 60:02} h ago"
