"""Every mistake of an author is refused at start-up, with its file, line and name."""

from pathlib import Path
from typing import NamedTuple

import pytest

from ectrial.item_files import load_vocabulary
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.vocabulary import Vocabulary
from ectrial.yaml_file import MAX_BYTES, MAX_DEPTH, Fault, SourceError, YamlFile
from tests.ectrial.toy import ITEMS, TOY
from tests.tables import of_each

PROTOCOL = (TOY / "sleep.yaml").read_text(encoding="utf-8")
VOCABULARY = (TOY / "items" / "sleep.yaml").read_text(encoding="utf-8")
SLEEP_RULE = "above: {item: sleep, limit: 7, unit: h}\n\n"
MARKER_RULE = "- at_most: {item: marker, other: marker_uln, times: 2}"
CALM_RULE = '- between: {item: calm, low: 3, high: 8, unit: "{score}"}'
NAPS = "        - is: naps\n    contradictions"


class Bad(NamedTuple):
    """An edit of a good file; the fault stands on the line that holds `at` after it."""

    name: str
    old: str
    new: str
    at: str
    subject: str
    says: str


def deep(levels: int) -> str:
    return "[" * levels + "]" * levels


STRUCTURE = [
    Bad("duplicate key", 'version: "7"', 'version: "7"\nversion: "8"', '"8"', "", "'version' sta"),
    Bad("duplicate inner key", "p_fail: 0.5,", "p_fail: 0.5, p_fail: 1,", "0.5", "", "'p_fail'"),
    Bad("anchor", "id: SLEEP-1", "id: &name SLEEP-1", "&name", "", "anchors and aliases"),
    Bad("alias", 'version: "7"', "version: *name", "*name", "", "anchors and aliases"),
    Bad("tag", 'version: "7"', "version: !!int 7", "!!int", "", "the tag tag:yaml.org,2002:int"),
    Bad("python tag", 'version: "7"', "version: !!python/none x", "!!py", "", "is not allowed"),
    Bad("own tag", 'version: "7"', "version: !seven 7", "!seven", "", "the tag !seven"),
    Bad("merge key", 'version: "7"', '<<: {version: "7"}', "<<", "<<", "is no field"),
    Bad(
        "tab",
        "sample_days: 7",
        "\tsample_days: 7",
        "\tsample",
        "",
        "a tab stands here, and YAML takes none: write spaces",
    ),
    Bad(
        "broken quote",
        'version: "7"',
        'version: "7',
        'title: {en: "Sleep at',
        "",
        "or a quote or a bracket above is not closed",
    ),
    Bad("key that is a list", 'version: "7"', "[a, b]: c", "[a, b]", "", "a key must be a plain"),
    Bad("too deep", 'version: "7"', f"version: {deep(30)}", "[[[", "", "nested deeper than 24"),
    Bad(
        "two documents",
        "sample_days: 7",
        "---\nsample_days: 7",
        "---",
        "",
        "so leave out the line '---'",
    ),
]

PARTS = [
    Bad(
        "unknown top field",
        "sample_days",
        "sampledays: 7\nsample_days",
        "sampled",
        "sampledays",
        "did you mean sample_days?",
    ),
    Bad("missing version", 'version: "7"\n', "", "id: SLEEP-1", "version", "add 'version: …'"),
    Bad(
        "sample days not a number",
        "days: 7",
        "days: soon",
        "soon",
        "sample_days",
        "not a wh",
    ),
    Bad("sample days none", "sample_days: 7", "sample_days: 0", "days: 0", "sample_days", "great"),
    Bad(
        "end date no date",
        "2031-01-01",
        "soon",
        "end_date: soon",
        "study",
        "not a date",
    ),
    Bad(
        "study without site", 'site: {en: "Nowhere", zh: "无"}\n', "\n", "title:", "study", "site"
    ),
    Bad("text without chinese", ', zh: "睡眠超过7小时"}', "}", "7 hours", "INCL01", "title.zh"),
    Bad("text without english", 'en: "Noise", ', "", '"噪声"}\n    verb', "EXCL02", "title.en"),
    Bad("empty text", 'zh: "多平静？"', 'zh: ""', "How calm", "calm", "asks.zh: is empty"),
    Bad("third language", 'en: "Shift?"', 'fr: "?", en: "Shift?"', 'fr: "?"', "shift", "asks.fr"),
]

