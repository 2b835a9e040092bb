"""Which question comes next: protocol order, or the quick order that excludes soonest."""

from collections.abc import Container, Iterable

from ectrial.facts import Facts
from ectrial.record.entries import Order
from ectrial.trial.protocol import Protocol, Question
from ectrial.trial.verdict import Verdict


def in_order(protocol: Protocol, order: Order) -> tuple[Question, ...]:
    """All questions before eligibility; quick order sorts by p(fail)/cost of their block."""
    return protocol.before_eligibility if order == "protocol" else protocol.quick_order


def outstanding(verdict: Verdict, order: Order) -> tuple[Question, ...]:
    """Questions worth asking now: not yet asked, and able to change an unknown criterion.

    Facts that are asked of everybody (age) keep their position. A decided matter is not asked, so
    a man never sees the pregnancy card (R19), nor a clearance card after a good creatinine (R22).
    """
    if order not in verdict.outstanding:
        verdict.outstanding[order] = _outstanding(verdict, order)
    return verdict.outstanding[order]


def _outstanding(verdict: Verdict, order: Order) -> tuple[Question, ...]:
    facts = verdict.facts
    open_items = {item.id for items in verdict.open_items.values() for item in items}
    bearing = [
        question
        for question in in_order(verdict.protocol, order)
        if question.always or not question.item_ids.isdisjoint(open_items)
    ]
    return tuple([each for each in bearing if _is_unasked(each, facts, open_items)])


def next_question(verdict: Verdict, order: Order, skipped: Iterable[str]) -> Question | None:
    """Give the first outstanding question that was not skipped, or None if there is none."""
    passed = set(skipped)
    return next((q for q in outstanding(verdict, order) if q.id not in passed), None)


def _is_unasked(question: Question, facts: Facts, open_items: Container[str] = ()) -> bool:
    """Whether the question has no answer, or its answers leave another of its items open.

    A value may lack its upper limit (R12), and an HIV test the other answers of its card.
    """
    if facts.items.keys().isdisjoint(question.item_ids):
        return True
    if any(map(facts.is_stated, question.methods)):
        return False
    return any(item in open_items and item not in facts.items for item in question.item_ids)


def stratum_question(verdict: Verdict) -> Question | None:
    """Give the question of a factor of stratification, while an eligible subject has no answer.

    It may be that of a criterion, which was settled without it.
    """
    if verdict.outcome != "eligible":
        return None
    factors = {factor.item.id for factor in verdict.protocol.factors}
    alone = [each for each in verdict.protocol.questions if each.asks_alone]
    asked = [each for each in alone if each.role == "stratum" or factors & each.item_ids]
    return next((question for question in asked if _is_unasked(question, verdict.facts)), None)
