import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from ectrial.facts import Facts
from ectrial.quantity import Interval, Quantity
from ectrial.text import Text
from ectrial.trial.protocol import Protocol
from ectrial.trial.versions import shipped
from ectrial.truth import Truth
from ectrial.vocabulary import Item, Vocabulary

LISTING = Path(__file__).parents[2] / "data" / "listing.txt"
LEAD = "The function of important organs meet the following requirements: "
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

CRITERIA = [
    *(f"INCL0{number}" for number in range(1, 6)),
    *(f"INCL06{letter}" for letter in "ABCDEF"),
    "INCL07",
    *(f"EXCL{number:02}" for number in range(1, 13)),
]

BOOLEANS = [
    "escc_histologically_confirmed",
    "stage_ivb_uicc8",
    "anti_pd1_received",
    "able_to_understand_and_consent",
    "intracranial_metastasis_at_diagnosis",
    "thoracic_irradiation_history",
    "allergy_monoclonal_antibody",
    "allergy_capecitabine",
    "allergy_paclitaxel",
    "allergy_platinum",
    "esophagomediastinal_fistula",
    "esophagotracheal_fistula",
    "other_malignancy",
    "cannot_tolerate_chemoradiotherapy",
    "consent_barrier",
    "autoimmune_disease_active_or_history",
    "other_immunodeficiency",
    "organ_or_allogeneic_transplant",
    "interstitial_lung_disease_history",
    "noninfectious_pneumonitis_history",
    "metastases_nonregional_lymph_nodes_only",
    "hcv_rna_above_lower_limit",
]
YES_NO = frozenset({"yes", "no", "unknown"})
NO_RESULT = frozenset({"unknown", "not_done", "pending"})
TESTED = NO_RESULT | {"negative", "positive"}
WORDS = {
    **dict.fromkeys(BOOLEANS, YES_NO),
    "escc_histologically_confirmed": YES_NO | {"pending"},
    "hcv_rna_above_lower_limit": YES_NO | NO_RESULT,
    "pregnant": YES_NO | {"not_applicable", "pending"},
    "lactating": YES_NO | {"not_applicable"},
    **dict.fromkeys(("hiv", "hbsag", "hcv_antibody"), TESTED),
    "sex": {"male", "female", "unknown"},
    "chemo_regimen": {
        "fluoropyrimidine_plus_platinum",
        "taxane_plus_platinum",
        "other",
        "unknown",
    },
    "progression": {
        "none",
        "confirmed_after_4_to_6_cycles",
        "confirmed_before_4_cycles",
        "suspected_not_confirmed",
        "unknown",
    },
    "derive_crcl": {"cockcroft_gault_actual_weight", "unknown"},
}
CANCERS = {
    "nonmelanoma_skin_cancer",
    "cervical_carcinoma_in_situ",
    "early_prostate_cancer_cured",
    "early_prostate_cancer_not_cured",
    "other",
    "early_prostate_cancer_cure_unknown",
    "unknown_type",
}
COUNTS = ["10*9/L", "10*3/uL", "/uL", "/mm3", "10*6/mL", "10*4/uL"]
ENZYMES = ["U/L", "[IU]/L", "ukat/L"]
BILIRUBIN = ["umol/L", "mg/dL"]
CREATININE = ["umol/L", "mg/dL", "mmol/L"]
RNA = ["[IU]/mL", "k[IU]/mL", "[IU]/L", "{Log_IU}/mL"]
DNA = ["[IU]/mL", "{copies}/mL", "k[IU]/mL", "[IU]/L", "{Log_IU}/mL", "{Log_copies}/mL"]
UNITS = {
    "ecog": ["{score}"],
    "chemo_cycles": ["{cycle}"],
    "life_expectancy": ["mo", "wk", "d", "a"],
    "wbc": COUNTS,
    "anc": COUNTS,
    "platelets": COUNTS,
    "hemoglobin": ["g/dL", "g/L", "mmol/L"],
    "albumin": ["g/dL", "g/L"],
    "total_bilirubin": [*BILIRUBIN, "xULN"],
    "total_bilirubin_uln": BILIRUBIN,
    "alt": [*ENZYMES, "xULN"],
    "alt_uln": ENZYMES,
    "ast": [*ENZYMES, "xULN"],
    "ast_uln": ENZYMES,
    "alp": [*ENZYMES, "xULN"],
    "alp_uln": ENZYMES,
    "creatinine": [*CREATININE, "xULN"],
    "creatinine_uln": CREATININE,
    "creatinine_clearance": ["mL/min", "mL/s"],
    "hbv_dna": DNA,
    "hbv_dna_second": DNA,
    "hcv_rna": RNA,
    "hcv_rna_lower_limit": RNA,
    "age": ["a"],
    "weight": ["kg", "[lb_av]"],
    "height": ["cm"],
}
NEVER_ASKED = {"hbv_dna_second", "hcv_rna", "hcv_rna_lower_limit", "height"}

