"""The list of screenings, newest activity first, each a tap away."""

from dataclasses import replace

from conversations.screen import Block, Button, Row, Screen, note, title
from conversations.turn import Focus, Turn, World
from ectrial.record import Listed
from ectrial.wording.speech import Say

PAGE = 8


def open_list(world: World, focus: Focus, page: int = 0) -> Turn:
    """Go to one page; the chat keeps which screenings it shows, so a tap means what was seen."""
    last = max(0, (world.records.count_screenings() - 1) // PAGE)
    page = max(0, min(page, last))
    shown = world.records.screenings(limit=PAGE, offset=page * PAGE)
    draft = {"page": page, "ids": [listed.id for listed in shown]}
    return Turn(focus.at("list", screening=focus.screening, draft=draft))


def list_card(say: Say, world: World, focus: Focus) -> Screen:
    """Show the page with what stands open and what is finished."""
    page, ids = int(focus.draft.get("page", 0)), focus.draft.get("ids", [])
    recent = world.records.screenings(limit=PAGE, offset=page * PAGE)
    by_id = {listed.id: listed for listed in recent}
    count = world.records.count_screenings()
    pages = max(1, -(-count // PAGE))
    blocks = [
        title(say("Screenings")),
        Block(say("Tap one to open it.") if ids else say("None yet: /new opens one.")),
        *([note(say("Page {n} of {total}", n=page + 1, total=pages))] if pages > 1 else []),
    ]
    rows: list[Row] = [
        (Button(_label(say, id_, by_id.get(id_)), f"l{n}"),) for n, id_ in enumerate(ids)
    ]
    turns = []
    if page > 0:
        turns.append(Button("‹", "page.back"))
    if page + 1 < pages:
        turns.append(Button("›", "page.next"))
    rows += [tuple(turns)] if turns else []
    rows.append((Button(say("New subject"), "new", "primary"),))
    return Screen(tuple(blocks), tuple(rows))


def list_tap(say: Say, world: World, focus: Focus, act: str) -> Turn | None:
    """Open the screening that was tapped, or turn the page."""
    page = int(focus.draft.get("page", 0))
    if act in ("page.back", "page.next"):
        return open_list(world, focus, page + (1 if act == "page.next" else -1))
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
        if screening is not None and not screening.is_finished:
            return Turn(replace(focus.at("resume"), said=()))
    return open_list(world, focus)


def _label(say: Say, id_: str, listed: Listed | None) -> str:
    if listed is None:
        return id_
    subject = listed.subject
    name = (
        subject
        if listed.episode == 1
        else say("{subject}, screening {n}", subject=subject, n=listed.episode)
    )
    return f"{name} · {_status(say, listed)} · {listed.last_at:%m-%d}"


def _status(say: Say, listed: Listed) -> str:
    if listed.status == "voided":
        return say("voided")
    if listed.verdict == "eligible":
        return say("✅ eligible")
    if listed.verdict == "not_eligible":
        return say("⛔ not eligible")
    return say("open") if listed.status == "open" else say("stopped")
