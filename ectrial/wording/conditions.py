"""A condition in words: whether the rest applies, or in which case the subject is."""

from ectrial.rules.language import Part
from ectrial.wording.speech import Say


def of_condition(say: Say, part: Part, line: str) -> str:
    """Say what a condition does with the rest; `line` is its answer in words."""
    match part:
        case "does_not_apply":
            return say("does not apply: {line}", line=line)
        case "may_apply":
            return say("whether it applies: {line}", line=line)
        case "every_case":
            return say("the same in every case: {line}", line=line)
        case _:
            return say("applies: {line}", line=line)
