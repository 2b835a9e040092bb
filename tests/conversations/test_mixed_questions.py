"""A question may mix numbers, dates, lists and yes or no: each is asked, and can be answered."""

from itertools import combinations
from pathlib import Path

import pytest

from conversations.places import Question
from conversations.walk import next_place
from ectrial.trial.given_trials import load_given
from ectrial.trial.versions import shipped
from tests.campaigns import campaign
from tests.conversations.paths import another
from tests.records import Dialogue
from tests.tables import of_each

ITEMS = """
weight: {kind: quantity, name: {en: "Weight", zh: "体重"}, example: {en: "70 kg", zh: "70 kg"},
  units: {kg: {base: kg, soft: [30, 200], hard: [1, 400]}}, resolve: {en: "Scale", zh: "称"}}
dose: {kind: quantity, name: {en: "Dose", zh: "剂量"}, example: {en: "50 Gy", zh: "50 Gy"},
  units: {Gy: {base: Gy, soft: [1, 90], hard: [0, 200]}}, resolve: {en: "Plan", zh: "计划"}}
flutter: {kind: boolean, name: {en: "Flutter", zh: "房扑"}, resolve: {en: "ECG", zh: "心电图"}}
asthma: {kind: boolean, name: {en: "Asthma", zh: "哮喘"}, resolve: {en: "Ask", zh: "询问"}}
side: {kind: choice, name: {en: "Side", zh: "侧"}, resolve: {en: "Ask", zh: "询问"},
  options: {left: {en: "Left", zh: "左"}, right: {en: "Right", zh: "右"}}}
drugs: {kind: multichoice, name: {en: "Drugs", zh: "药物"}, resolve: {en: "Ask", zh: "询问"},
  options: {aspirin: {en: "Aspirin", zh: "阿司匹林"}, statin: {en: "Statin", zh: "他汀"}}}
infarct: {kind: date, name: {en: "Infarct", zh: "梗死"}, resolve: {en: "Ask", zh: "询问"}}
scars: {kind: list, name: {en: "Scars", zh: "瘢痕"}, resolve: {en: "Look", zh: "查看"},
  properties: {deep: {kind: boolean, name: {en: "Deep", zh: "深"}}}}
"""
RULES = {
    "weight": "{above: {item: weight, limit: 90, unit: kg}}",
    "dose": "{above: {item: dose, limit: 60, unit: Gy}}",
    "flutter": "{is: flutter}",
    "asthma": "{is: asthma}",
    "side": "{is: {item: side, answer: left}}",
    "drugs": "{any_listed: {item: drugs, complete_when: {}, "
    "truths: {aspirin: 'false', statin: 'true'}}}",
    "infarct": "{within: {item: infarct, before: today, at_most: {months: 6}}}",
    "scars": "{some: {things: scars, that: {is: deep}}}",
}
ANSWERS = {
    "weight": ("70 kg",),
    "dose": ("50 Gy",),
    "flutter": ("No",),
    "asthma": ("No",),
    "side": ("Right",),
    "drugs": ("☐ Aspirin", "Done"),
    "infarct": ("2024", "Feb", "29"),
    "scars": ("None",),
}
FILE = """
language: 3
id: MIX-1
version: "1"
study:
  title: {{en: "Mix", zh: "混合"}}
  brief_title: {{en: "Mix", zh: "混合"}}
  registry_id: TOY00000009
  sponsor: {{en: "Nobody", zh: "无"}}
  condition: {{en: "None", zh: "无"}}
  treatment: {{en: "None", zh: "无"}}
  phase: {{en: "Phase 0", zh: "0期"}}
  site: {{en: "Nowhere", zh: "无"}}
  participation: [{{en: "Ask.", zh: "询问。"}}]
sample_days: 7
criteria:
  - id: EXCL01
    category: exclusion
    title: {{en: "All of it", zh: "全部"}}
    verbatim: "All"
    rule: {{any: [{rules}]}}
questions:
  - {{id: mix, criterion: EXCL01, items: [{items}], asks: {{en: "What of it?", zh: "有哪些？"}}}}
"""


def mixed(folder: Path, *items: str, more: tuple[str, str] = ("", "")) -> Dialogue:
    (folder / "items").mkdir()
    (folder / "protocols").mkdir()
    (folder / "items" / "mix.yaml").write_text(ITEMS + more[0], "utf-8")
    file = folder / "protocols" / "mix.yaml"
    rules = ", ".join(RULES.get(item, more[1]) for item in items)
    file.write_text(FILE.format(rules=rules, items=", ".join(items)), "utf-8")
    man = Dialogue(present=load_given(file))
    man.says("/new S-014")
    return man


