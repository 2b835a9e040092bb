"""One factor of stratification, or several; and the ids that language 3 adds."""

from pathlib import Path

import pytest

from ectrial.trial.next_question import stratum_question
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.verdict import assess
from ectrial.yaml_file import SourceError
from tests.ectrial.subjects import TODAY
from tests.ectrial.toy import ITEMS, SLEEP, TOY, facts
from tests.tables import of_each

TEXT = (TOY / "sleep.yaml").read_text("utf-8")
ONE = '  item: bed\n  strata: {"yes": own, "no": shared}'
TWO = (
    '  - {item: bed, strata: {"yes": own, "no": shared}}\n'
    '  - {item: snores, strata: {"yes": loud, "no": quiet}}'
)
RULE = "above: {item: sleep, limit: 7, unit: h}\n\n"


def load(folder: Path, *changes: tuple[str, str], language: int = 3) -> Protocol:
    text = f"language: {language}\n{TEXT}"
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = folder / "trial.yaml"
    file.write_text(text, "utf-8")
    return load_protocol(file, ITEMS)


def told(folder: Path, *changes: tuple[str, str], language: int = 3) -> list[str]:
    with pytest.raises(SourceError) as refused:
        load(folder, *changes, language=language)
    return [str(fault) for fault in refused.value.faults]


ASKED = (
    "items: [bed]",
    """items: [bed]
    asks: {en: x, zh: x}

  - id: snoring
    role: stratum
    items: [snores]""",
)
ELIGIBLE = {
    "sleep": {"value": "8", "unit": "h"},
    "calm": {"value": "5", "unit": "{score}"},
    "marker": "meets",
    "shift": "day",
    "snores": "no",
}
NOT_TWICE = ("items: [snores, noises]", "items: [noises]")


def test_one_factor_means_what_it_meant() -> None:
    sleeps = facts(bed="yes")

    assert [(each.item.id, each.stratum(sleeps)) for each in SLEEP.factors] == [("bed", "own")]
    assert "strata" not in assess(SLEEP, sleeps, TODAY).as_json()


def test_a_list_of_factors_needs_language_3(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, (ONE, TWO), ASKED, NOT_TWICE, language=2)

    assert "'a list of factors' needs 'language: 3'" in fault


def test_a_factor_that_no_question_asks_is_told(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, (ONE, TWO))

    assert "stratification.1: no question asks 'snores' alone: ask it by a question" in fault


def test_an_item_of_a_criterion_may_be_a_factor(tmp_path: Path) -> None:
    by_shift = ONE.replace("bed", "naps").replace("own", "sleeper").replace("shared", "awake")
    last = TEXT[TEXT.index("  - id: bed") : TEXT.index("blocks:")]
    protocol = load(tmp_path, (ONE, by_shift), (last, ""))

    open_ = assess(protocol, facts(**ELIGIBLE), TODAY)
    told_ = assess(protocol, facts(**ELIGIBLE, naps="no"), TODAY)

    assert (open_.outcome, open_.stratum, told_.stratum) == ("eligible", "unknown", "awake")
    asked = stratum_question(open_)
    assert asked is not None
    assert (asked.id, asked.role) == ("naps", "criterion")
    assert stratum_question(told_) is None


@pytest.mark.parametrize("name", ["INCL101", "INCLB03", "INCL03AB", "INCL101A"])
def test_language_3_allows_ids_of_parts_and_of_many_criteria(tmp_path: Path, name: str) -> None:
    change = ("INCL01", name)

    assert load(tmp_path, change).criteria[0].id == name
    assert f"'{name}' needs 'language: 3'" in told(tmp_path, change, language=2)[0]


@of_each("name", ["INCL1", "INCL1234", "INCLAB1", "incl01", "INCL101AB"])
def test_other_ids_are_refused_with_what_to_write(tmp_path: Path, name: str) -> None:
    assert "two digits and perhaps a letter" in " ".join(
        told(tmp_path, ("id: INCL01", f"id: {name}"))
    )
