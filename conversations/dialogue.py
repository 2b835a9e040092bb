"""Picks the flow for what a person did. No rule lives here."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from conversations import walk as screening
from conversations.case import Case, find_case
from conversations.flows import failure, listing, opening, review, setting_aside
from conversations.flows import hold as contradiction
from conversations.flows.number import which_tap
from conversations.flows.report import report_tap
from conversations.flows.verdict import OPENABLE
from conversations.recording import answer_tap
from conversations.sample import day_tap
from conversations.turn import Commanded, Event, Focus, Sent, Tapped, Turn, Typed, World
from conversations.views import PLAIN_VIEWS, rows
from conversations.words.pages import TURNS, page_shown
from conversations.words.verdict import opens, verdict_text
from ectrial.trial.next_question import stratum_question
from ectrial.wording.speech import Say, speech


def advance(world: World, focus: Focus, event: Event) -> Turn:
    """Take one step of the dialogue: entries to record, and where the chat stands after it."""
    say = speech(world.language)
    match event:
        case Tapped(round=number, act=act) if number != world.round or not _offers(
            world, focus, act
        ):
            return Turn(focus, toast=say("This card has moved on; here is the present one."))
        case Tapped(act=act):
            return _tapped(say, world, focus, act)
        case Commanded(name=name, rest=rest):
            return _told_of_loss(say, focus, _commanded(say, world, focus, name, rest))
        case Typed(text=text):
            return _typed(say, world, focus, text)
        case Sent():
            sentence = say(
                "I read text only: please type or paste the values. "
                "Nothing of what you sent is kept."
            )
            return Turn(replace(focus, said=(sentence,)))


def _told_of_loss(say: Say, before: Focus, turn: Turn) -> Turn:
    """Say that what was read of a report, and is left now, was not recorded."""
    if not before.draft.get("lines") or turn.focus.draft.get("lines"):
        return turn
    said = (say("Nothing was recorded."), *turn.focus.said)
    return replace(turn, focus=replace(turn.focus, said=said))


def _offers(world: World, focus: Focus, act: str) -> bool:
    """Whether the card has a button with this act: any other one was made up, or has gone."""
    return any(button.act == act for row in rows(world, focus) for button in row)


def _commanded(say: Say, world: World, focus: Focus, name: str, rest: str) -> Turn:
    match name:
        case "new":
            return opening.new(say, world, focus, rest)
        case "resume":
            return listing.resume(world, focus)
        case "start":
            return Turn(focus.at("home"))
        case "cancel":
            return Turn(_left(world, focus))
        case "clear" | "review" | "verdict" | "list" | "trial" | "help" | "language":
            return _go(say, world, focus, name) or _nothing_open(say, focus)
    return Turn(replace(focus, said=(say("I do not know that command; /help lists them."),)))


def _left(world: World, focus: Focus) -> Focus:
    """Leave what is under way: a side card for the screening, the screening for home."""
    if focus.view in ("question", "resume", "verdict", "home") and not any(focus.draft.values()):
        return focus.at("home")
    return focus.at("resume") if find_case(world, focus) is not None else focus.at("home")


def _typed(say: Say, world: World, focus: Focus, text: str) -> Turn:
    if focus.view == "code":
        return opening.new(say, world, focus, text)
    case = find_case(world, focus)
    if case is None or focus.view in PLAIN_VIEWS:
        sentence = say("Please use the buttons, or /new to open a screening.")
        return Turn(replace(focus, said=(sentence,)))
    return screening.typed(say, case, focus, text)


def _tapped(say: Say, world: World, focus: Focus, act: str) -> Turn:
    turn = _tap_on_view(say, world, focus, act) or _go(say, world, focus, act)
    return turn or Turn(focus)


def _tap_on_view(say: Say, world: World, focus: Focus, act: str) -> Turn | None:
    """Take a tap that only the present view has."""
    match focus.view:
        case "code" | "rescreen":
            return opening.opening_tap(say, world, focus, act)
        case "list":
            return listing.list_tap(say, world, focus, act)
        case "language" if act in ("en", "zh"):
            there = focus.at("resume" if find_case(world, focus) is not None else "home")
            return Turn(there, language="zh" if act == "zh" else "en")
    case = find_case(world, focus)
    if case is None:
        return None
    if focus.view == "resume":
        focus = screening.go_on(case, focus)
    return _tap_on_case(say, case, focus, act)


def _tap_on_case(say: Say, case: Case, focus: Focus, act: str) -> Turn | None:
    if take := _CASE_TAPS.get(focus.view):
        return take(say, case, focus, act)
    match focus.view:
        case "question" if act not in _EVERYWHERE:
            return screening.question_tap(say, case, focus, act)
        case "clear" if act == "clear.yes":
            return setting_aside.clear(say, case, focus)
        case "failed" | "verdict" | "open":
            return _tap_on_verdict(say, case, focus, act)
        case "source" if act == "failed":
            return Turn(focus.at("failed"))
        case "more" if act == "order":
            return screening.order_tap(case, focus)
    return None


def _tap_on_verdict(say: Say, case: Case, focus: Focus, act: str) -> Turn | None:
    match act:
        case "stop":
            return failure.stop(case, focus)
        case "continue":
            return failure.keep_going(case, focus)
        case "source":
            return Turn(focus.at("source"))
        case "open":
            return Turn(focus.at("open"))
        case "page.back" | "page.next":
            page = page_shown(focus, len(opens(case)) - OPENABLE) + TURNS[act]
            return Turn(focus.at("open", draft={"page": page}))
        case "forward":
            return Turn(focus, kept=(verdict_text(say, case),))
        case "sy" | "sn" | "su":
            question = stratum_question(case.verdict)
            return answer_tap(say, case, focus, question, act[1:]) if question else None
    questions, number = opens(case), act[1:]
    if act.startswith("q") and number.isdigit() and int(number) < len(questions):
        return Turn(focus.at("question", question=questions[int(number)].id))
    return None


def _go(say: Say, world: World, focus: Focus, act: str) -> Turn | None:
    """Go to a view that every card may offer; None when the act is unknown or nothing is open."""
    match act:
        case "new":
            return opening.new(say, world, focus, "")
        case "list":
            return listing.open_list(world, focus)
        case "home" | "trial" | "help" | "language":
            return Turn(focus.at(act))
    case = find_case(world, focus)
    if case is None:
        return Turn(focus.at("home", screening=None)) if act == "resume" else None
    if act == "undo":
        return screening.undo(say, case, focus)
    if act in ("resume", "next"):
        return Turn(screening.go_on(case, focus))
    return Turn(focus.at(act)) if act in ("verdict", "review", "more", "clear", "void") else None


def _nothing_open(say: Say, focus: Focus) -> Turn:
    return Turn(focus.at("home", said=(say("No screening is open here: /new or /list."),)))


_EVERYWHERE = frozenset(
    {"new", "list", "home", "trial", "help", "language", "undo", "resume", "next", "verdict",
     "review", "more", "clear", "void"}
)  # fmt: skip # one line a view reads worse

_CASE_TAPS: Mapping[str, Callable[[Say, Case, Focus, str], Turn | None]] = {
    "which": which_tap,
    "report": report_tap,
    "day": day_tap,
    "contradiction": contradiction.contradiction_tap,
    "reason": review.reason_tap,
    "review": review.review_tap,
    "void": setting_aside.void_tap,
}
