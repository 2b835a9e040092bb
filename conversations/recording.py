"""Answers to a question card: a tap or a typed number becomes entries and the next card."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conversations.case import Case, as_json
from conversations.flows.answers import tick_labels, ticked, ticked_values
from conversations.turn import Focus, Turn
from ectrial.facts import Absence, Judgement
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.rules.clearance import CockcroftGault
from ectrial.rules.comparisons import Limited
from ectrial.rules.language import Evidence
from ectrial.trial.protocol import Question
from ectrial.truth import Truth
from ectrial.vocabulary import Item
from ectrial.wording.proofs import evidence_words, proof, value_words
from ectrial.wording.speech import Say

MOST_READ_BACK = 4
STAYS = ("review", "page", "lines", "day", "reported")
"""What a card keeps in its draft while something is asked about its answers."""


def answer_tap(say: Say, case: Case, focus: Focus, question: Question, act: str) -> Turn:
    """Take a tap on an answer button; an act that the card does not have shows it again."""
    if act == "y" and len(asked_items(question)) > 1:
        known = [item.id for item in question.items if case.facts.items.get(item.id) == item.yes]
        return Turn(replace(focus, draft={**focus.draft, "ticks": known}, said=()))
    if act.startswith("t"):
        return _ticked(say, case, focus, question, act)
    values = _values(case, focus, question, act)
    return Turn(focus) if values is None else record(say, case, focus, values)


def record(
    say: Say,
    case: Case,
    focus: Focus,
    values: Mapping[str, Any],
    reason: Reason | None = None,
    *,
    anyway: bool = False,
) -> Turn:
    """Record answers, asking first where they contradict, or where a known one would change."""
    after = case.after(values)
    if reason is None and not anyway and case.conflicts(after):
        return _held(focus, "contradiction", values)
    if reason is None and case.needs_reason(values):
        return _held(focus, "reason", values)
    entries = case.recording(values, reason)
    return follow(say, case, after, entries, focus, echo(say, after, values))


def _held(focus: Focus, view: str, values: Mapping[str, Any]) -> Turn:
    """Ask before these answers are recorded."""
    draft = {**focus.kept(*STAYS), "values": dict(values)}
    return Turn(replace(focus, view=view, draft=draft, said=()))


def follow(
    say: Say,
    before: Case,
    after: Case,
    entries: list[NewEntry],
    focus: Focus,
    said: tuple[str, ...],
) -> Turn:
    """Go where a change of answers leads: first failure, review, the next card, verdict."""
    screening = before.screening
    if screening.stopped and not after.verdict.failing:
        entries = [*entries, before.entry(Kind.CONTINUED)]
    if after.is_undecided:
        entries = [*entries, *_verdict_given(before, after, finished=False)]
        return Turn(focus.at("failed"), tuple(entries))
    upcoming = after.next_question
    came_from_review = focus.draft.get("review", False)
    if upcoming is None or came_from_review or screening.stopped:
        entries = [*entries, *_verdict_given(before, after, finished=upcoming is None)]
        if came_from_review:
            return Turn(focus.at("review", said=said, draft=focus.kept("page")), tuple(entries))
        return Turn(focus.at("verdict", said=said), tuple(entries))
    entries = [*entries, *_verdict_given(before, after, finished=False)]
    return Turn(focus.at("question", question=upcoming.id, said=said), tuple(entries))


def _verdict_given(before: Case, after: Case, *, finished: bool) -> list[NewEntry]:
    """Record a verdict once all is asked, and again whenever a recorded one no longer holds."""
    now = after.verdict.as_json()
    last = before.screening.verdict
    due = finished or last is not None
    return [before.entry(Kind.VERDICT_GIVEN, value=now)] if due and now != last else []


def asked_again(focus: Focus) -> Focus:
    """Go back to what was about to be recorded: the report, or the question's card."""
    kept = focus.kept(*STAYS)
    return replace(focus, view="report" if "lines" in kept else "question", draft=kept, said=())


