"""Whether somebody may be asked to settle an item now."""

from conversations.case import Case
from ectrial.vocabulary import Item


def may_be_asked(case: Case, item: Item) -> bool:
    """Whether an item may be asked of somebody now; every item may, for any subject."""
    return True
