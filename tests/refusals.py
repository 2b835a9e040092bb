"""Finds every sentence with which a start or a command refuses its work, in the code itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Where a start or a command is ended, and the errors whose words it then prints
PLACES = {
    "bot/setup": "Error",
    "bot/cli": "Error",
    "bot/control": "Error",
    "bot/app.py": "Error",
    "bot/telegram/proxies.py": "Error",
    "bot/serving": "CannotServeError",
    "bot/housekeeping": "CannotServeError",
    "ectrial/ledger": "Error",
    "ectrial/labs/usual_units.py": "Error",
    "ectrial/given_file.py": "Error",
}
# What a turn of the dialogue may not record
NOT_OF_A_START = "RefusedError"
# Sentences that stand in a table
TABLES = (
    *("PLAIN_WORDS", "REMEDIES", "BUSY", "MISSING", "AS_ITS_USER", "NO_ANSWER"),
    *("HELD", "TAKEN_AWAY", "LOG_TAKEN_AWAY", "NOT_THE_OPEN_ONE", "PUT_BACK", "START_AGAIN"),
    *("HEALTH_TAKEN", "CANNOT_LISTEN"),
)
# Functions whose every sentence is a part of a refusal
WAYS = ("way_back", "_way_back", "way_to_a_record", "refusal_beside_remains", "_newest_backup")
# A piece of a sentence of which nothing can be told apart
SHORTEST = 8


def refusals() -> Iterator[tuple[str, str]]:
    """Give each file with a piece of each sentence in it, without what is filled in."""
    for place, errors in PLACES.items():
        path = ROOT / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                for told in _told(node, errors):
                    for words in _words(told):
                        yield str(file.relative_to(ROOT)), words


def _told(node: ast.AST, errors: str) -> Iterator[ast.AST]:
    """Give what becomes a sentence: of an error, of a fault that is given, of an end."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=args):
            is_error = name.endswith(errors) and name != NOT_OF_A_START
            yield from args if is_error or name in ("end", "Break") else ()
        case ast.Call(func=ast.Attribute(value=ast.Name(id="faults"), attr="append"), args=args):
            yield from args
        case ast.Yield(value=ast.JoinedStr() | ast.Constant() as value):
            yield value
        case ast.YieldFrom(value=ast.GeneratorExp(elt=ast.JoinedStr() as value)):
            yield value
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in TABLES:
            yield value
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if name in TABLES:
            yield value
        case ast.FunctionDef(name=name, body=[_, *rest]) if name in WAYS:
            yield from rest


def _words(node: ast.AST) -> Iterator[str]:
    """Give the pieces of the texts in an expression, but not of what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from _without_gaps(node.value)
    elif not isinstance(node, ast.FormattedValue):
        for part in ast.iter_child_nodes(node):
            yield from _words(part)


def _without_gaps(text: str) -> Iterator[str]:
    for line in re.split(r"\n|\{\w*\}", text):
        words = line.strip(" :;,.()'\"")
        if len(words) >= SHORTEST and " " in words:
            yield words
