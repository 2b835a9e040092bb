"""A card says "no number" only where that tells all: where its number has one limit."""

import re
from collections.abc import Iterator
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.places import Question
from conversations.words.read_back import read_back
from ectrial.given import all_given
from ectrial.item_files import item_of
from ectrial.quantity import Quantity
from ectrial.trial.protocol_file import read_written
from ectrial.trial.verdict import assess
from ectrial.truth import UNKNOWN
from ectrial.wording.speech import speech
from tests.conversations.paths import another
from tests.records import Dialogue

YEARS = {"a": {"base": "a", "hard": [0, 125]}, "mo": {"base": "a", "factor": "1/12"}}
GRAMS = {"g/L": {"base": "g/L", "hard": [0, 900]}, "mg/L": {"base": "g/L", "factor": "0.001"}}
PRESSURE = {"mm[Hg]": {"base": "mm[Hg]", "hard": [0, 300]}}
X = {"en": "x", "zh": "某"}
BODIES: dict[str, dict[str, Any]] = {
    "age": {"kind": "quantity", "units": YEARS},
    "bnp": {"kind": "quantity", "units": GRAMS},
    "sbp": {"kind": "quantity", "units": PRESSURE},
    "alt": {"kind": "quantity", "units": GRAMS, "uln": "alt_uln"},
    "alt_uln": {"kind": "quantity", "units": GRAMS},
    "drugs": {"kind": "quantity", "units": {"n": {"base": "n", "hard": [0, 20]}}, "whole": True},
    "af": {"kind": "boolean"},
    "sex": {"kind": "choice", "options": {"male": X, "female": X}},
}
NAMES = {name: name.upper() for name in BODIES} | {"age": "Age", "af": "AF"}
ITEMS = {
    name: item_of(name, {**body, "name": {"en": NAMES[name], "zh": name}})
    for name, body in BODIES.items()
}
STUDY = dict.fromkeys(("title", "brief_title", "sponsor", "condition", "treatment"), X)
STUDY |= {"phase": X, "site": X, "participation": [X], "registry_id": "TOY00000009"}


def man_asked(
    *rules: Any, language: int = 3, says: str = "/new S-014", without: str = "", **presets: Any
) -> Dialogue:
    """A subject in a trial with these criteria: each text is an inclusion, `!` an exclusion."""
    criteria, questions, asked = [], [], {without}
    for number, (kind, rule) in enumerate(rules, start=1):
        name = f"{kind}{number:02}"
        category = "inclusion" if kind == "INCL" else "exclusion"
        said = {"id": name, "category": category, "title": X, "verbatim": "x", "rule": rule}
        criteria.append(said)
        for item in re.findall(r"\w+", str(rule)):
            if item in BODIES and item not in {*asked, "alt_uln"}:
                asked.add(item)
                items = [item, "alt_uln"] if item == "alt" else [item]
                questions.append({"id": item, "criterion": name, "items": items, "asks": X})
                questions[-1] |= {"presets": presets[item]} if item in presets else {}
    data = {"language": str(language), "id": "TOY-9", "version": "1", "study": STUDY}
    data |= {"sample_days": 7, "criteria": criteria, "questions": questions}
    man = Dialogue(present=read_written(data, ITEMS, fingerprint="0" * 64))
    man.says(says)
    return man


def limit(sign: str, item: str, number: float, unit: str) -> dict[str, Any]:
    return {sign: {"item": item, "limit": str(number), "unit": unit}}


def numberless(man: Dialogue) -> list[str]:
    return [label for label in man.labels() if label.endswith(" · no number")]


ADULT = ("INCL", limit("at_least", "age", 18, "a"))
NOT_OLD = ("EXCL", limit("above", "age", 75, "a"))
BY_RHYTHM = {
    "cases": [
        {"if": {"is": "af"}, "then": limit("at_least", "bnp", 900, "g/L")},
        {"else": limit("at_least", "bnp", 300, "g/L")},
    ]
}
TWICE, FIVE = (
    {"at_most": {"item": "alt", "other": "alt_uln", "times": times}} for times in ("2", "5")
)
LIVER = {"cases": [{"if": {"is": "af"}, "then": FIVE}, {"else": TWICE}]}
FEW = limit("below", "drugs", 3, "n")
HIGH = {
    "any": [
        {"all": [FEW, limit("at_least", "sbp", 160, "mm[Hg]")]},
        limit("at_least", "sbp", 180, "mm[Hg]"),
    ]
}


@pytest.mark.parametrize("language", [2, 3])
def test_no_button_judges_an_age_with_two_limits(language: int) -> None:
    man = man_asked(ADULT, NOT_OLD, language=language)

    assert man.labels()[:1] == ["Not sure"]
    man.says("80 a")
    assert "⛔" in man.text()


def test_both_sides_of_one_limit_are_one_judgement() -> None:
    man = man_asked(
        ("INCL", limit("at_most", "age", 75, "a")), ("EXCL", limit("above", "age", 900, "mo"))
    )

    assert numberless(man) == ["≤ 75 a · no number", "> 75 a · no number"]
    man.taps("> 75 a · no number")
    assert {finding.is_failing for finding in man.case.verdict.findings} == {True}


@pytest.mark.parametrize("years", ["60", "80"])
def test_an_age_that_no_question_asks_is_taken_from_the_opening(years: str) -> None:
    man = man_asked(NOT_OLD, ("EXCL", {"is": "af"}), says=f"/new S-014 M {years}", without="age")

    assert ("⛔" in man.text()) is (years == "80")
    assert f"Age: {years} a" in man.text()
    man.taps("↩ Undo 2 answers")
    assert not man.case.facts.items


