"""The toy trial: other items, other criteria, and rules written for one test."""

from typing import Any

from pydantic import TypeAdapter

from ectrial.facts import Facts
from ectrial.item_files import load_vocabulary
from ectrial.rules.language import AnyRule, Rule
from ectrial.trial.protocol_file import load_protocol
from ectrial.truth import Truth
from tests.ectrial.subjects import DATA

TOY = DATA / "toy"
ITEMS = load_vocabulary(TOY / "items")
SLEEP = load_protocol(TOY / "sleep.yaml", ITEMS)

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
KEYS: dict[Truth, dict[str, Any]] = {
    T: {"is": "snores"},
    F: {"not": {"is": "snores"}},
    U: {"is": "bed"},
}
"""A rule of each truth, where the subject snores and has no known bed."""


def rule(written: Any) -> Rule:
    read: Rule = TypeAdapter(AnyRule).validate_python(written, context={"vocabulary": ITEMS})
    return read


def facts(**raw: Any) -> Facts:
    return Facts({name: ITEMS[name].read(answer) for name, answer in raw.items()})


def holds(written: Any, meets: Truth = T, **raw: Any) -> Truth:
    return rule(written).holds(facts(**raw), meets)


def names(written: Any, meets: Truth = T, **raw: Any) -> list[str]:
    """The items that can still settle a rule."""
    return [item.id for item in rule(written).open_items(facts(**raw), meets)]
