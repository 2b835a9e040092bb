"""What holds for every subject, tried on subjects that nobody thought of."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ectrial.facts import Facts
from ectrial.quantity import Quantity
from ectrial.trial.facts_file import read_facts, write_value
from ectrial.trial.verdict import Verdict, assess
from ectrial.truth import Truth
from ectrial.vocabulary import Item
from tests.ectrial.subjects import (
    MAN,
    SAMPLES,
    TODAY,
    TRIAL,
    WOMAN,
    amount,
    failing,
    judge,
    truth,
    unresolved,
    varied,
)
from tests.tables import of_each

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
ITEMS = TRIAL.vocabulary
NAMES = sorted(ITEMS)
CRITERIA = [criterion.id for criterion in TRIAL.criteria]
COMPARATORS = st.sampled_from(["=", "=", "=", "<", "<=", ">", ">="])
LIMITS = ["1", "2", "2.8", "4", "6", "9", "15", "20", "60", "90", "100", "1.5", "2000", "10000"]
BASES = [MAN, WOMAN, *(case["facts"] for case in SAMPLES["cases"][:40:5]), {}]


def numbers(item: Item) -> st.SearchStrategy[dict[str, Any]]:
    """Possible numbers, often at a limit of the trial."""
    digits = st.decimals(0, 20000, places=2, allow_nan=False)
    value = st.one_of(st.sampled_from(LIMITS), digits.map(str))
    if item.whole:
        value = st.integers(0, 12).map(str)
    written = st.builds(amount, value, st.sampled_from(sorted(item.units)), COMPARATORS)
    return written.filter(lambda raw: is_readable(item, raw))


def is_readable(item: Item, raw: Any) -> bool:
    try:
        item.read(raw)
    except ValueError:
        return False
    return True


def values(item: Item) -> st.SearchStrategy[Any]:
    """Every answer that is known: no absence, and no judgement (see `JUDGED`)."""
    if item.kind == "quantity":
        return numbers(item)
    if item.kind == "multichoice":
        return st.lists(st.sampled_from(sorted(item.options)), unique=True)
    return st.sampled_from(sorted(item.options) or ["no", "yes"])


def answers(item: Item) -> st.SearchStrategy[Any]:
    """Every answer at all; None is not asked."""
    words = sorted(word for word in item.words if not item.options or word not in item.options)
    return st.one_of(values(item), st.sampled_from([None, *words]))


@st.composite
def subjects(draw: st.DrawFn) -> dict[str, Any]:
    """One of the sample subjects, or nobody, with a few answers changed."""
    changed = draw(st.lists(st.sampled_from(NAMES), max_size=8, unique=True))
    changes = {name: draw(answers(ITEMS[name])) for name in changed}
    return varied(changes, draw(st.sampled_from(BASES)))


@st.composite
def judged_subjects(draw: st.DrawFn) -> dict[str, Any]:
    """A subject of whom some criteria were answered as a whole."""
    some = st.dictionaries(
        st.sampled_from(CRITERIA), st.sampled_from(["yes", "no", "unknown"]), max_size=4
    )
    return {**draw(subjects()), **draw(some)}


# Learning more never reverses what is settled, but for these.

REVERSED_BY_DESIGN: Mapping[str, frozenset[str]] = {
    # derived: a measured clearance replaces the estimate that stood in for it
    "creatinine_clearance": frozenset({"derive_crcl"}),
    # derived: numbers of HCV RNA replace the word that stood in for them
    "hcv_rna": frozenset({"hcv_rna_above_lower_limit"}),
    "hcv_rna_lower_limit": frozenset({"hcv_rna_above_lower_limit"}),
    # not_applicable counts as no until the subject turns out to be a woman (facts.md)
    "sex": frozenset({"pregnant", "lactating"}),
    # hbv_dna_second: another result replaces the inference, and either one excludes
    "hbv_dna_second": frozenset({"hbv_dna"}),
}


def is_reversible(raw: Mapping[str, Any], learned: str) -> bool:
    """Whether the documents say that learning this may turn a result."""
    rests_on = REVERSED_BY_DESIGN.get(learned, frozenset())
    if learned == "sex":
        return any(raw.get(name) == "not_applicable" for name in rests_on)
    return any(raw.get(name) not in (None, "unknown") for name in rests_on)


@st.composite
def lessons(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A subject, and the same one with one unknown or unasked item learned.

    Not drawn: judgements of whole criteria (JUDGED: a result of the rule beats them), `not_done`
    for what was unknown (it lets hepatitis be inferred until a result comes), and the derived
    items above.
    """
    before = draw(subjects())
    open_names = [name for name in NAMES if before.get(name, "unknown") == "unknown"]
    assume(open_names)
    learned = draw(st.sampled_from(open_names))
    assume(not is_reversible(before, learned))
    return before, {**before, learned: draw(values(ITEMS[learned]))}


