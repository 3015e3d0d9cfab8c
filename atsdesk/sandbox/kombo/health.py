"""What an integration says about itself: its state, its setup, and what the tool and the scope config let through.

Source: Kombo documentation, "Sync states" (fields and values CONFIRMED; which setup status goes with which code is
INFERRED).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from atsdesk.sandbox.kombo import defaults
from atsdesk.sandbox.kombo.model import MODELS
from atsdesk.sandbox.kombo.refusals import Refused

Status = Literal["ACTIVE", "INVALID", "INACTIVE"]
Setup = Literal["COMPLETED", "SETUP_INCOMPLETE", "SETUP_SYNC_PENDING", "QA_FAILED"]
STATES: tuple[Status, ...] = ("ACTIVE", "INVALID", "INACTIVE")
SETUPS: dict[Setup, str] = {
    "COMPLETED": "COMPLETED",
    "SETUP_INCOMPLETE": "INCOMPLETE",
    "SETUP_SYNC_PENDING": "FINAL_SYNC_PENDING",
    "QA_FAILED": "FINAL_SYNC_PENDING",
}

LABELS = {
    "application_stages": "Application stages",
    "rejection_reasons": "Rejection reasons",
}
ACTIONS = {
    "ats_create_application": "Create application",
    "ats_create_candidate": "Create candidate",
    "ats_move_application": "Move application to stage",
    "ats_reject_application": "Reject application",
    "ats_add_application_note": "Add note",
    "ats_add_application_attachment": "Add attachment to application",
    "ats_add_candidate_attachment": "Add attachment to candidate",
    "ats_add_candidate_tag": "Add tag",
    "ats_remove_candidate_tag": "Remove tag",
    "ats_read_attachments": "Read document attachments",
    "ats_import_tracked_application": "Import tracked application",
}
_UNSUPPORTED = ("candidate.gender", "candidate.availability_date")


@dataclass
class Health:
    """One integration's state. `lacking` names fields such as `jobs.job_code` that the tool does not have."""

    status: Status = "ACTIVE"
    setup: Setup = "COMPLETED"
    setup_until: int | None = None
    data_expired_at: str | None = None
    unavailable: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    created_at: str = "2024-06-02T08:00:00.000Z"

    def settle(self, now: int) -> None:
        """A setup that takes its time is done at the end of it."""
        if self.setup_until is not None and now >= self.setup_until:
            self.setup, self.setup_until = "COMPLETED", None

    def lacks(self, model: str) -> frozenset[str]:
        """The fields of a model that the tool does not have."""
        start = f"{model}."
        return frozenset(name.removeprefix(start) for name in self.lacking if name.startswith(start))

    def check(self, setup_status: int) -> None:
        """Refuses when nothing can be read or done at all."""
        if self.setup != "COMPLETED":
            raise Refused(f"INTEGRATION.{self.setup}", status=setup_status)
        if self.status == "INACTIVE":
            raise Refused("INTEGRATION.INACTIVE")

    def check_model(self, model: str) -> None:
        """Refuses a model that is not there, or off."""
        if model in self.unavailable:
            raise Refused("INTEGRATION.MODEL_NOT_AVAILABLE")
        if model in self.disabled:
            raise Refused("INTEGRATION.MODEL_DISABLED")

    def check_action(self, action: str) -> None:
        """Refuses an action that is not there, or off; one that needs the ATS fails with bad credentials."""
        if action in self.unavailable:
            raise Refused("INTEGRATION.ACTION_NOT_AVAILABLE")
        if action in self.disabled:
            raise Refused("INTEGRATION.ACTION_DISABLED")
        if self.status == "INVALID":
            raise Refused("INTEGRATION.AUTHENTICATION_INVALID")

    def details(self, integration: str) -> dict[str, Any]:
        """The answer of `GET /integrations/{integration_id}`."""
        slug = defaults.TOOL
        return {
            "id": integration,
            "tool": {
                "id": slug,
                "label": defaults.TOOL_LABEL,
                "internal_label": None,
                "logo_url": f"https://assets.example.com/{slug}/logo.svg",
                "icon_url": f"https://assets.example.com/{slug}/icon.svg",
            },
            "category": "ATS",
            "status": self.status,
            "setup_status": SETUPS[self.setup],
            "end_user": {
                "organization_name": defaults.COMPANY,
                "creator_email": "ops@northwind.example",
                "origin_id": "desk-001",
            },
            "scope_config": {"id": "hVLYLFq7w6GG8sxRz49QgsAH", "name": "ATS Desk"},
            "data_expired_at": self.data_expired_at,
            "created_at": self.created_at,
            "beta": False,
            "read_models": [self._model(model) for model in MODELS],
            "write_actions": [self._action(action, label) for action, label in ACTIONS.items()],
        }

    def _coverage(self, name: str) -> dict[str, Any]:
        there, on = name not in self.unavailable, name not in self.disabled
        return {
            "is_available": there and on,
            "coverage_status": "SUPPORTED" if there else "UNSUPPORTED",
            "scope_config_setting": "ENABLED" if on else "DISABLED",
            "opted_out_by_customer": False,
        }

    def _model(self, model: str) -> dict[str, Any]:
        label = LABELS.get(model, model.capitalize())
        lacking = self.lacks(model)
        fields = []
        for one in msgspec.structs.fields(MODELS[model]):
            there = one.name not in lacking
            shown = {"id": one.name, **self._coverage(model)}
            if not there:
                shown |= {"is_available": False, "coverage_status": "UNSUPPORTED"}
            fields.append(shown)
        return {"id": f"ats_{model}", "label": label, **self._coverage(model), "fields": fields}

    def _action(self, action: str, label: str) -> dict[str, Any]:
        fields: list[dict[str, Any]] = []
        if action == "ats_create_application":
            for name in ("candidate.first_name", "candidate.email_address", "attachments", *_UNSUPPORTED):
                there = name not in _UNSUPPORTED
                status = "SUPPORTED" if there else "UNSUPPORTED"
                fields.append({"id": name, "is_available": there, "coverage_status": status})
        return {"id": action, "label": label, **self._coverage(action), "fields": fields}


def named(names: Iterable[str], fields: bool = False) -> frozenset[str]:
    """Models and actions, or fields of models; `ValueError` with a plain sentence for a name nobody knows."""
    known = (
        {f"{model}.{one.name}" for model, kind in MODELS.items() for one in msgspec.structs.fields(kind)}
        if fields
        else {*MODELS, *ACTIONS}
    )
    wanted = {name.strip().replace("-", "_") for name in names}
    unknown = sorted(wanted - known)
    if unknown:
        kind = "field" if fields else "model or action"
        listed = "" if fields else f"; known are: {', '.join(sorted(known))}"
        raise ValueError(f"There is no {kind} named “{unknown[0]}”{listed}")
    return frozenset(wanted)
