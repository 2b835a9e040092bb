"""`ectrial check`, and the trial of a file for the commands that judge."""

import json
import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from bot.cli.main import main
from tests.ectrial.toy import TOY


def call(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def trial(folder: Path) -> Path:
    shutil.copytree(TOY / "items", folder / "items")
    (folder / "protocols").mkdir()
    return Path(shutil.copy(TOY / "sleep.yaml", folder / "protocols"))


def test_check_ends_with_one_if_there_is_a_fault(tmp_path: Path) -> None:
    file = trial(tmp_path)

    good = call("check", str(file))
    file.write_text(file.read_text("utf-8").replace("is: snores", "is: snors"), "utf-8")
    bad = call("check", str(file))

    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert "usable: SLEEP-1 version 7\n0 faults, 0 warnings" in good.output
    assert "did you mean snores?" in bad.output
    assert call("check", str(tmp_path / "none.yaml")).exit_code == 2


def test_commands_judge_by_the_protocol_of_a_file(tmp_path: Path) -> None:
    file = trial(tmp_path)
    subject = tmp_path / "subject.json"
    subject.write_text(json.dumps({"id": "1", "facts": {"snores": "yes"}}), "utf-8")

    verdict = call("assess", "--protocol", str(file), str(subject))
    labs = call("labs", "--protocol", str(file), "--item", "sleep", "7.5 h")

    assert json.loads(verdict.output)["trial"] == "SLEEP-1"
    assert json.loads(labs.output)["item"] == "sleep"


def test_labs_of_another_trial_are_not_read(tmp_path: Path) -> None:
    (reading,) = map(
        json.loads, call("labs", "--protocol", str(trial(tmp_path)), "WBC 5.2").output.splitlines()
    )

    assert (reading["item"], reading["status"]) == (None, "unread")