EQUAL = [
    ("wbc", "4000", "/uL", "4.0"),
    ("wbc", "4000", "/mm3", "4.0"),
    ("wbc", "4.0", "10*3/uL", "4.0"),
    ("wbc", "4.0", "10*6/mL", "4.0"),
    ("anc", "0.15", "10*4/uL", "1.5"),
    ("platelets", "10", "10*4/uL", "100"),
    ("hemoglobin", "90", "g/L", "9"),
    ("hemoglobin", "5.5854", "mmol/L", "9"),
    ("albumin", "28", "g/L", "2.8"),
    ("total_bilirubin", "2", "mg/dL", "34.2"),
    ("total_bilirubin_uln", "1.2", "mg/dL", "20.52"),
    ("alt", "40", "[IU]/L", "40"),
    ("alt", "0.5", "ukat/L", "30"),
    ("alp_uln", "2", "ukat/L", "120"),
    ("creatinine", "1.5", "mg/dL", "132.6"),
    ("creatinine_uln", "0.104", "mmol/L", "104"),
    ("creatinine_clearance", "1", "mL/s", "60"),
    ("hbv_dna", "2", "k[IU]/mL", "2000"),
    ("hbv_dna", "2000000", "[IU]/L", "2000"),
    ("hbv_dna", "10000", "{copies}/mL", "10000"),
    ("hcv_rna", "0.015", "k[IU]/mL", "15"),
    ("life_expectancy", "121.75", "d", "4"),
    ("life_expectancy", "30.4375", "d", "1"),
    ("life_expectancy", "487", "wk", "112"),
    ("life_expectancy", "1", "a", "12"),
    ("weight", "100", "[lb_av]", "45.359237"),
]

