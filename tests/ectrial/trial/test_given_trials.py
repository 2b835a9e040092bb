"""Trials written by a site: their items beside them, and a fault that harms only its readers."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ectrial.trial.checking import check
from ectrial.trial.given_trials import load_given
from ectrial.trial.own_items import own_items
from ectrial.trial.versions import PROTOCOLS
from ectrial.yaml_file import MAX_BYTES, SourceError
from tests.ectrial.toy import TOY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two trials that share the items of one folder; the second asks less."""
    shutil.copytree(TOY / "items", tmp_path / "items")
    (tmp_path / "protocols").mkdir()
    shutil.copy(TOY / "sleep.yaml", tmp_path / "protocols")
    (tmp_path / "protocols" / "naps.yaml").write_text(NAPS, "utf-8")
    return tmp_path


NAPS = """
id: NAPS-1
version: "1"
study:
  title: {en: "Naps", zh: "午睡"}
  brief_title: {en: "Naps", zh: "午睡"}
  registry_id: TOY00000002
  sponsor: {en: "Nobody", zh: "无"}
  condition: {en: "Tiredness", zh: "疲劳"}
  treatment: {en: "A nap", zh: "小睡"}
  phase: {en: "Phase 0", zh: "0期"}
  site: {en: "Nowhere", zh: "无"}
  participation: [{en: "Sleep.", zh: "睡觉。"}]
sample_days: 7
criteria:
  - id: INCL01
    category: inclusion
    title: {en: "Has an own bed", zh: "有自己的床"}
    verbatim: "Own bed"
    rule: {is: bed}
  - id: INCL02
    category: inclusion
    title: {en: "White cells", zh: "白细胞"}
    verbatim: "WBC"
    rule: {at_least: {item: wbc, limit: 4, unit: 10*9/L}}
questions:
  - {id: bed, criterion: INCL01, items: [bed], asks: {en: "Own bed?", zh: "有自己的床吗？"}}
  - {id: wbc, criterion: INCL02, items: [wbc], asks: {en: "White cells?", zh: "白细胞？"}}
"""


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def naps(folder: Path) -> Path:
    return folder / "protocols" / "naps.yaml"


def test_items_that_the_folder_lacks_are_those_that_are_shipped(folder: Path) -> None:
    assert list(own_items(load_given(naps(folder)))) == ["wbc", "bed"]


def test_a_faulty_item_harms_only_the_trials_that_read_it(folder: Path) -> None:
    edit(folder / "items" / "sleep.yaml", "sleep:\n  kind: quantity", "sleep:\n  kind: quantiy")

    assert load_given(naps(folder)).id == "NAPS-1"
    with pytest.raises(SourceError) as refused:
        load_given(folder / "protocols" / "sleep.yaml")
    told = str(refused.value.faults[0])
    assert told.startswith("protocols/sleep.yaml:29: INCL01: ")
    assert "the item 'sleep' cannot be used: mend items/sleep.yaml:29: " in told


def test_a_changed_item_changes_the_trials_that_read_it_alone(folder: Path) -> None:
    before = load_given(naps(folder)).fingerprint

    edit(folder / "items" / "sleep.yaml", "hard: [0, 24]", "hard: [0, 23]")
    assert load_given(naps(folder)).fingerprint == before
    edit(folder / "items" / "sleep.yaml", 'en: "Own bed"', 'en: "A bed of their own"')
    assert load_given(naps(folder)).fingerprint != before


def test_one_check_tells_the_faults_of_items_and_of_all_protocols(folder: Path) -> None:
    edit(folder / "items" / "sleep.yaml", "kind: boolean", "kind: bool")
    edit(folder / "protocols" / "naps.yaml", "item: wbc", "item: wcb")
    edit(folder / "protocols" / "sleep.yaml", "limit: 7", "limit: seven")

    found = check([folder])

    told = "\n".join(map(str, found.faults))
    assert "items/sleep.yaml:4: snores.kind: " in told
    assert "unknown item 'wcb': did you mean wbc" in told
    assert "protocols/sleep.yaml:29: INCL01: " in told
    assert not found.protocols


def test_an_example_that_cannot_be_typed_is_told_with_its_line(folder: Path) -> None:
    items = folder / "items" / "sleep.yaml"
    shown = 'kind: quantity\n  example: {en: "7 h", zh: "7 winks"}\n  name: {en: "Sleep"'
    edit(items, 'kind: quantity\n  name: {en: "Sleep"', shown)

    found = check([folder])

    says = (
        "'7 winks' cannot be typed: write a possible number and its unit (h, min), such as '7 h'"
    )
    assert [str(each).endswith(f"sleep.example.zh: {says}") for each in found.warnings].count(
        True
    ) == 1
    assert [each.id for each in found.protocols] == ["NAPS-1", "SLEEP-1"]


