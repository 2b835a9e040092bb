"""The first line of a card, which names the subject, and the sex and age beside the code."""

from collections.abc import Mapping

from ectrial.record.entries import JSON
from ectrial.record.screenings import Answer
from ectrial.record.subjects import ScreeningId
from ectrial.wording.speech import Say


def heading(say: Say, screening: ScreeningId) -> str:
    """Give the subject, and the number of the screening if there are several."""
    if screening.episode == 1:
        return screening.subject
    return say("{subject}, screening {n}", subject=screening.subject, n=screening.episode)


def sex_and_age(say: Say, answers: Mapping[str, Answer]) -> str:
    """Give sex and age in few letters, such as M 58; unknown values are left out."""
    told = (_sex(say, _value(answers, "sex")), _years(_value(answers, "age")))
    return " ".join(filter(None, told))


def _sex(say: Say, recorded: JSON) -> str:
    match recorded:
        case "male":
            return say("M")
        case "female":
            return say("F")
    return ""


def _years(recorded: JSON) -> str:
    return str(recorded["value"]) if isinstance(recorded, dict) and "value" in recorded else ""


def _value(answers: Mapping[str, Answer], item: str) -> JSON:
    answer = answers.get(item)
    return answer.value if answer else None
