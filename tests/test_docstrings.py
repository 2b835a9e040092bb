"""The worked examples in docstrings are true, in every file that has some."""

import doctest
import importlib

from tests.catalogue import PACKAGES, ROOT
from tests.tables import of_each

MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if ">>> " in path.read_text("utf-8")
)


@of_each("name", MODULES)
def test_worked_examples_of_a_module_hold(name: str) -> None:
    module = importlib.import_module(name)

    tried = doctest.testmod(module)

    assert tried.failed == 0
    assert tried.attempted > 0
