"""Drafts go to JSON and come back whole; what is wrong with one is said, with its place."""

import typing

import pytest

from atsdesk.ats import draft
from atsdesk.ats.draft import Address, Consent, Contact, Draft, Education, File, Note, Part
from atsdesk.ats.form import Form, FormField, Group, file_settings
from atsdesk.ats.registry import FORMS, connector
from atsdesk.errors import ConfigError, DataError

FULL = Draft(
    account="main",
    job_id="3D.91A",
    first_name="Noa",
    last_name="Example",
    email="noa@example.com",
    more_emails=(Contact("noa@work.example.com", "work"),),
    address=Address(country="IL", city="תל אביב"),
    tags=("python",),
    is_internal=False,
    note=Note("Prefers mornings."),
    educations=(Education(school="Example University", started="2015-10"),),
    consent=Consent(given=True),
    custom_fields={"Notice period": "1 month", "Relocation": True},
    answers={"q1": ["a", "b"]},
    files=(File("cv.pdf", "resume"),),
)


def test_a_draft_comes_back_from_its_json_as_it_was():
    assert draft.read(draft.write(FULL)) == FULL


def test_the_same_draft_gives_the_same_bytes_and_no_blanks():
    assert draft.write(FULL) == draft.write(draft.read(draft.write(FULL)))
    assert draft.write(Draft(address=Address(), note=Note(text=""))) == b"{}"


def test_no_is_an_answer_and_no_blank():
    assert b'"is_internal":false' in draft.write(FULL)


@pytest.mark.parametrize(
    ("json", "said"),
    [
        ('{"frist_name": "x"}', 'unknown field "frist_name". Did you mean "first_name"?'),
        ('{"address": {"street_1": "x"}}', 'unknown field "street_1" in "address"'),
        ('{"educations": [{"scool": "x"}]}', 'Did you mean "school"?'),
        (
            '{"first_name": 1}',
            '"first_name" in the draft has a value of the wrong kind. Expected a text, got',
        ),
        ('{"address": {"city": 3}}', '"address.city" in the draft'),
        ('{"tags": "x"}', "Expected a list, got a text"),
        ('{"salary": {"amount": "much"}}', "Expected a number, got a text"),
        ('{"files": [{"kind": "resume"}]}', 'lacks "files[0].path"'),
        ("[1]", "Expected an object, got a list"),
        ("{", "not JSON"),
        ("\udcff", "not JSON"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(json: str, said: str):
    with pytest.raises(DataError) as told:
        draft.read(json.encode("utf-8", "surrogateescape"))
    assert said in str(told.value)
    assert "$" not in str(told.value)
    assert "`" not in str(told.value)


def _place(part: type[Part], path: str) -> object:
    name, _, rest = path.partition(".")
    assert name in part.__struct_fields__, f"{part.__name__} has no {name}"
    kind = typing.get_type_hints(part)[name]
    return _place(kind, rest) if rest else kind


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_field_of_a_form_is_a_place_in_the_draft(form: Form):
    keys = [one.key for one in form.fields()]
    assert len(keys) == len(set(keys))
    for one in form.fields():
        kind = _place(Draft, one.key)
        if isinstance(one, Group):
            part = typing.get_args(kind)[0]
            for inner in one.fields:
                _place(part, inner.key)
        else:
            for key in [one.needs, *(when.key for when in one.when)]:
                assert not key or _place(Draft, key)
            assert not one.required_with or one.key.startswith(f"{one.required_with}.")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_whoever_applies_has_a_name_in_every_system(form: Form):
    required = {one.key for one in form.fields() if isinstance(one, FormField) and one.required}
    assert {"first_name", "last_name"} <= required


def test_an_account_can_say_what_files_its_ats_takes():
    law = FORMS["comeet"].files
    said = law.changed({"resume_extensions": "PDF, .odt", "file_bytes": "3000000", "files_total_bytes": "9"})
    resume, other = said.place("resume"), said.place("other")
    assert resume
    assert other
    assert resume.extensions == (".odt", ".pdf")
    assert other.extensions == law.places[2].extensions
    assert {one.each_bytes for one in said.places} == {3_000_000}
    assert said.total_bytes == 9
    assert {one.key for one in file_settings(law)} >= {"resume_extensions", "file_bytes", "files_total_bytes"}


@pytest.mark.parametrize("ats", FORMS)
def test_the_settings_of_an_account_name_what_files_are_taken(ats: str):
    kind, law = connector(ats).kind, FORMS[ats].files
    assert {one.key for one in kind.settings} >= {one.key for one in file_settings(law)}
    with pytest.raises(ConfigError, match="whole number"):
        kind.check_settings({"file_bytes": "much"})
