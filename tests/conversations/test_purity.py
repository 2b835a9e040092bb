import ast
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "conversations").rglob("*.py"))
LOADED = "import conversations.dialogue, json, sys; print(json.dumps(sorted(sys.modules)))"


def imports(nodes: list[ast.AST]) -> set[str]:
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def test_dialogue_loads_no_messenger_and_no_database() -> None:
    command = [sys.executable, "-c", LOADED]

    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own words

    barred = ["telegram", "sqlite_utils", "sqlcipher3", "sqlite3", "aiohttp", "httpx", "ssl"]
    assert [name for name in barred if f'"{name}"' in told.stdout] == []
    assert '"conversations.dialogue"' in told.stdout
    assert '"ectrial.ledger' not in told.stdout


def test_packages_on_disk_are_those_under_contract() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}

    assert packages == set(settings["tool"]["importlinter"]["root_packages"])


def test_dialogue_reads_no_files_clock_or_chance() -> None:
    assert MODULES
    assert {module.stem: impure for module in MODULES if (impure := reached(module))} == {}


def reached(module: Path) -> set[str]:
    """Name what a module reaches for beyond what it is given."""
    barred = {"pathlib", "os", "io", "shutil", "tempfile", "time", "random", "asyncio", "logging"}

    nodes = [*ast.walk(ast.parse(module.read_text("utf-8")))]

    called = {node.func for node in nodes if isinstance(node, ast.Call)}
    names = {function.id for function in called if isinstance(function, ast.Name)}
    methods = {function.attr for function in called if isinstance(function, ast.Attribute)}
    return {
        *(imports(nodes) & barred),
        *(names & {"open", "print", "input", "eval", "exec"}),
        *(methods & {"now", "today", "utcnow", "read_text", "write_text"}),
    }


def test_test_folders_shadow_no_package() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
