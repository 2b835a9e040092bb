"""How well a verdict is founded: labs that were judged without a number."""

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
    comma = "、" if say.language == "zh" else ", "
    names = comma.join(say.text(item.name) for item in labs[:MOST_NAMED])
    if len(labs) > MOST_NAMED:
        names = f"{names}{comma}…"
    if len(labs) == 1:
        return say("1 lab without a value: {names}", names=names)
    return say("{n} labs without a value: {names}", n=len(labs), names=names)
