"""What authors of trials wrote by mistake is told with its line and what to write instead."""

from pathlib import Path

import pytest

from ectrial.trial.protocol_file import load_protocol
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import ITEMS, TOY

TEXT = (TOY / "sleep.yaml").read_text("utf-8")
RULE = "above: {item: sleep, limit: 7, unit: h}\n\n"
LINE = 29
WORDS_OF_PYDANTIC = ("Input should", "Field required", "Tuple", "validation", "Extra inputs")


def told(folder: Path, text: str) -> list[str]:
    file = folder / "trial.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(SourceError) as refused:
        load_protocol(file, ITEMS)
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("is: {snores: yes}", "write is: {item: snores, answer: yes}"),
        ("is: [snores]", "write is: {item: snores, answer: …}"),
        ("is: [x]", "write is: {item: …, answer: …}"),
        ("is: {item: [snores]}", "an item is named by one word, such as item: sex"),
        ("is:", "an item is named by one word"),
        ("is: snors", "unknown item 'snors': did you mean snores?"),
        ("is: sleep", "sleep is a number: compare it, such as at_least: {item: sleep"),
        ("is: {item: snores, answre: no}", "did you mean answer?"),
        ("is: {item: shift, answer: nightt}", "did you mean night?"),
        ("si: snores", "unknown operator 'si': did you mean is?"),
        ("at_least: [sleep, 18, h]", "write at_least: {item: sleep, limit: 18, unit: h}"),
        ("at_least: {sleep: 18}", "write at_least: {item: sleep, limit: 18, unit: h}"),
        ("at_least: {calm: 3}", 'write at_least: {item: calm, limit: 3, unit: "{score}"}'),
        ("at_least: sleep", "give either limit and unit, or other: {item: x, limit: 4"),
        ("at_least: {item: sleep, limit: 5}", "a number needs its unit: there are h, min"),
        ("at_least: {item: sleep, limit: 5, unit: mins}", "did you mean min?"),
        ("at_least: {item: snores, limit: 5, unit: h}", "snores is no number: compare it by 'is"),
        ("at_least: {item: sleep, limit: ten, unit: h}", "limit: is not a number"),
        ("any: []", "rules: needs at least one entry"),
        ("any: {is: snores}", "rules: must be a list: [a, b], or one entry a line"),
        ("all: [snores]", "a rule is a mapping with one operator: write 'is: snores'"),
        ("not: [{is: snores}]", "a rule is a mapping with one operator, such as"),
        ("{is: snores, not: {is: naps}}", "not 2: write 'all:' or 'any:', and each behind a dash"),
        ("maps: {item: shift, truths: day}", "truths: must be fields with their values"),
        ("maps: {item: shift, truths: {day: yes, night: no}}", "'yes' is not allowed: there are"),
        ("between: {item: sleep, low: 3, unit: h}", "high: is missing: add 'high: …'"),
    ],
)
def test_a_rule_written_by_mistake_is_told_with_what_to_write(
    tmp_path: Path, rule: str, says: str
) -> None:
    faults = told(tmp_path, TEXT.replace(RULE, f"{rule}\n\n"))

    assert all(fault.startswith(f"trial.yaml:{LINE}: INCL01: ") for fault in faults)
    assert [fault for fault in faults if says in fault], faults
    assert not [word for word in WORDS_OF_PYDANTIC if word in " ".join(faults)]
