"""How well a verdict is founded: labs judged without a number, answers that count no more."""

from conversations.case import Case
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


def not_confirmed(say: Say, case: Case) -> str:
    """Count the answers that wait for a person to confirm them; empty if there are none."""
    count = len([item for item in case.screening.lapsed if item in case.vocabulary])
    if not count:
        return ""
    return say("Answers whose origin was changed: {n}. Not counted until confirmed.", n=count)
