"""Who recorded something of a screening, and where: by printed name and role, without numbers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ectrial.papers.odm.writing import element, opening, told
from ectrial.record.signatures import MEANINGS

SIGNATURES = {
    "eligible": "All listed criteria are met, as confirmed by the investigator",
    "not_eligible": "The subject is not eligible, as confirmed by the investigator",
}
LEGAL = "A pre-screening aid: what is signed is identified by its hash, and is no source record."
PERSON = tuple[int, str]
INVESTIGATORS = ("investigator", "principal")


class People:
    """Gives each person in each role an OID; who has no printed name is told by role alone."""

    def __init__(self, names: Mapping[int, str]) -> None:
        self._names = names
        self._oids: dict[PERSON, str] = {}
        self._users: dict[str, tuple[str, str]] = {}

    def of(self, actor: int, role: str) -> str:
        """Give the OID of a person in a role, who belongs to the file from then on."""
        if (actor, role) not in self._oids:
            name = self._names.get(actor, "")
            oid = f"USR.{len(self._users) + 1}" if name else _by_role(role)
            self._oids[actor, role] = oid
            self._users.setdefault(oid, (name, role))
        return self._oids[actor, role]

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        """Give OID, name and role of each whom the file names."""
        return ((oid, *named) for oid, named in self._users.items())


def _by_role(role: str) -> str:
    return f"USR.ROLE.{role or 'unknown'}"


def site_oid(site: str) -> str:
    """Give the OID of the site."""
    return f"LOC.{site}"


def admin_data(
    study: str, site: str, people: People, versions: Iterable[tuple[str, date]]
) -> Iterator[str]:
    """Give the users, the site with each version and its first day there, and the signatures."""
    yield opening("AdminData", StudyOID=study)
    yield from (_user(*each, site) for each in people)
    refs = (
        element(
            "MetaDataVersionRef",
            StudyOID=study,
            MetaDataVersionOID=oid,
            EffectiveDate=since.isoformat(),
        )
        for oid, since in versions
    )
    yield element("Location", refs, OID=site_oid(site), Name=site, LocationType="Site")
    for meaning in MEANINGS:
        inside = element("Meaning", SIGNATURES[meaning]) + element("LegalReason", LEGAL)
        yield element("SignatureDef", inside, OID=f"SD.{meaning}", Methodology="Electronic")
    yield "</AdminData>"


def _user(oid: str, name: str, role: str, site: str) -> str:
    shown = element("DisplayName", told(f"{name} ({role})" if name else role))
    full = element("FullName", told(name)) if name else ""
    where = element("LocationRef", LocationOID=site_oid(site))
    kind = "Investigator" if role in INVESTIGATORS else "Other"
    return element("User", shown + full + where, OID=oid, UserType=kind)
