"""Re-screenings in words: what one repeats, what the protocol allows, how many there were."""

from datetime import date
from typing import Literal

from conversations.turn import World
from conversations.words.days import short_day
from conversations.words.trial_status import full_day
from ectrial.record.repeats import Repeat
from ectrial.record.screenings import Screening
from ectrial.rules.spans import Length
from ectrial.trial.rescreening import Rescreening
from ectrial.wording.speech import Say
from ectrial.wording.times import length_words

MOST_NAMED = 3
Allowed = Literal["allowed", "ask", "early", "never"]
"""What a protocol says of the next re-screening; of one that says nothing the person is asked."""


def repeat_line(say: Say, world: World, screening: Screening, *, in_full: bool = False) -> str:
    """Say which screening this one repeats; nothing of one that repeats none.

    `in_full`: the day has its year, as in a text that is read much later.
    """
    repeat = screening.repeats
    if repeat is None:
        return ""
    version = (screening.id.trial, screening.protocol_version, screening.protocol_hash)
    is_present = screening.protocol_hash == world.trial.fingerprint
    trial = world.trial if is_present else world.versions.of(*version)
    day = full_day(say, repeat.day) if in_full else short_day(say, world.today, repeat.day)
    told = [_counted(say, repeat, trial.rescreening if trial else None)]
    told += [say("PI asked")] if repeat.asked else []
    told.append(_repeated(say, repeat, day))
    return " · ".join(told)


def _counted(say: Say, repeat: Repeat, rule: Rescreening | None) -> str:
    if rule is None or rule.times is None:
        return say("Re-screening {n}", n=repeat.number)
    return say("Re-screening {n} of {all}", n=repeat.number, all=rule.times)


def _repeated(say: Say, repeat: Repeat, day: str) -> str:
    """Name what failed, the first few; of parts that failed by criteria of their own nothing."""
    n = repeat.episode
    if not repeat.failed:
        return say("repeats screening {n} of {day}", n=n, day=day)
    named = say.listed(repeat.failed[:MOST_NAMED])
    more = f" +{len(repeat.failed) - MOST_NAMED}" if len(repeat.failed) > MOST_NAMED else ""
    failed = f"{named}{more}"
    return say("repeats screening {n} of {day}, failed {failed}", n=n, day=day, failed=failed)


def rule_words(say: Say, rule: Rescreening) -> str:
    """Say how often and how soon the protocol allows to screen again."""
    told = [] if rule.times is None else [_most(say, rule.times)]
    if rule.after is not None:
        span = length_words(say, Length((rule.after,)))
        told.append(say("from {span} after a failure", span=span))
    return say("Re-screening: {rule}", rule=" · ".join(told))


def _most(say: Say, times: int) -> str:
    match times:
        case 0:
            return say("not allowed")
        case 1:
            return say("once")
    return say("at most {n} times", n=times)


def again_words(
    say: Say, world: World, repeat: Repeat, allowed: Allowed, since: date
) -> tuple[str, ...]:
    """Say what a next screening would repeat, and whether the protocol allows it."""
    rule, day = world.trial.rescreening, full_day(say, repeat.day)
    ids = say.listed(repeat.failed)
    told = [
        say("Not eligible since {day}: {criteria}.", day=day, criteria=ids)
        if ids
        else say("Not eligible since {day}.", day=day)
    ]
    if rule is None:
        told.append(say("The protocol does not say how often or how soon to screen again."))
        told.append(say("Ask the principal investigator (PI) first: your tap records that."))
    else:
        told.append(rule_words(say, rule))
    if allowed == "early":
        told.append(say("Too early: possible from {day} on.", day=full_day(say, since)))
    elif allowed == "never" and repeat.number > 1:
        told.append(say("The last one has been used: no more by this protocol."))
    if allowed in ("ask", "allowed"):
        told.append(say("Screen again? All is asked anew; the earlier screening stays as it is."))
    return tuple(told)


def rescreening_words(say: Say, world: World) -> tuple[str, ...]:
    """Say for the card of the trial what the protocol allows, and how many there were."""
    rule = world.trial.rescreening
    ours = (id_ for id_ in world.records.repeats() if id_.trial == world.trial.id)
    found = map(world.records.screening, ours)
    n = sum(each is not None and not each.voided for each in found)
    told = rule_words(say, rule) if rule else ""
    return (told, say("Re-screenings so far: {n}", n=n) if n else "")
