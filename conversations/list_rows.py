"""The buttons that lead from the card of a list to its things."""

from conversations.acts import Go
from conversations.here import Here
from conversations.lists import draft_of_list, one_more
from conversations.screen import Button, Row
from ectrial.trial.protocol import Question as Asked


def list_rows(here: Here, question: Asked) -> list[Row]:
    """Give the ways from the card of a list to its things."""
    draft = draft_of_list(here.case, question)
    add = Button(here.say("Add one ›"), Go(one_more(draft)), "primary")
    if not draft.things:
        return [(add,)]
    return [(add, Button(here.say("Change the list ›"), Go(draft)))]
