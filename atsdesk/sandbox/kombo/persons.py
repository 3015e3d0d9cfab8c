"""What happens to candidates as people: new addresses, tags, deletion and its undoing, merging."""

from collections.abc import Callable
from typing import Any

from atsdesk.sandbox.happening import Event, Impossible
from atsdesk.sandbox.kombo.model import Application, Candidate
from atsdesk.sandbox.kombo.parts import Email, Named, Phone
from atsdesk.sandbox.kombo.picking import event, pick
from atsdesk.sandbox.kombo.tenant import Tenant
from atsdesk.sandbox.people import phone


def _edited(tenant: Tenant) -> Event:
    rng = tenant.rng
    draw = rng.random()

    def edit(candidate: Candidate) -> None:
        candidate.phone_numbers = [Phone(phone(rng), "MOBILE")]
        if draw < 0.5:
            candidate.email_addresses = [Email(f"new.address{int(draw * 2e6)}@example.org", "PERSONAL")]
        if draw < 0.2:
            candidate.last_name = f"{candidate.last_name}-Newname"

    one = pick(tenant, "candidates")
    return event("edited", "candidates", tenant.edit("candidates", one.id, edit))


def _tagged(tenant: Tenant) -> Event:
    tag = pick(tenant, "tags")
    one = pick(tenant, "candidates", "NOT instr(tags, ?)", tag.id)
    return event("tagged", "candidates", put_tag(tenant, one.id, tag), tag=tag.id)


def put_tag(tenant: Tenant, candidate_id: str, tag: Any) -> Candidate:
    """A tag more: the candidate matches, its `changed_at` stays (CONFIRMED)."""

    def edit(candidate: Candidate) -> None:
        if tag.id not in [known.id for known in candidate.tags]:
            candidate.tags = [*candidate.tags, Named(tag.id, str(tag.remote_id), tag.name)]

    tagged: Candidate = tenant.edit("candidates", candidate_id, edit, own=False)
    return tagged


def take_tag(tenant: Tenant, candidate_id: str, tag_id: str) -> Candidate:
    """A tag less."""

    def edit(candidate: Candidate) -> None:
        candidate.tags = [tag for tag in candidate.tags if tag.id != tag_id]

    untagged: Candidate = tenant.edit("candidates", candidate_id, edit, own=False)
    return untagged


def _untagged(tenant: Tenant) -> Event:
    one = pick(tenant, "candidates", "tags > ''")
    return event("untagged", "candidates", take_tag(tenant, one.id, one.tags[0].id))


def _deleted(kind: str, model: str) -> Callable[[Tenant], Event]:
    def turn(tenant: Tenant) -> Event:
        one = pick(tenant, model)
        tenant.delete(model, one.id)
        return event(kind, model, one)

    return turn


def _restored(tenant: Tenant) -> Event:
    found = tenant.rows(
        "SELECT id FROM candidates WHERE deleted_at IS NOT NULL AND NOT purged ORDER BY number"
    )
    if not found:
        raise Impossible("There is no deleted candidate left that could come back.")
    (record_id,) = tenant.rng.choice(found)
    tenant.restore("candidates", record_id)
    return {"kind": "restored", "model": "candidates", "id": record_id}


def _merged(tenant: Tenant) -> Event:
    """Two candidates turn out to be one human: the applications of one go over to the other."""
    gone = pick(tenant, "candidates")
    kept = pick(tenant, "candidates", "id != ?", gone.id)

    def move(application: Application) -> None:
        application.candidate_id = kept.id

    hanging = "SELECT id FROM applications WHERE candidate_id = ? AND deleted_at IS NULL"
    for (application,) in tenant.rows(hanging, (gone.id,)):
        tenant.edit("applications", application, move)
    tenant.delete("candidates", gone.id)
    return event("merged", "candidates", gone, into=kept.id)


PERSONS: dict[str, Callable[[Tenant], Event]] = {
    "edited": _edited,
    "tagged": _tagged,
    "untagged": _untagged,
    "deleted": _deleted("deleted", "candidates"),
    "application_deleted": _deleted("application_deleted", "applications"),
    "restored": _restored,
    "merged": _merged,
}
