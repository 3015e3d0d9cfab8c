"""What the guide's page on security claims of the source and of what strangers may hand in."""

import ast
import re
import socket
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atsdesk.errors import DataError
from atsdesk.jobs import feeds
from atsdesk.sandbox.comeet.running import running
from atsdesk.ui import rich

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*(ROOT / "atsdesk").rglob("*.py"), *(ROOT / "packaging").glob("*.py"), ROOT / "main.py"])
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
RUNS_A_SHELL = {("os", "system"), ("os", "popen"), ("os", "startfile"), ("subprocess", "getoutput")}
RUNS_WHAT_IT_READS = {
    ("pickle", "load"),
    ("pickle", "loads"),
    ("marshal", "loads"),
    ("shelve", "open"),
    ("yaml", "load"),
}


def dangers(tree: ast.AST) -> Iterator[str]:
    """Calls that run a text as a program, or what they read."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in RUNS_TEXT:
            yield f"line {node.lineno}: {called.id}"
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            name = (called.value.id, called.attr)
            if name in RUNS_A_SHELL | RUNS_WHAT_IT_READS:
                yield f"line {node.lineno}: {'.'.join(name)}"
        for word in node.keywords:
            if word.arg == "shell" and not (
                isinstance(word.value, ast.Constant) and word.value.value is False
            ):
                yield f"line {node.lineno}: shell"


@pytest.mark.parametrize(
    "text", ["import os; os.system('x')", "subprocess.run('x', shell=True)", "eval(x)", "pickle.loads(x)"]
)
def test_the_search_for_shells_finds_them(text: str) -> None:
    assert list(dangers(ast.parse(text)))


def test_no_text_is_ever_run_as_a_program_or_by_a_shell() -> None:
    found = [
        f"{path.relative_to(ROOT)}, {danger}"
        for path in SOURCES
        for danger in dangers(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert len(SOURCES) > 200
    assert not found


# --- HTML of an ATS -------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    r"""
<script>alert(1)</script>
<style>p{background:url(http://e.example)}</style>
<img src=http://e.example/x>
<a href='java&Tab;script:alert(1)'>
<a href="JAVASCRIPT:alert(1)">
<a href='https://jobs.example.com'>
<a href='file:///etc/passwd'>
<a href=data:text/html;base64,PHNjcmlwdD4=>
<p onclick=x() style='color:red'>
<svg/onload=alert(1)>
<iframe src=//e.example>
<object data=x>
<link rel=stylesheet href=x>
<base href=//e>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<!--
-->
<![CDATA[
]]>
</p>
</a>
<
>
"
'
&lt;script&gt;
&#106;avascript:
""".splitlines()
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=14).map("".join))
@settings(max_examples=300, deadline=None)
def test_whatever_an_ats_writes_runs_nothing_and_loads_nothing(hostile: str) -> None:
    seen: list[tuple[str, list[tuple[str, str | None]]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.append((tag, attrs))

    made = rich.clean(hostile)
    Reader().feed(made)
    for tag, attributes in seen:
        assert tag in rich.TAGS
        for name, value in attributes:
            assert (tag, name) == ("a", "href")
            assert (value or "").startswith("https://")


# --- files and the sandbox ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "feed",
    [
        '<!DOCTYPE j [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><jobs><job>&b;</job></jobs>',
        '<!DOCTYPE j [<!ENTITY x SYSTEM "file:///etc/passwd">]><jobs><job>&x;</job></jobs>',
    ],
)
def test_a_feed_cannot_make_entities_of_its_own(feed: str) -> None:
    with pytest.raises(DataError):
        feeds.read(feed.encode())


def test_the_imitation_listens_on_this_computer_only_and_its_controls_want_a_token_of_its_own() -> None:
    with running(seed=7, candidates=5) as first, running(seed=7, candidates=5) as second:
        assert first.control_token != second.control_token
        assert len(first.control_token) >= 32
        host, _, port = first.base_url.removeprefix("http://").partition("/")[0].partition(":")
        assert host == "127.0.0.1"
        with socket.socket() as elsewhere:
            assert elsewhere.connect_ex(("127.0.0.2", int(port))) != 0


# --- the page itself ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "he"])
def test_every_claim_of_the_page_names_a_test_that_is_there(language: str) -> None:
    page = (ROOT / "resources" / "guide" / language / "security.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", page)
    assert len(named) > 15
    for path, name in named:
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{name}"
