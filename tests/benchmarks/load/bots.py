"""How each bot of the comparison is started, and what it uses of the machine."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ectrial.ledger.creating import create

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
AIOGRAM = ROOT / ".venv-aiogram" / "bin" / "python"
TICKS = os.sysconf("SC_CLK_TCK")
TOKEN = "1234567:LOAD-not-a-secret-for-the-benchmark-only"  # noqa: S105 - it opens nothing
PROCESSORS = os.sched_getaffinity(0)


@dataclass(frozen=True)
class Contender:
    """One bot; `screens` if people walk through screenings with it, in `record` or a new one."""

    name: str
    command: tuple[str, ...]
    screens: bool = False
    record: Path | None = None


OURS = Contender("ectrial", (sys.executable, str(HERE / "our_bot.py")), screens=True)
PTB = Contender("python-telegram-bot", (sys.executable, str(HERE / "ptb_bot.py")))
AIOGRAM_BOT = Contender("aiogram + uvloop", (str(AIOGRAM), str(HERE / "aiogram_bot.py")))


def contenders() -> list[Contender]:
    """Give those that are installed."""
    return [OURS, PTB, *([AIOGRAM_BOT] if AIOGRAM.exists() else [])]


@contextmanager
def running(contender: Contender, url: str, admins: list[int]) -> Iterator["Process"]:
    """Run a bot on the last processor; a record of its own is on a real disk, and goes with it."""
    with TemporaryDirectory(prefix=".load-", dir=ROOT) as folder:
        record = contender.record or Path(folder) / "load.db"
        if contender.screens and not record.exists():
            create(record, "real")
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_API_URL": url,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "ECTRIAL_ADMIN_IDS": ",".join(map(str, admins)),
            "ECTRIAL_TIMEZONE": "UTC",
            "ECTRIAL_DATABASE": str(record),
        }
        with subprocess.Popen(  # noqa: S603 - our own commands
            contender.command,
            env=environment,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        ) as process:
            try:
                os.sched_setaffinity(process.pid, {max(PROCESSORS)})
                yield Process(process.pid)
            finally:
                process.kill()


@dataclass(frozen=True)
class Process:
    """What a running bot uses."""

    pid: int

    @property
    def seconds_of_processor(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    @property
    def megabytes(self) -> float:
        """The most memory it has held."""
        lines = Path(f"/proc/{self.pid}/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
