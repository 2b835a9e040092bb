"""The record of each older version: it adds up to the same, and the copy made before verifies."""

from pathlib import Path
from types import ModuleType

import pytest

from ectrial.ledger.copies.rotation import copies, folder_of
from ectrial.ledger.protocol_rows import kept_in_file
from ectrial.ledger.verify import entries_of_file, verify_file
from ectrial.record.subjects import ScreeningId
from ectrial.trial.recomputation import recompute
from ectrial.trial.used_versions import with_used
from ectrial.trial.versions import shipped
from tests import (
    version_0_1_0,
    version_0_3_0,
    version_0_4_0,
    version_0_5_0,
    version_0_6_0,
    version_0_7_0,
)
from tests.ectrial.ledger.samples import KEY
from tests.older_records import open_here

SINCE_0_3_0 = {
    "0.3.0": version_0_3_0,
    "0.4.0": version_0_4_0,
    "0.5.0": version_0_5_0,
    "0.6.0": version_0_6_0,
    "0.7.0": version_0_7_0,
}
VERSIONS = {"0.1.0": version_0_1_0, **SINCE_0_3_0}
each_version = pytest.mark.parametrize("older", VERSIONS.values(), ids=VERSIONS)


@pytest.mark.parametrize("older", SINCE_0_3_0.values(), ids=SINCE_0_3_0)
def test_it_adds_up_to_the_same(older: ModuleType, path: Path) -> None:
    adds_up_to, told = older.ADDS_UP_TO, older.as_told_there
    with open_here(older.write_record(path)) as upgraded:
        listed = upgraded.screenings(limit=999)
        kept = [ScreeningId(*each["id"]) for each in adds_up_to["screenings"]]
        screenings = [upgraded.screening(id_) for id_ in kept]
        limits = upgraded.screenings_with(older.TRIAL, "total_bilirubin_uln", 50)

        assert [told(row) for row in listed] == adds_up_to["list"]
        assert [told(each) for each in screenings if each] == adds_up_to["screenings"]
        assert [list(each.id) for each in limits] == adds_up_to["latest_total_bilirubin_uln"]
        assert upgraded.next_subject(older.TRIAL, "S") == adds_up_to["next_subject"]
        assert list(upgraded.verify().head) == adds_up_to["head"]
        assert upgraded.verify().holds


@each_version
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_the_copy_made_before_still_verifies(
    older: ModuleType, path: Path, key: str | None
) -> None:
    assert verify_file(older.write_record(path, key), key).holds

    open_here(path, key).close()

    (copy,) = copies(path, folder_of(path))
    assert copy.occasion == "before-migration"
    assert list(verify_file(copy.path, key).head) == older.ADDS_UP_TO["head"]
    assert verify_file(copy.path, key).holds


@each_version
def test_every_verdict_comes_out_the_same_again(older: ModuleType, path: Path) -> None:
    open_here(older.write_record(path)).close()
    versions, used = kept_in_file(path)
    trials = with_used(shipped(), versions, used.__contains__)

    found = recompute(entries_of_file(path), trials)

    assert found.same > 0
    assert (found.not_shipped, found.wrong, found.unreadable) == (0, (), ())
