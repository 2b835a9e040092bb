"""The whole ODM file: study, people and site, then one screening after the other.

Versions and people are those of the screenings that the file holds. They stand before these, so
the screenings wait in a file of their own until the last of them is written.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import IO

from ectrial.papers.odm.clinical import Clinical
from ectrial.papers.odm.metadata import study
from ectrial.papers.odm.people import People, admin_data
from ectrial.papers.odm.writing import moment, opening
from ectrial.papers.screening_file import ScreeningFile
from ectrial.papers.versions_met import Version, VersionsMet
from ectrial.trial.protocol import Protocol

NAMESPACE = "http://www.cdisc.org/ns/odm/v1.3"
NEVER = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of the trial: `of` gives one, None if nobody has it any more.

    `newest` is told where the file has no screening. Their first days are of the `zone`.
    """

    of: Callable[[str, str], Protocol | None]
    newest: Version
    zone: tzinfo


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
    """Give the OID of a version of the metadata: two files may have one number."""
    return f"MDV.{version}.{fingerprint[:12]}"


def odm_lines(
    files: Iterable[ScreeningFile],
    versions: Versions,
    people: People,
    about: About,
    spool: Callable[[], IO[bytes]],
) -> Iterator[bytes]:
    """Give the file, a screening at a time; a transactional one, as it has what stood before.

    `spool` gives an empty file for the screenings; it goes when it is closed.
    """
    met, clinical = VersionsMet(), Clinical(about.trial, about.site, people, _version)
    with spool() as waiting:
        for file in files:
            met.meets(file)
            waiting.write(_line(clinical.data(file)))
        yield from _head(met, versions, people, about)
        waiting.seek(0)
        yield from waiting
    yield b"</ODM>\n"


def _head(met: VersionsMet, versions: Versions, people: People, about: About) -> Iterator[bytes]:
    """Give all that stands before the screenings."""
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
    used = met.since() or [(versions.newest, about.at or NEVER)]
    known = ((oid_of(*each), versions.of(*each)) for each, _ in used)
    yield from map(_line, study(about.trial, known, about.banner))
    since = [(oid_of(*each), _day(at, versions.zone)) for each, at in used]
    yield from map(_line, admin_data(about.trial, about.site, people, since))


def _day(at: datetime, zone: tzinfo) -> date:
    return at.astimezone(zone).date()


def _version(file: ScreeningFile) -> str:
    return oid_of(*file.screening.under)


def _line(text: str) -> bytes:
    return f"{text}\n".encode()
