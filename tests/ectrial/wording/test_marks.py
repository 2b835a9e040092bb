"""One place chooses the mark that the reader sees."""

import pytest

from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth
from ectrial.wording.marks import Mark, mark_of


@pytest.mark.parametrize(
    ("truth", "favours", "expected"),
    [
        (TRUE, TRUE, Mark.MET),
        (FALSE, TRUE, Mark.NOT_MET),
        (TRUE, FALSE, Mark.NOT_MET),
        (FALSE, FALSE, Mark.MET),
        (UNKNOWN, TRUE, Mark.OPEN),
        (UNKNOWN, FALSE, Mark.OPEN),
    ],
)
def test_a_mark_says_what_a_truth_means_for_entry(
    truth: Truth, favours: Truth, expected: Mark
) -> None:
    assert mark_of(truth, favours) is expected
