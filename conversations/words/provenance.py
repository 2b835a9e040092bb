"""How well a verdict is founded: labs judged without a number, answers that count no more."""

from conversations.case import Case
from conversations.words.lapses import lapse_line
from ectrial.facts import Judgement
from ectrial.wording.speech import Say

MOST_NAMED = 4


def without_a_value(say: Say, case: Case) -> str:
    """Name the labs that were answered only by a comparison; empty if there are none."""
    labs = [
        item
        for name, value in case.facts.items.items()
        if isinstance(value, Judgement) and (item := case.vocabulary[name]).sample
    ]
    if not labs:
        return ""
    names = say.listed(say.text(item.name) for item in labs[:MOST_NAMED])
    if len(labs) > MOST_NAMED:
        names = say.listed((names, "…"))
    if len(labs) == 1:
        return say("1 lab without a value: {names}", names=names)
    return say("{n} labs without a value: {names}", n=len(labs), names=names)


def not_confirmed(say: Say, case: Case) -> list[str]:
    """Count and name the answers that wait for a person to confirm them."""
    lapsed = case.screening.lapsed
    items = [item for item in lapsed if item in case.vocabulary and item not in case.facts.items]
    if not items:
        return []
    told = say("Answers to confirm again: {n}. Not counted until then.", n=len(items))
    return [told, *(lapse_line(say, case, item, lapsed[item]) for item in items)]
