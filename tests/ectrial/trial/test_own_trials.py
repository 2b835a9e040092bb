"""A site's folder beside the shipped trials: what its answers imply counts, and is checked."""

import shutil
from pathlib import Path

import pytest

from ectrial.item_files import IMPLIED
from ectrial.trial.checking import check
from ectrial.trial.implied import implied
from ectrial.trial.own_trials import with_own_trials
from ectrial.trial.versions import shipped
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import TOY

SNORING_IN_BED = 'in_bed: {given: {snores: "yes"}, implies: {bed: "yes"}}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with the toy trial."""
    shutil.copytree(TOY / "items", tmp_path / "items")
    (tmp_path / "protocols").mkdir()
    shutil.copy(TOY / "sleep.yaml", tmp_path / "protocols")
    return tmp_path


def test_id_of_a_shipped_trial_is_told_by_the_check_of_a_folder_as_by_the_start(
    folder: Path,
) -> None:
    file = next((folder / "protocols").glob("*.yaml"))
    file.write_text(file.read_text("utf-8").replace("id: SLEEP-1", "id: SBRT-OLIGO"), "utf-8")

    (told,) = check([folder]).faults
    with pytest.raises(SourceError) as refused:
        with_own_trials(shipped(), folder)

    assert (told.file, told.subject) == (f"protocols/{file.name}", "SBRT-OLIGO")
    assert "a shipped trial has this id" in told.message
    assert str(told) in str(refused.value)
    assert check([file]).faults == ()


def test_what_answers_of_a_sites_items_imply_counts_beside_the_shipped_table(folder: Path) -> None:
    (folder / "items" / IMPLIED).write_text(SNORING_IN_BED, "utf-8")

    table = with_own_trials(shipped(), folder).implications

    assert table[:-1] == tuple(shipped().implications)
    assert implied({"snores": "yes"}, table).facts["bed"].value == "yes"


CIRCLE = 'one: {given: {progression_after_pd1_inhibitor: "yes"}, implies: {progression: none}}\n'
JUDGED = 'one: {given: {sleep: meets}, implies: {bed: "no"}}\n'


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (SNORING_IN_BED.replace("bed:", "bde:"), "unknown item 'bde': did you mean bed"),
        (SNORING_IN_BED.replace('bed: "yes"', "bed: so"), "not an answer to bed: 'so'"),
        (JUDGED, "not an answer to sleep: 'meets'"),
        (CIRCLE, "goes round in a circle: one"),
    ],
)
def test_line_that_means_nothing_is_refused_where_it_stands(
    folder: Path, written: str, told: str
) -> None:
    (folder / "items" / IMPLIED).write_text(f"\n{written}", "utf-8")

    (fault,) = check([folder]).faults

    assert (fault.file, fault.line) == (f"items/{IMPLIED}", 2)
    assert told in fault.message
