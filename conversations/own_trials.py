"""The other trials in which a person has a role: nothing of any further trial is ever read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from conversations.records import Records
from ectrial.record.team import Member, Team
from ectrial.trial.protocol import Protocol


@dataclass(frozen=True, slots=True)
class OwnTrial:
    """One other trial of the person: its present protocol, record, team, and the person's role."""

    trial: Protocol
    records: Records
    member: Member
    team: Team = field(default_factory=Team)

    @property
    def is_open(self) -> bool:
        """Whether it enrols at the site."""
        return self.records.conduct(self.trial.id).halt is None


OwnTrials = Mapping[str, OwnTrial]
