"""The verdict on one card: outcome first, then why, what would settle it, and what to mind."""

from collections.abc import Iterable

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
        *_stratum(say, case),
        *_findings(say, case),
        *_advisories(say, verdict),
        note(investigator_words(say)),
        *_stratum_question(say, case),
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
        *_unresolved_lines(say, case),
        *_unasked_line(say, case),
        *[f"• {advisory.message}" for advisory in advise(verdict, say)],
        *[line for line in (_stratum_line(say, verdict),) if line],
        case.world.today.isoformat(),
        investigator_words(say),
    ]
    return "\n".join(parts)


def opens(case: Case) -> tuple[Question, ...]:
    """Give the questions that the card has buttons for, most decisive first."""
    return tuple(question for question in case.verdict.to_settle() if _asked(case, question))[
        :OPENABLE
    ]


def _asked(case: Case, question: Question) -> bool:
    """Whether its card has been shown and left: what was not comes by itself, in its order."""
    answered = any(item.id in case.facts.items for item in question.items)
    return answered or question.id in case.screening.skipped


def _findings(say: Say, case: Case) -> list[Block]:
    verdict = case.verdict
    blocks = []
    if verdict.failing:
        failing = [_failing_line(say, finding, verdict.facts) for finding in verdict.failing]
        text = "\n".join([say("Failing:"), *failing])
        blocks.append(fold(text) if len(failing) > OPENABLE else Block(text))
    unresolved = _unresolved_lines(say, case)
    if unresolved:
        text = "\n".join(unresolved)
        blocks.append(fold(text) if len(unresolved) > OPENABLE else Block(text))
    unasked = [question for question in verdict.to_settle() if not _asked(case, question)]
    if unasked:
        heading_ = say("Not asked yet ({n}), most decisive first:", n=len(unasked))
        blocks.append(fold("\n".join([heading_, *_to_settle(say, verdict, unasked)])))
    return blocks


def _failing_line(say: Say, finding: Finding, facts: Facts) -> str:
    why = "; ".join(proof(say, finding, facts))
    criterion = finding.criterion
    return f"✗ {criterion.id} {say.text(criterion.title)}" + (f"\n   {why}" if why else "")


def _unresolved_lines(say: Say, case: Case) -> list[str]:
    """One line for each question left open, with the criteria it bears on."""
    verdict = case.verdict
    questions = verdict.to_settle()
    told = _to_settle(say, verdict, [q for q in questions if _asked(case, q)])
    told += [
        f"? {finding.criterion.id} {say.text(finding.criterion.title)}"
        for finding in verdict.unresolved
        if not any(_bears(finding, verdict, question) for question in questions)
    ]
    return [say("Unresolved ({n}), most decisive first:", n=len(told)), *told] if told else []


def _unasked_line(say: Say, case: Case) -> list[str]:
    """Name the criteria that a question was left unasked about, for the text to forward."""
    verdict = case.verdict
    unasked = [question for question in verdict.to_settle() if not _asked(case, question)]
    open_ = [
        finding.criterion.id
        for finding in verdict.unresolved
        if any(_bears(finding, verdict, question) for question in unasked)
    ]
    return [say("Not asked: {criteria}", criteria=", ".join(open_))] if open_ else []


def _to_settle(say: Say, verdict: Verdict, questions: Iterable[Question]) -> list[str]:
    return [
        f"? {', '.join(bearing)} {_to_check(say, verdict, question)}"
        for question in questions
        if (
            bearing := [f.criterion.id for f in verdict.unresolved if _bears(f, verdict, question)]
        )
    ]


def _bears(finding: Finding, verdict: Verdict, question: Question) -> bool:
    """Whether an answer to the question can settle the finding."""
    items = {item.id for item in question.items}
    return any(item.id in items for item in finding.open_items(verdict.facts))


def _to_check(say: Say, verdict: Verdict, question: Question) -> str:
    open_ids = {i.id for f in verdict.unresolved for i in f.open_items(verdict.facts)}
    items = [item for item in question.items if item.id in open_ids] or asked_items(question)
    comma = "、" if say.language == "zh" else ", "
    names = comma.join(say.text(item.name) for item in items)
    ways = list(dict.fromkeys(say.text(item.resolve) for item in items if item.resolve))
    return f"{names} → {ways[0]}" if ways else names


def _advisories(say: Say, verdict: Verdict) -> list[Block]:
    advisories = advise(verdict, say)
    if not advisories:
        return []
    text = "\n".join(f"• {advisory.message}" for advisory in advisories)
    heading_ = say("Please note:")
    return [fold(f"{heading_}\n{text}") if len(advisories) > 2 else note(f"{heading_}\n{text}")]


def _stratum(say: Say, case: Case) -> tuple[Block, ...]:
    open_ = stratum_question(case.verdict) is not None
    return () if open_ else lines(_stratum_line(say, case.verdict))


def _stratum_question(say: Say, case: Case) -> list[Block]:
    question = stratum_question(case.verdict)
    return [Block(say.text(question.asks))] if question is not None else []


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