CRITERIA = [
    Bad(
        "wrong category",
        "INCL01\n    category: inc",
        "INCL01\n    category: exc",
        "- id: INCL01",
        "INCL01",
        "the id and the category disagree",
    ),
    Bad(
        "no such category",
        'category: inclusion\n    title: {en: "Calm',
        'category: maybe\n    title: {en: "Calm',
        "maybe",
        "INCL02A",
        "'maybe' is not allowed: there are inclusion, exclusion",
    ),
    Bad("malformed id", "id: EXCL02", "id: EXCLUDED", "EXCLUDED", "EXCLUDED", "two digits"),
    Bad(
        "criterion id twice",
        "- id: INCL02A",
        "- id: INCL01",
        '- id: INCL01\n    category: inclusion\n    title: {en: "Calm',
        "INCL01",
        "'INCL01' stands twice",
    ),
    Bad(
        "empty verbatim", '"Sleeps more than 7 hours"\n', '""\n', 'verbatim: ""', "INCL01", "verb"
    ),
    Bad(
        "restored elsewhere", '["2 x"]', '["3 x"]', "- id: INCL02A", "INCL02A", "restored but not"
    ),
    Bad(
        "unknown field",
        "    restored:",
        "    restord: [a]\n    restored:",
        "restord",
        "INCL02A",
        "restord: is no field here: did you mean restored?",
    ),
    Bad(
        "missing rule",
        "    rule:\n      " + SLEEP_RULE,
        "\n",
        "- id: INCL01",
        "INCL01",
        "'rule: …'",
    ),
    Bad(
        "unknown reading", "readings: [R01]", "readings: [R09]", "[R09]", "INCL01", "reading 'R09'"
    ),
    Bad(
        "unasked item",
        "[snores, noises]",
        "[snores]",
        "all:\n        - is: snores",
        "EXCL02",
        "no question asks 'noises'",
    ),
]

