"""The verdict as a text for the study team: short to copy into a chart, or full with evidence."""

from collections.abc import Sequence

from conversations.case import Case
from conversations.words.consent import forwarded_consent
from conversations.words.days import days_sampled, samples_words
from conversations.words.enrolment import would_be_lines
from conversations.words.heading import heading
from conversations.words.people import role_words
from conversations.words.rescreening import repeat_line
from conversations.words.signatures import signed_lines
from conversations.words.trial_status import halt_words
from conversations.words.verdict import (
    advice,
    failing_words,
    investigator_words,
    outcome_words,
    stratum_words,
    unasked_words,
    unresolved_words,
    unsettled,
)
from ectrial.facts import Judgement
from ectrial.record.anchors import anchor_of_trial
from ectrial.trial.criterion import Criterion
from ectrial.trial.finding import Finding
from ectrial.wording.advisories import incomplete_words
from ectrial.wording.ages import change_words
from ectrial.wording.answers import value_words
from ectrial.wording.marks import Mark
from ectrial.wording.proofs import proof
from ectrial.wording.speech import Say

CONFIDENTIAL = frozenset({"hiv", "hbsag", "hcv_antibody", "pregnant"})
"""Items whose criteria the short text names only by id: infections and pregnancy."""

MOST_NAMED = 6  # the most unasked criteria that the short text names


def first_line(say: Say) -> str:
    """Say for whom the text is."""
    return say("For the study team only")


def short_text(say: Say, case: Case) -> str:
    """Give code, verdict, criteria and days."""
    would_be, case = would_be_lines(say, case), case.as_it_was
    verdict = case.verdict
    unresolved, unasked = unsettled(case)
    stratum = stratum_words(say, verdict)
    open_ids = say.listed(finding.criterion.id for finding in unresolved)
    days = [day.isoformat() for day in days_sampled(case, case.vocabulary)]
    return "\n".join(
        [
            *_halted(say, case),
            f"{case.trial.id} · {_whose(say, case)}",
            *_repeated(say, case),
            outcome_words(say, verdict),
            *would_be,
            *change_words(say, verdict),
            forwarded_consent(say, case),
            *[f"{Mark.NOT_MET} {_named(say, f.criterion)}" for f in verdict.failing],
            *([say("Unresolved: {criteria}", criteria=open_ids)] if open_ids else []),
            *(
                _not_asked(say, case, unasked)
                if len(unasked) <= MOST_NAMED
                else [unasked_words(say, unasked)]
            ),
            *([stratum] if stratum else []),
            *([incomplete_words(say)] if case.trial.incomplete else []),
            *_without_numbers(say, case),
            *([say("Sampled {day}", day=say.listed(days))] if days else []),
            *_noted(say, case),
            _when(say, case),
            investigator_words(say),
            *signed_lines(say, case),
            _head(case),
        ]
    )


def full_text(say: Say, case: Case) -> str:
    """Give also the evidence, what would settle the rest, and who answered when."""
    would_be, case = would_be_lines(say, case), case.as_it_was
    verdict = case.verdict
    unresolved, unasked = unsettled(case)
    stratum = stratum_words(say, verdict)
    told = advice(say, case, without=())
    return "\n".join(
        [
            *_halted(say, case),
            f"{case.trial.id} ({case.trial.study.registry_id}) · {_whose(say, case)}",
            *_person(say, case),
            *_repeated(say, case),
            outcome_words(say, verdict),
            *would_be,
            forwarded_consent(say, case),
            *[failing_words(say, finding, verdict.facts) for finding in verdict.failing],
            *unresolved_words(say, case, unresolved),
            *_not_asked(say, case, unasked),
            *met_words(say, case),
            *([say("Please note:"), *told] if told else []),
            *([stratum] if stratum else []),
            *samples_words(say, case),
            *_answered_by(say, case),
            *_noted(say, case),
            _when(say, case),
            investigator_words(say),
            *signed_lines(say, case, in_full=True),
            _head(case),
        ]
    )


def _halted(say: Say, case: Case) -> list[str]:
    """Say before all else that nobody is to be enrolled."""
    told = halt_words(say, case.world.records.conduct(case.id.trial).halt)
    return [told] if told else []


def _repeated(say: Say, case: Case) -> list[str]:
    """Say which screening this one repeats."""
    told = repeat_line(say, case.world, case.screening, in_full=True)
    return [told] if told else []


def _without_numbers(say: Say, case: Case) -> list[str]:
    """Count the labs of which nobody gave a number: a weaker fact than a measured one."""
    n = sum(isinstance(value, Judgement) for value in case.facts.items.values())
    if not n:
        return []
    return [say("1 lab without a value") if n == 1 else say("{n} labs without a value", n=n)]


def _whose(say: Say, case: Case) -> str:
    whose = heading(say, case.id)
    return say("PRACTICE · {subject}", subject=whose) if case.world.practice else whose


def _named(say: Say, criterion: Criterion) -> str:
    if any(item.id in CONFIDENTIAL for item in criterion.items):
        return criterion.id
    return f"{criterion.id} {say.text(criterion.title)}"


def _not_asked(say: Say, case: Case, unasked: Sequence[Finding]) -> list[str]:
    """Give the ids of the criteria that were not asked, in protocol order."""
    left = {finding.criterion.id for finding in unasked}
    ids = [each.id for each in case.trial.criteria if each.id in left]
    return [say("Not asked: {criteria}", criteria=say.listed(ids))] if ids else []


def _person(say: Say, case: Case) -> list[str]:
    """Give sex and age, if known."""
    known = [item for item in ("sex", "age") if item in case.facts.items]
    told = [value_words(say, case.vocabulary[item], case.facts) for item in known]
    return [" · ".join(told)] if told else []


def met_words(say: Say, case: Case) -> list[str]:
    """Give each criterion that is met, with its proof."""
    told = []
    for finding in case.verdict.findings:
        if not finding.is_failing and not finding.is_unresolved:
            lines = " · ".join(str(line) for line in proof(say, finding, case.facts))
            told.append(f"{finding.criterion.id} {lines}")
    return [say("Met:"), *told] if told else []


def _answered_by(say: Say, case: Case) -> list[str]:
    roles = {answer.role for answer in case.screening.answers.values() if answer.role}
    told = " + ".join(role_words(say, role) for role in sorted(roles))
    return [say("Answered by: {role}", role=told)] if told else []


def _noted(say: Say, case: Case) -> list[str]:
    """Count the notes for the team: their words stay at the site, and no other is told of."""
    n = len(case.world.records.notes().of_the_team(case.id))
    return [say("Notes for the team at the site: {n}", n=n)] if n else []


def _head(case: Case) -> str:
    """Give the head of the trial: whoever has the text can show later what was before it.

    It is read after all that the text says, and so covers all of that. It has no number, which
    would tell who is of one trial how much is recorded in others.
    """
    return f"· {anchor_of_trial(case.world.records.hash_of_trial())}"


def _when(say: Say, case: Case) -> str:
    now = case.world.now
    return say(
        "{when} · protocol version {version}",
        when=f"{now:%Y-%m-%d %H:%M}",
        version=case.trial.version,
    )
