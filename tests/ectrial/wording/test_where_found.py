"""Every place where an item is settled has a word; that each item has one, the file must say."""

from ectrial.trial.ways import WHERE
from ectrial.wording.where_found import WORDS


def test_every_place_has_a_word() -> None:
    assert set(WORDS) == set(WHERE)
