"""Signatures, requests and deviations in words, for cards and for every text."""

from datetime import datetime

from conversations.case import Case
from conversations.signing import (
    hash_of,
    last_signature,
    signs_instead_of,
    standing_signature,
)
from conversations.turn import World
from conversations.words.people import person_words, role_words
from ectrial.record.redacted import kept_text
from ectrial.record.signatures import Meaning, ReturnReason, Signature
from ectrial.trial.verdict import Verdict
from ectrial.wording.speech import Say, marked

SHOWN_OF_A_HASH, HASH = 12, 64
_WHY: dict[ReturnReason, str] = {
    "evidence": marked("Evidence is missing"),
    "answer": marked("An answer is not right"),
    "criterion": marked("A criterion is read otherwise"),
    "other": marked("Other reason"),
}


def why_words(say: Say, why: ReturnReason) -> str:
    """Give the reason of a return."""
    return say(_WHY[why])


def meaning_words(say: Say, meaning: Meaning, verdict: Verdict | None = None) -> str:
    """Give what a signature confirms; of the present verdict also parts or failing criteria."""
    if meaning == "eligible":
        parts = verdict.parts if verdict else ()
        met = [say.text(each.part.name) for each in parts if each.outcome == "eligible"]
        if len(met) < len(parts):
            return say("meets all listed criteria of {parts}", parts=say.listed(met))
        return say("meets all listed criteria")
    failing = say.listed(f.criterion.id for f in verdict.failing) if verdict else ""
    if failing:
        return say("not eligible ({criteria})", criteria=failing)
    return say("not eligible")


def short_hash(hash_: str) -> str:
    """Give the beginning of a hash, enough to compare it by eye."""
    return hash_[:SHOWN_OF_A_HASH]


def confirming_words(say: Say, case: Case) -> str:
    """Give the line below every verdict: who has signed it, or that the investigator confirms."""
    last = last_signature(case.screening)
    asked = _asked_words(say, case)
    if last is None:
        return "\n".join([*asked, say("The investigator confirms.")])
    if standing_signature(case) is not None:
        return signature_words(say, case.world, last, verdict=case.verdict)
    told = say(
        "Signed {day} on {hash}; superseded. The investigator confirms anew.",
        day=_at(case.world, last.at_utc)[:10],
        hash=short_hash(last.hash),
    )
    return "\n".join([told, *asked])


def signature_words(
    say: Say,
    world: World,
    signature: Signature,
    shown_of_hash: int = SHOWN_OF_A_HASH,
    verdict: Verdict | None = None,
) -> str:
    """Give a signature: printed name, role, time with its zone, meaning and hash.

    `verdict` is what it signs, where that still stands: it names the parts that can be entered.
    """
    is_met = signature.meaning == "eligible"
    return say(
        "Signed: {name} ({role}), {when}: {meaning}. Content {hash}",
        name=_signer(say, world, signature),
        role=role_words(say, signature.role),
        when=_at(world, signature.at_utc),
        meaning=meaning_words(say, signature.meaning, verdict if is_met else None),
        hash=signature.hash[:shown_of_hash],
    )


def signed_lines(say: Say, case: Case, *, in_full: bool = False) -> list[str]:
    """Give the lines of a text about the signatures and the deviations; none if there are none.

    In full each has its whole hash; a superseded one stays, and says so.
    """
    shown = HASH if in_full else SHOWN_OF_A_HASH
    standing = standing_signature(case)
    told = []
    for each in case.screening.signatures:
        signed = case.verdict if each == standing else None
        words = signature_words(say, case.world, each, shown, signed)
        told.append(words if signed else say("{signed} (superseded)", signed=words))
    if told and standing is None:
        told.append(say("The investigator confirms anew."))
    return [*told, *deviation_lines(say, case)]


def deviation_lines(say: Say, case: Case) -> list[str]:
    """Give the deviations on file, with their day; a monitor reads no note, only that one is."""
    if case.world.member.role == "monitor":
        days = (each.day.isoformat() for each in case.screening.deviations)
        return [say("Deviation already made, {day}", day=day) for day in days]
    return [
        say("Deviation already made, {day}: {what}", day=each.day.isoformat(), what=each.what)
        for each in case.screening.deviations
    ]


def content_words(say: Say, case: Case) -> str:
    """Give the hash of what would be signed now."""
    return say("Content {hash}", hash=short_hash(hash_of(case)))


def _asked_words(say: Say, case: Case) -> list[str]:
    world, screening = case.world, case.screening
    if (request := screening.request) is not None:
        return [_waiting_words(say, world, request.to)]
    if (returned := screening.returned) is not None:
        role, why = role_words(say, returned.role), why_words(say, returned.why)
        return [say("Returned by the {role}: {why}.", role=role, why=why)]
    return []


def _waiting_words(say: Say, world: World, person: int) -> str:
    """Say whose signature is waited for, and whether somebody else is asked today."""
    name = person_words(say, world, person)
    if world.team.member(person, world.today) is None:
        return say("Asked to sign: {name}, not of the team any more. Ask again.", name=name)
    cover = signs_instead_of(world, person)
    if cover == person:
        return say("Asked to sign: {name}.", name=name)
    covered_by = person_words(say, world, cover)
    return say("Asked to sign: {name}, away → {cover}.", name=name, cover=covered_by)


def _signer(say: Say, world: World, signature: Signature) -> str:
    """Give the printed name; a monitor sees roles alone."""
    name = "" if world.member.role == "monitor" else kept_text(signature.name)
    return name or role_words(say, signature.role)


def _at(world: World, at_utc: datetime) -> str:
    return f"{world.at_site(at_utc):%Y-%m-%d %H:%M %Z}"
