"""What may be needed to do something: a role, a task, or to be a guest."""

from dataclasses import dataclass

from ectrial.record.team import LEADERS, ROLES, Role, Task


@dataclass(frozen=True, slots=True)
class Need:
    """Who may do something: of the roles those with the task, and some roles without it.

    `guests`: whether a guest may, who has no role; a guest may do nothing else.
    """

    roles: tuple[Role, ...] = ROLES
    task: Task | None = None
    without: tuple[Role, ...] = ()
    guests: bool = False


EVERYBODY = Need()
SCREENING = Need(task="screen")
EXPORTING = Need(task="export")
CONFIRMING = Need(roles=("principal", "investigator"), task="confirm")
CHECKING = Need(roles=("monitor",))
ASKING = Need(task="screen", without=("monitor",))
CONSENTING = Need(task="consent")
LEADING = Need(roles=LEADERS)
AUTHORISING = Need(roles=("principal",))
GUESTS = Need(roles=(), guests=True)
ALSO_GUESTS = Need(guests=True)