def test_no_preset_judges_a_number_with_two_limits() -> None:
    grown = [{"label": {"en": "Grown up", "zh": "成年"}, "sets": {"age": "meets"}}]

    assert "Grown up" not in man_asked(ADULT, NOT_OLD, age=grown).labels()
    assert "Grown up" not in man_asked(ADULT, age=grown).labels()  # the comparison says it


@pytest.mark.parametrize(
    ("rules", "said", "told"),
    [
        ((ADULT, NOT_OLD), ("60 a",), "Age 60 a ≥ 18 ✓ · ≤ 75 ✓"),
        ((ADULT, NOT_OLD), ("80 a",), "Age 80 a ≥ 18 ✓ · > 75 ✗"),
        ((ADULT, NOT_OLD), ("10 a",), "Age 10 a ≤ 75 ✓ · < 18 ✗"),
        ((ADULT, NOT_OLD), ("960 mo",), "Age 960 mo ≥ 18 a ✓ · > 75 a ✗"),
        ((("INCL", BY_RHYTHM),), ("No", "500 g/L"), "BNP 500 g/L ≥ 300 ✓"),
        ((("INCL", BY_RHYTHM),), ("Yes", "500 g/L"), "BNP 500 g/L < 900 ✗"),
        ((("INCL", BY_RHYTHM),), ("Not sure", "500 g/L"), "BNP 500 g/L < 900 · ≥ 300 ✓"),
        ((("EXCL", HIGH),), ("5 n", "170 mmHg"), "SBP 170 mmHg < 180 ✓"),
        ((("EXCL", HIGH),), ("2 n", "170 mmHg"), "SBP 170 mmHg < 180 ✓ · ≥ 160 ✗"),
        ((("EXCL", HIGH),), ("Not sure", "170 mmHg"), "SBP 170 mmHg ≥ 160 · < 180 ✓"),
        (
            (("INCL", LIVER),),
            ("Not sure", "9/4 g/L"),
            "ALT 9 g/L ≤ 5×4 = 20 ✓ · > 2×4 = 8",
        ),
    ],
)
def test_a_number_is_read_back_with_the_limits_that_concern_its_subject(
    rules: Any, said: tuple[str, ...], told: str
) -> None:
    man = man_asked(*rules)
    man.taps_or_says(*said)
    item = told.partition(" ")[0].lower()

    lines = read_back(speech("en"), man.case, all_given({item: man.case.recorded(item)}))
    assert [str(line) for line in lines] == [told]


SIGNS = ("at_least", "at_most", "above", "below")
HOLDS = {"≥": ge, "≤": le, ">": gt, "<": lt}


def rules_of(chance: Any, depth: int = 0) -> Any:
    """A rule over one number with few possible limits, so that equal ones meet."""
    any_of, inner = chance.choice, [rules_of(chance, depth + 1) for _ in range(2 - depth)]
    number = any_of(["1", "2"])
    compared = {any_of(SIGNS): {"item": "bnp", "limit": number, "unit": "g/L"}}
    in_other_unit = {any_of(SIGNS): {"item": "bnp", "limit": f"{number}000", "unit": "mg/L"}}
    between = {"between": {"item": "bnp", "low": "1", "high": "2", "unit": "g/L"}}
    condition = any_of([{"is": "af"}, {any_of(SIGNS): {"item": "bnp", "limit": 2, "unit": "g/L"}}])
    leaf = any_of([compared, compared, compared, in_other_unit, between, {"is": "af"}])
    if depth == 2 or chance.randint(0, 1):
        return leaf
    return any_of(
        [
            {any_of(["all", "any"]): inner},
            {any_of(["not", "false_if"]): inner[0]},
            {"implies": {"if": condition, "then": inner[0]}},
            {"cases": [{"if": condition, "then": inner[0]}, {"else": inner[-1]}]},
        ]
    )


def numbers_of(label: str) -> Iterator[Decimal]:
    """Numbers by what a label says, such as "≥ 2 g/L · no number"."""
    sign, number, unit = re.match(r"([≥≤><]) (\S+) (\S+) · no number", label).groups()  # type: ignore[union-attr] # it is such a label
    limit = Decimal(number) / (1000 if unit == "mg/L" else 1)
    around = (limit + Decimal(step) / 2 for step in range(-3, 5))
    yield from (each for each in around if HOLDS[sign](each, limit) and each >= 0)


@given(st.randoms(use_true_random=True))
def test_no_button_settles_what_a_number_it_speaks_of_would_not(chance: Any) -> None:
    kinds = [chance.choice(["INCL", "EXCL"]) for _ in range(chance.randint(1, 3))]
    man = man_asked(*((kind, rules_of(chance)) for kind in kinds))
    if "bnp" not in man.case.trial.question_of:
        return
    man.focus = man.focus.at(Question("bnp"))
    for label in numberless(man):
        tapped = another(man)
        tapped.taps(label)
        for answer in ({}, {"af": "yes"}, {"af": "no"}):
            facts = tapped.case.facts.with_items(answer)
            judged = assess(man.case.trial, facts, man.case.world.today).findings
            for number in numbers_of(label):
                known = facts.with_items({"bnp": Quantity(number, "g/L")})
                found = assess(man.case.trial, known, man.case.world.today).findings
                for before, after in zip(judged, found, strict=True):
                    assert before.truth in (UNKNOWN, after.truth), (label, number)
