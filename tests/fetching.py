"""Fetches judges that are not ours: where that cannot be, a test is skipped, on CI it fails."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

SECONDS_TO_FETCH = 300


def give_up(why: str) -> NoReturn:
    """Skip the test; on CI, which has all that it needs, fail it."""
    if "CI" in os.environ:
        pytest.fail(why)
    pytest.skip(why)


def fetched_wheel(package: str, sha256: str, folder: Path) -> Path:
    """Fetch a wheel of that hash into a folder; nothing of it is installed, and nothing runs."""
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{package} --hash=sha256:{sha256}\n", "utf-8")
    done = subprocess.run(  # noqa: S603 - a package that is named in a test
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--only-binary", ":all:", "--ignore-requires-python"),
            *("--require-hashes", "--requirement", str(wanted), "--dest", str(folder)),
        ],
        capture_output=True,
        text=True,
        timeout=SECONDS_TO_FETCH,
        check=False,
    )
    assert "HASH" not in done.stderr, done.stderr
    if done.returncode:
        give_up(f"needs the network: {done.stderr[-300:]}")
    (found,) = folder.glob("*.whl")
    return found
