import pytest
from telegram import Bot

from bot.sandbox.formatting import formatted
from bot.sandbox.html import parse_html
from bot.sandbox.refusal import Refusal
from tests.bot.sandbox.bot_side import COORDINATOR
from tests.phone import Phone
from tests.tables import of_each


def kinds(html: str) -> list[tuple[str, int, int]]:
    _, entities = parse_html(html)
    return [(each["type"], each["offset"], each["length"]) for each in entities]


@of_each(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
        ("B", "bold"),
    ],
)
def test_each_tag_becomes_its_entity(tag: str, kind: str) -> None:
    assert kinds(f"<{tag}>a</{tag}>") == [(kind, 0, 1)]


def test_offsets_are_counted_in_utf16() -> None:
    assert kinds("😀中<b>😀</b>") == [("bold", 3, 2)]


def test_nested_tags_stand_outer_first() -> None:
    assert kinds("<b>a<i>b</i></b>") == [("bold", 0, 2), ("italic", 1, 1)]


def test_quote_may_be_expandable() -> None:
    assert kinds("<blockquote expandable>a</blockquote>") == [("expandable_blockquote", 0, 1)]


def test_quotes_do_not_nest() -> None:
    html = "<blockquote>a<blockquote>b</blockquote></blockquote>"

    assert kinds(html) == [("blockquote", 0, 2)]


def test_code_shows_its_content_as_it_is() -> None:
    assert kinds("<code>a<b>b</b></code>") == [("code", 0, 2)]


def test_empty_tags_leave_nothing() -> None:
    assert kinds("<b></b>a") == []


def test_span_may_hide_text() -> None:
    assert kinds('<span class="tg-spoiler">a</span>') == [("spoiler", 0, 1)]


def test_code_block_knows_its_language() -> None:
    _, entities = parse_html('<pre><code class="language-python">a</code></pre>')

    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


@pytest.mark.parametrize(
    "attribute", ['href="https://a.example/?b=1&amp;c"', "href = 'https://a.example/?b=1&amp;c'"]
)
def test_link_keeps_its_address(attribute: str) -> None:
    _, entities = parse_html(f"<a {attribute}>a</a>")

    assert entities[0]["url"] == "https://a.example/?b=1&c"


def test_link_without_address_is_its_own_text() -> None:
    _, entities = parse_html("<a>https://a.example</a>")

    assert entities[0]["url"] == "https://a.example"


def test_unusable_link_is_dropped() -> None:
    assert kinds('<a href="nowhere">a</a>') == []


@of_each(
    ("html", "text"),
    [
        ("&lt;&gt;&amp;&quot;", '<>&"'),
        ("&#8804; &#x2265;", "≤ ≥"),
        ("&nbsp;&le;", "&nbsp;&le;"),
        ("&#0;&#9999999;", "&#0;&#9999999;"),
        ("A & B", "A & B"),
        ("a > b", "a > b"),
    ],
)
def test_only_four_names_and_numbers_are_decoded(html: str, text: str) -> None:
    assert parse_html(html) == (text, [])


@of_each(
    ("html", "reason"),
    [
        ("WBC < 4", 'Unsupported start tag "" at byte offset 4'),
        ("中<h1>a</h1>", 'Unsupported start tag "h1" at byte offset 3'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b ", 'Unclosed start tag "b" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<a href="x>a</a>', "Unclosed start tag at byte offset 0"),
        ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b>a</b x>", "Unclosed end tag at byte offset 4"),
        (
            "<b>a</i>",
            'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_html_at_fault_is_refused_in_telegrams_words(html: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(html)

    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_space_around_the_text_is_trimmed() -> None:
    text, entities = formatted("  a <b>b </b>\n ", "HTML")

    assert text == "a b"
    assert entities == [{"type": "bold", "offset": 2, "length": 1}]


def test_space_that_is_formatted_in_front_is_kept() -> None:
    text, _ = formatted(" <b> a</b>", "HTML")

    assert text == " a"


def test_control_characters_become_spaces() -> None:
    text, _ = formatted("a\tb\r\nc\x00d\u202ee")

    assert text == "a b\nc de"


def test_commands_and_addresses_are_found() -> None:
    _, entities = formatted("/help a/b https://a.example/x. <code>/no</code>", "HTML")

    assert [(each["type"], each["offset"], each["length"]) for each in entities] == [
        ("bot_command", 0, 5),
        ("url", 10, 19),
        ("code", 31, 3),
    ]


def test_phones_and_mails_are_found_once() -> None:
    _, entities = formatted("+86 20 8734 0000\nt@example.org https://a.example/?of=t@b.org 12+34")

    assert [(each["type"], each["offset"], each["length"]) for each in entities] == [
        ("phone_number", 0, 16),
        ("email", 17, 13),
        ("url", 31, 29),
    ]


def test_a_unit_after_a_superscript_is_no_command() -> None:
    _, entities = formatted("WBC 5.2 ×10⁹/L, Hb 92 g/L", "HTML")

    assert entities == []


async def test_real_client_reads_back_its_html(bot: Bot, started: Phone) -> None:
    html = "<b>WBC</b> ≥ 4.0\n<blockquote expandable>why &amp; how</blockquote>"

    message = await bot.send_message(COORDINATOR, html, parse_mode="HTML")

    assert message.text_html == html
    assert await started.text() == "WBC ≥ 4.0\nwhy & how"
