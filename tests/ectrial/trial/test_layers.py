"""A protocol file that extends another or includes shared parts says only what differs."""

from pathlib import Path

import pytest

from ectrial.trial.given_trials import load_given
from ectrial.trial.named_files import files_of, fingerprint_of
from ectrial.trial.protocol import Protocol
from ectrial.trial.protocol_file import load_protocol
from ectrial.trial.versions import PROTOCOLS, shipped
from ectrial.yaml_file import SourceError
from tests.ectrial.toy import ITEMS, SLEEP, TOY
from tests.tables import of_each

REST = """\
language: 3
id: REST-1
version: "1"
extends: sleep.yaml
without: [EXCL02]
rename: {INCL02A: INCL03A}
study: {title: {en: "Rest at Work", zh: "工作与休息"}}
criteria:
  - id: INCL01
    category: inclusion
    title: {en: "Sleeps more than 6 hours", zh: "睡眠超过6小时"}
    verbatim: "Sleeps more than 6 hours"
    rule: {above: {item: sleep, limit: 6, unit: h}}
  - id: INCL02
    category: inclusion
    title: {en: "Snores", zh: "打鼾"}
    verbatim: "Snores"
    rule: {is: snores}
questions:
  - id: snores
    criterion: INCL02
    items: [snores]
    asks: {en: "Snores?", zh: "打鼾？"}
"""


def write(folder: Path, text: str = REST, name: str = "rest.yaml") -> Path:
    base = (TOY / "sleep.yaml").read_text("utf-8")
    (folder / "sleep.yaml").write_text(base.replace("          - given: noises\n", ""), "utf-8")
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def load(folder: Path, text: str = REST) -> Protocol:
    return load_protocol(write(folder, text), ITEMS)


def told(folder: Path, *changes: tuple[str, str]) -> list[str]:
    text = REST
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    with pytest.raises(SourceError) as refused:
        load(folder, text)
    return [str(fault) for fault in refused.value.faults]


def test_an_extending_file_replaces_adds_renames_and_leaves_out(tmp_path: Path) -> None:
    protocol = load(tmp_path)

    assert [each.id for each in protocol.criteria] == ["INCL01", "INCL02", "INCL03A", "EXCL01"]
    assert protocol.criteria[2].rule == SLEEP.criteria[1].rule
    assert protocol.criteria[0].title.en == "Sleeps more than 6 hours"
    assert [(each.id, each.criterion) for each in protocol.questions] == [
        ("sleep", "INCL01"),
        ("snores", "INCL02"),
        ("calm", "INCL03A"),
        ("marker", "INCL03A"),
        ("shift", "EXCL01"),
        ("naps", "EXCL01"),
        ("bed", None),
    ]
    assert (protocol.study.title.en, protocol.study.phase.en) == ("Rest at Work", "Phase 0")
    assert not {"extends", "without", "rename"} & protocol.written.keys()


def test_included_files_hold_parts_that_several_trials_share(tmp_path: Path) -> None:
    shared, rest = REST[REST.index("criteria:") :], REST[: REST.index("criteria:")]
    (tmp_path / "shared.yaml").write_text(shared, "utf-8")

    protocol = load(tmp_path, f"{rest}include: [shared.yaml]\n")

    assert protocol.criteria == load(tmp_path).criteria
    assert protocol.questions == load(tmp_path).questions


def test_a_question_of_no_criterion_stays_behind_the_one_it_follows(tmp_path: Path) -> None:
    naps = '  - {id: bedtime, role: fact, items: [bed], asks: {en: "Bed?", zh: "床？"}}\n'
    text = REST.replace("without: [EXCL02]", "without: [EXCL02, bed, stratification]")

    protocol = load(tmp_path, f"{text}{naps}")

    assert [each.id for each in protocol.questions][1:4] == ["snores", "bedtime", "calm"]


def test_the_file_says_under_which_criterion_an_included_question_stands(tmp_path: Path) -> None:
    (tmp_path / "shared.yaml").write_text(
        REST[REST.index("questions:") :].replace("criterion: INCL02", "criterion: SNORING"),
        "utf-8",
    )
    own = REST[: REST.index("questions:")] + "include: [shared.yaml]\n"
    named = own.replace("rename: {", "rename: {SNORING: INCL02, ")

    assert load(tmp_path, named).questions == load(tmp_path).questions
    with pytest.raises(SourceError) as refused:
        load(tmp_path, own)
    assert "unknown criterion 'SNORING'" in str(refused.value.faults[0])


