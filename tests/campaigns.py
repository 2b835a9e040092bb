"""Campaigns of like cases: all are run by `make test-long`, and by `make test` a few for all."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest


def campaign(cases: Mapping[str, Any], *small: str) -> list[Any]:
    """Give the cases with their names; all are long but the small ones."""
    unknown = set(small) - set(cases)
    assert small, "a campaign has a small case"
    assert not unknown, unknown
    return [
        pytest.param(case, id=name, marks=() if name in small else pytest.mark.long)
        for name, case in cases.items()
    ]


def by_name(cases: Iterable[str]) -> Mapping[str, str]:
    return {case: case for case in cases}


def by_repr(cases: Iterable[Any]) -> Mapping[str, Any]:
    return {repr(case): case for case in cases}


def by_place(cases: Iterable[Any]) -> Mapping[str, Any]:
    return {str(place): case for place, case in enumerate(cases)}
