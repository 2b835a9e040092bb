"""What the operator decides, from the environment and `.env`; every fault is told at once."""

import os
import re
from collections.abc import Iterator, Mapping
from ipaddress import IPv6Address
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    NoDecode,
    SettingsConfigDict,
)

from ectrial.ledger.rotation import folder_of
from ectrial.text import Language

ENV_FILE = Path(".env")
OURS = "ECTRIAL_"
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")
KEY = re.compile(r"[0-9a-fA-F]{64}")
VISIBLE = re.compile(r"[!-~]+")
# Names in other letters are told as a fault: the address of a server is rarely meant to have them
HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")


class SettingsError(Exception):
    """The settings cannot be used; `faults` names every mistake and no value of a secret."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def _secret(pattern: re.Pattern[str], shape: str) -> AfterValidator:
    def check(secret: SecretStr) -> SecretStr:
        if not pattern.fullmatch(secret.get_secret_value()):
            raise ValueError(shape)
        return secret

    return AfterValidator(check)


def _numbers(written: Any) -> Any:
    if not isinstance(written, str):
        return written
    parts = [part.strip() for part in written.split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and int(part) for part in parts):
        raise ValueError("must be Telegram numbers with commas between them, such as 1001,1002")
    return frozenset(map(int, parts))


def _address(written: str) -> str:
    if not _is_address(written):
        raise ValueError("must be an address such as https://api.telegram.org")
    return written.rstrip("/")


def _is_address(written: str) -> bool:
    """Whether a Bot API can be called there: scheme, host, perhaps port and path, no more."""
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


def _public_address(written: str) -> str:
    return _address(written) if written else written


def _listening(written: str) -> str:
    host, _, port = written.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise ValueError("must be host:port, such as 127.0.0.1:8443")
    return written


def _zone(written: str) -> str:
    if written not in available_timezones():
        raise ValueError("must be the IANA name of a time zone, such as Asia/Shanghai")
    return written


class Settings(BaseSettings):
    """One value for each setting of `.env.example`."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    token: Annotated[SecretStr, _secret(TOKEN, "is not of the shape 1234567:AA…")] | None = Field(
        None, validation_alias="TELEGRAM_BOT_TOKEN"
    )
    api_url: Annotated[str, AfterValidator(_address)] = Field(
        "https://api.telegram.org", validation_alias="TELEGRAM_API_URL"
    )
    database: Path = Field(Path("data/ectrial.db"), validation_alias="ECTRIAL_DATABASE")
    practice_database: Path = Field(
        Path("data/practice.db"), validation_alias="ECTRIAL_PRACTICE_DATABASE"
    )
    backups: Path | None = Field(None, validation_alias="ECTRIAL_BACKUPS")
    database_key: Annotated[SecretStr, _secret(KEY, "must be 64 hexadecimal digits")] | None = (
        Field(None, validation_alias="ECTRIAL_DATABASE_KEY")
    )
    admins: Annotated[frozenset[int], NoDecode, BeforeValidator(_numbers)] = Field(
        frozenset(), validation_alias="ECTRIAL_ADMIN_IDS"
    )
    language: Language = Field("en", validation_alias="ECTRIAL_LANGUAGE")
    site: str = Field("site-1", max_length=64, validation_alias="ECTRIAL_SITE")
    timezone: Annotated[str, AfterValidator(_zone)] = Field(
        "UTC", validation_alias="ECTRIAL_TIMEZONE"
    )
    sandbox_port: int = Field(8484, ge=0, le=65535, validation_alias="ECTRIAL_SANDBOX_PORT")

    webhook_url: Annotated[str, AfterValidator(_public_address)] = Field(
        "", validation_alias="ECTRIAL_WEBHOOK_URL"
    )
    webhook_listen: Annotated[str, AfterValidator(_listening)] = Field(
        "127.0.0.1:8443", validation_alias="ECTRIAL_WEBHOOK_LISTEN"
    )
    webhook_secret: (
        Annotated[SecretStr, _secret(SECRET, "must be 32 to 256 letters, digits, _ or -")] | None
    ) = Field(None, validation_alias="ECTRIAL_WEBHOOK_SECRET")

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone: it says which day today is."""
        return ZoneInfo(self.timezone)

    @property
    def is_practice(self) -> bool:
        """Without a token there is no Telegram, only the sandbox."""
        return self.token is None

    @property
    def record(self) -> Path:
        """The record of a start with these settings."""
        return self.practice_database if self.is_practice else self.database

    @property
    def copies(self) -> Path:
        """The folder of the copies of the real record."""
        return self.backups or folder_of(self.database)

    @property
    def key(self) -> str | None:
        """The key of the record's file in the clear, for the ledger alone."""
        return self.database_key.get_secret_value() if self.database_key else None

    @property
    def webhook_key(self) -> str:
        """The webhook's secret in the clear, for Telegram and the comparison alone."""
        return self.webhook_secret.get_secret_value() if self.webhook_secret else ""


NAMES: Mapping[str, str] = {
    name: str(field.validation_alias) for name, field in Settings.model_fields.items()
}


def read_settings(env_file: Path = ENV_FILE) -> Settings:
    """Give the settings; what the environment says goes before what the file says."""
    given = _given(env_file)
    faults = [*_unknown(given), *_missing(given)]
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError((*_wrong(error), *faults)) from None
    if settings.database.absolute() == settings.practice_database.absolute():
        faults.append("ECTRIAL_PRACTICE_DATABASE: must be another file than ECTRIAL_DATABASE")
    if faults:
        raise SettingsError(tuple(faults))
    return settings


def _given(env_file: Path) -> dict[str, str]:
    in_file = DotEnvSettingsSource(Settings, env_file=env_file).env_vars
    in_environment = {name: os.environ[name] for name in os.environ}
    merged = {**in_file, **EnvSettingsSource(Settings).env_vars}
    as_written = {name.upper() for name in in_environment} | {name.upper() for name in in_file}
    return {name: merged.get(name.lower()) or "" for name in as_written}


def _unknown(given: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(given):
        if name.startswith(OURS) and name not in NAMES.values():
            yield f"{name}: there is no such setting"


def _missing(given: Mapping[str, str]) -> Iterator[str]:
    if given.get("TELEGRAM_BOT_TOKEN") and not given.get("ECTRIAL_ADMIN_IDS", "").strip(" ,"):
        yield "ECTRIAL_ADMIN_IDS: must name at least one administrator's Telegram number"
    if given.get("ECTRIAL_WEBHOOK_URL") and not given.get("ECTRIAL_WEBHOOK_SECRET"):
        yield "ECTRIAL_WEBHOOK_SECRET: must be set, or anybody could post updates"


def _wrong(error: ValidationError) -> Iterator[str]:
    for detail in error.errors(include_input=False, include_url=False):
        yield f"{detail['loc'][0]}: {detail['msg'].removeprefix('Value error, ')}"
