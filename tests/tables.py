"""Like cases of one promise in a table, tried in one test: as many tests would take far longer."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def of_each(
    names: str | Sequence[str], cases: Iterable[Any], ids: Any = None
) -> Callable[[Test], Test]:
    """Try all cases, which are written as for `pytest.mark.parametrize`, and name each that fails.

    Only for tests that leave nothing behind: what a test is given besides is the same for all of
    its cases, but for a folder `tmp_path` of each.
    """
    given = [name.strip() for name in names.split(",")] if isinstance(names, str) else [*names]
    table = dict(_rows(given, [*cases], ids))
    assert table, "a table has a case"

    def tabled(test: Test) -> Test:
        @wraps(test)
        def tried(**others: Any) -> None:
            wrong = [*_wrong(test, table, others)]
            if len(wrong) > 1:
                raise ExceptionGroup(f"{len(wrong)} of {len(table)} cases", wrong)
            for error in wrong:
                raise error

        signature = inspect.signature(test)
        asked = [each for name, each in signature.parameters.items() if name not in given]
        tried.__signature__ = signature.replace(parameters=asked)  # type: ignore[attr-defined]
        return tried

    return tabled


def _rows(
    given: Sequence[str], cases: Sequence[Any], ids: Any
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    named = [ids(case) for case in cases] if callable(ids) else [*(ids or [])]
    for place, case in enumerate(cases):
        is_named = isinstance(case, type(pytest.param()))
        assert not (is_named and case.marks), "a case with a mark is a test of its own"
        many = case.values if is_named else (case,) if len(given) == 1 else case
        name = (is_named and case.id) or (named[place] if named else repr(case))
        yield f"{place}: {name}", dict(zip(given, many, strict=True))


def _wrong(
    test: Test, table: Mapping[str, Mapping[str, Any]], others: Mapping[str, Any]
) -> Iterator[Exception]:
    for number, (name, row) in enumerate(table.items()):
        more = dict(others)
        if "tmp_path" in more:
            more["tmp_path"] = others["tmp_path"] / str(number)
            more["tmp_path"].mkdir()
        try:
            test(**more, **row)
        except pytest.fail.Exception as error:
            yield AssertionError(f"in the case {name}: {error}")
        except Exception as error:  # noqa: BLE001 - it is raised when the others were tried
            error.add_note(f"in the case {name}")
            yield error