RANGES = [
    ("wbc", "10*9/L", "0.5 60", "0 600"),
    ("wbc", "/uL", "500 60000", "0 600000"),
    ("anc", "10*9/L", "0.2 50", "0 400"),
    ("anc", "/uL", "200 50000", "0 400000"),
    ("platelets", "10*9/L", "20 1000", "1 3000"),
    ("platelets", "/uL", "20000 1000000", "1000 3000000"),
    ("platelets", "10*4/uL", "2 100", "0.1 300"),
    ("hemoglobin", "g/L", "50 200", "20 260"),
    ("hemoglobin", "g/dL", "5 20", "2 26"),
    ("hemoglobin", "mmol/L", "3.1 12.4", "1.2 16.1"),
    ("albumin", "g/L", "15 60", "5 80"),
    ("albumin", "g/dL", "1.5 6.0", "0.5 8.0"),
    ("total_bilirubin", "umol/L", "1.5 300", "0 1200"),
    ("total_bilirubin", "mg/dL", "0.1 17.5", "0 70"),
    ("total_bilirubin", "xULN", "0.05 20", "0 100"),
    ("total_bilirubin_uln", "umol/L", "15 30", "10 60"),
    ("total_bilirubin_uln", "mg/dL", "0.9 1.8", "0.6 3.5"),
    ("alt", "U/L", "3 1000", "0 30000"),
    ("alt", "ukat/L", "0.05 16.7", "0 500"),
    ("alt", "xULN", "0.05 20", "0 100"),
    ("alt_uln", "U/L", "25 75", "10 120"),
    ("alt_uln", "ukat/L", "0.42 1.25", "0.17 2"),
    ("ast", "U/L", "3 1000", "0 30000"),
    ("ast", "ukat/L", "0.05 16.7", "0 500"),
    ("ast", "xULN", "0.05 20", "0 100"),
    ("ast_uln", "U/L", "25 75", "10 120"),
    ("ast_uln", "ukat/L", "0.42 1.25", "0.17 2"),
    ("alp", "U/L", "15 2000", "1 15000"),
    ("alp", "xULN", "0.05 20", "0 100"),
    ("alp_uln", "U/L", "85 160", "40 500"),
    ("creatinine", "umol/L", "25 600", "8 3000"),
    ("creatinine", "mg/dL", "0.28 6.8", "0.09 34"),
    ("creatinine", "xULN", "0.05 20", "0 100"),
    ("creatinine_uln", "umol/L", "70 133", "40 180"),
    ("creatinine_uln", "mg/dL", "0.8 1.5", "0.45 2.0"),
    ("creatinine_clearance", "mL/min", "15 180", "1 300"),
    ("creatinine_clearance", "mL/s", "0.25 3", "0.017 5"),
    ("hbv_dna", "[IU]/mL", "0 1e9", "0 1e12"),
    ("hbv_dna", "{copies}/mL", "0 1e10", "0 1e13"),
    ("hbv_dna_second", "[IU]/mL", "0 1e9", "0 1e12"),
    ("hbv_dna_second", "{copies}/mL", "0 1e10", "0 1e13"),
    ("hcv_rna", "[IU]/mL", "0 1e8", "0 1e10"),
    ("hcv_rna_lower_limit", "[IU]/mL", "10 1000", "1 3000"),
    ("life_expectancy", "mo", "0.25 60", "0 240"),
    ("chemo_cycles", "{cycle}", "1 12", "0 40"),
    ("ecog", "{score}", "0 4", "0 4"),
    ("age", "a", "18 90", "0 125"),
    ("weight", "kg", "30 130", "20 300"),
    ("height", "cm", "135 200", "80 250"),
]

HB_MMOL = {"hemoglobin": {"value": 5.6, "unit": "mmol/L"}}
ALT = {"alt": {"value": 30, "unit": "U/L"}, "alt_uln": {"value": 50, "unit": "U/L"}}
HIGH_CREATININE = {"creatinine": {"value": 1.8, "unit": "xULN"}}
ESTIMATE = {
    "derive_crcl": "cockcroft_gault_actual_weight",
    "creatinine_clearance": "unknown",
    "age": {"value": 40, "unit": "a"},
    "weight": {"value": 80, "unit": "kg"},
}
RNA_ABOVE = {
    "hcv_rna": {"value": 900, "unit": "[IU]/mL"},
    "hcv_rna_lower_limit": {"value": 15, "unit": "[IU]/mL"},
}
INFERRED = {"hbsag": "negative", "hbv_dna": "not_done"}


def clearance(value: int) -> dict[str, Any]:
    return {"creatinine_clearance": {"value": value, "unit": "mL/min"}}


def life(value: float, unit: str, comparator: str = "=") -> dict[str, Any]:
    return {"life_expectancy": {"value": value, "unit": unit, "comparator": comparator}}


def hbv(value: float, unit: str) -> dict[str, Any]:
    return {"hbv_dna": {"value": value, "unit": unit}}


