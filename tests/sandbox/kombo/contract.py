"""What shapes.json says, as a JSON schema.

A shape is an object of members, of which those ending in `?` may be absent. The value of a member is the name of a kind
or shape, with `?` when it may be null; `[what]` is a list, `[what, "null"]` one that may be null; `{"is": [...]}` lists
the values there are; `{"one": [...]}` lists other ways; `{"has": {...}}` is a shape without a name.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SHAPES: dict[str, Any] = json.loads(Path(__file__).with_name("shapes.json").read_text(encoding="utf-8"))
KINDS: dict[str, Any] = {
    "any": {},
    "null": {"type": "null"},
    "text": {"type": "string"},
    "boolean": {"type": "boolean"},
    "number": {"type": "number"},
    "whole": {"type": "integer"},
    "object": {"type": "object"},
    "url": {"type": "string", "pattern": "^https?://"},
    "time": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$"},
}
LISTS = {
    "jobs": "job",
    "candidates": "candidate",
    "applications": "application",
    "application-stages": "application_stage",
    "users": "user",
    "roles": "role",
    "offers": "offer",
    "rejection-reasons": "rejection_reason",
    "interviews": "interview",
    "tags": "tag",
    "notes": "note",
    "scorecards": "scorecard",
    "attachments": "attachment",
}


def schema(what: Any) -> dict[str, Any]:
    """The JSON schema of a value."""
    match what:
        case str():
            name = what.removesuffix("?")
            known = KINDS[name] if name in KINDS else named(name)
            if not what.endswith("?"):
                return known
            if set(known) == {"type"}:
                return {"type": [known["type"], "null"]}
            return {"anyOf": [KINDS["null"], known]}
        case [item]:
            return {"type": "array", "items": schema(item)}
        case [item, "null"]:
            return {"type": ["array", "null"], "items": schema(item)}
        case {"is": values}:
            return {"enum": values}
        case {"one": ways}:
            return {"anyOf": [schema(way) for way in ways]}
        case {"has": members}:
            return members_of(members)
    raise ValueError(what)


def members_of(members: dict[str, Any]) -> dict[str, Any]:
    """The JSON schema of an object."""
    return {
        "type": "object",
        "properties": {name.removesuffix("?"): schema(value) for name, value in members.items()},
        "required": [name for name in members if not name.endswith("?")],
        "additionalProperties": False,
    }


@cache
def named(name: str) -> dict[str, Any]:
    """The JSON schema of a shape; whole, since looking references up takes most of the time of a check."""
    shape = SHAPES[name]
    unnamed = not isinstance(shape, dict) or {"is", "one"} & set(shape)
    return schema(shape) if unnamed else members_of(shape)


@cache
def _validator(name: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(named(name))
    return Draft202012Validator(named(name))


def _check(validator: Draft202012Validator, value: Any) -> None:
    problems = [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(value)]
    assert not problems, "\n".join(problems[:5])


def fits(name: str, value: Any) -> None:
    """A whole answer has the shape with this name."""
    _check(_validator(name), value)


def fits_list(model: str, page: Any) -> None:
    """A page of a list: its envelope, and each record."""
    assert set(page) == {"status", "data"}
    assert page["status"] == "success"
    assert set(page["data"]) == {"next", "results"}
    assert page["data"]["next"] is None or isinstance(page["data"]["next"], str)
    for record in page["data"]["results"]:
        _check(_validator(LISTS[model]), record)
