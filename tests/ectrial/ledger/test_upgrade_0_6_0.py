"""A record that version 0.6.0 wrote goes on in this one, with all that its team had open."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from ectrial.ledger.ledger import Ledger
from tests.older_records import open_here, over, plainly
from tests.version_0_6_0 import (
    ADDS_UP_TO,
    COLLEAGUE,
    INVESTIGATOR,
    PRINCIPAL,
    write_record,
)

READERS = {COLLEAGUE: "coordinator", PRINCIPAL: "principal"}


@pytest.fixture
def upgraded(path: Path) -> Iterator[Ledger]:
    with open_here(write_record(path)) as ledger:
        yield ledger


def held(now: Any, kept: Any) -> None:
    """Hold that all that was kept is as it was; this version may only add to it."""
    found = plainly({"": now})[""]
    if isinstance(kept, list):
        assert [over(each, old) for each, old in zip(found, kept, strict=True)] == found
    else:
        assert over(found, kept) == found


def test_the_team_has_what_it_had_open(upgraded: Ledger) -> None:
    members = [each for each in upgraded.team().members.values() if each.person < 100]
    enrolled = [each for each in range(1, 400) if upgraded.enrolments.of(each)]

    held([asdict(each) for each in members], ADDS_UP_TO["team"])
    held([asdict(each) for each in upgraded.open_queries()], ADDS_UP_TO["open_queries"])
    held([asdict(each) for each in upgraded.asked_to_sign(INVESTIGATOR)], ADDS_UP_TO["to_sign"])
    held(asdict(upgraded.shifts()), ADDS_UP_TO["shifts"])
    assert enrolled == ADDS_UP_TO["enrolled"]


def test_notes_and_shares_and_referrals_are_as_they_were(upgraded: Ledger) -> None:
    notes, shares, referrals = upgraded.notes(), upgraded.shares(), upgraded.referrals()

    for person, role in READERS.items():
        seen = [asdict(each) for each in notes.seen_by(person, role)]
        held(seen, ADDS_UP_TO["notes"][str(person)])
    held([asdict(each) for each in shares.by_seq.values()], ADDS_UP_TO["shares"])
    for name in ("waiting", "accepted", "settled"):
        found = sorted(getattr(referrals, name).items())
        held([[*id_, asdict(each)] for id_, each in found], ADDS_UP_TO["referrals"][name])
    numbers = [[*id_, each] for id_, each in sorted(referrals.enrolled.items())]
    assert numbers == ADDS_UP_TO["referrals"]["enrolled"]
