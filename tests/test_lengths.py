"""No file of the product is so long that it has more than one reason to exist."""

from tests.catalogue import PACKAGES, ROOT

LONGEST = 250


def test_no_file_is_too_long() -> None:
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in files}

    assert len(files) > 300
    assert [str(path) for path, length in lengths.items() if length > LONGEST] == []
