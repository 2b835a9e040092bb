"""A table hides nothing: each of its cases is tried, and each that fails is named."""

from pathlib import Path

import pytest

from tests.tables import of_each


def test_each_case_is_tried_and_each_that_fails_is_named() -> None:
    tried = []

    @of_each("number, word", [(1, "one"), (2, "three"), (3, "four")], ids=str)
    @of_each("end", ["!"])
    def fits(number: int, word: str, end: str) -> None:
        tried.append(number)
        assert word + end == {1: "one!", 2: "two!", 3: "three!"}[number]

    with pytest.raises(ExceptionGroup, match="2 of 3 cases") as failed:
        fits()

    assert tried == [1, 2, 3]
    notes = [note for error in failed.value.exceptions for note in error.__notes__]
    assert [note for note in notes if "three" in note or "four" in note] == [
        "in the case 1: (2, 'three')",
        "in the case 2: (3, 'four')",
    ]


def test_case_that_raises_nothing_where_it_must_is_named() -> None:
    @of_each("number", ["1", "no number"])
    def refused(number: str) -> None:
        with pytest.raises(ValueError, match="invalid"):
            int(number)

    with pytest.raises(AssertionError, match="in the case 0: '1': DID NOT RAISE"):
        refused()


@of_each("name", ["a", "b"])
def test_each_case_has_a_folder_of_its_own(tmp_path: Path, name: str) -> None:
    assert list(tmp_path.iterdir()) == []

    (tmp_path / name).touch()
