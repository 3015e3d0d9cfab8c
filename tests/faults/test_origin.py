"""Credentials go to the account's own address and nowhere else."""

from typing import Any

import pytest

from atsdesk.errors import ConfigError, DeskError
from tests.faults.copies import Copy, Office, assert_plain
from tests.faults.servers import Asked, Said, between, serving
from tests.faults.systems import COMEET, EVERY, GREENHOUSE, across
from tests.faults.whole import meddle

REDIRECT = pytest.mark.fault(12, "redirect elsewhere")
ELSEWHERE = pytest.mark.fault(12, "next page elsewhere")


def anything(asked: Asked) -> Said:
    return Said(b'{"candidates": [], "next_page": null}')


@REDIRECT
@across("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(office: Office, status: int) -> None:
    copy = office.keep(Copy(office, office.folder / "data"))
    with serving(anything) as elsewhere:

        def bounce(asked: Asked, answer: Any) -> Any:
            if asked.path.endswith(f"/{office.people_path}"):
                return Said(b"", status, location=f"{elsewhere.base_url}{asked.path}")
            return answer

        with between(office.sandbox.base_url, bounce) as server:
            report = copy.connect(base_url=server.base_url).sync()
        assert elsewhere.asked == []
    assert copy.people(report).state == "FAILED"
    assert copy.others(report) == {"SUCCEEDED"}
    assert_plain(report.message, report.message)

    meddle(copy.database, "update accounts set base_url = ?", office.sandbox.base_url)
    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(office.reference())


@ELSEWHERE
@EVERY
def test_a_next_page_at_another_origin_is_not_called(office: Office) -> None:
    """Where the next page is no address but a sign, the sign means nothing to the ATS, or is the right one."""
    reference = office.reference(page_size="3")
    copy = office.copy(page_size="3")
    with serving(anything) as elsewhere:
        office.control.fail(f"elsewhere={elsewhere.base_url}@{office.people_path}")
        report = copy.sync()
        assert elsewhere.asked == []
    assert office.control.faults() == []
    if office.system in (COMEET, GREENHOUSE):
        assert copy.people(report).state == "FAILED"
        assert elsewhere.base_url in report.message
    assert_plain(report.message, report.message)

    assert copy.sync().state == "SUCCEEDED"
    copy.assert_whole(reference, changes=True)


@ELSEWHERE
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


@ELSEWHERE
def test_another_port_of_the_same_host_is_another_origin(office: Office) -> None:
    copy = office.copy(page_size="3")
    with serving(anything) as elsewhere:
        assert elsewhere.base_url.startswith("http://127.0.0.1:")
        office.control.fail(f"elsewhere={elsewhere.base_url}@{office.system.first}")
        assert copy.sync().state == "PARTIALLY_FAILED"
        assert elsewhere.asked == []


@pytest.mark.fault(12)
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


@pytest.mark.fault(12)
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
