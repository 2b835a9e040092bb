"""A slip in one word of a shipped file is told with its remedy, or changes no meaning."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ectrial.slips import FILES, SLIPS, Shipped, Slip, Token, tokens

SHARE = 110
"""So many slips are tried of each file: all of a small one, every 45th of the largest."""
JARGON = ("Input should", "Field required", "Tuple", "validation", "Extra inputs", "argument")
REMEDY = (
    "write",
    "add",
    "there are",
    "There are",
    "did you mean",
    "give",
    "must be",
    "leave",
    "such as",
    "needs",
    "is no field here",
    "disagree",
    "not in the text",
    "stands twice",
)


@pytest.fixture(scope="module")
def shipped_files(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    return Shipped(tmp_path_factory.mktemp("slips"))


def holds(files: Shipped, token: Token, slip: Slip) -> None:
    faults = files.told(token, slip)
    if faults is None:
        return
    assert faults, f"{token}: neither told nor the same"
    for fault in faults:
        said = str(fault)
        assert fault.line > 0, said
        assert not [word for word in JARGON if word in said], said
    assert any(word in fault.message for fault in faults for word in REMEDY), faults


@settings(max_examples=12)
@given(
    token=st.sampled_from(FILES).flatmap(lambda file: st.sampled_from(tokens(file))),
    slip=st.sampled_from(SLIPS),
)
def test_a_slip_in_one_word_is_told_or_changes_nothing(
    shipped_files: Shipped, token: Token, slip: Slip
) -> None:
    holds(shipped_files, token, slip)


@pytest.mark.long
@pytest.mark.parametrize("file", FILES)
def test_slips_are_told_or_change_nothing_in_each_file(shipped_files: Shipped, file: str) -> None:
    every = list(product(tokens(file), SLIPS))
    each = len(every) // SHARE | 1  # an odd step meets both slips

    for token, slip in every[::each]:
        holds(shipped_files, token, slip)