PLAYED_A_PART = [
    ("R01", {**ALT, "ast": "meets"}),
    ("R01", {"alt": "fails", "alp": "unknown"}),
    ("R02", hbv(500, "{copies}/mL")),
    ("R02", hbv(2.7, "{Log_copies}/mL")),
    ("R02", {**hbv(50, "[IU]/mL"), "hbv_dna_second": {"value": 300, "unit": "{copies}/mL"}}),
    ("R03", {"chemo_cycles": {"value": 7, "unit": "{cycle}"}}),
    ("R03", {"chemo_cycles": {"value": 6, "unit": "{cycle}", "comparator": ">"}}),
    ("R04", life(4, "mo")),
    ("R04", life(121.75, "d")),
    ("R04", life(3, "mo", ">")),
    ("R05", {"progression": "suspected_not_confirmed"}),
    ("R05", {"progression": "confirmed_after_4_to_6_cycles"}),
    ("R06", {"progression": "confirmed_before_4_cycles"}),
    ("R07", {"autoimmune_disease_active_or_history": "yes"}),
    ("R07", {"autoimmune_disease_active_or_history": "unknown"}),
    ("R08", INFERRED),
    ("R09", {**HIGH_CREATININE, **ESTIMATE}),
    ("R10", {"intracranial_metastasis_at_diagnosis": "unknown"}),
    ("R11", {"escc_histologically_confirmed": "unknown"}),
    ("R12", {"alt": {"value": 30, "unit": "U/L"}}),
    ("R12", {"creatinine": {"value": 150, "unit": "umol/L"}, **clearance(45)}),
    ("R13", {"allergy_paclitaxel": "yes"}),
    ("R14", {"hcv_antibody": "positive"}),
    ("R14", {"hcv_antibody": "unknown", "hcv_rna_above_lower_limit": "yes"}),
    ("R14", RNA_ABOVE),
    ("R15", {"other_malignancy": "yes"}),
    ("R16", {"chemo_regimen": "other"}),
    ("R16", {"chemo_regimen": "unknown"}),
    ("R17", {"stage_ivb_uicc8": "no"}),
    ("R19", {"sex": "unknown"}),
    ("R19", {"sex": "male", "pregnant": "unknown"}),
    ("R20", {"esophagotracheal_fistula": "unknown"}),
    ("R22", {**HIGH_CREATININE, **clearance(75)}),
    ("R22", {"creatinine": "unknown", **clearance(75)}),
    ("R22", {"creatinine": "meets", **clearance(45)}),
    ("R24", HB_MMOL),
]
PLAYED_NO_PART = [
    ("R01", {**ALT, "ast": "meets", "alp": "meets"}),
    ("R02", hbv(500, "[IU]/mL")),
    ("R03", {"chemo_cycles": {"value": 6, "unit": "{cycle}"}}),
    ("R04", life(17, "wk")),
    ("R05", {"progression": "none"}),
    ("R07", {"autoimmune_disease_active_or_history": "no"}),
    ("R08", {**INFERRED, "hbv_dna_second": {"value": 50, "unit": "[IU]/mL"}}),
    ("R09", {**ESTIMATE, "creatinine": {"value": 1.2, "unit": "xULN"}}),
    ("R09", {**HIGH_CREATININE, **ESTIMATE, **clearance(70)}),
    ("R09", {**HIGH_CREATININE, **ESTIMATE, "weight": "unknown"}),
    ("R12", {"alt": {"value": 1.2, "unit": "xULN"}, **HIGH_CREATININE}),
    ("R12", {"creatinine": {"value": 150, "unit": "umol/L"}, **clearance(75)}),
    ("R14", {"hcv_antibody": "negative", **RNA_ABOVE}),
    ("R17", {"stage_ivb_uicc8": "yes"}),
    ("R19", {"sex": "male", "pregnant": "not_applicable"}),
    ("R19", {"sex": "female", "pregnant": "unknown"}),
    ("R22", {"creatinine": "meets", **clearance(75)}),
    ("R22", {**HIGH_CREATININE, **clearance(45)}),
    ("R24", {"hemoglobin": {"value": 90, "unit": "g/L"}}),
]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return shipped().default.vocabulary


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    return shipped().default


