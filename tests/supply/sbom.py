"""Writes `sbom.cdx.json`: what a version consists of, in CycloneDX, out of the lock of users.

The usual tool writes the address of a package registry into each component and knows neither the
licences nor what needs what; the lock and the metadata of what is installed tell all of it.
"""

import json
import tomllib
from importlib.metadata import requires
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.supply.licences import licence_of
from tests.supply.locked import ROOT, Pin, pins

SBOM = ROOT / "sbom.cdx.json"
LOCK = "requirements.lock"


def made() -> dict[str, Any]:
    """Give the bill of materials of this version; the same for everybody, so without a time."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = tuple(pins(LOCK))
    ours = Pin(project["name"], project["version"], ())
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", **_component(ours, project["license"])}},
        "components": [
            {"type": "library", **_component(pin, licence_of(pin.name))} for pin in locked
        ],
        "dependencies": [
            _needs(ours, project["dependencies"], locked),
            *(_needs(pin, requires(pin.name) or (), locked) for pin in locked),
        ],
    }


def _component(pin: Pin, licence: str) -> dict[str, Any]:
    """Give one component; it has a hash for each file of it that the lock allows."""
    hashes = [{"alg": "SHA-256", "content": each} for each in pin.hashes]
    return {
        "bom-ref": _reference(pin),
        "name": pin.name,
        "version": pin.version,
        "purl": _reference(pin),
        "licenses": [{"expression": licence}],
        **({"hashes": hashes} if hashes else {}),
    }


def _needs(pin: Pin, written: Any, locked: tuple[Pin, ...]) -> dict[str, Any]:
    """Give what a distribution needs of the lock, on any system that it is for."""
    names = {canonicalize_name(Requirement(each).name) for each in written if "extra" not in each}
    needed = [_reference(each) for each in locked if each.name in names]
    return {"ref": _reference(pin), "dependsOn": needed}


def _reference(pin: Pin) -> str:
    return f"pkg:pypi/{pin.name}@{pin.version}"


def main() -> None:
    """Write the file."""
    SBOM.write_text(json.dumps(made(), indent=1) + "\n", "utf-8")
    print(f"written: {SBOM.name}, {len(made()['components'])} components")


if __name__ == "__main__":
    main()
