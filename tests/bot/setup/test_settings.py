import os
import re
from datetime import date, time
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.setup.settings import NAMES, Settings, SettingsError, read_settings
from conversations.approval import Approval
from ectrial.site_hours import Quiet, SiteHours

EXAMPLE = Path(__file__).parents[3] / ".env.example"
TOKEN = "1234567:" + "A" * 35
SECRET = "w" * 40


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(("ECTRIAL_", "TELEGRAM_")):
            monkeypatch.delenv(name)


def env(folder: Path, *lines: str) -> Path:
    file = folder / ".env"
    file.touch(0o600)
    file.write_text("\n".join(lines), "utf-8")
    return file


def faults(file: Path) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    return caught.value.faults


def test_nothing_set_is_practice(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / ".env")

    assert settings.token is None
    assert (settings.language, settings.sandbox_port) == ("en", 8484)


def test_the_example_is_valid_as_it_stands() -> None:
    assert read_settings(EXAMPLE) == Settings(_env_file=None)


def test_every_setting_is_in_the_example_and_the_reverse() -> None:
    named = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text("utf-8"), re.MULTILINE)

    assert sorted(named) == sorted(NAMES.values())


def test_the_example_shows_the_defaults() -> None:
    written = dict(re.findall(r"^([A-Z_]+)=(.+)$", EXAMPLE.read_text("utf-8"), re.MULTILINE))
    defaults = {alias: str(getattr(Settings(), name)) for name, alias in NAMES.items()}

    assert written == {name: defaults[name] for name in written}


def test_every_setting_is_read(tmp_path: Path) -> None:
    file = env(
        tmp_path,
        f"TELEGRAM_BOT_TOKEN={TOKEN}",
        "TELEGRAM_API_URL=http://localhost:8081/",
        "ECTRIAL_ADMIN_IDS=1001, 1002,",
        "ECTRIAL_DATABASE=a.db",
        "ECTRIAL_PRACTICE_DATABASE=b.db",
        f"ECTRIAL_DATABASE_KEY={'0f' * 32}",
        f"ECTRIAL_PEPPER={'0e' * 32}",
        "ECTRIAL_LANGUAGE=zh",
        "ECTRIAL_SITE=上海",
        "ECTRIAL_TIMEZONE=Asia/Shanghai",
        "ECTRIAL_COUNTRY=CN",
        "ECTRIAL_QUIET=21:30 - 06:00",
        "ECTRIAL_DIGEST=08:15",
        "ECTRIAL_APPROVAL=伦理委员会； B2022-123; 2022-07-05; 机器人预筛",
        "ECTRIAL_SUBJECT_CODES=01-014 [0-9]{2}-[0-9]{3}",
        "ECTRIAL_UNITS=total_bilirubin=umol/L, 血红蛋白 = g/L,",
        "ECTRIAL_SANDBOX_PORT=9000",
        "ECTRIAL_LOGS=json",
        "ECTRIAL_HEALTH_PORT=9001",
        "ECTRIAL_WEBHOOK_URL=https://bot.example.org/telegram/",
        "ECTRIAL_WEBHOOK_LISTEN=[::1]:8080",
        f"ECTRIAL_WEBHOOK_SECRET={SECRET}",
    )

    settings = read_settings(file)

    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.api_url == "http://localhost:8081"
    assert settings.admins == {1001, 1002}
    assert (settings.database, settings.practice_database) == (Path("a.db"), Path("b.db"))
    assert settings.key == "0f" * 32
    assert settings.pepper == b"\x0e" * 32
    assert (settings.language, settings.site, settings.sandbox_port) == ("zh", "上海", 9000)
    assert (settings.logs, settings.health_port) == ("json", 9001)
    assert settings.zone.key == "Asia/Shanghai"
    quiet = Quiet(time(21, 30), time(6))
    assert settings.hours == SiteHours(settings.zone, quiet, time(8, 15), "CN")
    assert settings.approval == Approval("伦理委员会", "B2022-123", date(2022, 7, 5), "机器人预筛")
    assert settings.subject_codes.read("01-015") == "01-015"
    assert settings.subject_codes.read("S-015") is None
    assert settings.units == {"total_bilirubin": "umol/L", "血红蛋白": "g/L"}
    assert settings.webhook_url == "https://bot.example.org/telegram"
    assert (settings.webhook_listen, settings.webhook_key) == ("[::1]:8080", SECRET)


def test_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = env(tmp_path, "ECTRIAL_SITE=of the file")

    monkeypatch.setenv("ECTRIAL_SITE", "of the environment")

    assert read_settings(file).site == "of the environment"


