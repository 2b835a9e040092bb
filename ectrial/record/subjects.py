"""The identity of a screening: a subject code is unique only within one site and trial."""

import re
from typing import NamedTuple

_NAME = re.compile(r"(?P<subject>.+)/(?P<episode>[1-9][0-9]{0,5})", re.DOTALL)
LAST_EPISODE = 999_999
_DIGITS = re.compile("([0-9]+)")


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


def by_code(id_: ScreeningId) -> tuple[tuple[str | int, ...], int]:
    """Give what screenings are sorted by, so that codes stand as people count them.

    >>> ids = [ScreeningId("site-1", "TRIAL-7", code, 1) for code in ("S-10", "KX-623", "S-9")]
    >>> [each.subject for each in sorted(ids, key=by_code)]
    ['KX-623', 'S-9', 'S-10']
    """
    parts = _DIGITS.split(id_.subject.casefold())
    # every second part is a number, so that parts of one place can be compared
    return tuple(int(part) if n % 2 else part for n, part in enumerate(parts)), id_.episode


def named(name: str, site: str, trial: str) -> ScreeningId | None:
    """Read a name from entries or older drafts; None if it has no episode.

    >>> named("S-014/2", "site-1", "TRIAL-7")
    ScreeningId(site='site-1', trial='TRIAL-7', subject='S-014', episode=2)
    """
    found = _NAME.fullmatch(name)
    return found and ScreeningId(site, trial, found["subject"], int(found["episode"]))
