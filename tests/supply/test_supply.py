"""What users and developers install: pinned, told in the bill of materials, of known licences."""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

import pytest

from tests.supply.audit import outcome
from tests.supply.licences import ALLOWED, ALLOWED_TOOLS, is_allowed, licence_of
from tests.supply.locked import ROOT, pins
from tests.supply.sbom import LOCK, SBOM
from tests.tables import of_each

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
BILL: dict[str, Any] = json.loads(SBOM.read_text("utf-8"))


def components() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for each in BILL["components"]:
        yield each["name"], each["version"], tuple(one["content"] for one in each["hashes"])


def test_the_bill_of_materials_is_what_the_lock_pins() -> None:
    assert list(components()) == [*pins(LOCK)], "make sbom writes the new one"


def test_the_bill_of_materials_is_of_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert BILL["metadata"]["component"]["version"] == project["version"], "make sbom"
    assert (BILL["bomFormat"], BILL["specVersion"]) == ("CycloneDX", "1.6")


def test_the_bill_of_materials_says_what_needs_what() -> None:
    known = {each["bom-ref"] for each in (*BILL["components"], BILL["metadata"]["component"])}
    named = {ref for each in BILL["dependencies"] for ref in (each["ref"], *each["dependsOn"])}

    assert named == known


def as_pinned(lock: str) -> set[str]:
    """What is installed as it is pinned: an older version may tell its licence another way."""
    return {pin.name for pin in pins(lock) if version(pin.name) == pin.version}


@pytest.mark.parametrize(
    ("lock", "allowed"),
    [("requirements.lock", ALLOWED), ("requirements-dev.lock", ALLOWED_TOOLS)],
)
def test_every_licence_is_allowed(lock: str, allowed: frozenset[str]) -> None:
    others = {
        name: found
        for name in as_pinned(lock)
        if not is_allowed(found := licence_of(name), allowed)
    }

    assert others == {}


def test_the_licences_of_the_bill_are_those_of_what_is_installed() -> None:
    told = {each["name"]: each["licenses"][0]["expression"] for each in BILL["components"]}
    same = as_pinned(LOCK)

    assert {name: told[name] for name in same} == {name: licence_of(name) for name in same}


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("*.lock")))
def test_everything_that_is_pinned_has_a_hash(lock: str) -> None:
    assert [pin.name for pin in pins(lock) if not pin.hashes] == []


def test_nothing_that_is_pinned_is_built_where_it_is_installed() -> None:
    installed = re.findall(r"python\S* (\$\(\w+\)) .*-r ", MAKEFILE)

    assert len(installed) > 5
    assert set(installed) == {"$(PINNED)"}
    assert re.search(r"^PINNED := .*--require-hashes --only-binary :all:$", MAKEFILE, re.MULTILINE)


SKIPPED = {"name": "a", "skip_reason": "Dependency not found"}
WELL: dict[str, Any] = {"name": "b", "version": "1", "vulns": []}
ILL: dict[str, Any] = {"name": "c", "version": "2", "vulns": [{"id": "GHSA-1"}]}


@of_each(
    ("found", "code", "says"),
    [
        ([WELL], 0, "x.lock: 1 looked up, 0 with known vulnerabilities"),
        ([WELL, ILL], 1, "x.lock: c 2: GHSA-1"),
        ([WELL, SKIPPED], 2, "x.lock: NOT LOOKED UP: 1 of 2."),
        ([ILL, SKIPPED], 1, "x.lock: NOT LOOKED UP: 1 of 2."),
        ([], 2, "x.lock: NOT LOOKED UP: all."),
        (None, 2, "x.lock: NOT LOOKED UP: all."),
    ],
)
def test_what_was_not_looked_up_is_never_told_as_well(
    found: list[dict[str, Any]] | None, code: int, says: str
) -> None:
    ended, lines = outcome("x.lock", found)

    assert ended == code
    assert any(line.startswith(says) for line in lines)
