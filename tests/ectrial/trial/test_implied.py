"""What known answers imply: more knowledge adds, circles are refused, contradictions are told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.trial.implied import TABLE, Implication, Implications, implied, load_implied
from ectrial.trial.versions import PROTOCOLS, shipped
from ectrial.yaml_file import SourceError


def line(given_: dict[str, object], **implies: str) -> Implication:
    return Implication.model_validate({"given": given_, "implies": implies})


TABLES: Implications = (
    line({"c": "yes", "b": "yes"}, d="no"),
    line({"a": ["yes", "maybe"]}, b="yes"),
    line({"x": "yes"}, d="yes"),
)


def test_what_follows_from_what_follows_rests_on_what_is_given() -> None:
    found = implied({"a": "maybe", "c": "yes"}, TABLES)

    assert {item: each.value for item, each in found.facts.items()} == {"b": "yes", "d": "no"}
    assert set(found.facts["d"].because) == {"a", "c"}


def test_given_answer_stands_and_the_contradiction_is_told() -> None:
    found = implied({"a": "yes", "b": "no", "c": "yes"}, TABLES)

    assert found.facts == {}
    (clash,) = found.contradictions
    assert (clash.item, clash.values, clash.because) == ("b", ("no", "yes"), ((), ("a",)))


def test_two_that_contradict_imply_neither() -> None:
    found = implied({"a": "yes", "c": "yes", "x": "yes"}, TABLES)

    assert found.facts.keys() == {"b"}
    assert [clash.item for clash in found.contradictions] == ["d"]


ANSWERS = st.dictionaries(st.sampled_from("abcdx"), st.sampled_from(["yes", "no", "unknown"]))


@given(known=ANSWERS, more=ANSWERS)
def test_learning_more_never_turns_what_is_implied(
    known: dict[str, str], more: dict[str, str]
) -> None:
    settled = {item: value for item, value in known.items() if value != "unknown"}
    before, after = implied(settled, TABLES), implied({**more, **settled}, TABLES)

    for item, each in before.facts.items():
        later = after.facts.get(item)
        assert later is None or later.value == each.value
        is_given = more.get(item) == each.value
        assert later or is_given or after.contradictions


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('one: {given: {a: "yes"}, implies: {a: "no"}}\n', "'a' implies itself"),
        (
            """one: {given: {a: "yes"}, implies: {b: "no"}}
two: {given: {b: "no"}, implies: {a: "yes"}}
""",
            "goes round in a circle: one, two",
        ),
        ("one: {given: {}, implies: {b: x}}\n", "given"),
    ],
)
def test_senseless_table_is_refused_with_its_line(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / TABLE).write_text(written, "utf-8")

    with pytest.raises(SourceError, match=told):
        load_implied(tmp_path / TABLE)


def test_shipped_table_can_be_read() -> None:
    facts = {"anti_pd1_received": "yes", "progression": "none"}

    found = implied(facts, load_implied(PROTOCOLS / TABLE))

    assert found.facts["progression_after_pd1_inhibitor"].value == "no"


def test_shipped_table_names_items_and_answers_of_shipped_trials() -> None:
    trials = [shipped().current(trial) for trial in shipped().ids]
    items = {item.id: item for trial in trials for item in trial.vocabulary.values()}

    for each in shipped().implications:
        for item, words in (*each.given.items(), *each.implies.items()):
            wanted = (words,) if isinstance(words, str) else words
            assert set(wanted) <= items[item].words.keys()
