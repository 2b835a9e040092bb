"""The upper limit of normal that counted for a sample at its time, never that of another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from ectrial.papers.recorded import value_of
from ectrial.quantity import Quantity
from ectrial.record.entries import Entry
from ectrial.record.folding import fold
from ectrial.record.screenings import Answer, Screening
from ectrial.trial.protocol import Protocol
from ectrial.vocabulary import Item


@dataclass(frozen=True)
class Limits:
    """Gives the limit of each sample of a screening, which may be as it was on a former day."""

    entries: Sequence[Entry]
    protocol: Protocol
    screening: Screening

    def of(self, item: Item, answer: Answer) -> Quantity | None:
        """Give the limit of an answer; of an earlier sample only its own, or one in its unit."""
        limit = self.protocol.vocabulary.get(item.uln or "")
        if limit is None:
            return None
        present = self.screening.answers
        if answer.limit is not None:
            return _exact(limit, replace(answer, value=answer.limit))
        is_present = present.get(item.id) is answer
        found = present.get(limit.id) if is_present else self._earlier.get(answer.seq)
        read = _exact(limit, found)
        return read if read and (is_present or read.unit == _unit_of(answer)) else None

    @cached_property
    def _earlier(self) -> Mapping[int, Answer]:
        """Give by the entry of each replaced sample the limit that stood with it to the last."""
        # to fold again takes long, and most screenings have no earlier sample
        return _limits_of_replaced(self.entries, self.protocol) if self.screening.earlier else {}


def _limits_of_replaced(entries: Iterable[Entry], protocol: Protocol) -> dict[int, Answer]:
    found: dict[int, Answer] = {}
    now: Screening | None = None
    turn: tuple[datetime, Screening | None] | None = None
    for entry in entries:
        if turn is None or turn[0] != entry.at_utc:
            turn = entry.at_utc, now
        before, now = now, fold((entry,), onto=now)
        item = entry.said.item or ""
        if before is None or now is None or item not in now.earlier:
            continue
        if now.earlier[item] is before.earlier.get(item):
            continue
        replaced = before.answers.get(item)
        # a sample that is told late replaces no answer
        if replaced is None or now.answers.get(item) is replaced:
            continue
        # a limit of the same turn is of the new sample, unless both samples came in that turn
        is_of_turn = replaced.at_utc == entry.at_utc
        limit = _limit_in(before if is_of_turn else turn[1], item, protocol)
        if limit is not None:
            found[replaced.seq] = limit
    return found


def _limit_in(screening: Screening | None, item: str, protocol: Protocol) -> Answer | None:
    """Give the answer to the limit of an item, each perhaps under the name of a former version."""
    lab = protocol.vocabulary.get(protocol.former_ids.get(item, item))
    answers = screening.answers.items() if screening and lab and lab.uln else ()
    named = {protocol.former_ids.get(name, name): answer for name, answer in answers}
    return named.get(lab.uln or "") if lab else None


def _exact(limit: Item, answer: Answer | None) -> Quantity | None:
    read = value_of(limit, answer)
    return read if isinstance(read, Quantity) and read.comparator == "=" else None


def _unit_of(answer: Answer) -> object:
    return answer.value.get("unit") if isinstance(answer.value, dict) else None
