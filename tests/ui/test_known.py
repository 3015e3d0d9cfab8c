"""What is added to somebody whom Greenhouse has, from the panel of the candidate."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from atsdesk.ui.candidate_panel import CandidatePanel
from atsdesk.ui.note_dialog import NoteDialog
from atsdesk.ui.window import Window
from tests.sync import greenhouse
from tests.ui.conftest import SHORTLY


def test_the_panel_of_somebody_in_greenhouse_offers_an_application_a_prospect_and_a_note(
    window: Window, calm: Callable[[Window], None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = window.candidates.panel
    assert isinstance(panel, CandidatePanel)
    window.candidates.open_row(*map(str, (window.candidates.model.key(0) or ())[:2]))
    calm(window)
    assert [one.text() for one in panel.more_menu().actions()] == ["Forget this person…"], (
        "Comeet takes no more"
    )

    desk = window.desk
    with greenhouse.start(candidates=6) as sandbox:
        for key, secret in sandbox.secrets.items():
            monkeypatch.setitem(desk.vault._environ, f"ATSDESK_SECRET__HOUSE__{key.upper()}", secret)
        desk.add_account("greenhouse", "house", {}, base_url=sandbox.base_url, settings=sandbox.settings)
        assert desk.sync("house").state == "SUCCEEDED"
        window.reread_accounts()
        calm(window)
        with greenhouse.client(sandbox) as reader:
            person = str(next(iter(greenhouse.pages(reader, "candidates")))["id"])
        window.show_candidate("house", person)
        calm(window)
        more, as_prospect, note, *_ = panel.more_menu().actions()

        note.trigger()
        (dialog,) = window.findChildren(NoteDialog)
        assert not dialog.send_button.isEnabled()
        dialog.text.setPlainText("Called today.")
        dialog.send_button.click()
        qtbot.waitUntil(lambda: [one.state for one in desk.outbox.all()] == ["sent"], timeout=SHORTLY)
        calm(window)
        assert window.pages.currentWidget() is window.candidates
        with greenhouse.client(sandbox) as reader:
            written = list(greenhouse.pages(reader, "notes", candidate_ids=person))
        assert [one["body"] for one in written].count("Called today.") == 1

        as_prospect.trigger()
        calm(window)
        editor = window.submit.editor
        assert editor.draft.candidate_id == person
        assert editor.draft.as_prospect
        assert panel.name.text() in editor.known_as.text()
        more.trigger()
        calm(window)
        assert (editor.draft.candidate_id, editor.draft.as_prospect) == (person, False)
        assert panel.name.text() in editor.known_as.text()
        editor.account.show_value("acme")
        editor.account.activated.emit(editor.account.currentIndex())
        calm(window)
        assert editor.draft.candidate_id == "", "who is known is so in one account"
        assert not editor.known_as.isVisible()
