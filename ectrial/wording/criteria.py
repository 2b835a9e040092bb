"""The text of a criterion as a person reads it: verbatim, or a paraphrase that says so."""

from ectrial.trial.criterion import Criterion
from ectrial.wording.speech import Say


def criterion_words(say: Say, criterion: Criterion) -> str:
    """Give the text of a criterion; where it is not the protocol's own, that stands before it."""
    if criterion.paraphrase is None:
        return criterion.verbatim
    return say("Paraphrase, not the protocol's text: {text}", text=say.text(criterion.paraphrase))
