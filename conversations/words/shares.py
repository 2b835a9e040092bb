"""What is shared, in words: to a guest without the name of anybody, to its author with its end."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from conversations.case import Case
from conversations.screen import Block, fold, lines, note, title
from conversations.turn import World
from conversations.words.days import samples_words
from conversations.words.enrolment import would_be_lines
from conversations.words.forward import met_words
from conversations.words.heading import heading
from conversations.words.moments import moment_words
from conversations.words.notes import about_words, trial_of
from conversations.words.own import quoted
from conversations.words.queries import when_words
from conversations.words.trial_status import halt_words
from conversations.words.verdict import (
    advised,
    failing_words,
    investigator_words,
    outcome_words,
    stratum_words,
    unasked_words,
    unresolved_words,
    unsettled,
)
from ectrial.record.notes import Note
from ectrial.record.shares import Hours, Share, Why
from ectrial.wording.criteria import criterion_words
from ectrial.wording.speech import Say, marked

LENGTHS: dict[Hours, str] = {
    1: marked("1 hour"),
    24: marked("24 hours"),
    72: marked("3 days"),
    168: marked("7 days"),
}
ENDS: dict[Why, str] = {
    "revoked": marked("It was ended."),
    "time": marked("Its time is over."),
    "tries": marked("⚠️ Ended: five wrong passcodes were typed."),
    "set_aside": marked("Ended: the screening was cleared or voided."),
    "consent": marked("Ended: the subject does not take part."),
    "author": marked("Ended: who shared it may not share any more."),
}


def shared_blocks(say: Say, share: Share, case: Case) -> list[Block]:
    """Give what a share shows, as a guest reads it; nothing if it is not there any more."""
    if share.note is None:
        return _screening(say, case)
    member = case.world.team.members.get(share.by)
    notes = case.world.records.notes()
    seen = notes.seen_by(share.by, member.role, case.id) if member else ()
    of_author = (each for each in seen if each.seq == share.note and each.author == share.by)
    return [block for each in of_author for block in _note(say, case, each)]


def _note(say: Say, case: Case, shown: Note) -> Iterator[Block]:
    """Give one note with its passage, without its thread and without the code of its subject."""
    trial = trial_of(case.world, shown)
    what = say("A note")
    yield title(f"{case.trial.id} · {what}")
    yield title(about_words(say, trial, shown.about))
    criterion = trial.criterion_by_id.get(shown.about.of) if trial else None
    if criterion is not None and shown.about.what != "answer":
        yield fold(criterion_words(say, criterion))
    yield Block(quoted(say, shown.text))
    yield note(investigator_words(say))


def _screening(say: Say, case: Case) -> list[Block]:
    """Give a verdict with its lines as a guest reads it: nobody of the team is named."""
    would_be, case = would_be_lines(say, case), case.as_it_was
    verdict = case.verdict
    unresolved, unasked = unsettled(case)
    failing = [failing_words(say, finding, verdict.facts) for finding in verdict.failing]
    told, samples = advised(say, case), samples_words(say, case)
    halted = halt_words(say, case.world.records.conduct(case.id.trial).halt)
    return [
        title(f"{case.trial.id} · {heading(say, case.id)}"),
        *([title(halted)] if halted else []),
        title(outcome_words(say, verdict)),
        *lines(*would_be),
        *lines("\n".join(failing)),
        *lines("\n".join(unresolved_words(say, case, unresolved))),
        *lines(unasked_words(say, unasked)),
        *lines("\n".join(met_words(say, case))),
        *lines(stratum_words(say, verdict)),
        *([note("\n".join(samples))] if samples else []),
        *([note("\n".join([say("Please note:"), *told]))] if told else []),
        note(investigator_words(say)),
    ]


def digest_of(blocks: Iterable[Block]) -> str:
    """Give a short hash of what a card says, which holds no word of it."""
    return sha256("\n".join(block.text for block in blocks).encode()).hexdigest()[:16]


def until_words(say: Say, world: World, share: Share) -> str:
    """Say when a share ends, in the time of the site."""
    return say("Shared until {time}", time=moment_words(say, world, share.expires_at))


def shown_words(say: Say, world: World, share: Share) -> str:
    """Say to a guest by whom something is shown, who is not named, and until when."""
    until = moment_words(say, world, share.expires_at)
    return say("Shown by a colleague of the site, until {time}", time=until)


def seen_words(say: Say, world: World, share: Share) -> str:
    """Say whether somebody has looked."""
    if share.viewed_at is not None:
        when = when_words(world, share.viewed_at)
        return say("Seen {n}×, last {time}", n=share.views, time=when)
    if share.openers:
        return say("Opened; no passcode given yet")
    return say("Not opened yet")
