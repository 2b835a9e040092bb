"""What every command gives up at its start: core dumps, and files that others may read."""

import os
import resource
import sys

PRIVATE = 0o077
# Linux: too little for a file, and the one limit at which it also hands no core to a program such
# as systemd-coredump; at 0 it does. To be not dumpable would do as well, but would close
# /proc/PID/fd, from which a record is rescued whose file was removed (docs/operations.md).
NO_CORE = 1 if sys.platform == "linux" else 0


def keep_to_ourselves() -> None:
    """Leave no copy of this process's memory, which holds token and key, and no open file."""
    os.umask(PRIVATE)
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    allowed = NO_CORE if most == resource.RLIM_INFINITY else min(NO_CORE, most)
    resource.setrlimit(resource.RLIMIT_CORE, (allowed, most))
