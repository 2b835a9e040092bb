"""What is pinned is pinned for every Python and system on which the front door shall work."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.tables import of_each

ROOT = Path(__file__).parent.parent
LOCKS = (
    *("requirements.lock", "requirements-dev.lock"),
    *("requirements-socks.lock", "requirements-papers.lock"),
)
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = (("linux", "Linux"), ("darwin", "Darwin"))
OURS = re.compile(r"ectrial \(pyproject\.toml\)$", re.MULTILINE)
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


@of_each("lock", LOCKS)
@of_each("python", PYTHONS)
@of_each("system", SYSTEMS, ids=[name for name, _ in SYSTEMS])
def test_what_the_pinned_need_is_pinned_too(
    lock: str, python: str, system: tuple[str, str]
) -> None:
    pinned = pinned_in(lock)

    missing = {
        f"{needed} for {name}"
        for name in pinned
        for needed in needed_by(name, python, system)
        if needed not in pinned
    }

    assert len(pinned) > 20
    assert not missing


def test_what_is_pinned_for_the_project_is_named_by_it() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = (ROOT / "requirements.lock").read_text("utf-8")

    named = {canonicalize_name(Requirement(each).name) for each in told["dependencies"]}
    pins = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    ours = {canonicalize_name(pin.partition("==")[0]) for pin in pins if OURS.search(pin)}

    assert ours == named


def pinned_in(lock: str) -> set[str]:
    text = (ROOT / lock).read_text("utf-8")
    return {canonicalize_name(name) for name in PINNED.findall(text)}


def needed_by(name: str, python: str, system: tuple[str, str]) -> Iterator[str]:
    there = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": system[0],
        "platform_system": system[1],
        "extra": "",
    }
    for requirement in requirements_of(name):
        if requirement.marker is None or requirement.marker.evaluate(there):
            yield canonicalize_name(requirement.name)


@cache
def requirements_of(name: str) -> list[Requirement]:
    return [Requirement(written) for written in requires(name) or ()]
