"""Proofs in both languages: every line says what was held against what, and is true."""

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ectrial.text import Language
from ectrial.truth import Truth
from ectrial.wording.marks import Mark
from ectrial.wording.numbers import number_apart, number_words
from ectrial.wording.proof_line import ProofLine
from ectrial.wording.proofs import evidence_line, proof
from ectrial.wording.speech import speech
from tests.ectrial.subjects import TRIAL, amount, finding, judge, varied
from tests.tables import of_each

HIGH = {"creatinine": amount(170, "umol/L")}
ESTIMATED = {
    **HIGH,
    "creatinine_clearance": "unknown",
    "derive_crcl": "cockcroft_gault_actual_weight",
    "weight": amount(80, "kg"),
}
RNA = {
    "hcv_antibody": "positive",
    "hcv_rna": amount(16, "[IU]/mL"),
    "hcv_rna_lower_limit": amount(15, "[IU]/mL"),
}


def lines(changes: dict[str, Any], criterion: str, language: Language = "en") -> list[str]:
    return [str(line) for line in proved(changes, criterion, language)]


def proved(changes: dict[str, Any], criterion: str, language: Language = "en") -> list[ProofLine]:
    verdict = judge(varied(changes))
    return proof(speech(language), finding(verdict, criterion), verdict.facts)


PROOFS: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "INCL06C",
        {"hemoglobin": amount(92, "g/L")},
        "Hemoglobin 92 g/L = 9.2 g/dL ≥ 9 ✓",
        "血红蛋白 92 g/L = 9.2 g/dL ≥ 9 ✓",
    ),
    (
        "INCL06C",
        {"hemoglobin": amount(89, "g/L")},
        "Hemoglobin 89 g/L = 8.9 g/dL < 9 ✗",
        "血红蛋白 89 g/L = 8.9 g/dL < 9 ✗",
    ),
    (
        "INCL06C",
        {"hemoglobin": amount(90, "g/L", "<")},
        "Hemoglobin <90 g/L = <9 g/dL < 9 ✗",
        "血红蛋白 <90 g/L = <9 g/dL < 9 ✗",
    ),
    (
        "INCL06C",
        {"hemoglobin": amount("5.5853", "mmol/L")},
        "Hemoglobin 5.5853 mmol/L = 8.9998 g/dL < 9 ✗",
        "血红蛋白 5.5853 mmol/L = 8.9998 g/dL < 9 ✗",
    ),
    (
        "INCL06C",
        {"hemoglobin": amount("5.5854", "mmol/L")},
        "Hemoglobin 5.5854 mmol/L = 9 g/dL ≥ 9 ✓",
        "血红蛋白 5.5854 mmol/L = 9 g/dL ≥ 9 ✓",
    ),
    ("INCL06C", {"hemoglobin": None}, "Hemoglobin: not asked ?", "血红蛋白：未询问 ?"),
    ("INCL06C", {"hemoglobin": "unknown"}, "Hemoglobin: not sure ?", "血红蛋白：不确定 ?"),
    (
        "INCL06C",
        {"hemoglobin": "meets"},
        "Hemoglobin ≥ 9 g/dL, no number ✓",
        "血红蛋白 ≥ 9 g/dL，无数值 ✓",
    ),
    (
        "INCL06C",
        {"hemoglobin": "fails"},
        "Hemoglobin < 9 g/dL, no number ✗",
        "血红蛋白 < 9 g/dL，无数值 ✗",
    ),
    ("INCL01", {"ecog": amount(3, "{score}")}, "ECOG 3 > 2 ✗", "ECOG评分 3 > 2 ✗"),
    (
        "INCL05",
        {"life_expectancy": amount(17, "wk")},
        "Life expectancy 17 weeks = 3.91 months ≤ 4 ✗",
        "预计生存期 17周 = 3.91个月 ≤ 4 ✗",
    ),
    (
        "INCL05",
        {"life_expectancy": amount(3, "mo", ">")},
        "Life expectancy >3 months (needs > 4) ?",
        "预计生存期 >3个月（需> 4） ?",
    ),
    (
        "INCL06A",
        {"wbc": amount(3999, "/uL"), "anc": amount(2, "10*9/L")},
        "WBC 3999 /µL = 3.999 ×10⁹/L < 4.0 ✗",
        "白细胞 3999 /µL = 3.999 ×10⁹/L < 4.0 ✗",
    ),
    (
        "INCL06E",
        {"alt": amount(126, "U/L")},
        "ALT 126 U/L > 2.5×50 = 125 ✗",
        "ALT（谷丙转氨酶） 126 U/L > 2.5×50 = 125 ✗",
    ),
    (
        "INCL06E",
        {"alt": amount("2.6", "xULN")},
        "ALT 2.6 ×ULN > 2.5 ✗",
        "ALT（谷丙转氨酶） 2.6 ×ULN > 2.5 ✗",
    ),
    (
        "INCL06E",
        {"alt_uln": None},
        "ALT 25 U/L (needs ≤ 2.5×ALT ULN) ?",
        "ALT（谷丙转氨酶） 25 U/L（需≤ 2.5×ALT正常值上限） ?",
    ),
    (
        "INCL06E",
        {"total_bilirubin": amount(3, "mg/dL")},
        "Total bilirubin 3 mg/dL > 1.5×23 µmol/L = 34.5 µmol/L ✗",
        "总胆红素 3 mg/dL > 1.5×23 µmol/L = 34.5 µmol/L ✗",
    ),
    (
        "INCL06F",
        HIGH,
        "Creatinine clearance 85 mL/min > 60 ✓",
        "肌酐清除率 85 mL/min > 60 ✓",
    ),
    (
        "INCL04",
        {"chemo_cycles": amount(7, "{cycle}")},
        "Chemotherapy cycles: 7 cycles (needs 4–6) ✗",
        "化疗周期数：7个周期（需4–6） ✗",
    ),
    (
        "INCL04",
        {"progression": "confirmed_before_4_cycles"},
        "Disease progression: Confirmed before completing 4 ✗",
        "疾病进展：未满4周期即确认进展 ✗",
    ),
    (
        "EXCL02",
        {"intracranial_metastasis_at_diagnosis": "yes"},
        "Intracranial metastasis at diagnosis: Yes ✗",
        "初诊时颅内转移：是 ✗",
    ),
    (
        "EXCL12",
        {"hbv_dna": amount(2000, "[IU]/mL")},
        "HBV DNA 2000 IU/mL (excludes from 2000 IU/mL) ✗",
        "HBV DNA 2000 IU/mL（≥2000 IU/mL即排除） ✗",
    ),
    (
        "EXCL12",
        {"hbv_dna": amount(9, "{copies}/mL"), "hbv_dna_second": "fails"},
        (
            "HBV DNA 9 copies/mL (excludes from 10000 copies/mL)"
            " · HBV DNA, second result: does not meet it, no number ✗"
        ),
        (
            "HBV DNA 9 copies/mL（≥10000 copies/mL即排除）"
            " · HBV DNA（第二个结果）：不符合要求，无数值 ✗"
        ),
    ),
    (
        "EXCL12",
        {"hbv_dna": "unknown"},
        "HBV DNA: not sure · HBsAg: Negative ?",
        "HBV DNA：不确定 · 乙肝表面抗原（HBsAg）：阴性 ?",
    ),
    (
        "INCL02",
        {"escc_histologically_confirmed": None, "INCL02": "yes"},
        "answered as a whole ✓",
        "按整条标准回答 ✓",
    ),
    (
        "INCL02",
        {"escc_histologically_confirmed": None, "INCL02": "no"},
        "answered as a whole ✗",
        "按整条标准回答 ✗",
    ),
]


