"""What buttons of a ward round do; each pins the subject that its label names."""

from dataclasses import dataclass

from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class GoOnRound:
    """Go on with today's round where it was left, or choose its subjects."""


@dataclass(frozen=True, slots=True)
class ShowPicks:
    """Show one page of the codes to choose from, as they are now."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class Pick:
    """Put subjects on the round, behind those that are on it."""

    screenings: tuple[ScreeningId, ...]


@dataclass(frozen=True, slots=True)
class Unpick:
    """Take a subject off the round."""

    screening: ScreeningId


@dataclass(frozen=True, slots=True)
class MoveUp:
    """Visit a subject before the one above it."""

    screening: ScreeningId


@dataclass(frozen=True, slots=True)
class Visit:
    """Go to the stop of a subject."""

    screening: ScreeningId


@dataclass(frozen=True, slots=True)
class OpenAtStop:
    """Open a question of this subject; its answer returns to the stop, or leads `through`."""

    screening: ScreeningId
    question: str
    page: int = 0
    through: bool = False


@dataclass(frozen=True, slots=True)
class ForgetBed:
    """Forget where a subject lies; `opened` is the first entry of the screening."""

    screening: ScreeningId
    opened: int


@dataclass(frozen=True, slots=True)
class EndRound:
    """Forget the round; nothing that was recorded changes."""


OfWardRounds = (GoOnRound | ShowPicks | Pick | Unpick | MoveUp) | (
    Visit | OpenAtStop | ForgetBed | EndRound
)