def facts(vocabulary: Vocabulary, raw: Mapping[str, Any]) -> Facts:
    exact = json.loads(json.dumps(raw), parse_float=Decimal)
    return Facts({name: vocabulary[name].read(answer) for name, answer in exact.items()})


def holds(protocol: Protocol, code: str, known: Facts) -> bool:
    when = {
        **{reading.code: reading.when for reading in protocol.readings},
        **{advisory.code: advisory.when for advisory in protocol.advisories},
    }[code]
    return when is not None and when.holds(known, Truth.UNKNOWN) is Truth.TRUE


def contradicted(protocol: Protocol, criterion: str, known: Facts) -> bool:
    rules = protocol.criterion_by_id[criterion].contradictions
    return any(rule.holds(known, Truth.TRUE) is Truth.TRUE for rule in rules)


def texts(part: object) -> Iterator[Text]:
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from texts(getattr(part, name))
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from texts(value)


def as_printed(verbatim: str, restored: tuple[str, ...]) -> str:
    for piece in restored:
        verbatim = verbatim.replace(piece, piece.translate(PLAIN))
    return verbatim


# The protocol.


def test_every_criterion_stands_in_the_order_of_the_listing(protocol: Protocol) -> None:
    assert [criterion.id for criterion in protocol.criteria] == CRITERIA


def test_the_criteria_are_the_listing_word_for_word_but_for_marked_restorations(
    protocol: Protocol,
) -> None:
    lines = LISTING.read_text(encoding="utf-8").splitlines()
    inclusion, exclusion = lines.index("Inclusion Criteria"), lines.index("Exclusion Criteria")
    listed = lines[inclusion + 2 : exclusion - 1] + lines[exclusion + 2 : exclusion + 14]
    printed = {c.id: as_printed(c.verbatim, c.restored) for c in protocol.criteria}

    letters = [printed.pop(f"INCL06{letter}") for letter in "ABCDEF"]
    organs = LEAD + "; ".join(letter.removeprefix(LEAD) for letter in letters)
    whole = [*printed.values()]
    whole.insert(5, organs)

    assert whole == listed
    assert all(letter.startswith(LEAD) for letter in letters)


def test_only_lost_superscripts_are_restored(protocol: Protocol) -> None:
    restored = {c.id: c.restored for c in protocol.criteria if c.restored}

    assert restored == {"INCL06A": ("10⁹",), "INCL06B": ("10⁹",), "EXCL12": ("10⁴",)}


def test_no_superscript_stands_in_a_criterion_unmarked(protocol: Protocol) -> None:
    for criterion in protocol.criteria:
        printed = as_printed(criterion.verbatim, criterion.restored)

        assert printed == printed.translate(PLAIN)


def test_titles_are_short(protocol: Protocol) -> None:
    for criterion in protocol.criteria:
        assert len(criterion.title.en) <= 40
        assert len(criterion.title.zh) <= 40


def test_the_study_facts_are_those_of_the_listing(protocol: Protocol) -> None:
    listing = LISTING.read_text(encoding="utf-8")
    study = protocol.study

    assert listing.startswith(study.title.en)
    assert f"Identifier{study.registry_id}" in listing
    assert f"Sponsor{study.sponsor.en}" in listing
    assert f"Condition {study.condition.en}" in listing
    assert f"Treatment {study.treatment.en}" in listing
    assert study.last_modified is not None
    assert study.end_date is not None
    assert f"Last Modified on{study.last_modified.last:%d %B %Y}" in listing
    assert f"{study.end_date.last:%b %d, %Y}" in listing


def test_every_reading_is_there(protocol: Protocol) -> None:
    codes = [reading.code for reading in protocol.readings]

    assert codes == [f"R{number:02}" for number in range(1, 26)]