RULES = [
    Bad(
        "unknown operator",
        SLEEP_RULE,
        SLEEP_RULE.replace("above", "over"),
        "over:",
        "INCL01",
        "unknown operator 'over'",
    ),
    Bad(
        "shared part as operator",
        SLEEP_RULE,
        SLEEP_RULE.replace("above", "_"),
        "_:",
        "INCL01",
        "unknown operator '_'",
    ),
    Bad(
        "two operators",
        SLEEP_RULE,
        "above: {item: sleep, limit: 7, unit: h}\n      is: naps\n\n",
        "above:",
        "INCL01",
        "a rule is a mapping with one operator",
    ),
    Bad("rule as a word", SLEEP_RULE, "sleep\n\n", "      sleep", "INCL01", "one operator"),
    Bad(
        "unknown item",
        SLEEP_RULE,
        SLEEP_RULE.replace("sleep", "slep"),
        "slep",
        "INCL01",
        "unknown item 'slep'",
    ),
    Bad("unknown item alone", NAPS, NAPS.replace("naps", "nap"), "is: nap\n", "EXCL01", "'nap'"),
    Bad(
        "unknown other item",
        "other: marker_uln",
        "other: marker_max",
        "marker_max",
        "INCL02A",
        "unknown item 'marker_max'",
    ),
    Bad(
        "unknown unit",
        "limit: 7, unit: h}\n\n",
        "limit: 7, unit: d}\n\n",
        "unit: d}",
        "INCL01",
        "'d' is not a unit of sleep",
    ),
    Bad(
        "limit without unit",
        "limit: 7, unit: h}\n\n",
        "limit: 7}\n\n",
        "limit: 7}",
        "INCL01",
        "a number needs its unit: there are h, min",
    ),
    Bad(
        "limit in words",
        "limit: 7, unit: h}\n\n",
        "limit: seven, unit: h}\n\n",
        "seven",
        "INCL01",
        "limit: is not a number: write it in digits",
    ),
    Bad(
        "two bounds",
        "times: 2}",
        "limit: 2, unit: mg/L}",
        "limit: 2",
        "INCL02A",
        "give either limit and unit, or other",
    ),
    Bad(
        "no bound",
        "other: marker_uln, times: 2",
        "times: 2",
        "{item: marker, times",
        "INCL02A",
        "give either limit and unit, or other",
    ),
    Bad("misspelt operand", "times: 2}", "time: 2}", "time: 2", "INCL02A", "mean times?"),
    Bad("empty all", MARKER_RULE, "- all: []", "- all: []", "INCL02A", "at least one entry"),
    Bad("all of a word", MARKER_RULE, "- all: calm", "- all: calm", "INCL02A", "must be a list"),
    Bad(
        "range upside down",
        "low: 3, high: 8",
        "low: 8, high: 3",
        "low: 8",
        "INCL02A",
        "low is above high",
    ),
    Bad(
        "range in another unit",
        'high: 8, unit: "{score}"',
        "high: 8, unit: h",
        "unit: h}\n        - at_most",
        "INCL02A",
        "'h' is not a unit of calm",
    ),
    Bad("range without end", "low: 3, high: 8", "low: 3", "low: 3", "INCL02A", "high"),
    Bad(
        "unknown answer",
        NAPS,
        NAPS.replace("naps", "{item: naps, answer: often}"),
        "often",
        "EXCL01",
        "not answers of naps: often",
    ),
    Bad(
        "answer missing from table",
        '{day: "false", night: "true"}',
        '{day: "false"}',
        "- maps",
        "EXCL01",
        "no truth for these answers of shift: night",
    ),
    Bad(
        "answer foreign to table",
        '{day: "false",',
        '{day: "false", noon: "true",',
        "noon",
        "EXCL01",
        "not answers of shift: noon",
    ),
    Bad("no such truth", 'night: "true"', "night: perhaps", "perhaps", "EXCL01", "truths.night"),
    Bad(
        "option missing from list",
        'unsure: "unknown"',
        'rain: "false"',
        'rain: "false", tr',
        "",
        "'rain' stands twice",
    ),
    Bad(
        "option without truth",
        ', unsure: "unknown"',
        "",
        "- any_listed",
        "EXCL02",
        "no truth for these answers of noises: unsure",
    ),
    Bad(
        "list completed by nothing",
        'complete_when: {snores: "yes"}',
        "",
        "item: noises",
        "EXCL02",
        "complete_when: is missing",
    ),
    Bad(
        "list completed by an unknown item",
        '{snores: "yes"}',
        '{snoring: "yes"}',
        "- any_listed",
        "EXCL02",
        "unknown item 'snoring'",
    ),
    Bad(
        "list completed by an unknown answer",
        '{snores: "yes"}',
        "{snores: loud}",
        "- any_listed",
        "EXCL02",
        "not answers of snores: loud",
    ),
    Bad(
        "upper limit of another lab",
        MARKER_RULE,
        "- at_most: {item: load, other: marker_uln}",
        "item: load",
        "INCL02A",
        "'marker_uln' is the upper limit of marker, no bound of load: it has no upper limit",
    ),
    Bad(
        "bound that can never be compared",
        "other: marker_uln, times: 2",
        "other: sleep, times: 2",
        "{item: marker, other",
        "INCL02A",
        "'sleep' is in no unit of it, no bound of marker: write 'marker_uln'",
    ),
    Bad(
        "what is not known qualifies",
        SLEEP_RULE,
        "all:\n        - is: snores\n        - unknown: {is: naps}\n\n",
        "- unknown: {is: naps}",
        "INCL01",
        "'unknown' may not stand in a criterion: a later answer could turn its truth round",
    ),
    Bad(
        "answer that says that there is none",
        NAPS,
        NAPS.replace("naps", "{item: naps, answer: unknown}"),
        "answer: unknown",
        "EXCL01",
        "write one of: not_applicable, yes, no",
    ),
    Bad(
        "contradiction of nothing",
        "- given: noises",
        "- given: noise",
        "noise\n",
        "EXCL01",
        "unknown item 'noise'",
    ),
    Bad(
        "foreign answer stated",
        'snores, answer: "no"',
        "snores, answer: silent",
        "silent",
        "EXCL01",
        "not answers of snores: silent",
    ),
    Bad(
        "unknown item in a reading", "- given: sleep", "- given: dream", "dream", "R01", "'dream'"
    ),
    Bad(
        "unit foreign to an advisory",
        'limit: 8, unit: "{score}"',
        "limit: 8, unit: h",
        "limit: 8, unit: h",
        "very_calm",
        "'h' is not a unit of calm",
    ),
]

