"""What buttons about shares do: the author makes and ends one, the guest looks at it."""

from dataclasses import dataclass

from ectrial.record.shares import Hours
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class MakeShare:
    """Show a screening, or one `note` about it, to one guest, as it is at entry `seq`."""

    screening: ScreeningId
    seq: int
    hours: Hours
    note: int | None = None


@dataclass(frozen=True, slots=True)
class RevokeShare:
    """End a share."""

    share: int


@dataclass(frozen=True, slots=True)
class ViewShared:
    """Look, as a guest, at what is shared, as it is now."""

    share: int


OfSharing = MakeShare | RevokeShare | ViewShared
