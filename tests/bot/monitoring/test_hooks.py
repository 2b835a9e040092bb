"""Nothing that Python or a library prints by itself tells a token or an answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TOKEN = "1234567:CANARY_canary-canary-canary-canary_1"  # noqa: S105 - made up
ANSWER = "Canary Wei 6173"
BEGIN = f"""
import asyncio, atexit, faulthandler, gc, logging, os, sys, threading, warnings
import click
from bot.cli.main import main

WORDS = "bot{TOKEN} {ANSWER}"

def fails(*_):
    raise ValueError(WORDS)

class Broken:
    def __str__(self):
        raise ValueError(WORDS)
    def __del__(self):
        raise ValueError(WORDS)

@main.command("does")
def does():
"""
END = """
main(["does"])
"""
LOOP = """
    from bot.setup.event_loop import run
    async def main():
        {}
        for _ in range(5):
            await asyncio.sleep(0)
            gc.collect()
    run(main())
"""
# What each does, and what standard error must say of it
PATHS = {
    "warning": ("    warnings.warn(WORDS)", "Python warns: UserWarning at "),
    "warning of a resource": ("    os.fdopen(os.dup(0)); gc.collect()", ""),
    "thread": (
        "    t = threading.Thread(target=fails, name=WORDS, args=(WORDS,)); t.start(); t.join()",
        "a thread ended by an error of its own: ValueError at ",
    ),
    "destructor": ("    Broken()", "an error that could not be raised: ValueError at "),
    "end of the process": (
        "    atexit.register(fails, WORDS)",
        "an error that could not be raised: ValueError at ",
    ),
    "main thread": ("    fails()", "an error of its own: ValueError at "),
    "callback": (
        LOOP.format("asyncio.get_running_loop().call_soon(fails, WORDS)"),
        "an error in the event loop: ValueError at ",
    ),
    "task": (
        LOOP.format("asyncio.ensure_future(asyncio.to_thread(fails))"),
        "",
    ),
    "task that nobody awaits": (
        LOOP.format("asyncio.create_task(asyncio.wait_for(asyncio.to_thread(fails), 5))"),
        "",
    ),
    "future": (
        LOOP.format("asyncio.get_running_loop().create_future().set_exception(ValueError(WORDS))"),
        "Future exception was never retrieved: ValueError",
    ),
    "handler of the loop": (
        LOOP.format(
            "asyncio.get_running_loop().call_exception_handler("
            "{'message': WORDS, 'exception': ValueError(WORDS), 'source': WORDS})"
        ),
        "an error in the event loop: ValueError",
    ),
    "log line of too few words": (
        "    logging.getLogger('bot').error('%s %s', WORDS)",
        "a log line could not be written: TypeError at ",
    ),
    "log line of a broken object": (
        "    logging.getLogger('bot').error('%s', Broken())",
        "a log line could not be written: ValueError at ",
    ),
    "log line of a broken field": (
        "    logging.getLogger('bot').error('x', extra={'update_id': Broken()})",
        "",
    ),
    "traceback of a crash": ("    faulthandler.enable(); os.abort()", "Aborted"),
    "traceback of a library's log": (
        "    try: fails()\n    except ValueError: logging.getLogger('lib').exception('x')",
        "ValueError at ",
    ),
}


TOGETHER = ("warning", "thread", "destructor", "end of the process")


def told_by(body: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-W", "always", "-c", BEGIN + body + END],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )


def secrets_in(told: str) -> list[str]:
    return [word for word in ("CANARY", "Canary", "6173") if word in told]


@pytest.mark.long
def test_nothing_is_told_but_kind_and_place_of_each(no_settings: None) -> None:
    bodies, says = zip(*(PATHS[name] for name in TOGETHER), strict=True)

    done = told_by("\n".join(bodies))

    told = done.stdout + done.stderr
    assert [words for words in says if words not in told] == []
    assert secrets_in(told) == []


@pytest.mark.long
@pytest.mark.parametrize(("body", "says"), PATHS.values(), ids=PATHS)
def test_nothing_is_told_but_kind_and_place(no_settings: None, body: str, says: str) -> None:
    done = told_by(body)

    told = done.stdout + done.stderr
    assert says in told
    assert secrets_in(told) == []
    assert "SyntaxError" not in told


@pytest.mark.long
def test_slow_callback_is_not_told_with_its_words(
    no_settings: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONASYNCIODEBUG", "1")
    slow = "asyncio.get_running_loop().call_soon(lambda words: time.sleep(0.3), WORDS)"

    # uvloop tells less of a callback than the loop of asyncio
    done = told_by("    import time; sys.modules['uvloop'] = None" + LOOP.format(slow))

    assert done.returncode == 0
    assert "6173" not in done.stdout + done.stderr  # a long text is cut in its middle


@pytest.mark.long
def test_log_that_nobody_can_read_ends_no_command(no_settings: None) -> None:
    body = "    os.close(2); logging.getLogger('bot').error('x'); print('goes on')"

    done = told_by(body)

    assert (done.returncode, done.stdout) == (0, "goes on\n")