QUESTIONS = [
    Bad(
        "question id twice",
        "- id: calm",
        "- id: sleep",
        "- id: sleep\n    criterion: INCL02A",
        "sleep",
        "'sleep' stands twice",
    ),
    Bad("unknown item asked", "items: [calm]", "items: [clam]", "[clam]", "calm", "item 'clam'"),
    Bad("nothing asked", "items: [calm]", "items: []", "items: []", "calm", "at least one entry"),
    Bad(
        "unknown criterion",
        "criterion: INCL02A\n    items: [calm]",
        "criterion: INCL09\n    items: [calm]",
        "INCL09",
        "calm",
        "unknown criterion 'INCL09'",
    ),
    Bad(
        "unknown block",
        'zh: "多平静？"}\n    block: day',
        'zh: "多平静？"}\n    block: noon',
        "noon",
        "calm",
        "unknown block 'noon'",
    ),
    Bad(
        "question without criterion",
        "    criterion: EXCL02\n",
        "",
        "- id: noise",
        "noise",
        "a question of a criterion names it",
    ),
    Bad(
        "criterion of a stratum",
        "role: stratum",
        "role: stratum\n    criterion: EXCL02",
        "- id: bed",
        "bed",
        "any other does not",
    ),
    Bad(
        "unknown role",
        "role: stratum",
        "role: extra",
        "role: extra",
        "bed",
        "not allowed",
    ),
    Bad(
        "preset sets another item",
        "{shift: day, naps",
        "{snores: day, naps",
        "- id: naps",
        "naps",
        "preset sets 'snores', which is not among its items",
    ),
    Bad(
        "preset with a foreign answer",
        "{shift: day, naps",
        "{shift: noon, naps",
        "- id: naps",
        "naps",
        "not an answer to it: 'noon'",
    ),
    Bad(
        "preset with a foreign unit",
        "{value: 8, unit: h}",
        "{value: 8, unit: d}",
        "- id: sleep",
        "sleep",
        "unknown unit 'd'",
    ),
    Bad(
        "preset out of range",
        "{value: 8, unit: h}",
        "{value: 80, unit: h}",
        "- id: sleep",
        "sleep",
        "80 h is outside the possible range",
    ),
    Bad(
        "preset without label",
        '- {label: {en: "8", zh: "8"}, ',
        "- {",
        "- {sets",
        "sleep",
        "label",
    ),
]

OTHERS = [
    Bad(
        "impossible chance",
        "p_fail: 0.5",
        "p_fail: 1.5",
        "1.5",
        "day",
        "must be less than 1",
    ),
    Bad("free question", "cost: 2", "cost: 0", "cost: 0", "day", "cost: must be greater than 0"),
    Bad("malformed reading", "- code: R01", "- code: R1", "- code: R1", "R1", "such as R01"),
    Bad(
        "reading twice",
        "\nadvisories:",
        "\n  - {code: R01, stand: again}\n\nadvisories:",
        "again",
        "R01",
        "'R01' stands twice",
    ),
    Bad(
        "reading without stand",
        'stand: "More than seven, strictly."',
        "",
        "- code: R01",
        "R01",
        "stand: is missing",
    ),
    Bad("unknown item of the stratum", "item: bed", "item: cot", "cot", "stratification", "'cot'"),
]

