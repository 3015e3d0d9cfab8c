"""Credentials go to the account's own address and nowhere else."""

from typing import Any

import pytest

from atsdesk.errors import ConfigError, DeskError
from tests.faults.copies import Office, assert_plain
from tests.faults.servers import Asked, Said, between, serving
from tests.faults.whole import meddle

pytestmark = pytest.mark.fault(12)


def anything(asked: Asked) -> Said:
    return Said(b'{"candidates": [], "next_page": null}')


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(office: Office, status: int) -> None:
    reference = office.reference()
    copy = office.copy()
    with serving(anything) as elsewhere:
        target = f"{elsewhere.base_url}/{office.system.people}"
        if status == 302:
            office.control.fail(f"redirect={target}@{office.system.people}x*")
            report = copy.sync()
            office.control.heal()
        else:

            def bounce(asked: Asked, answer: Any) -> Any:
                if asked.path == f"/{office.system.people}":
                    return Said(b"", status, location=target)
                return answer

            with between(office.sandbox.base_url, bounce) as server:
                meddle(copy.database, "update accounts set base_url = ?", server.base_url)
                report = copy.sync()
            meddle(copy.database, "update accounts set base_url = ?", office.sandbox.base_url)
        assert elsewhere.asked == []
    assert report.resources[1].state == "FAILED"
    assert_plain(report.message, report.message)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


def test_a_next_page_at_another_origin_is_not_called(office: Office) -> None:
    reference = office.reference(page_size="3")
    copy = office.copy(page_size="3")
    with serving(anything) as elsewhere:
        office.control.fail(f"elsewhere={elsewhere.base_url}@{office.system.people}")
        report = copy.sync()
        assert elsewhere.asked == []
    assert report.resources[1].state == "FAILED"
    assert elsewhere.base_url in report.message
    assert_plain(report.message, report.message)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@pytest.mark.parametrize(
    "trick",
    [
        "{theirs}@{elsewhere}",
        "{theirs}.{elsewhere}",
        "//{elsewhere}",
        "@{elsewhere}",
        "{scheme}//{elsewhere}",
        "\\\\{elsewhere}",
    ],
)
def test_addresses_that_only_look_alike_are_not_called(office: Office, trick: str) -> None:
    copy = office.copy()
    with serving(anything) as elsewhere:
        theirs, host = office.sandbox.base_url, elsewhere.base_url.removeprefix("http://")
        address = trick.format(theirs=theirs, elsewhere=host, scheme="HTTP:") + f"/{office.system.people}"

        def mislead(asked: Asked, answer: Any) -> Any:
            if office.system.people in answer:
                answer["next_page"] = address
            return answer

        with between(office.sandbox.base_url, mislead) as server:
            meddle(copy.database, "update accounts set base_url = ?", server.base_url)
            report = copy.sync()
        assert elsewhere.asked == []
    assert report.resources[1].state in ("FAILED", "REFUSED")
    assert_plain(report.message, report.message)


def test_another_port_of_the_same_host_is_another_origin(office: Office) -> None:
    copy = office.copy(page_size="3")
    with serving(anything) as elsewhere:
        assert elsewhere.base_url.startswith("http://127.0.0.1:")
        office.control.fail(f"elsewhere={elsewhere.base_url}@{office.system.first}")
        assert copy.sync().state == "PARTIALLY_FAILED"
        assert elsewhere.asked == []


@pytest.mark.parametrize(
    "base_url",
    [
        "http://ats.invalid",
        "http://127.0.0.1@ats.invalid",
        "http://127.0.0.1:80@ats.invalid",
        "http://127.ats.invalid",
        "http://localhost.ats.invalid",
        "http://[::1].ats.invalid",
    ],
)
def test_a_plain_address_beyond_this_computer_gets_no_credential(office: Office, base_url: str) -> None:
    with pytest.raises(ConfigError) as problem:
        office.copy().desk.test(office.system.ats, "other", dict(office.sandbox.secrets), base_url=base_url)
    assert_plain(problem.value.title, problem.value.hint)


@pytest.mark.parametrize(
    "base_url",
    [
        "https://",
        "https://[",
        "https://exa mple",
        "ftp://ats.invalid",
        "ats.invalid",
        "https://:99999",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:port",
        "https://key:secret@ats.invalid",
    ],
)
def test_an_address_that_is_none_is_told(office: Office, base_url: str) -> None:
    copy = office.copy()
    with pytest.raises(DeskError) as problem:
        copy.desk.test(office.system.ats, "other", dict(office.sandbox.secrets), base_url=base_url)
    assert_plain(problem.value.title, problem.value.hint)
