"""The places of a chat in several trials: it goes on in each where it was left.

They are kept as one JSON: the focus of the trial at hand, and those of others beside it. The first
trial is named by no text, as in a record that has no other.
"""

from typing import Any

from ectrial.record.entries import JSON


def trial_at_hand(kept: JSON) -> str:
    """Name the trial of a kept focus."""
    return str(kept.get("trial") or "") if isinstance(kept, dict) else ""


def at_trial(kept: JSON, trial: str) -> JSON:
    """Give the kept focus with this trial at hand; what it was at is kept beside it."""
    if trial_at_hand(kept) == trial:
        return kept
    was: dict[str, Any] = kept if isinstance(kept, dict) else {}
    beside = was.get("elsewhere")
    elsewhere = dict(beside) if isinstance(beside, dict) else {}
    there = elsewhere.pop(trial, None)
    left = {name: was[name] for name in was if name not in ("elsewhere", "trial")}
    if left:
        elsewhere[trial_at_hand(kept)] = left
    now = there if isinstance(there, dict) else {}
    return {**now, "trial": trial, "elsewhere": elsewhere}


def with_others(focus: JSON, kept: JSON) -> JSON:
    """Give the focus of the trial at hand with what was kept of the others."""
    if not isinstance(focus, dict) or not isinstance(kept, dict):
        return focus
    others = {name: kept[name] for name in ("trial", "elsewhere") if kept.get(name)}
    return {**focus, **others}


def kept_trials(kept: JSON) -> tuple[str, ...]:
    """Name every trial in which a chat has a place, that at hand first."""
    beside = kept.get("elsewhere") if isinstance(kept, dict) else None
    return (trial_at_hand(kept), *(beside if isinstance(beside, dict) else ()))
