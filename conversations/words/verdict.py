"""The verdict in words, for cards and texts: the outcome, why, and what would settle it."""

from collections.abc import Container, Sequence

from conversations.answers import asked_items
from conversations.case import Case, newer_version
from conversations.words.parts import parts_words
from conversations.words.provenance import not_confirmed, without_a_value
from conversations.words.ways import ways_words
from ectrial.facts import Facts
from ectrial.trial.finding import Finding, Outcome
from ectrial.trial.protocol import Protocol, Question
from ectrial.trial.verdict import Verdict
from ectrial.vocabulary import Item
from ectrial.wording.advisories import advise
from ectrial.wording.marks import Mark, mark_of
from ectrial.wording.proofs import answer_line, proof
from ectrial.wording.speech import Say

STANDING = frozenset({"listing_ended"})
"""Advisories that apply to every subject: they are shown on the card of the trial."""


def outcome_words(say: Say, verdict: Verdict) -> str:
    """Give the outcome of a verdict in one line, with the number of failing criteria."""
    outcome, count = verdict_name(say, verdict), len(verdict.failing)
    if count < 2:
        return outcome
    return say("{outcome}: {n} criteria fail", outcome=outcome, n=count)


def verdict_name(say: Say, verdict: Verdict) -> str:
    """Give the outcome of a verdict with its sign; an incomplete list is never passed."""
    if verdict.is_nothing_against:
        name = say("❓ Nothing found against, list incomplete")
    else:
        name = outcome_name(say, verdict.outcome)
    if not verdict.parts or verdict.failing:
        return name
    return say("{name}: {answer}", name=name, answer=parts_words(say, verdict))


def outcome_name(say: Say, outcome: Outcome) -> str:
    """Give an outcome with its sign."""
    match outcome:
        case "eligible":
            return say("✅ Eligible on the listed criteria")
        case "not_eligible":
            return say("⛔ Not eligible")
        case _:
            return say("❓ Undetermined")


def investigator_words(say: Say) -> str:
    """Give the sentence that every verdict carries."""
    return say("Pre-screen only: the investigator confirms.")


def stratum_words(say: Say, verdict: Verdict) -> str:
    """Give the stratum of an eligible subject, a line for each of several factors, or nothing."""
    factors = verdict.protocol.factors if verdict.outcome == "eligible" else ()
    if len(factors) > 1:
        answers = [answer_line(say, factor.item, verdict.facts) for factor in factors]
        return "\n".join(say("Stratum: {stratum}", stratum=answer) for answer in answers)
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


def failing_words(say: Say, finding: Finding, facts: Facts) -> str:
    """Give a failing criterion with its proof."""
    criterion = finding.criterion
    proofs = [f"   {line}" for line in proof(say, finding, facts)]
    return "\n".join([f"{Mark.NOT_MET} {criterion.id} {say.text(criterion.title)}", *proofs])


def failing_items(finding: Finding, facts: Facts) -> list[Item]:
    """Give the items whose answers make a criterion fail, once each."""
    if finding.judged:
        return list(finding.criterion.items)
    leaves = [
        leaf for leaf in finding.evidence(facts) if mark_of(leaf.truth, leaf.meets) is Mark.NOT_MET
    ]
    items = [item for leaf in leaves for item in leaf.rule.items() if item.id in facts.items]
    return list({item.id: item for item in items}.values())


def settling_words(say: Say, case: Case, unresolved: Sequence[Finding]) -> list[str]:
    """Give what would settle each open criterion; the item is named on its button."""
    if not unresolved:
        return []
    told = [say("Unresolved ({n}). What would settle it:", n=len(unresolved))]
    for finding in unresolved:
        criterion = finding.criterion
        way = _settled_by(say, case, finding) or say.text(criterion.title)
        told.append(f"{Mark.OPEN} {criterion.id} {way}")
    return told


def unresolved_words(say: Say, case: Case, unresolved: Sequence[Finding]) -> list[str]:
    """Give the number of open criteria, then a line for each with what would settle it."""
    if not unresolved:
        return []
    heading_ = say("Unresolved ({n}), most decisive first:", n=len(unresolved))
    return [heading_, *[_open_words(say, case, finding) for finding in unresolved]]


def unasked_words(say: Say, unasked: Sequence[Finding]) -> str:
    """Say how many criteria have not been asked about; nothing if there are none."""
    if len(unasked) == 1:
        return say("Not asked yet: 1 criterion")
    return say("Not asked yet: {n} criteria", n=len(unasked)) if unasked else ""