def test_an_item_that_no_trial_reads_is_a_warning(folder: Path) -> None:
    found = check([folder])

    assert [each.id for each in found.protocols] == ["NAPS-1", "SLEEP-1"]
    assert not found.faults
    days = {"half_life", "holiday", "move", "new_job"}
    assert {each.subject for each in found.warnings} == {"load", "load_again", *days}


def test_a_list_that_passes_over_its_total_is_a_warning(tmp_path: Path) -> None:
    shutil.copytree(PROTOCOLS, tmp_path / "shipped")
    file = tmp_path / "shipped" / "eso-shanghai-20" / "1" / "protocol.yaml"
    total = "count: {things: metastases, total: metastasis_count, at_most: 4}"
    apart = """first_known:
        - count: {things: metastases, at_most: 4}
        - at_most: {item: metastasis_count, limit: 4, unit: "{lesion}"}"""
    edit(file, total, apart)

    (warning,) = [each for each in check([file]).warnings if each.subject == "INCL04B"]

    assert "write 'count: {things: metastases, total: metastasis_count, …}'" in warning.message
    assert file.read_text("utf-8").splitlines()[warning.line - 1].strip() == "first_known:"


def test_a_version_that_stands_in_two_files_is_a_fault(folder: Path) -> None:
    shutil.copy(naps(folder), folder / "protocols" / "copy.yaml")

    (fault,) = check([folder]).faults

    assert "version 1 stands also in protocols/copy.yaml" in str(fault)


PIECES = ("", ":", "- ", "{", "]", "\n", "\0", "yes", "1e9", "é", '"', " id: [x]\n", "&a ", "\t")


@pytest.mark.parametrize("number", range(40))
def test_whatever_a_file_holds_is_told_and_not_thrown(folder: Path, number: int) -> None:
    for file in (naps(folder), folder / "items" / "sleep.yaml"):
        text = file.read_text("utf-8")
        for edited in range(1 + number % 4):
            place = (number + 1) * 7919 * (edited + 3) % len(text)
            piece = PIECES[(number + edited) % len(PIECES)]
            text = text[:place] + piece + text[place + number % 12 :]
        file.write_text(text, "utf-8")

    check([folder])


def test_a_number_with_several_limits_is_a_warning(folder: Path) -> None:
    file = folder / "protocols" / "naps.yaml"
    high = """
  - id: EXCL01
    category: exclusion
    title: {en: "Many white cells", zh: "白细胞高"}
    verbatim: "WBC"
    rule: {above: {item: wbc, limit: 12, unit: 10*9/L}}
"""
    edit(file, "\nquestions:", f"{high}questions:")

    (warning,) = [each for each in check([file]).warnings if each.subject == "wbc"]

    assert "wbc has several limits (INCL02, EXCL01): its card takes a number" in warning.message
    assert "counts for each of them" in warning.message
    assert "items: [wbc]" in file.read_text("utf-8").splitlines()[warning.line - 1]


@pytest.mark.parametrize("place", ["protocols", "items"])
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (
            lambda file: file.write_bytes(b"#" * (MAX_BYTES + 1)),
            "put parts of it into other files",
        ),
        (os.mkfifo, "is no regular file: put the file itself there"),
        (Path.mkdir, "is no regular file: put the file itself there"),
    ],
    ids=["large", "fifo", "folder"],
)
def test_a_file_that_is_none_is_told_as_a_fault(
    make: Callable[[Path], object], says: str, place: str, folder: Path
) -> None:
    file = folder / place / "odd.yaml"
    make(file)

    (fault,) = [each for each in check([folder]).faults if each.file.endswith("odd.yaml")]
    assert says in fault.message
    if place == "protocols":
        with pytest.raises(SourceError, match=says):
            load_given(file)


@pytest.mark.parametrize("name", ["odd.yml", "odd.YAML", "odd.Yml", "odd"])
@pytest.mark.parametrize("place", ["protocols", "items"])
def test_a_file_whose_name_keeps_it_from_being_read_is_a_warning(
    place: str, name: str, folder: Path
) -> None:
    (folder / place / name).write_text("id: ODD-1", "utf-8")
    (folder / place / ".odd.yaml.swp").write_text("", "utf-8")
    (folder / place / "README").write_text("Ours.", "utf-8")

    told = [str(each) for each in check([folder]).warnings if "is not read" in each.message]
    assert told == [f"{place}/{name}:1: is not read: name it odd.yaml"]
