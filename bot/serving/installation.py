"""What is the same for every turn: the trials, the clock, the site and how it works."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from conversations.approval import Approval
from conversations.subject_codes import SubjectCodes
from ectrial.site_hours import SiteHours
from ectrial.text import Language
from ectrial.trial.study_team import StudyTeams
from ectrial.trial.versions import Trials


@dataclass(frozen=True, slots=True)
class Installation:
    """What is the same for every turn."""

    trials: Trials
    clock: Callable[[], datetime]
    zone: tzinfo
    language: Language
    is_practice: bool
    contact: str = ""
    study_teams: StudyTeams = field(default_factory=dict)
    approval: Approval | None = None
    codes: SubjectCodes = field(default_factory=SubjectCodes)
    units: Mapping[str, str] = field(default_factory=dict)
    admins: frozenset[int] = frozenset()
    hours: SiteHours = field(default_factory=SiteHours)
    allows_guests: bool = False
    bot_name: Callable[[], str] = str
    has_bed_labels: bool = True

    def now(self) -> datetime:
        """Give the present moment in the time of the site."""
        return self.clock().astimezone(self.zone)

    def today(self) -> date:
        """Give the present day at the site."""
        return self.now().date()