@of_each(("criterion", "changes", "english", "chinese"), PROOFS)
def test_a_finding_is_proved_in_both_languages(
    criterion: str, changes: dict[str, Any], english: str, chinese: str
) -> None:
    assert lines(changes, criterion) == [english]
    assert lines(changes, criterion, "zh") == [chinese]


@of_each(
    ("criterion", "changes", "expected"),
    [
        ("INCL06A", {}, ["WBC 6.2 ×10⁹/L ≥ 4.0 ✓", "ANC 3.8 ×10⁹/L ≥ 1.5 ✓"]),
        (
            "INCL06F",
            {**HIGH, "creatinine_clearance": amount(60, "mL/min")},
            ["Creatinine 170 µmol/L > 1.5×104 = 156 ✗", "Creatinine clearance 60 mL/min ≤ 60 ✗"],
        ),
        (
            "INCL06F",
            ESTIMATED,
            [
                "Creatinine 170 µmol/L > 1.5×104 = 156 ✗",
                "clearance by Cockcroft–Gault, estimated: 47.38 mL/min (needs > 60) ✗",
            ],
        ),
        (
            "INCL06F",
            {**ESTIMATED, "sex": "unknown"},
            [
                "Creatinine 170 µmol/L > 1.5×104 = 156 ✗",
                "clearance by Cockcroft–Gault, estimated: 40.27–47.38 mL/min (needs > 60) ✗",
            ],
        ),
        (
            "INCL06F",
            {**ESTIMATED, "weight": None},
            [
                "Creatinine clearance: not sure ?",
                "clearance (Cockcroft–Gault): not computable yet ?",
            ],
        ),
        ("EXCL12", RNA, ["Hepatitis C antibody: Positive ✗", "HCV RNA 16 IU/mL > 15 ✗"]),
        (
            "EXCL06",
            {"other_malignancy": "yes", "other_malignancy_types": ["other", "unknown_type"]},
            ["Other cancer, ever: Yes ✗", "Which other cancers: Other + Unsure ✗"],
        ),
        (
            "EXCL09",
            {"pregnant": "yes"},
            ["Sex: Male", "Pregnant: Yes", "these cannot both be true: check the entries"],
        ),
        (
            "EXCL09",
            {},
            ["Sex: Male ✓", "Pregnant: not applicable ✓", "Breastfeeding: not applicable ✓"],
        ),
        (
            "EXCL12",
            {"hbv_dna": "not_done"},
            [
                "HBV DNA: not done · HBsAg: Negative ✓",
                "Hepatitis C antibody: Negative ✓",
                "HCV RNA above the assay's lower limit: No ✓",
            ],
        ),
    ],
)
def test_a_proof_shows_each_leaf_that_decided(
    criterion: str, changes: dict[str, Any], expected: list[str]
) -> None:
    assert lines(changes, criterion) == expected


