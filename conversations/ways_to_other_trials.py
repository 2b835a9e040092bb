"""Buttons that use the same patient's answers, or lead to the card of other trials."""

from collections import Counter

from conversations.acts import Go
from conversations.acts_of_other_trials import OpenElsewhere, UseAnswers
from conversations.case import Case
from conversations.other_trials import code_there, is_enrolled, may_link, offers, open_elsewhere
from conversations.places_of_other_trials import OtherTrials
from conversations.screen import LABEL_WIDTH, Button, Row, shortened
from conversations.words.other_trials import offer_words
from ectrial.trial.not_excluded import NotExcluded
from ectrial.trial.protocol import Question
from ectrial.wording.speech import Say


def offer_rows(say: Say, case: Case) -> tuple[Row, ...]:
    """Give a button for the answers of each linked screening that offers some.

    Equal buttons say which trial they are of.
    """
    rows, seq = [], case.screening.last_seq
    labelled = [(offer_words(say, case, each.offer), each) for each in offers(case)]
    labels = Counter(label for label, _ in labelled)
    for label, each in labelled:
        there = each.case.id
        told = say("{trial}: {answers}", trial=there.trial, answers=label)
        apart = shortened(told, LABEL_WIDTH) if labels[label] > 1 else label
        rows.append(
            (Button(apart, UseAnswers(case.id, seq, there, each.offer.pinned), "primary"),)
        )
    return tuple(rows)


def openings(say: Say, case: Case) -> tuple[Row, ...]:
    """Give a button for each trial that is not excluded and where the patient is not screened."""
    listed = [each for each in open_elsewhere(case) if _is_new(case, each)]
    return tuple((_opening(say, case, each),) for each in listed)


def _is_new(case: Case, found: NotExcluded) -> bool:
    """Whether the patient has no screening in that trial."""
    own = case.world.own_trials[found.trial.id]
    codes = case.world.records.links().same_patient(case.id)
    return may_link(case.world, own) and all(code.trial != found.trial.id for code in codes)


def _opening(say: Say, case: Case, found: NotExcluded) -> Button:
    there = code_there(case, case.world.own_trials[found.trial.id])
    act = OpenElsewhere(case.id, case.screening.last_seq, there)
    label = say("Open {code} in {trial}", code=there.subject, trial=found.trial.id)
    return Button(shortened(label, LABEL_WIDTH), act)


def nearest_way_there(say: Say, case: Case) -> tuple[Row, ...]:
    """Open the patient in the first trial that is not excluded; without one, lead to the card."""
    return nearest_opening(say, case) or way_there(say, case)


def nearest_opening(say: Say, case: Case) -> tuple[Row, ...]:
    """Open the patient in the first trial that is not excluded; who is enrolled here is in one."""
    return () if is_enrolled(case) else openings(say, case)[:1]


def way_there(say: Say, case: Case) -> tuple[Row, ...]:
    """Lead to the card of other trials; nothing if the person has a role in no other."""
    if not case.world.own_trials:
        return ()
    return ((Button(say("Other trials ›"), Go(OtherTrials())),),)


def offer_here(say: Say, case: Case, question: Question) -> tuple[Row, ...]:
    """Give these buttons on the card of a question that one of the answers would settle."""
    if not case.world.own_trials:
        return ()
    items = question.item_ids
    found = [each for each in offers(case) if not items.isdisjoint(each.offer.answers)]
    return offer_rows(say, case) if found else ()
