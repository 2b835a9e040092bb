"""Picks the card for where a chat stands, and puts what was just said on it."""

from collections.abc import Callable, Mapping
from itertools import takewhile

from conversations import walk as screening
from conversations.case import Case, find_case
from conversations.flows import failure, listing, opening, review, setting_aside
from conversations.flows import hold as contradiction
from conversations.flows import home as about
from conversations.flows.number import which_card
from conversations.flows.question import question_card, question_rows
from conversations.flows.report_card import report_card
from conversations.flows.verdict import open_card, verdict_card, verdict_rows
from conversations.limits import limit_card, wanted_for
from conversations.sample import day_card
from conversations.screen import Row, Screen, lines, title
from conversations.turn import Focus, World
from ectrial.trial.protocol import Question
from ectrial.wording.speech import Say, speech

PLAIN_VIEWS = frozenset({"home", "help", "trial", "language", "list", "code", "rescreen"})


def show(world: World, focus: Focus) -> Screen:
    """Compute the card again from what is recorded; what was just said stands below its title."""
    say = speech(world.language)
    screen = _view(say, world, focus)
    first, *rest = screen.blocks
    if world.practice:
        first = title(say("PRACTICE · {subject}", subject=first.text))
    titles = sum(1 for _ in takewhile(lambda block: block.look == "title", rest))
    blocks = (first, *rest[:titles], *lines(*focus.said), *rest[titles:])
    return Screen(blocks, screen.rows)


def rows(world: World, focus: Focus) -> tuple[Row, ...]:
    """Give the buttons of the card; for the cards seen most, without working out their words."""
    say = speech(world.language)
    case = find_case(world, focus) if focus.view in ("question", "verdict") else None
    if case is None:
        return show(world, focus).rows
    if focus.view == "verdict":
        return tuple(verdict_rows(say, case))
    question = screening.question_of(case, focus)
    if question is None or wanted_for(case, focus, question) is not None:
        return show(world, focus).rows
    return question_rows(say, case, focus, question)


def _view(say: Say, world: World, focus: Focus) -> Screen:
    """Give the card of the view; a focus that no longer holds shows home."""
    if focus.view in PLAIN_VIEWS:
        return _plain_view(say, world, focus)
    case = find_case(world, focus)
    if case is None:
        return about.home_card(say, world, Focus())
    return _case_view(say, case, focus)


def _plain_view(say: Say, world: World, focus: Focus) -> Screen:
    match focus.view:
        case "help":
            return about.help_card(say, world, focus)
        case "trial":
            return about.trial_card(say, world, focus)
        case "language":
            return about.language_card(say, focus)
        case "list":
            return listing.list_card(say, world, focus)
        case "code":
            return opening.code_card(say, world, focus)
        case "rescreen":
            return opening.rescreen_card(say, world, focus)
        case _:
            return about.home_card(say, world, focus)


def _case_view(say: Say, case: Case, focus: Focus) -> Screen:
    if focus.view == "resume":
        focus = screening.go_on(case, focus)
    question = screening.question_of(case, focus)
    if question is not None and focus.view in ("question", "which"):
        return _asking(say, case, focus, question)
    view = _CASE_VIEWS.get(focus.view, verdict_card)
    return view(say, case, focus)


def _asking(say: Say, case: Case, focus: Focus, question: Question) -> Screen:
    if focus.view == "which":
        return which_card(say, case, focus, question)
    if (values := wanted_for(case, focus, question)) is not None:
        return limit_card(say, case, focus, values)
    return question_card(say, case, focus, question)


_CASE_VIEWS: Mapping[str, Callable[[Say, Case, Focus], Screen]] = {
    "report": report_card,
    "day": day_card,
    "reason": review.reason_card,
    "contradiction": contradiction.contradiction_card,
    "failed": failure.failed_card,
    "source": failure.source_card,
    "open": open_card,
    "review": review.review_card,
    "more": screening.more_card,
    "clear": setting_aside.clear_card,
    "void": setting_aside.void_card,
}
