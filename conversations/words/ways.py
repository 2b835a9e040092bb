"""How an open item of a case is settled: the ways that are left, each with its mark."""

from conversations.asking_allowed import ways_to_settle
from conversations.case import Case
from ectrial.trial.ways import WayKind
from ectrial.vocabulary import Item
from ectrial.wording import ways
from ectrial.wording.speech import Say


def ways_words(say: Say, case: Case, item: Item) -> str:
    """Give every way that is left, those of one kind together; empty if none is named."""
    left, is_signed = ways_to_settle(case, item.id), case.screening.consent.is_signed
    return ways.ways_words(say, item, left, is_signed=is_signed)


def kind_words(say: Say, case: Case, kind: WayKind) -> str:
    """Give the mark of a way; before consent, that of a study procedure says what it needs."""
    return ways.kind_words(say, kind, is_signed=case.screening.consent.is_signed)
