"""The guide: nothing it says of the program is false, and the Help shows it in both languages."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atsdesk.cli.main import atsdesk
from atsdesk.desk import Desk
from atsdesk.ui import guide, help_window
from atsdesk.ui.guide import FOLDER
from atsdesk.ui.help_window import NAME, HelpWindow
from atsdesk.ui.language import HEBREW, Language
from atsdesk.ui.window import Window
from tests.ui.guide_pages import pages
from tests.ui.translations import translations

LANGUAGES = ("en", "he")
LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
COMMAND = re.compile(r"`(atsdesk [^`]+)`")
PAGES = sorted(path.relative_to(FOLDER) for path in FOLDER.glob("*/*.md"))


def plain(text: str) -> str:
    """A text as a person reads it on a button or in a menu."""
    return " ".join(text.partition("\t")[0].replace("&", "").split())


@pytest.fixture(scope="module")
def texts() -> dict[str, set[str]]:
    """All that the window can say, by language."""
    said: dict[str, set[str]] = {"en": set(), "he": set()}
    for message in translations.messages(translations.WHOLE):
        said["en"].add(plain(message.text.source))
        said["he"] |= {plain(form) for form in message.translations}
    return said


def test_every_page_is_there_in_both_languages_and_in_the_contents() -> None:
    names = {language: {path.name for path in (FOLDER / language).glob("*.md")} for language in LANGUAGES}
    assert names["en"] == names["he"]
    for language in LANGUAGES:
        listed = [page.name for section in guide.read(language) for page in section.pages]
        assert len(listed) == len(set(listed))
        assert {f"{name}.md" for name in listed} == names[language] - {guide.CONTENTS}
        assert not any("�" in page.text for section in guide.read(language) for page in section.pages)


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_every_link_leads_somewhere_and_every_picture_is_there(path: Path) -> None:
    page = (FOLDER / path).read_text(encoding="utf-8")
    for _, target in LINK.findall(page):
        assert target.startswith("https://") or (FOLDER / path.parent / target).exists(), target


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_what_is_bold_is_a_text_of_the_window(path: Path, texts: dict[str, set[str]]) -> None:
    page = (FOLDER / path).read_text(encoding="utf-8")
    known = texts[path.parent.name]
    unknown = [
        bold for bold in BOLD.findall(page) if plain(bold) not in known and f"{plain(bold)}." not in known
    ]
    assert not unknown


def commands(page: str) -> Iterator[str]:
    yield from (one for one in COMMAND.findall(page) if "…" not in one)


@pytest.mark.parametrize("path", [path for path in PAGES if path.name != "commands.md"], ids=str)
def test_every_command_is_one(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("draft.json", "cv.pdf", "people.xlsx", "list.txt", "own.xlsx", "interviews.csv"):
        (tmp_path / name).touch()
    for words in commands((FOLDER / path).read_text(encoding="utf-8")):
        understood(atsdesk, shlex.split(words)[1:], words)


def understood(command: click.Command, words: list[str], whole: str) -> None:
    """Let click read the words as it does before a command runs."""
    name: str | None = "atsdesk"
    context: click.Context | None = None
    while True:
        try:
            context = command.make_context(name, list(words), parent=context)
        except click.exceptions.Exit:
            return  # --help
        except click.UsageError as error:
            pytest.fail(f"{whole}: {error.format_message()}")
        rest = [*context._protected_args, *context.args]
        if not isinstance(command, click.Group) or not rest:
            context.close()
            return
        name, inner, words = command.resolve_command(context, rest)
        assert inner is not None, whole
        command = inner


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_the_command_is_what_the_command_says(language: str) -> None:
    made = (FOLDER / language / "commands.md").read_text(encoding="utf-8")
    assert made == pages.page(language), "run: python packaging/guide.py"


# --- the Help -------------------------------------------------------------------------------------------------


@pytest.fixture
def help_of(desk: Desk, show: Callable[[Desk], Window]) -> HelpWindow:
    return show(desk).open_help("jobs")


def test_it_opens_at_the_page_of_the_tab_and_goes_back_and_forward(help_of: HelpWindow, qtbot: QtBot) -> None:
    assert help_of.name == "jobs"
    help_of.page.anchorClicked.emit(QUrl("submit.md"))
    assert help_of.name == "submit"
    help_of.go_back()
    assert help_of.name == "jobs"
    help_of.go_forward()
    assert help_of.name == "submit"
    help_of.open_page("no-such-page")
    assert help_of.name == guide.FIRST


def test_the_search_finds_pages_with_all_words(help_of: HelpWindow) -> None:
    help_of.search.setText("EXCEL pivot")
    names = [help_of.list.item(number).data(NAME) for number in range(help_of.list.count())]
    assert "excel" in names
    assert "jobs" not in names
    help_of.search.setText("zzzzz")
    assert not any(help_of.list.item(number).data(NAME) for number in range(help_of.list.count()))


def test_it_loads_its_own_pictures_and_nothing_else(help_of: HelpWindow) -> None:
    for address in (
        "https://e.example/x.png",
        "file:///etc/passwd",
        "pictures/../../en/start.md",
        "../x.png",
        "/etc/passwd",
    ):
        assert help_of.page.loadResource(2, QUrl(address)) is None
    assert help_of.page.loadResource(2, QUrl("pictures/candidates.png")) is not None


def test_in_hebrew_it_runs_from_right_to_left(
    desk: Desk, show: Callable[[Desk], Window], dressed: QApplication
) -> None:
    language = Language(dressed)
    language.choose(HEBREW)
    try:
        shown = show(desk).open_help("jobs")
        option = shown.page.document().defaultTextOption()
        assert option.textDirection() == Qt.LayoutDirection.RightToLeft
        assert "משרות" in shown.page.toPlainText()
    finally:
        language.choose("en")
        language.deleteLater()


def test_f1_in_a_dialog_finds_the_help_of_its_window(desk: Desk, show: Callable[[Desk], Window]) -> None:
    window = show(desk)
    dialog = window.dialogs.open_settings()
    help_window.show_page(dialog, "connect")
    assert window.dialogs.open_help("connect").name == "connect"
    dialog.reject()
