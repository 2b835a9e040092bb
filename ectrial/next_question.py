"""Which question comes next: protocol order, or the quick order that excludes soonest."""

from collections.abc import Container, Iterable

from ectrial.facts import Facts
from ectrial.protocol import Protocol, Question
from ectrial.record import Order
from ectrial.verdict import Verdict


def in_order(protocol: Protocol, order: Order) -> tuple[Question, ...]:
    """All questions before eligibility; the quick order falls by p(fail)/cost of their block."""
    asked = protocol.before_eligibility
    if order == "protocol":
        return asked
    yields = {block.id: block.p_fail / block.cost for block in protocol.blocks}
    return tuple(sorted(asked, key=lambda question: -yields.get(question.block or "", 0.0)))


def outstanding(verdict: Verdict, order: Order) -> tuple[Question, ...]:
    """Questions worth asking now: not yet asked, and able to change a criterion still unknown.

    Facts asked of everybody (age) come in their place. What is already decided is not asked, so
    a man never sees the pregnancy card (R19), nor a clearance card after a good creatinine (R22).
    """
    protocol, facts = verdict.protocol, verdict.facts
    open_items = {item.id for items in verdict.open_items.values() for item in items}
    return tuple(
        question
        for question in in_order(protocol, order)
        if _is_unasked(question, facts, open_items) and _bears(question, open_items)
    )


def next_question(verdict: Verdict, order: Order, skipped: Iterable[str]) -> Question | None:
    """Give the first outstanding question that was not skipped, or None when all is asked."""
    passed = set(skipped)
    return next((q for q in outstanding(verdict, order) if q.id not in passed), None)


def _bears(question: Question, open_items: set[str]) -> bool:
    return question.always or not question.item_ids.isdisjoint(open_items)


def _is_unasked(question: Question, facts: Facts, open_items: Container[str] = ()) -> bool:
    """Whether nothing of it is answered, or what is answered leaves another item of it open.

    A value may have come without its upper limit (R12), an HIV test without the rest of its card.
    """
    if question.item_ids.isdisjoint(facts.items):
        return True
    if any(item.kind == "method" and facts.is_stated(item.id) for item in question.items):
        return False
    return any(i.id in open_items and i.id not in facts.items for i in question.items)


def stratum_question(verdict: Verdict) -> Question | None:
    """Give the stratification question, once the subject is eligible and until it is answered."""
    if verdict.outcome != "eligible":
        return None
    asked = [question for question in verdict.protocol.questions if question.role == "stratum"]
    return next((question for question in asked if _is_unasked(question, verdict.facts)), None)
