"""How an open item is settled, each way with its mark: chart, routine care, study procedure."""

from conversations.asking_allowed import ways_to_settle
from conversations.case import Case
from ectrial.trial.ways import WayKind
from ectrial.vocabulary import Item
from ectrial.wording.speech import Say


def ways_words(say: Say, case: Case, item: Item) -> str:
    """Give every way that is left, those of one kind together; empty if none is named."""
    by_kind: dict[WayKind, list[str]] = {}
    for way in ways_to_settle(case, item.id):
        by_kind.setdefault(way.kind, []).append(say.text(way.how))
    if not by_kind:
        return say.text(item.resolve) if item.resolve else ""
    comma, between = ("，", "；") if say.language == "zh" else (", ", "; ")
    told = between.join(
        say("{way} ({kind})", way=comma.join(hows), kind=kind_words(say, case, kind))
        for kind, hows in by_kind.items()
    )
    return told[0].upper() + told[1:]


def kind_words(say: Say, case: Case, kind: WayKind) -> str:
    """Give the mark of a way; before consent, that of a study procedure says what it needs."""
    match kind:
        case "chart":
            return say("in the chart")
        case "routine_care":
            return say("routine care")
    if case.screening.consent.is_signed:
        return say("study procedure")
    return say("after consent only, unless ordered for care")
