"""The card that says what changes when a screening moves to the present protocol version."""

from conversations.acts import GoOn, Move
from conversations.answers import asked_items
from conversations.case import Case, newer_version
from conversations.here import Here
from conversations.places_to_look_at import Moving
from conversations.screen import Block, Button, Row, lines, note, title
from conversations.words.amendments import turn_words
from conversations.words.heading import heading
from conversations.words.verdict import outcome_name
from ectrial.trial.impact import Impact, impact
from ectrial.trial.protocol import Protocol, Question
from ectrial.wording.speech import Say

MOST_NAMED = 6


def words(here: Here, place: Moving) -> tuple[Block, ...]:
    """Say what is asked again, and whether the verdict would change."""
    say, case = here.say, here.case
    newer = newer_version(case)
    heading_ = title(heading(say, case.id))
    if newer is None:
        return (heading_, Block(say("This screening is under the present version.")))
    question = say(
        "Go on under protocol version {new}? It was screened by version {old}.",
        new=newer.version,
        old=case.trial.version,
    )
    changes = lines(*_changes(say, case, newer))
    kept = note(say("Every answer stays in the record. The move cannot be undone."))
    return (heading_, Block(question), *changes, kept)


def rows(here: Here, place: Moving) -> tuple[Row, ...]:
    """Offer to stay, and below that to move."""
    say, case = here.say, here.case
    stay = (Button(say("Stay as it is"), GoOn(case.id), "primary"),)
    newer = newer_version(case)
    if newer is None:
        return (stay,)
    move = Move(case.id, case.screening.last_seq, newer.fingerprint)
    return (stay, (Button(say("Go on under version {new}", new=newer.version), move),))


def _changes(say: Say, case: Case, newer: Protocol) -> list[str]:
    found = impact(case.trial, newer, case.screening, case.world.today, case.world.day_of)
    if found.is_nothing:
        return [say("Nothing changes for this subject.")]
    told = [
        _named(say, say("New questions: {names}."), found.new_questions),
        _named(say, say("Changed questions: {names}."), found.changed_questions),
        _named(say, say("No longer asked: {names}."), found.dropped_questions),
        _asked_again(say, case, found),
        _outcome(say, found),
        *(say("The verdict: {words}.", words=each) for each in turn_words(say, found)),
    ]
    return [line for line in told if line]


def _named(say: Say, sentence: str, questions: tuple[Question, ...]) -> str:
    names = [say.text(asked_items(question)[0].name) for question in questions]
    return sentence.format(names=_shortly(say, names)) if names else ""


def _asked_again(say: Say, case: Case, found: Impact) -> str:
    """Name the answers that the newer version does not take over."""
    names = [say.text(case.vocabulary[item].name) for item in found.not_carried]
    again = say("Answers that are not taken over: {names}.", names=_shortly(say, names))
    return again if names else ""


def _shortly(say: Say, names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    shown = names[:MOST_NAMED]
    return say.listed([*shown, say("and {n} more", n=more)] if more > 0 else shown)


def _outcome(say: Say, found: Impact) -> str:
    if not found.changes_outcome:
        return say("The verdict stays: {outcome}.", outcome=outcome_name(say, found.outcome_after))
    return say(
        "The verdict changes: {old} → {new}.",
        old=outcome_name(say, found.outcome_before),
        new=outcome_name(say, found.outcome_after),
    )
