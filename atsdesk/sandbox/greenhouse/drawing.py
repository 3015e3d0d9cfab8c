"""Draws at random from the lists whom something happens to."""

from atsdesk.sandbox.greenhouse.model import applications as a
from atsdesk.sandbox.greenhouse.model import candidates as c
from atsdesk.sandbox.greenhouse.model import jobs as j
from atsdesk.sandbox.greenhouse.plans import Plan
from atsdesk.sandbox.greenhouse.tenant import Tenant
from atsdesk.sandbox.happening import Impossible


def drawn(tenant: Tenant, table: str, condition: str, what: str) -> int:
    """The id of a row that fits, drawn at random."""
    row = tenant.row(f"SELECT min(id), max(id) FROM {table} WHERE {condition}")
    if row is None or row[0] is None:
        raise Impossible(f"There is no {what} left for this.")
    start = row[0] + int(tenant.rng.random() * (row[1] - row[0] + 1))
    found = tenant.row(f"SELECT id FROM {table} WHERE id >= ? AND {condition} ORDER BY id LIMIT 1", start)
    return int(found[0]) if found else int(row[1])


def application(tenant: Tenant, condition: str) -> a.Application:
    """An application that fits."""
    return tenant.get(a.Application, drawn(tenant, "applications", condition, "application"))


def candidate(tenant: Tenant, condition: str = "1") -> c.Candidate:
    """A candidate that fits."""
    return tenant.get(c.Candidate, drawn(tenant, "candidates", condition, "candidate"))


def open_plan(tenant: Tenant) -> Plan:
    """A job that takes applications."""
    found = tenant.rows("SELECT id FROM jobs WHERE status = 'open' ORDER BY id")
    if not found:
        raise Impossible("There is no open job left.")
    return tenant.plans[tenant.rng.choice(found)[0]]


def job(tenant: Tenant, condition: str) -> j.Job:
    """A job that fits."""
    return tenant.get(j.Job, drawn(tenant, "jobs", condition, "job"))