ALL = tuple(RULES)
MIXES = {"-".join(items): items for items in (*combinations(RULES, 2), ALL, ALL[::-1])}


@pytest.mark.parametrize("items", campaign(MIXES, "weight-flutter", "-".join(ALL)))
def test_every_item_of_every_mix_is_answered(items: tuple[str, ...], tmp_path: Path) -> None:
    man = mixed(tmp_path, *items)
    while isinstance(place := next_place(man.case), Question):
        asked = man.case.trial.question_by_id[place.id]
        for button in man.labels():  # no button of the card raises
            another(man).taps(button)
        is_several = len(asked.items) > 1
        man.taps_or_says(*(["None of these"] if is_several else ANSWERS[asked.items[0].id]))

    assert set(items) == man.case.facts.items.keys(), man.text()


def test_ticks_of_before_a_number_was_asked_apart_are_left(tmp_path: Path) -> None:
    man = mixed(tmp_path, "flutter", "asthma", "weight")
    man.focus = man.focus.at(Question("mix", ("weight:yes", "flutter:yes")))

    man.taps("Record · other 1: No")
    assert man.case.facts.items.keys() == {"flutter", "asthma"}


SHIPPED = {
    f"{trial}-{question.id}": (trial, question.id)
    for trial in shipped().ids
    for question in shipped().current(trial).questions
}


@pytest.mark.parametrize("asked", campaign(SHIPPED, "EC-CRT-003-alt", "EC-CRT-003-lung"))
def test_no_button_of_a_shipped_question_raises(asked: tuple[str, str]) -> None:
    trial, question = asked
    man = Dialogue(present=shipped().current(trial))
    man.says("/new S-014")
    man.focus = man.focus.at(Question(question))
    assert man.asked == question
    for button in man.labels():
        second = another(man)
        second.taps(button)
        for label in second.labels() if second.asked == question else ():
            another(second).taps(label)


@of_each(
    ("text", "item"),
    [
        ("50 Gy", "dose"),  # by its unit
        ("Dose: 50", "dose"),  # by its name
        ("剂量50Gy", "dose"),
        ("70 kg", "weight"),
        ("70", "weight"),  # the card at hand asks for it
    ],
)
def test_a_number_typed_beside_its_card_is_taken(text: str, item: str, tmp_path: Path) -> None:
    man = mixed(tmp_path, "weight", "dose")
    assert "→ Weight" in man.text()

    man.says(text)
    if man.stands == "reading":
        man.taps(man.labels()[0])
    assert man.case.facts.items.keys() == {item}
    assert ("→ Weight" if item == "dose" else "→ Dose") in man.text()


def test_two_numbers_of_a_question_are_read_together(tmp_path: Path) -> None:
    man = mixed(tmp_path, "weight", "dose")

    man.says("weight 70 kg, dose 50 Gy")
    man.taps("Record all (2)")
    assert man.case.facts.items.keys() == {"weight", "dose"}


def test_a_verdict_names_each_open_number_of_a_question(tmp_path: Path) -> None:
    man = mixed(tmp_path, "weight", "dose", "flutter")

    man.taps("Not sure", "Not sure", "Not sure")
    assert "? EXCL01 Weight: Scale · Dose: Plan · Flutter: ECG" in man.text()


@pytest.mark.parametrize("way", ["Record · other 1: Not sure", "not sure"])
def test_all_not_sure_leaves_what_is_answered(way: str, tmp_path: Path) -> None:
    man = mixed(tmp_path, "flutter", "asthma", "weight")
    man.taps("☐ Flutter", "☑ Flutter", "? Flutter", "Record only these")
    assert man.asked == "mix"
    assert "All not sure" not in man.labels()

    man.taps_or_says(way)
    answers = man.case.facts.items
    assert (answers["flutter"], answers["asthma"]) == ("no", "unknown")


def test_a_unit_is_shown_as_people_type_it(tmp_path: Path) -> None:
    pressure = """
sbp: {kind: quantity, name: {en: "SBP", zh: "收缩压"}, resolve: {en: "Cuff", zh: "测量"},
  example: {en: "118 mmHg", zh: "118 mmHg"},
  units: {"mm[Hg]": {base: "mm[Hg]", soft: [80, 200], hard: [40, 300]}}}
"""
    rule = '{below: {item: sbp, limit: 95, unit: "mm[Hg]"}}'
    man = mixed(tmp_path, "flutter", "sbp", more=(pressure, rule))
    man.taps("No")
    assert "≥ 95 mmHg · no number" in man.labels()

    man.says("118 mmHg")
    assert "SBP 118 mmHg ≥ 95 ✓" in man.text()
