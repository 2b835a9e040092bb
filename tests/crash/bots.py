"""Starts bots, one for each line on its standard input, each forked so that it starts at once.

It says the number of each process, and on the next line of input waits until that one has died.
"""

import asyncio
import os
import sys

from bot.app import run
from bot.monitoring.logs import set_up
from bot.setup.settings import read_settings
from bot.setup.start import Prepared, load_trials, open_ledger
from bot.telegram.retries import RetryPolicy
from ectrial.trial.versions import Trials
from tests.crash.mutants import MUTANTS

QUICK_RETRIES = RetryPolicy(first=0.05, longest=0.2, shutdown=5)


def serve(trials: Trials) -> None:
    """Be the bot, as `ectrial run` is, but for the reading of the trials and the waits."""
    settings = read_settings()
    set_up(settings.token)
    with open_ledger(settings) as ledger:
        asyncio.run(run(Prepared(settings, trials, ledger), QUICK_RETRIES))


def main() -> None:
    for name in sys.argv[1:]:
        MUTANTS[name]()
    trials = load_trials()
    while sys.stdin.readline():
        child = os.fork()
        if not child:
            serve(trials)
            os._exit(0)
        print(child, flush=True)
        sys.stdin.readline()
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    main()
