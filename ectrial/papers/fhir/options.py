"""What the fields of the form offer: codes of answers, with their words in both languages."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ectrial.facts import Absence, Judgement
from ectrial.fhir_systems import OURS, RESULT
from ectrial.papers.both_languages import ABSENCES, JUDGEMENTS, NO, YES, words
from ectrial.papers.fhir.codes import YES_NO, Coding, absence_of, answer_of, coding
from ectrial.vocabulary import Item
from ectrial.wording.speech import marked

SIGNS = "http://hl7.org/fhir/quantity-comparator"
_FINDINGS = {
    "met": marked("Met"),
    "not-met": marked("Not met"),
    "unknown": marked("Not settled"),
    "conflict": marked("Contradictory answers"),
    "not-applicable": marked("Does not apply"),
}
_OUTCOMES = {
    "eligible": marked("Eligible on the listed criteria"),
    "not_eligible": marked("Not eligible"),
    "undetermined": marked("Cannot conclude yet"),
}


class Option(NamedTuple):
    """One answer that a field offers: its code with English words, and the words in Chinese."""

    coding: Coding
    zh: str


def choices(item: Item) -> Iterator[Option]:
    """Give the answers of a choice, of yes and no or of a list to tick, then why there is none."""
    if item.options:
        yield from (Option(answer_of(item, name), each.zh) for name, each in item.options.items())
    else:
        yield from yes_no()[:2]
    if item.kind == "multichoice":
        yield Option(nothing_ticked(), words(_NONE).zh)
    yield from instead_of(item)


def instead_of(item: Item) -> Iterator[Option]:
    """Give what may stand in place of a value: why there is none, or what is known without it."""
    for each in item.absences:
        yield Option(absence_of(each), words(ABSENCES[each]).zh)
    if item.kind == "quantity":
        for judgement in Judgement:
            yield Option(judgement_of(judgement), words(JUDGEMENTS[judgement]).zh)
        for name, told in item.reports.items():
            yield Option(result_of(name, told.en), told.zh)


@cache
def yes_no() -> tuple[Option, ...]:
    """Give yes, no and unknown."""
    named = (("Y", YES), ("N", NO))
    known = tuple(Option(coding(YES_NO, code, told), words(told).zh) for code, told in named)
    unknown = Option(absence_of(Absence.UNKNOWN), words(ABSENCES[Absence.UNKNOWN]).zh)
    return (*known, unknown)


@cache
def signs() -> tuple[Option, ...]:
    """Give the signs before a number that is not exact."""
    return tuple(Option(sign_of(sign), sign) for sign in ("<", "<=", ">=", ">"))


@cache
def findings() -> tuple[Option, ...]:
    """Give what a criterion may come to; *met* is what favours entry, also of an exclusion."""
    return _ours("finding", _FINDINGS)


@cache
def outcomes() -> tuple[Option, ...]:
    """Give what a verdict may be."""
    return _ours("verdict", _OUTCOMES)


def finding_of(code: str) -> Coding:
    """Give the code of what a criterion came to."""
    return coding(f"{OURS}finding", code, _FINDINGS[code])


def outcome_of(code: str) -> Coding:
    """Give the code of a verdict."""
    return coding(f"{OURS}verdict", code, _OUTCOMES[code])


def sign_of(sign: str) -> Coding:
    """Give the code of the sign before a number."""
    return coding(SIGNS, sign, sign)


def judgement_of(judgement: Judgement) -> Coding:
    """Give the code of a number of which only is known whether it meets the limit."""
    return coding(f"{OURS}judgement", str(judgement), JUDGEMENTS[judgement])


def result_of(name: str, told: str) -> Coding:
    """Give the code of a result that a report gives as a word."""
    return coding(RESULT, name, told)


_NONE = marked("none")


def nothing_ticked() -> Coding:
    """Give the answer that nothing of a list to tick applies."""
    return coding(RESULT, "none", _NONE)


def _ours(system: str, named: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(
        Option(coding(f"{OURS}{system}", code, told), words(told).zh)
        for code, told in named.items()
    )