def is_contradicted(verdict: Verdict) -> bool:
    return any(found.contradicted for found in verdict.findings)


@given(lessons())
def test_learning_more_never_reverses_a_settled_verdict(
    lesson: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    before, after = (judge(raw) for raw in lesson)
    assume(not is_contradicted(after))  # contradictions: two values that cannot both be true

    for old, new in zip(before.findings, after.findings, strict=True):
        assert old.truth in (U, new.truth) or old.contradicted, old.criterion.id
    if before.outcome != "undetermined" and not is_contradicted(before):
        assert after.outcome == before.outcome


REVERSALS = [
    ("judgement", {"hiv": "unknown", "EXCL10": "no"}, {"hiv": "positive"}, "EXCL10"),
    (
        "derived",
        {
            "creatinine": amount(157, "umol/L"),
            "creatinine_clearance": "unknown",
            "derive_crcl": "cockcroft_gault_actual_weight",
            "age": amount(40, "a"),
            "weight": amount(80, "kg"),
        },
        {"creatinine_clearance": amount(45, "mL/min")},
        "INCL06F",
    ),
    (
        "hbv_dna_second",
        {"hbv_dna": amount(50, "[IU]/mL")},
        {"hbv_dna_second": amount(20000, "{copies}/mL")},
        "EXCL12",
    ),
    (
        "not_done",
        {"hbsag": "negative", "hbv_dna": "not_done"},
        {"hbv_dna": amount(5000, "[IU]/mL")},
        "EXCL12",
    ),
    (
        "rna",
        {"hcv_antibody": "positive", "hcv_rna_above_lower_limit": "no"},
        {
            "hcv_rna": amount(900, "[IU]/mL"),
            "hcv_rna_lower_limit": amount(15, "[IU]/mL"),
        },
        "EXCL12",
    ),
    ("contradiction", {"pregnant": "unknown"}, {"pregnant": "yes"}, "EXCL09"),
    ("not_applicable", {"sex": "unknown"}, {"sex": "female"}, "EXCL09"),
]


@of_each(("name", "before", "learned", "criterion"), REVERSALS)
def test_only_the_named_exceptions_are_reversible(
    name: str, before: dict[str, Any], learned: dict[str, Any], criterion: str
) -> None:
    settled = varied(before)

    turned = {**settled, **learned}

    assert judge(settled).outcome == "eligible", name
    assert judge(turned).outcome != "eligible"
    assert [*failing(judge(turned)), *unresolved(judge(turned))] == [criterion]


# Unknown never makes anybody eligible.

NOT_DECIDING = {
    "age",  # warns only
    "creatinine_clearance",  # the creatinine is enough
    "other_malignancy_types",  # there is no other malignancy
    "pregnant",  # the subject is a man
    "lactating",  # as above
    "hbsag",  # there is a DNA result
    "hcv_rna_above_lower_limit",  # the antibody is negative
    "metastases_nonregional_lymph_nodes_only",  # stratifies only
}
DECIDING = sorted(MAN.keys() - NOT_DECIDING)
BARELY_ELIGIBLE = varied(dict.fromkeys(NOT_DECIDING))


@of_each("name", sorted(NOT_DECIDING))
def test_an_item_that_decides_nothing_may_be_unknown(name: str) -> None:
    assert judge(varied({name: None})).outcome == "eligible"
    assert judge(varied({name: "unknown"})).outcome == "eligible"


@given(st.lists(st.sampled_from(DECIDING), min_size=1, unique=True), st.data())
def test_anything_unknown_that_decides_forbids_eligible(
    names: list[str], data: st.DataObject
) -> None:
    assert judge(BARELY_ELIGIBLE).outcome == "eligible"
    gaps = {name: data.draw(st.sampled_from([None, "unknown"])) for name in names}

    verdict = judge(varied(gaps, BARELY_ELIGIBLE))

    assert verdict.outcome == "undetermined"


@given(subjects())
def test_eligible_needs_every_criterion_settled_in_favour(raw: dict[str, Any]) -> None:
    verdict = judge(raw)

    favourable = all(found.truth is found.criterion.favours for found in verdict.findings)

    assert (verdict.outcome == "eligible") is favourable


# Shape.


@given(judged_subjects())
def test_lists_are_disjoint_and_in_protocol_order(raw: dict[str, Any]) -> None:
    verdict = judge(raw)
    failed, open_ = failing(verdict), unresolved(verdict)

    assert [found.criterion.id for found in verdict.findings] == CRITERIA
    assert not set(failed) & set(open_)
    assert failed == sorted(failed, key=CRITERIA.index)
    assert open_ == sorted(open_, key=CRITERIA.index)
    assert verdict.outcome == (
        "not_eligible" if failed else "undetermined" if open_ else "eligible"
    )


@given(judged_subjects())
def test_what_a_rule_does_not_look_at_changes_nothing(raw: dict[str, Any]) -> None:
    facts = judge(raw).facts

    for criterion in TRIAL.criteria:
        rule, meets, unasked = criterion.rule, criterion.favours, criterion.unasked
        others = Facts({n: v for n, v in facts.items.items() if n not in unasked.looks_at})

        assert rule.holds(others, meets) is unasked.truth
        opened = {item.id: item for item in rule.open_items(others, meets)}
        assert tuple(opened.values()) == unasked.open_items


@given(judged_subjects())
def test_what_is_open_can_be_named_and_nothing_else(raw: dict[str, Any]) -> None:
    verdict = judge(raw)

    for found in verdict.findings:
        open_items = found.open_items(verdict.facts)

        assert found.is_unresolved or open_items == ()
        assert not found.is_unresolved or open_items != (), found.criterion.id
        assert len({item.id for item in open_items}) == len(open_items)


@given(judged_subjects(), st.randoms(use_true_random=False))
def test_the_order_of_answers_never_matters(raw: dict[str, Any], chance: Any) -> None:
    names = list(raw)
    chance.shuffle(names)

    shuffled = judge({name: raw[name] for name in names})

    assert [(f.truth, f.contradicted, f.judged) for f in shuffled.findings] == [
        (f.truth, f.contradicted, f.judged) for f in judge(raw).findings
    ]


@given(judged_subjects())
def test_asking_again_gives_the_same_verdict(raw: dict[str, Any]) -> None:
    facts = read_facts(raw, TRIAL)

    first, second = (assess(TRIAL, facts, TODAY).findings for _ in range(2))

    assert first == second


# Written and read again.


@given(subjects())
def test_facts_survive_a_round_trip_through_json(raw: dict[str, Any]) -> None:
    facts = read_facts(raw, TRIAL)

    written = json.dumps({name: write_value(value) for name, value in facts.items.items()})
    again = read_facts(json.loads(written, parse_float=Decimal), TRIAL)

    assert again == facts
    for name, value in facts.items.items():
        assert str(again.items[name]) == str(value)
        assert type(again.items[name]) is type(value)


# Exact arithmetic.


@pytest.mark.parametrize(
    ("item", "times", "unit"), [("total_bilirubin", "1.5", "umol/L"), ("alt", "2.5", "U/L")]
)
def test_every_upper_limit_times_its_multiple_is_exact(item: str, times: str, unit: str) -> None:
    (rule,) = [
        leaf.rule
        for leaf in TRIAL.criterion_by_id["INCL06E"].leaves
        if next(leaf.rule.items()).id == item
    ]
    misjudged = []

    for hundredths in range(1, 1500):
        limit = Decimal(hundredths) / 100
        at = limit * Decimal(times)
        over = at + Decimal(1).scaleb(int(at.as_tuple().exponent))
        pair = [
            rule.holds(
                Facts({item: Quantity(value, unit), f"{item}_uln": Quantity(limit, unit)}), T
            )
            for value in (at, over)
        ]
        if pair != [T, F]:
            misjudged.append(limit)

    assert misjudged == []


@given(
    st.decimals("0.01", "14.99", places=2),
    st.sampled_from(["mg/dL", "umol/L"]),
    st.sampled_from(["mg/dL", "umol/L"]),
)
@example(Decimal("1.2"), "mg/dL", "mg/dL")
def test_units_may_differ_without_losing_exactness(
    limit: Decimal, unit: str, limit_unit: str
) -> None:
    per_mg = Decimal("17.1")
    at = limit * Decimal("1.5")
    if unit != limit_unit:
        limit *= per_mg if unit == "mg/dL" else 1
        at = at if unit == "mg/dL" else at * per_mg
    facts = [
        Facts(
            {
                "total_bilirubin": Quantity(value, unit),
                "total_bilirubin_uln": Quantity(limit, limit_unit),
                "alt": ITEMS["alt"].read("meets"),
                "ast": ITEMS["ast"].read("meets"),
                "alp": ITEMS["alp"].read("meets"),
            }
        )
        for value in (at, at + Decimal("0.00001"))
    ]

    truths = [TRIAL.criterion_by_id["INCL06E"].rule.holds(known, T) for known in facts]

    assert truths == [T, F]


@given(st.decimals("0.001", "30", places=3))
def test_hemoglobin_in_two_units_has_one_verdict(grams: Decimal) -> None:
    assume(Decimal(2) <= grams <= Decimal(26))

    per_decilitre = truth({"hemoglobin": amount(grams, "g/dL")}, "INCL06C")
    per_litre = truth({"hemoglobin": amount(grams * 10, "g/L")}, "INCL06C")
    in_millimoles = truth({"hemoglobin": amount(grams * Decimal("0.6206"), "mmol/L")}, "INCL06C")

    assert per_decilitre is per_litre is in_millimoles is (T if grams >= 9 else F)
