"""The licence of each distribution, as an SPDX expression, and those that we allow.

`make licences` prints them. What a distribution says of itself is often a free text; the names of
SPDX for these texts, and for what only stands in a file of it, are written down here.
"""

import re
from importlib.metadata import metadata

from tests.supply.locked import pins

# Of what everybody installs. Copyleft only where it ends at the library, which we use as it comes.
ALLOWED = frozenset(
    {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "PSF-2.0", "Zlib"}
    | {"LicenseRef-Public-Domain", "LGPL-3.0-only", "MPL-2.0"}
)
# Of the tools of developers, too, none of which is handed on
ALLOWED_TOOLS = ALLOWED | {"GPL-2.0-only"}

# Read in the distribution's own licence file
BY_FILE = {
    "axe-playwright-python": "MIT",
    "cerberus": "ISC",
    "click-default-group": "LicenseRef-Public-Domain",
    "grimp": "BSD-2-Clause",
    "import-linter": "BSD-2-Clause",
    "nodeenv": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "resvg-py": "MIT",
    "sqlcipher3": "Zlib",
    "uvloop": "MIT OR Apache-2.0",
}
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
WRITTEN = {"Apache 2.0": "Apache-2.0", "Apache License, Version 2.0": "Apache-2.0"}


def licence_of(name: str) -> str:
    """Give the SPDX expression of an installed distribution; empty if it tells none."""
    told = metadata(name)
    # A header that is missing is None in Python 3.11, a warning in 3.13: all of a name are a list
    expression = next(iter(told.get_all("License-Expression") or ()), BY_FILE.get(name))
    written = next(iter(told.get_all("License") or ()), "").strip()
    if expression or re.fullmatch(r"[\w.+-]+", written):
        return str(expression or written)
    classified = [each.rpartition(" :: ")[2] for each in told.get_all("Classifier") or ()]
    named = [CLASSIFIERS[each] for each in classified if each in CLASSIFIERS]
    return WRITTEN.get(written) or " OR ".join(named)


def is_allowed(expression: str, allowed: frozenset[str]) -> bool:
    """Whether every licence of an expression is allowed, also where one of them would do.

    >>> is_allowed("MPL-2.0 AND (Apache-2.0 OR MIT)", ALLOWED)
    True
    >>> is_allowed("MIT AND GPL-3.0-only", ALLOWED), is_allowed("", ALLOWED)
    (False, False)
    """
    named = set(re.findall(r"[\w.+-]+", expression)) - {"AND", "OR"}
    return bool(named) and named <= allowed


def main() -> None:
    """Print the licence of each distribution that users and developers install."""
    users = {pin.name for pin in pins("requirements.lock")}
    for pin in pins("requirements-dev.lock"):
        whose = "users" if pin.name in users else "developers"
        print(f"{pin.name:26} {licence_of(pin.name):34} {whose}")


if __name__ == "__main__":
    main()