def echo(say: Say, after: Case, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Read back what was recorded; of many answers, what fails and how many there were."""
    lines = (*read_back(say, after, values), *contradictions(say, after, values))
    if len(lines) <= MOST_READ_BACK:
        return lines
    failing = [line for line in lines if line.endswith("✗")]
    return (say("Recorded: {n} results.", n=len(lines)), *failing[: MOST_READ_BACK - 1])


def read_back(say: Say, after: Case, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Give answers with the rule they met: a typo is seen at once."""
    vocabulary = after.world.trial.vocabulary
    methods = {item: raw for item, raw in values.items() if vocabulary[item].kind == "method"}
    values = methods or values
    limits = after.world.trial.labs_of_limits
    lines: list[str] = []
    told: set[str] = set()
    for finding in after.verdict.findings:
        for leaf in finding.criterion.leaves:
            if leaf.items.isdisjoint(values) or not leaf.items.isdisjoint(told):
                continue
            evidence = leaf.evidence(after.facts)
            if evidence.truth is not Truth.UNKNOWN or leaf.items <= after.facts.items.keys():
                words = evidence_words(say, evidence, after.facts)
                told |= {
                    i for i in leaf.items if i in limits or say.text(vocabulary[i].name) in words
                }
                # a woman is not excluded by her sex alone: only a criterion fails
                words = words if finding.is_failing else words.removesuffix(" ✗")
                lines.append(words + _edge(say, evidence, after))
    for item in values:
        if item not in told and values[item] is not None:
            answer = value_words(say, vocabulary[item], after.facts)
            lines.append(
                say("{name}: {answer}", name=say.text(vocabulary[item].name), answer=answer)
            )
    return tuple(dict.fromkeys(lines))


def contradictions(say: Say, after: Case, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Say which of these answers cannot be true together with another, once each."""
    told = []
    for finding in after.verdict.findings:
        if finding.contradicted and any(item.id in values for item in finding.criterion.items):
            told += proof(say, finding, after.facts)
    return tuple(dict.fromkeys(told))


def _edge(say: Say, evidence: Evidence, after: Case) -> str:
    """Say where rounding on the report could have put a value on either side of its limit."""
    rule = evidence.rule
    if isinstance(rule, CockcroftGault) and rule.is_at_the_edge(after.facts):
        return "\n" + say("The estimated clearance is near its limit: get a measured one.")
    if isinstance(rule, Limited) and rule.is_at_the_edge(after.facts):
        return "\n" + say("At the edge: confirm with the report.")
    return ""


def asked_items(question: Question) -> list[Item]:
    """Give the items that Yes, No and Not sure answer: not limits, not methods."""
    limits = {item.uln for item in question.items}
    return [item for item in question.items if item.id not in limits and item.kind != "method"]


def _values(case: Case, focus: Focus, question: Question, act: str) -> dict[str, Any] | None:
    items = asked_items(question)
    match act[:1], act[1:]:
        case "y" | "n", "":
            return as_json({item.id: _yes_or_no(case, question, item, act) for item in items})
        case "u", "":
            return {item.id: str(Absence.UNKNOWN) for item in items}
        case "p", number if number.isdigit() and int(number) < len(question.presets):
            return as_json(question.sets(int(number)))
        case "o", number if number.isdigit() and int(number) < len(items[0].options):
            return {items[0].id: list(items[0].options)[int(number)]}
        case "d", "one" if ticks := ticked(case, focus, question):
            return as_json(ticked_values(question, ticks))
    return None


def _yes_or_no(case: Case, question: Question, item: Item, act: str) -> Any:
    """For a number, Yes says that the criterion's sentence holds; for an exclusion it excludes."""
    if item.kind != "quantity":
        return item.yes if act == "y" else item.no
    criterion = case.world.trial.criterion_by_id.get(question.criterion or "")
    exclusion = criterion is not None and criterion.category == "exclusion"
    return Judgement.MEETS if (act == "y") is not exclusion else Judgement.FAILS


def _ticked(say: Say, case: Case, focus: Focus, question: Question, act: str) -> Turn:
    names = [name for name, _ in tick_labels(say, question)]
    number = act[1:]
    if not number.isdigit() or int(number) >= len(names):
        return Turn(focus)
    name = names[int(number)]
    ticks = ticked(case, focus, question) or []
    ticks = [t for t in ticks if t != name] if name in ticks else [*ticks, name]
    ordered = [n for n in names if n in ticks]
    return Turn(replace(focus, draft={**focus.draft, "ticks": ordered}, said=()))
