"""What faults have to know about this API, and the faults that only it can have."""

from typing import Any

from atsdesk.sandbox import distort
from atsdesk.sandbox.comeet.filters import page_of
from atsdesk.sandbox.comeet.model import encode
from atsdesk.sandbox.comeet.refusals import Refused
from atsdesk.sandbox.faults import Fault

SHAPE = distort.Shape(
    lists=("candidates", "positions"),
    key="uid",
    name="first_name",
    times=("time_created", "time_last_status_changed", "time_updated"),
    status="status",
    next_page="next_page",
)
POSITIONS = distort.Shape(SHAPE.lists, SHAPE.key, "name", SHAPE.times, SHAPE.status, SHAPE.next_page)
_STEPS = ("completed_steps", "current_steps", "future_steps")


class ComeetManners:
    """The habits of the imitated API; `base_url` is its own origin."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url

    def page_of(self, query: bytes) -> int:
        """The page named by the cursor."""
        return page_of(query)

    def refusal(self, status: int, expired: bool) -> bytes:
        """An error body."""
        return encode(Refused(status, message="The access token has expired." if expired else None).body)

    def distort(self, fault: Fault, answer: Any, address: str) -> Any:
        """The answer, gone wrong."""
        shape = POSITIONS if isinstance(answer, dict) and "positions" in answer else SHAPE
        if fault.kind == "loop" and isinstance(answer, dict):
            answer["next_page"] = self._base_url + address
        elif fault.kind == "elsewhere" and isinstance(answer, dict):
            answer["next_page"] = (fault.arg or "https://elsewhere.example") + address
        elif fault.kind in ("no-step-uid", "step-twice"):
            _steps(fault, distort.victim(answer, shape))
        return distort.distort(fault, answer, shape)

    def rewrite(self, fault: Fault, text: str) -> str:
        """For what only the JSON text can show."""
        return distort.duplicate_keys(text, SHAPE) if fault.kind == "duplicate-keys" else text


def _steps(fault: Fault, candidate: dict[str, Any] | None) -> None:
    lists = [candidate[name] for name in _STEPS if candidate.get(name)] if candidate else []
    if not lists:
        return
    if fault.kind == "no-step-uid":
        lists[0][0].pop("position_step_uid", None)
    elif candidate is not None:
        target = next(name for name in reversed(_STEPS) if candidate.get(name) is not lists[0])
        candidate[target] = [*(candidate.get(target) or []), dict(lists[0][-1])]
