"""Carried answers whose origin has changed: asked about again, and noted with the next entry.

Nothing here says where an answer came from: a colleague of this trial may not know of the other.
"""

from collections.abc import Iterable
from dataclasses import replace

from conversations.acts import Record
from conversations.case import Case, make_case
from conversations.recording import verdict_given
from conversations.screen import LABEL_WIDTH, Button, Row, shortened
from conversations.turn import Turn, World
from conversations.words.lapses import lapse_line, lapsed_answer
from ectrial.given import all_given
from ectrial.record.carried import Lapse, lapse_value
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.notes import OF_NOTES
from ectrial.record.shares import OF_SHARES
from ectrial.record.subjects import ScreeningId
from ectrial.trial.protocol import Question
from ectrial.wording.speech import Say

BESIDE = (*OF_NOTES, *OF_SHARES)
"""Entries beside a screening, which say nothing that its answers bear on."""


def lapse_words(say: Say, case: Case, question: Question) -> list[str]:
    """Say of each answer to a question that counts as not given why it does not."""
    return [lapse_line(say, case, item, lapse) for item, lapse in _of(case, question)]


def confirm_rows(say: Say, case: Case, question: Question) -> tuple[Row, ...]:
    """Offer to confirm exactly the answers that the card names."""
    found = _of(case, question)
    if not found:
        return ()
    told = say.listed(lapsed_answer(say, case, item, lapse) for item, lapse in found)
    values = all_given({item: lapse.value for item, lapse in found})
    act = Record(case.id, case.trial.fingerprint, question.id, values)
    return ((Button(shortened(say("Confirm: {answer}", answer=told), LABEL_WIDTH), act),),)


def _of(case: Case, question: Question) -> list[tuple[str, Lapse]]:
    lapsed = case.screening.lapsed
    return [(item.id, lapsed[item.id]) for item in question.items if item.id in lapsed]


def with_lapses_noted(world: World, turn: Turn) -> Turn:
    """Note first, in each screening that the turn changes, what has lapsed there meanwhile."""
    told = (entry for entry in turn.entries if entry.kind not in BESIDE)
    ids = dict.fromkeys(entry.screening for entry in told if entry.screening)
    noted = [entry for id_ in ids for entry in _noted(world, id_)]
    return replace(turn, entries=(*noted, *turn.entries)) if noted else turn


def _noted(world: World, id_: ScreeningId) -> Iterable[NewEntry]:
    before = world.records.screening(id_)
    if before is None or before.voided or not (lapses := world.records.lapses(before)):
        return ()
    case = make_case(world, before)
    if not isinstance(case, Case):
        return ()
    noted = (case.entry(Kind.LAPSED, item, lapse_value(each)) for item, each in lapses.items())
    return (*noted, *verdict_given(case, case, is_finished=False))
