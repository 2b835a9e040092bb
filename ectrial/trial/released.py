"""The table of the released versions, and the versions of a site's own trials named alike."""

import re
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ectrial.yaml_file import Fault, SourceError, YamlFile


class Released(BaseModel):
    """One released version of a trial, and the hashes of its files at the release.

    `fingerprint` is the SHA-256 of the protocol file, which entries of the record contain.
    `full_fingerprint` also covers every file of items, see the function `full_fingerprint`.
    `taken_up`: it was in use everywhere before versions were activated, so it needs no activation.
    `on_activation`: a site that has opened nothing yet begins with the version before it as well.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    trial: str
    version: str
    folder: str
    fingerprint: str = Field(pattern=r"^[0-9a-f]{64}$")
    full_fingerprint: str = Field(pattern=r"^[0-9a-f]{64}$")
    taken_up: bool = False
    on_activation: bool = False


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    versions: tuple[Released, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        names = [f"{each.trial} {each.version}" for each in self.versions]
        if doubles := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"stands twice: {', '.join(doubles)}")
        return self


def released(table: Path) -> tuple[Released, ...]:
    """Read the table; SourceError if it is missing or cannot be used."""
    if not table.is_file():
        raise SourceError([Fault(table.name, 1, "", "is missing")])
    source = YamlFile(table)
    try:
        return _Table.model_validate(source.data).versions
    except ValidationError as error:
        raise SourceError(source.faults_of(error)) from error


def as_released(trial: str, version: str, fingerprint: str) -> Released:
    """Name a version of a site's trial, whose one fingerprint covers its items as well."""
    hashes = {"fingerprint": fingerprint, "full_fingerprint": fingerprint}
    return Released(trial=trial, version=version, folder="", **hashes)


def in_order(version: str) -> tuple[tuple[int, str], ...]:
    """Give what versions are sorted by: numbers by their size.

    >>> sorted(["1.10", "1.9", "2"], key=in_order)
    ['1.9', '1.10', '2']
    """
    parts = re.findall(r"\d+|\D+", version)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
