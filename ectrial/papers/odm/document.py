"""The whole ODM file: study, people and site, then one screening after the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ectrial.papers.odm.clinical import Clinical
from ectrial.papers.odm.metadata import study
from ectrial.papers.odm.people import People, admin_data
from ectrial.papers.odm.writing import moment, opening
from ectrial.papers.screening_file import ScreeningFile
from ectrial.trial.protocol import Protocol

NAMESPACE = "http://www.cdisc.org/ns/odm/v1.3"
NEVER = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Used:
    """A version by which screenings were judged, from a day on; None if nobody has it any more."""

    version: str
    fingerprint: str
    since: date
    protocol: Protocol | None

    @property
    def oid(self) -> str:
        """Its OID: two files may have one number."""
        return oid_of(self.version, self.fingerprint)


@dataclass(frozen=True, slots=True)
class About:
    """What the file is of: trial, site, and the head of the record with its moment.

    `banner` says that it is of practice, and is empty if it is not.
    """

    trial: str
    site: str
    head: str
    at: datetime | None
    banner: str = ""


def oid_of(version: str, fingerprint: str) -> str:
    """Give the OID of a version of the metadata."""
    return f"MDV.{version}.{fingerprint[:12]}"


def odm_lines(
    files: Iterable[ScreeningFile], used: Sequence[Used], people: People, about: About
) -> Iterator[bytes]:
    """Give the file, a screening at a time; a transactional one, as it has what stood before."""
    at = moment(about.at or NEVER)
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    yield _line(
        opening(
            "ODM",
            xmlns=NAMESPACE,
            ODMVersion="1.3.2",
            FileType="Transactional",
            FileOID="/".join((about.trial, about.site, about.head)),
            CreationDateTime=at,
            AsOfDateTime=at,
            SourceSystem="ectrial",
            Originator=about.site,
        )
    )
    known = ((each.oid, each.protocol) for each in used)
    yield from map(_line, study(about.trial, known, about.banner))
    versions = [(each.oid, each.since) for each in used]
    yield from map(_line, admin_data(about.trial, about.site, people, versions))
    clinical = Clinical(about.trial, about.site, people, _version)
    for file in files:
        yield _line(clinical.data(file))
    yield b"</ODM>\n"


def _version(file: ScreeningFile) -> str:
    return oid_of(*file.screening.under)


def _line(text: str) -> bytes:
    return f"{text}\n".encode()
