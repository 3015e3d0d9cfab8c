"""Everything known of one candidate, and its history in sentences."""

import json

from atsdesk.store import detail
from atsdesk.store.detail import CandidateDetail
from tests.unit.filled import Filled, candidate, step


def shown(file: Filled, identity: str = "P.C.1", account: str = "acme") -> CandidateDetail:
    found = file.read(lambda connection: detail.candidate(connection, account, identity))
    assert found is not None
    return found


def sentences(file: Filled, identity: str = "P.C.1") -> list[str]:
    return [str(entry.phrase) for entry in shown(file, identity).history]


def test_there_may_be_nobody(file: Filled) -> None:
    file.account("other")
    file.candidates(candidate("C.1", "Ada", "Example"), account="other")
    assert file.read(lambda connection: detail.candidate(connection, "acme", "P.C.1")) is None


def test_a_person_is_shown_with_every_application_the_newest_first(file: Filled) -> None:
    file.positions({"uid": "J.1", "name": "Data Engineer", "status": "open"})
    old = candidate(
        "C.1", "Ada", "Example", tags=[{"name": "Fast"}], custom_fields={"Notice period": "30 days", "Empty": None},
        resume={"name": "ada.pdf", "url": "https://files.example/1"}, URL="https://app.comeet.example/1",
        source_contact={"uid": "K.1", "full_name": "Ruth Referrer"},
    )  # fmt: skip
    new = candidate(
        "C.2", "Ada", "Example", person_uid="P.C.1", position_uid="J.9", time_created="2026-02-20T08:00:00Z"
    )
    file.candidates(old, new)
    person = shown(file)
    assert person.fields["name"] == "Ada Example"
    assert person.fields["created_at"] == "2026-02-01T08:00:00Z", "the earlier one stays"
    assert [one.id for one in person.applications] == ["C.2", "C.1"]
    unknown, known = person.applications
    assert (unknown.job, unknown.job_id) == (None, "J.9")
    assert (known.job, known.source, known.source_contact, known.url) == (
        "Data Engineer", "Board", "Ruth Referrer", "https://app.comeet.example/1"
    )  # fmt: skip
    assert (known.tags, known.custom) == (["Fast"], [("Notice period", "30 days")])
    assert [(file.name, file.type, file.application_id) for file in known.files] == [
        ("ada.pdf", "resume", "C.1")
    ]
    assert [(one.name, one.state, one.days) for one in known.steps if one.state != "current"] == [
        ("Screen", "completed", 2.0),
        ("Offer", "future", None),
    ]
    old["resume"]["url"] = None
    assert json.loads(known.record) == old
    assert "\n" in known.record
    assert person.history == []


def test_a_move_is_told_as_a_move(file: Filled) -> None:
    one = candidate("C.1", "Ada", "Example")
    file.candidates(one, at="2026-03-01T08:00:00Z")
    one["completed_steps"].append(step("Interview", "T.2", time_completed="2026-03-02T07:00:00Z"))
    one["current_steps"], one["future_steps"] = one["future_steps"], []
    file.candidates(one, at="2026-03-02T08:00:00Z")
    told = sentences(file)
    assert "Moved from Interview to Offer" in told
    assert "Step Interview: state changed from current to completed" in told
    assert "Step Interview: completed set to 2026-03-02T07:00:00Z" in told
    assert "Step Offer: state changed from future to current" in told
    assert {entry.seen_at for entry in shown(file).history} == {"2026-03-02T08:00:00Z"}
    assert not any("position" in one or "entered" in one for one in told), (
        "what follows from the rest is not told"
    )


def test_edits_are_told_with_both_values(file: Filled) -> None:
    one = candidate("C.1", "Ada", "Example", phone="1")
    file.candidates(one)
    file.candidates(
        one | {"email": "new@example.com", "phone": None, "middle_name": "B."}, at="2026-03-02T08:00:00Z"
    )
    assert set(sentences(file)) == {
        "E-mail changed from c.1@example.com to new@example.com",
        "Phone removed (was 1)",
        "Middle name set to B.",
    }


def test_the_newest_change_comes_first(file: Filled) -> None:
    for number, status in enumerate(("In progress", "On hold", "In progress"), 1):
        file.candidates(candidate("C.1", "Ada", "Example", status=status), at=f"2026-03-0{number}T08:00:00Z")
    assert sentences(file) == [
        "Status changed from on_hold to active",
        "Status changed from active to on_hold",
    ]


def test_tags_and_steps_that_come_and_go_are_told(file: Filled) -> None:
    one = candidate("C.1", "Ada", "Example", tags=["Fast"])
    file.candidates(one)
    one["tags"], one["future_steps"] = ["Slow"], [step("Offer", "T.3"), step("Check", "T.4")]
    file.candidates(one)
    told = sentences(file)
    assert "Step Check was added" in told
    assert sum("was added" in one for one in told) == 2
    assert sum("is no longer in the ATS" in one for one in told) == 1


def test_who_was_erased_has_a_history_without_values(file: Filled) -> None:
    one = candidate("C.1", "Ada", "Example")
    file.candidates(one)
    file.candidates(one | {"email": "new@example.com"})
    file.candidates({"uid": "C.1", "deleted": True})
    person = shown(file)
    assert person.fields["email"] is None
    assert not any("@" in str(entry.phrase) for entry in person.history)
    assert sum(str(entry.phrase).endswith("is no longer in the ATS") for entry in person.history) == 2
    assert [one.deleted_at is not None for one in person.applications] == [True]
    assert person.applications[0].record.strip().startswith("{")
    file.candidates(one)
    assert "Candidate is in the ATS again" in sentences(file)
    assert "Application is in the ATS again" in sentences(file)


def test_an_empty_hire_is_no_hire(file: Filled) -> None:
    file.candidates(candidate("C.1", "Ada", "Example", opening=None))
    (application,) = shown(file).applications
    assert (application.hired_on, application.starts_on, application.deleted_at) == (None, None, None)


def test_steps_stand_in_their_order_however_they_lie_in_the_file(file: Filled) -> None:
    file.candidates(candidate("C.1", "Ada", "Example"))
    file.store.write(
        lambda connection: connection.execute(
            "update steps set position = 4 - position where position is not null"
        )
    )
    found = [one.name for one in shown(file).applications[0].steps]
    assert found == ["Offer", "Interview", "Screen"]
