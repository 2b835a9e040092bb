"""Starts bots, one for each line on its standard input, each forked so that it starts at once.

A line is the order for one bot: what is to be in its environment, how it is to be wrong, and the
words of another command if it is to be none. The number of its process is said, and how it ended.
"""

import asyncio
import gc
import json
import os
import sys
from functools import partial
from io import StringIO
from itertools import count

from bot.app import run
from bot.cli.main import main as ectrial
from bot.monitoring.logs import set_up
from bot.setup.settings import read_settings
from bot.setup.start import Prepared, load_trials, open_ledger
from bot.telegram.retries import RetryPolicy
from ectrial.labs.reader import reader_of
from ectrial.trial.versions import Trials
from tests.crash.mutants import MUTANTS
from tests.crash.wrong_records import WRONG_RECORDS

WRONG = {**MUTANTS, **WRONG_RECORDS}
QUICK_RETRIES = RetryPolicy(first=0.05, longest=0.2, shutdown=5)


# A second from each look at the clock to the next: here nobody taps too soon
unhurried = partial(next, count(0.0, 1.0))


def serve(trials: Trials) -> int:
    """Be the bot, as `ectrial run` is, but for the reading of the trials and the waits."""
    settings = read_settings()
    set_up(settings.token)
    with open_ledger(settings) as ledger:
        asyncio.run(run(Prepared(settings, trials, ledger, monotonic=unhurried), QUICK_RETRIES))
    return 0


def command(words: list[str]) -> int:
    """Be any command; gives its exit code."""
    try:
        ectrial(words)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def main() -> None:
    trials = load_trials(None)
    # each bot makes its own; what its patterns are compiled to is found in the memory it is given
    reader_of(trials.default.vocabulary)
    # else a bot that looks for garbage would first copy all that it has from here
    gc.freeze()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            order = json.loads(line)
            os.environ.update(order["environment"])
            # what a command asks for, in the place of the orders
            sys.stdin = StringIO(order["typed"])
            for name in order["mutants"]:
                WRONG[name]()
            os._exit(command(order["words"]) if order["words"] else serve(trials))
        print(child, flush=True)
        ended = os.waitpid(child, 0)[1]
        # behind a question that was not answered
        print(f"\n{ended}", flush=True)


if __name__ == "__main__":
    main()
