"""What the documents say is so."""

import re
import tomllib
from pathlib import Path

import click
import yaml

from bot.cli.main import main
from bot.monitoring.metrics import Metrics
from bot.telegram.menu import COMMANDS
from tests.tables import of_each

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
# the maps of some other packages leave files out
PACKAGES = sorted(path.parent for path in (ROOT / "bot").rglob("__init__.py"))
CI = (ROOT / ".ci/run").read_text("utf-8")
INDEX = re.compile(r"https?://\S+/(simple|packages)\b|--(extra-)?index-url")


def test_the_readme_names_every_command_of_the_bot() -> None:
    missing = [name for name in COMMANDS if f"/{name}" not in README]

    assert missing == []


def test_the_readme_names_every_command_of_the_command_line() -> None:
    assert isinstance(main, click.Group)

    missing = [name for name in main.commands if f"ectrial {name}" not in README]

    assert missing == []


def test_every_document_that_is_linked_exists() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]

    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []


def test_the_page_for_the_privacy_office_says_the_same_in_both_languages() -> None:
    pages = [(ROOT / "docs" / name).read_text("utf-8") for name in ("privacy.md", "privacy.zh.md")]
    shapes = [re.findall(r"^(#+|\||-|\d\.) ", page, re.MULTILINE) for page in pages]
    # a setting, a command and the number of a law stand in both
    named = [set(re.findall(r"`[^`]+`|\d+(?: CFR)? [\d.]+\(?b?\)?", page)) for page in pages]

    assert shapes[0] == shapes[1]
    assert named[0] == named[1]


def test_no_file_names_a_package_registry() -> None:
    named = [
        path.name
        for path in [
            *ROOT.glob("*.lock"),
            *ROOT.glob("tests/**/*.lock"),
            *ROOT.glob("*.json"),
            ROOT / "Makefile",
            ROOT / "pyproject.toml",
            *ROOT.glob("*.md"),
        ]
        if INDEX.search(path.read_text("utf-8"))
    ]

    assert named == []


def test_every_make_target_of_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    documents = README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")

    named = set(re.findall(r"(?:`|^ +)make ([a-z-]+)", documents, re.MULTILINE))

    assert named - targets == set()


def test_the_checks_before_a_commit_are_those_of_ci() -> None:
    checks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    hooks = [hook["entry"] for repository in checks["repos"] for hook in repository["hooks"]]

    assert [repository["repo"] for repository in checks["repos"]] == ["local"]
    assert f"make {' '.join(entry.removeprefix('make ') for entry in hooks)}\n" in CI


def test_the_version_has_its_section_in_the_changelog() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    sections = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    # the section of the next version may have been begun
    assert project["version"] in sections[:2]


def test_every_figure_of_the_alert_rules_is_counted() -> None:
    named = set(re.findall(r"\bectrial_\w+", (ROOT / "docs/operations.md").read_text("utf-8")))
    counted = {sample.name for family in Metrics().registry.collect() for sample in family.samples}

    assert named
    assert named - counted == set()


@of_each("package", PACKAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_map_of_a_package_names_each_of_its_files(package: Path) -> None:
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    folders = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    named = set(re.findall(r"`(\w+/?)`", (package / "__init__.py").read_text("utf-8")))

    assert (modules | folders) - named == set()


def test_the_glossary_is_in_the_order_of_the_alphabet() -> None:
    words = re.findall(
        r"^\| (.+?) \|", (ROOT / "docs/glossary.md").read_text("utf-8"), re.MULTILINE
    )

    assert words[1:] == sorted(set(words[1:]))
