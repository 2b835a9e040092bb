"""The criteria of a worksheet: the protocol's words, the result, its proof, what stands beside."""

from collections.abc import Iterator

from ectrial.papers.worksheet.answers import answer_lines, whole_lines
from ectrial.papers.worksheet.leaf import Leaf, Row
from ectrial.papers.worksheet.notes import notes_of_criterion
from ectrial.papers.worksheet.open_items import settling_words
from ectrial.trial.criterion import Criterion
from ectrial.trial.finding import Finding
from ectrial.truth import TRUE, UNKNOWN
from ectrial.wording.criteria import criterion_words
from ectrial.wording.marks import Mark, mark_of
from ectrial.wording.proofs import proof


def criteria(leaf: Leaf) -> list[Row]:
    """Give the inclusion criteria, then the exclusion criteria, each in the protocol's order."""
    say = leaf.say
    groups = (("inclusion", say("Inclusion criteria")), ("exclusion", say("Exclusion criteria")))
    return [
        {
            "title": title,
            "rows": [
                _row(leaf, each)
                for each in leaf.verdict.findings
                if each.criterion.category == category
            ],
        }
        for category, title in groups
    ]


def _row(leaf: Leaf, finding: Finding) -> Row:
    say, criterion, facts = leaf.say, finding.criterion, leaf.verdict.facts
    is_paraphrase_too = say.language == "zh" and criterion.paraphrase is None
    mark = mark_of(finding.truth, criterion.favours)
    return {
        "id": criterion.id,
        "mark": str(mark),
        "result": _result(leaf, finding, mark),
        # the protocol's own words are in one language; in another they have a title beside
        "title": say.text(criterion.title) if is_paraphrase_too else "",
        "words": criterion_words(say, criterion),
        "beside": [*_readings(leaf, criterion)],
        "notes": notes_of_criterion(leaf, criterion.id),
        "proof": [str(line) for line in proof(say, finding, facts)],
        "answers": [*whole_lines(leaf, criterion), *answer_lines(leaf, criterion)],
        "settles": [*_settling(leaf, finding)],
    }


def _result(leaf: Leaf, finding: Finding, mark: Mark) -> str:
    say = leaf.say
    if finding.does_not_apply(leaf.verdict.facts):
        return say("does not apply")
    if mark is Mark.OPEN:
        return say("unresolved")
    if finding.criterion.category == "inclusion":
        return say("met") if mark is Mark.MET else say("not met")
    # "met" beside the words of an exclusion would be read as its opposite
    return say("does not exclude") if mark is Mark.MET else say("excludes")


def _readings(leaf: Leaf, criterion: Criterion) -> Iterator[str]:
    """Give the readings that played a part, in words; a code alone would tell a reader nothing."""
    say, facts = leaf.say, leaf.verdict.facts
    played = {
        code for code, _, when in leaf.protocol.triggers if when.holds(facts, UNKNOWN) is TRUE
    }
    for code in criterion.readings:
        reading = leaf.protocol.reading_by_code.get(code)
        if code in played and reading is not None and reading.tells is not None:
            yield say("Reading {code}: {words}", code=code, words=say.text(reading.tells))


def _settling(leaf: Leaf, finding: Finding) -> Iterator[str]:
    """Say of each open item of a criterion what would settle it; of equal ways once."""
    say, by_way = leaf.say, dict[str, list[str]]()
    for item in finding.open_items(leaf.verdict.facts):
        by_way.setdefault(settling_words(leaf, item), []).append(say.text(item.name))
    for way, names in by_way.items():
        told = say.listed(names)
        if way:
            told = say("{name}: {answer}", name=told, answer=way)
        yield f"→ {told}"