def test_a_released_version_is_extended_by_its_name_with_its_items(tmp_path: Path) -> None:
    folder = tmp_path / "protocols"
    folder.mkdir()
    file = folder / "mine.yaml"
    own = 'language: 3\nid: MINE\nversion: "1"\nextends: EC-CRT-003@1\nwithout: [EXCL12, R02]\n'
    file.write_text(own, "utf-8")

    protocol = load_given(file)

    base = shipped().versions("EC-CRT-003")[0]
    assert [path.parent for path in files_of(file)[1:]] == [PROTOCOLS / base.folder]
    assert "EXCL12" not in protocol.criterion_by_id
    assert not [each for each in protocol.questions if each.criterion == "EXCL12"]
    assert len(protocol.criteria) == 23


def test_the_fingerprint_covers_every_file_and_that_of_a_plain_file_stays(tmp_path: Path) -> None:
    plain = shipped().versions("EC-CRT-003")[0]
    assert fingerprint_of(PROTOCOLS / plain.folder / "protocol.yaml") == plain.fingerprint
    file = write(tmp_path)
    before = load_protocol(file, ITEMS).fingerprint

    base = tmp_path / "sleep.yaml"
    base.write_text(base.read_text("utf-8") + "# a comment\n", "utf-8")

    assert load_protocol(file, ITEMS).fingerprint != before


def test_a_fault_of_an_inherited_part_names_its_own_file_and_line(tmp_path: Path) -> None:
    file = write(tmp_path)
    base = tmp_path / "sleep.yaml"
    text = base.read_text("utf-8").replace("low: 3, high: 8", "low: 9, high: 8")
    base.write_text(text, "utf-8")
    line = text[: text.index("low: 9")].count("\n") + 1

    with pytest.raises(SourceError) as refused:
        load_protocol(file, ITEMS)

    (fault,) = refused.value.faults
    assert fault.line == line
    assert fault.file.endswith("/sleep.yaml")
    assert fault.subject == "INCL02A"


@of_each(
    ("change", "says"),
    [
        (("language: 3", "language: 2"), "rest.yaml:4: extends: 'extends' and 'include' need"),
        (('version: "1"\n', ""), "'version: …' is missing: it is not that of the other trial"),
        (("sleep.yaml", "slep.yaml"), "rest.yaml:4: extends: there is no file"),
        (("sleep.yaml", "/etc/passwd"), "is no file beside this one"),
        (("sleep.yaml", "EC-CRT-003@9"), "unknown version 'EC-CRT-003@9': did you mean"),
        (("sleep.yaml", "rest.yaml"), "it extends itself: rest.yaml → rest.yaml"),
        (("[EXCL02]", "[EXCL22]"), "rest.yaml:5: without.0: unknown part 'EXCL22'"),
        (("[EXCL02]", "EXCL02"), "write a list of names: without: [a, b]"),
        (("{INCL02A: INCL03A}", "{INCL2A: INCL03A}"), "unknown part 'INCL2A': did you mean"),
        (("INCL02A: INCL03A", "INCL02A: INCL01"), "'INCL01' stands twice"),
        (("limit: 6", "limit: 66"), "rest.yaml:13: INCL01: criteria.rule: 66 h is above"),
        (("without: [EXCL02]", "without: [shift]"), "no question asks 'shift'"),
    ],
)
def test_a_mistake_is_told_where_it_was_written(
    tmp_path: Path, change: tuple[str, str], says: str
) -> None:
    faults = told(tmp_path, change)

    assert [fault for fault in faults if says in fault], faults


def test_files_that_extend_each_other_in_a_ring_are_refused(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(REST.replace("sleep.yaml", "rest.yaml"), "utf-8")

    (fault,) = told(tmp_path, ("sleep.yaml", "other.yaml"))

    assert "it extends itself: rest.yaml → other.yaml → rest.yaml" in fault
    assert len(files_of(tmp_path / "rest.yaml")) == 2


def test_an_included_file_is_no_whole_trial(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, ("without:", "include: [sleep.yaml]\nwithout:"))

    assert fault.startswith("sleep.yaml:3: id: 'id' may not stand in a file that is included")
