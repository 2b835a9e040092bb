"""What a link of an invite or of a share is to a person who is of the team already."""

from conversations.case import Case
from conversations.here import Here
from conversations.inviting import invite_of, is_of_an_invite
from conversations.places_outside import Home
from conversations.places_to_look_at import Verdict
from conversations.standing import switched
from conversations.turn import Turn
from ectrial.record.invites import hash_of
from ectrial.record.shares import Share


def by_link(here: Here, code: str) -> Turn | None:
    """Say what a link of an invite or of a share is to a person of the team."""
    if is_of_an_invite(here.world, code):
        return here.to(Home(), said=(_of_the_team_already(here, code),))
    share = here.world.records.shares().with_hash(hash_of(code))
    return None if share is None else _of_a_share(here, share)


def _of_a_share(here: Here, share: Share) -> Turn:
    """Show a colleague who opens a guest's link the screening itself; or say that it is over."""
    if share.note is not None:
        return here.to(Home(), said=(here.say("This link is for a guest; you are of the team."),))
    is_open = share.stands(here.world.now, here.world.team)
    about = here.world.records.opened_by(share.screening) if is_open else None
    screening = here.world.records.screening(about) if about else None
    if screening is None or screening.voided:
        return here.to(Home(), said=(here.say("What this link showed is not shared any more."),))
    there = switched(here, screening)
    place = Verdict() if isinstance(there.found, Case) else there.focus.place
    said = (here.say("You are of the team: here is the screening itself."),)
    return there.to(place, said=said)


def _of_the_team_already(here: Here, code: str) -> str:
    """Say what an invite is to a person who needs none."""
    if invite_of(here.world, code):
        return here.say("You are of the team already. The invite is still open.")
    return here.say("You are of the team already. The invite is over.")
