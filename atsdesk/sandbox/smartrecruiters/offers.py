"""Offers. Source: vendor documentation, "Offer" (S:T1)."""

import random

from msgspec import UNSET

from atsdesk.sandbox.smartrecruiters import ids
from atsdesk.sandbox.smartrecruiters.jobmodel import Job
from atsdesk.sandbox.smartrecruiters.jobs import iso
from atsdesk.sandbox.smartrecruiters.model import Offer, OfferActions, link

# what follows what, when nobody asks for a particular status
NEXT = {
    "CREATED": "PENDING_APPROVAL",
    "PENDING_APPROVAL": "APPROVED",
    "NOT_APPROVED": "CREATED",
    "APPROVED": "PENDING_ACCEPTANCE",
    "PENDING_ACCEPTANCE": "ACCEPTED",
}
FIELDS = (
    ("annual_salary", "Annual salary", "CURRENCY", True),
    ("start_date", "Start date", "DATE", True),
    ("bonus", "Bonus", "PERCENT", False),
    ("relocation", "Relocation paid", "BOOLEAN", False),
)


def draft(rng: random.Random, number: int, candidate: str, job: Job, at: int) -> Offer:
    """A new offer."""
    uid = ids.uuid("offer", number)
    pay = job.compensation
    salary = (50_000, "EUR") if pay is UNSET else (pay.min + int(rng.random() * 20) * 500, pay.currency)
    values = {"annual_salary": f"{salary[0]} {salary[1]}", "start_date": iso(at + 45 * 86_400)[:10]}
    if rng.random() < 0.4:
        values["bonus"] = str(5 * (1 + int(rng.random() * 4)))
        values["relocation"] = "true"
    path = f"/candidates/{candidate}/jobs/{job.id}/offers/{uid}"
    actions = OfferActions(link(f"/candidates/{candidate}"), link(f"/jobs/{job.id}"), link(path))
    status = ("CREATED", "PENDING_APPROVAL", "PENDING_ACCEPTANCE")[int(rng.random() * 3)]
    return Offer(uid, status, iso(at), iso(at), values, actions)
