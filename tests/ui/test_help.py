"""The guide: whole in both languages, true to the program, and shown where one needs it."""

import re
import shlex
from collections.abc import Callable

import click
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atsdesk.cli.main import atsdesk
from atsdesk.ui import assets, guide
from atsdesk.ui.help_window import HelpWindow
from atsdesk.ui.language import ENGLISH, HEBREW
from atsdesk.ui.shortcuts import ShortcutSheet
from atsdesk.ui.window import Window

LANGUAGES = (ENGLISH, HEBREW)
LINK = re.compile(r"\[[^\]]*\]\(([^)]+)\)")
COMMAND = re.compile(r"`(atsdesk [^`]+)`")
SOURCES = re.compile(r'help_window\.(?:offer|show_page)\(self, "([\w-]+)"\)')
HEBREW_LETTERS = re.compile(r"[\u05d0-\u05ea]")


def pages(language: str) -> dict[str, guide.Page]:
    return {page.name: page for section in guide.read(language) for page in section.pages}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_in_the_contents_and_every_link_leads_somewhere(language: str) -> None:
    known = pages(language)
    files = {path.stem for path in guide.folder(language).glob("*.md")} - {"contents"}
    assert files == known.keys()
    for page in known.values():
        for target in LINK.findall(page.text):
            if not target.startswith("https://"):
                assert target.removesuffix(".md") in known, f"{page.name}: {target}"


def test_both_languages_have_the_same_pages_in_the_same_order() -> None:
    assert list(pages(ENGLISH)) == list(pages(HEBREW))
    for name, page in pages(HEBREW).items():
        assert name == "keys" or len(HEBREW_LETTERS.findall(page.text)) > 200, name
        english = pages(ENGLISH)[name]
        assert COMMAND.findall(page.text) == COMMAND.findall(english.text), name


@pytest.mark.parametrize(
    "line", sorted({one for page in pages(ENGLISH).values() for one in COMMAND.findall(page.text)})
)
def test_every_command_that_is_quoted_is_one(line: str) -> None:
    """Parsed by the command itself, and not run."""
    words = shlex.split(line)[1:]
    command: click.Command = atsdesk
    context = click.Context(command, info_name="atsdesk")
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name, found, words = command.resolve_command(context, words)
        assert found is not None
        command = found
        context = click.Context(command, info_name=name, parent=context)
    if words == ["--help"] or (isinstance(command, click.Group) and words):
        return
    command.make_parser(context).parse_args(words)


def test_every_page_that_a_screen_asks_for_is_there() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in (assets.RESOURCES.parent / "atsdesk/ui").glob("*.py")
    )
    asked = set(SOURCES.findall(sources))
    assert {"jobs", "privacy", "backups"} <= asked <= pages(ENGLISH).keys()


def test_f1_shows_the_page_of_the_tab_and_links_lead_on_and_back(
    window: Window, calm: Callable[[Window], None], qtbot: QtBot
) -> None:
    calm(window)
    for page, name in ((window.jobs, "jobs"), (window.export, "export"), (window.candidates, "browse")):
        window.show_page(page)
        assert window.help_here().name == name
    help_ = window.help_here()
    assert help_.isVisible()
    help_.open_page("privacy")
    help_.page.anchorClicked.emit(QUrl("security.md"))
    assert help_.name == "security"
    help_.go_back()
    assert (help_.name, help_.forward.isEnabled()) == ("privacy", True)
    help_.go_forward()
    assert help_.name == "security"
    help_.open_page("no-such-page")
    assert help_.name == guide.FIRST
    window.close()
    assert not [
        one for one in QApplication.topLevelWidgets() if isinstance(one, HelpWindow) and one.isVisible()
    ]


def test_f1_in_a_dialog_shows_its_page(window: Window, calm: Callable[[Window], None], qtbot: QtBot) -> None:
    calm(window)
    sheet = window.dialogs.open_shortcuts()
    assert isinstance(sheet, ShortcutSheet)
    qtbot.keyClick(sheet, Qt.Key.Key_F1)
    assert window.dialogs.open_help("keys").name == "keys"
    sheet.accept()


def test_what_is_looked_for_is_found_and_marked(window: Window, calm: Callable[[Window], None]) -> None:
    calm(window)
    help_ = window.open_help("start")
    help_.search.setText("keyring locked")
    listed = [help_.list.item(number).text() for number in range(help_.list.count())]
    assert "When something goes wrong" in listed
    help_._open_first()
    assert help_.page.extraSelections()
    help_.search.setText("xyzzy")
    assert help_.list.count() == 1
    help_.search.clear()
    assert help_.list.count() > 20


def test_a_page_loads_nothing_from_elsewhere(window: Window, calm: Callable[[Window], None]) -> None:
    calm(window)
    page = window.open_help("start").page
    image = QTextDocument.ResourceType.ImageResource.value
    for address in (
        "https://example.com/a.png",
        "file:///etc/hostname",
        "../../atsdesk.svg",
        "pictures/../start.md",
    ):
        assert page.loadResource(image, QUrl(address)) is None
