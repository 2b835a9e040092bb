"""Whole screenings by taps, through the sandbox over HTTP: the product as a coordinator has it."""

from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from tests.bot.running import Running
from tests.phone import Card, Phone

TREATMENT = (
    "[1]",
    "[Yes]",
    "[Yes]",
    "[4]",
    "[Taxane+platinum]",
    "[Yes]",
    "[None on post-treatment imaging]",
)
LABS = (
    "5.2",
    "[Today]",
    "3.1",
    "180",
    "112 g/L",
    "38 g/L",
    "12/23",
    "30/50",
    "28/40",
    "90/125",
    "70/104",
)
NONE = "[None of these]"
HISTORY = ("[Yes]", "[No]", "[No]", NONE, NONE, "[No]", "[No]", "[No]")
IMMUNE = ("[No]", "[Negative]", "[No]", "[No]", NONE)
VIROLOGY = ("[HBsAg negative, DNA not done]", "[Negative]")
MAN = (*TREATMENT, "[> 4 months · no number]", *LABS, *HISTORY, *IMMUNE, *VIROLOGY)
WOMAN = (*TREATMENT, "[> 4 months · no number]", *LABS, *HISTORY, NONE, *IMMUNE, *VIROLOGY)


async def does(phone: Phone, *steps: str) -> Card:
    """Tap what stands in brackets, type the rest."""
    for step in steps:
        if step.startswith("["):
            await phone.taps(step[1:-1])
        else:
            await phone.says(step)
    return await phone.card()


async def test_a_man_who_meets_everything_is_eligible(bot: Running, phone: Phone) -> None:
    verdict = await does(phone, "/new S-014 M 58", *MAN)

    assert "✅ Eligible on the listed criteria" in verdict.text
    assert "The investigator confirms." in verdict.text
    assert verdict.labels[0] == ["Yes", "No", "Not sure"]

    final = await does(phone, "[No]")

    assert "Stratum: other metastases" in final.text
    screening = bot.screening("S-014")
    assert screening.verdict["verdict"] == "eligible"
    assert screening.verdict["stratum"] == "other"


@pytest.mark.long
async def test_a_woman_who_meets_everything_is_eligible(bot: Running, phone: Phone) -> None:
    verdict = await does(phone, "/new S-015 F 61", *WOMAN)

    assert "✅ Eligible on the listed criteria" in verdict.text
    screening = bot.screening("S-015")
    assert screening.answers["pregnant"].value == "no"


async def test_text_to_forward_is_shown_and_copied(bot: Running, phone: Phone) -> None:
    short = await does(phone, "/new S-015 M 58", "[3]", "[Stop here]", "[Text to forward]")

    (copied,) = [b["copy_text"]["text"] for row in short.rows for b in row if "copy_text" in b]
    assert copied.splitlines()[0] == "For the study team only"
    assert copied.splitlines()[1:] == short.text.splitlines()[2:]

    full = await does(phone, "[Full text]")

    assert "ECOG 3 > 2 ✗" in full.text


async def test_a_failure_on_the_first_question_stops_in_three(bot: Running, phone: Phone) -> None:
    verdict = await does(phone, "/new S-016", "[3]", "[Stop here]")

    assert "⛔ Not eligible" in verdict.text
    assert "ECOG 3 > 2 ✗" in verdict.text
    screening = bot.screening("S-016")
    assert screening.is_finished
    assert screening.verdict["failing"] == ["INCL01"]


@pytest.mark.long
async def test_three_unknowns_leave_it_undetermined(bot: Running, phone: Phone) -> None:
    steps = list(MAN)
    for unsure in (1, 11, 20):
        steps[unsure] = "[Not sure]"

    verdict = await does(phone, "/new S-017 M 58", *steps)

    assert "❓ Undetermined" in verdict.text
    screening = bot.screening("S-017")
    assert screening.verdict["unresolved"] == ["INCL02", "INCL06B", "EXCL02"]
    opens = [label for row in verdict.labels for label in row if label.startswith("?")]
    assert len(opens) == 3

    card = await does(phone, f"[{opens[0]}]")

    assert card.labels[0] == ["Yes", "No", "• Not sure"] or "Platelets" in card.text


@pytest.mark.long
async def test_a_change_of_mind_is_made_in_review(bot: Running, phone: Phone) -> None:
    await does(phone, "/new S-018 M 58", *MAN, "[No]", "/review")

    changed = await does(phone, "[INCL02]", "[No]", "[Source corrected]", "/verdict")

    assert "⛔ Not eligible" in changed.text
    screening = bot.screening("S-018")
    assert screening.verdict["failing"] == ["INCL02"]
    corrected = [e.said for e in bot.ledger.entries() if e.said.kind == "corrected"]
    assert [(said.item, said.reason) for said in corrected] == [
        ("escc_histologically_confirmed", "source_corrected")
    ]


@pytest.mark.long
async def test_a_restart_goes_on_at_the_same_card(
    sandbox: Sandbox, tmp_path: Path, phone: Phone
) -> None:
    half = len(MAN) // 2
    async with Running(sandbox, tmp_path / "practice.db"):
        before = await does(phone, "/new S-019 M 58", *MAN[:half])

    async with Running(sandbox, tmp_path / "practice.db") as bot:
        verdict = await does(phone, *MAN[half:])

        assert before.text.startswith("PRACTICE · S-019")
        assert "✅ Eligible on the listed criteria" in verdict.text
        assert bot.ledger.verify().holds