ITEM_FILES = [
    Bad(
        "unknown kind",
        "shift:\n  kind: choice",
        "shift:\n  kind: list",
        "kind: list",
        "shift",
        "kind",
    ),
    Bad(
        "no kind",
        "snores:\n  kind: boolean\n",
        "snores:\n",
        'name: {en: "Snores',
        "snores",
        "add 'kind: …'",
    ),
    Bad(
        "choice without options",
        'kind: boolean\n  name: {en: "Snores',
        'kind: choice\n  name: {en: "Snores',
        'kind: choice\n  name: {en: "Sn',
        "snores",
        "a choice needs options",
    ),
    Bad(
        "quantity without units",
        'kind: boolean\n  name: {en: "Own',
        'kind: quantity\n  name: {en: "Own',
        'kind: quantity\n  name: {en: "Own',
        "bed",
        "a quantity needs units",
    ),
    Bad(
        "foreign base",
        "{base: h, factor",
        "{base: s, factor",
        'kind: quantity\n  name: {en: "Sleep',
        "sleep",
        "the base 's' of 'min' is not among the units: there are h, min",
    ),
    Bad(
        "unit without a name", "    min: {base", '    "": {base', '"": {base', "sleep", "is empty"
    ),
    Bad(
        "button for no answer",
        "shift:\n  kind: choice\n",
        "shift:\n  kind: choice\n  no: dayy\n",
        "kind: choice",
        "shift",
        "no: not one of its options: 'dayy': did you mean day",
    ),
    Bad("factor in words", '"1/60"', "sixty", "sixty", "sleep", "not a number or a fraction"),
    Bad("factor of nothing", '"1/60"', '"0"', '"0"', "sleep", "greater than 0"),
    Bad("factor below nothing", '"1/60"', '"-1"', '"-1"', "sleep", "greater than 0"),
    Bad("factor by zero", '"1/60"', '"1/0"', '"1/0"', "sleep", "fraction"),
    Bad("half a range", "hard: [0, 24]", "hard: [24]", "[24]", "sleep", "[low, high]"),
    Bad("range upside down", "hard: [0, 24]", "hard: [24, 0]", "[24, 0]", "sleep", "low to high"),
    Bad("misspelt range", "hard: [0, 24]", "hrd: [0, 24]", "hrd", "sleep", "mean hard"),
    Bad("unknown absence", "not_applicable]", "maybe]", "maybe", "naps", "there are unknown"),
    Bad(
        "missing language",
        'name: {en: "Snores", zh: "打鼾"}',
        'name: {en: "Snores"}',
        '"Snores"',
        "snores",
        "name.zh: is missing: every text stands in English and in Chinese",
    ),
    Bad(
        "option without language",
        'day: {en: "Day", zh: "白班"}',
        'day: {en: "Day"}',
        '"Day"',
        "shift",
        "options.day.zh: is missing",
    ),
    Bad("misspelt field", "  whole: true", "  hole: true", "hole", "calm", "mean whole?"),
    Bad(
        "item as a word",
        'bed:\n  kind: boolean\n  name: {en: "Own bed", zh: "自己的床"}',
        "bed: boolean",
        "bed: boolean",
        "bed",
        "add 'name: …'",
    ),
    Bad(
        "item twice",
        "bed:\n",
        "snores:\n",
        'snores:\n  kind: boolean\n  name: {en: "Own',
        "",
        "'snores' stands twice",
    ),
    Bad(
        "bare number of another unit",
        "high: 24, unit: h}",
        "high: 24, unit: d}",
        'kind: quantity\n  name: {en: "Sleep',
        "sleep",
        "'d'",
    ),
    Bad(
        "unknown upper limit",
        "uln: marker_uln",
        "uln: marker_top",
        "marker_top",
        "marker",
        "'marker_top'",
    ),
    Bad("applies by an unknown item", "{shift: night}", "{turn: night}", "turn", "naps", "'turn'"),
    Bad("applies by an unknown answer", "{shift: night}", "{shift: noon}", "noon", "naps", "noon"),
    Bad(
        "asked after an unknown item",
        "applies_when: {shift: night}",
        "asked_when: {turn: night}",
        "turn",
        "naps",
        "'turn'",
    ),
    Bad(
        "asked after an unknown answer",
        "applies_when: {shift: night}",
        "asked_when: {shift: noon}",
        "noon",
        "naps",
        "noon",
    ),
]


def edited(text: str, bad: Bad) -> tuple[str, int]:
    """The bad file, and the line of its fault."""
    assert text.count(bad.old) == 1, f"{bad.name}: {text.count(bad.old)} places to edit"
    text = text.replace(bad.old, bad.new)
    assert bad.at in text, bad.name
    return text, text[: text.index(bad.at) + len(bad.at) - len(bad.at.lstrip())].count("\n") + 1


def faults_of_protocol(path: Path) -> tuple[Fault, ...]:
    with pytest.raises(SourceError) as refusal:
        load_protocol(path, ITEMS)
    return refusal.value.faults


