"""The ways to settle an item: what the file must hold, and what its author is told."""

import shutil
from pathlib import Path

import pytest

from ectrial.facts import Absence
from ectrial.text import Text
from ectrial.trial.versions import Trials, shipped
from ectrial.trial.ways import SETTLING, Way, load_ways, ways_left
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import ITEMS, TOY
from tests.ectrial.trial.versions_of_sleep import change, release, two_versions
from tests.tables import of_each

HOW = Text(en="a", zh="甲")
CHART, CARE = (
    Way(kind="chart", where="ward", how=HOW),
    Way(kind="routine_care", where="ward", how=HOW),
)
STUDY = Way(kind="study_procedure", where="ward", how=HOW)


def faults_of(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """Give the faults of the toy's file once these texts in it are changed."""
    file = folder / SETTLING
    shutil.copy(TOY / SETTLING, file)
    for old, new in changes:
        change(file, old, new)
    with pytest.raises(SourceError) as error:
        load_ways(file, [ITEMS])
    return [str(fault) for fault in error.value.faults]


def test_every_item_of_every_version_has_a_marked_way() -> None:
    trials = shipped()

    for each in trials.versions("EC-CRT-003"):
        protocol = trials.of(each.trial, each.version, each.fingerprint)
        assert protocol is not None
        assert protocol.vocabulary.keys() <= protocol.ways.keys()


def test_each_fault_of_the_file_is_told_with_its_line(tmp_path: Path) -> None:
    faults = faults_of(
        tmp_path,
        ("snores: [{kind: chart,", "snores: [{kind: charts,"),
        ("naps: [{kind: routine_care, where: ward, how", "naps: [{where: ward, how"),
        ('shift: [{kind: chart, where: ward, how: {en: "roster", zh: "排班表"}}]', "shift: []"),
        (
            'sleep: [{kind: study_procedure, where: ward, how: {en: "polysomnography", zh',
            "sleep: [{kind: study_procedure, where: ward, how: {zh",
        ),
        ("load_again:", "load_agian:"),
    )

    assert [fault.split(":")[:2] for fault in faults] == [
        [SETTLING, "2"],
        [SETTLING, "3"],
        [SETTLING, "6"],
        [SETTLING, "1"],
        [SETTLING, "4"],
        [SETTLING, "15"],
    ]
    assert "chart, routine_care, study_procedure" in faults[0]
    assert "kind: is missing" in faults[1]
    assert "load_again: no way to settle it" in faults[3]
    assert "shift: no way to settle it" in faults[4]
    assert "load_agian: no item of this name" in faults[5]


def test_a_trial_without_the_file_is_not_read(tmp_path: Path) -> None:
    release(tmp_path, "1")
    (tmp_path / "sleep" / SETTLING).unlink()

    with pytest.raises(SourceError, match=SETTLING):
        Trials(tmp_path).default  # noqa: B018 - reading is what fails


def test_ways_of_an_item_that_only_an_older_version_has_are_no_fault(tmp_path: Path) -> None:
    older = {**ITEMS, "dreams": ITEMS["bed"]}
    file = tmp_path / SETTLING
    shutil.copy(TOY / SETTLING, file)
    change(
        file,
        "bed: [",
        'dreams: [{kind: chart, where: ward, how: {en: "diary", zh: "日记"}}]\nbed: [',
    )

    assert "dreams" in load_ways(file, [ITEMS, older])

    with pytest.raises(SourceError, match="dreams"):
        load_ways(file, [ITEMS, ITEMS])


def test_all_versions_of_a_trial_share_their_ways(tmp_path: Path) -> None:
    trials = two_versions(tmp_path)
    first, second = trials.versions("SLEEP-1")

    old = trials.of(first.trial, first.version, first.fingerprint)

    assert old is not None
    assert old.ways == trials.of(second.trial, second.version, second.fingerprint).ways  # type: ignore[union-attr]
    assert old.ways["sleep"][0].kind == "study_procedure"


@of_each(
    ("ways", "answer", "left"),
    [
        ((CHART, STUDY), None, (CHART, STUDY)),
        ((CHART, STUDY), Absence.UNKNOWN, (CHART, STUDY)),
        ((CHART, STUDY), Absence.PENDING, (CHART, STUDY)),
        ((CHART, STUDY), Absence.NOT_DONE, (STUDY,)),
        ((CHART, CARE, STUDY), Absence.NOT_DONE, (CARE, STUDY)),
        ((CHART,), Absence.NOT_DONE, (CHART,)),
        ((), Absence.NOT_DONE, ()),
    ],
)
def test_a_test_not_done_has_no_report_in_the_chart(
    ways: tuple[Way, ...], answer: Absence | None, left: tuple[Way, ...]
) -> None:
    assert ways_left(ways, answer) == left
