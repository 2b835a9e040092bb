"""The trial by which a command judges: that of a file, or the first of those shipped."""

from pathlib import Path

import click

from bot.cli.given_path import GivenPath
from ectrial.nearest import unknown
from ectrial.trial.given_trials import load_given
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped

PROTOCOL = click.option(
    "--protocol",
    type=GivenPath(must_be_there=True),
    help="The protocol file of another trial; its items are in the folder items beside it, or "
    "beside its folder.",
)

TRIAL = click.option(
    "--trial",
    metavar="ID",
    help="Another shipped trial by its id, or by id and version as in EC-CRT-003@3; without a "
    "version the one that a site begins with.",
)


def trial_of(file: Path | None, shipped_as: str | None = None) -> Protocol:
    """Give the trial of a file or of an id, perhaps with @ and a version; else the first shipped.

    Raises SourceError for a file, click.BadParameter for an id.
    """
    if file is not None and shipped_as is not None:
        raise click.UsageError("give either --protocol or --trial")
    if file is not None:
        return load_given(file)
    if shipped_as is None:
        return shipped().default
    id_, _, version = shipped_as.partition("@")
    if id_ not in shipped().ids:
        raise click.BadParameter(unknown("trial", id_, shipped().ids), param_hint="--trial")
    if not version:
        return shipped().current(id_)
    by_version = {each.version: each for each in shipped().versions(id_)}
    each = by_version.get(version)
    found = None if each is None else shipped().of(id_, version, each.fingerprint)
    if found is None:
        raise click.BadParameter(unknown("version", version, by_version), param_hint="--trial")
    return found
