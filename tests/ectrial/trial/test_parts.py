"""Parts of a trial, each with a verdict of its own: a subject may enter one and not the other."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.cli.assess import verdict_object
from ectrial.trial.next_question import outstanding
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.verdict import Verdict, assess
from ectrial.yaml_file import SourceError
from tests.ectrial.subjects import TODAY, failing, unresolved
from tests.ectrial.toy import ITEMS, TOY, facts
from tests.tables import of_each

TEXT = (TOY / "sleep.yaml").read_text("utf-8")
PARTS = 'parts:\n  - {id: B, name: {en: "Part B", zh: "B部分"}}\n'
PARTS += '  - {id: C, name: {en: "Part C", zh: "C部分"}}\n'
BOTH = f"language: 3\n{PARTS}{TEXT}"
# the marker is asked for part B, the shift for part C, and sleep and noise for both
OF_PARTS = BOTH.replace("id: INCL02A\n", "id: INCL02A\n    part: B\n")
OF_PARTS = OF_PARTS.replace("id: EXCL01\n", "id: EXCL01\n    part: [C]\n")
GOOD: dict[str, Any] = {
    "sleep": {"value": "8", "unit": "h"},
    "calm": {"value": "5", "unit": "{score}"},
    "marker": {"value": "1", "unit": "mg/L"},
    "marker_uln": {"value": "1", "unit": "mg/L"},
    "shift": "day",
    "naps": "no",
    "snores": "no",
}
TOO_CALM = {"calm": {"value": "9", "unit": "{score}"}}
NIGHTS = {"shift": "night", "naps": "yes"}


def load(folder: Path, text: str = OF_PARTS) -> Protocol:
    file = folder / "trial.yaml"
    file.write_text(text, "utf-8")
    return load_protocol(file, ITEMS)


@pytest.fixture
def trial(tmp_path: Path) -> Protocol:
    return load(tmp_path)


def judged(trial: Protocol, *without: str, **changes: Any) -> Verdict:
    raw = {name: answer for name, answer in {**GOOD, **changes}.items() if name not in without}
    return assess(trial, facts(**raw), TODAY)


def outcomes(verdict: Verdict) -> tuple[str, ...]:
    return (verdict.outcome, *(each.outcome for each in verdict.parts))


CASES: list[tuple[tuple[str, ...], dict[str, Any], tuple[str, ...], list[str], list[str]]] = [
    ((), {}, ("eligible", "eligible", "eligible"), [], []),
    ((), TOO_CALM, ("eligible", "not_eligible", "eligible"), [], []),
    ((), NIGHTS, ("eligible", "eligible", "not_eligible"), [], []),
    (
        (),
        {**TOO_CALM, **NIGHTS},
        ("not_eligible", "not_eligible", "not_eligible"),
        ["INCL02A", "EXCL01"],
        [],
    ),
    (("marker",), {}, ("eligible", "undetermined", "eligible"), [], ["INCL02A"]),
    # what is open of a part that cannot be entered does not matter
    (("naps",), {**TOO_CALM, "shift": "day"}, ("eligible", "not_eligible", "eligible"), [], []),
    (
        ("naps",),
        {**TOO_CALM, "shift": "night"},
        ("undetermined", "not_eligible", "undetermined"),
        [],
        ["EXCL01"],
    ),
    (("marker",), NIGHTS, ("undetermined", "undetermined", "not_eligible"), [], ["INCL02A"]),
    # a criterion of all parts decides for all
    (("sleep",), {}, ("undetermined", "undetermined", "undetermined"), [], ["INCL01"]),
    (
        (),
        {"sleep": {"value": "7", "unit": "h"}},
        ("not_eligible", "not_eligible", "not_eligible"),
        ["INCL01"],
        [],
    ),
]


@of_each(("without", "changes", "expected", "fails", "opens"), CASES)
def test_one_part_that_can_be_entered_is_enough(
    trial: Protocol,
    without: tuple[str, ...],
    changes: dict[str, Any],
    expected: tuple[str, ...],
    fails: list[str],
    opens: list[str],
) -> None:
    verdict = judged(trial, *without, **changes)

    assert outcomes(verdict) == expected
    assert (failing(verdict), unresolved(verdict)) == (fails, opens)
    assert verdict.as_json()["parts"] == dict(zip("BC", expected[1:], strict=True))


def test_no_part_with_an_unknown_in_it_is_eligible_and_learning_turns_none(
    trial: Protocol,
) -> None:
    answers = [None, GOOD["calm"], TOO_CALM["calm"]], [None, "day", "night"], [None, "no", "yes"]
    names = ("calm", "shift", "naps")
    seen = {}
    for chosen in product(*answers):
        changes = {n: v for n, v in zip(names, chosen, strict=True) if v is not None}
        verdict = judged(trial, *(set(names) - changes.keys()), **changes)
        seen[tuple(map(str, chosen))] = outcomes(verdict)
        for part in verdict.parts:
            assert part.outcome != "eligible" or not part.unresolved
        assert verdict.outcome != "eligible" or "eligible" in outcomes(verdict)[1:]

    for less, before in seen.items():
        for more, after in seen.items():
            if all(a in ("None", b) for a, b in zip(less, more, strict=True)):
                pairs = zip(before, after, strict=True)
                assert all(a in ("undetermined", b) for a, b in pairs)


def test_nothing_more_is_asked_for_a_part_that_is_closed(trial: Protocol) -> None:
    verdict = judged(trial, "marker", "sleep", **TOO_CALM)

    assert [question.id for question in outstanding(verdict, "protocol")] == ["sleep"]


def test_the_command_line_gives_each_part(trial: Protocol) -> None:
    told = verdict_object("S-1", judged(trial, "marker", **NIGHTS))

    assert told["verdict"] == "undetermined"
    assert told["parts"] == {
        "B": {"verdict": "undetermined", "failing": [], "unresolved": ["INCL02A"]},
        "C": {"verdict": "not_eligible", "failing": ["EXCL01"], "unresolved": []},
    }


def test_a_trial_without_parts_says_nothing_of_them(tmp_path: Path) -> None:
    plain = load(tmp_path, f"language: 3\n{TEXT}")

    assert judged(plain).parts == ()
    assert "parts" not in judged(plain).as_json()


SHORT = """  - id: INCLC02
    category: inclusion
    part: C
    title: {en: "Short sleep", zh: "睡眠少"}
    verbatim: "Sleeps less than 5 hours"
    rule: {below: {item: sleep, limit: 5, unit: h}}

  - id: EXCL01
