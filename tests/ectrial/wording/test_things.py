"""What a rule over a list found is told with the list's own words, in both languages."""

from decimal import Decimal
from typing import Any

import pytest

from ectrial.facts import Facts
from ectrial.quantity import Quantity
from ectrial.rules.language import Evidence
from ectrial.trial.versions import shipped
from ectrial.truth import TRUE
from ectrial.wording.answers import amount_words, value_words
from ectrial.wording.proofs import evidence_line
from ectrial.wording.speech import speech
from tests.ectrial.rules.test_of_things import LESIONS, listed, rule
from tests.ectrial.rules.test_totals import ITEMS as BESIDE
from tests.ectrial.rules.test_totals import rule as rule_beside
from tests.tables import of_each

FOUR = {"value": "4.2", "unit": "cm"}
TWO = listed(
    {"organ": "liver", "diameter": FOUR, "proven": "yes"}, {"organ": "lung", "proven": "no"}
)
OPEN = listed({"organ": "liver"}, {}, complete="unknown")
AT_MOST_5 = {"at_most": "5", "unit": "cm"}


def told(raw: Any, language: Any = "en") -> str:
    facts = Facts({"lesions": LESIONS.read(raw)})
    return value_words(speech(language), LESIONS, facts)


def line(written: Any, raw: Any) -> str:
    facts, read = Facts({"lesions": LESIONS.read(raw)}), rule(written)
    return str(evidence_line(speech("en"), Evidence(read, read.holds(facts, TRUE), TRUE), facts))


def test_a_list_is_told_thing_by_thing() -> None:
    assert told(TWO) == "liver, 4.2 cm, proven · lung, not proven · that is all"
    assert told(TWO, "zh") == "liver，4.2 cm，病理证实 · lung，非病理证实 · 已列全"
    assert told(OPEN) == "liver · Organ: ? · perhaps more"
    assert told(listed(complete="no")) == "there are more"
    assert told(listed()) == "none"


@of_each(
    ("written", "raw", "says"),
    [
        ({"count": {"at_most": 4}}, TWO, "Metastases: 2 (needs ≤ 4) ✓"),
        (
            {"count": {"at_most": 4}},
            OPEN,
            "Metastases: 2 or more (needs ≤ 4), list not complete ?",
        ),
        (
            {"count": {"at_least": 1, "where": {"is": "proven"}}},
            TWO,
            "Metastases, proven: 1 (needs ≥ 1) ✓",
        ),
        (
            {"groups": {"by": "organ", "at_most": 1}},
            TWO,
            "Metastases: organ, different ones: 2 (needs ≤ 1) ✗",
        ),
        (
            {"most_in_group": {"by": "organ", "at_most": 3}},
            TWO,
            "Metastases: most of one organ: 1 (needs ≤ 3) ✓",
        ),
        (
            {"largest": {"of": "diameter", **AT_MOST_5}},
            TWO,
            "Metastases: largest diameter 4.2 cm, 1 not known (needs ≤ 5 cm) ?",
        ),
        (
            {"some": {"that": {"is": "proven"}}},
            TWO,
            "Metastases: proven: 1 of 2 (needs at least one) ✓",
        ),
        (
            {"each": {"that": {"not": {"is": "proven"}}}},
            TWO,
            "Metastases: not proven: 1 of 2 (needs each one) ✗",
        ),
    ],
)
def test_a_proof_says_what_was_found_and_what_is_needed(written: Any, raw: Any, says: str) -> None:
    ((operator, operands),) = written.items()

    assert line({operator: {"things": "lesions", **operands}}, raw) == says


COUNT = {"things": "lesions", "total": "number", "at_most": 4}
MOST = {"things": "lesions", "by": "organ", "at_most": 1, "total": "most", "number": "number"}


@of_each(
    ("written", "answers", "says"),
    [
        # the list settles it: what is told beside it adds nothing
        ({"count": COUNT}, {"lesions": TWO, "number": 2}, "Metastases: 2 (needs ≤ 4) ✓"),
        (
            {"count": COUNT},
            {"lesions": OPEN, "number": 3},
            "Metastases: 2 or more (needs ≤ 4), list not complete · In all: 3 n ✓",
        ),
        (
            {"count": COUNT},
            {"lesions": TWO, "number": 1},
            f"Metastases: {told(TWO)} · In all: 1 n ?",
        ),
        (
            {"most_in_group": MOST},
            {"number": 1},
            "Metastases: most of one organ: 1 (needs ≤ 1) · In all: 1 n ✓",
        ),
        ({"most_in_group": MOST}, {}, "Metastases: not asked ?"),
    ],
)
def test_what_is_told_beside_a_list_is_shown_where_it_plays_a_part(
    written: Any, answers: dict[str, Any], says: str
) -> None:
    whole = {n: {"value": v, "unit": "n"} if type(v) is int else v for n, v in answers.items()}
    facts = Facts({name: BESIDE[name].read(value) for name, value in whole.items()})
    read = rule_beside(written)

    leaf = Evidence(read, read.holds(facts, TRUE), TRUE)

    assert str(evidence_line(speech("en"), leaf, facts)) == says


@pytest.mark.parametrize(("number", "says"), [("1", "1 lesion"), ("2", "2 lesions")])
def test_one_thing_is_no_plural(number: str, says: str) -> None:
    item = shipped().current("ESO-SHANGHAI-20").vocabulary["metastasis_count"]

    assert amount_words(speech("en"), item, Quantity(Decimal(number), item.canonical)) == says
