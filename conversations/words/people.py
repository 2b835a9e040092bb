"""People of the team, named by their role, never by name."""

from ectrial.wording.speech import Say, marked

_ROLES = {
    "coordinator": marked("coordinator"),
    "investigator": marked("investigator"),
    "administrator": marked("administrator"),
    "admin": marked("administrator"),
}


def role_words(say: Say, role: str) -> str:
    """Give a role in words; an unknown role is given as it was recorded."""
    known = _ROLES.get(role)
    return role if known is None else say(known)
