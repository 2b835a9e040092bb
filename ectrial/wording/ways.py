"""How an open item is settled, each way with its mark: chart, routine care, study procedure."""

from collections.abc import Iterable

from ectrial.trial.ways import Way, WayKind
from ectrial.vocabulary import Item
from ectrial.wording.speech import Say


def ways_words(say: Say, item: Item, ways: Iterable[Way], *, is_signed: bool) -> str:
    """Give every way to settle an item, those of one kind together; empty if none is named.

    `is_signed`: the consent is, so that a study procedure needs nothing more.
    """
    by_kind: dict[WayKind, list[str]] = {}
    for way in ways:
        by_kind.setdefault(way.kind, []).append(say.text(way.how))
    if not by_kind:
        return say.text(item.resolve) if item.resolve else ""
    comma, between = ("，", "；") if say.language == "zh" else (", ", "; ")
    told = between.join(
        say(
            "{way} ({kind})", way=comma.join(hows), kind=kind_words(say, kind, is_signed=is_signed)
        )
        for kind, hows in by_kind.items()
    )
    return told[0].upper() + told[1:]


def kind_words(say: Say, kind: WayKind, *, is_signed: bool) -> str:
    """Give the mark of a way; before consent, that of a study procedure says what it needs."""
    match kind:
        case "chart":
            return say("in the chart")
        case "routine_care":
            return say("routine care")
    if is_signed:
        return say("study procedure")
    return say("after consent only, unless ordered for care")
