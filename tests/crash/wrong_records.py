"""Commands that are wrong on purpose, as some once were: a sweep must find each of them."""

import os
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from ectrial.ledger import creating, opening
from ectrial.ledger.copies import restore
from ectrial.ledger.sqlite import driver, files, parts
from ectrial.ledger.sqlite.driver import Connection


def moves_the_old_record_away_first() -> None:
    """Leave no record for a moment."""

    def moved(path: Path, _: datetime) -> None:
        if not restore.is_decided(path):
            return
        if path.exists():
            path.rename(files.beside(path, ".set-aside-20261123T090000Z"))
        files.beside(path, files.RESTORED).replace(path)

    restore.finish = moved


def leaves_the_old_log() -> None:
    """Put the copy beside the log of the record that it replaces."""

    def replaced(path: Path, _: datetime) -> None:
        if not restore.is_decided(path):
            return
        with suppress(FileExistsError):
            for suffix in ("", files.LOG):
                os.link(f"{path}{suffix}", f"{path}.set-aside-20261123T090000Z{suffix}")
        files.beside(path, files.RESTORED).replace(path)

    restore.finish = opening.finish = replaced


def only_looks_first() -> None:
    """Let a reader look at the record before anything may mend it."""
    mends = opening.connect_as_it_is

    def looks(path: Path, key: str | None = None) -> Connection:
        driver.connect_read_only(path, key).close()
        return mends(path, key)

    opening.connect_as_it_is = looks


def gives_a_copy_its_log_first() -> None:
    """Forget that it is a copy before what follows from that is done."""
    opens = opening.connect_as_it_is

    def in_use(path: Path, key: str | None = None) -> Connection:
        connection = opens(path, key)
        was_copy = driver.stands_alone(connection)
        driver.keep_log(connection)
        opening.stands_alone = lambda _: was_copy
        return connection

    opening.connect_as_it_is = in_use


def sweeps_nothing() -> None:
    """Leave what a killed process has left."""
    parts._sweep = lambda _: None


def makes_a_record_where_it_is_to_be() -> None:
    """Let a record be there before it is whole."""

    def begun(path: Path, world: str, key: str | None = None) -> None:
        files.make_folder(path.parent)
        path.touch(0o600)
        with closing(driver.connect(path, key)) as connection:
            creating.bring_up_to_date(connection)
            connection.execute("INSERT INTO world (id, name) VALUES (1, ?)", [world])

    # the command has it by name
    from bot.cli import init

    creating.create = init.create = begun


WRONG_RECORDS: Mapping[str, Callable[[], None]] = {
    mutant.__name__: mutant
    for mutant in (
        moves_the_old_record_away_first,
        leaves_the_old_log,
        only_looks_first,
        gives_a_copy_its_log_first,
        sweeps_nothing,
        makes_a_record_where_it_is_to_be,
    )
}
