"""Why an answer counts no more; who has no role where it came from reads only that it does."""

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
NEUTRAL = marked("{name} {answer}: needs to be confirmed again since {day}.")


def lapse_line(say: Say, case: Case, item: str, lapse: Lapse) -> str:
    """Say which answer counts as not given; and why, to who may know where it came from."""
    told = _WHYS[lapse.why] if _sees_the_origin(case, lapse) else NEUTRAL
    return say(
        told,
        name=say.text(case.vocabulary[item].name),
        answer=lapsed_answer(say, case, item, lapse),
        day=short_day(say, case.world.today, case.world.at_site(lapse.at_utc).date()),
    )


def _sees_the_origin(case: Case, lapse: Lapse) -> bool:
    """Whether the person has a role in the trial in which the answer was given first."""
    codes = case.world.records.links().same_patient(case.id)
    return any(
        entry.seq == lapse.origin.of
        for code in codes
        if (own := case.world.own_trials.get(code.trial)) is not None
        for screening in own.records.episodes(code.trial, code.subject)
        for entry in own.records.history(screening.id)
    )


def lapsed_answer(say: Say, case: Case, item: str, lapse: Lapse) -> str:
    """Give the answer as it was."""
    known = case.after({item: given(lapse.value)})
    return value_words(say, case.vocabulary[item], known.facts)
