"""Conversion of a focus that an older version stored, mostly 0.1.0, to a place of this version.

Places without a draft are unchanged. A report, or an answer that was being asked about, is not
converted: the screening stays open, and the person is told how many results were not recorded.
"""

from datetime import date
from typing import Any

from conversations.case import Case
from conversations.focus import Focus, SaidDay, load
from conversations.found import find
from conversations.places import Place, Question
from conversations.places_outside import (
    Help,
    Home,
    Languages,
    Rescreen,
    Screenings,
    Study,
    SubjectCode,
)
from conversations.places_to_look_at import (
    Clearing,
    Failed,
    FailedText,
    More,
    OpenQuestions,
    Review,
    Verdict,
    Voiding,
)
from conversations.standing import present_place
from conversations.turn import World
from conversations.walk import asking
from ectrial.record.entries import JSON
from ectrial.record.subjects import ScreeningId, named
from ectrial.wording.speech import speech

PLACES: dict[str, Place] = {
    "home": Home(),
    "help": Help(),
    "trial": Study(),
    "language": Languages(),
    "code": SubjectCode(),
    "failed": Failed(),
    "source": FailedText(),
    "verdict": Verdict(),
    "more": More(),
    "clear": Clearing(),
    "void": Voiding(),
}


def taken_up(world: World, kept: JSON) -> Focus:
    """Convert an older focus; an unreadable one becomes home."""
    if not isinstance(kept, dict):
        return Focus()
    if (focus := _asked_for_a_number(kept)) is not None:
        return focus
    screening = _named(world, kept.get("screening"))
    focus = Focus(Home(), screening)
    found = find(world, focus)
    draft = kept.get("draft")
    draft = draft if isinstance(draft, dict) else {}
    try:
        place = _place(world, found, kept, draft)
        focus = focus.at(place, opener=_opener(draft), sitting=_sitting(world, screening, draft))
    except (KeyError, TypeError, ValueError):
        focus = focus.at(Home() if found is None else present_place(found))
    lost = _lost(draft)
    said = kept.get("said")
    told = [each for each in said if isinstance(each, str)] if isinstance(said, list) else []
    return focus.saying(*([_loss(world, lost)] if lost else told))


def _asked_for_a_number(kept: dict[str, Any]) -> Focus | None:
    """Lead back who 0.6.0 asked for a subject number: its card pinned no entry."""
    place = kept.get("place")
    if not isinstance(place, dict) or place.get("place") != "enrolled_as":
        return None
    back = {"place": "participation", "back": place.get("back")}
    return load({**kept, "place": back})


def _place(world: World, found: Any, kept: dict[str, Any], draft: dict[str, Any]) -> Place:
    view = str(kept.get("view"))
    if view in PLACES:
        return PLACES[view]
    match view:
        case "list":
            shown = [_named(world, name) for name in draft["ids"]]
            return Screenings(int(draft["page"]), tuple(filter(None, shown)))
        case "rescreen":
            return Rescreen(str(draft["subject"]), dict(draft["answers"]))
        case "review":
            return Review(int(draft.get("page", 0)))
        case "open":
            return OpenQuestions(int(draft.get("page", 0)))
    question = kept.get("question")
    if not isinstance(found, Case) or question not in found.trial.question_by_id:
        return Home() if found is None else present_place(found)
    return _asking(found, str(question), draft)


def _asking(case: Case, question: str, draft: dict[str, Any]) -> Place:
    """Give the card of a question, with its ticks."""
    ticks = draft.get("ticks")
    if draft.get("anew") or draft.get("text") or ticks is not None:
        ticks = None if ticks is None else tuple(map(str, ticks))
        return Question(question, ticks, text=bool(draft.get("text")))
    return asking(case, case.trial.question_by_id[question])


def _opener(draft: dict[str, Any]) -> Review | None:
    return Review(int(draft.get("page", 0))) if draft.get("review") else None


def _sitting(
    world: World, screening: ScreeningId | None, draft: dict[str, Any]
) -> tuple[SaidDay, ...]:
    if screening is None or "day" not in draft:
        return ()
    return (SaidDay(screening, date.fromisoformat(draft["day"]), world.now),)


def _named(world: World, name: Any) -> ScreeningId | None:
    return named(name, world.site, world.trial.id) if isinstance(name, str) else None


def _lost(draft: dict[str, Any]) -> int:
    """Count the results that were read and not recorded."""
    found = [draft.get("lines"), draft.get("values"), draft.get("uln_of")]
    sizes = [len(each) for each in found if isinstance(each, list | dict)]
    return max(sizes, default=0) or int("line" in draft)


def _loss(world: World, lost: int) -> str:
    say = speech(world.language)
    if lost == 1:
        return say("1 result read before the update was not recorded.")
    return say("{n} results read before the update were not recorded.", n=lost)