def test_all_faults_are_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECTRIAL_TIME_ZONE", "UTC")
    file = env(
        tmp_path,
        "TELEGRAM_BOT_TOKEN=my-secret",
        "TELEGRAM_API_URL=api.telegram.org",
        "ECTRIAL_ADMIN_IDS=me",
        "ECTRIAL_DATABASE_KEY=my-key",
        "ECTRIAL_PEPPER=my-pepper",
        "ECTRIAL_LANGUAGE=fr",
        "ECTRIAL_TIMEZONE=Shanghai",
        "ECTRIAL_COUNTRY=China",
        "ECTRIAL_QUIET=20:00",
        "ECTRIAL_DIGEST=7:45",
        "ECTRIAL_SUBJECT_CODES=01-14 [0-9]{2}-[0-9]{3}",
        "ECTRIAL_UNITS=umol/L",
        "ECTRIAL_SANDBOX_PORT=http",
        "ECTRIAL_LOGS=xml",
        "ECTRIAL_HEALTH_PORT=0",
        "ECTRIAL_COLOUR=blue",
        "ECTRIAL_WEBHOOK_URL=bot.example.org",
        "ECTRIAL_WEBHOOK_LISTEN=8443",
        "ECTRIAL_WEBHOOK_SECRET=my-short-secret",
    )

    found = faults(file)

    assert {fault.partition(":")[0] for fault in found} == {
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_API_URL",
        "ECTRIAL_ADMIN_IDS",
        "ECTRIAL_DATABASE_KEY",
        "ECTRIAL_PEPPER",
        "ECTRIAL_LANGUAGE",
        "ECTRIAL_TIMEZONE",
        "ECTRIAL_COUNTRY",
        "ECTRIAL_QUIET",
        "ECTRIAL_DIGEST",
        "ECTRIAL_SUBJECT_CODES",
        "ECTRIAL_UNITS",
        "ECTRIAL_SANDBOX_PORT",
        "ECTRIAL_LOGS",
        "ECTRIAL_HEALTH_PORT",
        "ECTRIAL_COLOUR",
        "ECTRIAL_TIME_ZONE",
        "ECTRIAL_WEBHOOK_URL",
        "ECTRIAL_WEBHOOK_LISTEN",
        "ECTRIAL_WEBHOOK_SECRET",
    }
    assert "my-" not in "".join(found)


@pytest.mark.parametrize(
    "quiet", ["20-7", "24:00-07:00", "20:00-20:00", "20:00-07:30-08:00", "٢0:00-07:30"]
)
def test_hours_of_the_night_that_cannot_be_read_are_told(tmp_path: Path, quiet: str) -> None:
    (fault,) = faults(env(tmp_path, f"ECTRIAL_QUIET={quiet}"))

    assert fault == "ECTRIAL_QUIET: must be two different times of the day, such as 20:00-07:30"


def test_digest_in_the_night_would_never_ring_and_is_told(tmp_path: Path) -> None:
    (fault,) = faults(env(tmp_path, "ECTRIAL_QUIET=20:00-08:00"))

    assert fault == "ECTRIAL_DIGEST: lies within ECTRIAL_QUIET, when nothing rings"


@pytest.mark.parametrize(
    "address",
    [
        "http://[::1",
        "http://[127.0.0.1]",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:http",
        "http://127.0.0.1:0",
        "http://用户",
        "http://",
        "http://:8081",
        "http://a..b",
        "http://a b",
        "http://me@localhost",
        "http://localhost?x=1",
        "http://localhost#x",
        "ftp://localhost",
        "localhost:8081",
    ],
)
def test_address_that_cannot_be_called_is_told(tmp_path: Path, address: str) -> None:
    found = faults(env(tmp_path, f"TELEGRAM_API_URL='{address}'", "ECTRIAL_LANGUAGE=fr"))

    assert {fault.partition(":")[0] for fault in found} == {"TELEGRAM_API_URL", "ECTRIAL_LANGUAGE"}


@pytest.mark.parametrize(
    "address",
    [
        "https://api.telegram.org",
        "http://127.0.0.1:8081",
        "HTTP://LocalHost:8081",
        "http://[::1]:8081",
        "http://bot_api:8081/under/a/path",
    ],
)
def test_address_of_a_server_of_ones_own_is_taken(tmp_path: Path, address: str) -> None:
    assert read_settings(env(tmp_path, f"TELEGRAM_API_URL={address}/")).api_url == address


@pytest.mark.parametrize("admins", ["", "ECTRIAL_ADMIN_IDS=", "ECTRIAL_ADMIN_IDS= , "])
def test_real_start_needs_an_administrator(tmp_path: Path, admins: str) -> None:
    zone = "ECTRIAL_TIMEZONE=Asia/Shanghai"
    file = env(tmp_path, f"TELEGRAM_BOT_TOKEN={TOKEN}", admins, zone)

    (fault,) = faults(file)

    assert fault.startswith("ECTRIAL_ADMIN_IDS: ")


@pytest.mark.parametrize("name", ["", "Asia", "../UTC", "right/UTC", "tzdata.zi", "utc\0"])
def test_what_is_no_name_of_a_zone_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="IANA name of a time zone"):
        Settings(_env_file=None, ECTRIAL_TIMEZONE=name)


