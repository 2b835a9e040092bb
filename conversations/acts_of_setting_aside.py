"""What buttons do that set answers or a whole screening aside, or bring them back."""

from dataclasses import dataclass

from ectrial.record.entries import Reason
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class ClearMine:
    """Take back the person's own answers in a screening."""

    screening: ScreeningId
    seq: int


@dataclass(frozen=True, slots=True)
class Clear:
    """Clear all answers of a screening, whoever gave the answers."""

    screening: ScreeningId
    seq: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Void:
    """Void a screening."""

    screening: ScreeningId
    seq: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Restore:
    """Restore a voided screening, or the answers of a cleared one."""

    screening: ScreeningId
    seq: int
    reason: Reason = Reason.MIS_TAP


OfSettingAside = ClearMine | Clear | Void | Restore