def faults_of_items(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(SourceError) as refusal:
        load_vocabulary(folder)
    return refusal.value.faults


def where(fault: Fault) -> tuple[str, int, str]:
    """Its file, line, and the criterion, question, item or part that it names."""
    return fault.file, fault.line, fault.subject.split(".")[0]


def written(folder: Path, text: str, name: str = "bad.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@of_each(
    "bad",
    [*STRUCTURE, *PARTS, *CRITERIA, *RULES, *QUESTIONS, *OTHERS],
    ids=lambda bad: bad.name,
)
def test_a_bad_protocol_is_refused_at_its_line(tmp_path: Path, bad: Bad) -> None:
    text, line = edited(PROTOCOL, bad)

    faults = faults_of_protocol(written(tmp_path, text))

    told = [where(fault) for fault in faults if bad.says in str(fault)]
    assert ("bad.yaml", line, bad.subject) in told, [str(fault) for fault in faults]


@of_each("bad", ITEM_FILES, ids=lambda bad: bad.name)
def test_a_bad_vocabulary_is_refused_at_its_line(tmp_path: Path, bad: Bad) -> None:
    text, line = edited(VOCABULARY, bad)
    written(tmp_path, text)

    faults = faults_of_items(tmp_path)

    told = [where(fault) for fault in faults if bad.says in str(fault)]
    assert ("bad.yaml", line, bad.subject) in told, [str(fault) for fault in faults]


def test_all_faults_of_a_protocol_are_told_at_once(tmp_path: Path) -> None:
    text = (
        PROTOCOL.replace("sample_days: 7", "sample_days: none")
        .replace("limit: 7, unit: h}\n\n", "limit: 7, unit: d}\n\n")
        .replace("- is: naps\n", "- is: nap\n")
        .replace("items: [calm]", "items: [clam]")
    )

    faults = faults_of_protocol(written(tmp_path, text))

    told = list(dict.fromkeys(fault.subject for fault in faults))
    assert told == ["sample_days", "INCL01", "EXCL01", "calm"]
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)


def test_names_that_clash_are_told_at_once(tmp_path: Path) -> None:
    text = PROTOCOL.replace("- id: INCL02A", "- id: INCL01").replace("[R01]", "[R01, R08, R09]")

    faults = faults_of_protocol(written(tmp_path, text))

    assert [fault.message.split(": ")[0] for fault in faults] == [
        "unknown reading 'R08'",
        "unknown reading 'R09'",
        "'INCL01' stands twice",
        "unknown criterion 'INCL02A'",
        "unknown criterion 'INCL02A'",
    ]


def test_all_faults_of_all_vocabulary_files_are_told_at_once(tmp_path: Path) -> None:
    written(tmp_path, VOCABULARY.replace("kind: choice", "kind: list"), "a.yaml")
    written(tmp_path, "more: {kind: boolean}\nsnores: {kind: odd}\n", "b.yaml")
    written(tmp_path, "broken: [", "c.yaml")

    faults = faults_of_items(tmp_path)

    told = {(fault.file, where(fault)[2]) for fault in faults}
    assert told == {("a.yaml", "shift"), ("b.yaml", "more"), ("b.yaml", "snores"), ("c.yaml", "")}


def test_faults_of_items_and_between_items_are_told_at_once(tmp_path: Path) -> None:
    text = VOCABULARY.replace("uln: marker_uln", "uln: marker_max")
    text = text.replace("snores:\n  kind: boolean", "snores:\n  kind: bool")
    written(tmp_path, text.replace("{shift: night}", "{shift: noon}"))

    faults = faults_of_items(tmp_path)

    assert {where(fault)[2] for fault in faults} == {"snores", "naps", "marker"}


@pytest.mark.parametrize("field", ["asked_when", "applies_when"])
def test_a_property_that_waits_for_an_item_is_refused(tmp_path: Path, field: str) -> None:
    side = f'    side: {{kind: boolean, name: {{en: "Left", zh: "左"}}, {field}: {{}}}}'
    lumps = 'lumps:\n  kind: list\n  name: {en: "Lumps", zh: "肿块"}\n'
    lumps += f"  properties:\n{side}\n"
    written(tmp_path, f"{VOCABULARY}\n{lumps}")

    (fault,) = faults_of_items(tmp_path)

    assert where(fault)[2] == "lumps"
    assert f"property 'side': '{field}' belongs to an item: leave it out" in fault.message


def test_an_item_in_two_files_is_refused(tmp_path: Path) -> None:
    written(tmp_path, VOCABULARY, "a.yaml")
    written(tmp_path, "# again\n" + VOCABULARY[VOCABULARY.index("bed:") :], "b.yaml")

    (fault,) = faults_of_items(tmp_path)

    assert str(fault) == "b.yaml:3: bed: stands in two files"


