"""The card of the first failure, and the protocol's own text of the failing criteria."""

from conversations.acts import Go, KeepGoing, Stop
from conversations.here import Here
from conversations.places_to_look_at import Failed, FailedText, More
from conversations.screen import Block, Button, Row, fold, lines, note, title
from conversations.turn import Turn
from conversations.typed_text import type_answer
from conversations.undoing import undo_rows
from conversations.ways_to_other_trials import nearest_way_there
from conversations.words.heading import heading
from conversations.words.other_trials import not_excluded_words
from conversations.words.verdict import failing_words, outcome_words
from ectrial.wording.criteria import criterion_words


def words(here: Here, place: Failed) -> tuple[Block, ...]:
    """Show the outcome and its cause, and ask whether to stop or to continue."""
    say, case = here.say, here.case
    told = [failing_words(say, finding, case.verdict.facts) for finding in case.verdict.failing]
    return (
        title(heading(say, case.id)),
        title(outcome_words(say, case.verdict)),
        *lines(*told),
        *lines(not_excluded_words(say, case)),
        *[note("\n".join(here.focus.said)) for _ in here.focus.said[:1]],
        note(say("The investigator confirms.")),
        Block(_question(here)),
    )


def _question(here: Here) -> str:
    if _has_more(here):
        return here.say("Stop here, or go on to log every reason?")
    return here.say("Every criterion is answered. Stop here?")


def _has_more(here: Here) -> bool:
    """Whether another criterion may still fail: else there is nothing to go on for."""
    return bool(here.case.verdict.unresolved)


def rows(here: Here, place: Failed) -> tuple[Row, ...]:
    """Offer to stop, to continue, and to take the last answer back."""
    say, id_, seq = here.say, here.case.id, here.case.screening.last_seq
    return (
        *undo_rows(say, here.case),
        (
            Button(say("Stop here"), Stop(id_, seq)),
            *([Button(say("Keep going"), KeepGoing(id_, seq))] if _has_more(here) else []),
        ),
        (Button(say("Stop, text to forward"), Stop(id_, seq, forwards=True)),),
        (Button(say("Protocol"), Go(FailedText())), Button(say("⋯ More"), Go(More()))),
        *nearest_way_there(say, here.case),
    )


def typed(here: Here, place: Failed, text: str) -> Turn:
    """Take labs."""
    return type_answer(here, None, text)


def text_words(here: Here, place: FailedText) -> tuple[Block, ...]:
    """Show the text of the failing criteria."""
    say, case = here.say, here.case
    texts = [
        f"{f.criterion.id}\n{criterion_words(say, f.criterion)}" for f in case.verdict.failing
    ]
    return (title(heading(say, case.id)), title(say("Protocol text")), *map(fold, texts))


def text_rows(here: Here, place: FailedText) -> tuple[Row, ...]:
    """Lead back to the failure."""
    return ((Button(here.say("‹ Back"), Go(Failed()), "primary"),),)
