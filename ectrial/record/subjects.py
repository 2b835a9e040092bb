"""The identity of a screening: a subject code is unique only within one site and trial."""

import re
from typing import NamedTuple

_NAME = re.compile(r"(?P<subject>.+)/(?P<episode>[1-9][0-9]{0,5})", re.DOTALL)


class ScreeningId(NamedTuple):
    """One screening of one subject; the same code in another trial is another subject.

    `episode` counts the screenings of the subject in that trial from 1.
    """

    site: str
    trial: str
    subject: str
    episode: int

    @property
    def name(self) -> str:
        """The name within a site and a trial, which entries from before version 0.4.0 hold.

        >>> ScreeningId("site-1", "TRIAL-7", "S-014", 2).name
        'S-014/2'
        """
        return f"{self.subject}/{self.episode}"

    def in_episode(self, episode: int) -> "ScreeningId":
        """Give another screening of the same subject."""
        return self._replace(episode=episode)


def named(name: str, site: str, trial: str) -> ScreeningId | None:
    """Read a name from entries or older drafts; None if it has no episode.

    >>> named("S-014/2", "site-1", "TRIAL-7")
    ScreeningId(site='site-1', trial='TRIAL-7', subject='S-014', episode=2)
    """
    found = _NAME.fullmatch(name)
    return found and ScreeningId(site, trial, found["subject"], int(found["episode"]))
