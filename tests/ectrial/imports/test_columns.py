"""Titles of columns name items in both languages, and nothing where it is not clear which."""

from ectrial.imports.columns import columns_of
from ectrial.trial.own_items import own_items
from ectrial.trial.versions import shipped
from tests.tables import of_each

ITEMS = own_items(shipped().default)


@of_each(
    ("title", "means", "item", "unit"),
    [
        ("ALT", "item", "alt", ""),
        ("ALT（谷丙转氨酶）", "item", "alt", ""),
        ("总胆红素（μmol/L）", "item", "total_bilirubin", "μmol/L"),
        ("Hb, g/L", "item", "hemoglobin", "g/L"),
        ("creatinine_uln", "item", "creatinine_uln", ""),
        ("肌酐 上限", "item", "creatinine_uln", ""),
        ("HBV DNA", "item", "hbv_dna", ""),
        ("Ｓｅｘ ", "item", "sex", ""),
        ("ANC date", "day", "anc", ""),
        ("血小板日期", "day", "platelets", ""),
        ("采样日期", "days", "", ""),
        ("Subject ID", "subject", "", ""),
        ("胆红素", "nothing", "", ""),
        ("neutrophils %", "nothing", "", ""),
        ("BP", "nothing", "", ""),
        ("", "nothing", "", ""),
    ],
)
def test_a_title_names_what_it_says(title: str, means: str, item: str, unit: str) -> None:
    (found,), _ = columns_of([title], ITEMS, {})

    assert (found.means, found.item, found.unit) == (means, item, unit)
