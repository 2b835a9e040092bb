"""The verdict on one card: outcome first, then why, what would settle it, and what to mind."""

from conversations.answering import asked_items
from conversations.case import Case
from conversations.question_card import heading
from conversations.screen import Block, Button, Row, Screen, fold, lines, note, title
from conversations.turn import Focus
from ectrial.advisories import advise
from ectrial.facts import Facts
from ectrial.next_question import stratum_question
from ectrial.protocol import Question
from ectrial.verdict import Finding, Verdict
from ectrial.wording.proofs import proof
from ectrial.wording.speech import Say

OPENABLE = 6


def verdict_card(say: Say, case: Case, focus: Focus) -> Screen:
    """Show the verdict with buttons that open what is unresolved."""
    verdict = case.verdict
    blocks = [
        title(heading(say, case)),
        title(outcome_words(say, verdict)),
        *lines(*focus.said),
        *[Block(text) for text in (_waiting(say, case),) if text],
        *_findings(say, verdict),
        *_advisories(say, verdict),
        *_stratum(say, case),
        note(investigator_words(say)),
    ]
    return Screen(tuple(blocks), tuple(_rows(say, case)))


def outcome_words(say: Say, verdict: Verdict) -> str:
    """Give the outcome in one line."""
    match verdict.outcome:
        case "eligible":
            return say("✅ Eligible on the listed criteria")
        case "not_eligible":
            return say("⛔ Not eligible")
        case _:
            return say("❔ Undetermined")


def investigator_words(say: Say) -> str:
    """Give the sentence that every verdict carries."""
    return say("Pre-screen only: the investigator confirms.")


def verdict_text(say: Say, case: Case) -> str:
    """Give the verdict as plain text to forward."""
    verdict = case.verdict
    parts = [
        f"{case.world.trial.id} ({case.world.trial.study.registry_id})",
        heading(say, case),
        outcome_words(say, verdict),
        *[_failing_line(say, finding, verdict.facts) for finding in verdict.failing],
        *_unresolved_lines(say, verdict),
        *[f"• {advisory.message}" for advisory in advise(verdict, say)],
        *[line for line in (_stratum_line(say, verdict),) if line],
        case.world.today.isoformat(),
        investigator_words(say),
    ]
    return "\n".join(parts)


def opens(case: Case) -> tuple[Question, ...]:
    """Give the questions that the card has buttons for, most decisive first."""
    return case.verdict.to_settle()[:OPENABLE]


def _waiting(say: Say, case: Case) -> str:
    done = case.next_question is None
    if done or case.screening.stopped:
        return ""
    return say("Not all has been asked yet.")


def _findings(say: Say, verdict: Verdict) -> list[Block]:
    blocks = []
    if verdict.failing:
        failing = [_failing_line(say, finding, verdict.facts) for finding in verdict.failing]
        blocks.append(Block("\n".join([say("Failing:"), *failing])))
    unresolved = _unresolved_lines(say, verdict)
    if unresolved:
        text = "\n".join(unresolved)
        blocks.append(fold(text) if len(unresolved) > OPENABLE else Block(text))
    return blocks


def _failing_line(say: Say, finding: Finding, facts: Facts) -> str:
    why = "; ".join(proof(say, finding, facts))
    criterion = finding.criterion
    return f"✗ {criterion.id} {say.text(criterion.title)}" + (f"\n   {why}" if why else "")


def _unresolved_lines(say: Say, verdict: Verdict) -> list[str]:
    """One line for each item that would settle something, with the criteria it bears on."""
    if not verdict.unresolved:
        return []
    lines_ = [say("Unresolved ({n}), most decisive first:", n=len(verdict.unresolved))]
    told: set[str] = set()
    for question in verdict.to_settle():
        bears = [
            finding.criterion.id
            for finding in verdict.unresolved
            if {i.id for i in finding.open_items(verdict.facts)} & {i.id for i in question.items}
        ]
        told.update(bears)
        lines_.append(f"? {', '.join(bears)} {_to_check(say, verdict, question)}")
    rest = [f for f in verdict.unresolved if f.criterion.id not in told]
    return lines_ + [f"? {f.criterion.id} {say.text(f.criterion.title)}" for f in rest]


def _to_check(say: Say, verdict: Verdict, question: Question) -> str:
    open_ids = {i.id for f in verdict.unresolved for i in f.open_items(verdict.facts)}
    items = [item for item in question.items if item.id in open_ids] or asked_items(question)
    names = ", ".join(say.text(item.name) for item in items)
    ways = list(dict.fromkeys(say.text(item.resolve) for item in items if item.resolve))
    return f"{names} → {ways[0]}" if ways else names


def _advisories(say: Say, verdict: Verdict) -> list[Block]:
    advisories = advise(verdict, say)
    if not advisories:
        return []
    text = "\n".join(f"• {advisory.message}" for advisory in advisories)
    heading_ = say("Please note:")
    return [fold(f"{heading_}\n{text}") if len(advisories) > 2 else note(f"{heading_}\n{text}")]


def _stratum(say: Say, case: Case) -> list[Block]:
    question = stratum_question(case.verdict)
    if question is not None:
        return [Block(say.text(question.asks))]
    line = _stratum_line(say, case.verdict)
    return [Block(line)] if line else []


def _stratum_line(say: Say, verdict: Verdict) -> str:
    match verdict.stratum:
        case None:
            return ""
        case "LN_only":
            return say("Stratum: non-regional lymph nodes only")
        case "other":
            return say("Stratum: other metastases")
        case "unknown":
            return say("Stratum: not known yet")
        case stratum:
            return say("Stratum: {stratum}", stratum=stratum)


def _rows(say: Say, case: Case) -> list[Row]:
    rows: list[Row] = []
    if stratum_question(case.verdict) is not None:
        yes, no, unsure = say("Yes"), say("No"), say("Not sure")
        rows.append((Button(yes, "sy"), Button(no, "sn"), Button(unsure, "su")))
    names = [_short(say, case, question) for question in opens(case)]
    rows += [(Button(f"? {name}", f"q{n}"),) for n, name in enumerate(names)]
    if case.screening.stopped:
        rows.append((Button(say("Keep going"), "continue"),))
    elif case.next_question is not None:
        rows.append((Button(say("Next question ›"), "next", "primary"),))
    rows.append((Button(say("Text to forward"), "forward"), Button(say("All answers"), "review")))
    end = [Button(say("⋯ More"), "more"), Button(say("New subject"), "new")]
    if case.screening.last_change is not None:
        end.insert(0, Button(say("↩ Undo"), "undo"))
    return [*rows, tuple(end)]


def _short(say: Say, case: Case, question: Question) -> str:
    criterion = f"{question.criterion} " if question.criterion else ""
    return criterion + say.text(asked_items(question)[0].name)