def inapplicable_words(say: Say, verdict: Verdict) -> str:
    """Name the criteria that do not apply to the subject; nothing if there are none."""
    names = [each.criterion.id for each in verdict.findings if each.does_not_apply(verdict.facts)]
    return say("Does not apply: {criteria}", criteria=say.listed(names)) if names else ""


def stratum_question_words(say: Say, question: Question) -> str:
    """Ask for the stratum, and say that it does not affect the verdict."""
    return "\n".join([say("For randomisation only:"), say.text(question.asks)])


def advice(say: Say, case: Case, without: Container[str] = STANDING) -> list[str]:
    """Give the advisories of a case; a reading that concerns one criterion names it."""
    told = []
    if newer := newer_version(case):
        moves = say(
            "Screened by protocol version {old}; version {new} is in use now: see More.",
            old=case.trial.version,
            new=newer.version,
        )
        told.append(f"• {moves}")
    return [*told, *advised(say, case, without)]


def advised(say: Say, case: Case, without: Container[str] = STANDING) -> list[str]:
    """Give the advisories of a verdict, without what only the team can do."""
    protocol, told = case.trial, list[str]()
    for code, message in advise(case.verdict, say):
        if code in without:
            continue
        read_so = [c.id for c in protocol.criteria if code in c.readings]
        if len(read_so) == 1:
            told.append(say("{name}: {answer}", name=read_so[0], answer=message))
        else:
            told.append(message)
    if unmeasured := without_a_value(say, case):
        told.append(unmeasured)
    told += not_confirmed(say, case)
    return [f"• {line}" for line in told]


def opens(case: Case) -> tuple[Question, ...]:
    """Give the questions that were asked and are still open, most decisive first."""
    return tuple(question for question in case.verdict.to_settle() if _asked(case, question))


def unsettled(case: Case) -> tuple[list[Finding], list[Finding]]:
    """Give the open criteria in two lists, most decisive first: asked about, and not asked yet."""
    verdict = case.verdict
    questions = verdict.to_settle()
    places = {question.id: place for place, question in enumerate(questions)}
    bearing = {
        finding.criterion.id: _bearing(finding, verdict, questions)
        for finding in verdict.unresolved
    }
    ranked = sorted(
        verdict.unresolved,
        key=lambda f: min([places[q.id] for q in bearing[f.criterion.id]], default=len(places)),
    )
    asked: list[Finding] = []
    unasked: list[Finding] = []
    for finding in ranked:
        left = bearing[finding.criterion.id]
        was_asked = not left or any(_asked(case, question) for question in left)
        (asked if was_asked else unasked).append(finding)
    return asked, unasked


def _asked(case: Case, question: Question) -> bool:
    """Whether the card of a question was answered or skipped; others come in their order."""
    answered = any(item.id in case.verdict.given.items for item in question.items)
    return answered or question.id in case.screening.skipped


def _open_words(say: Say, case: Case, finding: Finding) -> str:
    criterion = finding.criterion
    line = f"{Mark.OPEN} {criterion.id} {say.text(criterion.title)}"
    settled_by = _settled_by(say, case, finding)
    return f"{line} → {settled_by}" if settled_by else line


def _settled_by(say: Say, case: Case, finding: Finding) -> str:
    """Say how the open answers are settled; name each, if not one way settles the criterion."""
    verdict = case.verdict
    open_ids = {item.id for item in verdict.open_items[finding.criterion.id]}
    names: dict[str, list[str]] = {}
    for question in verdict.to_settle():
        items = [item for item in question.items if item.id in open_ids]
        ways = [way for item in items if (way := ways_words(say, case, item))]
        if items:
            named = names.setdefault(ways[0] if ways else "", [])
            named += [say.text(item.name) for item in items]
    if len(names) == 1 and "" not in names and _is_all_open(verdict.protocol, finding, open_ids):
        return next(iter(names))
    return " · ".join(_way_of(say, say.listed(named), way) for way, named in names.items())


def _way_of(say: Say, name: str, way: str) -> str:
    """Name what is open, unless its way does: "HIV antibody test" names HIV."""
    if not way:
        return name
    is_named = name.casefold() in way.casefold()
    return way if is_named else say("{name}: {answer}", name=name, answer=way)


def _is_all_open(protocol: Protocol, finding: Finding, open_ids: set[str]) -> bool:
    own = (each for each in protocol.questions if each.criterion == finding.criterion.id)
    return all(item.id in open_ids for question in own for item in asked_items(question))


def _bearing(finding: Finding, verdict: Verdict, questions: Sequence[Question]) -> list[Question]:
    """Give the questions whose answers can settle the finding."""
    settling = {item.id for item in verdict.open_items[finding.criterion.id]}
    return [each for each in questions if not settling.isdisjoint(each.item_ids)]