@of_each(
    ("raw", "says"),
    [
        (b"id: \xff\xfe", "not readable as YAML in UTF-8"),
        ("id: 睡眠".encode("gb18030"), "not readable as YAML in UTF-8"),
        (b"", "is empty: write fields with their values"),
        (b"# nothing\n", "is empty: write fields with their values"),
        (b"- a\n- b\n", "must be fields with their values"),
        (b"just words", "must be fields with their values"),
        (b"id: \x00", "not readable as YAML in UTF-8"),
        (b"#" * (MAX_BYTES + 1), f"larger than {MAX_BYTES} bytes"),
    ],
)
def test_a_file_that_is_no_mapping_of_text_is_refused(
    tmp_path: Path, raw: bytes, says: str
) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(raw)

    (fault,) = faults_of_protocol(path)

    assert (fault.file, fault.line, fault.subject) == ("bad.yaml", 1, "")
    assert says in fault.message


@pytest.mark.parametrize("field", ["vocabulary", "ways", "fingerprint", "written"])
def test_a_file_does_not_say_what_is_set_when_it_is_read(tmp_path: Path, field: str) -> None:
    (fault,) = faults_of_protocol(written(tmp_path, f"{field}: {{}}\n{PROTOCOL}"))

    assert (fault.line, fault.subject) == (1, field)
    assert fault.message.startswith("is no field here")
    assert "fingerprint" not in fault.message.removeprefix("is no field here")


def test_of_a_question_that_stands_twice_nothing_else_is_told(tmp_path: Path) -> None:
    head, questions = PROTOCOL.split("\nquestions:\n", 1)
    first = questions.split("\n  - ", 1)[0]
    text = f"{head}\nquestions:\n{first}\n{questions}"

    (fault,) = faults_of_protocol(written(tmp_path, text))

    assert "stands twice" in fault.message


def test_a_file_as_large_as_allowed_is_read(tmp_path: Path) -> None:
    text = "id: x\n"
    path = written(tmp_path, text + "#" * (MAX_BYTES - len(text)))

    assert YamlFile(path).data == {"id": "x"}


def test_a_file_nested_as_deep_as_allowed_is_read(tmp_path: Path) -> None:
    as_allowed = written(tmp_path, f"id: {deep(MAX_DEPTH - 1)}\n")
    deeper = written(tmp_path, f"id: {deep(MAX_DEPTH)}\n", "deeper.yaml")

    assert YamlFile(as_allowed).data["id"]
    with pytest.raises(SourceError, match="nested deeper than 24"):
        YamlFile(deeper)


def test_every_scalar_stays_the_text_that_was_written(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "a: no\nb: 1:30\nc: 2022-10-15\nd: 0x1F\ne: ~\nf: 1e3\ng: 010\nh: 1_000\ni: .inf\nj:\n",
    )

    assert YamlFile(path).data == {
        "a": "no",
        "b": "1:30",
        "c": "2022-10-15",
        "d": "0x1F",
        "e": "~",
        "f": "1e3",
        "g": "010",
        "h": "1_000",
        "i": ".inf",
        "j": "",
    }


def test_no_may_be_an_answer_without_quotes(tmp_path: Path) -> None:
    text = PROTOCOL.replace('answer: "no"', "answer: no").replace('naps: "no"', "naps: no")

    trial = load_protocol(written(tmp_path, text), ITEMS)

    assert isinstance(trial, Protocol)
    assert trial.question_by_id["naps"].sets(0) == {"shift": "day", "naps": "no"}


def test_a_fault_is_told_in_one_line() -> None:
    assert str(Fault("a.yaml", 3, "INCL01", "bad")) == "a.yaml:3: INCL01: bad"
    assert str(Fault("a.yaml", 3, "", "bad")) == "a.yaml:3: bad"
    assert str(SourceError([Fault("a", 1, "", "x"), Fault("a", 2, "", "y")])) == "a:1: x\na:2: y"


def test_a_protocol_is_pinned_to_the_bytes_of_its_file(tmp_path: Path) -> None:
    same = load_protocol(written(tmp_path, PROTOCOL), ITEMS)
    other = load_protocol(written(tmp_path, PROTOCOL + "\n", "other.yaml"), ITEMS)

    assert len(same.fingerprint) == 64
    assert same.fingerprint != other.fingerprint


def test_items_come_from_every_file_of_the_folder(tmp_path: Path) -> None:
    cut = VOCABULARY.index("sleep:\n")
    written(tmp_path, VOCABULARY[:cut], "words.yaml")
    written(tmp_path, VOCABULARY[cut:], "numbers.yaml")
    written(tmp_path, "not: read", "notes.txt")

    items: Vocabulary = load_vocabulary(tmp_path)

    assert dict(items) == {
        name: ITEMS[name] for name in YamlFile(TOY / "items" / "sleep.yaml").data
    }
