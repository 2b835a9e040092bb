"""One screening as clinical data: each change with who recorded it, when, and why."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from ectrial.papers.odm.forms import Forms
from ectrial.papers.odm.history import Change, history, late_samples
from ectrial.papers.odm.metadata import EVENT, result_oid, unit_oid
from ectrial.papers.odm.own_forms import LATE_SAMPLE, OWN_FORMS, SIGNATURE
from ectrial.papers.odm.people import People, site_oid
from ectrial.papers.odm.writing import element, moment, told
from ectrial.papers.screening_file import ScreeningFile
from ectrial.record.confirmed import standing_signature
from ectrial.record.entries import Entry, Kind
from ectrial.record.screenings import Screening
from ectrial.record.signatures import Signature

INSERT = "Insert"


class Clinical:
    """Writes screenings of one study at one site, each under the version that judges it."""

    def __init__(
        self, study: str, site: str, people: People, oid_of: Callable[[ScreeningFile], str]
    ) -> None:
        self._study, self._site, self._people, self._oid_of = study, site, people, oid_of
        self._forms: dict[str, Forms] = {}
        self._audits: dict[int, str] = {}
        self._who: dict[tuple[int, str], str] = {}

    def data(self, file: ScreeningFile) -> str:
        """Give a screening with all that was entered, in the order of its forms."""
        forms = self._forms_of(file)
        self._audits.clear()
        groups: dict[str, list[str]] = {}
        for change in history(file, forms):
            groups.setdefault(change.where[0], []).append(self._item(change))
        for group, item in self._results(file):
            groups.setdefault(group, []).append(item)
        written = "".join(self._written(forms, groups, file))
        opened = self._audit(file.entries[0])
        event = element(
            "StudyEventData",
            opened + written,
            StudyEventOID=EVENT,
            StudyEventRepeatKey=str(file.screening.id.episode),
            TransactionType=INSERT,
        )
        where = element("SiteRef", LocationOID=site_oid(self._site))
        key = file.screening.id.subject
        subject = element("SubjectData", where + event, SubjectKey=key, TransactionType="Upsert")
        version = self._oid_of(file)
        return element("ClinicalData", subject, StudyOID=self._study, MetaDataVersionOID=version)

    def _forms_of(self, file: ScreeningFile) -> Forms | None:
        if file.protocol is None:
            return None
        return self._forms.setdefault(file.protocol.fingerprint, Forms(file.protocol))

    def _written(
        self, forms: Forms | None, groups: dict[str, list[str]], file: ScreeningFile
    ) -> Iterator[str]:
        known = {form.oid: [g.oid for g in form.groups] for form in (forms.all if forms else ())}
        known |= {oid: [group.oid for group in own] for oid, (_, own) in OWN_FORMS.items()}
        for form, oids in known.items():
            inside = "".join(_group(oid, groups[oid]) for oid in oids if oid in groups)
            if SIGNATURE.oid in oids:
                inside += "".join(self._signatures(file.screening))
            if LATE_SAMPLE.oid in oids:
                late = enumerate(late_samples(file), start=1)
                inside += "".join(self._late_sample(n, *each) for n, each in late)
            if inside:
                yield element("FormData", inside, FormOID=form, TransactionType=INSERT)

    def _item(self, change: Change) -> str:
        _, oid = change.where
        audit = self._audit(change.entry)
        if change.datum is None:
            return element("ItemData", audit, ItemOID=oid, TransactionType="Remove", IsNull="Yes")
        value, unit = change.datum
        if unit:
            audit += element("MeasurementUnitRef", MeasurementUnitOID=unit_oid(unit))
        kind = INSERT if change.is_first else "Update"
        return element("ItemData", audit, ItemOID=oid, TransactionType=kind, Value=value)

    def _audit(self, entry: Entry) -> str:
        if entry.seq not in self._audits:
            reason = entry.said.reason
            self._audits[entry.seq] = element(
                "AuditRecord",
                self._by(entry.actor, entry.role)
                + element("DateTimeStamp", moment(entry.at_utc))
                + (element("ReasonForChange", told(reason.upper())) if reason else ""),
            )
        return self._audits[entry.seq]

    def _by(self, actor: int, role: str) -> str:
        if (actor, role) not in self._who:
            user = element("UserRef", UserOID=self._people.of(actor, role))
            where = element("LocationRef", LocationOID=site_oid(self._site))
            self._who[actor, role] = user + where
        return self._who[actor, role]

    def _results(self, file: ScreeningFile) -> Iterator[tuple[str, str]]:
        """Give the result of each criterion, once a verdict was recorded."""
        given = [each for each in file.entries if each.said.kind is Kind.VERDICT_GIVEN]
        if not given or not file.is_as_recorded or file.verdict is None:
            return
        audit = self._audit(given[-1])
        for finding in file.verdict.findings:
            oid, value = result_oid(finding.criterion), finding.result(file.verdict.facts).upper()
            said = {"ItemOID": oid, "TransactionType": INSERT, "Value": value}
            yield f"IG.RESULT.{finding.criterion.id}", element("ItemData", audit, **said)

    def _late_sample(self, number: int, entry: Entry, parts: Mapping[str, str]) -> str:
        audit = self._audit(entry)
        items = [
            element(
                *("ItemData", audit),
                ItemOID=f"IT.LATE_SAMPLE{part}",
                TransactionType=INSERT,
                Value=value,
            )
            for part, value in parts.items()
            if value
        ]
        return _group(LATE_SAMPLE.oid, items, str(number))

    def _signatures(self, screening: Screening) -> Iterator[str]:
        stands = standing_signature(screening)
        for number, each in enumerate(screening.signatures, start=1):
            yield self._signature(number, each, "STANDS" if each is stands else "SUPERSEDED")

    def _signature(self, number: int, signed: Signature, state: str) -> str:
        by = self._by(signed.actor, signed.role)
        by += element("SignatureRef", SignatureOID=f"SD.{signed.meaning}")
        values = {
            "NAME": signed.name,
            "MEANING": signed.meaning,
            "DAY": signed.day.isoformat(),
            "HASH": signed.hash,
            "VERSION": signed.under[0],
            "CRITERIA": signed.under[1],
            "STATE": state,
        }
        items = "".join(
            element(
                "ItemData", ItemOID=f"IT.SIGNATURE.{part}", TransactionType=INSERT, Value=value
            )
            for part, value in values.items()
            if value
        )
        stamp = element("DateTimeStamp", moment(signed.at_utc))
        return _group(SIGNATURE.oid, [element("Signature", by + stamp), items], str(number))


def _group(oid: str, items: Iterable[str], key: str | None = None) -> str:
    said = {"ItemGroupOID": oid, "ItemGroupRepeatKey": key, "TransactionType": INSERT}
    return element("ItemGroupData", items, **said)