"""


def test_limits_of_two_parts_need_not_be_met_together(tmp_path: Path) -> None:
    of_all = OF_PARTS.replace("  - id: EXCL01\n", SHORT)
    of_part_b = of_all.replace("id: INCL01\n", "id: INCL01\n    part: B\n")

    assert load(tmp_path, of_part_b).criteria[2].part == ("C",)
    with pytest.raises(SourceError, match="nobody could be eligible"):
        load(tmp_path, of_all)


@of_each(
    ("text", "says"),
    [
        (OF_PARTS.replace("part: B", "part: D"), "unknown part 'D': there are B, C"),
        (OF_PARTS.replace(PARTS, ""), "unknown part 'B': name it at the top, parts: [{id: B"),
        (OF_PARTS.replace("language: 3", "language: 2"), "'parts' needs 'language: 3'"),
        (OF_PARTS.replace("language: 3", "language: 2"), "'part' needs 'language: 3'"),
        (OF_PARTS.replace("id: C,", "id: B,"), "'B' stands twice"),
        (OF_PARTS.replace("id: C,", 'id: "part C",'), "letters and digits, 12 at most"),
        (OF_PARTS.replace(PARTS.splitlines()[2] + "\n", ""), "a trial with one part is that part"),
        (OF_PARTS.replace("part: [C]", "part: []"), "at least one"),
        (OF_PARTS.replace("part: [C]", "part: {C: x}"), "criteria.part"),
    ],
)
def test_a_mistake_is_told_with_its_remedy(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(SourceError) as refused:
        load(tmp_path, text)

    told = [str(fault) for fault in refused.value.faults]
    assert [fault for fault in told if says in fault], told