def test_every_reading_but_the_internal_one_can_be_told(protocol: Protocol) -> None:
    silent = [reading.code for reading in protocol.readings if reading.tells is None]

    assert silent == ["R25"]


def test_messages_of_readings_fit_in_a_line_of_a_phone(protocol: Protocol) -> None:
    for told in (reading.tells for reading in protocol.readings if reading.tells):
        assert len(told.en) <= 140
        assert len(told.zh) <= 140


@pytest.mark.parametrize(("code", "raw"), PLAYED_A_PART)
def test_a_reading_is_told_when_it_played_a_part(
    protocol: Protocol, vocabulary: Vocabulary, code: str, raw: dict[str, Any]
) -> None:
    known = facts(vocabulary, raw)

    assert holds(protocol, code, known)


@pytest.mark.parametrize(("code", "raw"), PLAYED_NO_PART)
def test_a_reading_is_not_told_when_it_played_no_part(
    protocol: Protocol, vocabulary: Vocabulary, code: str, raw: dict[str, Any]
) -> None:
    known = facts(vocabulary, raw)

    assert not holds(protocol, code, known)


@pytest.mark.parametrize("judgement", ["meets", "fails"])
def test_judgements_without_numbers_set_off_no_reading_and_no_contradiction(
    protocol: Protocol, vocabulary: Vocabulary, judgement: str
) -> None:
    known = facts(vocabulary, dict.fromkeys(UNITS, judgement))

    told = [part.code for part in protocol.readings if holds(protocol, part.code, known)]
    warned = [part.code for part in protocol.advisories if holds(protocol, part.code, known)]

    assert told == warned == []
    assert not any(contradicted(protocol, criterion, known) for criterion in CRITERIA)


def test_nothing_is_told_or_contradicted_before_anything_is_asked(protocol: Protocol) -> None:
    told = [part.code for part in protocol.readings if holds(protocol, part.code, Facts())]

    assert told == []
    assert not any(contradicted(protocol, criterion, Facts()) for criterion in CRITERIA)


@pytest.mark.parametrize(("age", "warned"), [(17, True), (18, False), (70, False), (71, True)])
def test_an_age_outside_the_registry_range_is_a_warning(
    protocol: Protocol, vocabulary: Vocabulary, age: int, warned: bool
) -> None:
    known = facts(vocabulary, {"age": {"value": age, "unit": "a"}})

    assert holds(protocol, "age_outside_registry", known) is warned


@pytest.mark.parametrize("rna", [RNA_ABOVE, {"hcv_rna_above_lower_limit": "yes"}])
def test_hcv_rna_above_its_limit_without_antibody_is_a_warning(
    protocol: Protocol, vocabulary: Vocabulary, rna: dict[str, Any]
) -> None:
    known = facts(vocabulary, {"hcv_antibody": "negative", **rna})

    assert holds(protocol, "hcv_rna_without_antibody", known)


@pytest.mark.parametrize(
    ("criterion", "raw"),
    [
        (
            "INCL06A",
            {"wbc": {"value": 4000, "unit": "/uL"}, "anc": {"value": 4.1, "unit": "10*9/L"}},
        ),
        ("EXCL06", {"other_malignancy": "no", "other_malignancy_types": ["other"]}),
        ("EXCL09", {"sex": "male", "pregnant": "yes"}),
        ("EXCL09", {"sex": "male", "pregnant": "no", "lactating": "yes"}),
    ],
)
def test_values_that_cannot_both_be_true_contradict_each_other(
    protocol: Protocol, vocabulary: Vocabulary, criterion: str, raw: dict[str, Any]
) -> None:
    known = facts(vocabulary, raw)

    assert contradicted(protocol, criterion, known)


# The questions.


def test_every_question_fits_on_a_card(protocol: Protocol) -> None:
    for question in protocol.questions:
        assert len(question.asks.en) <= 200
        assert len(question.asks.zh) <= 200


