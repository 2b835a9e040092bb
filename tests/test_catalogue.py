"""Every sentence a person sees exists in both languages, with the same values in it."""

import ast
import re

from tests.catalogue import PACKAGES, ROOT, TEMPLATE, WORDING, collected, read, untranslated

LANGUAGES = ["zh"]
CHINESE = re.compile("[一-鿿]")


def placeholders(sentence: str) -> list[str]:
    return sorted(re.findall(r"{(\w+)}", sentence))


def test_the_template_holds_every_sentence_of_the_code() -> None:
    in_code = {message.id for message in collected() if message.id}

    in_template = {message.id for message in read(TEMPLATE) if message.id}

    assert in_code == in_template
    assert len(in_code) > 100


def test_every_sentence_is_translated() -> None:
    for language in LANGUAGES:
        catalogue = read(WORDING / f"{language}.po")

        missing = [message.id for message in untranslated(catalogue)]

        assert missing == []
        assert {m.id for m in catalogue if m.id} == {m.id for m in read(TEMPLATE) if m.id}


def test_translations_keep_their_values() -> None:
    for language in LANGUAGES:
        for message in read(WORDING / f"{language}.po"):
            translated = str(message.string)

            assert placeholders(str(message.id)) == placeholders(translated), message.id


def test_chinese_sentences_use_full_width_punctuation() -> None:
    half_width = re.compile(r"[一-鿿][,;:!?]")

    for message in read(WORDING / "zh.po"):
        assert not half_width.search(str(message.string)), message.string


def test_sentences_are_said_where_the_catalogue_finds_them() -> None:
    spoken_past_it = re.compile(r"speech\([^)]*\)\(|f[\"'][^\"']*{[^}]*\bsay\([\"']")
    sources = [path for name in PACKAGES for path in (ROOT / name).rglob("*.py")]

    hidden = [path.name for path in sources if spoken_past_it.search(path.read_text("utf-8"))]

    assert hidden == []


def test_no_paper_has_chinese_words_of_its_own() -> None:
    folders = (ROOT / "ectrial" / "papers", ROOT / "bot" / "papers")
    sources = [path for folder in folders for path in folder.rglob("*.py")]

    own = [
        each.name for each in sources if CHINESE.search("".join(_texts(each.read_text("utf-8"))))
    ]

    assert own == []


def _texts(source: str) -> list[str]:
    """Give the texts of a file, without what describes its parts."""
    tree = ast.parse(source)
    described = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    return [
        each.value
        for each in ast.walk(tree)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
        if id(each) not in described
    ]
