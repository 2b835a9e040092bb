"""Which carried answers count as not given, as what they came from was changed since.

It is read from the entries of the origin's screening: nobody there knows of the other trial.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time

from ectrial.record.carried import Lapse, Origin, WhyLapsed, origin_of
from ectrial.record.consent import Consent, with_consent
from ectrial.record.entries import JSON, Entry, Kind
from ectrial.record.renames import read_renames
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId


def with_lapses(screening: Screening, lapses: Mapping[str, Lapse]) -> Screening:
    """Give the screening without the answers whose origin has changed."""
    if not lapses:
        return screening
    answers = {item: each for item, each in screening.answers.items() if item not in lapses}
    return replace(screening, answers=answers, lapsed={**screening.lapsed, **lapses})


def lapses(
    screening: Screening,
    history: Callable[[int], Sequence[Entry]],
    are_linked: Callable[[ScreeningId, ScreeningId], bool],
) -> dict[str, Lapse]:
    """Give the answers whose origin has changed, by item; those noted already are not among them.

    `history` gives the entries of the screening that holds an entry; `are_linked` whether two
    screenings are of the same patient.
    """
    found = {}
    for item, answer in screening.answers.items():
        origin = screening.origin(item)
        if origin is None:
            continue
        changed = _change(screening.id, answer.value, origin, history, are_linked)
        if changed is not None:
            found[item] = Lapse(answer.value, answer.seq, *changed, origin)
    return found


def _change(
    id_: ScreeningId,
    value: JSON,
    origin: Origin,
    history: Callable[[int], Sequence[Entry]],
    are_linked: Callable[[ScreeningId, ScreeningId], bool],
) -> tuple[WhyLapsed, datetime] | None:
    """Say what happened to the origin since; None if it stands, or only a later sample came."""
    entries = history(origin.of)
    first = next((each for each in entries if each.seq == origin.of), None)
    if first is None or first.said.screening is None:
        return "gone", datetime.combine(origin.day, time(), UTC)
    if not are_linked(id_, first.said.screening):
        ends = [each.at_utc for each in entries if each.said.kind is Kind.UNLINKED]
        return "unlinked", ends[-1] if ends else entries[-1].at_utc
    found = _since(value, first, entries)
    if found is None and origin.by_consent:
        found = _uncovered(entries)
    further = _origin_of(first.said.item or "", first, entries)
    if found is None and further is not None:
        there = first.said.screening
        changed = _change(there, value, further, history, are_linked)
        return changed and ("lapsed", changed[1])
    return found


def _since(
    value: JSON, first: Entry, entries: Sequence[Entry]
) -> tuple[WhyLapsed, datetime] | None:
    """Say what happened to an answer since, also under another id that a move gave its item."""
    item, values = first.said.item, (value, first.said.value)
    changed: tuple[WhyLapsed, datetime] | None = None
    before: tuple[WhyLapsed, datetime] | None = None
    is_present = True
    for entry in entries:
        if entry.seq <= first.seq:
            continue
        match entry.said.kind:
            case Kind.MOVED:
                item = read_renames(entry.said.value).items.get(item or "", item)
            case Kind.VOIDED:
                before, changed = changed, ("voided", entry.at_utc)
            case Kind.CLEARED if entry.said.value is None or entry.actor == first.actor:
                before, changed = changed, ("cleared", entry.at_utc)
            case Kind.RESTORED if changed and changed[0] in ("voided", "cleared"):
                changed = before
            case Kind.ANSWERED if entry.said.item == item and not _is_earlier(entry, value):
                # a later sample: what is corrected from here on is that one
                is_present = changed is not None and entry.said.value in values
                changed = None if is_present else changed
            case Kind.CORRECTED if entry.said.item == item and is_present:
                is_same = entry.said.value in values
                changed = None if is_same else ("corrected", entry.at_utc)
            case Kind.LAPSED if entry.said.item == item and is_present:
                changed = ("lapsed", entry.at_utc)
    return changed


def _uncovered(entries: Sequence[Entry]) -> tuple[WhyLapsed, datetime] | None:
    """Say since when the consent of a screening does not cover what its study found elsewhere."""
    stood: tuple[Consent, ...] = ()
    at = None
    for entry in entries:
        if entry.said.kind is Kind.CONSENT:
            stood = with_consent(stood, entry)
            at = entry.at_utc
    covers = bool(stood) and stood[-1].covers_other_trials
    return None if covers or at is None else ("consent", at)


def _is_earlier(entry: Entry, value: JSON) -> bool:
    """Whether a number is from an earlier sample, so that it changed nothing."""
    new, counting = entry.said.value, value
    if not isinstance(new, dict) or not isinstance(counting, dict):
        return False
    days = new.get("date"), counting.get("date")
    return None not in days and str(days[0]) < str(days[1])


def _origin_of(item: str, first: Entry, entries: Sequence[Entry]) -> Origin | None:
    """Give what the origin was carried over from itself, if it was."""
    for entry in entries:
        said = entry.said
        if said.item != item or entry.seq <= first.seq:
            continue
        if said.kind in (Kind.ANSWERED, Kind.CORRECTED):
            return None
        if said.kind is Kind.CARRIED:
            return origin_of(entry)
    return None
