"""Edits of the entries that chance picks: one to three of them, with the skill to link or not."""

from collections.abc import Callable
from random import Random  # noqa: TID251 - drawn from a seed
from typing import Any

from ectrial.ledger.tables.chain import link
from ectrial.ledger.tables.rows import COLUMNS
from tests.ectrial.ledger.deeds import NUMBERS
from tests.ectrial.ledger.owner import Edit, Rows

# the table takes no JSON that is broken, as `introduces` would be after such an edit
FIXED = ("seq", "introduces", "prev_hash", "hash")
CELLS = tuple(each for each in COLUMNS if each not in FIXED)
VALUES = ('"no"', '"yes"', '"x"', "7", "[]")

Change = Callable[[Random, Rows], object]


def cell(chance: Random, rows: Rows) -> None:
    row, name = chance.choice(rows), chance.choice(CELLS)
    row[name] = other(chance, name, row[name])


def cell_hashed_anew(chance: Random, rows: Rows) -> None:
    row, name = chance.choice(rows[:-1]), chance.choice(CELLS)
    row[name] = other(chance, name, row[name])
    row["hash"] = link(row)


def other(chance: Random, name: str, present: Any) -> Any:
    if name in NUMBERS:
        return (present or 0) + chance.randint(1, 9)
    if name == "value":
        return chance.choice([each for each in VALUES if each != present])
    return f"{present or ''}{chance.choice('abc0 ')}"


def deletion(chance: Random, rows: Rows) -> None:
    rows.pop(chance.randrange(len(rows)))


def swap(chance: Random, rows: Rows) -> None:
    one, two = chance.sample(range(len(rows)), 2)
    rows[one], rows[two] = (
        {**rows[two], "seq": rows[one]["seq"]},
        {**rows[one], "seq": rows[two]["seq"]},
    )


def doubling(chance: Random, rows: Rows) -> None:
    model = chance.choice([row for row in rows if row["kind"] == "answered"])
    last = rows[-1]
    # in the middle if all is linked anew: what is linked to the end is found by nothing
    place = chance.randrange(len(rows) - 1)
    rows.insert(place, {**model, "seq": last["seq"] + 1, "prev_hash": last["hash"]})


def cut(chance: Random, rows: Rows) -> None:
    del rows[-chance.randint(1, 3) :]


CHANGES: tuple[Change, ...] = (cell, cell, cell_hashed_anew, deletion, swap, doubling, cut)


def edit_of(number: int) -> tuple[Edit, bool]:
    """Give the edit of this number, and whether it is made with care."""
    chance = Random(number)  # noqa: S311 - it picks what is edited
    changes = chance.choices(CHANGES, k=chance.randint(1, 3))
    with_care = chance.random() < 0.4

    def edit(rows: Rows) -> None:
        for change in changes:
            change(chance, rows)

    return edit, with_care
