"""Typed and pasted labs: read lab by lab, asked about, or refused; never guessed."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.cli.labs import reading_object
from ectrial.facts import Facts
from ectrial.labs.characters import normalized
from ectrial.labs.lab_reading import LabReading
from ectrial.labs.lexicon import Lexicon
from ectrial.labs.reader import MAX_LENGTH, MOST_LABS, LabReader
from ectrial.labs.units import forms_by_code, unit_of
from ectrial.quantity import Quantity
from ectrial.trial.truth_of_values import truth_under
from ectrial.vocabulary import Item
from tests.ectrial.lab_corpus import fragments, in_short, read, reader
from tests.ectrial.subjects import SAMPLES, TRIAL
from tests.tables import of_each

ITEMS = TRIAL.vocabulary
FORMS = forms_by_code()
NAMED = sorted(i for i, item in ITEMS.items() if item.kind == "quantity" and item.names.takes)


LINES = range(1, len(fragments()) + 1)  # mutmut cannot call for a test by what people type


@of_each("sample", SAMPLES["lab_text"], ids=range(len(SAMPLES["lab_text"])))
def test_a_sample_text_gets_what_must_come_of_it(sample: dict[str, Any]) -> None:
    (got,) = read(sample["text"], sample["analyte"])

    assert (got["item"], got["status"]) == (sample["analyte"], sample["expect"])
    if sample["expect"] == "value":
        assert got["value"] == sample["value"]
        assert got["unit"] == sample.get("unit")
        assert got["comparator"] == sample.get("comparator", "=")


@pytest.mark.long  # one test below reads them all, with a reader made anew
@of_each(("text", "wanted"), fragments(), ids=LINES)
def test_a_fragment_gets_what_must_come_of_it(text: str, wanted: list[str]) -> None:
    readings = read(text)

    assert [in_short(reading) for reading in readings] == wanted
    assert all(reading["text"] in text for reading in readings)


def test_a_text_beyond_every_report_is_asked_as_a_whole() -> None:
    labs, more = "WBC 5.2\n" * MOST_LABS, "WBC 5.2\n" * (MOST_LABS + 1)

    assert [in_short(reading) for reading in read(labs, "wbc")] == ["wbc 5.2 10*9/L"]
    assert [in_short(reading) for reading in read(more, "wbc")] == ["wbc ask"]
    assert [reading["status"] for reading in read(more)] == ["unread"]
    assert [in_short(reading) for reading in read("1" * (MAX_LENGTH + 1), "wbc")] == ["wbc ask"]


QUOTES = [
    ("Hb 112 g/L, PLT 180。", ["Hb 112 g/L", "PLT 180"]),
    ("ALT 30 (ULN 50)，AST：28", ["ALT 30 (ULN 50)", "ALT 30 (ULN 50)", "AST：28"]),
    ("HBV DNA 未检出；HBsAg（-）", ["HBV DNA 未检出", "HBsAg（-）"]),
    ("Hb 112 (外院) 复核", ["Hb 112", "(外院) 复核"]),
    ("姓名 张三\nWBC 5.2", ["姓名 张三", "WBC 5.2"]),
]


@of_each(("text", "quotes"), QUOTES, ids=range(len(QUOTES)))
def test_a_reading_quotes_what_was_typed_of_it(text: str, quotes: list[str]) -> None:
    assert [reading["text"] for reading in read(text)] == quotes


def test_a_reader_made_anew_reads_the_same() -> None:
    anew = LabReader(ITEMS, Lexicon(ITEMS.values()))
    facts = Facts()
    judge = truth_under(TRIAL, facts)

    for text, wanted in fragments():
        readings = [reading_object(each) for each in anew.read(text, judge, facts)]
        assert [in_short(reading) for reading in readings] == wanted
        assert all(reading["text"] in text for reading in readings)
        assert not any(each["choices"] for each in readings if each["status"] == "value")


def test_the_corpus_holds_what_was_promised() -> None:
    assert len(fragments()) >= 600


ON_A_CARD = [
    ("creatinine_clearance", "75 mL/min/1.73m²", "creatinine_clearance reject"),
    ("creatinine_clearance", "eGFR 75", "creatinine_clearance reject"),
    ("creatinine_clearance", ">60", "creatinine_clearance confirm >60 mL/min"),
    ("creatinine_clearance", "4", "creatinine_clearance ask_unit"),
    ("life_expectancy", "4个月以上", "life_expectancy ask"),
    ("life_expectancy", "半年", "life_expectancy 6 mo"),
    ("life_expectancy", "四个月", "life_expectancy 4 mo"),
    ("life_expectancy", "两三个月", "life_expectancy ask"),
    ("life_expectancy", "一年半", "life_expectancy ask"),
    ("life_expectancy", "3-6个月", "life_expectancy ask"),
    ("life_expectancy", "半年左右", "life_expectancy ask"),
    ("chemo_cycles", "六个周期", "chemo_cycles 6 {cycle}"),
    ("chemo_cycles", "十二", "chemo_cycles 12 {cycle}"),
    ("hemoglobin", "九十", "hemoglobin ask"),
    ("ecog", "0-1", "ecog 1 {score}"),
    ("ecog", "2-3", "ecog ask"),
    ("ecog", "5", "ecog reject"),
    ("ecog", "70", "ecog ask"),
    ("weight", "120斤", "weight 60 kg"),
    ("weight", "150 lb", "weight 68.0388555 kg"),
    ("weight", "120", "weight confirm 120 kg"),
    ("hemoglobin", "-9 g/dL", "hemoglobin ask"),
    ("hemoglobin", "9 kg", "hemoglobin ask"),
    ("hemoglobin", "", "hemoglobin ask"),
    ("hbsag", "-", "hbsag ask"),
    ("hbsag", "(-)", "hbsag negative"),
    ("hbsag", "弱阳性", "hbsag ask"),
    ("anc", "62%", "anc ask"),
    ("wbc", "0", "wbc confirm 0 10*9/L"),
    ("albumin", "380 umol/L", "albumin reject"),
    ("hbv_dna", "10⁴拷贝", "hbv_dna 10000 {copies}/mL"),
    ("hbv_dna", "1×10e4", "hbv_dna ask"),
    ("hcv_rna", "未检测到", "hcv_rna meets"),
    ("hcv_rna", "未检", "hcv_rna ask"),
    ("hemoglobin", "未检出", "hemoglobin ask"),
    ("alt", "2x", "alt 2 xULN"),
    ("alt_uln", "50", "alt_uln 50 U/L"),
    ("total_bilirubin_uln", "12", "total_bilirubin_uln confirm 12 umol/L"),
    ("wbc", "5,200/µL", "wbc 5200 /uL"),
    ("hbv_dna", "2,500 IU/mL", "hbv_dna ask"),
    ("total_bilirubin_uln", "3.4-20.5 μmol/L", "total_bilirubin_uln 20.5 umol/L"),
    ("total_bilirubin_uln", "≤23", "total_bilirubin_uln 23 umol/L"),
    ("creatinine_clearance", "90 mL/min per 1.73 m2", "creatinine_clearance reject"),
    ("chemo_cycles", "4个疗程", "chemo_cycles 4 {cycle}"),
    ("chemo_cycles", "4周期以上", "chemo_cycles ask"),
    ("life_expectancy", "半年以上", "life_expectancy >=6 mo"),
    ("life_expectancy", "大于3个月", "life_expectancy >3 mo"),
    # a word that straddles the limit is asked, in any language; a sign stays as typed
    ("life_expectancy", "至少4个月", "life_expectancy ask"),
    ("life_expectancy", "不低于4个月", "life_expectancy ask"),
    ("life_expectancy", "at least 4 months", "life_expectancy ask"),
    ("life_expectancy", "4 months or more", "life_expectancy ask"),
    ("life_expectancy", "至少5个月", "life_expectancy >=5 mo"),
    ("life_expectancy", "≥4个月", "life_expectancy >=4 mo"),
    ("life_expectancy", ">=4 mo", "life_expectancy >=4 mo"),
    ("life_expectancy", "4个月以下", "life_expectancy <=4 mo"),
    ("life_expectancy", "不到4个月", "life_expectancy <4 mo"),
    ("life_expectancy", "six months", "life_expectancy 6 mo"),
    ("life_expectancy", "half a year", "life_expectancy 6 mo"),
    ("life_expectancy", "four to six months", "life_expectancy ask"),
    ("life_expectancy", "一个半月", "life_expectancy ask"),
    ("life_expectancy", "300", "life_expectancy reject"),
    ("chemo_cycles", "4+", "chemo_cycles ask"),
    ("chemo_cycles", "five", "chemo_cycles 5 {cycle}"),
    ("chemo_cycles", "已完成5周期", "chemo_cycles 5 {cycle}"),
    ("chemo_cycles", "第5周期", "chemo_cycles ask"),
    ("ecog", "1 or 2", "ecog ask"),
    ("ecog", "0/1", "ecog ask"),
    ("hemoglobin", "2.5", "hemoglobin confirm 2.5 g/dL"),
    ("hemoglobin", "1.5", "hemoglobin confirm 1.5 mmol/L"),
    ("hemoglobin", "1.40 mmol/L", "hemoglobin confirm 1.40 mmol/L"),
    ("wbc", "5.2E9/L", "wbc 5.2 10*9/L"),
    ("hbv_dna", "2.5万 copies/mL", "hbv_dna 25000 {copies}/mL"),
    ("hbv_dna", "5万IU/ml", "hbv_dna 50000 [IU]/mL"),
    ("hbv_dna", "低于检测下限", "hbv_dna ask"),
    ("hbv_dna", "低于检测下限（<20 IU/mL）", "hbv_dna <20 [IU]/mL"),
    ("creatinine_clearance", "75 ml/(min·1.73m²)", "creatinine_clearance reject"),
    ("creatinine_clearance", "75 mL/min/1.73㎡", "creatinine_clearance reject"),
    ("creatinine_clearance", "75ml/min（1.73m²）", "creatinine_clearance reject"),
    ("creatinine_clearance", "75毫升/分钟", "creatinine_clearance 75 mL/min"),
    ("age", "58 years old", "age 58 a"),
    ("platelets", "l80", "platelets ask"),
    # the ends of the bands
    ("wbc", "200", "wbc confirm 200 10*9/L"),
    ("wbc", "201", "wbc ask_unit"),
    ("wbc", "500", "wbc 500 /uL"),
    ("anc", "19.9", "anc 19.9 10*9/L"),
    ("anc", "20", "anc ask"),
    ("anc", "100", "anc ask"),
    ("anc", "101", "anc confirm 101 /uL"),
    ("platelets", "39.9", "platelets confirm 39.9 10*9/L"),
    ("platelets", "40", "platelets 40 10*9/L"),
    ("platelets", "1000", "platelets confirm 1000 10*9/L"),
    ("platelets", "2000", "platelets ask_unit"),
    ("platelets", "20000", "platelets 20000 /uL"),
    ("hemoglobin", "5.58", "hemoglobin confirm 5.58 g/dL"),
    ("hemoglobin", "5.59", "hemoglobin ask_unit"),
    ("hemoglobin", "12.4", "hemoglobin ask_unit"),
    ("hemoglobin", "12.5", "hemoglobin 12.5 g/dL"),
    ("hemoglobin", "30", "hemoglobin confirm 30 g/L"),
    ("albumin", "8", "albumin confirm 8 g/dL"),
    ("albumin", "8.5", "albumin ask_unit"),
    ("albumin", "10", "albumin confirm 10 g/L"),
    ("total_bilirubin", "1.4", "total_bilirubin 1.4 mg/dL"),
    ("total_bilirubin", "1.5", "total_bilirubin ask_unit"),
    ("total_bilirubin", "17.5", "total_bilirubin ask_unit"),
    ("total_bilirubin", "17.6", "total_bilirubin 17.6 umol/L"),
    ("creatinine", "14.9", "creatinine confirm 14.9 mg/dL"),
    ("creatinine", "15", "creatinine ask_unit"),
    ("creatinine", "20", "creatinine confirm 20 umol/L"),
    ("creatinine", "0.19", "creatinine ask_unit"),
    ("weight", "90", "weight 90 kg"),
    ("weight", "90.5", "weight confirm 90.5 kg"),
    ("alt", "升高2倍", "alt ask"),
]


@of_each(("item", "text", "wanted"), ON_A_CARD, ids=range(len(ON_A_CARD)))
def test_a_bare_answer_is_read_on_its_card(item: str, text: str, wanted: str) -> None:
    assert [in_short(reading) for reading in read(text, item)] == [wanted]


def test_a_known_upper_limit_tells_the_unit() -> None:
    known = Facts({"total_bilirubin_uln": Quantity(Decimal(23), "umol/L")})

    assert [in_short(r) for r in read("15", "total_bilirubin", known)] == [
        "total_bilirubin 15 umol/L"
    ]
    assert [in_short(r) for r in read("0.8", "total_bilirubin", known)] == ["total_bilirubin ask"]


def test_a_unit_of_its_own_explains_a_limit_in_another() -> None:
    assert [in_short(r) for r in read("TBIL 0.8 mg/dL (ULN 23)")] == [
        "total_bilirubin 0.8 mg/dL",
        "total_bilirubin_uln confirm 23 umol/L",
    ]
    assert [in_short(r) for r in read("TBIL 0.8 mg/dL (23 umol/L)")] == [
        "total_bilirubin 0.8 mg/dL",
        "total_bilirubin_uln 23 umol/L",
    ]


UPPER = [
    ("23", "total_bilirubin_uln 23 umol/L"),
    ("23 umol/L", "total_bilirubin_uln 23 umol/L"),
    ("0-23", "total_bilirubin_uln 23 umol/L"),
    ("(3-23)", "total_bilirubin_uln 23 umol/L"),
    ("ULN 23", "total_bilirubin_uln 23 umol/L"),
    ("<23", "total_bilirubin_uln 23 umol/L"),
    ("1.2", "total_bilirubin_uln 1.2 mg/dL"),
    (">23", "total_bilirubin_uln ask"),
    ("≥23", "total_bilirubin_uln ask"),
    ("15/23", "total_bilirubin_uln ask"),
    ("15 (0-23)", "total_bilirubin_uln ask"),
    ("30-23", "total_bilirubin_uln ask"),
    ("normal", "total_bilirubin_uln ask"),
    ("5", "total_bilirubin_uln reject"),
]


@of_each(("text", "wanted"), UPPER, ids=range(len(UPPER)))
def test_an_upper_limit_is_read_on_its_card(text: str, wanted: str) -> None:
    assert [in_short(reading) for reading in read(text, "total_bilirubin_uln")] == [wanted]


def test_a_rare_value_is_confirmed_in_the_unit_of_its_limit() -> None:
    assert [in_short(r) for r in read("TBIL 400 (ULN 23)")] == [
        "total_bilirubin confirm 400 umol/L",
        "total_bilirubin_uln 23 umol/L",
    ]


def test_white_cells_below_known_neutrophils_are_asked() -> None:
    known = Facts({"anc": Quantity(Decimal("3.1"), "10*9/L")})

    assert [in_short(r) for r in read("2.0", "wbc", known)] == ["wbc ask"]
    assert [in_short(r) for r in read("3.1", "wbc", known)] == ["wbc 3.1 10*9/L"]
    assert [in_short(r) for r in read("WBC 2.0 ANC 1.5", None, known)] == [
        "wbc 2.0 10*9/L",
        "anc 1.5 10*9/L",
    ]


def test_every_form_of_a_unit_can_be_met_as_it_is_written() -> None:
    refused = [form for item in ITEMS.values() for form in item.refused_units]

    for form in (*refused, *reader().lexicon.scaled):
        assert reader().lexicon.unit_at(normalized(form), 0) == (form, len(form))


def test_a_share_of_neutrophils_is_offered_with_the_white_cells() -> None:
    known = Facts({"wbc": Quantity(Decimal("5.2"), "10*9/L")})

    (reading,) = read("62%", "anc", known)

    assert reading["status"] == "ask"
    assert [choice["value"] for choice in reading["choices"]] == ["3.224"]


def test_a_bare_number_that_looks_like_a_share_is_offered_as_one() -> None:
    known = Facts({"wbc": Quantity(Decimal("5.2"), "10*9/L")})

    (reading,) = read("62", "anc", known)

    assert reading["status"] == "ask"
    assert [choice["value"] for choice in reading["choices"]] == ["3.224"]


def test_a_lookalike_behind_the_number_is_never_taken() -> None:
    assert [in_short(r) for r in read("75 (eGFR)", "creatinine_clearance")] == [
        "creatinine_clearance ask",
        "creatinine_clearance reject",
    ]


def test_a_bare_name_is_asked_for_its_number() -> None:
    assert [in_short(r) for r in read("Hb")] == ["hemoglobin ask"]


LIMITS = {item.uln for item in ITEMS.values()}
UNITS = [(name, unit) for name in NAMED for unit in ITEMS[name].units]


@given(st.sampled_from(UNITS), st.decimals(0, 3000, places=2), st.sampled_from(["", "<", ">="]))
def test_a_printed_value_is_read_exactly(
    named: tuple[str, str], value: Decimal, sign: str
) -> None:
    name, unit = named
    item = ITEMS[name]
    typed = Quantity(value, unit, sign or "=")  # type: ignore[arg-type] # one of the signs above
    assume(item.is_possible(typed) and unit != "[IU]/L")
    assume(not (name in LIMITS and sign == ">="))  # no upper limit: asked
    assume(not (item.uln and sign == "<"))  # a limit without its result: asked

    (got,) = read(f"{item.names.takes[0]} {sign}{value} {unit}")

    assert (got["item"], got["value"], got["unit"]) == (name, str(value), unit)
    printed_as_limit = name in LIMITS and sign == "<"
    assert got["comparator"] == ("=" if printed_as_limit else sign or "=")
    assert got["status"] == ("value" if item.is_plausible(typed) else "confirm")


def printed() -> Iterator[tuple[str, str, Quantity]]:
    """A plausible number of each lab in every form that its units are typed in."""
    for name in NAMED:
        item = ITEMS[name]
        for code, form in ((c, f) for c, forms in FORMS.items() for f in (c, *forms)):
            scaled = form in reader().lexicon.scaled  # worked out at once: lb
            for number in map(Decimal, ("0.9", "3", "4.5", "37", "110", "5400", "150000")):
                quantity = Quantity(number, code)
                if unit_of(form, item) == code and not scaled and is_plain(item, quantity):
                    apart = "" if form == "k" else " "
                    # in small letters g/l is grams: asked for a count
                    unit = "G/L" if (code, form) == ("10*9/L", "g/l") else form
                    yield name, f"{item.names.takes[0]} {number}{apart}{unit}", quantity


def is_plain(item: Item, quantity: Quantity) -> bool:
    return item.is_possible(quantity) and item.is_plausible(quantity)


def test_every_form_of_every_unit_is_read_exactly() -> None:
    texts = list(printed())

    wrong = [
        text
        for name, text, wanted in texts
        if [(r.item, r.status, r.value) for r in read_as_typed(text)] != [(name, "value", wanted)]
    ]

    assert len(texts) > 300
    assert not wrong


def read_as_typed(text: str) -> tuple[LabReading, ...]:
    return reader().read(text, truth_under(TRIAL, Facts()))


LABS = [
    ("WBC 5.2", "wbc 5.2 10*9/L"),
    ("中性粒细胞 3.1×10^9/L", "anc 3.1 10*9/L"),
    ("PLT 180", "platelets 180 10*9/L"),
    ("血红蛋白112g/L", "hemoglobin 112 g/L"),
    ("Alb 38 g/L", "albumin 38 g/L"),
    ("TBil 12/23", "total_bilirubin 12 umol/L", "total_bilirubin_uln 23 umol/L"),
    ("ALT 30(50)", "alt 30 U/L", "alt_uln 50 U/L"),
    ("谷草 28 U/L 15-40", "ast 28 U/L", "ast_uln 40 U/L"),
    ("Cr 70", "creatinine 70 umol/L"),
    ("PCT 0.21", "platelets reject"),
    ("HBsAg 阴性", "hbsag negative"),
    ("HBV DNA 未检出", "hbv_dna meets"),
]


@given(
    st.permutations(LABS),
    st.lists(st.sampled_from([" ", ",", "，", ";", "\n", ", "]), min_size=12),
)
def test_shuffled_labs_keep_their_own_numbers(
    labs: list[tuple[str, ...]], between: list[str]
) -> None:
    text = "".join(lab[0] + gap for lab, gap in zip(labs, between, strict=False))

    got = [in_short(reading) for reading in read(text)]

    assert got == [answer for lab in labs for answer in lab[1:]]


PIECES = st.sampled_from(
    sorted({piece for text, _ in fragments() for piece in re.split(r"(\W)", text) if piece})
)


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map(" ".join)))
def test_no_text_makes_it_raise_or_give_the_impossible(text: str) -> None:
    for name in (None, "hemoglobin", "hbv_dna", "ecog", "hbsag"):
        for reading in read(text, name):
            assert reading["text"] in text
            if reading["unit"] and reading["status"] in ("value", "confirm"):
                quantity = Quantity(Decimal(reading["value"]), reading["unit"])
                assert ITEMS[reading["item"]].is_possible(quantity)


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_no_item_has_two_values(text: str) -> None:
    values = [r["item"] for r in read(text) if r["status"] == "value"]

    assert len(values) == len(set(values))


REASONS = [
    ("PCT 0.21", "look_alike"),
    ("Hb 300", "impossible"),
    ("ECOG 1.5", "impossible"),
    ("albumin 380 umol/L", "unit"),
    ("Hb 9 kg", "unit"),
    ("Hb 60斤", "unit"),
    ("Hb", "no_number"),
    ("Hb normal", "no_number"),
    ("HBsAg", "no_number"),
    ("Hb 未检出", "no_number"),
    ("HBV DNA 待回报", "no_result"),
    ("HBV DNA 低于检测下限", "below_limit"),
    ("胆红素 12", "name"),
    ("NEUT% 62", "percent"),
    ("ANC 62%", "percent"),
    ("ANC 62", "percent"),
    ("Hb 98 Hb 112", "differs"),
    ("WBC 5.2 ANC 6.2", "above_whole"),
    ("TBIL 0.8/23", "mixed_units"),
    ("TBIL 0.8 / 23 umol/L", "mixed_units"),
    ("Cr 1.1/104", "mixed_units"),
    ("Cr 7/104", "mixed_units"),
    ("ALT 30 (0.83)", "mixed_units"),
    ("WBC 5.2 3500-9500", "mixed_units"),
    ("Hb 15 130-175", "mixed_units"),
    ("Cr 0.9 mg/dL (80)", "unclear"),
    ("Hb 98-112", "unclear"),
    ("Hb about 112", "unclear"),
    ("Hb 112 98", "unclear"),
    ("Hb 11.2.2", "unclear"),
    ("Hb 112/160", "unclear"),
    ("HIV 阴性 阳性", "unclear"),
    ("预计生存期 4个月以上", "unclear"),
    ("血红蛋白92以下", "unclear"),
    ("ALT 30 (ULN 50 kg)", "unclear"),
    ("ALT,30,40", "unclear"),
]


@of_each(("text", "why"), REASONS, ids=range(len(REASONS)))
def test_a_reading_not_taken_says_why(text: str, why: str) -> None:
    facts = Facts()

    readings = reader().read(text, truth_under(TRIAL, facts), facts)

    assert {r.why for r in readings if r.status in ("ask", "reject")} == {why}


def test_an_impossible_limit_is_told_at_the_value_and_at_the_limit() -> None:
    facts = Facts()

    readings = reader().read("ALT 30 (5)", truth_under(TRIAL, facts), facts)

    assert [(r.item, r.status, r.why) for r in readings] == [
        ("alt", "ask", "impossible_limit"),
        ("alt_uln", "reject", "impossible_limit"),
    ]


def test_only_a_reading_not_taken_has_a_reason() -> None:
    for text, _wanted in fragments():
        for reading in read_as_typed(text):
            assert (reading.why is not None) is (reading.status in ("ask", "reject"))


OFFERED = [
    ("alt", "<5", ["<5 U/L", "<5 ukat/L"]),
    ("alt", "0.6", ["=0.6 U/L", "=0.6 ukat/L", "=0.6 xULN"]),
    ("total_bilirubin", "5", ["=5 umol/L", "=5 mg/dL"]),
    ("total_bilirubin", "4.9", ["=4.9 umol/L", "=4.9 mg/dL", "=4.9 xULN"]),
    ("platelets", "12", ["=12 10*9/L", "=12 10*4/uL"]),
    ("hemoglobin", "25", ["=25 g/dL", "=25 g/L"]),
    ("hbv_dna", "2,000 IU/mL", ["=2000 [IU]/mL", "=2.000 [IU]/mL"]),
    ("creatinine", "17", ["=17 umol/L", "=17 mg/dL"]),
    ("life_expectancy", "4个月以上", [">=4 mo"]),
]


@of_each(("item", "text", "choices"), OFFERED, ids=range(len(OFFERED)))
def test_what_is_asked_offers_what_it_may_be(item: str, text: str, choices: list[str]) -> None:
    (reading,) = read(text, item)

    offered = [f"{c['comparator']}{c['value']} {c['unit']}" for c in reading["choices"]]
    assert offered == choices
