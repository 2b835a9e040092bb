"""The rules that a protocol file, or a file that it includes, gives names to."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from ectrial.plain_words import plain
from ectrial.rules.language import AnyRule
from ectrial.rules.named import Use
from ectrial.trial.layers import Layers
from ectrial.yaml_file import Fault, Location, YamlFile

RULES = "rules"
SINCE = 3
Told = Iterator[tuple[Location, str]]
_NAME = re.compile(r"[a-z][a-z0-9_]{1,59}")
_RULE: TypeAdapter[Any] = TypeAdapter(AnyRule)
_HOW = "give each rule a name: {adequate_platelets: {at_least: {item: …, limit: …, unit: …}}}"


class NamedRules(NamedTuple):
    """The named rules of a file that are used, each as it is written, and what is wrong."""

    written: Mapping[str, Any]
    told: tuple[tuple[Location, str], ...] = ()
    faulty: Mapping[str, Fault] = {}


def named_rules(source: YamlFile | Layers, context: Mapping[str, Any]) -> NamedRules:
    """Read the named rules of a file, each by itself; of other files those that it uses."""
    written = source.data.get(RULES, {})
    if RULES in source.data and context["language"] < SINCE:
        return NamedRules({}, (((RULES,), f"'rules' needs 'language: {SINCE}' at the top"),))
    if not isinstance(written, dict) or (RULES in source.data and not written):
        return NamedRules({}, (((RULES,), _HOW),))
    used = _used(source.data, written)
    own = {name for name in written if source.fault((RULES, name), "").file == source.file}
    rules = {name: rule for name, rule in written.items() if name in own | used}
    told = [*_odd_names(rules, context["vocabulary"])]
    told += [((RULES, n), f"nothing uses the rule {n!r}: leave it out") for n in own - used]
    faults = list(_faults(rules, context))
    faulty = {place[1]: source.fault(place, message) for place, message in reversed(faults)}
    return NamedRules(rules, (*told, *faults), faulty)  # type: ignore[arg-type] # a name is a text


def _odd_names(
    rules: Mapping[str, Any], items: Mapping[str, Any]
) -> Iterator[tuple[Location, str]]:
    for name in rules:
        if name in items:
            yield (RULES, name), f"{name!r} is an item as well: give the rule another name"
        elif not _NAME.fullmatch(name):
            yield (RULES, name), f"{name!r} is no name: write small letters, digits and _"


def _faults(
    rules: Mapping[str, Any], context: Mapping[str, Any]
) -> Iterator[tuple[Location, str]]:
    for name, rule in rules.items():
        try:
            inner = {**context, RULES: rules, "use": Use((name,), [])}
            _RULE.validate_python(rule, context=inner)
        except ValidationError as error:
            for detail in error.errors():
                yield (RULES, name, *detail["loc"]), plain(detail)


def _used(data: Mapping[str, Any], rules: Mapping[str, Any]) -> frozenset[str]:
    """Give the rules that other parts of the file name, and those that these name in turn."""
    parts = [part for field, part in data.items() if field != RULES]
    used: set[str] = set()
    while found := {n for part in parts for n in _words(part) if n in rules} - used:
        used |= found
        parts = [rules[name] for name in found]
    return frozenset(used)


def _words(written: Any) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    inner = written.values() if isinstance(written, dict) else written
    for each in inner if isinstance(written, dict | list) else ():
        yield from _words(each)