def test_every_item_is_asked_once_or_never(protocol: Protocol, vocabulary: Vocabulary) -> None:
    asked = [item.id for question in protocol.questions for item in question.items]

    assert sorted(asked) == sorted(vocabulary.keys() - NEVER_ASKED)


def test_every_question_is_reachable(protocol: Protocol) -> None:
    read = {item.id for criterion in protocol.criteria for item in criterion.items}

    for question in protocol.questions:
        serves = any(item.id in read for item in question.items)

        assert serves or question.always or question.role == "stratum", question.id


def test_questions_come_in_the_order_of_their_criteria(protocol: Protocol) -> None:
    criteria = [question.criterion for question in protocol.questions if question.criterion]

    assert criteria == sorted(criteria, key=CRITERIA.index)


def test_sex_is_asked_before_pregnancy_and_creatinine_before_clearance(
    protocol: Protocol,
) -> None:
    order = list(protocol.question_by_id)

    assert order.index("sex") < order.index("pregnancy")
    assert order.index("creatinine") < order.index("clearance") < order.index("weight")


def test_every_question_before_the_stratum_has_a_block(protocol: Protocol) -> None:
    used = {question.block for question in protocol.questions if question.role != "stratum"}

    assert used == {block.id for block in protocol.blocks}


def test_blocks_fall_by_chance_of_failure_per_second(protocol: Protocol) -> None:
    yields = [block.p_fail / block.cost for block in protocol.blocks]

    assert yields == sorted(yields, reverse=True)


def test_one_tap_answers_hbsag_and_dna_together(protocol: Protocol) -> None:
    question = protocol.question_by_id["hbsag"]

    assert question.sets(0) == {"hbsag": "negative", "hbv_dna": "not_done"}


def test_cycles_beyond_the_buttons_are_censored_counts(
    protocol: Protocol, vocabulary: Vocabulary
) -> None:
    question = protocol.question_by_id["cycles"]
    cycles = vocabulary["chemo_cycles"]

    fewer, more = (question.sets(preset)["chemo_cycles"] for preset in (3, 4))

    assert isinstance(fewer, Quantity)
    assert isinstance(more, Quantity)
    assert cycles.interval(fewer) == Interval(Fraction(0), Fraction(3))
    assert cycles.interval(more) == Interval(Fraction(7), None)


def test_chinese_sentences_use_full_width_punctuation(
    protocol: Protocol, vocabulary: Vocabulary
) -> None:
    half_width = re.compile(r"[一-鿿][,;:?!()\"']|[,;:?!()\"'][一-鿿]")

    for text in (*texts(protocol), *texts(dict(vocabulary))):
        assert not half_width.search(text.zh), text.zh


# The vocabulary.


def test_the_vocabulary_is_the_facts_file_and_nothing_else(vocabulary: Vocabulary) -> None:
    assert set(vocabulary) == {*WORDS, *UNITS, "other_malignancy_types"}


@pytest.mark.parametrize("name", WORDS)
def test_an_item_takes_exactly_its_documented_answers(vocabulary: Vocabulary, name: str) -> None:
    item = vocabulary[name]
    options = set(item.options) or {"yes", "no"}

    taken = {str(item.read(word)) for word in WORDS[name]}

    assert taken == options | set(item.absences) == WORDS[name]


def test_cancers_are_ticked_from_the_documented_list(vocabulary: Vocabulary) -> None:
    item = vocabulary["other_malignancy_types"]

    assert item.kind == "multichoice"
    assert set(item.options) == CANCERS


@pytest.mark.parametrize("name", UNITS)
def test_a_quantity_takes_exactly_its_documented_units(vocabulary: Vocabulary, name: str) -> None:
    item = vocabulary[name]

    assert item.kind == "quantity"
    assert list(item.units) == UNITS[name]
    is_lab = item.sample and not item.optional
    assert set(item.absences) == (NO_RESULT if is_lab else {"unknown"})


