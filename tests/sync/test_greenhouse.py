"""What is Greenhouse's own: tokens, scopes, names that are joined by id, posts that go to another list."""

import datetime as dt
from collections.abc import Callable

import pytest

from atsdesk.ats.greenhouse.answers import explain, heed, token_refused
from atsdesk.ats.greenhouse.connector import Greenhouse
from atsdesk.ats.greenhouse.lists import Between
from atsdesk.ats.resource import Window
from atsdesk.errors import (
    AuthError,
    DataError,
    NotOfferedError,
    NotUnderstoodError,
    RefusedError,
    TransientError,
)
from atsdesk.net.answer import Answer
from atsdesk.sandbox.greenhouse import Rules
from atsdesk.sync.driver import Progress, Watcher
from tests.sync.greenhouse import GREENHOUSE
from tests.sync.lab import ACCOUNT, Lab, of
from tests.sync.standard import same_as_truth

NOW = dt.datetime(2026, 3, 1, 8, 0, tzinfo=dt.UTC)
CANDIDATES = next(one for one in Greenhouse.resources if one.name == "candidates")


class TestGreenhouseAlone:
    system = GREENHOUSE

    def test_a_first_load_in_two_runs_is_no_news(self, lab: Lab) -> None:
        """Steps that came before the application they belong to, whose page failed."""
        lab.control.fail("500@applications%2x*")
        assert lab.sync().state == "PARTIALLY_FAILED"
        lab.control.heal()
        lab.good_sync()
        assert lab.select("select * from changes") == []

    def test_names_are_joined_by_the_run_after_one_that_was_killed(self, lab: Lab) -> None:
        def die(progress: Progress) -> None:
            if progress.resource == "candidate_employments":
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            lab.sync(watcher=Watcher(progress=die))
        assert lab.one("select count(*) from steps where name is null")
        lab.good_sync()
        assert lab.one("select count(*) from steps where name is null") == 0
        assert lab.one("select count(*) from hiring_team where name is null") == 0

    def test_names_are_joined_by_their_ids(self, read_only: Lab) -> None:
        for table, column, by in (
            ("steps", "name", "stage_id"),
            ("jobs", "department", "department_id"),
            ("jobs", "location", "office_id"),
            ("hiring_team", "name", "user_id"),
            ("interviewers", "name", "user_id"),
            ("interviews", "candidate_id", "application_id"),
            ("rejections", "reason", "reason_id"),
            ("candidate_tags", "name", "tag_id"),
            ("custom_values", "field_id", "key"),
            ("notes", "author", "author_id"),
            ("educations", "school", "school_id"),
        ):
            there, lacking = read_only.select(
                f"select count(*), sum({column} is null) from {table} where {by} is not null"
            )[0]
            assert there, f"{table}.{column}"
            assert not lacking, f"{table}.{column}"

    def test_who_is_rejected_has_a_reason_and_who_is_active_has_not(self, read_only: Lab) -> None:
        wrong = read_only.select(
            "select id from applications where (rejection_reason is not null and status = 'active')"
            " or (rejection_reason is null and status = 'rejected' and id in"
            " (select application_id from rejections where reason_id is not null))"
        )
        assert wrong == []

    def test_every_application_has_one_current_offer(self, read_only: Lab) -> None:
        found = read_only.select("select sum(is_current) from offers group by application_id")
        assert found
        assert {one for (one,) in found} == {1}

    def test_a_job_is_found_by_its_department_also_after_a_change(self, synced: Lab) -> None:
        synced.control.advance(edited=3, job_closed=1, job_reopened=1)
        synced.good_sync()
        department = synced.one(
            "select department from jobs where department is not null order by pk limit 1"
        )
        word = department.split()[0].lower()
        wanted = synced.one("select count(*) from jobs where lower(department) like ?", f"%{word}%")
        found = synced.one("select count(*) from jobs_search where jobs_search match ?", f'"{word}"')
        assert found >= wanted > 0

    def test_lists_may_be_empty_since_a_missing_scope_is_refused(self, start: Callable[..., Lab]) -> None:
        lab = start(candidates=0)
        lab.good_sync()
        assert not lab.living("candidates")
        assert lab.issues() == []
        assert not [one.message for one in lab.desk.test_account(ACCOUNT) if one.message]

    def test_a_list_that_refuses_both_ends_is_asked_from_its_beginning(
        self, start: Callable[..., Lab]
    ) -> None:
        lab = start(rules=Rules(rate_requests=0, token_requests=0, two_sided=False))
        lab.good_sync()
        lab.control.advance(20, hired=1)
        lab.good_sync()
        asked = [query["updated_at"] for query in lab.requests("candidates") if "updated_at" in query]
        assert asked[-1].startswith("gte|")
        assert "lte" not in asked[-1]
        lab.good_sync(full=True)
        same_as_truth(lab)
        assert {one.state for one in lab.desk.test_account(ACCOUNT)} == {"readable"}

    def test_a_revoked_token_is_renewed(self, synced: Lab) -> None:
        synced.control.revoke_tokens()
        synced.good_sync()

    def test_one_live_token_and_the_limit_are_kept_to(self, start: Callable[..., Lab]) -> None:
        lab = start(
            rules=Rules(rate_requests=1000), settings={"page_size": "500", "requests_per_minute": "0"}
        )
        lab.good_sync()
        lab.good_sync()

    def test_a_secret_that_changed_is_told(self, synced: Lab) -> None:
        synced.control.rotate_secret()
        synced.control.revoke_tokens()
        report = synced.sync()
        assert report.state == "AUTHENTICATION_FAILED"
        assert "API Credential Management" in report.message

    def test_a_missing_scope_is_named_and_the_others_go_on(self, synced: Lab) -> None:
        synced.control.permit(["offers"])
        report = synced.sync()
        assert of(report, "offers").state == "REFUSED"
        (issue,) = synced.issues()
        assert "harvest:offers:list" in issue.hint
        assert of(report, "candidate_employments").state == "SUCCEEDED"

    def test_links_to_files_are_not_kept(self, read_only: Lab) -> None:
        bodies = read_only.select("select body ->> 'url' from records where resource = 'attachments'")
        assert bodies
        assert {one for (one,) in bodies} == {None}

    def test_sensitive_lists_are_left_alone_unless_chosen(self, start: Callable[..., Lab]) -> None:
        lab = start(settings={"include": ""})
        lab.good_sync()
        for name in ("notes", "scorecards", "eeoc", "demographic_answers"):
            assert lab.requests(name) == []


