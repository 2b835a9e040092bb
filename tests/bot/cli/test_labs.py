"""`ectrial labs`: one text, or many of a file."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from bot.cli.main import main


def call(*words: str) -> Result:
    return CliRunner().invoke(main, ["labs", *words])


def printed(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.output.splitlines()]


def test_a_text_may_begin_with_a_dash() -> None:
    for words in (("-WBC 5.2",), ("--", "-WBC 5.2"), ("--", "--WBC 5.2")):
        (reading,) = printed(call(*words))

        assert (reading["item"], reading["value"]) == ("wbc", "5.2")


def test_plain_texts_of_a_file_stand_between_blank_lines(tmp_path: Path) -> None:
    file = tmp_path / "texts.txt"
    file.write_text("WBC 5.2\nHb 112 g/L\n\n\n- ALT 30/50\n", "utf-8")

    readings = printed(call("--file", str(file)))

    assert [(each["number"], each["item"]) for each in readings] == [
        (1, "wbc"),
        (1, "hemoglobin"),
        (2, "alt"),
        (2, "alt_uln"),
    ]


def test_texts_of_a_file_may_name_their_cards(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text('{"text": "5.2", "item": "wbc"}\n\n{"text": "(-)"}\n', "utf-8")

    readings = printed(call("--item", "hbsag", "--file", str(file)))

    assert [(each["item"], each["value"]) for each in readings] == [
        ("wbc", "5.2"),
        ("hbsag", "negative"),
    ]


def test_a_line_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text('{"text": "WBC 5.2"}\n{"typed": "WBC 5.2"}\n', "utf-8")

    result = call("--file", str(file))

    assert result.exit_code
    assert "line 2" in result.output


def test_a_field_that_is_not_known_is_named(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text('{ "text": "5.2", "itm": "wbc"}\n', "utf-8")

    assert "line 1: itm" in call("--file", str(file)).output


def test_text_or_file_is_needed_and_not_both(tmp_path: Path) -> None:
    file = tmp_path / "texts.txt"
    file.write_text("WBC 5.2", "utf-8")

    assert call().exit_code
    assert call("--file", str(file), "WBC 5.2").exit_code
    assert "unknown item" in call("--item", "nothing", "WBC 5.2").output
