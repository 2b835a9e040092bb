"""What is open of a screening, by where it is settled: at the bed, or elsewhere."""

from collections import Counter
from collections.abc import Container
from typing import NamedTuple

from conversations.asking_allowed import ways_to_settle
from conversations.case import Case
from ectrial.trial.next_question import outstanding
from ectrial.trial.protocol import Question
from ectrial.trial.ways import WHERE, Way, Where
from ectrial.vocabulary import Item


class Open(NamedTuple):
    """An open question, the item that stands for it, and the way to settle it at the bed."""

    question: Question
    item: Item
    at_bed: Way | None


def at_the_bed(case: Case) -> list[Open]:
    """Give what can be closed at the bed: what is asked or looked at before what is looked up."""
    found = [each for each in open_questions(case) if each.at_bed]
    return sorted(found, key=lambda each: each.at_bed is not None and each.at_bed.kind == "chart")


def to_ask(case: Case) -> list[Open]:
    """Give what the patient is asked, or is looked at; without what is looked up."""
    return [each for each in at_the_bed(case) if each.at_bed and each.at_bed.kind != "chart"]


def elsewhere(case: Case) -> Counter[Where]:
    """Count what is settled elsewhere, by place."""
    found = [each for each in open_questions(case) if each.at_bed is None]
    counts = Counter(_where(case, each.item) for each in found)
    return Counter({where: counts[where] for where in WHERE if counts[where]})


def open_questions(case: Case) -> list[Open]:
    """Give the questions still open, most decisive first, whether they were asked or not.

    A failing screening has none before somebody has decided to go on with it, and a patient who
    has declined or withdrawn is asked nothing more.
    """
    is_refused = case.screening.consent.state in ("declined", "withdrawn")
    if case.screening.voided or case.screening.stopped or case.is_undecided or is_refused:
        return []
    deciding = case.verdict.to_settle()
    known = {each.id for each in deciding}
    facts = outstanding(case.verdict, case.screening.order)
    wanted = {item.id for items in case.verdict.open_items.values() for item in items}
    found = (*deciding, *(each for each in facts if each.id not in known))
    opened = ((each, _open_item(case, each, wanted)) for each in found)
    return [Open(question, item, _at_bed(case, item)) for question, item in opened if item]


def _open_item(case: Case, question: Question, wanted: Container[str]) -> Item | None:
    """Give the first item of a question that is open."""
    unstated = [each for each in question.items if not case.facts.is_stated(each.id)]
    return next((each for each in unstated if each.id in wanted), next(iter(unstated), None))


def _at_bed(case: Case, item: Item) -> Way | None:
    """Give the way to settle an item on the ward; what only the study would do is none."""
    ways = [
        each
        for each in ways_to_settle(case, item.id)
        if each.where == "ward" and each.kind != "study_procedure"
    ]
    return min(ways, key=lambda each: each.kind == "chart", default=None)


def _where(case: Case, item: Item) -> Where:
    ways = ways_to_settle(case, item.id)
    return ways[0].where if ways else "ward"
