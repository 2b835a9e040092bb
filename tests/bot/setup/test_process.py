"""No core dump of the bot: its memory holds the token and the key."""

import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from bot.setup.process import NO_CORE

ROOT = Path(__file__).parents[3]
# What a command finds that starts after ours has begun, in the same process
SCRIPT = """
import os, resource, click
from bot.cli.main import main

@main.command("looks")
def looks():
    os.open("made", os.O_CREAT, 0o666)
    print(resource.getrlimit(resource.RLIMIT_CORE)[0], os.access("/proc/self/fd", os.R_OK))

main(["looks"])
"""


def allow_core_files() -> None:
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


@pytest.mark.long
def test_no_command_leaves_its_memory_or_an_open_file(no_settings: None) -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
        preexec_fn=allow_core_files,
    )

    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    limit, can_be_rescued = done.stdout.split()
    assert int(limit) == (NO_CORE if most else 0)
    assert can_be_rescued == str(sys.platform == "linux")
    assert Path("made").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("line", ["LimitCORE=0", "UMask=0077"])
def test_the_unit_of_the_documents_says_so_too(line: str) -> None:
    page = (ROOT / "docs/operations.md").read_text("utf-8")

    assert re.search(rf"^{line}$", page, re.MULTILINE)
