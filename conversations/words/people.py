"""People of the team: by the name that colleagues gave them, else by role and number."""

from conversations.turn import World
from ectrial.record.team import Task
from ectrial.wording.speech import Say, marked

_ROLES = {
    "principal": marked("principal investigator"),
    "coordinator": marked("coordinator"),
    "investigator": marked("investigator"),
    "monitor": marked("monitor"),
    "administrator": marked("administrator"),
    "admin": marked("administrator"),
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


def person_words(say: Say, world: World, person: int) -> str:
    """Give how colleagues know a person; "you" is never said, as texts are forwarded."""
    member = world.team.members.get(person)
    if member is not None and member.name:
        return member.name
    role = member.role if member is not None else "administrator"
    return say("{role} {number}", role=role_words(say, role), number=person)


def author_words(say: Say, world: World, person: int, role: str) -> str:
    """Give who recorded something: the name that colleagues know, else the role at that time."""
    if person in world.team.members:
        return person_words(say, world, person)
    return say("{role} {number}", role=role_words(say, role), number=person)
