"""The parsed text of one lab, before it is judged."""

from dataclasses import dataclass, field

from ectrial.labs.amounts import Amount, AmountRange


@dataclass
class ParsedResult:
    """The parsed text of one lab. `is_doubtful`: none of it may be taken without asking.

    `is_number_doubtful`: its number may not be taken. `is_limit_bare`: the limit has no label, so
    it may be an earlier value. `unit_before` is a unit printed before the number: `Hb (g/L) 112`.
    Text was used up to `end`; from `unread_from` on it belongs to no lab.
    """

    amount: Amount | None = None
    limit: Amount | None = None
    range: AmountRange | None = None
    unit_before: str = ""
    words: set[str] = field(default_factory=set)
    signs: set[str] = field(default_factory=set)
    is_doubtful: bool = False
    is_number_doubtful: bool = False
    is_limit_bare: bool = False
    end: int = 0
    unread_from: int | None = None
