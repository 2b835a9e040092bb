"""The settings, from the environment and `.env`; all faults are reported together."""

import os
from collections.abc import Iterator, Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    NoDecode,
    SettingsConfigDict,
)

from bot.monitoring.logs import LogFormat
from bot.setup.private import settings_file_faults
from bot.setup.shapes import (
    KEY,
    SECRET,
    TOKEN,
    address,
    code_pattern,
    country_code,
    listening,
    numbers,
    public_address,
    quiet_hours,
    quiet_of,
    secret,
    stated_approval,
    time_of_day,
    unit_pairs,
    zone,
)
from bot.setup.written import unknown, unread_lines, unseen
from conversations.approval import Approval
from conversations.subject_codes import SubjectCodes
from ectrial.given_file import UnusableFileError, text
from ectrial.ledger.copies.rotation import folder_of
from ectrial.site_hours import SiteHours
from ectrial.text import Language

ENV_FILE = Path(".env")
LONGEST_FILE = 256 * 1024


class SettingsError(Exception):
    """The settings cannot be used; `faults` names every mistake, but no value of a secret."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Settings(BaseSettings):
    """The settings that `.env.example` explains."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    token: Annotated[SecretStr, secret(TOKEN, "is not of the shape 1234567:AA…")] | None = Field(
        None, validation_alias="TELEGRAM_BOT_TOKEN"
    )
    api_url: Annotated[str, AfterValidator(address)] = Field(
        "https://api.telegram.org", validation_alias="TELEGRAM_API_URL"
    )
    database: Path = Field(Path("data/ectrial.db"), validation_alias="ECTRIAL_DATABASE")
    practice_database: Path = Field(
        Path("data/practice.db"), validation_alias="ECTRIAL_PRACTICE_DATABASE"
    )
    backups: Path | None = Field(None, validation_alias="ECTRIAL_BACKUPS")
    database_key: Annotated[SecretStr, secret(KEY, "must be 64 hexadecimal digits")] | None = (
        Field(None, validation_alias="ECTRIAL_DATABASE_KEY")
    )
    pepper_key: Annotated[SecretStr, secret(KEY, "must be 64 hexadecimal digits")] | None = Field(
        None, validation_alias="ECTRIAL_PEPPER"
    )
    admins: Annotated[frozenset[int], NoDecode, BeforeValidator(numbers)] = Field(
        frozenset(), validation_alias="ECTRIAL_ADMIN_IDS"
    )
    language: Language = Field("en", validation_alias="ECTRIAL_LANGUAGE")
    site: str = Field("site-1", max_length=64, validation_alias="ECTRIAL_SITE")
    timezone: Annotated[str, AfterValidator(zone)] = Field(
        "UTC", validation_alias="ECTRIAL_TIMEZONE"
    )
    country: Annotated[str, AfterValidator(country_code)] = Field(
        "", validation_alias="ECTRIAL_COUNTRY"
    )
    quiet: Annotated[str, AfterValidator(quiet_hours)] = Field(
        "20:00-07:30", validation_alias="ECTRIAL_QUIET"
    )
    digest: Annotated[str, AfterValidator(time_of_day)] = Field(
        "07:45", validation_alias="ECTRIAL_DIGEST"
    )
    contact: str = Field("", max_length=200, validation_alias="ECTRIAL_CONTACT")
    study_teams: Path | None = Field(None, validation_alias="ECTRIAL_STUDY_TEAMS")
    protocols: Path | None = Field(None, validation_alias="ECTRIAL_PROTOCOLS")
    approval: Annotated[Approval | None, NoDecode, BeforeValidator(stated_approval)] = Field(
        None, validation_alias="ECTRIAL_APPROVAL"
    )
    subject_codes: Annotated[SubjectCodes, NoDecode, BeforeValidator(code_pattern)] = Field(
        default_factory=SubjectCodes, validation_alias="ECTRIAL_SUBJECT_CODES"
    )
    units: Annotated[Mapping[str, str], NoDecode, BeforeValidator(unit_pairs)] = Field(
        default_factory=dict, validation_alias="ECTRIAL_UNITS"
    )
    guests: Literal["yes", "no"] = Field("no", validation_alias="ECTRIAL_GUESTS")
    bed_labels: Literal["yes", "no"] = Field("yes", validation_alias="ECTRIAL_BED_LABELS")
    health_port: int | None = Field(None, ge=1, le=65535, validation_alias="ECTRIAL_HEALTH_PORT")
    logs: LogFormat = Field("auto", validation_alias="ECTRIAL_LOGS")
    sandbox_port: int = Field(8484, ge=0, le=65535, validation_alias="ECTRIAL_SANDBOX_PORT")

    webhook_url: Annotated[str, AfterValidator(public_address)] = Field(
        "", validation_alias="ECTRIAL_WEBHOOK_URL"
    )
    webhook_listen: Annotated[str, AfterValidator(listening)] = Field(
        "127.0.0.1:8443", validation_alias="ECTRIAL_WEBHOOK_LISTEN"
    )
    webhook_secret: (
        Annotated[SecretStr, secret(SECRET, "must be 32 to 256 letters, digits, _ or -")] | None
    ) = Field(None, validation_alias="ECTRIAL_WEBHOOK_SECRET")

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the site, which decides what day it is."""
        return ZoneInfo(self.timezone)

    @property
    def hours(self) -> SiteHours:
        """When a phone may ring at the site, and by which calendar it works."""
        digest = time.fromisoformat(self.digest)
        return SiteHours(self.zone, quiet_of(self.quiet), digest, self.country)

    @property
    def has_bed_labels(self) -> bool:
        """Whether the site lets people type where a subject lies today."""
        return self.bed_labels == "yes"

    @property
    def is_practice(self) -> bool:
        """Whether this is practice: without a token there is no Telegram, only the sandbox."""
        return self.token is None

    @property
    def record(self) -> Path:
        """The file of the record that the bot opens with these settings."""
        return self.practice_database if self.is_practice else self.database

    @property
    def copies(self) -> Path:
        """The folder of the backups of the real record."""
        return self.backups or folder_of(self.database)

    @property
    def key(self) -> str | None:
        """The key of the record, unencrypted; only the ledger may see it."""
        return self.database_key.get_secret_value() if self.database_key else None

    @property
    def pepper(self) -> bytes:
        """What the secrets of authenticator apps are computed with; empty: there are none."""
        return bytes.fromhex(self.pepper_key.get_secret_value()) if self.pepper_key else b""

    @property
    def webhook_key(self) -> str:
        """The secret of the webhook, unencrypted; only Telegram and our comparison may see it."""
        return self.webhook_secret.get_secret_value() if self.webhook_secret else ""


NAMES: Mapping[str, str] = {
    name: str(field.validation_alias) for name, field in Settings.model_fields.items()
}
SECRETS = frozenset(
    NAMES[name]
    for name, field in Settings.model_fields.items()
    if "SecretStr" in repr(field.annotation)
)


def read_settings(env_file: Path = ENV_FILE) -> Settings:
    """Read the settings; the environment overrides the file. Raises SettingsError."""
    in_file = _in_file(env_file)
    given = _given(in_file)
    faults = [*unknown(given, NAMES), *unseen(given, NAMES), *_missing(given)]
    faults += _open_to_others(env_file, in_file, given)
    try:
        settings = Settings(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError((*_wrong(error), *faults)) from None
    if settings.database.absolute() == settings.practice_database.absolute():
        faults.append("ECTRIAL_PRACTICE_DATABASE: must be another file than ECTRIAL_DATABASE")
    if settings.hours.quiet.covers(settings.hours.digest):
        faults.append("ECTRIAL_DIGEST: lies within ECTRIAL_QUIET, when nothing rings")
    if settings.approval and settings.approval.day > datetime.now(settings.zone).date():
        faults.append("ECTRIAL_APPROVAL: its day is in the future")
    if faults:
        raise SettingsError(tuple(faults))
    return settings


def _in_file(env_file: Path) -> Mapping[str, str | None]:
    if env_file.exists() or env_file.is_symlink():
        try:
            # checked first, since a FIFO would be waited for
            written = text(env_file, LONGEST_FILE)
        except UnusableFileError as error:
            raise SettingsError((str(error),)) from None
        except UnicodeDecodeError:
            raise SettingsError((f"{env_file} is not written in UTF-8",)) from None
        if faults := tuple(unread_lines(env_file, written)):
            raise SettingsError(faults)
    return DotEnvSettingsSource(Settings, env_file=env_file).env_vars


def _open_to_others(
    env_file: Path, in_file: Mapping[str, str | None], given: Mapping[str, str]
) -> Iterator[str]:
    return settings_file_faults(
        env_file,
        has_secret=any(in_file.get(name.lower()) for name in SECRETS),
        is_real=bool(given.get("TELEGRAM_BOT_TOKEN")),
    )


def _given(in_file: Mapping[str, str | None]) -> dict[str, str]:
    in_environment = {name: os.environ[name] for name in os.environ}
    merged = {**in_file, **EnvSettingsSource(Settings).env_vars}
    as_written = {name.upper() for name in in_environment} | {name.upper() for name in in_file}
    return {name: merged.get(name.lower()) or "" for name in as_written}


def _missing(given: Mapping[str, str]) -> Iterator[str]:
    if given.get("TELEGRAM_BOT_TOKEN") and not given.get("ECTRIAL_ADMIN_IDS", "").strip(" ,"):
        yield "ECTRIAL_ADMIN_IDS: must name at least one administrator's Telegram number"
    if given.get("TELEGRAM_BOT_TOKEN") and not given.get("ECTRIAL_TIMEZONE"):
        yield "ECTRIAL_TIMEZONE: must be the site's time zone, such as Asia/Shanghai"
    if given.get("ECTRIAL_WEBHOOK_URL") and not given.get("ECTRIAL_WEBHOOK_SECRET"):
        yield "ECTRIAL_WEBHOOK_SECRET: must be set, or anybody could post updates"
    is_official = not given.get("TELEGRAM_API_URL")  # a server of one's own may post without TLS
    if is_official and given.get("ECTRIAL_WEBHOOK_URL", "").startswith("http://"):
        yield "ECTRIAL_WEBHOOK_URL: must begin with https://, or Telegram posts nothing there"


def _wrong(error: ValidationError) -> Iterator[str]:
    for detail in error.errors(include_input=False, include_url=False):
        yield f"{detail['loc'][0]}: {detail['msg'].removeprefix('Value error, ')}"
