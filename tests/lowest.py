"""Prints each direct dependency at the lowest version that is promised, as constraints for pip."""

import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))[
    "project"
]


def lowest(written: str) -> str:
    """Pin one requirement to its minimum."""
    requirement = Requirement(written)
    (minimum,) = (each.version for each in requirement.specifier if each.operator == ">=")
    marker = f" ; {requirement.marker}" if requirement.marker else ""
    return f"{requirement.name}=={minimum}{marker}"


if __name__ == "__main__":
    extras = PROJECT["optional-dependencies"].values()
    direct = [*PROJECT["dependencies"], *(each for extra in extras for each in extra)]
    sys.stdout.write("".join(f"{lowest(each)}\n" for each in direct))
