"""Where an open item is settled: in the laboratory, on the ward, by imaging, or by a call.

It stands beside the protocol files, whose words and hashes it does not touch. An item that is
not named is found in the laboratory if it is measured in a sample, else on the ward.
"""

from collections.abc import Mapping
from typing import Literal, get_args

from ectrial.vocabulary import Item
from ectrial.wording.speech import Say, marked

Where = Literal["lab", "ward", "imaging", "phone"]
WHERE: tuple[Where, ...] = get_args(Where)

WORDS: Mapping[Where, str] = {
    "lab": marked("Lab"),
    "ward": marked("Ward"),
    "imaging": marked("Imaging"),
    "phone": marked("Phone"),
}

OF_ITEMS: Mapping[Where, tuple[str, ...]] = {
    "lab": (
        *("escc_histologically_confirmed", "other_malignancy_types", "wbc", "anc", "platelets"),
        *("hemoglobin", "albumin", "total_bilirubin", "total_bilirubin_uln", "alt", "alt_uln"),
        *("ast", "ast_uln", "alp", "alp_uln", "creatinine", "creatinine_uln"),
        *("creatinine_clearance", "derive_crcl", "pregnant", "hiv", "hbsag", "hbv_dna"),
        *("hcv_antibody", "hcv_rna_above_lower_limit"),
    ),
    "ward": (
        *("ecog", "chemo_cycles", "chemo_regimen", "anti_pd1_received", "weight", "sex", "age"),
        *("able_to_understand_and_consent", "thoracic_irradiation_history", "consent_barrier"),
        *("allergy_monoclonal_antibody", "allergy_capecitabine", "allergy_paclitaxel"),
        *("allergy_platinum", "other_malignancy", "lactating", "other_immunodeficiency"),
        *("autoimmune_disease_active_or_history", "organ_or_allogeneic_transplant"),
    ),
    "imaging": (
        *("stage_ivb_uicc8", "progression", "intracranial_metastasis_at_diagnosis"),
        *("esophagomediastinal_fistula", "esophagotracheal_fistula"),
        *("interstitial_lung_disease_history", "noninfectious_pneumonitis_history"),
        "metastases_nonregional_lymph_nodes_only",
    ),
    "phone": ("life_expectancy", "cannot_tolerate_chemoradiotherapy"),
}
_PLACES = {item: where for where, items in OF_ITEMS.items() for item in items}


def where_found(item: Item) -> Where:
    """Give where an item is settled."""
    return _PLACES.get(item.id, "lab" if item.sample else "ward")


def where_words(say: Say, where: Where) -> str:
    """Name a place in one word."""
    return say(WORDS[where])
