"""Over lines as a coordinator types them: what is found, and what is taken for it by mistake.

All lines are invented. The first half of each file was written before its author read the rules.
"""

from pathlib import Path
from typing import get_args

from ectrial.identifiers import Identifier, identifiers

DATA = Path(__file__).parents[1] / "data"
WITH = [
    (line.split("\t")[0], line.split("\t")[1], line.endswith("\tbeside labs"))
    for line in (DATA / "lines_with_identifiers.txt").read_text("utf-8").splitlines()
]
WITHOUT = (DATA / "lines_without_identifiers.txt").read_text("utf-8").splitlines()
MOST_FALSE = 0.01


def test_every_line_with_an_identifier_is_found_by_its_kind() -> None:
    missed = [
        f"{kind}: {line}"
        for kind, line, is_beside_labs in WITH
        if kind not in identifiers(line, is_beside_labs=is_beside_labs)
    ]

    assert not missed, f"{len(missed)} of {len(WITH)}: {missed}"
    assert len(WITH) >= 60
    assert {kind for kind, *_ in WITH} == set(get_args(Identifier))


def test_at_most_one_line_in_a_hundred_without_an_identifier_is_taken_for_one() -> None:
    taken = [f"{identifiers(line)}: {line}" for line in WITHOUT if identifiers(line)]

    assert len(taken) <= MOST_FALSE * len(WITHOUT), f"{len(taken)} of {len(WITHOUT)}: {taken}"
    assert len(set(WITHOUT)) >= 500
