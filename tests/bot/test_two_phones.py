"""Two phones on one record: a tap does what its label said when it was tapped, or nothing."""

import pytest

from bot.sandbox.server import Sandbox
from ectrial.record.entries import JSON, Kind
from tests.bot.running import Running
from tests.campaigns import campaign
from tests.phone import Phone

MOVED_ON = "This card has moved on; here is the present one."
# in the protocol's order, for a subject whose sex and age are known
BEFORE_WBC, BEFORE_ALT = 8, 14
ANSWERS = {Kind.ANSWERED, Kind.CORRECTED}


@pytest.fixture
def other(sandbox: Sandbox) -> Phone:
    """The phone of a second coordinator."""
    return Phone(sandbox, 1002)


async def does(phone: Phone, *steps: str) -> None:
    """Tap what stands in brackets, type the rest."""
    for step in steps:
        if step.startswith("["):
            await phone.taps(step[1:-1])
        else:
            await phone.says(step)


def answers(bot: Running) -> list[tuple[str | None, str | None, JSON]]:
    """Screening, item and value of every answer recorded, in order."""
    said = [entry.said for entry in bot.ledger.entries()]
    return [(each.screening, each.item, each.value) for each in said if each.kind in ANSWERS]


async def labels(phone: Phone) -> list[str]:
    """What the buttons of the newest card say."""
    return [label for row in (await phone.card()).labels for label in row]


async def test_no_never_answers_a_question_not_shown(
    bot: Running, phone: Phone, other: Phone
) -> None:
    await does(phone, "/new S-014 M 58", "[1]", "/resume")
    await does(other, "/open S-014", "[Yes]")
    recorded = answers(bot)

    await phone.taps("No · S-014")

    assert answers(bot) == recorded
    card = await phone.card()
    assert "by another person (administrator): Yes." in card.text
    assert "Esophageal SCC on histology: Yes → No" in card.text


async def test_an_upper_limit_is_taken_as_its_button_says(
    bot: Running, phone: Phone, other: Phone
) -> None:
    await does(other, "/new S-001 M", "ALT 30/50 U/L", "[Record 1 · sampled today]")
    await does(phone, "/new S-003 M 58", *["[Skip ›]"] * BEFORE_ALT, "45 U/L")
    assert "Use 50 U/L from S-001" in await labels(phone)
    await does(other, "/new S-002 M", "ALT 30/40 U/L", "[Record 1 · sampled today]")
    recorded = answers(bot)

    await phone.taps("Use 50 U/L from S-001")

    assert answers(bot) == recorded
    assert phone.toasts == [MOVED_ON]
    assert "Use 40 U/L from S-002" in await labels(phone)


async def test_a_code_taken_meanwhile_opens_nothing(
    bot: Running, phone: Phone, other: Phone
) -> None:
    await does(phone, "/new")
    await does(other, "/new S-001")
    recorded = bot.recorded

    await phone.taps("Use S-001")

    assert bot.recorded == recorded
    assert phone.toasts == [MOVED_ON]
    assert "Use S-002" in await labels(phone)


@pytest.mark.parametrize(
    "way_in",
    campaign(
        {
            "resume": ["/resume"],
            "list": ["/list", "[S-014 · M 58 · 10/39 · ❓ 6]"],
            "language": ["/language", "[English]"],
        },
        "list",
    ),
)
async def test_a_lab_card_takes_numbers_however_it_was_opened(
    bot: Running, phone: Phone, way_in: list[str]
) -> None:
    await does(phone, "/new S-014 M 58", *["[Skip ›]"] * BEFORE_WBC)
    await does(phone, *way_in)
    assert "WBC count?" in (await phone.card()).text

    await does(phone, "5.2", "[Today]")

    assert [item for _, item, _ in answers(bot)] == ["sex", "age", "wbc"]


async def test_reason_is_taken_only_for_the_change_that_was_shown(
    bot: Running, phone: Phone, other: Phone
) -> None:
    await does(phone, "/new S-014 M 58", "WBC 5.2", "[Record 1 · sampled today]")
    await does(phone, "/review", "[WBC]", "6.1")
    assert "WBC: 5.2 ×10⁹/L → 6.1 ×10⁹/L" in (await phone.card()).text
    await does(other, "/open S-014", "/review", "[WBC]", "2.0")
    await does(other, "[Same sample: today]", "[Source corrected]")
    recorded = answers(bot)

    await phone.taps("Entry error")

    assert answers(bot) == recorded
    assert "WBC: 2.0 ×10⁹/L → 6.1 ×10⁹/L" in (await phone.card()).text
