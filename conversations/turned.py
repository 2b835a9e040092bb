"""How the list of what a person has to do shows the verdicts that change by themselves."""

from collections.abc import Iterator, Sequence

from conversations.acts import Open
from conversations.here import Here
from conversations.places_of_queries import ToDo
from conversations.screen import LABEL_WIDTH, Block, Button, Row, note, packed, shortened
from conversations.turning import Turning, turning
from conversations.words.heading import heading
from conversations.words.pages import PAGE
from ectrial.wording.ages import outcome_words, stale_words, turning_words


def turns_at(here: Here, place: ToDo) -> list[Turning]:
    """Give the person's verdicts that change now: on the first page alone, as signatures."""
    if place.page or place.at is not None:
        return []
    return [each for each in turning(here.world) if place.trial in ("", each.id.trial)]


def told_to_turn(here: Here, turns: Sequence[Turning]) -> Iterator[Block]:
    """List them, each with the day and what is to be repeated; nothing if there are none."""
    if turns:
        yield note(here.say("Changes by itself ({n})", n=len(turns)))
        yield Block("\n".join(_line(here, each) for each in turns[:PAGE]))


def _line(here: Here, each: Turning) -> str:
    say, verdict = here.say, each.verdict
    if each.later is not None:
        return " · ".join((heading(say, each.id), *turning_words(say, verdict, each.later)))
    stale = (stale_words(say, aged) for aged in verdict.stale.values())
    return " · ".join((heading(say, each.id), outcome_words(say, verdict), *stale))


def rows_to_renew(here: Here, turns: Sequence[Turning]) -> list[Row]:
    """Lead to each of them."""
    return packed([_to_renew(here, each) for each in turns[:PAGE]])


def _to_renew(here: Here, each: Turning) -> Button:
    subject = heading(here.say, each.id)
    is_old = bool((each.later or each.verdict).stale)
    # a limit that passes calls for no repeat, but for another look
    label = here.say("Repeat: {subject}", subject=subject) if is_old else subject
    return Button(shortened(label, LABEL_WIDTH), Open(each.id, each.seq))
