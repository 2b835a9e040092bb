"""What an investigator signs: the content, the matters to take over, and who may be asked."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from conversations.case import Case
from conversations.turn import World
from ectrial.facts import Judgement
from ectrial.record.screenings import Screening
from ectrial.record.signatures import Meaning, Signature, digest
from ectrial.record.team import Member
from ectrial.trial.verdict import Verdict
from ectrial.truth import TRUE, UNKNOWN
from ectrial.wording.advisories import old_sample_words, old_samples
from ectrial.wording.speech import Say, speech


class Matter(NamedTuple):
    """Something beside the plain answers on which a verdict rests; `key` names it for the record.

    The key pins the answer's entry, so that another answer is another matter.
    """

    key: str
    words: str


def matters(say: Say, case: Case) -> tuple[Matter, ...]:
    """Give every judgement without a number, inference by a reading, and sample too old."""
    return (*_judgements(say, case), *_readings(say, case), *_old_samples(say, case))


def left_to_take_over(say: Say, case: Case, person: int) -> tuple[Matter, ...]:
    """Give the matters that this person has not taken over."""
    taken = case.screening.taken_over
    return tuple(each for each in matters(say, case) if person not in taken.get(each.key, ()))


def meaning_of(verdict: Verdict) -> Meaning | None:
    """Give what can be confirmed; None while the verdict is open."""
    outcome = verdict.outcome
    return None if outcome == "undetermined" else outcome


def content(case: Case) -> dict[str, Any]:
    """Give exactly what is signed: the version, the verdict, and each answer with its entry.

    No subject code: the numbers of the entries name the screening, also once a code is redacted.
    """
    screening = case.screening
    return {
        "protocol": [case.trial.id, case.trial.version, case.trial.fingerprint],
        "verdict": case.verdict.as_json(),
        "answers": {item: [a.seq, a.value] for item, a in sorted(screening.answers.items())},
        "matters": sorted(each.key for each in matters(speech("en"), case)),
    }


def hash_of(case: Case) -> str:
    """Give the hash of what would be signed now."""
    return digest(content(case))


def standing_signature(case: Case) -> Signature | None:
    """Give the last signature if it is for the present content."""
    last = last_signature(case.screening)
    return last if last is not None and last.hash == hash_of(case) else None


def last_signature(screening: Screening) -> Signature | None:
    """Give the last signature, also if it is superseded."""
    return screening.signatures[-1] if screening.signatures else None


def investigators(world: World) -> tuple[Member, ...]:
    """Give who may confirm eligibility and can be asked today."""
    found = (each for each in world.team.present(world.today) if "confirm" in each.tasks)
    return tuple(found)


def _judgements(say: Say, case: Case) -> Iterator[Matter]:
    for item, value in case.facts.items.items():
        if isinstance(value, Judgement):
            seq = case.screening.answers[item].seq
            name = say.text(case.vocabulary[item].name)
            yield Matter(f"judged:{item}:{seq}", say("{item}: judged without a number", item=name))


def _readings(say: Say, case: Case) -> Iterator[Matter]:
    for code, tells, when in case.trial.triggers:
        if when.holds(case.facts, UNKNOWN) is TRUE:
            yield Matter(f"reading:{code}", f"{code} {say.text(tells)}")


def _old_samples(say: Say, case: Case) -> Iterator[Matter]:
    for item in old_samples(case.verdict):
        seq = case.screening.answers[item].seq
        yield Matter(f"old:{item}:{seq}", old_sample_words(case.verdict, say, item))
