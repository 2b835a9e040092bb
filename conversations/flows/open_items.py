"""The open items of one screening: the list, one item with its thread, and a typed sentence."""

from dataclasses import replace

from conversations.acts import Act, Change, Go
from conversations.acts_of_queries import Postpone, Withdraw
from conversations.checks import is_own, may_speak
from conversations.here import Here
from conversations.needs import CHECKING
from conversations.places_of_queries import (
    Asking,
    Changing,
    OpenItem,
    OpenItems,
    Reminding,
    Saying,
    ToDo,
)
from conversations.places_to_look_at import Verdict
from conversations.queries import asked, unasked
from conversations.reminding import about
from conversations.rights import may
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    lines,
    note,
    shortened,
    title,
)
from conversations.turn import Turn
from conversations.who_and_when import day_off_words, working_day_rows
from conversations.words.heading import heading
from conversations.words.moments import moment_words
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.queries import item_words, query_words, thread_words
from conversations.words.quotes import moved_on
from ectrial.record.entries import Kind, Reason
from ectrial.record.queries import Query, Status


def words(here: Here, place: OpenItems) -> tuple[Block, ...]:
    """Name each open item with who settles it and when."""
    say, case = here.say, here.case
    queries = asked(case)
    page = within(place.page, len(queries))
    told = [query_words(say, case, query) for query in _shown(queries, page)]
    return (
        title(heading(say, case.id)),
        title(say("Open items ({n})", n=len(queries))),
        *page_note(say, page, len(queries)),
        *lines("\n".join(told)),
    )


def rows(here: Here, place: OpenItems) -> tuple[Row, ...]:
    """Give a button for each item."""
    say, case = here.say, here.case
    queries = asked(case)
    page = within(place.page, len(queries))
    return (
        *[_opening(here, query) for query in _shown(queries, page)],
        *page_turns(say, page, len(queries), lambda other: Go(OpenItems(other))),
        *([(Button(say("Who settles? ›"), Go(Asking())),)] if unasked(case) else []),
        (Button(say("‹ Back"), Go(Verdict()), "primary"),),
    )


def item_place_words(here: Here, place: OpenItem) -> tuple[Block, ...]:
    """Show one item and its thread, the oldest line first."""
    say, case = here.say, here.case
    query = case.screening.queries[place.item]
    now = query_words(say, case, query) if query.is_open else item_words(say, case, query.item)
    thread = "\n".join(thread_words(say, case.world, query))
    return (
        title(heading(say, case.id)),
        title(now),
        *lines(thread),
        *(_beside(here, query) if query.is_open else ()),
    )


def _beside(here: Here, query: Query) -> tuple[Block, ...]:
    """Tell of the own reminder, and of a day on which nobody works."""
    say, at = here.say, here.world.reminders.get(about(query))
    when = moment_words(say, here.world, at) if at else ""
    reminder = (Block(say("⏰ {when}", when=when)),) if when else ()
    return (*reminder, *day_off_words(here, query.due))


def _instead(here: Here, query: Query, back: ToDo | None) -> tuple[Row, ...]:
    """Offer the next working day in place of a day on which nobody works."""
    case, why = here.case, Reason.OTHER
    return working_day_rows(
        here,
        query.due,
        lambda day: Postpone(case.id, case.screening.last_seq, query.item, day, why, back),
    )


def item_rows(here: Here, place: OpenItem) -> tuple[Row, ...]:
    """Offer to answer the item, to change who or when, to say something, or to withdraw it."""
    say, case = here.say, here.case
    query, back = case.screening.queries[place.item], place.back
    to_list: Act = Go(back or (OpenItems() if asked(case) else Verdict()))
    leave: Row = (Button(say("‹ Back"), to_list, "primary"),)
    if not query.is_open:
        return (leave,)
    change = Changing(place.item, "who", query.last.seq, back=back)
    return (
        *_to_the_answer(here, place, query),
        *_instead(here, query, back),
        (Button(say("Remind me later ›"), Go(Reminding(place.item, back))),),
        (Button(say("New due day (why?) ›"), Go(replace(change, what="due"))),),
        _words_and_end(here, place, query),
        # in one row, so that the words above stay in sight on a small phone
        (*leave, Button(say("Someone else ›"), Go(change))),
    )


def _to_the_answer(here: Here, place: OpenItem, query: Query) -> tuple[Row, ...]:
    """Lead to the card that asks for the item."""
    say, question = here.say, here.case.trial.question_of.get(place.item)
    if question is None:
        return ()
    label = say("Answer it ›")
    if may(here.world.member, CHECKING):
        label = say("Look at the answer ›")
    elif query.why == "check":
        label = say("Correct the answer ›")
    return ((Button(label, Change(question.id, place.back or OpenItems())),),)


def _words_and_end(here: Here, place: OpenItem, query: Query) -> Row:
    """Offer to say something, and to end it; what a monitor raised only a monitor ends."""
    say, case = here.say, here.case
    if not may_speak(here.world, query):
        return ()
    is_check = query.why == "check"
    is_owner = is_own(here.world, query)
    label = say("Reply ›") if is_check and not is_owner else say("Say something ›")
    speak = Button(label, Go(Saying(place.item, query.last.seq, place.back)))
    if is_check and not is_owner:
        return (speak,)
    seq, is_answered = case.screening.last_seq, query.status is Status.RESOLUTION_PROPOSED
    if is_answered:
        close = Withdraw(case.id, seq, place.item, place.back, "checked")
        return (speak, Button(say("Close: checked"), close, "primary"))
    end = Withdraw(case.id, seq, place.item, place.back)
    return (speak, Button(say("Withdraw"), end, "danger"))


def saying_words(here: Here, place: Saying) -> tuple[Block, ...]:
    """Ask for the sentence."""
    say, case = here.say, here.case
    return (
        title(heading(say, case.id)),
        title(item_words(say, case, place.item)),
        Block(say("Type what the others should know.")),
        note(say("It is kept in the record. Subject codes only, never a name.")),
    )


def saying_rows(here: Here, place: Saying) -> tuple[Row, ...]:
    """Lead back without a word."""
    return ((Button(here.say("‹ Back"), Go(OpenItem(place.item, place.back)), "primary"),),)


def record_saying(here: Here, place: Saying, text: str) -> Turn:
    """Record the sentence."""
    if not may_speak(here.world, here.case.screening.queries[place.item]):
        return here.stay(moved_on(here.say))
    entry = here.case.entry(Kind.QUERY_SAID, place.item)
    return Turn(here.focus.at(OpenItem(place.item, place.back)), (replace(entry, text=text),))


def _shown(queries: list[Query], page: int) -> list[Query]:
    return queries[page * PAGE : (page + 1) * PAGE]


def _opening(here: Here, query: Query) -> Row:
    name = shortened(item_words(here.say, here.case, query.item), LABEL_WIDTH)
    return (Button(name, Go(OpenItem(query.item))),)
