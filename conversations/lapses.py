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
from conversations.words.days import short_day
from ectrial.given import all_given, given
from ectrial.record.carried import Lapse, WhyLapsed, lapse_value
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.notes import OF_NOTES
from ectrial.record.shares import OF_SHARES
from ectrial.record.subjects import ScreeningId
from ectrial.trial.protocol import Question
from ectrial.wording.answers import value_words
from ectrial.wording.speech import Say, marked

_WHYS: dict[WhyLapsed, str] = {
    "corrected": marked("{name} {answer}: its origin was corrected on {day}: confirm."),
    "lapsed": marked("{name} {answer}: its origin was corrected on {day}: confirm."),
    "cleared": marked("{name} {answer}: its origin was set aside on {day}: confirm."),
    "voided": marked("{name} {answer}: its origin was set aside on {day}: confirm."),
    "unlinked": marked("{name} {answer}: its origin is of another patient, said {day}: confirm."),
    "gone": marked("{name} {answer}: its origin is not on record any more: confirm."),
}
BESIDE = (*OF_NOTES, *OF_SHARES)
"""Entries beside a screening, which say nothing that its answers bear on."""


def lapse_words(say: Say, case: Case, question: Question) -> list[str]:
    """Say of each answer to a question that counts as not given why it does not."""
    return [
        say(
            _WHYS[lapse.why],
            name=say.text(case.vocabulary[item].name),
            answer=_answer(say, case, item, lapse),
            day=short_day(say, case.world.today, case.world.at_site(lapse.at_utc).date()),
        )
        for item, lapse in _of(case, question)
    ]


def confirm_rows(say: Say, case: Case, question: Question) -> tuple[Row, ...]:
    """Offer to confirm exactly the answers that the card names."""
    found = _of(case, question)
    if not found:
        return ()
    told = say.listed(_answer(say, case, item, lapse) for item, lapse in found)
    values = all_given({item: lapse.value for item, lapse in found})
    act = Record(case.id, case.trial.fingerprint, question.id, values)
    return ((Button(shortened(say("Confirm: {answer}", answer=told), LABEL_WIDTH), act),),)


def _of(case: Case, question: Question) -> list[tuple[str, Lapse]]:
    lapsed = case.screening.lapsed
    return [(item.id, lapsed[item.id]) for item in question.items if item.id in lapsed]


def _answer(say: Say, case: Case, item: str, lapse: Lapse) -> str:
    known = case.after({item: given(lapse.value)})
    return value_words(say, case.vocabulary[item], known.facts)


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