@of_each(
    ("criterion", "changes", "expected"),
    [
        ("INCL06A", {}, [(Mark.MET, {"wbc"}), (Mark.MET, {"anc"})]),
        ("INCL06C", {"hemoglobin": amount(89, "g/L")}, [(Mark.NOT_MET, {"hemoglobin"})]),
        ("INCL06E", {"alt": amount(2.6, "xULN")}, [(Mark.NOT_MET, {"alt"})]),
        ("EXCL12", RNA, [(Mark.NOT_MET, {"hcv_antibody"}), (Mark.NOT_MET, {"hcv_rna"})]),
        ("EXCL09", {"pregnant": "yes"}, [(None, {"sex"}), (None, {"pregnant"}), (None, set())]),
        (
            "INCL02",
            {"escc_histologically_confirmed": None, "INCL02": "no"},
            [(Mark.NOT_MET, set())],
        ),
    ],
)
def test_a_line_says_as_data_what_failed_and_whose_answer_it_tells(
    criterion: str, changes: dict[str, Any], expected: list[tuple[Mark | None, set[str]]]
) -> None:
    told = proved(changes, criterion)

    assert [(line.mark, set(line.items)) for line in told] == expected


def test_a_limit_is_told_only_where_its_name_stands_in_the_line() -> None:
    (without,) = proved({"alt": amount(30, "U/L"), "alt_uln": None, "ast": None}, "INCL06E")[:1]

    assert str(without) == "ALT 30 U/L (needs ≤ 2.5×ALT ULN) ?"
    assert without.items == {"alt", "alt_uln"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_second_result_does_not_tell_the_first(language: Language) -> None:
    verdict = judge(varied({"hbv_dna": None, "hbv_dna_second": amount(9, "{copies}/mL")}))
    leaves = finding(verdict, "EXCL12").criterion.leaves
    leaf = next(leaf for leaf in leaves if "hbv_dna_second" in leaf.items)

    line = evidence_line(speech(language), leaf.evidence(verdict.facts), verdict.facts)

    assert line.items == {"hbv_dna_second"}


def test_a_line_is_shown_with_its_mark_and_the_remark_below() -> None:
    line = ProofLine("Hemoglobin 5.59 mmol/L = 9.007 g/dL ≥ 9", Mark.MET, remark="At the edge.")

    assert str(line) == "Hemoglobin 5.59 mmol/L = 9.007 g/dL ≥ 9 ✓\nAt the edge."
    assert str(ProofLine("not asked")) == "not asked"


FIXED = [
    ("INCL06C", "hemoglobin", "10"),
    ("INCL06D", "albumin", "3"),
    ("INCL06B", "platelets", "110"),
    ("INCL05", "life_expectancy", "5"),
]
NUMBER = re.compile(r"[\d.]+")
RELATION = re.compile(r" (?P<sign>[<≤>≥]) (?P<bound>[\d.]+) [✓✗]$")
HOLDS = {
    "<": lambda value, bound: value < bound,
    "≤": lambda value, bound: value <= bound,
    ">": lambda value, bound: value > bound,
    "≥": lambda value, bound: value >= bound,
}


@given(
    st.sampled_from(FIXED),
    st.fractions("0.5", "1.5", max_denominator=2000),
    st.integers(-3, 3),
    st.data(),
)
def test_the_inequality_that_is_written_is_true(
    fixed: tuple[str, str, str], ratio: Fraction, places: int, data: st.DataObject
) -> None:
    criterion, name, about = fixed
    item = TRIAL.vocabulary[name]
    unit = data.draw(st.sampled_from(sorted(item.units)))
    value = round(Fraction(about) * ratio / item.units[unit].factor, 3 + places)
    raw = amount(number_words(value, 25), unit)
    try:
        item.read(raw)
    except ValueError:
        assume(False)

    (line,) = lines({name: raw}, criterion)

    written, held = NUMBER.search(line.split(" = ")[-1]), RELATION.search(line)
    assert written is not None
    assert held is not None
    assert HOLDS[held["sign"]](Fraction(written[0]), Fraction(held["bound"])), line


@given(st.fractions(0, 100, max_denominator=10**7), st.sampled_from([9, 4, 60, 100]))
def test_a_shown_number_is_never_rounded_across_its_limit(value: Fraction, limit: int) -> None:
    shown = Fraction(number_apart(value, Fraction(limit)))

    assert (shown > limit, shown < limit) == (value > limit, value < limit)
    assert abs(shown - value) <= value / 1000


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_criterion_of_a_blank_subject_is_proved_open(language: Language) -> None:
    verdict = judge({})

    for found in verdict.findings:
        shown = proof(speech(language), found, verdict.facts)

        assert shown
        assert all(line.mark is Mark.OPEN for line in shown)
        assert found.truth is Truth.UNKNOWN
