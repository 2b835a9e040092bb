"""Consent, approach and enrolment of every screening, computed together for lists over them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ectrial.record.consent import NOT_ASKED, Consent, with_consent
from ectrial.record.entries import Entry, Kind
from ectrial.record.participation import DECIDED, TAKEN_BACK, Participation, participation_of
from ectrial.record.subjects import ScreeningId

OF_TAKING_PART = (Kind.CONSENT, Kind.PARTICIPATION)


@dataclass(frozen=True, slots=True)
class TakingPart:
    """What was said of one screening: its states of consent, the approach, the enrolment."""

    consents: tuple[Consent, ...] = ()
    approach: Participation | None = None
    enrolment: Participation | None = None

    @property
    def consent(self) -> Consent:
        """The present state of consent."""
        return self.consents[-1] if self.consents else NOT_ASKED


NOTHING = TakingPart()
Said = Mapping[ScreeningId, TakingPart]


def fold_taking_part(entries: Iterable[Entry], onto: Said) -> Said:
    """Give what was said of each screening of which anything was."""
    found = dict(onto)
    for entry in entries:
        id_ = entry.said.screening
        if id_ is not None and entry.said.kind in OF_TAKING_PART:
            found[id_] = _with(found.get(id_, NOTHING), entry)
    return found


def _with(before: TakingPart, entry: Entry) -> TakingPart:
    if entry.said.kind is Kind.CONSENT:
        return replace(before, consents=with_consent(before.consents, entry))
    said = participation_of(entry)
    now = None if said.what in TAKEN_BACK else said
    if said.what in DECIDED:
        return replace(before, enrolment=now)
    return replace(before, approach=now)
