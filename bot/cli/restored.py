"""Tells what `ectrial restore` did: what it took back, what it could not compare."""

from pathlib import Path

import click

from bot.cli.counted import counted
from ectrial.ledger.copies.redacted_since import Restored


def tell(restored: Restored, copy: Path) -> None:
    """Print the lines below the head."""
    if restored.set_aside:
        _tell_set_aside(restored, restored.set_aside, copy)
    if restored.redacted_again:
        codes = counted(restored.redacted_again, "code or text", "codes and texts")
        click.echo(f"redacted again: {codes}, as in the old record")
    if restored.unknown:
        click.echo(
            f"not known: what was redacted after the copy was made ({restored.unknown});"
            " a code that was is back: call ectrial redact again"
        )


def _tell_set_aside(restored: Restored, aside: Path, copy: Path) -> None:
    found = restored.compared
    if found is None:
        click.echo(
            "not compared: the record that was in its place cannot be read, so whether"
            f" {copy} is of the same one is not known; it is set aside in {aside}"
        )
    elif found.lost:
        which = "recorded after it" if found.is_of_one else "that it does not hold"
        lost = counted(found.lost, f"entry {which} is", f"entries {which} are")
        click.echo(f"taken back: {lost} set aside in {aside}")