def test_only_a_viral_load_is_reported_in_a_word(vocabulary: Vocabulary) -> None:
    in_words = {name for name, item in vocabulary.items() if item.reports}

    assert in_words == {"hbv_dna", "hbv_dna_second", "hcv_rna"}


def test_only_scores_and_cycles_are_whole(vocabulary: Vocabulary) -> None:
    whole = {name for name, item in vocabulary.items() if item.whole}

    assert whole == {"ecog", "chemo_cycles"}


def test_only_hcv_rna_above_its_limit_may_be_null(vocabulary: Vocabulary) -> None:
    nullable = {name for name, item in vocabulary.items() if item.nullable}

    assert nullable == {"hcv_rna_above_lower_limit"}


def test_items_never_asked_are_marked_optional(vocabulary: Vocabulary) -> None:
    optional = {name for name, item in vocabulary.items() if item.optional}

    assert optional == NEVER_ASKED


def test_every_analyte_with_a_ratio_names_its_own_upper_limit(vocabulary: Vocabulary) -> None:
    limits = {name: item.uln for name, item in vocabulary.items() if "xULN" in item.units}

    assert limits == {
        name: f"{name}_uln" for name in ("total_bilirubin", "alt", "ast", "alp", "creatinine")
    }


def test_every_item_that_is_asked_says_shortly_what_settles_it(vocabulary: Vocabulary) -> None:
    for item in vocabulary.values():
        if not item.optional:
            assert item.resolve is not None, item.id
            assert len(item.resolve.en) <= 90
            assert len(item.resolve.zh) <= 90


@pytest.mark.parametrize(("name", "value", "unit", "canonical"), EQUAL)
def test_units_convert_exactly(
    vocabulary: Vocabulary, name: str, value: str, unit: str, canonical: str
) -> None:
    interval = vocabulary[name].interval(Quantity(Decimal(value), unit))

    assert interval == Interval(Fraction(canonical), Fraction(canonical))


def test_iu_copies_and_ratios_are_never_converted(vocabulary: Vocabulary) -> None:
    bases = {
        name: {unit.base for unit in item.units.values()} for name, item in quantities(vocabulary)
    }

    two = {name for name, base in bases.items() if len(base) == 2}

    assert bases["hbv_dna"] == bases["hbv_dna_second"] == {"[IU]/mL", "{copies}/mL"}
    assert two - {"hbv_dna", "hbv_dna_second"} == {
        name for name, item in quantities(vocabulary) if item.uln
    }


def test_only_log_units_hold_logarithms(vocabulary: Vocabulary) -> None:
    for _, item in quantities(vocabulary):
        for code, unit in item.units.items():
            assert unit.log10 is code.startswith("{Log_")


@pytest.mark.parametrize(("name", "unit", "soft", "hard"), RANGES)
def test_plausible_and_possible_ranges_are_the_documented_ones(
    vocabulary: Vocabulary, name: str, unit: str, soft: str, hard: str
) -> None:
    written = vocabulary[name].units[unit]

    assert written.soft == tuple(Decimal(end) for end in soft.split())
    assert written.hard == tuple(Decimal(end) for end in hard.split())


def test_no_other_range_is_written(vocabulary: Vocabulary) -> None:
    written = {
        (name, code)
        for name, item in quantities(vocabulary)
        for code, unit in item.units.items()
        if unit.soft or unit.hard
    }

    assert written == {(name, unit) for name, unit, _, _ in RANGES}


def test_every_base_unit_has_a_possible_range(vocabulary: Vocabulary) -> None:
    for name, item in quantities(vocabulary):
        for unit in item.units.values():
            assert item.units[unit.base].hard, name


def quantities(vocabulary: Vocabulary) -> list[tuple[str, Item]]:
    return [(name, item) for name, item in vocabulary.items() if item.kind == "quantity"]
