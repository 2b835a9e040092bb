"""When a practice screening confirms a person's training."""

from ectrial.record.screenings import Screening


def confirms_training(screening: Screening | None, person: int) -> bool:
    """Whether this screening is finished, by answers of this person alone.

    A verdict is recorded once every question is done, or once the screening is stopped.
    """
    if screening is None or screening.voided or screening.verdict is None:
        return False
    return all(answer.actor == person for answer in screening.answers.values())
