"""The file of the site about each trial's study team: whom to contact, how many slots it has."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from ectrial.yaml_file import Fault, SourceError, YamlFile

_PHONE = re.compile(r"\+[0-9][0-9 ()-]{5,22}[0-9]")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
SHAPE = "must be a member's Telegram number, or a name with phone, email or both"


class Contact(BaseModel):
    """The primary contact: a member of the team with a chat, or a name with phone and e-mail."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    chat: int | None = Field(None, gt=0)
    name: str = Field("", max_length=60)
    phone: str = ""
    email: str = ""

    @model_validator(mode="before")
    @classmethod
    def _a_number_alone(cls, given: Any) -> Any:
        """Take a number alone for that of a chat."""
        if isinstance(given, str):
            if not (given.isascii() and given.isdecimal()):
                raise ValueError(SHAPE)
            return {"chat": given}
        return given

    @model_validator(mode="after")
    def _can_be_reached(self) -> "Contact":
        if self.chat is None and not (self.name.strip() and (self.phone or self.email)):
            raise ValueError(SHAPE)
        if not self.name.isprintable():
            raise ValueError("the name must be on one line")
        if self.phone and not _PHONE.fullmatch(self.phone):
            raise ValueError("no phone number with its country, such as +86 20 8734 0000")
        if self.email and not _EMAIL.fullmatch(self.email):
            raise ValueError("no e-mail address")
        return self


class StudyTeam(BaseModel):
    """What the site says of a trial: its contact, its slots, whether times are set here."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    contact: Contact | None = None
    slots: int | None = Field(None, ge=0, le=100_000)
    appointments: bool = True


StudyTeams = Mapping[str, StudyTeam]
"""The study team of each trial, by the id of the trial."""
UNKNOWN = StudyTeam()
"""What is known without a file: no contact and no slots."""

_FILE = TypeAdapter(dict[str, StudyTeam])


def load_study_teams(path: Path, trials: Collection[str]) -> StudyTeams:
    """Read the file; SourceError has all faults with their lines, also foreign trials."""
    source = YamlFile(path)
    faults = list(_foreign(source, trials))
    try:
        teams = _FILE.validate_python(source.data)
    except ValidationError as error:
        raise SourceError([*source.faults_of(error), *faults]) from error
    if faults:
        raise SourceError(faults)
    return teams


def _foreign(source: YamlFile, trials: Collection[str]) -> Iterator[Fault]:
    for name in source.data:
        if name not in trials:
            known = ", ".join(sorted(trials))
            yield source.fault((name,), f"no trial of this id; there is {known}")
