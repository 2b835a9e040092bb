"""Questions that are answered together, and what asking them costs and may decide."""

from pydantic import Field

from ectrial.trial.criterion import Part


class Block(Part):
    """Questions answered from one document, asked together in the quick order.

    `p_fail` is the estimated chance that an answer excludes, `cost` the seconds to answer.
    """

    id: str
    p_fail: float = Field(gt=0, lt=1)
    cost: float = Field(gt=0)
