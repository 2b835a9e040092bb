"""`ectrial enrol` beside a bot that runs in a process of its own, and without one."""

import asyncio
import signal
import struct
import zlib
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import segno

from bot.enrolling import address_of, drawn, picture_of
from bot.sandbox.server import Sandbox
from bot.setup.start import now
from ectrial.ledger.ledger import Author, Ledger
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.one_time_codes import Enrolment, secret_of
from tests.bot.cli.test_main import call, ectrial_run, kinds, real
from tests.phone import SECONDS, Phone

FILE, PEPPER = Path("real.db"), "5e" * 32
ADMIN = 1001
ADDRESS = address_of(b"pepper", Enrolment(ADMIN, "ab" * 16, 0, datetime(2026, 1, 1, tzinfo=UTC)))


@pytest.fixture(autouse=True)
def settings(no_settings: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_DATABASE", str(FILE))
    monkeypatch.setenv("ECTRIAL_ADMIN_IDS", str(ADMIN))
    monkeypatch.setenv("ECTRIAL_PEPPER", PEPPER)
    assert call("init").exit_code == 0


def enrolment() -> Enrolment:
    with Ledger.open(FILE, site="here", via="cli", clock=now) as ledger:
        found = ledger.enrolments.of(ADMIN)
    assert found is not None
    return found


def test_address_names_the_person_by_number_alone() -> None:
    parts = urlsplit(ADDRESS)
    said = parse_qs(parts.query)

    assert (parts.scheme, parts.netloc, parts.path) == ("otpauth", "totp", "/ectrial:1001")
    assert set(said) == {"secret", "issuer"}
    assert said["issuer"] == ["ectrial"]


def test_picture_is_a_png_of_the_very_address() -> None:
    picture = picture_of(ADDRESS)
    width, height = struct.unpack(">II", picture[16:24])
    pixels = zlib.decompress(picture[picture.index(b"IDAT") + 4 : picture.index(b"IEND") - 8])

    assert picture.startswith(b"\x89PNG")
    assert width == height == segno.make(ADDRESS).symbol_size(scale=8)[0]
    assert len(set(pixels)) > 1


def test_secret_is_drawn_for_who_asks_and_kept_nowhere() -> None:
    told = call("enrol", str(ADMIN))
    found = enrolment()
    address = address_of(bytes.fromhex(PEPPER), found)

    assert told.exit_code == 0
    assert drawn(address) in told.output
    assert "\x1b" not in told.output
    assert found.enrolled_by == 0
    assert kinds(FILE) == [Kind.ENROLLED]
    kept = b"".join(file.read_bytes() for file in Path().iterdir() if file.is_file())
    assert secret_of(bytes.fromhex(PEPPER), found).encode() not in kept


def test_nobody_is_enrolled_without_a_pepper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_PEPPER", "")

    told = call("enrol", str(ADMIN))

    assert (told.exit_code, told.output) == (
        2,
        "ECTRIAL_PEPPER is not set: nobody can be enrolled\n",
    )
    assert kinds(FILE) == []


def test_stranger_is_not_enrolled() -> None:
    told = call("enrol", "42")

    assert (told.exit_code, told.output) == (2, "42 is not of the team\n")


def test_person_whose_phone_was_lost_is_let_in_by_being_added_again() -> None:
    assert call("staff", "add", "42").exit_code == 0
    with Ledger.open(FILE, site="here", via="cli", clock=now) as ledger:
        ledger.append([NewEntry(Kind.PHONE_LOST, "EC-CRT-003", item="42")], Author(7, "admin"))
        shut = ledger.enrolments.to_prove(42, has_pepper=True)
    assert call("staff", "add", "42").exit_code == 0
    with Ledger.open(FILE, site="here", via="cli", clock=now) as ledger:
        after = ledger.enrolments.to_prove(42, has_pepper=True)

    assert shut.is_shut_out
    assert after.must == ""


@pytest.mark.long
async def test_running_bot_enrols_at_once_and_takes_the_code(sandbox: Sandbox) -> None:
    phone = Phone(sandbox)
    with ectrial_run(**real(sandbox.url)) as process:
        await phone.says("/start")
        told = await asyncio.to_thread(call, "enrol", str(ADMIN))
        await phone.wait_for(lambda messages: "Confirm my authenticator app" in str(messages[-1]))
        await phone.taps("Confirm my authenticator app")
        await phone.says("000 000")
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, SECONDS) == 0
        assert process.stderr is not None
        log = process.stderr.read()
    found = enrolment()
    secret = secret_of(bytes.fromhex(PEPPER), found)

    assert told.exit_code == 0
    assert drawn(address_of(bytes.fromhex(PEPPER), found)) in told.output
    assert found.tries == 1 or found.is_confirmed
    for hidden in (PEPPER, secret, "000000", "000 000"):
        assert hidden not in log
