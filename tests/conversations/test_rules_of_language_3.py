"""What language 3 says is asked, shown and proved on the phone."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from ectrial.item_files import item_of
from ectrial.record.entries import Kind
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.versions import PROTOCOLS
from tests.conversations.paths import ELIGIBLE
from tests.records import Dialogue, MemoryRecords, trial

TEXT = (PROTOCOLS / "ec-crt-003" / "2" / "protocol.yaml").read_text("utf-8")
OF_WOMEN = (
    """      all:
        - is: {item: sex, answer: female}
        - any:
            - is: pregnant
            - is: lactating
""",
    """      any:
        - is: pregnant
        - is: lactating
    applies_to: {is: {item: sex, answer: female}}
""",
)
TWO_FACTORS = (
    """stratification:
  item: metastases_nonregional_lymph_nodes_only
  strata: {"yes": LN_only, "no": other}
""",
    """stratification:
  - {item: metastases_nonregional_lymph_nodes_only, strata: {"yes": LN_only, "no": other}}
  - {item: region, strata: {east: EAST, west: WEST}}
""",
)
ASKS_REGION = (
    "# For the quick order",
    """  - id: region
    role: stratum
    items: [region]
    asks: {en: "Region?", zh: "地区？"}

# For the quick order""",
)
REGION = item_of(
    "region",
    {
        "kind": "choice",
        "name": {"en": "Region", "zh": "地区"},
        "options": {"east": {"en": "East", "zh": "东部"}, "west": {"en": "West", "zh": "西部"}},
    },
)


def changed(folder: Path, changes: Iterable[tuple[str, str]]) -> Protocol:
    """The shipped trial in language 3, with some of its text replaced."""
    text = f"language: 3\n{TEXT}"
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file = folder / "protocol.yaml"
    file.write_text(text, "utf-8")
    return load_protocol(file, {**trial().vocabulary, "region": REGION})


@pytest.fixture(scope="module")
def protocol(tmp_path_factory: pytest.TempPathFactory) -> Protocol:
    folder = tmp_path_factory.mktemp("language 3")
    return changed(folder, [OF_WOMEN, TWO_FACTORS, ASKS_REGION])


def test_what_does_not_apply_to_a_man_is_not_asked_and_is_said(protocol: Protocol) -> None:
    man = Dialogue(MemoryRecords(), present=protocol)

    man.taps_or_says(*ELIGIBLE)

    assert "Does not apply: EXCL09" in man.text()
    man.taps_or_says("Text to forward", "Full text")
    assert "EXCL09 does not apply: Sex: Male" in man.text()


def test_every_factor_is_asked_once_eligible_and_stands_in_the_verdict(protocol: Protocol) -> None:
    man = Dialogue(MemoryRecords(), present=protocol)
    man.taps_or_says(*ELIGIBLE)

    man.taps("Yes")
    assert "Region?" in man.text()
    assert man.labels()[:3] == ["East", "West", "Not sure"]
    man.taps("West")

    assert man.entries(Kind.VERDICT_GIVEN)[-1].value == {
        "as_of": "2026-11-23",
        "zone": "UTC",
        "verdict": "eligible",
        "failing": [],
        "unresolved": [],
        "stratum": "LN_only / WEST",
        "strata": {"metastases_nonregional_lymph_nodes_only": "LN_only", "region": "WEST"},
    }
    assert "Stratum: Region: West" in man.text()
