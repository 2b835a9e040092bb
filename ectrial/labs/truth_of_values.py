"""What the reader asks of the protocol: whether two possible values differ in truth."""

from collections.abc import Callable, Mapping

from ectrial.quantity import Quantity
from ectrial.truth import Truth

TruthOf = Callable[[Mapping[str, Quantity]], Truth]
"""Gives the truth of numbers by item: TRUE if they favour entry, FALSE if they do not."""
