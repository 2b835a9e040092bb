"""What a newer version changes for a subject, in one line; and when it takes effect."""

from datetime import date

from conversations.amendments import Concerned
from conversations.answers import asked_items
from conversations.turn import World
from conversations.words.heading import heading
from conversations.words.own import own
from conversations.words.trial_status import full_day
from conversations.words.verdict import outcome_name
from ectrial.record.conduct import Activation
from ectrial.trial.impact import Impact
from ectrial.trial.protocol import Question
from ectrial.wording.speech import Say

MOST_NAMED = 3


def concerned_words(say: Say, world: World, concerned: Concerned) -> str:
    """Give the subject, how the verdict changes, which criteria, and what is asked."""
    changes = concerned.changes
    told = []
    if changes.changes_outcome:
        before, after = (
            outcome_name(say, each) for each in (changes.outcome_before, changes.outcome_after)
        )
        told.append(f"{before} → {after}")
    if changes.findings:
        told.append(say.listed(each.criterion for each in changes.findings[:MOST_NAMED]))
    told += turn_words(say, changes)
    asked = (*changes.new_questions, *changes.changed_questions)
    if asked or changes.not_carried:
        told.append(say("to ask: {names}", names=_named(say, world, asked, changes.not_carried)))
    return f"{heading(say, concerned.screening.id)}: {' · '.join(told)}"


def turn_words(say: Say, changes: Impact) -> list[str]:
    """Say on which other day the verdict would change by itself, if it is another."""
    before, after = changes.turns_before, changes.turns_after
    if before == after:
        return []
    if after is None:
        return [say("no change by itself any more (was: {before})", before=_day(say, before))]
    if before is None:
        return [say("changes by itself on {after}", after=_day(say, after))]
    days = {"after": _day(say, after), "before": _day(say, before)}
    return [say("changes by itself on {after} (was: {before})", **days)]


def _day(say: Say, day: date | None) -> str:
    return full_day(say, day) if day else ""


def _named(say: Say, world: World, asked: tuple[Question, ...], left: tuple[str, ...]) -> str:
    names = [say.text(asked_items(each)[0].name) for each in asked]
    items = world.trial.vocabulary
    names += [say.text(items[each].name) for each in left if each in items]
    names = list(dict.fromkeys(names))
    more = len(names) - MOST_NAMED
    shown = names[:MOST_NAMED]
    return say.listed([*shown, say("and {n} more", n=more)] if more > 0 else shown)


def coming_words(say: Say, activation: Activation) -> str:
    """Say from when on a version is used that was activated for a later day."""
    return say(
        "Activated: version {new} from {day} on ({document}).",
        new=activation.version,
        day=full_day(say, activation.effective),
        document=own(say, activation.document),
    )
