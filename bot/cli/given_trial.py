"""The trial by which a command judges: that of a file, or the first of those shipped."""

from pathlib import Path

import click

from bot.cli.given_path import GivenPath
from ectrial.trial.given_trials import load_given
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped

PROTOCOL = click.option(
    "--protocol",
    type=GivenPath(must_be_there=True),
    help="The protocol file of another trial; its items are in the folder items beside it, or "
    "beside its folder.",
)


def trial_of(file: Path | None) -> Protocol:
    """Read the trial of a file; raises SourceError. Without a file, the shipped one."""
    return shipped().default if file is None else load_given(file)
