"""Whether what is sent late is still for its person: asked right before each call, at each try.

A queue, a wait of Telegram, a slow paper or a restart lies between a turn and what it sends, and
meanwhile a person may be removed, lose a right or a phone, or a subject withdraw the consent.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.serving.installation import Installation
from bot.serving.proving import Proving
from bot.serving.taken import Standing
from bot.serving.teams import Teams
from ectrial.ledger.lists import Lists
from ectrial.record.consent_of_subject import READ_FOR_CONSENT, consent_of_subject
from ectrial.record.entries import Kind
from ectrial.record.exports import Export

IsMeant = Callable[[], bool]
UntilAnswered = Callable[[Callable[[], Awaitable[Any]]], Awaitable[Any]]


class NotMeantError(Exception):
    """What was to be sent is not for its person any more."""


def asking(until_answered: UntilAnswered, *is_meant: IsMeant) -> UntilAnswered:
    """Give what makes a call until it is answered, and asks each time; NotMeantError then."""

    async def answered(call: Callable[[], Awaitable[Any]]) -> Any:
        async def asked() -> Any:
            if not all(each() for each in is_meant):
                raise NotMeantError
            return await call()

        return await until_answered(asked)

    return answered


def has_same_rights(
    left: Standing, teams: Teams, proving: Proving, installation: Installation
) -> bool:
    """Whether a person still has what they had in a trial after their turn, and their phone."""
    then, person = left.world, left.chat.id
    if proving.needed(person).must and not then.to_prove.must:
        return False
    if then.member.is_guest:
        # whether something is still shared is asked of everybody
        return True
    now = teams.of(then.trial.id).member(person, installation.today())
    return now is not None and now.terms == then.member.terms


def is_still_consented(lists: Lists, trial: str, export: Export) -> bool:
    """Whether a paper for a sponsor may still go out: of nobody in it consent was lost since.

    However it was lost: withdrawn, corrected, declined in another screening, or set aside with
    its screening. `lists` are those of the trial, in the record that the paper is of.
    """
    if export.recipient == "site":
        return True
    if export.of is None:
        said_since = lists.log.subjects_since(export.upto, READ_FOR_CONSENT)
        return not any(_has_lost_consent(lists, trial, each) for each in said_since)
    id_ = lists.opened_by(export.of)
    return id_ is not None and consent_of_subject(lists.episodes(trial, id_.subject)).is_signed


def _has_lost_consent(lists: Lists, trial: str, subject: str) -> bool:
    screenings = lists.episodes(trial, subject)
    # also one that was corrected since, which the screening itself has forgotten
    said = (each.said for one in screenings for each in lists.history(one.id))
    was_signed = any(e.kind is Kind.CONSENT and e.value["state"] == "signed" for e in said)
    return was_signed and not consent_of_subject(screenings).is_signed
