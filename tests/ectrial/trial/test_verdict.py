"""Verdicts of the trial: the sample cases, every threshold, and the criteria with many answers."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial
from itertools import combinations, product
from typing import Any, NamedTuple

import pytest

from ectrial.facts import Facts
from ectrial.truth import Truth
from tests.ectrial.subjects import (
    MAN,
    SAMPLES,
    TODAY,
    TRIAL,
    WOMAN,
    amount,
    failing,
    finding,
    judge,
    truth,
    unresolved,
    varied,
)
from tests.tables import of_each

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
CASES = [pytest.param(case, id=f"{case['id']} {case['title']}") for case in SAMPLES["cases"]]
ORDER = [criterion.id for criterion in TRIAL.criteria]


@of_each("case", CASES)
def test_a_sample_case_gets_its_verdict(case: dict[str, Any]) -> None:
    expected = {"stratum": None, **case["expected"]}

    verdict = judge(case["facts"])

    assert {
        "verdict": verdict.outcome,
        "failing": failing(verdict),
        "unresolved": unresolved(verdict),
        "stratum": verdict.stratum,
    } == expected


def test_nothing_known_leaves_every_criterion_unresolved() -> None:
    verdict = judge({})

    assert (verdict.outcome, failing(verdict), unresolved(verdict)) == ("undetermined", [], ORDER)


def test_one_failure_decides_however_much_is_unknown() -> None:
    verdict = judge({"thoracic_irradiation_history": "yes"})

    assert verdict.outcome == "not_eligible"
    assert failing(verdict) == ["EXCL03"]
    assert unresolved(verdict) == [name for name in ORDER if name != "EXCL03"]
    assert verdict.stratum is None


# Every threshold, in every unit: just below it, at it, just above it.


class Bound(NamedTuple):
    criterion: str
    item: str
    unit: str
    at: str
    step: str
    truths: tuple[Truth, Truth, Truth]
    beside: dict[str, Any]


FROM, OVER, UP_TO = (F, T, T), (F, F, T), (T, T, F)
COUNTS = {
    "10*9/L": "1",
    "10*3/uL": "1",
    "10*6/mL": "1",
    "/uL": "1000",
    "/mm3": "1000",
    "10*4/uL": "0.1",
}


def counted(criterion: str, item: str, limit: str) -> Iterator[Bound]:
    for unit, factor in COUNTS.items():
        at = Decimal(limit) * Decimal(factor)
        yield Bound(criterion, item, unit, str(at), "0.001", FROM, {})


def beside_limit(criterion: str, item: str, times: str, others: dict[str, Any]) -> Iterator[Bound]:
    """A value against a multiple of its upper limit, in the same unit and in a different one."""
    limits: dict[str, list[tuple[str, Any, Any, str]]] = {
        "total_bilirubin": [("umol/L", 23, 23, "umol/L"), ("mg/dL", "1.2", "20.52", "umol/L")],
        "creatinine": [
            ("umol/L", 104, 104, "umol/L"),
            ("mg/dL", "1.2", "106.08", "umol/L"),
            ("mmol/L", "0.1", 100, "umol/L"),
        ],
    }
    enzymes: list[tuple[str, Any, Any, str]] = [
        ("U/L", 40, 40, "U/L"),
        ("[IU]/L", 40, 40, "U/L"),
        ("ukat/L", "0.7", 42, "U/L"),
    ]
    for unit, limit, elsewhere, other_unit in limits.get(item, enzymes):
        at = str(Decimal(limit) * Decimal(times))
        for beyond in (amount(limit, unit), amount(elsewhere, other_unit)):
            beside = {**others, f"{item}_uln": beyond}
            yield Bound(criterion, item, unit, at, "0.0001", UP_TO, beside)
    yield Bound(criterion, item, "xULN", times, "0.0001", UP_TO, {**others, f"{item}_uln": None})


LOW_CLEARANCE = {"creatinine_clearance": amount(45, "mL/min")}
HIGH_CREATININE = {"creatinine": amount(170, "umol/L")}
ANTIBODY = {"hcv_antibody": "positive", "hcv_rna_above_lower_limit": None}
LIMIT_15 = {**ANTIBODY, "hcv_rna_lower_limit": amount(15, "[IU]/mL")}
LIMIT_KILO = {**ANTIBODY, "hcv_rna_lower_limit": amount("0.015", "k[IU]/mL")}

BOUNDS = [
    Bound("INCL01", "ecog", "{score}", "2", "1", UP_TO, {}),
    Bound("INCL04", "chemo_cycles", "{cycle}", "4", "1", FROM, {}),
    Bound("INCL04", "chemo_cycles", "{cycle}", "6", "1", UP_TO, {}),
    Bound("INCL05", "life_expectancy", "mo", "4", "0.01", OVER, {}),
    Bound("INCL05", "life_expectancy", "d", "121.75", "0.01", OVER, {}),
    *counted("INCL06A", "wbc", "4.0"),
    *counted("INCL06A", "anc", "1.5"),
    *counted("INCL06B", "platelets", "100"),
    Bound("INCL06C", "hemoglobin", "g/dL", "9", "0.01", FROM, {}),
    Bound("INCL06C", "hemoglobin", "g/L", "90", "1", FROM, {}),
    Bound("INCL06C", "hemoglobin", "mmol/L", "5.5854", "0.0001", FROM, {}),
    Bound("INCL06D", "albumin", "g/dL", "2.8", "0.01", FROM, {}),
    Bound("INCL06D", "albumin", "g/L", "28", "0.1", FROM, {}),
    *beside_limit("INCL06E", "total_bilirubin", "1.5", {}),
    *beside_limit("INCL06E", "alt", "2.5", {}),
    *beside_limit("INCL06E", "ast", "2.5", {}),
    *(
        bound._replace(at=str(Decimal(bound.at) * 3), beside={"alp_uln": amount(120, "U/L")})
        for bound in beside_limit("INCL06E", "alp", "2.5", {})
        if bound.unit in ("U/L", "[IU]/L")
    ),
    Bound("INCL06E", "alp", "ukat/L", "5", "0.01", UP_TO, {"alp_uln": amount(2, "ukat/L")}),
    Bound("INCL06E", "alp", "xULN", "2.5", "0.01", UP_TO, {"alp_uln": None}),
    *beside_limit("INCL06F", "creatinine", "1.5", LOW_CLEARANCE),
    Bound("INCL06F", "creatinine_clearance", "mL/min", "60", "0.1", OVER, HIGH_CREATININE),
    Bound("INCL06F", "creatinine_clearance", "mL/s", "1", "0.01", OVER, HIGH_CREATININE),
    Bound("EXCL12", "hbv_dna", "[IU]/mL", "2000", "1", FROM, {}),
    Bound("EXCL12", "hbv_dna", "k[IU]/mL", "2", "0.001", FROM, {}),
    Bound("EXCL12", "hbv_dna", "[IU]/L", "2000000", "1", FROM, {}),
    Bound("EXCL12", "hbv_dna", "{copies}/mL", "10000", "1", FROM, {}),
    Bound("EXCL12", "hbv_dna", "{Log_IU}/mL", "3.30", "0.01", (F, U, T), {}),
    Bound("EXCL12", "hbv_dna", "{Log_copies}/mL", "4.00", "0.01", (F, U, T), {}),
    Bound("EXCL12", "hbv_dna_second", "[IU]/mL", "2000", "1", FROM, {}),
    Bound("EXCL12", "hcv_rna", "[IU]/mL", "15", "1", OVER, LIMIT_15),
    Bound("EXCL12", "hcv_rna", "k[IU]/mL", "0.015", "0.001", OVER, LIMIT_15),
    Bound("EXCL12", "hcv_rna", "[IU]/L", "15000", "1", OVER, LIMIT_KILO),
]


@of_each("bound", BOUNDS, ids=lambda bound: " ".join(bound[1:4]))
def test_a_threshold_is_exact_in_every_unit(bound: Bound) -> None:
    at, step = Decimal(bound.at), Decimal(bound.step)

    truths = [
        truth(varied({**bound.beside, bound.item: amount(value, bound.unit)}), bound.criterion)
        for value in (at - step, at, at + step)
    ]

    assert tuple(truths) == bound.truths


@of_each(
    ("value", "unit", "expected"),
    [(17, "wk", F), (18, "wk", T), ("0.33", "a", F), ("0.34", "a", T), (122, "d", T)],
)
def test_four_months_are_the_mean_julian_ones(value: object, unit: str, expected: Truth) -> None:
    assert truth(varied({"life_expectancy": amount(value, unit)}), "INCL05") is expected


@of_each(
    ("criterion", "item", "answer", "expected"),
    [
        ("INCL01", "ecog", amount(3, "{score}", "<"), T),
        ("INCL01", "ecog", amount(2, "{score}", ">"), F),
        ("INCL01", "ecog", amount(2, "{score}", ">="), U),
        ("INCL04", "chemo_cycles", amount(4, "{cycle}", "<"), F),
        ("INCL04", "chemo_cycles", amount(6, "{cycle}", ">"), F),
        ("INCL04", "chemo_cycles", amount(4, "{cycle}", ">="), U),
        ("INCL05", "life_expectancy", amount(3, "mo", ">"), U),
        ("INCL05", "life_expectancy", amount(4, "mo", ">="), U),
        ("INCL05", "life_expectancy", amount(4, "mo", ">"), T),
        ("INCL05", "life_expectancy", amount(4, "mo", "<="), F),
        ("INCL06B", "platelets", amount(100, "10*9/L", ">="), T),
        ("INCL06B", "platelets", amount(100, "10*9/L", "<"), F),
        ("INCL06B", "platelets", amount(100, "10*9/L", "<="), U),
        ("EXCL12", "hbv_dna", amount(20, "[IU]/mL", "<"), F),
        ("EXCL12", "hbv_dna", amount(2000, "[IU]/mL", "<="), U),
        ("EXCL12", "hbv_dna", amount(2000, "[IU]/mL", ">"), T),
        ("EXCL12", "hbv_dna", amount("3.3", "{Log_IU}/mL"), U),
    ],
)
def test_a_censored_number_counts_whole(
    criterion: str, item: str, answer: Any, expected: Truth
) -> None:
    assert truth(varied({item: answer}), criterion) is expected


# Answers that are words.

DEPENDENT = {"pregnant", "lactating", "other_malignancy", "hcv_rna_above_lower_limit"}


@of_each(
    ("criterion", "item", "favourable"),
    [
        (criterion.id, item.id, "yes" if criterion.category == "inclusion" else "no")
        for criterion in TRIAL.criteria
        for item in criterion.items
        if item.kind == "boolean" and item.id not in DEPENDENT
    ],
)
def test_a_yes_or_no_decides_its_criterion(criterion: str, item: str, favourable: str) -> None:
    against = "no" if favourable == "yes" else "yes"

    well, ill, unsure, unasked = (
        judge(varied({item: answer})) for answer in (favourable, against, "unknown", None)
    )

    assert well.outcome == "eligible"
    assert failing(ill) == [criterion]
    assert unresolved(unsure) == unresolved(unasked) == [criterion]


@of_each(
    ("answer", "inclusion", "exclusion"),
    [
        ("none", T, F),
        ("confirmed_after_4_to_6_cycles", F, T),
        ("confirmed_before_4_cycles", F, F),
        ("suspected_not_confirmed", U, U),
        ("unknown", U, U),
        (None, U, U),
    ],
)
def test_progression_counts_for_two_criteria(
    answer: str | None, inclusion: Truth, exclusion: Truth
) -> None:
    raw = varied({"progression": answer})

    assert truth(raw, "INCL04") is inclusion
    assert truth(raw, "EXCL01") is exclusion


@pytest.mark.parametrize(
    ("regimen", "expected"),
    [
        ("taxane_plus_platinum", T),
        ("fluoropyrimidine_plus_platinum", T),
        ("other", F),
        ("unknown", U),
    ],
)
def test_either_platinum_doublet_is_standard(regimen: str, expected: Truth) -> None:
    assert truth(varied({"chemo_regimen": regimen}), "INCL04") is expected


# Criteria whose answers bear on each other, against tables written out here.

EXCEPTIONS = {
    "nonmelanoma_skin_cancer",
    "cervical_carcinoma_in_situ",
    "early_prostate_cancer_cured",
}
OTHERS = {"early_prostate_cancer_not_cured", "other"}
UNDECIDED = {"early_prostate_cancer_cure_unknown", "unknown_type"}
CANCERS = sorted(EXCEPTIONS | OTHERS | UNDECIDED)


def read(name: str, answer: Any) -> Any:
    return TRIAL.vocabulary[name].read(answer)


def judged_alone(criterion: str, names: list[str], answers: tuple[Any, ...]) -> Truth:
    """The finding of one criterion on answers that were read before; None is not asked."""
    facts = Facts({k: v for k, v in zip(names, answers, strict=True) if v is not None})
    rules = TRIAL.criterion_by_id[criterion]
    if any(rule.holds(facts, U) is T for rule in rules.contradictions):
        return U
    return rules.rule.holds(facts, rules.favours)


def other_cancer(has: str | None, types: Any) -> Truth:
    listed = set(types) if isinstance(types, list) else set()
    if has == "no":
        return U if listed else F
    if has != "yes" or not listed:
        return U
    if listed & OTHERS:
        return T
    return U if listed & UNDECIDED else F


def test_other_cancers_follow_the_table() -> None:
    subsets = [list(some) for n in range(8) for some in combinations(CANCERS, n)]
    names = ["other_malignancy", "other_malignancy_types"]

    for has, types in product((None, "yes", "no", "unknown"), (None, "unknown", *subsets)):
        raw = {
            name: read(name, answer)
            for name, answer in zip(names, (has, types), strict=True)
            if answer is not None
        }
        found = judged_alone("EXCL06", names, (raw.get(names[0]), raw.get(names[1])))

        assert found is other_cancer(has, types), (has, types)


def nursing(sex: str | None, pregnant: str | None, lactating: str | None) -> Truth:
    both = [pregnant, lactating]
    if sex == "male":
        return U if "yes" in both else F
    if sex == "female":
        return T if "yes" in both else F if both == ["no", "no"] else U
    return F if {pregnant, lactating} <= {"no", "not_applicable"} else U


def test_pregnancy_follows_the_table() -> None:
    names = ["sex", "pregnant", "lactating"]
    answers = (None, "yes", "no", "unknown", "not_applicable")

    for said in product((None, "male", "female", "unknown"), answers, answers):
        given = [None if a is None else read(n, a) for n, a in zip(names, said, strict=True)]

        assert judged_alone("EXCL09", names, tuple(given)) is nursing(*said), said


RESULTS: dict[str, tuple[Any, Truth | None]] = {
    "unasked": (None, None),
    "unknown": ("unknown", None),
    "meets": ("meets", F),
    "fails": ("fails", T),
    "1999 IU": (amount(1999, "[IU]/mL"), F),
    "2000 IU": (amount(2000, "[IU]/mL"), T),
    "<2000 IU": (amount(2000, "[IU]/mL", "<"), F),
    ">1000 IU": (amount(1000, "[IU]/mL", ">"), U),
    "9999 copies": (amount(9999, "{copies}/mL"), F),
    "10000 copies": (amount(10000, "{copies}/mL"), T),
    "3.30 log": (amount("3.30", "{Log_IU}/mL"), U),
}
FIRST = {
    **RESULTS,
    "not_done": ("not_done", None),
    "pending": ("pending", None),
    "not detected": ({"result": "not_detected"}, F),
}
JUDGED = ("meets", "fails")
RNA: dict[str, tuple[Any, Any, Truth]] = {
    "unasked": (None, None, U),
    "no limit": (amount(900, "[IU]/mL"), None, U),
    "no result": (None, amount(15, "[IU]/mL"), U),
    "above": (amount(16, "[IU]/mL"), amount(15, "[IU]/mL"), T),
    "at": (amount(15, "[IU]/mL"), amount(15, "[IU]/mL"), F),
    "below": (amount(15, "[IU]/mL", "<"), amount(15, "[IU]/mL"), F),
    "across": (amount(15, "[IU]/mL", ">="), amount(15, "[IU]/mL"), U),
}
WORDS = {"yes": T, "no": F, "positive": T, "negative": F}


def hepatitis_b(hbsag: str | None, first: str, second: str) -> Truth:
    both = [
        (name, found) for name, (_, found) in ((first, FIRST[first]), (second, RESULTS[second]))
    ]
    is_judged = hbsag == "negative"  # else a judgement counts as nothing
    reported = [
        found for name, found in both if found is not None and (is_judged or name not in JUDGED)
    ]
    if T in reported:
        return T
    if reported:
        return U if U in reported else F
    return F if hbsag == "negative" and first == "not_done" else U


def hepatitis_c(antibody: str | None, rna: str, word: str | None) -> Truth:
    measured = RNA[rna][2]
    level = WORDS.get(word or "", U) if measured is U else measured
    both = [WORDS.get(antibody or "", U), level]
    return F if F in both else U if U in both else T


TESTED = (None, "negative", "positive", "unknown")
BS = {each: hepatitis_b(*each) for each in product(TESTED, FIRST, RESULTS)}
CS = {each: hepatitis_c(*each) for each in product(TESTED, RNA, (None, "yes", "no", "unknown"))}


def beside_each_truth() -> Iterator[tuple[Any, Any]]:
    """Give each answer about one virus beside an answer of each truth about the other."""
    some_b, some_c = ({truth: one for one, truth in each.items()}.values() for each in (BS, CS))
    yield from product(BS, some_c)
    yield from product(some_b, CS)


@pytest.mark.parametrize(
    "pairs",
    [
        pytest.param(beside_each_truth, id="beside each truth"),
        pytest.param(partial(product, BS, CS), id="beside each answer", marks=pytest.mark.long),
    ],
)
def test_hepatitis_follows_the_table(pairs: Callable[[], Iterable[tuple[Any, Any]]]) -> None:
    names = [
        "hbsag",
        "hbv_dna",
        "hbv_dna_second",
        "hcv_antibody",
        "hcv_rna_above_lower_limit",
        "hcv_rna",
        "hcv_rna_lower_limit",
    ]
    first = {key: FIRST[key][0] and read("hbv_dna", FIRST[key][0]) for key in FIRST}
    second = {key: RESULTS[key][0] and read("hbv_dna_second", RESULTS[key][0]) for key in RESULTS}
    rna = {
        key: (
            level and read("hcv_rna", level),
            limit and read("hcv_rna_lower_limit", limit),
        )
        for key, (level, limit, _) in RNA.items()
    }

    for about_b, about_c in pairs():
        (hbsag, one, two), (antibody, level, word) = about_b, about_c
        given = (hbsag, first[one], second[two], antibody, word, *rna[level])
        b, c = BS[about_b], CS[about_c]
        expected = T if T in (b, c) else U if U in (b, c) else F
        plain = tuple(
            read(n, a) if isinstance(a, str) else a for n, a in zip(names, given, strict=True)
        )

        assert judged_alone("EXCL12", names, plain) is expected, (given, b, c)


def kleene_all(truths: list[Truth]) -> Truth:
    return F if F in truths else U if U in truths else T


@pytest.mark.parametrize("cycles", [None, "4", "3"])
def test_treatment_needs_all_of_its_parts(cycles: str | None) -> None:
    parts: dict[str, dict[str | None, Truth]] = {
        "chemo_regimen": {"taxane_plus_platinum": T, "other": F, "unknown": U, None: U},
        "anti_pd1_received": {"yes": T, "no": F, "unknown": U, None: U},
        "progression": {"none": T, "confirmed_before_4_cycles": F, "unknown": U},
    }
    counted_truth = {None: U, "4": T, "3": F}[cycles]

    for answers in product(*parts.values()):
        changes = dict(zip(parts, answers, strict=True))
        truths = [parts[name][answer] for name, answer in changes.items()]
        given = None if cycles is None else amount(cycles, "{cycle}")

        found = truth(varied({**changes, "chemo_cycles": given}), "INCL04")

        assert found is kleene_all([counted_truth, *truths]), changes


# Contradictions.


@of_each(
    ("criterion", "changes"),
    [
        ("INCL06A", {"wbc": amount(5, "10*9/L"), "anc": amount("5.1", "10*9/L")}),
        ("INCL06A", {"wbc": amount(1, "10*9/L"), "anc": amount("1.2", "10*9/L")}),
        ("EXCL06", {"other_malignancy": "no", "other_malignancy_types": ["other"]}),
        ("EXCL09", {"pregnant": "yes"}),
        ("EXCL09", {"lactating": "yes"}),
    ],
)
def test_a_contradiction_forbids_eligible(criterion: str, changes: dict[str, Any]) -> None:
    verdict = judge(varied(changes))

    assert finding(verdict, criterion).contradicted
    assert (verdict.outcome, unresolved(verdict)) == ("undetermined", [criterion])


def test_a_contradiction_turns_no_failure_of_another_criterion() -> None:
    verdict = judge(varied({"pregnant": "yes", "stage_ivb_uicc8": "no"}))

    assert verdict.outcome == "not_eligible"
    assert (failing(verdict), unresolved(verdict)) == (["INCL03"], ["EXCL09"])


def test_neutrophils_equal_to_the_whole_count_are_no_contradiction() -> None:
    same = {"wbc": amount(5, "10*9/L"), "anc": amount(5000, "/uL")}

    assert truth(varied(same), "INCL06A") is T


def test_a_contradiction_is_settled_by_its_own_values() -> None:
    verdict = judge(varied({"wbc": amount(5, "10*9/L"), "anc": amount(6, "10*9/L")}))
    found = finding(verdict, "INCL06A")

    assert [item.id for item in found.open_items(verdict.facts)] == ["anc", "wbc"]
    assert {leaf.truth for leaf in found.evidence(verdict.facts)} == {T}


def test_a_contradiction_outweighs_a_judgement_of_the_whole() -> None:
    found = finding(judge(varied({"pregnant": "yes", "EXCL09": "no"})), "EXCL09")

    assert (found.truth, found.contradicted, found.judged) == (U, True, False)


# Judgements.


@of_each("item", [i.id for i in TRIAL.vocabulary.values() if "meets" in i.words])
def test_a_judgement_settles_each_limit_on_its_quantity(item: str) -> None:
    besides: dict[str, dict[str, Any]] = {
        "creatinine": LOW_CLEARANCE,
        "creatinine_clearance": HIGH_CREATININE,
        "hcv_rna": ANTIBODY,
    }
    beside = besides.get(item, {})
    read_by = [c.id for c in TRIAL.criteria if item in {read.id for read in c.items}]
    limits = {"age", "weight", "hcv_rna_lower_limit"} | {i.uln for i in TRIAL.vocabulary.values()}
    if item in limits:
        read_by = []

    meets, fails = (judge(varied({**beside, item: word})) for word in ("meets", "fails"))

    assert read_by == [] or meets.outcome == "eligible"
    assert failing(fails) == read_by


@of_each(
    ("criterion", "item"),
    [
        ("INCL02", "escc_histologically_confirmed"),
        ("INCL06A", "anc"),
        ("EXCL04", "allergy_platinum"),
        ("EXCL12", "hbv_dna"),
    ],
)
@of_each(("word", "said"), [("yes", T), ("no", F), ("unknown", U)])
def test_a_whole_criterion_may_be_judged(
    criterion: str, item: str, word: str, said: Truth
) -> None:
    verdict = judge(varied({item: "unknown", criterion: word}))
    found = finding(verdict, criterion)

    assert found.truth is said
    assert found.judged is (said is not U)
    assert found.is_failing is (said is not U and said is not found.criterion.favours)
    assert bool(found.evidence(verdict.facts)) is (said is U)
    assert bool(found.open_items(verdict.facts)) is (said is U)


@pytest.mark.parametrize("word", ["yes", "no", "unknown"])
def test_a_definite_result_beats_a_judgement_of_the_whole(word: str) -> None:
    sure, failed = (
        finding(judge(varied({"stage_ivb_uicc8": answer, "INCL03": word})), "INCL03")
        for answer in ("yes", "no")
    )

    assert (sure.truth, sure.judged) == (T, False)
    assert (failed.truth, failed.judged) == (F, False)


def test_a_judgement_of_another_criterion_changes_nothing() -> None:
    verdict = judge(varied({"hiv": "unknown", "EXCL11": "yes"}))

    assert unresolved(verdict) == ["EXCL10"]


def test_all_criteria_judged_favourably_are_eligible() -> None:
    raw = {c.id: "yes" if c.category == "inclusion" else "no" for c in TRIAL.criteria}

    verdict = judge(raw)

    assert (verdict.outcome, verdict.stratum) == ("eligible", "unknown")
    assert all(found.judged for found in verdict.findings)


# Findings.


def test_not_applicable_is_no_for_a_man_and_open_for_a_woman() -> None:
    inapplicable = {"pregnant": "not_applicable", "lactating": "not_applicable"}

    assert truth(varied(inapplicable), "EXCL09") is F
    assert truth(varied(inapplicable, WOMAN), "EXCL09") is U
    assert truth(varied({**inapplicable, "sex": "unknown"}), "EXCL09") is F


@of_each(
    ("changes", "criterion", "open_items"),
    [
        ({"wbc": "unknown"}, "INCL06A", ["wbc"]),
        ({"alt_uln": None}, "INCL06E", ["alt_uln"]),
        ({"alt": None, "alt_uln": None, "alp": "unknown"}, "INCL06E", ["alt", "alp"]),
        (
            {"creatinine": None, "creatinine_clearance": None},
            "INCL06F",
            ["creatinine", "creatinine_clearance"],
        ),
        ({"sex": None, "pregnant": None}, "EXCL09", ["sex", "pregnant"]),
        ({"hbsag": "positive", "hbv_dna": "not_done"}, "EXCL12", ["hbv_dna"]),
        ({"hbsag": None, "hbv_dna": None}, "EXCL12", ["hbv_dna", "hbsag"]),
        ({"wbc": amount("3.9", "10*9/L"), "anc": None}, "INCL06A", []),
    ],
)
def test_what_can_settle_a_criterion_is_named_once(
    changes: dict[str, Any], criterion: str, open_items: list[str]
) -> None:
    verdict = judge(varied(changes))

    found = finding(verdict, criterion).open_items(verdict.facts)

    assert [item.id for item in found] == open_items


def test_what_bears_on_most_criteria_is_to_be_settled_first() -> None:
    raw = varied({"hiv": "unknown", "progression": "unknown", "platelets": "unknown"})

    questions = [question.id for question in judge(raw).to_settle()]

    assert questions == ["progression", "platelets", "hiv"]


def test_among_equals_the_likelier_to_decide_for_its_cost_comes_first() -> None:
    gaps = {"platelets": None, "thoracic_irradiation_history": None, "alp": "unknown"}
    trial = TRIAL.model_copy(
        update={
            "questions": tuple(
                question.model_copy(update={"block": None}) if question.id == "brain" else question
                for question in TRIAL.questions
            )
        }
    )

    priced = judge(varied(gaps)).to_settle()
    free = judge(varied({**gaps, "intracranial_metastasis_at_diagnosis": None}), trial).to_settle()

    assert [question.id for question in priced] == ["chest_rt", "platelets", "alp"]
    assert [question.id for question in free] == ["chest_rt", "platelets", "alp", "brain"]


def test_what_no_question_asks_is_not_to_be_settled() -> None:
    rna = {"hcv_rna": amount(20, "[IU]/mL"), "hcv_rna_above_lower_limit": None}
    verdict = judge(varied({"hcv_antibody": "positive", **rna}))

    open_items = finding(verdict, "EXCL12").open_items(verdict.facts)

    assert [item.id for item in open_items] == [
        "hcv_rna_lower_limit",
        "hcv_rna_above_lower_limit",
    ]
    assert [question.id for question in verdict.to_settle()] == ["hcv_rna"]


def test_a_verdict_keeps_its_day_and_its_facts() -> None:
    verdict = judge(MAN)

    assert verdict.today == TODAY
    assert verdict.protocol is TRIAL
    assert verdict.facts.items["sex"] == "male"


def test_evidence_says_which_truth_favours_entry() -> None:
    verdict = judge(varied({"wbc": "meets", "anc": "meets", "hbv_dna": "meets"}))

    blood = finding(verdict, "INCL06A").evidence(verdict.facts)
    liver = finding(verdict, "EXCL12").evidence(verdict.facts)

    assert [(leaf.truth, leaf.meets) for leaf in blood] == [(T, T), (T, T)]
    assert {(leaf.truth, leaf.meets) for leaf in liver} == {(F, F)}


def test_open_items_are_seen_from_the_side_that_favours_entry() -> None:
    verdict = judge(varied({"creatinine": "fails", "creatinine_clearance": None}))

    found = finding(verdict, "INCL06F").open_items(verdict.facts)

    assert [item.id for item in found] == ["creatinine_clearance"]


def test_a_question_is_to_be_settled_once_and_only_when_it_is_open() -> None:
    raw = varied({"alt": "unknown", "alt_uln": "unknown", "ast_uln": None, "hcv_antibody": None})

    questions = [question.id for question in judge(raw).to_settle()]

    assert questions == ["alt", "ast"]
    assert judge(MAN).to_settle() == ()


@pytest.mark.parametrize(
    ("answer", "stratum"),
    [("yes", "LN_only"), ("no", "other"), ("unknown", "unknown"), (None, "unknown")],
)
def test_the_stratum_never_changes_the_verdict(answer: str | None, stratum: str) -> None:
    changes = {"metastases_nonregional_lymph_nodes_only": answer}

    assert judge(varied(changes)).outcome == "eligible"
    assert judge(varied(changes)).stratum == stratum
    assert judge(varied({**changes, "hiv": "unknown"})).stratum is None
    assert judge(varied({**changes, "hiv": "positive"})).stratum is None
