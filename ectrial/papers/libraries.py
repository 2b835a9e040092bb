"""How the libraries are had that only some papers need, said wherever one is missing."""

INSTALL = "pip install --require-hashes -r requirements-papers.lock"


def needs_a_library(what: str) -> str:
    """Say to the operator that something needs a library more, and how it is installed."""
    return f"{what} needs a library more: .venv/bin/{INSTALL}"
