"""The line that every card of a screening begins with."""

from conversations.case import Case
from ectrial.wording.speech import Say


def heading(say: Say, case: Case) -> str:
    """Give the line that every card of a screening begins with: whose it is."""
    subject = case.screening.subject
    if case.screening.episode == 1:
        return subject
    return say("{subject}, screening {n}", subject=subject, n=case.screening.episode)
