"""A screening with all that a worksheet has: every answer, repeats, notes, marks, signatures."""

from datetime import date
from typing import Any

from ectrial.record.consent import Consent
from ectrial.record.entries import Kind
from ectrial.record.folding import fold
from ectrial.record.notes import About, value_of
from ectrial.trial.facts_file import read_facts
from ectrial.trial.signed_content import hash_on
from ectrial.trial.verdict import assess
from tests.ectrial.papers.test_screening_file import DAY, EC, UNDER, recorded_verdict
from tests.ectrial.papers.told import Told

_BLOOD = {
    "wbc": ("5.2", "10*9/L"),
    "anc": ("3.1", "10*9/L"),
    "platelets": ("210", "10*9/L"),
    "hemoglobin": ("92", "g/L"),
    "albumin": ("38.5", "g/L"),
    "total_bilirubin": ("11.2", "umol/L"),
    "alt": ("35", "U/L"),
    "ast": ("28", "U/L"),
    "alp": ("90", "U/L"),
    "creatinine": ("81.5", "umol/L"),
}
_LIMITS = {
    "total_bilirubin_uln": ("20.5", "umol/L"),
    "alt_uln": ("50", "U/L"),
    "ast_uln": ("40", "U/L"),
    "alp_uln": ("125", "U/L"),
    "creatinine_uln": ("97", "umol/L"),
}
_YES = ("escc_histologically_confirmed", "stage_ivb_uicc8", "anti_pd1_received")
_NO = (
    *("intracranial_metastasis_at_diagnosis", "thoracic_irradiation_history"),
    *("allergy_monoclonal_antibody", "allergy_capecitabine", "allergy_paclitaxel"),
    *("allergy_platinum", "esophagomediastinal_fistula", "esophagotracheal_fistula"),
    *("other_malignancy", "cannot_tolerate_chemoradiotherapy", "consent_barrier"),
    *("autoimmune_disease_active_or_history", "other_immunodeficiency"),
    *("organ_or_allogeneic_transplant", "interstitial_lung_disease_history"),
    *("noninfectious_pneumonitis_history", "metastases_nonregional_lymph_nodes_only"),
)


def lab(value: str, unit: str, day: str = "2026-11-20") -> dict[str, str]:
    return {"value": value, "unit": unit, "date": day}


ANSWERS: dict[str, Any] = {
    "age": {"value": "58", "unit": "a"},
    "sex": "male",
    "ecog": {"value": "1", "unit": "{score}"},
    **dict.fromkeys(_YES, "yes"),
    "able_to_understand_and_consent": "yes",
    "chemo_cycles": {"value": "5", "unit": "{cycle}"},
    "chemo_regimen": "taxane_plus_platinum",
    "progression": "none",
    "life_expectancy": {"value": "9", "unit": "mo"},
    **{name: lab(*each) for name, each in _BLOOD.items()},
    "hbv_dna": {**lab("20", "[IU]/mL"), "comparator": "<"},
    **{name: {"value": value, "unit": unit} for name, (value, unit) in _LIMITS.items()},
    **dict.fromkeys(_NO, "no"),
    **dict.fromkeys(("hiv", "hbsag", "hcv_antibody"), "negative"),
}
TEAM = {7: "陈护士", 9: "王喆", 11: "Dr. O'Neil"}


def told_whole(trial_under: tuple[str, str, str] = UNDER) -> Told:
    """Tell a screening that is eligible, signed, and talked over."""
    told = Told(under=trial_under)
    seqs: dict[str, int] = {}
    for item, day in (("wbc", "2026-11-06"), ("wbc", "2026-11-13"), ("platelets", "2026-11-13")):
        value = {"wbc": lab("3.6", "10*9/L", day), "platelets": lab("88", "10*9/L", day)}[item]
        told.tells(Kind.ANSWERED, value, item=item)
    for item, answer in ANSWERS.items():
        told.tells(Kind.ANSWERED, answer, item=item)
        seqs[item] = len(told.entries)
    told.tells(Kind.SOURCED, {"source": "lab_report", "items": [*_BLOOD, *_LIMITS]})
    told.tells(Kind.SOURCED, {"source": "chart", "items": ["ecog", "chemo_cycles", *_YES]})
    told.tells(Kind.VERIFIED, {"seq": seqs["wbc"]}, item="wbc", by=11)
    _talked(told)
    told.tells(Kind.CONSENT, Consent("signed", date(2026, 11, 24), "3.1").value, by=9)
    told.judged(recorded_verdict(ANSWERS))
    _signed(told)
    return told


def _talked(told: Told) -> None:
    query = {"why": "check", "assignee": 9, "due": "2026-11-27"}
    told.tells(Kind.QUERY_OPENED, query, item="hemoglobin", by=11, text="Report says 9.2?")
    _noted(told, About("answer", "chemo_cycles"), "第 5 周期因中性粒细胞减少推迟一周。")
    told.tells(Kind.NOTE_REPLIED, {"note": len(told.entries)}, by=9, text="已核对医嘱。")
    _noted(told, About("criterion", "EXCL10"), "Rheumatology letter is in the chart.")
    _noted(told, About("screening"), "患者住在外地，安排同日完成检查。")


def _noted(told: Told, about: About, words: str) -> None:
    item = about.of or None
    value = value_of(about, "team", None)
    under = {"protocol_version": UNDER[1], "protocol_hash": UNDER[2]}
    told.tells(Kind.NOTE_WRITTEN, value, item=item, text=words, **under)


def _signed(told: Told) -> None:
    screening = fold(told.entries)
    assert screening is not None
    verdict = assess(EC, read_facts(ANSWERS, EC), DAY)
    value = {"meaning": "eligible", "hash": hash_on(screening, verdict, DAY), "day": str(DAY)}
    told.tells(Kind.SIGNED, {**value, "hash": "0" * 64}, by=9, text="王喆")
    told.tells(Kind.SIGNED, value, by=9, text="王喆")
