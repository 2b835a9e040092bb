"""Plays every transcript again and writes down what it says now, for a person to read the diff.

`.venv/bin/python -m tests.write_transcripts`, or `make transcripts`; never in CI.
"""

from tests.conversations.places_and_acts import DOCUMENT, table
from tests.conversations.transcript import FOLDER, replay


def main() -> None:
    for path in sorted(FOLDER.glob("*.txt")):
        try:
            said = replay(path.read_text("utf-8"))
        except AssertionError as error:
            raise SystemExit(f"{path.name}: {error}") from None
        path.write_text(said, "utf-8")
    DOCUMENT.write_text(table(), "utf-8")


if __name__ == "__main__":
    main()
