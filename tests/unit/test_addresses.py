"""Addresses of one page are one text; those of two pages never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atsdesk.jobs import addresses

PAGE = "https://jobs.example.com/acme/baker-101?gh_jid=5"


@pytest.mark.parametrize(
    "address",
    [
        "http://jobs.example.com/acme/baker-101?gh_jid=5",
        "HTTPS://WWW.Jobs.Example.com:443/acme/baker-101/?gh_jid=5",
        "https://jobs.example.com/acme/baker-101?utm_source=mail&gh_jid=5&gh_src=abc123&source=LinkedIn",
        "https://jobs.example.com/acme/baker%2D101?gh_jid=5#apply",
        "https://jobs.example.com/acme/baker-101/apply?gh_jid=5",
        "<https://jobs.example.com/acme/baker-101?fbclid=9&amp;gh_jid=5>",
        "jobs.example.com/acme/baker-101?gh_jid=5",
        "https://eur01.safelinks.protection.outlook.com/?url="
        "https%3A%2F%2Fjobs.example.com%2Facme%2Fbaker-101%3Fgh_jid%3D5&data=05",
        "https://urldefense.com/v3/__https://jobs.example.com/acme/baker-101?gh_jid=5__;!!abc$",
        "https://www.google.com/url?q=https://jobs.example.com/acme/baker-101%3Fgh_jid%3D5&sa=D",
    ],
)
def test_links_to_one_page_are_one(address: str) -> None:
    assert addresses.normalise(address) == addresses.normalise(PAGE) != ""


@pytest.mark.parametrize(
    "address",
    [
        "https://jobs.example.com/acme/baker-102?gh_jid=5",
        "https://jobs.example.com/acme/baker-101?gh_jid=6",
        "https://jobs.example.com:8080/acme/baker-101?gh_jid=5",
        "https://jobs.example.com/acme/baker-101?gh_jid=5&ref=REQ-7",
        "https://jobs.example.org/acme/baker-101?gh_jid=5",
        "https://jobs.example.com/acme/baker-101?gh_jid=5#/job/7",
    ],
)
def test_links_to_other_pages_differ(address: str) -> None:
    assert addresses.normalise(address) != addresses.normalise(PAGE)


@pytest.mark.parametrize(
    "text", ["", "Baker", "R-101", "mailto:anna@example.com", "ftp://example.com/x", "http://[", "a b.c"]
)
def test_what_is_no_address_is_none(text: str) -> None:
    assert addresses.normalise(text) == ""


def test_addresses_are_found_within_a_text() -> None:
    text = "Please open (https://example.com/a(1)), www.example.com/b. And <https://example.com/c?x=1>!"
    assert addresses.found_in(text) == [
        "https://example.com/a(1)",
        "www.example.com/b",
        "https://example.com/c?x=1",
    ]


@given(st.text(max_size=60))
def test_any_text_can_be_asked_and_is_the_same_twice(text: str) -> None:
    once = addresses.normalise(text)
    assert addresses.normalise(f"https://{once}") == once or not once