def test_real_start_needs_the_zone_of_the_site(tmp_path: Path) -> None:
    file = env(tmp_path, f"TELEGRAM_BOT_TOKEN={TOKEN}", "ECTRIAL_ADMIN_IDS=1")

    (fault,) = faults(file)

    assert fault == "ECTRIAL_TIMEZONE: must be the site's time zone, such as Asia/Shanghai"


@pytest.mark.parametrize("written", ["01-014", "01-014 [0-9", "01-014 S-[0-9]+", "[0-9]+"])
def test_codes_are_an_example_and_its_pattern(tmp_path: Path, written: str) -> None:
    (fault,) = faults(env(tmp_path, f"ECTRIAL_SUBJECT_CODES={written}"))

    assert fault.startswith("ECTRIAL_SUBJECT_CODES: ")


def test_webhook_needs_a_secret(tmp_path: Path) -> None:
    (fault,) = faults(env(tmp_path, "ECTRIAL_WEBHOOK_URL=https://bot.example.org"))

    assert fault.startswith("ECTRIAL_WEBHOOK_SECRET: ")


def test_webhook_of_the_official_server_is_posted_over_tls(tmp_path: Path) -> None:
    webhook = ("ECTRIAL_WEBHOOK_URL=http://bot.example.org", "ECTRIAL_WEBHOOK_SECRET=" + "s" * 32)

    (fault,) = faults(env(tmp_path, *webhook))

    assert fault.startswith("ECTRIAL_WEBHOOK_URL: must begin with https://")


@pytest.mark.parametrize("place", ["", ":8443", "host:", "host:0", "host:65536", "host:http"])
def test_place_to_listen_at_that_cannot_be_is_told(tmp_path: Path, place: str) -> None:
    found = faults(env(tmp_path, f"ECTRIAL_WEBHOOK_LISTEN='{place}'", "ECTRIAL_LANGUAGE=fr"))

    assert [fault.partition(":")[0] for fault in found if "WEBHOOK" in fault] == (
        ["ECTRIAL_WEBHOOK_LISTEN"] if place else []
    )


def test_practice_and_real_record_are_two_files(tmp_path: Path) -> None:
    (fault,) = faults(env(tmp_path, "ECTRIAL_DATABASE=x.db", "ECTRIAL_PRACTICE_DATABASE=./x.db"))

    assert fault.startswith("ECTRIAL_PRACTICE_DATABASE: ")


def test_secrets_are_not_in_the_settings_words(tmp_path: Path) -> None:
    file = env(
        tmp_path,
        f"TELEGRAM_BOT_TOKEN={TOKEN}",
        "ECTRIAL_ADMIN_IDS=1",
        "ECTRIAL_TIMEZONE=UTC",
        f"ECTRIAL_DATABASE_KEY={'0f' * 32}",
        f"ECTRIAL_PEPPER={'0e' * 32}",
        f"ECTRIAL_WEBHOOK_SECRET={SECRET}",
    )

    words = repr(read_settings(file))

    assert TOKEN not in words
    assert "0f0f" not in words
    assert "0e0e" not in words
    assert SECRET not in words


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Ethics committee; B2022-123; 2022-07-05", "must be body; number; day; what it covers"),
        ("Ethics committee; ; 2022-07-05; a bot", "must be body; number; day; what it covers"),
        ("a; b; 2022-07-05; c; d", "must be body; number; day; what it covers"),
        ('"a\tb; c; 2022-07-05; d"', "must be body; number; day; what it covers"),
        ("a; b; 2022-02-30; c", "its third part must be a day, such as 2022-07-05"),
        ("a; b; 5 July 2022; c", "its third part must be a day, such as 2022-07-05"),
        ("a; b; 20220705; c", "its third part must be a day, such as 2022-07-05"),
        (f"{'a' * 300}; b; 2022-07-05; c", "must be at most 300 characters long"),
        ("a; b; 2999-01-01; c", "its day is in the future"),
    ],
)
def test_approval_of_another_shape_is_refused(tmp_path: Path, written: str, told: str) -> None:
    (fault,) = faults(env(tmp_path, f"ECTRIAL_APPROVAL={written}"))

    assert fault.startswith(f"ECTRIAL_APPROVAL: {told}")


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ([f'TELEGRAM_BOT_TOKEN="{TOKEN}'], 1),
        (["ECTRIAL_ADMIN_IDS=1001", f"ECTRIAL_DATABASE_KEY='{'a' * 64}"], 2),
        (["# the bot", "TELEGRAM_BOT_TOKEN", "ECTRIAL_ADMIN_IDS=1001"], 2),
        ([f'TELEGRAM_BOT_TOKEN="{TOKEN}" x'], 1),
        (["just words"], 1),
    ],
)
def test_line_that_would_be_left_out_in_silence_is_a_fault(
    tmp_path: Path, lines: list[str], number: int
) -> None:
    file = env(tmp_path, *lines)

    (fault,) = faults(file)

    words = f"line {number} is no setting: look for = and for a quote left open"
    assert fault == f"{file}: {words}"
