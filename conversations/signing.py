"""What an investigator signs: the content, the matters to take over, and who may be asked."""

from typing import NamedTuple

from conversations.case import Case
from conversations.turn import World
from ectrial.record.screenings import Screening
from ectrial.record.signatures import Meaning, Signature
from ectrial.record.team import Member
from ectrial.trial.matters import Matter, matters
from ectrial.trial.signed_content import hash_on
from ectrial.trial.verdict import Verdict
from ectrial.wording.advisories import old_sample_words
from ectrial.wording.speech import Say


class Shown(NamedTuple):
    """A matter in words."""

    key: str
    words: str


def shown_matters(say: Say, case: Case) -> tuple[Shown, ...]:
    """Give in words what a signature of today rests on beside the plain answers."""
    found = matters(case.as_it_was.screening, case.verdict)
    return tuple(Shown(each.key, _words(say, case, each)) for each in found)


def left_to_take_over(case: Case, person: int) -> frozenset[str]:
    """Give the keys of the matters that this person has not taken over."""
    taken = case.screening.taken_over
    found = matters(case.as_it_was.screening, case.verdict)
    return frozenset(each.key for each in found if person not in taken.get(each.key, ()))


def meaning_of(verdict: Verdict) -> Meaning | None:
    """Give what can be confirmed; None while the verdict is open, and for an incomplete list."""
    if verdict.protocol.incomplete:
        return None
    outcome = verdict.outcome
    return None if outcome == "undetermined" else outcome


def may_be_signed(case: Case) -> bool:
    """Whether the verdict can be confirmed as it is: definite, of a screening not set aside."""
    if case.screening.voided or meaning_of(case.verdict) is None or not case.is_over:
        return False
    return standing_signature(case) is None


def hash_of(case: Case) -> str:
    """Give the hash of what would be signed today."""
    return hash_on(case.as_it_was.screening, case.verdict, case.world.today)


def standing_signature(case: Case) -> Signature | None:
    """Give the last signature if what it signed, on its day, is still the content."""
    last = last_signature(case.screening)
    if last is None or case.screening.voided:
        return None
    now = hash_on(case.as_it_was.screening, case.verdict, last.day)
    return last if last.hash == now else None


def last_signature(screening: Screening) -> Signature | None:
    """Give the last signature, also if it is superseded."""
    return screening.signatures[-1] if screening.signatures else None


def investigators(world: World) -> tuple[Member, ...]:
    """Give who may confirm eligibility and can be asked today."""
    found = (each for each in world.team.present(world.today) if "confirm" in each.tasks)
    return tuple(found)


def signs_instead_of(world: World, person: int) -> int:
    """Give who signs today for a person who is asked: a cover who may not leaves it with them."""
    cover = world.team.asked_instead_of(person, world.today)
    member = world.team.member(cover, world.today)
    return cover if member is not None and "confirm" in member.tasks else person


def _words(say: Say, case: Case, matter: Matter) -> str:
    match matter.what:
        case "reading":
            return _reading_words(say, case, matter.of)
        case "whole":
            return say("{criterion}: answered as a whole", criterion=matter.of)
        case "old":
            return old_sample_words(case.verdict, say, matter.of)
        case "consent":
            if matter.of == "withdrawn":
                return say("The consent was withdrawn.")
            return say("The consent was declined.")
    name = say.text(case.vocabulary[matter.of].name)
    match matter.what:
        case "judged":
            return say("{item}: judged without a number", item=name)
        case "copied":
            source = case.screening.answers[matter.of].source or ""
            return say("{item}: taken from {subject}", item=name, subject=source)
    return say("{item}: the day of the sample is not known", item=name)


def _reading_words(say: Say, case: Case, code: str) -> str:
    tells = case.trial.reading_by_code[code].tells
    return code if tells is None else f"{code} {say.text(tells)}"
