"""The line that every card of a screening begins with."""

from ectrial.record.subjects import ScreeningId
from ectrial.wording.speech import Say


def heading(say: Say, screening: ScreeningId) -> str:
    """Give the subject, and which screening of theirs it is where there are several."""
    if screening.episode == 1:
        return screening.subject
    return say("{subject}, screening {n}", subject=screening.subject, n=screening.episode)
