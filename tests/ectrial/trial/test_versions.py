"""Every released version stays as it was, and stands beside the others."""

from pathlib import Path

import pytest

from ectrial.trial.frozen import full_fingerprint
from ectrial.trial.versions import FROZEN, PROTOCOLS, Trials, shipped
from ectrial.yaml_file import SourceError
from tests.ectrial.trial.versions_of_sleep import STRICTER, change, freeze, release, two_versions


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(SourceError) as caught:
        Trials(folder)
    return [str(fault) for fault in caught.value.faults]


def test_every_shipped_version_is_as_it_was_released() -> None:
    released = [each for trial in shipped().ids for each in shipped().versions(trial)]

    assert released
    for each in released:
        protocol = shipped().of(each.trial, each.version, each.fingerprint)
        assert protocol is not None
        assert (protocol.id, protocol.version) == (each.trial, each.version)
        assert protocol.fingerprint == each.fingerprint
        assert full_fingerprint(PROTOCOLS / each.folder) == each.full_fingerprint


def test_version_1_bears_the_fingerprint_that_records_hold() -> None:
    fingerprint = "8a034a27ea8df51702437e5ea3622ae8517a2c92ad511f0b99bc04ee7f15b975"

    assert shipped().of("EC-CRT-003", "1", fingerprint) is not None


def test_every_folder_of_a_version_is_in_the_table() -> None:
    released = {each.folder for trial in shipped().ids for each in shipped().versions(trial)}

    found = {path.parent.relative_to(PROTOCOLS) for path in PROTOCOLS.rglob("protocol.yaml")}

    assert {path.as_posix() for path in found} == released


def test_versions_stand_side_by_side(tmp_path: Path) -> None:
    trials = two_versions(tmp_path, STRICTER)
    old, new = trials.versions("SLEEP-1")

    both = [trials.of(each.trial, each.version, each.fingerprint) for each in (old, new)]

    assert [protocol and protocol.version for protocol in both] == ["1", "2"]
    assert trials.current("SLEEP-1") is trials.default is both[1]
    assert trials.of("SLEEP-1", "1", new.fingerprint) is None
    assert trials.of("SLEEP-2", "1", old.fingerprint) is None


def test_version_for_activation_alone_is_what_no_site_begins_with(tmp_path: Path) -> None:
    two_versions(tmp_path, STRICTER)
    with (tmp_path / FROZEN).open("a", encoding="utf-8") as table:
        table.write("    on_activation: true\n")

    trials = Trials(tmp_path)

    first, second = trials.versions("SLEEP-1")
    current, newest = trials.current("SLEEP-1"), trials.after(trials.current("SLEEP-1"))
    assert newest is not None
    assert (current.version, newest.version) == ("1", "2")
    assert trials.in_use("SLEEP-1", None, None) is current
    assert trials.in_use("SLEEP-1", None, (first.version, first.fingerprint)) is current
    assert trials.in_use("SLEEP-1", (second.version, second.fingerprint), None) is newest
    assert trials.folders_of_items[0] == tmp_path / first.folder / "items"


def test_a_trial_that_is_not_shipped_has_no_current_version(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="'SLEEP-2'"):
        two_versions(tmp_path).current("SLEEP-2")


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("sleep/1/protocol.yaml", "sleep/1/protocol.yaml:1: SLEEP-1: version 1 was changed"),
        ("sleep/1/items/sleep.yaml", "sleep/1/items:1: SLEEP-1: version 1 was changed"),
    ],
)
def test_a_changed_file_is_told_by_its_name(tmp_path: Path, file: str, told: str) -> None:
    two_versions(tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as text:
        text.write("# one more word\n")

    (fault,) = faults_of(tmp_path)

    assert fault.startswith(told)


def test_a_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    two_versions(tmp_path)
    (tmp_path / "sleep/2/protocol.yaml").unlink()

    (fault,) = faults_of(tmp_path)

    assert fault.startswith("sleep/2/protocol.yaml:1: SLEEP-1: version 2 is missing")


@pytest.mark.parametrize("name", ["another.yaml", "sleep.yaml"])
def test_items_added_or_taken_away_are_found(tmp_path: Path, name: str) -> None:
    two_versions(tmp_path)
    file = tmp_path / "sleep/1/items" / name
    if file.exists():
        file.unlink()
    else:
        file.write_text("", "utf-8")

    assert len(faults_of(tmp_path)) == 1


def test_faults_of_all_versions_are_told_at_once(tmp_path: Path) -> None:
    two_versions(tmp_path)
    for version in ("1", "2"):
        change(tmp_path / f"sleep/{version}/protocol.yaml", "sample_days: 7", "sample_days: 8")

    assert len(faults_of(tmp_path)) == 2


def test_without_its_table_nothing_is_shipped(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == [f"{FROZEN}:1: is missing"]


def test_a_table_with_a_fault_is_told_with_its_line(tmp_path: Path) -> None:
    two_versions(tmp_path)
    change(tmp_path / FROZEN, '    version: "2"\n', "")

    (fault,) = faults_of(tmp_path)

    assert fault.startswith(f"{FROZEN}:7: ")


def test_a_released_version_with_a_fault_in_it_is_told_when_read(tmp_path: Path) -> None:
    release(tmp_path, "1", ("unit: h}", "unit: furlong}"))
    trials = Trials(tmp_path)

    with pytest.raises(SourceError, match="furlong"):
        _ = trials.default


def test_each_version_is_read_once(tmp_path: Path) -> None:
    trials = two_versions(tmp_path)

    assert trials.default is trials.default


def test_a_version_released_twice_is_refused(tmp_path: Path) -> None:
    two_versions(tmp_path)
    freeze(tmp_path, "2")

    (fault,) = faults_of(tmp_path)

    assert "stands twice" in fault
