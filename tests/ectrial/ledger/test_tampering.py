"""What becomes of each kind of tampering: found, found against heads noted elsewhere, or said."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.errors import LedgerError
from ectrial.ledger.sqlite.driver import connect_read_only, in_plain_words
from ectrial.record.anchors import Anchor
from tests.ectrial.ledger import kinds_of_team_tampering as team
from tests.ectrial.ledger.deeds import Deed
from tests.ectrial.ledger.kinds_of_tampering import BY_HEADS, FOUND, NOT_FOUND
from tests.ectrial.ledger.owner import found, rewrite, write_record
from tests.ectrial.ledger.random_edits import edit_of
from tests.ectrial.ledger.samples import open_ledger
from tests.tables import of_each

TOLD = (Path(__file__).parents[3] / "docs/tampering.md").read_text("utf-8")
TEAM_DEEDS = {**team.BY_HEADS, **team.NOT_FOUND}
SAID = [*BY_HEADS, *NOT_FOUND, *TEAM_DEEDS]
SHARP, ALL = range(0, 160, 10), range(160)


class Victim:
    """A record, and the heads of it that were noted elsewhere."""

    def __init__(self, folder: Path, write: Callable[[Path], list[Anchor]] = write_record) -> None:
        self.whole = folder / "record.db"
        self.heads = write(self.whole)

    def after(self, deed: Deed, folder: Path) -> Path:
        """Give a copy of the record after the deed."""
        path = Path(shutil.copy(self.whole, folder / "tampered.db"))
        deed(path)
        return path


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Victim:
    return Victim(tmp_path_factory.mktemp("victim"))


def looked_at(path: Path, heads: list[Anchor]) -> tuple[list[str], list[str]]:
    try:
        return found(path, heads)
    except LedgerError as error:
        return [str(error)], []


def test_there_are_as_many_kinds_as_were_tried_from_outside() -> None:
    assert len(FOUND) + len(BY_HEADS) + len(NOT_FOUND) >= 52


def test_an_untouched_record_is_whole_with_all_heads(victim: Victim, tmp_path: Path) -> None:
    for with_care in (False, True):
        path = Path(shutil.copy(victim.whole, tmp_path / "same.db"))
        rewrite(path, lambda _: None, with_care=with_care)

        assert found(path, victim.heads) == ([], [])


@of_each("deed", FOUND.values(), ids=FOUND)
def test_it_is_found(victim: Victim, tmp_path: Path, deed: Deed) -> None:
    path = victim.after(deed, tmp_path)

    alone, _ = looked_at(path, victim.heads)

    assert alone


@of_each("deed", BY_HEADS.values(), ids=BY_HEADS)
def test_it_is_found_against_heads_noted_elsewhere(
    victim: Victim, tmp_path: Path, deed: Deed
) -> None:
    path = victim.after(deed, tmp_path)

    alone, against = looked_at(path, victim.heads)

    assert alone == []
    assert against
    # the start knows no heads
    open_ledger(path).close()


@of_each("deed", NOT_FOUND.values(), ids=NOT_FOUND)
def test_it_is_not_found(victim: Victim, tmp_path: Path, deed: Deed) -> None:
    path = victim.after(deed, tmp_path)

    assert looked_at(path, victim.heads) == ([], [])


@pytest.fixture(scope="module")
def at_work(tmp_path_factory: pytest.TempPathFactory) -> Victim:
    """A record of a team at work."""
    return Victim(tmp_path_factory.mktemp("team"), team.write_record)


@of_each("deed", team.FOUND.values(), ids=team.FOUND)
def test_it_is_found_in_what_a_team_does(at_work: Victim, tmp_path: Path, deed: Deed) -> None:
    path = at_work.after(deed, tmp_path)

    alone, _ = looked_at(path, at_work.heads)

    assert alone


@of_each(
    ("deed", "shows"),
    [
        *((each, True) for each in team.BY_HEADS.values()),
        *((each, False) for each in team.NOT_FOUND.values()),
    ],
    ids=TEAM_DEEDS,
)
def test_what_a_team_does_is_found_against_heads_or_not(
    at_work: Victim, tmp_path: Path, deed: Deed, shows: bool
) -> None:
    path = at_work.after(deed, tmp_path)

    alone, against = looked_at(path, at_work.heads)

    assert (alone, bool(against)) == ([], shows)
    open_ledger(path).close()


@of_each("name", SAID)
def test_what_verify_does_not_find_by_itself_is_said(name: str) -> None:
    assert f"- {name}" in TOLD.splitlines()


def test_nothing_is_said_that_was_not_tried() -> None:
    said = {line.removeprefix("- ") for line in TOLD.splitlines() if line.startswith("- ")}

    assert said == {*SAID}


@pytest.mark.parametrize(
    "number", [*SHARP, *(pytest.param(n, marks=pytest.mark.long) for n in ALL if n not in SHARP)]
)
def test_no_random_edit_stays_silent(victim: Victim, tmp_path: Path, number: int) -> None:
    edit, with_care = edit_of(number)

    path = victim.after(lambda path: rewrite(path, edit, with_care=with_care), tmp_path)

    alone, against = looked_at(path, victim.heads)
    assert alone or against
    assert with_care or alone


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(deed, marks=pytest.mark.long) if "of an entry" in name else deed
        for name, deed in FOUND.items()
    ],
    ids=FOUND,
)
def test_a_start_refuses_it_or_leaves_every_entry(
    victim: Victim, tmp_path: Path, deed: Deed
) -> None:
    path = victim.after(deed, tmp_path)
    before, entries = path.read_bytes(), entries_in(path)

    try:
        open_ledger(path).close()
    except LedgerError:
        assert path.read_bytes() == before
    else:
        assert entries_in(path) == entries


def entries_in(path: Path) -> list[tuple[object, ...]]:
    try:
        with closing(connect_read_only(path)) as connection, in_plain_words():
            return connection.execute("SELECT * FROM entries ORDER BY seq").fetchall()
    except LedgerError:
        return []
