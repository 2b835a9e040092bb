"""A record that version 0.3.0 wrote, with codes in its entries, goes on by numbers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.verify import entries_of_file
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.subjects import ScreeningId
from ectrial.trial.recomputation import recompute
from ectrial.trial.versions import shipped
from tests.ectrial.ledger.samples import NURSE
from tests.older_records import open_here
from tests.version_0_3_0 import ADDS_UP_TO, NAME, SITE, TRIAL, write_record

WEIGHT = {"value": "61", "unit": "kg"}
LIMIT = {"value": "25", "unit": "umol/L"}


@pytest.fixture
def upgraded(path: Path) -> Iterator[Ledger]:
    with open_here(write_record(path)) as ledger:
        yield ledger


def of(subject: str, episode: int = 1) -> ScreeningId:
    return ScreeningId(SITE, TRIAL, subject, episode)


def answered(subject: str, item: str, value: object, source: str | None = None) -> NewEntry:
    return NewEntry(Kind.ANSWERED, TRIAL, of(subject), item, value, source=source)


def test_a_screening_goes_on_by_number_and_stays_one(path: Path) -> None:
    with open_here(write_record(path)) as upgraded:
        before = upgraded.screening(of("S-015"))
        upgraded.append([answered("S-015", "weight", WEIGHT)], NURSE)
        upgraded.append([answered("S-015", "total_bilirubin_uln", LIMIT, NAME)], NURSE)

        after = upgraded.screening(of("S-015"))
    with open_here(path) as again:
        stored = again._shared.reader.execute(
            "SELECT screening, subject, source FROM entries ORDER BY seq DESC LIMIT 2"
        ).fetchall()

        assert before is not None
        assert after is not None
        assert {*after.answers} == {*before.answers, "weight"}
        assert after.answers["total_bilirubin_uln"].source == NAME
        assert again.screening(of("S-015")) == after
        assert [row.id for row in again.screenings(limit=1)] == [of("S-015")]
        assert len(again.screenings(limit=99)) == len(ADDS_UP_TO["list"])
        assert again.verify().holds
    assert stored == [("#1/1", "#1", "#2"), ("#1/1", "#1", None)]
    assert recompute(entries_of_file(path), shipped()).wrong == ()


def test_its_latest_number_is_the_newer_one(upgraded: Ledger) -> None:
    upgraded.append([answered("S-014", "total_bilirubin_uln", LIMIT)], NURSE)

    found = upgraded.screenings_with(TRIAL, "total_bilirubin_uln", 50)

    assert [each.id.subject for each in found][:2] == ["S-014", "S-015"]
    assert len({each.id for each in found}) == len(found)


def test_a_screening_that_was_opened_by_its_code_is_not_opened_again(upgraded: Ledger) -> None:
    opened = NewEntry(Kind.OPENED, TRIAL, of("S-015"))

    with pytest.raises(RefusedError):
        upgraded.append([opened], NURSE)

    assert upgraded.append([NewEntry(Kind.OPENED, TRIAL, of("S-015", 2))], NURSE)
    assert [each.id for each in upgraded.episodes(TRIAL, "S-015")] == [of("S-015"), of("S-015", 2)]
