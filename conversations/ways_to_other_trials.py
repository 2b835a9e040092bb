"""Buttons that use the same patient's answers, or lead to the card of other trials."""

from conversations.acts import Go
from conversations.acts_of_other_trials import UseAnswers
from conversations.case import Case
from conversations.other_trials import offers
from conversations.places_of_other_trials import OtherTrials
from conversations.screen import Button, Row
from conversations.words.other_trials import offer_words
from ectrial.trial.protocol import Question
from ectrial.wording.speech import Say


def offer_rows(say: Say, case: Case) -> tuple[Row, ...]:
    """Give a button for the answers of each linked screening that offers some."""
    return tuple(
        (
            Button(
                offer_words(say, case, each.offer),
                UseAnswers(case.id, case.screening.last_seq, each.case.id, each.offer.pinned),
                "primary",
            ),
        )
        for each in offers(case)
    )


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
