"""The state of one screening, computed from its entries one after the other."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from ectrial.given import without_limit
from ectrial.record import carried, repeats, signatures, sources, what_follows
from ectrial.record import later_samples as samples
from ectrial.record.confirmed import confirmed_by
from ectrial.record.consent import with_consent
from ectrial.record.entries import JSON, MINE, NOTHING_FAILS, Entry, Kind, Reason
from ectrial.record.notes import OF_NOTES
from ectrial.record.queries import OF_QUERIES, with_query
from ectrial.record.renames import rename
from ectrial.record.screenings import UNDO_WITHIN, Answer, Change, Screening, SetAside

# Computed once, as a continued fold uses them in every turn
PARTS = tuple(part.name for part in fields(Screening))
ANSWERING = (Kind.ANSWERED, Kind.CORRECTED, Kind.STOPPED)
"""Kinds after which a restoring sets newer answers aside in their turn."""


def fold(entries: Iterable[Entry], onto: Screening | None = None) -> Screening | None:
    """Give the state of a screening, computed from its entries; None if it was never opened.

    `onto` is the state after the entries before these.
    """
    state = None if onto is None else _taken_up(onto)
    for entry in entries:
        if entry.said.kind is Kind.OPENED:
            state = _opened(entry)
        elif state is not None and entry.said.kind not in OF_NOTES:
            if step := _STEPS.get(entry.said.kind):
                step(entry, state)
            _since_set_aside(entry.said.kind, state)
            state.update(last_at=entry.at_utc, last_seq=entry.seq)
    if state is None:
        return None
    # made at the end, as each answer begins a change
    return Screening(**{**state, "changes": tuple(Change(*each) for each in state["changes"])})


def _taken_up(screening: Screening) -> dict[str, Any]:
    """Give a mutable copy of a state that shares nothing with the screening."""
    state = {part: getattr(screening, part) for part in PARTS}
    changes = [(dict(each.before), each.at_utc, each.actor) for each in screening.changes]
    return {**state, "answers": dict(screening.answers), "changes": changes}


def _opened(entry: Entry) -> dict[str, Any]:
    said = entry.said
    if said.screening is None:
        raise ValueError(f"entry {entry.seq} opens no screening")
    return {
        "id": said.screening,
        "opened_at": entry.at_utc,
        "protocol_version": said.protocol_version or "",
        "protocol_hash": said.protocol_hash or "",
        "last_at": entry.at_utc,
        "first_seq": entry.seq,
        "last_seq": entry.seq,
        "order": "protocol",
        "voided": False,
        "set_aside": None,
        "sources": {},
        "verified": {},
        "carried": {},
        "repeats": None,
        **signatures.nothing_signed(),
        "consents": (),
        "queries": {},
        **what_follows.nothing_follows(),
        **_nothing_said(),
    }


def _nothing_said() -> dict[str, Any]:
    return {
        "answers": {},
        "earlier": {},
        "lapsed": {},
        "skipped": frozenset(),
        "stopped": False,
        "continued": False,
        "verdict": None,
        "verdict_under": None,
        "changes": [],
        "undone_at": None,
    }


CLEARED_PARTS = (*(set(_nothing_said()) - {"changes", "undone_at"}), "set_aside")


def _answered(entry: Entry, state: dict[str, Any]) -> None:
    said, item, earlier = entry.said, entry.said.item or "", state["earlier"]
    present: Answer | None = state["answers"].get(item)
    before = present.value if present else None
    if said.kind is Kind.ANSWERED and samples.is_superseded(said.value, before):
        state["earlier"] = samples.with_late_sample(earlier, item, _answer(entry), said.reason)
        # *Undo* would take back the answers before it, which nobody means
        state["changes"] = []
        return
    state["answers"].pop(item, None)
    state["lapsed"] = sources.without(state["lapsed"], item)
    if said.value is not None:
        state["answers"][item] = _answer(entry)
    if present and samples.is_later(said, before):
        state["earlier"] = samples.with_sample(earlier, item, present)
    if said.reason is Reason.MIS_TAP:
        state["earlier"] = samples.without_sample(earlier, item, state["answers"].get(item))
        _undone(entry, state)
    else:
        _changed(entry, state, item, before)


def _answer(entry: Entry) -> Answer:
    said = entry.said
    value, limit = without_limit(said.value)
    is_mis_tap = said.reason is Reason.MIS_TAP
    who = (entry.actor, said.source, is_mis_tap, entry.role)
    return Answer(value, entry.seq, entry.at_utc, *who, limit)


def _undone(entry: Entry, state: dict[str, Any]) -> None:
    """Remove the latest change, once for all answers that were taken back together."""
    if state["undone_at"] != entry.at_utc and state["changes"]:
        state["changes"] = state["changes"][:-1]
    state["undone_at"] = entry.at_utc


def _changed(entry: Entry, state: dict[str, Any], item: str, before: JSON) -> None:
    changes = state["changes"]
    last = changes[-1] if changes else None
    if last is not None and last[1] == entry.at_utc and item not in last[0]:
        last[0][item] = before
        return
    recent = [each for each in changes if entry.at_utc - each[1] <= UNDO_WITHIN]
    state["changes"] = [*recent, ({item: before}, entry.at_utc, entry.actor)]


def _skipped(entry: Entry, state: dict[str, Any]) -> None:
    state["skipped"] |= {entry.said.item or ""}


def _ordered(entry: Entry, state: dict[str, Any]) -> None:
    state["order"] = entry.said.value


def _verdict_given(entry: Entry, state: dict[str, Any]) -> None:
    state["verdict"] = entry.said.value
    # a move since changes nothing of it
    present = state["protocol_version"], state["protocol_hash"]
    state["verdict_under"] = entry.said.under or present


def _continued(entry: Entry, state: dict[str, Any]) -> None:
    """Continue: past every failure as a person decided, or because the failure was corrected."""
    state["stopped"] = False
    state["continued"] = state["continued"] or entry.said.value != NOTHING_FAILS


def _voided(entry: Entry, state: dict[str, Any]) -> None:
    before = {part: state[part] for part in ("voided", "set_aside")}
    state["set_aside"] = SetAside(entry.at_utc, entry.actor, before)
    # who restores it asks anew
    state.update(voided=True, request=None)


def _cleared(entry: Entry, state: dict[str, Any]) -> None:
    before = {part: state[part] for part in CLEARED_PARTS}
    is_own = entry.said.value == MINE
    if is_own:
        _cleared_own(entry.actor, state)
    else:
        state.update(_nothing_said())
    state["set_aside"] = SetAside(entry.at_utc, entry.actor, before, is_own)


def _cleared_own(actor: int, state: dict[str, Any]) -> None:
    """Keep the answers of other people, and the changes that these may take back."""
    answers = state["answers"].items()
    state["answers"] = {item: each for item, each in answers if each.actor != actor}
    state["changes"] = [each for each in state["changes"] if each[2] != actor]


def _since_set_aside(kind: Kind, state: dict[str, Any]) -> None:
    """Note that answers were given since; under another version nothing is restored any more."""
    aside: SetAside | None = state["set_aside"]
    if aside is not None and kind is Kind.MOVED:
        state["set_aside"] = None
    elif aside is not None and kind in ANSWERING:
        state["set_aside"] = replace(aside, answered_since=True)


def _restored(entry: Entry, state: dict[str, Any]) -> None:
    aside: SetAside | None = state["set_aside"]
    if aside is None:
        return
    newer = {part: state[part] for part in CLEARED_PARTS} | {"set_aside": None}
    state.update(aside.restored_onto(state), changes=[], undone_at=None)
    if aside.answered_since and not aside.is_own:
        state["set_aside"] = SetAside(entry.at_utc, entry.actor, newer)


def _moved(entry: Entry, state: dict[str, Any]) -> None:
    """Continue under another protocol version; the answers stay, nothing can be undone."""
    said = entry.said
    state.update(
        protocol_version=said.protocol_version,
        protocol_hash=said.protocol_hash,
        changes=[],
    )
    rename(state, said.value)


def _consent(entry: Entry, state: dict[str, Any]) -> None:
    state["consents"] = with_consent(state["consents"], entry)


def _queried(entry: Entry, state: dict[str, Any]) -> None:
    """Change one open item; clearing and voiding leave them, their closings are entries too."""
    state["queries"] = with_query(state["queries"], entry)


_STEPS: Mapping[Kind, Callable[[Entry, dict[str, Any]], None]] = {
    Kind.ANSWERED: _answered,
    Kind.CORRECTED: _answered,
    Kind.SKIPPED: _skipped,
    Kind.ORDERED: _ordered,
    Kind.VERDICT_GIVEN: _verdict_given,
    Kind.STOPPED: lambda _, state: state.update(stopped=True),
    Kind.CONTINUED: _continued,
    Kind.MOVED: _moved,
    Kind.VOIDED: _voided,
    Kind.CLEARED: _cleared,
    Kind.RESTORED: _restored,
    **sources.STEPS,
    **signatures.STEPS,
    Kind.SIGNED: lambda entry, state: signatures.signed(entry, state, confirmed_by(state)),
    **carried.STEPS,
    **repeats.STEPS,
    Kind.CONSENT: _consent,
    **what_follows.STEPS,
    **dict.fromkeys(OF_QUERIES, _queried),
}
"""How each kind of entry changes the state, a mutable dict during the fold."""
