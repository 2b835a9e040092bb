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

TRIAL = click.option("--trial", metavar="ID", help="Another shipped trial, by its id.")


def trial_of(file: Path | None, shipped_as: str | None = None) -> Protocol:
    """Give the trial of a file or of an id; without either, the first that is shipped.

    Raises SourceError for a file, click.BadParameter for an id.
    """
    if file is not None and shipped_as is not None:
        raise click.UsageError("give either --protocol or --trial")
    if file is not None:
        return load_given(file)
    if shipped_as is None:
        return shipped().default
    if shipped_as not in shipped().ids:
        told = f"{unknown('trial', shipped_as, shipped().ids)}"
        raise click.BadParameter(told, param_hint="--trial")
    return shipped().current(shipped_as)
