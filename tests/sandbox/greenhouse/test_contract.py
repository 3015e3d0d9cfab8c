"""Every answer of the sandbox fits the contract, written down in harvest.schema.json."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator

from atsdesk.sandbox.greenhouse import resources
from tests.sandbox.greenhouse.conftest import Caller

SCHEMA = json.loads(Path(__file__).with_name("harvest.schema.json").read_text(encoding="utf-8"))
NAMES = [resource.name for resource in resources.ALL]


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def fits(name: str, *values: Any) -> None:
    for value in values:
        problems = [
            f"{error.json_path}: {error.message[:300]}" for error in validator(name).iter_errors(value)
        ]
        assert not problems, "\n".join(problems[:5])


def test_the_description_itself_is_sound(greenhouse: Caller) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    one = greenhouse.good("/applications")[0]
    fits("applications", one)
    with pytest.raises(AssertionError):
        fits("applications", {**one, "status": "active"})
    with pytest.raises(AssertionError):
        fits("applications", {name: value for name, value in one.items() if name != "stage_id"})


@pytest.mark.parametrize("name", NAMES)
def test_rows_of_every_list_fit(greenhouse: Caller, name: str) -> None:
    hidden = {"users": "show_service_accounts", "rejection_reasons": "include_defaults"}.get(name)
    rows = greenhouse.good(f"/{name}", per_page=120, **({hidden: "true"} if hidden else {}))
    assert rows
    fits(name, *rows)


def test_rows_fit_after_much_has_happened(fresh: Caller) -> None:
    fresh.control.advance(150)
    for name in NAMES:
        fits(name, *fresh.good(f"/{name}", per_page=60))
    changed = fresh.control.truth()["rows"]
    late = sorted(changed["applications"].values())[-1]
    fits("applications", *fresh.good("/applications", updated_at=f"gte|{late}"))


def test_tokens_and_refusals_fit(fresh: Caller) -> None:
    fits("token", fresh.ask_token().json())
    fresh.sign_in()
    answers: list[httpx.Response] = [
        fresh.get("/candidates", per_page=501),
        fresh.get("/candidates", cursor="x", per_page=1),
        fresh.get("/no_such_path"),
        fresh.client.get("/candidates", headers={"Authorization": "Bearer x"}),
        fresh.client.post("/candidates", json={}),
        fresh.client.post("/candidates", content=b"["),
        fresh.client.delete("/applications/1"),
    ]
    fresh.control.permit(["candidates"])
    answers.append(fresh.get("/candidates"))
    fresh.control.fail("401", "403", "429", "500", "503", "expired")
    answers += [fresh.get("/jobs") for _ in range(6)]
    for answer in answers:
        assert answer.status_code >= 400
        fits("error", answer.json())
