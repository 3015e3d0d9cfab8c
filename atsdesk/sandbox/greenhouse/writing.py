"""Every write there is. Source: Harvest documentation, "Writes (v3)"; status codes of applications CONFIRMED [V7]."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from atsdesk.sandbox.greenhouse import belongings, creating, handling
from atsdesk.sandbox.greenhouse.model.organization import User
from atsdesk.sandbox.greenhouse.tenant import Tenant

Act = Callable[[Tenant, User, int, dict[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class Write:
    """One request that changes something; an answer of `None` is a 204 without a body."""

    method: str
    path: str
    scope: str
    act: Act
    status: int = 200


def _create(name: str, act: Act) -> Write:
    return Write("POST", name, f"{name}:create", act, 201)


def _delete(name: str, act: Act) -> Write:
    return Write("DELETE", f"{name}/{{id:int}}", f"{name}:destroy", act)


def _do(name: str, verb: str, act: Act, method: str = "POST") -> Write:
    return Write(method, f"{name}/{{id:int}}/{verb}", f"{name}:{verb}", act)


WRITES = (
    _create("candidates", creating.create_candidate),
    Write("PATCH", "candidates/{id:int}", "candidates:update", handling.edit_candidate),
    _delete("candidates", handling.delete_candidate),
    _do("candidates", "merge", handling.merge),
    _do("candidates", "anonymize", handling.anonymize, "PATCH"),
    _create("applications", creating.create_application),
    Write("PATCH", "applications/{id:int}", "applications:update", handling.update_application),
    _delete("applications", handling.delete_application),
    _do("applications", "move", handling.move),
    _do("applications", "reject", handling.reject),
    _do("applications", "unreject", handling.unreject),
    _do("applications", "hire", handling.hire),
    _do("applications", "convert_to_candidate", handling.convert),
    _create("notes", belongings.create_note),
    _create("attachments", belongings.create_attachment),
    _delete("attachments", belongings.delete_attachment),
    _create("candidate_educations", belongings.create_education),
    _create("candidate_employments", belongings.create_employment),
    _create("candidate_tags", belongings.create_tag),
    _create("applied_candidate_tags", belongings.apply_tag),
    _delete("applied_candidate_tags", belongings.remove_tag),
)
