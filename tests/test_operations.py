"""Whoever looks for the words of a refusal in docs/operations.md finds them."""

import re
from pathlib import Path

from tests.refusals import ROOT, refusals

PAGE = " ".join((ROOT / "docs/operations.md").read_text("utf-8").split())


def test_every_refusal_of_the_code_stands_in_the_page_for_operators() -> None:
    found = [*refusals()]

    missing = [f"{file}: {words}" for file, words in found if words not in PAGE]

    assert len(found) > 100
    assert missing == []


def test_every_section_that_the_page_leads_to_is_there() -> None:
    text = Path(ROOT / "docs/operations.md").read_text("utf-8")
    sections = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings(text)}

    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) - sections == set()


def headings(text: str) -> list[str]:
    return re.findall(r"^#+ (.*)$", text, re.MULTILINE)
