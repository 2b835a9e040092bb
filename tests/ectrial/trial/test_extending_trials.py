"""SBRT-OLIGO is written as what differs from EC-CRT-003, and means what it meant written out."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ectrial.trial.named_files import named_by
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.versions import PROTOCOLS, shipped
from ectrial.vocabulary import Item
from tests.ectrial.subjects import DATA, TRIAL, judge
from tests.tables import of_each

SBRT = shipped().current("SBRT-OLIGO")
FILE = PROTOCOLS / "sbrt-oligo" / "1" / "protocol.yaml"
WHOLE = load_protocol(DATA / "whole" / "sbrt-oligo.yaml", SBRT.vocabulary)
AS_WRITTEN = {"fingerprint", "written", "vocabulary", "ways"}


def answers(item: Item, chance: Any) -> Any:
    if item.kind == "quantity":
        sign = chance.choice(["=", "=", "<", ">="])
        value = str(chance.choice([0, 1, 2, 3, 4, 5, 6, 9, 60, 100, 2.5]))
        return {"value": value, "unit": chance.choice([*item.units]), "comparator": sign}
    if item.kind == "list":
        organs = [{"organ": chance.choice(["lung", "liver", "other"])} for _ in range(4)]
        things = [each for each in organs if chance.randint(0, 1)]
        return {"things": things, "complete": chance.choice(["yes", "no", "unknown"])}
    if item.kind == "choices":
        return [chance.choice([*item.options])]
    return chance.choice([*item.words])


def test_it_takes_fewer_than_120_lines() -> None:
    assert len(FILE.read_text("utf-8").splitlines()) < 120


@of_each("field", sorted(Protocol.model_fields.keys() - AS_WRITTEN))
def test_it_says_what_it_said_written_out(field: str) -> None:
    told = "write the change into tests/data/whole/sbrt-oligo.yaml, too"

    assert getattr(SBRT, field) == getattr(WHOLE, field), told


@given(st.randoms(use_true_random=True))
def test_both_files_judge_alike(chance: Any) -> None:
    raw = {
        name: answers(item, chance)
        for name, item in SBRT.vocabulary.items()
        if name in SBRT.question_of and chance.randint(0, 3)
    }
    readable = {name: raw[name] for name in raw if _is_read(SBRT.vocabulary[name], raw[name])}

    one, other = judge(readable, SBRT), judge(readable, WHOLE)

    assert one.as_json() == other.as_json()
    assert one.open_items == other.open_items


def _is_read(item: Item, raw: Any) -> bool:
    try:
        item.read(raw)
    except ValueError:
        return False
    return True


def test_shared_rules_are_those_of_the_first_trial() -> None:
    pairs = {"INCL04": "INCL04", "EXCL01": "EXCL01", "EXCL04": "EXCL04", "EXCL06": "EXCL06"}
    pairs |= {f"INCL06{letter}": f"INCL07{letter}" for letter in "ABCDEF"}

    for theirs, ours in pairs.items():
        one, other = TRIAL.criterion_by_id[theirs], SBRT.criterion_by_id[ours]
        assert (one.rule, one.contradictions) == (other.rule, other.contradictions)


def test_both_trials_take_the_list_of_metastases_from_one_included_part() -> None:
    shared = PROTOCOLS / "shared"
    shanghai = PROTOCOLS / "eso-shanghai-20" / "1"

    for file in (FILE, shanghai / "protocol.yaml"):
        part = named_by(file)[-1].resolve()
        assert part == shared / "oligometastases" / "1" / "parts.yaml"
    assert not [p for p in (FILE.parent / "items").iterdir() if "metastases:" in p.read_text()]
    other = shipped().current("ESO-SHANGHAI-20")
    assert other.vocabulary["metastases"] == SBRT.vocabulary["metastases"]
    assert other.ways["metastases"] == SBRT.ways["metastases"]
