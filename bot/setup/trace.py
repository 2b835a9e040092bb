"""What every start of the bot leaves in the record: what it runs with, and its administrators."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import ectrial.labs
from bot.setup.settings import Settings
from bot.setup.start import CannotServeError, Prepared
from conversations.approval import Approval
from ectrial.fingerprints import fingerprints
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.ledger import Author
from ectrial.record.entries import Kind, NewEntry
from ectrial.trial.versions import Trials

# The bot acts for nobody when it starts; it has no Telegram number of a person
PROCESS = Author(0, "bot")
LABS = Path(ectrial.labs.__file__).parent


def leave_trace(prepared: Prepared, admins: frozenset[int]) -> None:
    """Record the start and each administrator added or removed since the last one."""
    trial, ledger = prepared.trial, prepared.ledger
    started = NewEntry(
        Kind.STARTED,
        trial.id,
        value=_started(prepared, admins),
        protocol_version=trial.version,
        protocol_hash=trial.fingerprint,
    )
    try:
        changes = _changes(trial.id, ledger.administrators(), admins)
        ledger.append([started, *changes], PROCESS)
    except LedgerError as error:
        raise CannotServeError(f"the start cannot be recorded: {error}") from None


def _changes(trial: str, before: frozenset[int], now: frozenset[int]) -> Iterator[NewEntry]:
    for person in sorted(before - now):
        yield NewEntry(Kind.ADMIN_REMOVED, trial, item=str(person))
    for person in sorted(now - before):
        yield NewEntry(Kind.ADMIN_ADDED, trial, item=str(person))


def _started(prepared: Prepared, admins: frozenset[int]) -> dict[str, Any]:
    return {
        "version": version("ectrial"),
        "site": prepared.ledger.site,
        "zone": prepared.settings.timezone,
        "admins": sorted(admins),
        "approval": _approval(prepared.settings.approval),
        "settings": told(prepared.settings),
        "files": files(prepared.trials, prepared.settings.protocols),
    }


def told(settings: Settings) -> dict[str, Any]:
    """Give the settings that decide how the bot works, named one by one: never a secret.

    Of addresses only the host is told, as the rest may be secret.
    """
    codes = settings.subject_codes
    return {
        "database": str(settings.record),
        "encrypted": settings.key is not None,
        "takes_codes": bool(settings.pepper),
        "backups": str(settings.copies),
        "api": urlsplit(settings.api_url).hostname,
        "updates": "webhook" if settings.webhook_url else "polling",
        "language": settings.language,
        "subject_codes": f"{codes.example} {codes.pattern.pattern}" if codes.pattern else "",
        "units": dict(settings.units),
        "protocols": str(settings.protocols or ""),
        "country": settings.country,
        "quiet": settings.quiet,
        "digest": settings.digest,
        "logs": settings.logs,
        "health_port": settings.health_port,
    }


def files(trials: Trials, own: Path | None = None) -> dict[str, str]:
    """Give the fingerprint of every file by which answers and labs are read and judged.

    `own` is the folder of the site's own trials.
    """
    folders = {"protocols": trials.folder, "labs": LABS}
    if own is not None:
        folders |= {f"own/{name}": own / name for name in ("protocols", "items")}
    return {
        f"{name}/{path}": fingerprint
        for name, folder in folders.items()
        for path, fingerprint in fingerprints(folder).items()
    }


def _approval(given: Approval | None) -> dict[str, str] | None:
    if given is None:
        return None
    return {
        "body": given.body,
        "number": given.number,
        "day": given.day.isoformat(),
        "covers": given.covers,
    }