def test_a_window_has_the_ends_it_has() -> None:
    after, before = "2026-03-01T08:00:00Z", "2026-03-02T08:00:00Z"
    assert Between("updated_at").query(Window(after, before)) == {
        "updated_at": "gte|2026-03-01T08:00:00Z|lte|2026-03-02T08:00:00.999Z"
    }
    assert Between("updated_at").query(Window("", before)) == {"updated_at": "lte|2026-03-02T08:00:00.999Z"}
    assert Between("updated_at").query(Window("", "")) == {}


@pytest.mark.parametrize(
    ("status", "left", "seconds", "rest"),
    [
        (200, 40, 20, 0.0),
        (200, 4, 20, 4.0),
        (200, 0, 20, 20.0),
        (200, 0, 9000, 30.0),
        (429, 0, 12, 12.0),
        (429, 0, -5, 1.0),
    ],
)
def test_the_limit_is_kept_to_as_answers_tell_it(status: int, left: int, seconds: int, rest: float) -> None:
    headers = {
        "x-ratelimit-limit": "50",
        "x-ratelimit-remaining": str(left),
        "x-ratelimit-reset": str(int(NOW.timestamp()) + seconds),
    }
    assert heed(Answer(status, headers, b"[]"), NOW).rest == rest


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, AuthError),
        (403, RefusedError),
        (404, NotOfferedError),
        (422, NotUnderstoodError),
        (418, DataError),
    ],
)
def test_refusals_are_told_by_their_status(status: int, error: type[Exception]) -> None:
    body = b'{"message": "No", "errors": ["too many", {"per_page": "is not an integer"}]}'
    found = explain(Answer(status, {}, body), CANDIDATES)
    assert type(found) is error
    assert "per_page is not an integer" in found.hint or status not in (418, 422)


def test_what_may_be_a_credential_is_not_repeated() -> None:
    body = b'{"errors": ["client_id=abcdefghijklmnop0123456789 is not known"]}'
    hint = explain(Answer(422, {}, body), CANDIDATES).hint
    assert "abcdefghijkl" not in hint
    assert "is not known" in hint


def test_a_token_endpoint_that_refuses_is_told_from_one_that_is_broken() -> None:
    refused = token_refused(Answer(400, {}, b'{"message": "client_id=secret-id does not contain a suffix"}'))
    assert isinstance(refused, AuthError)
    assert "secret-id" not in str(refused)
    nobody = token_refused(Answer(400, {}, b'{"message": "`sub` 12 is not an active user"}'))
    assert nobody.concerns == "sub"
    assert isinstance(token_refused(Answer(404, {}, b"")), TransientError)
