"""Checks of single settings; no message quotes the value of a secret."""

import re
from datetime import date, time
from ipaddress import IPv6Address
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, SecretStr

from conversations.approval import Approval
from conversations.subject_codes import SubjectCodes
from ectrial.site_hours import Quiet

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")
CODES_EXAMPLE = "01-014 [0-9]{2}-[0-9]{3}"
LONGEST_APPROVAL = 300
APPROVAL_EXAMPLE = "Ethics committee; B2022-123; 2022-07-05; pre-screening with a bot"
UNITS_EXAMPLE = "total_bilirubin=umol/L, creatinine=umol/L"
KEY = re.compile(r"[0-9a-fA-F]{64}")
COUNTRY = re.compile(r"[A-Z]{2}")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
VISIBLE = re.compile(r"[!-~]+")
# Beside the zones, systems keep them in folders once more, one of them counting leap seconds
OTHER_CLOCKS = {"right", "posix", "posixrules"}
# ASCII only: other letters in the name of a host are usually a mistake
HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")


def secret(pattern: re.Pattern[str], shape: str) -> AfterValidator:
    """Accept a secret that matches the pattern; the refusal says `shape` and quotes nothing."""

    def check(given: SecretStr) -> SecretStr:
        if not pattern.fullmatch(given.get_secret_value()):
            raise ValueError(shape)
        return given

    return AfterValidator(check)


def numbers(written: Any) -> Any:
    """Read Telegram numbers, separated by commas."""
    if not isinstance(written, str):
        return written
    parts = [part.strip() for part in written.split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and int(part) for part in parts):
        raise ValueError("must be Telegram numbers with commas between them, such as 1001,1002")
    return frozenset(map(int, parts))


def address(written: str) -> str:
    """Read the address of a Bot API, without a slash at its end."""
    if not _is_address(written):
        raise ValueError("must be an address such as https://api.telegram.org")
    return written.rstrip("/")


def _is_address(written: str) -> bool:
    """Whether this is a URL with scheme, host, optional port and path, and nothing else."""
    try:
        parts = urlsplit(written)
        host, port = parts.hostname or "", parts.port
        is_bracketed = ":" in host and bool(IPv6Address(host))
    except ValueError:
        return False
    return (
        VISIBLE.fullmatch(written) is not None
        and parts.scheme in ("http", "https")
        and "@" not in parts.netloc
        and not (parts.query or parts.fragment)
        and (is_bracketed or HOST.fullmatch(host) is not None)
        and port != 0
    )


def public_address(written: str) -> str:
    """Read an address that may be empty."""
    return address(written) if written else written


def listening(written: str) -> str:
    """Check a host and port to listen at."""
    host, _, port = written.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise ValueError("must be host:port, such as 127.0.0.1:8443")
    return written


def code_pattern(written: Any) -> Any:
    """Read the form of subject codes: an example, and the pattern that it must match."""
    if not isinstance(written, str):
        return written
    example, _, pattern = written.strip().partition(" ")
    try:
        compiled = re.compile(pattern.strip(), re.ASCII)
    except re.error as error:
        raise ValueError(f"the pattern behind the example cannot be read: {error}") from None
    if not pattern.strip():
        raise ValueError(f"must be an example and a pattern, such as {CODES_EXAMPLE}")
    codes = SubjectCodes(example, compiled)
    if codes.read(example) != example:
        raise ValueError("the example does not match the pattern behind it")
    return codes


def stated_approval(written: Any) -> Any:
    """Read an approval: its body, number, day and what it covers, with semicolons between."""
    if not isinstance(written, str):
        return written
    parts = [part.strip() for part in re.split("[;；]", written)]
    if len(parts) != 4 or not all(parts) or not written.isprintable():
        raise ValueError(f"must be body; number; day; what it covers: {APPROVAL_EXAMPLE}")
    if len(written) > LONGEST_APPROVAL:
        raise ValueError(f"must be at most {LONGEST_APPROVAL} characters long")
    body, number, day, covers = parts
    try:
        return Approval(body, number, _day(day), covers)
    except ValueError:
        raise ValueError("its third part must be a day, such as 2022-07-05") from None


def _day(written: str) -> date:
    if not DAY.fullmatch(written):
        raise ValueError("not a day")
    return date.fromisoformat(written)


def unit_pairs(written: Any) -> Any:
    """Read the usual units: pairs of lab and unit with an equals sign, separated by commas."""
    if not isinstance(written, str):
        return written
    parts = [part.partition("=") for part in written.split(",") if part.strip()]
    pairs = [(name.strip(), unit.strip()) for name, _, unit in parts]
    if not all(name and unit for name, unit in pairs):
        raise ValueError(f"must be labs with their units, such as {UNITS_EXAMPLE}")
    if len(dict(pairs)) < len(pairs):
        raise ValueError("must name each lab once")
    return dict(pairs)


def zone(written: str) -> str:
    """Check the name of a time zone by its own file: a list of all would open every file."""
    try:
        ZoneInfo(written)
        is_known = written.partition("/")[0] not in OTHER_CLOCKS
    except (OSError, LookupError, ValueError):
        is_known = False
    if not is_known:
        raise ValueError("must be the IANA name of a time zone, such as Asia/Shanghai")
    return written


def quiet_hours(written: str) -> str:
    """Check the hours of the night; `quiet_of` reads them."""
    begin, _, end = written.replace(" ", "").partition("-")
    if not (TIME.fullmatch(begin) and TIME.fullmatch(end)) or begin == end:
        raise ValueError("must be two different times of the day, such as 20:00-07:30")
    return f"{begin}-{end}"


def quiet_of(written: str) -> Quiet:
    """Read the hours of the night.

    >>> quiet_of("20:00-07:30").end
    datetime.time(7, 30)
    """
    begin, _, end = written.partition("-")
    return Quiet(time.fromisoformat(begin), time.fromisoformat(end))


def time_of_day(written: str) -> str:
    """Check a time of the day."""
    if not TIME.fullmatch(written):
        raise ValueError("must be a time of the day, such as 07:45")
    return written


def country_code(written: str) -> str:
    """Check the name of a country; whether there is such a calendar shows at the start."""
    if written and not COUNTRY.fullmatch(written):
        raise ValueError("must be the two capital letters of a country, such as CN")
    return written
