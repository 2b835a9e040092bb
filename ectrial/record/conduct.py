"""How a trial is run at a site: whether subjects are enrolled, and under which version.

Every state and every activation is an entry with its days; reasons and numbers of documents
are texts, so that they can be redacted. A trial of which nothing is recorded is open.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, get_args

from ectrial.record.entries import Entry, Kind, whole

State = Literal["open", "paused", "closed"]
Origin = Literal["sponsor", "cro", "ethics", "lead_site", "other"]
"""Who clarified a reading, as an organisation; never a person's name."""
ORIGINS: tuple[Origin, ...] = get_args(Origin)
STATES: tuple[State, ...] = get_args(State)
LEADS_TO: Mapping[State, tuple[State, ...]] = {
    "open": ("paused", "closed"),
    "paused": ("open", "closed"),
    "closed": ("open",),
}
"""What enrolment may become after each state."""


@dataclass(frozen=True, slots=True)
class TrialStatus:
    """Whether a trial enrols from the day `since` on; `actor` recorded it, for this reason."""

    state: State
    since: date
    reason: str
    seq: int
    at_utc: datetime
    actor: int
    role: str


@dataclass(frozen=True, slots=True)
class Activation:
    """A version that new screenings use from the day `effective` on, approved by ethics before.

    `document` is the number of the amendment. `signs_again`: subjects who signed an earlier form
    are asked to sign the new one.
    """

    version: str
    fingerprint: str
    document: str
    approved: date
    effective: date
    signs_again: bool
    seq: int
    at_utc: datetime
    actor: int
    role: str


@dataclass(frozen=True, slots=True)
class Clarification:
    """What somebody responsible for the trial wrote on a day about one reading, word by word."""

    reading: str
    day: date
    origin: Origin
    words: str
    seq: int
    at_utc: datetime
    actor: int
    role: str


@dataclass(frozen=True, slots=True)
class Conduct:
    """What is recorded of one trial at one site, the oldest first."""

    statuses: tuple[TrialStatus, ...] = ()
    activations: tuple[Activation, ...] = ()
    """Those that stand; one that was taken back is gone."""
    clarifications: tuple[Clarification, ...] = ()
    """Those that stand; a withdrawn one is gone."""

    @property
    def state(self) -> State:
        """The present state."""
        return self.statuses[-1].state if self.statuses else "open"

    @property
    def last_status(self) -> int:
        """The entry of the present state, 0 if nothing is recorded: what a change is pinned to."""
        return self.statuses[-1].seq if self.statuses else 0

    @property
    def last_activation(self) -> int:
        """The entry of the activation recorded last, 0 if there is none, to pin the next to."""
        return self.activations[-1].seq if self.activations else 0

    @property
    def halt(self) -> TrialStatus | None:
        """Why nobody is enrolled at present; None while the trial is open."""
        return None if self.state == "open" else self.statuses[-1]

    def activated(self, day: date) -> Activation | None:
        """Give the activation that is in effect on a day; None if no version was activated."""
        begun = [each for each in self.activations if each.effective <= day]
        return max(begun, key=lambda each: (each.effective, each.seq), default=None)

    def to_come(self, day: date) -> Activation | None:
        """Give an activation that takes effect after a day, the one recorded last."""
        coming = [each for each in self.activations if each.effective > day]
        return coming[-1] if coming else None

    def signing_again(self, day: date) -> Activation | None:
        """Give the latest version in effect whose form is signed again by who signed before."""
        asked = [each for each in self.activations if each.signs_again and each.effective <= day]
        return max(asked, key=lambda each: (each.effective, each.seq), default=None)

    def clarified(self, readings: Collection[str]) -> tuple[Clarification, ...]:
        """Give the clarifications that stand of these readings, the oldest first."""
        return tuple(each for each in self.clarifications if each.reading in readings)

    def halt_on(self, day: date) -> TrialStatus | None:
        """Give why nobody was to be enrolled on a day; None if the trial was open then."""
        begun = [each for each in self.statuses if each.since <= day]
        last = max(begun, key=lambda each: (each.since, each.seq), default=None)
        return None if last is None or last.state == "open" else last


NOTHING_SAID = Conduct()


def fold_conduct(
    entries: Iterable[Entry], onto: Mapping[str, Conduct] | None = None
) -> dict[str, Conduct]:
    """Give how each trial is run after these entries; `onto` is what stood before them."""
    trials = dict(onto or {})
    for entry in entries:
        if (step := _STEPS.get(entry.said.kind)) is not None:
            before = trials.get(entry.said.trial, NOTHING_SAID)
            trials[entry.said.trial] = step(before, entry)
    return trials


def _status(conduct: Conduct, entry: Entry) -> Conduct:
    value = entry.said.value
    if set(value) != {"state", "since"} or value["state"] not in STATES:
        raise ValueError("no state of a trial")
    status = TrialStatus(
        value["state"],
        date.fromisoformat(value["since"]),
        entry.said.text or "",
        *(entry.seq, entry.at_utc, entry.actor, entry.role),
    )
    return replace(conduct, statuses=(*conduct.statuses, status))


def _activated(conduct: Conduct, entry: Entry) -> Conduct:
    said, value = entry.said, entry.said.value
    if set(value) != {"approved", "effective", "signs_again"}:
        raise ValueError("no activation of a version")
    if not said.protocol_version or not said.protocol_hash:
        raise ValueError("no version that is activated")
    approved, effective = (date.fromisoformat(value[each]) for each in ("approved", "effective"))
    if effective < approved or type(value["signs_again"]) is not bool:
        raise ValueError("a version in effect before it was approved")
    activation = Activation(
        said.protocol_version,
        said.protocol_hash,
        said.text or "",
        approved,
        effective,
        value["signs_again"],
        *(entry.seq, entry.at_utc, entry.actor, entry.role),
    )
    return replace(conduct, activations=(*conduct.activations, activation))


def _deactivated(conduct: Conduct, entry: Entry) -> Conduct:
    """Take an activation out; why is the entry's text."""
    if set(entry.said.value) != {"of"}:
        raise ValueError("no activation that is taken back")
    gone = whole(entry.said.value["of"])
    left = tuple(each for each in conduct.activations if each.seq != gone)
    return replace(conduct, activations=left)


def _clarified(conduct: Conduct, entry: Entry) -> Conduct:
    said, value = entry.said, entry.said.value
    if set(value) != {"day", "origin"} or value["origin"] not in ORIGINS or not said.item:
        raise ValueError("no clarification of a reading")
    by = (entry.seq, entry.at_utc, entry.actor, entry.role)
    day = date.fromisoformat(value["day"])
    new = Clarification(said.item, day, value["origin"], said.text or "", *by)
    return replace(conduct, clarifications=(*conduct.clarifications, new))


def _withdrawn(conduct: Conduct, entry: Entry) -> Conduct:
    gone = whole(entry.said.value["of"])
    left = tuple(each for each in conduct.clarifications if each.seq != gone)
    return replace(conduct, clarifications=left)


_STEPS: Mapping[Kind, Callable[[Conduct, Entry], Conduct]] = {
    Kind.TRIAL_STATUS: _status,
    Kind.VERSION_ACTIVATED: _activated,
    Kind.ACTIVATION_WITHDRAWN: _deactivated,
    Kind.CLARIFIED: _clarified,
    Kind.CLARIFICATION_WITHDRAWN: _withdrawn,
}
OF_CONDUCT = tuple(_STEPS)
"""The kinds of entries from which the conduct of trials is computed."""
