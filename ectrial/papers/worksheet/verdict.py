"""The verdict of a worksheet: what it is, by which version, and what it rests on."""

from collections.abc import Iterator

from ectrial.papers.worksheet.leaf import Leaf, Row
from ectrial.record.conduct import TrialStatus
from ectrial.trial.finding import Outcome
from ectrial.trial.part_verdicts import PartVerdict
from ectrial.wording.advisories import advise
from ectrial.wording.answers import value_words
from ectrial.wording.speech import Say

_SIGNS: dict[Outcome, str] = {"eligible": "✅", "not_eligible": "⛔", "undetermined": "❓"}


def verdict(leaf: Leaf) -> Row:
    """Give the verdict with its day, version and hash, its reasons, and what is to be noted."""
    return {
        "outcome": leaf.verdict.outcome,
        "words": _words(leaf),
        "halt": halt_words(leaf.say, leaf.file.words.halt),
        "lines": [*_reasons(leaf), *_by_what(leaf)],
        "advice": [told for code, told in advise(leaf.verdict, leaf.say) if _is_shown(leaf, code)],
    }


def outcome_words(say: Say, outcome: str) -> str:
    """Give an outcome with its sign."""
    match outcome:
        case "eligible":
            return say("✅ Eligible on the listed criteria")
        case "not_eligible":
            return say("⛔ Not eligible")
    return say("❓ Undetermined")


def halt_words(say: Say, halt: TrialStatus | None) -> str:
    """Say that nobody is to be enrolled, in the words of the chat; nothing while all may be."""
    if halt is None:
        return ""
    day = halt.since.isoformat()
    if halt.state == "closed":
        return say("⏹ Enrolment closed since {day}: do not enrol", day=day)
    return say("⏸ Enrolment paused since {day}: do not enrol", day=day)


def _words(leaf: Leaf) -> str:
    if leaf.verdict.is_nothing_against:
        return leaf.say("❓ Nothing found against, list incomplete")
    return outcome_words(leaf.say, leaf.verdict.outcome)


def _is_shown(leaf: Leaf, code: str) -> bool:
    # a reading that played a part stands at its criterion
    return code not in leaf.protocol.reading_by_code


def _reasons(leaf: Leaf) -> Iterator[str]:
    say, verdict = leaf.say, leaf.verdict
    for part in verdict.parts:
        yield _part(say, part)
    if verdict.failing and not verdict.parts:
        yield say(
            "Not met: {criteria}", criteria=say.listed(f.criterion.id for f in verdict.failing)
        )
    if verdict.unresolved:
        ids = say.listed(f.criterion.id for f in verdict.unresolved)
        yield say("Open: {items}", items=ids)
    for factor in verdict.protocol.factors if verdict.outcome == "eligible" else ():
        stratum = say.text(factor.item.name), _stratum(leaf, factor.item.id)
        yield say(
            "Stratum: {stratum}",
            stratum=say("{name}: {answer}", name=stratum[0], answer=stratum[1]),
        )


def _stratum(leaf: Leaf, item: str) -> str:
    return value_words(leaf.say, leaf.protocol.vocabulary[item], leaf.verdict.facts)


def _part(say: Say, part: PartVerdict) -> str:
    found = say.listed(f.criterion.id for f in (part.failing or part.unresolved))
    told = f"{_SIGNS[part.outcome]} {say.text(part.part.name)}"
    return say("{name}: {answer}", name=told, answer=found) if found else told


def _by_what(leaf: Leaf) -> Iterator[str]:
    say, file = leaf.say, leaf.file
    day = leaf.verdict.today.isoformat()
    if leaf.verdict.is_of_enrolment:
        yield say("As of the day of enrolment, {day}", day=day)
    elif file.screening.verdict is not None:
        version, hash_ = file.screening.under
        yield say(
            "As of {day}, by version {version}, {hash}", day=day, version=version, hash=hash_
        )
    else:
        yield say("As of {day}; no verdict was recorded", day=day)
    if file.screening.verdict is not None and not file.is_as_recorded:
        yield _recorded(leaf, outcome_words(say, str(file.screening.verdict.get("verdict"))))
    if file.screening.stopped and leaf.verdict.unresolved:
        yield say("Stopped before every criterion was asked about")


def _recorded(leaf: Leaf, recorded: str) -> str:
    """Tell the recorded verdict where this paper has another, or one by another version."""
    if not leaf.file.is_moved_since:
        return leaf.say(
            "The record says otherwise: {verdict}. Ask the operator to verify it.",
            verdict=recorded,
        )
    version, hash_ = leaf.file.screening.judged_under
    return leaf.say(
        "Moved since. Recorded: {verdict}, by version {version}, {hash}",
        verdict=recorded,
        version=version,
        hash=hash_,
    )
