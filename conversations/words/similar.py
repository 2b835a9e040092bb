"""Similar trials in words: a line on the card, and the message that somebody asked for."""

from collections.abc import Collection

from conversations.other_trials import world_of
from conversations.similar import Similar
from conversations.turn import World
from conversations.words.trial_status import STATES, full_day, halt_words
from conversations.words.what_follows import contact_words, slots_words
from ectrial.record.conduct import Conduct
from ectrial.trial.protocol import Protocol
from ectrial.trial.similar import Happening
from ectrial.wording.speech import Say


def similar_lines(say: Say, world: World, found: Similar) -> str:
    """Give a trial with its phase, whether it enrols, whom to contact, and its places."""
    own, study = found.own, found.own.trial.study
    there = world_of(world, own)
    told = [f"{own.trial.id}: {say.text(study.brief_title)}", _phase(say, found)]
    if own.trial.incomplete:
        told.append(say("The list of its criteria is incomplete."))
    told.append(contact_words(say, there, own.trial.id))
    told.append(slots_words(say, there, own.trial.id))
    return "\n".join(filter(None, told))


def _phase(say: Say, found: Similar) -> str:
    own, phase = found.own, say.text(found.own.trial.study.phase)
    conduct = own.records.conduct(own.trial.id)
    state = halt_words(say, conduct.halt) or say(STATES[conduct.state])
    if found.is_same_phase:
        return say("{phase}, as here · {state}", phase=phase, state=state)
    return f"{phase} · {state}"


def news_words(
    say: Say, about: str, trial: Protocol, conduct: Conduct, what: Collection[Happening]
) -> str:
    """Tell what has happened to a trial that is similar to the one it is about."""
    told = [
        say("Similar to {trial}, as you asked:", trial=about),
        f"{trial.id}: {say.text(trial.study.brief_title)}",
    ]
    if "added" in what:
        told.append(say("New here, {phase}", phase=say.text(trial.study.phase)))
    if "added" in what or "status" in what:
        told.append(_state(say, conduct))
    if "version" in what:
        new = conduct.activations[-1]
        day = full_day(say, new.effective)
        told.append(say("Version {version} is in use from {day}", version=new.version, day=day))
    return "\n".join(told)


def _state(say: Say, conduct: Conduct) -> str:
    if conduct.halt is not None or not conduct.statuses:
        return halt_words(say, conduct.halt) or say("Enrolment: open")
    return say("Enrolment: open since {day}", day=full_day(say, conduct.statuses[-1].since))
