"""The delegation log: who was allowed what, from when until when, and by whose authority.

Each row is one person under one set of terms. A change of the terms ends the row and begins
another; the principal investigator's recording of the same terms authorises the row.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, tzinfo

from ectrial.papers.kept import kept
from ectrial.record.entries import Entry, Kind
from ectrial.record.team import Terms
from ectrial.record.team_folding import terms_of
from ectrial.wording.people import role_words, task_words
from ectrial.wording.speech import Say, marked

HISTORY = (
    Kind.STAFF_ADDED,
    Kind.STAFF_REMOVED,
    Kind.STAFF_INVITED,
    Kind.TRAINED,
    Kind.ADMIN_ADDED,
    Kind.ADMIN_REMOVED,
)
"""The kinds of entries from which the log is computed."""

OF_THE_SITE = (Kind.TRAINED, Kind.ADMIN_ADDED, Kind.ADMIN_REMOVED)
"""Kinds of these that are of no one trial, whichever their entries name."""

HEAD = (
    marked("Trial"),
    marked("Person"),
    marked("Telegram number"),
    marked("Role"),
    marked("Tasks"),
    marked("From"),
    marked("Until"),
    marked("Recorded by"),
    marked("Recorded at"),
    marked("Authorised by"),
    marked("Authorised at"),
    marked("Changed by"),
    marked("Changed at"),
    marked("Removed by"),
    marked("Removed at"),
    marked("Trained on"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """Who recorded something, in which role, and when."""

    by: int
    role: str
    at: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """One person under one set of terms."""

    person: int
    terms: Terms
    since: date
    recorded: Said
    is_named: bool = False
    """Whether the settings name the person, as an administrator."""
    authorised: Said | None = None
    changed: Said | None = None
    removed: Said | None = None

    @property
    def is_over(self) -> bool:
        """Whether other terms, or none, hold now."""
        return self.changed is not None or self.removed is not None


def delegation_log(
    entries: Iterable[Entry], trial: str, zone: tzinfo, say: Say
) -> list[tuple[str, ...]]:
    """Give the rows of the log of one trial, its head first, and nothing of another.

    `entries` are all of the kinds in `HISTORY`, of whatever trial.
    """
    log = _Log(zone)
    for entry in kept(entries):
        # what names no trial is from version 0.1.0, in a record without any screening
        if entry.said.trial in ("", trial) or entry.said.kind in OF_THE_SITE:
            log.take(entry)
    return [tuple(map(say, HEAD)), *((trial, *log.row(each, say)) for each in log.rows)]


class _Log:
    """The rows so far, what people are called, and who was trained when."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self.rows: list[Delegation] = []
        self._names: dict[int, str] = {}
        self._trained: dict[int, str] = {}
        self._invited: dict[int, Said] = {}

    def take(self, entry: Entry) -> None:
        """Take the next entry of the history."""
        if entry.said.kind is Kind.STAFF_INVITED:
            self._invited[entry.seq] = self._said(entry)
            return
        person = int(entry.said.item or 0)
        if entry.said.text is not None:
            self._names[person] = entry.said.text
        if (step := _STEPS.get(entry.said.kind)) is not None:
            step(self, person, entry)

    def trained(self, person: int, entry: Entry) -> None:
        self._trained[person] = self._said(entry).at

    def added(self, person: int, entry: Entry) -> None:
        self._begin(person, entry, terms_of(entry.said.value), is_named=False)

    def named(self, person: int, entry: Entry) -> None:
        """Take an administrator of the settings: the operator's authority."""
        self._begin(person, entry, Terms.of("admin"), is_named=True)

    def removed(self, person: int, entry: Entry) -> None:
        is_named = entry.said.kind is Kind.ADMIN_REMOVED
        if (row := self._present(person, is_named=is_named)) is not None:
            self.rows[row] = replace(self.rows[row], removed=self._said(entry))

    def _begin(self, person: int, entry: Entry, terms: Terms, *, is_named: bool) -> None:
        value = entry.said.value
        invite = value.get("invite") if isinstance(value, dict) else None
        said = self._invited.get(invite or 0, self._said(entry))
        authorised = said if said.role == "principal" else None
        present = self._present(person, is_named=is_named)
        if present is not None and self.rows[present].terms == terms:
            if authorised is not None:
                self.rows[present] = replace(self.rows[present], authorised=authorised)
            return
        if present is not None:
            self.rows[present] = replace(self.rows[present], changed=said)
        since = terms.since or entry.at_utc.astimezone(self._zone).date()
        given = terms, since, said, is_named, authorised
        self.rows.append(Delegation(person, *given))

    def _present(self, person: int, *, is_named: bool) -> int | None:
        about = person, is_named
        found = (n for n, each in enumerate(self.rows) if (each.person, each.is_named) == about)
        last = max(found, default=None)
        return None if last is None or self.rows[last].is_over else last

    def _said(self, entry: Entry) -> Said:
        at = entry.at_utc.astimezone(self._zone).isoformat(timespec="minutes")
        return Said(entry.actor, entry.role, at)

    def row(self, each: Delegation, say: Say) -> tuple[str, ...]:
        """Give a row in words, without the trial."""
        terms = each.terms
        acts = (each.recorded, each.authorised, each.changed, each.removed)
        return (
            self._names.get(each.person, ""),
            str(each.person),
            role_words(say, terms.role),
            "; ".join(task_words(say, task) for task in terms.tasks),
            each.since.isoformat(),
            terms.until.isoformat() if terms.until else "",
            *[cell for act in acts for cell in self._signed(act, say)],
            self._trained.get(each.person, ""),
        )

    def _signed(self, said: Said | None, say: Say) -> tuple[str, str]:
        if said is None:
            return "", ""
        role = role_words(say, said.role)
        name = self._names.get(said.by) or (str(said.by) if said.by else "")
        return (f"{name} ({role})" if name else role), said.at


_STEPS: Mapping[Kind, Callable[[_Log, int, Entry], None]] = {
    Kind.STAFF_ADDED: _Log.added,
    Kind.STAFF_REMOVED: _Log.removed,
    Kind.TRAINED: _Log.trained,
    Kind.ADMIN_ADDED: _Log.named,
    Kind.ADMIN_REMOVED: _Log.removed,
}
