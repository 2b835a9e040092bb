"""Roles and tasks of the team in words."""

from ectrial.record.team import Task
from ectrial.wording.speech import Say, marked

_ROLES = {
    "principal": marked("principal investigator"),
    "coordinator": marked("coordinator"),
    "investigator": marked("investigator"),
    "monitor": marked("monitor"),
    "administrator": marked("administrator"),
    "admin": marked("administrator"),
    "operator": marked("operator"),
    "guest": marked("guest"),
    "bot": marked("the settings file (.env)"),
}
_TASKS: dict[Task, str] = {
    "screen": marked("screen subjects"),
    "consent": marked("record consent"),
    "confirm": marked("confirm eligibility"),
    "export": marked("export"),
}


def role_words(say: Say, role: str) -> str:
    """Give a role in words; an unknown role is given as it was recorded."""
    known = _ROLES.get(role)
    return role if known is None else say(known)


def task_words(say: Say, task: Task) -> str:
    """Give a task in words."""
    return say(_TASKS[task])
