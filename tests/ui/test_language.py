"""The languages: nothing is left without a translation, and what is shown runs the right way."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atsdesk.desk import Desk
from atsdesk.errors import RefusedError
from atsdesk.store.changes import phrase
from atsdesk.ui import assets, formats, words
from atsdesk.ui.app import Stage
from atsdesk.ui.language import ENGLISH, HEBREW, SYSTEM, Language, of_the_system
from atsdesk.ui.told import fill, told
from atsdesk.ui.told import phrase as in_words
from atsdesk.ui.trouble import describe
from tests.ui.conftest import SHORTLY
from tests.ui.translations import translations

LETTERS = re.compile(r"[\u0590-\u05ff]")
WORD = re.compile(r"[a-z]{2,}")
GAPS = re.compile(r"\{\w*\}")


@pytest.fixture
def hebrew(dressed: QApplication) -> Iterator[Language]:
    language = Language(dressed)
    language.choose(HEBREW)
    yield language
    language.choose(ENGLISH)
    language.deleteLater()


# --- the files ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def messages() -> list[Any]:
    return translations.messages(translations.WHOLE)


def test_every_text_of_the_window_is_in_the_file(messages: list[Any]) -> None:
    """`make translations` brings the file up to the sources."""
    assert {message.text for message in messages} == set(translations.texts())


def test_every_text_is_translated(messages: list[Any]) -> None:
    assert [message.text for message in messages if not message.finished] == []
    assert translations.missing(translations.PLURALS) == []


def test_hebrew_is_hebrew(messages: list[Any]) -> None:
    """But for names, and forms that hold nothing but gaps and signs."""
    names = {"ATS Desk", "ATS Desk {}", "LinkedIn"}
    odd = [
        message.text.source
        for message in messages
        if message.text.source not in names
        and WORD.search(GAPS.sub("", message.text.source))
        and not all(map(LETTERS.search, message.translations))
    ]
    assert odd == []


def gaps(text: str) -> Counter[str]:
    """What a text has to be given: `{0}` and `{1}` count as `{}`."""
    return Counter(re.sub(r"\d+", "", gap) for gap in GAPS.findall(text))


def test_translations_have_the_gaps_of_their_texts(messages: list[Any]) -> None:
    wrong = []
    for message in messages:
        wanted = gaps(message.text.source)
        for number, said in enumerate(message.translations):
            one_less = message.text.plural and number == 0 and gaps(said) == wanted - Counter({"{}": 1})
            if gaps(said) != wanted and not one_less:
                wrong.append((message.text.source, said))
    assert wrong == []


def test_numbered_gaps_are_numbered_throughout(messages: list[Any]) -> None:
    for message in messages:
        for said in message.translations:
            assert not ("{0}" in said and "{}" in said), said


def test_keys_of_menus_stay(messages: list[Any]) -> None:
    for message in messages:
        if "\t" in message.text.source:
            keys = message.text.source.partition("\t")[2]
            assert all(said.endswith(f"\t{keys}") for said in message.translations)


def test_a_text_that_is_missing_would_be_told(tmp_path: Path) -> None:
    path = tmp_path / "atsdesk_he.ts"
    translations.update(
        path, [translations.Text("Window", "Steps"), translations.Text("formats", "{} rows", plural=True)]
    )
    assert translations.missing(path) == [
        translations.Text("Window", "Steps"),
        translations.Text("formats", "{} rows", plural=True),
    ]


def test_what_is_compiled_is_what_the_files_hold(tmp_path: Path, messages: list[Any]) -> None:
    translations.compile_all(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"atsdesk_en.qm", "atsdesk_he.qm", "told.json"}
    known = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert sorted(known) == sorted(
        message.text.source for message in messages if message.text.context == "told"
    )


# --- speaking -------------------------------------------------------------------------------------------------


def test_hebrew_runs_from_right_to_left_with_its_own_dates(hebrew: Language) -> None:
    assert QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().language() == QLocale.Language.Hebrew
    assert formats.day("2026-03-01") == "1 במרץ 2026"
    assert formats.number(9804) == "9,804"
    assert words.word("active") == "פעיל"


def test_numbers_take_the_forms_of_the_language(hebrew: Language) -> None:
    assert formats.duration(1 / 24) == "שעה"
    assert formats.duration(3 / 24) == "3 שעות"
    hebrew.choose(ENGLISH)
    rows = QCoreApplication.translate("ExportTab", "{} rows, {}", None, 1)
    assert rows.format(1, "2 s") == "1 row, 2 s"


def test_english_comes_back(hebrew: Language) -> None:
    hebrew.choose(ENGLISH)
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert words.word("active") == "Active"


@pytest.mark.parametrize("choice", [SYSTEM, "klingon"])
def test_without_a_choice_of_ours_the_system_is_followed(dressed: QApplication, choice: str) -> None:
    language = Language(dressed)
    language.choose(choice)
    assert language.choice == SYSTEM
    assert language.spoken == of_the_system()
    language.deleteLater()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system is not asked by its environment")
@pytest.mark.parametrize(
    ("system", "spoken"), [("he_IL.UTF-8", HEBREW), ("en_US.UTF-8", ENGLISH), ("de_DE.UTF-8", ENGLISH)]
)
def test_the_language_of_the_system_is_spoken_where_it_is_ours(system: str, spoken: str) -> None:
    ask = "from atsdesk.ui.language import of_the_system; print(of_the_system())"
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    told_of = subprocess.run(
        [sys.executable, "-c", ask], env=bare | {"LANG": system}, capture_output=True, text=True, check=True
    )
    assert told_of.stdout.strip() == spoken


def test_sentences_from_below_are_told_in_hebrew(hebrew: Language) -> None:
    error = RefusedError('Comeet does not let this key read "Positions".', "Try again later.")
    trouble = describe(error)
    assert trouble.title == '\u200fComeet אינה מתירה למפתח הזה לקרוא את "משרות".'
    assert trouble.hint == "כדאי לנסות שוב מאוחר יותר."
    assert error.title in trouble.details, "support reads English"


def test_several_sentences_are_told_one_by_one(hebrew: Language) -> None:
    text = "The ATS's answer is not a list. Xyzzy was here. What was stored before is still there."
    assert told(text) == "התשובה של מערכת הגיוס אינה רשימה. Xyzzy was here. מה שנשמר קודם עדיין קיים."


def test_names_in_hebrew_sentences_keep_their_direction(hebrew: Language) -> None:
    assert "\u2068api.example.com\u2069" in told("api.example.com could not be reached.")


def test_in_english_sentences_stay_as_they_are(dressed: QApplication) -> None:
    for text in (
        'The column "x" of steps would disappear. And 3 more.',
        "acme could not be reached. Check the network connection and the account's address, then sync again.",
        'They look like {"api_key": "..."}.',
        "",
    ):
        assert told(text) == text


def test_gaps_are_filled_in_the_order_of_the_language() -> None:
    assert fill("{} of {}", "a", "b") == "a of b"
    assert fill("{1} {0}", "a", "b") == "b a"
    assert fill('{"x": 1} {what}', "a") == '{"x": 1} a'


def test_history_is_told_in_the_language(hebrew: Language) -> None:
    moved = phrase("applications", "stage", "Phone", None, None)
    assert str(moved) == "Moved from Phone to no step"
    assert in_words(moved) == "מעבר מ־\u2068Phone\u2069 אל ללא שלב"
    state = phrase("steps", "state", "current", "completed", "Phone")
    assert "מצב" in in_words(state)


# --- the window -----------------------------------------------------------------------------------------------


@pytest.fixture
def staged(dressed: QApplication, qtbot: QtBot) -> Iterator[Callable[[Desk], Stage]]:
    """Opens the program on a desk; ask for the desk first, it has to outlive the window."""
    opened: list[Stage] = []

    def open_stage(desk: Desk) -> Stage:
        opened.append(Stage(dressed, desk))
        opened[-1].open(["show"])
        qtbot.waitUntil(lambda: opened[-1].window.alive, timeout=SHORTLY)
        return opened[-1]

    yield open_stage
    for stage in opened:
        stage.language.changed.disconnect(stage.rebuild)
        stage.language.choose(ENGLISH)
        stage.close()
        stage.end()
        assert stage.ended, "work was still going on after the end"
        stage.window.deleteLater()
        stage.deleteLater()


def test_another_language_takes_a_new_window_and_goes_on(
    desk: Desk, staged: Callable[[Desk], Stage], qtbot: QtBot
) -> None:
    stage = staged(desk)
    first = stage.window
    first.show_tab(1)
    qtbot.waitUntil(lambda: not first.workers.busy, timeout=SHORTLY)
    first.dialogs.open_settings()
    first.choose_language(HEBREW)
    qtbot.waitUntil(lambda: stage.window is not first and stage.window.alive, timeout=SHORTLY)
    second = stage.window
    assert second.isVisible()
    assert second.pages.currentWidget() is second.steps
    assert second.side.buttons[1].text() == "שלבים"
    assert second.layoutDirection() == Qt.LayoutDirection.RightToLeft
    qtbot.waitUntil(lambda: not second.workers.busy, timeout=SHORTLY)
    assert desk.remembered("language") == HEBREW
    qtbot.waitUntil(lambda: second.dialogs.in_settings, timeout=SHORTLY)  # where the person was


def test_the_language_can_be_chosen_before_there_is_anything(
    empty_desk: Desk, staged: Callable[[Desk], Stage], qtbot: QtBot
) -> None:
    stage = staged(empty_desk)
    first = stage.window
    qtbot.waitUntil(lambda: first.welcome.isVisible() and not first.workers.busy, timeout=SHORTLY)
    next(button for button in first.welcome.languages if button.text() == "עברית").click()
    qtbot.waitUntil(lambda: stage.window is not first, timeout=SHORTLY)
    qtbot.waitUntil(lambda: stage.window.welcome.isVisible(), timeout=SHORTLY)
    assert stage.window.welcome.connect_button.text() == "חיבור מערכת גיוס"
    assert not stage.window.dialogs.in_settings


def test_a_sync_under_way_goes_on_in_the_other_language(
    desk: Desk, staged: Callable[[Desk], Stage], qtbot: QtBot
) -> None:
    stage = staged(desk)
    first = stage.window
    qtbot.waitUntil(lambda: not first.workers.busy, timeout=SHORTLY)
    first.sync()
    assert first.syncs.shown
    first.choose_language(HEBREW)
    qtbot.waitUntil(lambda: stage.window is not first, timeout=SHORTLY)
    with qtbot.waitSignal(stage.window.syncs.ended, timeout=SHORTLY) as ended:
        pass
    assert ended.args[0].state == "SUCCEEDED"


def test_icons_with_a_direction_are_turned_around(hebrew: Language) -> None:
    turned = assets.pixmap("right", "#000000", 16).toImage()
    hebrew.choose(ENGLISH)
    assert assets.pixmap("right", "#000000", 16).toImage() == turned.flipped(Qt.Orientation.Horizontal)
