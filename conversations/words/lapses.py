"""Why an answer counts no more, in words that say nothing of where it came from."""

from conversations.case import Case
from conversations.words.days import short_day
from ectrial.given import given
from ectrial.record.carried import Lapse, WhyLapsed
from ectrial.wording.answers import value_words
from ectrial.wording.speech import Say, marked

_WHYS: dict[WhyLapsed, str] = {
    "corrected": marked("{name} {answer}: its origin was corrected on {day}: confirm."),
    "lapsed": marked("{name} {answer}: its origin was corrected on {day}: confirm."),
    "cleared": marked("{name} {answer}: its origin was set aside on {day}: confirm."),
    "voided": marked("{name} {answer}: its origin was set aside on {day}: confirm."),
    "unlinked": marked("{name} {answer}: its origin is of another patient, said {day}: confirm."),
    "consent": marked("{name} {answer}: no consent covers its use here since {day}: confirm."),
    "gone": marked("{name} {answer}: its origin is not on record any more: confirm."),
}


def lapse_line(say: Say, case: Case, item: str, lapse: Lapse) -> str:
    """Say which answer counts as not given, and why."""
    return say(
        _WHYS[lapse.why],
        name=say.text(case.vocabulary[item].name),
        answer=lapsed_answer(say, case, item, lapse),
        day=short_day(say, case.world.today, case.world.at_site(lapse.at_utc).date()),
    )


def lapsed_answer(say: Say, case: Case, item: str, lapse: Lapse) -> str:
    """Give the answer as it was."""
    known = case.after({item: given(lapse.value)})
    return value_words(say, case.vocabulary[item], known.facts)
