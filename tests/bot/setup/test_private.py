"""Settings, record and copies that others on the machine could read or change are refused."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.setup.private import folder_faults, settings_file_faults
from bot.setup.settings import SECRETS, SettingsError, read_settings
from bot.setup.start import StartError, prepare
from tests.another_user import ANOTHER, another_user
from tests.faults import MADE_UP_TOKEN

ENV = Path(".env")
SECRET_LINES = {
    "TELEGRAM_BOT_TOKEN": MADE_UP_TOKEN,
    "ECTRIAL_DATABASE_KEY": "0f" * 32,
    "ECTRIAL_WEBHOOK_SECRET": "w" * 40,
}
REAL = f"TELEGRAM_BOT_TOKEN={MADE_UP_TOKEN}\nECTRIAL_ADMIN_IDS=1001\nECTRIAL_TIMEZONE=UTC\n"


@pytest.fixture(autouse=True)
def open_to_all(no_settings: None) -> Iterator[None]:
    """An empty folder, and files that are made as most machines make them."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def written(text: str, mode: int) -> None:
    ENV.write_text(text, "utf-8")
    ENV.chmod(mode)


def faults() -> tuple[str, ...]:
    try:
        read_settings(ENV)
    except SettingsError as error:
        return error.faults
    return ()


OPEN = ".env: other users of this machine can read or change it; run: chmod 600 .env"


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o660, 0o666, 0o604, 0o602, 0o620])
def test_a_token_that_others_can_read_or_change_is_refused(mode: int) -> None:
    written(REAL, mode)

    assert faults() == (OPEN,)


def test_the_command_of_the_refusal_mends_it() -> None:
    written(REAL, 0o666)

    os.system(faults()[0].rpartition("run: ")[2])  # noqa: S605 - our own words

    assert faults() == ()


@pytest.mark.parametrize("name", SECRET_LINES)
def test_every_secret_closes_the_file_in_practice_too(name: str) -> None:
    assert SECRET_LINES.keys() <= SECRETS
    more = "ECTRIAL_ADMIN_IDS=1\nECTRIAL_TIMEZONE=UTC\n"
    written(f"{more}{name}={SECRET_LINES[name]}\n", 0o644)

    assert faults() == (OPEN,)


def test_practice_without_a_secret_may_lie_open() -> None:
    written("ECTRIAL_SITE=here\nTELEGRAM_BOT_TOKEN=\n", 0o666)

    assert faults() == ()


def test_with_a_token_of_the_environment_nobody_else_names_the_administrators(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", MADE_UP_TOKEN)

    written("ECTRIAL_ADMIN_IDS=1001\nECTRIAL_TIMEZONE=UTC\n", 0o664)
    assert faults() == (OPEN,)

    ENV.chmod(0o644)
    assert faults() == ()


def test_a_link_counts_as_what_it_points_to() -> None:
    Path("kept").write_text(REAL, "utf-8")
    ENV.symlink_to("kept")
    assert faults() == (OPEN,)

    Path("kept").chmod(0o600)
    assert faults() == ()


def test_a_file_of_another_user_is_refused_but_not_to_root() -> None:
    written(REAL, 0o600)
    Path().chmod(0o755)

    def told() -> list[str]:
        return list(settings_file_faults(ENV, has_secret=True, is_real=True))

    with another_user():
        of_root = told()  # root may read everything anyway
    os.chown(ENV, 1234, -1)
    with another_user():
        of_a_third = told()

    assert of_root == told() == []
    assert of_a_third == [f".env belongs to another user; run as root: chown {ANOTHER} .env"]


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o777, 0o711])
def test_an_open_folder_of_the_record_or_its_copies_is_refused(mode: int) -> None:
    written(f"{REAL}ECTRIAL_BACKUPS=other disk\n", 0o600)
    for folder in (Path("data"), Path("other disk")):
        folder.mkdir()
        folder.chmod(mode)

    with pytest.raises(StartError) as refused:
        prepare(ENV)

    told = "lies open to other users of this machine; run: chmod 700"
    own = "(or name a folder of its own)"
    assert refused.value.faults == (
        f"ECTRIAL_DATABASE: data/ectrial.db {told} data {own}",
        f"ECTRIAL_BACKUPS: other disk {told} 'other disk' {own}",
    )


@contextmanager
def sticky(folder: Path) -> Iterator[None]:
    folder.chmod(0o1777)
    yield


@contextmanager
def of_root(folder: Path) -> Iterator[None]:
    folder.parent.chmod(0o755)
    with another_user():
        yield


@contextmanager
def with_a_file_of_another(folder: Path) -> Iterator[None]:
    if os.geteuid():
        pytest.skip("only root can give a file away")
    (folder / "theirs").touch()
    os.chown(folder / "theirs", ANOTHER, -1)
    yield


@pytest.mark.parametrize("made", [sticky, of_root, with_a_file_of_another])
def test_a_folder_that_others_need_is_not_to_be_closed(
    made: Callable[[Path], AbstractContextManager[None]],
) -> None:
    folder = Path("shared")
    folder.mkdir(0o755)

    with made(folder):
        found = [*folder_faults(folder / "x.db", folder)]

    assert not any("chmod" in fault for fault in found)
    assert (
        "ECTRIAL_DATABASE: shared/x.db lies open to other users of this machine, in a folder that"
        " others need; name a folder of its own"
    ) in found


def test_folders_that_are_not_there_or_private_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir(0o700)

    assert not list(folder_faults(tmp_path / "private" / "x.db", tmp_path / "none"))


def test_practice_starts_in_an_open_folder() -> None:
    Path("data").mkdir(0o755)

    prepare(ENV).ledger.close()


@pytest.mark.parametrize("kind", ["fifo", "folder", "zero", "nowhere", "huge", "latin"])
def test_settings_that_are_no_text_file_are_told_in_one_line(kind: str) -> None:
    if kind == "fifo":
        os.mkfifo(ENV)
    elif kind == "folder":
        ENV.mkdir()
    elif kind in ("zero", "nowhere"):
        ENV.symlink_to(f"/dev/{kind}")
    elif kind == "huge":
        ENV.touch()
        os.truncate(ENV, 10**12)
    else:
        ENV.write_bytes(b"ECTRIAL_SITE=\xe9t\xe9\n")

    result = CliRunner().invoke(main, ["status"])

    assert result.exit_code == 2
    assert len(result.output.splitlines()) == 1
    assert result.output.startswith(".env ")
