"""The controls that this sandbox has besides those of all.

    PUT    /_sandbox/permissions  {"without": ["notes:list"], "private": false, "confidential": false}
    PUT    /_sandbox/limit        {"requests": 50, "seconds": 30}; requests 0 switches the limit off
    DELETE /_sandbox/tokens       revokes the tokens handed out so far
    POST   /_sandbox/secret       refuses the client's secret from now on; answers the new one

Those of all are in `atsdesk.sandbox.controls`.
"""

from collections.abc import Sequence
from typing import Any

from atsdesk.sandbox import controls
from atsdesk.sandbox.faults import Faults
from atsdesk.sandbox.greenhouse import acts, evolve, resources
from atsdesk.sandbox.greenhouse.auth import Tokens
from atsdesk.sandbox.greenhouse.model.applications import Application
from atsdesk.sandbox.greenhouse.model.candidates import Candidate
from atsdesk.sandbox.greenhouse.scopes import ALL, granted
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.greenhouse.times import stamp
from atsdesk.sandbox.greenhouse.window import Window
from atsdesk.sandbox.happening import Event
from atsdesk.sandbox.journal import Journal


class Order(controls.Order):
    """What a control request may ask for."""

    without: list[str] = []
    private: bool = True
    confidential: bool = True
    requests: int = 50
    seconds: float = 30.0


class Control(controls.Controls[Order]):
    """What a test may do to the sandbox."""

    order = Order

    def __init__(
        self,
        tenant: Tenant,
        faults: Faults,
        journal: Journal,
        tokens: Tokens,
        limit: Window,
        token_limit: Window,
    ) -> None:
        super().__init__(tenant.clock, faults, journal)
        self._tenant = tenant
        self._tokens = tokens
        self._limit = limit
        self._token_limit = token_limit

    def advance(self, events: int = 0, **kinds: int) -> list[Event]:
        return [*evolve.advance(self._tenant, events), *evolve.happen(self._tenant, kinds)]

    def merge(self, gone: int, kept: int) -> None:
        """Merges one candidate into another."""
        with self._tenant.changing():
            people = [self._tenant.get(Candidate, number) for number in (kept, gone)]
            acts.merge(self._tenant, people[0], people[1])

    def truth(self, *names: str) -> dict[str, Any]:
        """Rows with the time of their last change, of all lists or of those named; applications; who is gone.

        Rows that lists hide by default are in it: deleted job posts, service accounts, built-in reasons.
        """
        tenant = self._tenant
        with tenant.lock:
            rows = {
                name: dict(tenant.rows(f"SELECT id, updated_at FROM {name} ORDER BY id"))
                for name in names or resources.BY_NAME
            }
            applications = {one.id: _summary(one) for one in tenant.find(Application, "1")}
            gone: dict[str, list[int]] = {}
            for name, number in tenant.rows("SELECT resource, id FROM gone ORDER BY resource, id"):
                gone.setdefault(name, []).append(number)
            merged = dict(tenant.rows("SELECT id, merged_into FROM gone WHERE merged_into IS NOT NULL"))
            jobs = dict(tenant.rows("SELECT id, status FROM jobs ORDER BY id"))
        return {"rows": rows, "applications": applications, "gone": gone, "merged": merged, "jobs": jobs}

    def permit(self, without: Sequence[str] = (), *, private: bool = True, confidential: bool = True) -> None:
        """Every scope but these; whether private candidates and confidential jobs are seen."""
        self._tenant.grant = granted(without, private=private, confidential=confidential)

    def set_limit(self, requests: int, seconds: float = 30.0) -> None:
        """So many requests in so many seconds; 0 switches the limit off. Counting starts afresh."""
        self._limit.requests, self._limit.seconds = requests, seconds
        self._limit.forget()
        self._token_limit.forget()

    def revoke_tokens(self) -> None:
        """No token that was handed out so far is good any more."""
        self._tokens.revoke()

    def rotate_secret(self) -> str:
        """A new secret; the old one is refused from now on."""
        return self._tokens.rotate()

    def acts(self, order: Order) -> controls.Acts:
        return super().acts(order) | {
            ("POST", "secret"): lambda: {"client_secret": self.rotate_secret()},
            ("DELETE", "tokens"): self.revoke_tokens,
            ("PUT", "permissions"): lambda: self.permit(
                order.without, private=order.private, confidential=order.confidential
            ),
            ("PUT", "limit"): lambda: self.set_limit(order.requests, order.seconds),
        }

    def state(self) -> dict[str, Any]:
        """A short overview."""
        tenant = self._tenant
        counts = {name: (tenant.row(f"SELECT count(*) FROM {name}") or (0,))[0] for name in resources.BY_NAME}
        return {
            "now": stamp(tenant.now()),
            "offset": tenant.clock.offset,
            "candidates": counts["candidates"],
            "rows": counts,
            "without": sorted(ALL - tenant.grant.scopes),
            "private": tenant.grant.private,
            "confidential": tenant.grant.confidential,
            "faults": self.faults(),
        }


def _summary(one: Application) -> dict[str, Any]:
    members = ("candidate_id", "job_id", "status", "stage_id", "stage_name", "prospect", "updated_at")
    return {name: getattr(one, name) for name in members}
