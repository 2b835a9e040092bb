"""A slip in one word of the shipped protocol is told with its remedy, or changes no meaning."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ectrial.item_files import load_vocabulary
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.versions import PROTOCOLS
from ectrial.yaml_file import Fault, SourceError

FOLDER = PROTOCOLS / "ec-crt-003" / "2"
ITEMS = load_vocabulary(FOLDER / "items")
TEXT = (FOLDER / "protocol.yaml").read_text("utf-8")
SHIPPED = load_protocol(FOLDER / "protocol.yaml", ITEMS)
JARGON = ("Input should", "Field required", "Tuple", "validation", "Extra inputs", "argument")
REMEDY = (
    "write",
    "add",
    "Add",
    "there are",
    "did you mean",
    "give",
    "must be",
    "leave",
    "needs",
    "possible are",
    "is no field here",
    "unknown",
    "disagree",
    "not in the text",
    "stands twice",
    "not among its items",
    "not an answer",
)


class Token(NamedTuple):
    """One word, number or text of the file: where it stands, and its line."""

    start: int
    end: int
    line: int


def tokens() -> list[Token]:
    found = [t for t in yaml.scan(TEXT, Loader=yaml.BaseLoader) if isinstance(t, yaml.ScalarToken)]
    return [
        Token(each.start_mark.index, each.end_mark.index, each.start_mark.line + 1)
        for each in found
    ]


TOKENS = tokens()


def longer(word: str) -> str:
    return f"{word[:-1]}x{word[-1]}" if word[-1] in "\"'" else f"{word}x"


SLIPS: tuple[Callable[[str], str], ...] = (longer, lambda _: '""')


def meaning(protocol: Protocol) -> Iterator[Any]:
    """Give all that decides: everything but texts, and names that nothing else bears."""
    yield protocol.sample_days
    for criterion in protocol.criteria:
        yield criterion.id, criterion.category, criterion.rule, criterion.contradictions
    for question in protocol.questions:
        sets = [question.sets(number) for number in range(len(question.presets))]
        yield question.items, question.also, question.criterion, question.role, question.always
        yield sets
    yield from ((block.p_fail, block.cost) for block in protocol.blocks)
    yield from protocol.cross_checks
    yield from ((reading.code, reading.when) for reading in protocol.readings)
    yield from (advisory.when for advisory in protocol.advisories)
    yield from ((factor.item, list(factor.strata)) for factor in protocol.factors)


MEANING = list(meaning(SHIPPED))


def load(folder: Path, token: Token, slip: Callable[[str], str]) -> Protocol | tuple[Fault, ...]:
    word = TEXT[token.start : token.end]
    file = folder / "protocol.yaml"
    file.write_text(f"{TEXT[: token.start]}{slip(word)}{TEXT[token.end :]}", "utf-8")
    try:
        return load_protocol(file, ITEMS)
    except SourceError as error:
        return error.faults


def holds(folder: Path, token: Token, slip: Callable[[str], str]) -> None:
    found = load(folder, token, slip)
    if isinstance(found, Protocol):
        assert list(meaning(found)) == MEANING
        return
    assert found
    for fault in found:
        said = str(fault)
        assert fault.line > 0, said
        assert not [word for word in JARGON if word in said], said
    assert any(word in fault.message for fault in found for word in REMEDY), found


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(token=st.sampled_from(TOKENS), slip=st.sampled_from(SLIPS))
def test_a_slip_in_one_word_is_told_or_changes_nothing(
    tmp_path: Path, token: Token, slip: Callable[[str], str]
) -> None:
    holds(tmp_path, token, slip)


@pytest.mark.long
def test_every_slip_in_one_word_is_told_or_changes_nothing(tmp_path: Path) -> None:
    for token in TOKENS:
        for slip in SLIPS:
            holds(tmp_path, token, slip)
