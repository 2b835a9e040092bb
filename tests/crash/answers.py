"""What a coordinator may answer to each question, and which facts that makes: written by hand.

The first way favours entry, and is taken mostly; the others make the verdicts differ.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ectrial.trial.versions import shipped

FAVOURABLE = 0.93


@dataclass(frozen=True, slots=True)
class Way:
    """A label to tap or a text to type, and the facts it stands for."""

    said: str
    facts: Mapping[str, Any]
    is_typed: bool = False


def _tap(said: str, **facts: Any) -> Way:
    return Way(said, facts)


def _type(said: str, **facts: tuple[str, str]) -> Way:
    measured = {item: {"value": value, "unit": unit} for item, (value, unit) in facts.items()}
    return Way(said, measured, is_typed=True)


def _with_limit(item: str, value: str, limit: str, unit: str) -> Way:
    return _type(f"{value}/{limit} {unit}", **{item: (value, unit), f"{item}_uln": (limit, unit)})


def _yes_is_well(item: str) -> list[Way]:
    ways = {"Yes": "yes", "No": "no", "Not sure": "unknown"}
    return [_tap(said, **{item: value}) for said, value in ways.items()]


def _no_is_well(item: str) -> list[Way]:
    yes, no, unsure = _yes_is_well(item)
    return [no, yes, unsure]


def _none_of(*items: str) -> list[Way]:
    return [_tap("None of these", **dict.fromkeys(items, "no"))]


WAYS: Mapping[str, list[Way]] = {
    "ecog": [
        _tap(score, ecog={"value": score, "unit": "{score}"}) for score in ("1", "0", "2", "3")
    ],
    "histology": _yes_is_well("escc_histologically_confirmed"),
    "stage": _yes_is_well("stage_ivb_uicc8"),
    "cycles": [_tap(n, chemo_cycles={"value": n, "unit": "{cycle}"}) for n in ("4", "5", "6")],
    "regimen": [
        _tap("Taxane+platinum", chemo_regimen="taxane_plus_platinum"),
        _tap("Other", chemo_regimen="other"),
    ],
    "anti_pd1": _yes_is_well("anti_pd1_received"),
    "progression": [
        _tap("None on post-treatment imaging", progression="none"),
        _tap("Suspected only", progression="suspected_not_confirmed"),
    ],
    "life_expectancy": [
        _type("6 mo", life_expectancy=("6", "mo")),
        _type("3 mo", life_expectancy=("3", "mo")),
    ],
    "wbc": [_type("5.2", wbc=("5.2", "10*9/L")), _type("3.6", wbc=("3.6", "10*9/L"))],
    "anc": [_type("3.1", anc=("3.1", "10*9/L")), _type("1.2", anc=("1.2", "10*9/L"))],
    "platelets": [
        _type("180", platelets=("180", "10*9/L")),
        _type("80", platelets=("80", "10*9/L")),
    ],
    "hemoglobin": [
        _type("112 g/L", hemoglobin=("112", "g/L")),
        _type("82 g/L", hemoglobin=("82", "g/L")),
    ],
    "albumin": [_type("38 g/L", albumin=("38", "g/L")), _type("24 g/L", albumin=("24", "g/L"))],
    "total_bilirubin": [
        _with_limit("total_bilirubin", "12", "23", "umol/L"),
        _with_limit("total_bilirubin", "60", "23", "umol/L"),
    ],
    "alt": [_with_limit("alt", "30", "50", "U/L"), _with_limit("alt", "190", "50", "U/L")],
    "ast": [_with_limit("ast", "28", "40", "U/L")],
    "alp": [_with_limit("alp", "90", "125", "U/L")],
    "creatinine": [_with_limit("creatinine", "70", "104", "umol/L")],
    "consent_ability": _yes_is_well("able_to_understand_and_consent"),
    "brain": _no_is_well("intracranial_metastasis_at_diagnosis"),
    "chest_rt": _no_is_well("thoracic_irradiation_history"),
    "allergy": _none_of(
        "allergy_monoclonal_antibody",
        "allergy_capecitabine",
        "allergy_paclitaxel",
        "allergy_platinum",
    ),
    "fistula": _none_of("esophagomediastinal_fistula", "esophagotracheal_fistula"),
    "other_malignancy": [_tap("No", other_malignancy="no")],
    "chemoradiotherapy": _no_is_well("cannot_tolerate_chemoradiotherapy"),
    "consent_barrier": _no_is_well("consent_barrier"),
    "autoimmune": _no_is_well("autoimmune_disease_active_or_history"),
    "hiv": [_tap("Negative", hiv="negative")],
    "immunodeficiency": _no_is_well("other_immunodeficiency"),
    "transplant": _no_is_well("organ_or_allogeneic_transplant"),
    "lung": _none_of("interstitial_lung_disease_history", "noninfectious_pneumonitis_history"),
    "hbsag": [_tap("HBsAg negative, DNA not done", hbsag="negative", hbv_dna="not_done")],
    "hcv_antibody": [_tap("Negative", hcv_antibody="negative")],
    "stratum": _yes_is_well("metastases_nonregional_lymph_nodes_only"),
}
ASKED = {question.asks.en: question.id for question in shipped().default.questions}


def question_on(text: str) -> str | None:
    """Tell which question a card asks."""
    return next((name for asks, name in ASKED.items() if asks in text), None)


def choose(question: str, chance: random.Random) -> Way:
    """Pick a way to answer."""
    first, *others = WAYS[question]
    return first if not others or chance.random() < FAVOURABLE else chance.choice(others)
