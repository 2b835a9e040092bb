"""What every command gives up at its start: core dumps, and files that others may read."""

import ctypes
import os
import resource
import sys

PRIVATE = 0o077
# linux/prctl.h
PR_SET_DUMPABLE = 4


def keep_to_ourselves() -> None:
    """Leave no copy of this process's memory, which holds the token and the key, and no open file.

    A limit of 0 stops a core file, but not a core that the kernel hands to a program such as
    systemd-coredump; a process that is not dumpable gives neither, and no other process of the
    same user can look into its memory. Programs that it starts are dumpable again.
    """
    os.umask(PRIVATE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux":
        # without this call, as under some seccomp filters, the limit is what remains
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
