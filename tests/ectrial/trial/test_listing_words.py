"""Words of the listing: clauses to tap, and what is typed is found only where it stands."""

from ectrial.trial.listing_words import clauses, find, found_in
from ectrial.trial.versions import shipped
from tests.tables import of_each

TRIAL = shipped().default
TEXT = "ANC ≥ 1.5×10⁹/L (as printed), and anti-PD1 treatment"


def test_every_clause_stands_where_it_is_said_to_and_none_is_lost() -> None:
    for criterion in TRIAL.criteria:
        text = criterion.verbatim
        parts = [text[begin:end] for begin, end in clauses(text)]

        assert parts
        assert all(find(text, part) for part in parts)
        left = text
        for part in parts:
            left = left.replace(part, "", 1)
        assert set(left) <= set(" ,;:.")


@of_each(
    ("typed", "found"),
    [
        ("≥ 1.5×10⁹/L", "≥ 1.5×10⁹/L"),
        ("  anti-pd1\ntreatment. ", "anti-PD1 treatment"),
        ("「as printed」", "as printed"),
        ("(as", "(as"),
        *(("reat", None), ("AN", None), ("", None), ("…", None), (".*", None)),
        *(("anti-PD1 treatment was", None), ("a " * 2000, None)),
    ],
)
def test_typed_words_are_found_letter_by_letter(typed: str, found: str | None) -> None:
    span = find(TEXT, typed)

    assert (span and TEXT[span[0] : span[1]]) == found


def test_criterion_at_hand_is_looked_at_first() -> None:
    shared = "the function of important organs"

    assert found_in(TRIAL, shared) == ("INCL06A", (0, 32))
    assert found_in(TRIAL, shared, "INCL06C") == ("INCL06C", (0, 32))
    assert found_in(TRIAL, "no such words") is None
