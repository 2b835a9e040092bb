"""One place chooses the mark that the reader sees."""

import re

from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth
from ectrial.wording.marks import Mark, mark_of
from tests.catalogue import PACKAGES, ROOT
from tests.tables import of_each


@of_each(
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


def test_no_other_file_of_the_product_writes_a_mark() -> None:
    told = re.compile(r'"""[\s\S]*?"""|#.*')
    sources = [path for name in PACKAGES for path in (ROOT / name).rglob("*.py")]

    writing = [p.name for p in sources if re.search("[✓✗]", told.sub("", p.read_text("utf-8")))]

    assert writing == ["marks.py"]
