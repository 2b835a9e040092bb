"""Who the study's contact is, whether sent answers have changed, and who is enrolled."""

from collections import Counter

from conversations.case import Case
from conversations.turn import World
from ectrial.record.referrals import Referral, sent_hash
from ectrial.trial.study_team import UNKNOWN, StudyTeam


def study_team(world: World, trial: str) -> StudyTeam:
    """Give what the site says of the study team of a trial."""
    return world.study_teams.get(trial, UNKNOWN)


def contact_with_chat(world: World, trial: str) -> int | None:
    """Give the contact to whom a verdict can be sent: a member who may take care of it."""
    contact = study_team(world, trial).contact
    if contact is None or contact.chat is None:
        return None
    member = world.team.member(contact.chat, world.today)
    return contact.chat if member is not None and "screen" in member.tasks else None


def hash_of_answers(case: Case) -> str:
    """Give the hash of the present answers, as a referral holds it."""
    answers = {item: answer.value for item, answer in case.screening.answers.items()}
    return sent_hash(case.trial.fingerprint, answers)


def is_changed(case: Case, referral: Referral) -> bool:
    """Whether the answers are others than those that were sent."""
    return referral.hash != hash_of_answers(case)


def filled_of(world: World) -> Counter[str]:
    """Count the enrolled subjects of each trial at this site; of voided screenings none."""
    found = (world.records.screening(id_) for id_ in world.records.referrals().enrolled)
    return Counter(each.id.trial for each in found if each is not None and not each.voided)
