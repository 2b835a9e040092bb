"""Other trials of the person in words: what is not excluded, what may be used."""

from collections import Counter

from conversations.answers import counted
from conversations.case import Case
from conversations.other_trials import Linked, is_enrolled, linked, open_elsewhere
from conversations.words.days import short_day
from conversations.words.heading import sex_and_age
from ectrial.record.links import Compared
from ectrial.trial.carrying import Offer, WhyNot
from ectrial.trial.not_excluded import NotExcluded
from ectrial.wording.speech import Say, marked

MOST_NAMED = 3
_WHYS: dict[WhyNot, str] = {
    "defined_otherwise": marked("Asked in other words here: {n}"),
    "other_limit": marked("Judged by another limit: {n}"),
    "too_old": marked("Too old for this trial: {n}"),
    "copied": marked("Copied from another subject's report: {n}"),
    "no_consent": marked("Perhaps of a study procedure, no consent on record covers it: {n}"),
    "no_lab": marked("Limits without their lab: {n}"),
    "asked_anew": marked("Of the screening before this one, asked anew: {n}"),
}
_COMPARED: dict[Compared, str] = {
    "agree": marked("Sex and age agree."),
    "differ": marked("⚠️ Sex or age differ. Is it the same patient?"),
    "open": marked("Sex and age are not known of both."),
}


def not_excluded_words(say: Say, case: Case) -> str:
    """Name in one line the other trials that nothing known excludes from; empty if none.

    Of who is enrolled here none is named: that person is in a trial.
    """
    found = () if is_enrolled(case) else open_elsewhere(case)
    if not found or not case.verdict.failing:
        return ""
    ids = say.listed(finding.criterion.id for finding in case.verdict.failing[:MOST_NAMED])
    trials = "; ".join(trial_line(say, each) for each in found[:MOST_NAMED])
    return say(
        "⛔ Not here ({criteria}). Not excluded so far: {trials}", criteria=ids, trials=trials
    )


def trial_line(say: Say, found: NotExcluded) -> str:
    """Give a trial with what is left to answer, and what one has to know of it."""
    left = say("{n} answers more", n=found.left) if found.left != 1 else say("1 answer more")
    left = left if found.left else say("nothing more to ask")
    marks = [say("list incomplete")] if found.trial.incomplete else []
    marks += [] if found.is_open else [say("not open here")]
    told = say("{trial}, {left}", trial=found.trial.id, left=left)
    return say("{told} ({marks})", told=told, marks=say.listed(marks)) if marks else told


def linked_line(say: Say, found: Linked) -> str:
    """Name a linked subject, with sex and age and how far the screening has come."""
    case, about = found.case, sex_and_age(say, found.case.screening.answers)
    code = f"{case.id.subject} ({about})" if about else case.id.subject
    return say("{trial}: {code} is the same patient.", trial=case.id.trial, code=code)


def offer_words(say: Say, case: Case, offer: Offer) -> str:
    """Name how many answers a button uses, and of which days: the first and the last."""
    n, today = counted(case.trial, offer.answers), case.world.today
    first, last = (short_day(say, today, each) for each in offer.days or (today, today))
    if first != last:
        return say("Use {n} answers of {first}–{last}", n=n, first=first, last=last)
    if n == 1:
        return say("Use 1 answer of {day}", day=last)
    return say("Use {n} answers of {day}", n=n, day=last)


def left_words(say: Say, offer: Offer) -> list[str]:
    """Count the answers that are not offered, by the reason."""
    counts = Counter(offer.left.values())
    return [say(_WHYS[why], n=counts[why]) for why in _WHYS if counts[why]]


def compared_words(say: Say, compared: Compared) -> str:
    """Say how sex and age of the two compare."""
    return say(_COMPARED[compared])


def implied_words(say: Say, case: Case, found: NotExcluded) -> list[str]:
    """Say what was taken as implied by known answers, and what contradicts."""
    names = dict(case.vocabulary)
    for same in linked(case):
        names |= same.case.vocabulary
    told = []
    for item, each in found.implied.facts.items():
        there = found.trial.vocabulary.get(item)
        if there is None or item in found.offers.answers:
            continue
        because = say.listed(say.text(names[i].name) for i in each.because if i in names)
        what = say.text(there.name)
        told.append(say("{what}: implied by {because}", what=what, because=because))
    clashes = (found.trial.vocabulary.get(each.item) for each in found.implied.contradictions)
    told += [
        say("{what}: answers contradict each other", what=say.text(item.name))
        for item in clashes
        if item is not None
    ]
    return told
