"""The list of screenings, newest activity first, each a tap away."""

from dataclasses import replace

from conversations.case import make_case
from conversations.screen import Block, Button, Row, Screen, title
from conversations.turn import Focus, Turn, World
from conversations.words.pages import PAGE, TURNS, page_note, page_turns, within
from ectrial.record.screenings import Listed
from ectrial.wording.speech import Say


def open_list(world: World, focus: Focus, page: int = 0) -> Turn:
    """Go to one page; the chat keeps which screenings it shows, so a tap means what was seen."""
    page = within(page, world.records.count_screenings())
    shown = world.records.screenings(limit=PAGE, offset=page * PAGE)
    draft = {"page": page, "ids": [listed.id for listed in shown]}
    return Turn(focus.at("list", screening=focus.screening, draft=draft))


def list_card(say: Say, world: World, focus: Focus) -> Screen:
    """Show the page with what stands open and what is finished."""
    page, ids = int(focus.draft.get("page", 0)), focus.draft.get("ids", [])
    recent = world.records.screenings(limit=PAGE, offset=page * PAGE)
    by_id = {listed.id: listed for listed in recent}
    count = world.records.count_screenings()
    blocks = [
        title(say("Screenings")),
        Block(say("Tap one to open it.") if ids else say("None yet: /new opens one.")),
        *page_note(say, page, count),
    ]
    rows: list[Row] = [
        (Button(_label(say, world, id_, by_id.get(id_)), f"l{n}"),) for n, id_ in enumerate(ids)
    ]
    rows += page_turns(say, page, count)
    rows.append((Button(say("New subject"), "new", "primary"),))
    return Screen(tuple(blocks), tuple(rows))


def list_tap(say: Say, world: World, focus: Focus, act: str) -> Turn | None:
    """Open the screening that was tapped, or turn the page."""
    if act in TURNS:
        return open_list(world, focus, int(focus.draft.get("page", 0)) + TURNS[act])
    ids = focus.draft.get("ids", [])
    if act.startswith("l") and act[1:].isdigit() and int(act[1:]) < len(ids):
        return _open(say, world, focus, ids[int(act[1:])])
    return None


def _open(say: Say, world: World, focus: Focus, id_: str) -> Turn:
    screening = world.records.screening(id_)
    if screening is not None and screening.voided:
        said = say("{subject}: this screening is voided.", subject=screening.subject)
        return Turn(focus, toast=said)
    return Turn(focus.at("resume", screening=id_))


def resume(world: World, focus: Focus) -> Turn:
    """Go on with the screening at hand, else offer the list."""
    if focus.screening is not None:
        screening = world.records.screening(focus.screening)
        if screening is not None and not make_case(world, screening).is_over:
            return Turn(replace(focus.at("resume"), said=()))
    return open_list(world, focus)


def _label(say: Say, world: World, id_: str, listed: Listed | None) -> str:
    if listed is None:
        return id_
    subject = listed.subject
    name = (
        subject
        if listed.episode == 1
        else say("{subject}, screening {n}", subject=subject, n=listed.episode)
    )
    return f"{name} · {_status(say, world, listed)} · {listed.last_at:%m-%d}"


def _status(say: Say, world: World, listed: Listed) -> str:
    if listed.status == "voided":
        return say("voided")
    if _fails_and_goes_on(world, listed):
        return say("⛔ so far · open")
    match listed.verdict:
        case "eligible":
            return say("✅ eligible")
        case "not_eligible":
            return say("⛔ not eligible")
        case "undetermined":
            return say("❓ undetermined")
    return say("open") if listed.status == "open" else say("stopped")


def _fails_and_goes_on(world: World, listed: Listed) -> bool:
    """Whether it fails and is not over: no verdict need be recorded before all is asked."""
    screening = world.records.screening(listed.id)
    if screening is None:
        return False
    case = make_case(world, screening)
    return bool(case.verdict.failing) and not case.is_over
