"""The peer: what a newcomer writes in an afternoon. httpx pages, sqlite-utils `upsert_all`, one transaction a page,
nearly the same tables and columns (jobs has 6 of ours, custom_fields is missing), but no records, no history,
no search, no checkpoints.

Run as `python -m tests.benchmarks.newcomer BASE_URL API_KEY SECRET FILE`."""

import json
import resource
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import httpx
import jwt
from sqlite_utils import Database


def main(base_url: str, api_key: str, secret: str, file: Path) -> None:
    token = jwt.encode({"iss": api_key, "exp": int(time.time()) + 3600}, secret)
    db = Database(file)
    db.conn.execute("pragma journal_mode = wal")
    started = time.perf_counter()
    with httpx.Client(headers={"Authorization": f"Bearer {token}"}, timeout=60) as client:
        url: str | None = f"{base_url}/positions?limit=1000"
        while url:
            page = client.get(url).json()
            with db.atomic():
                db.table("jobs").upsert_all([job(position) for position in page["positions"]], pk="id")
            url = page["next_page"]
        url = f"{base_url}/candidates?limit=1000"
        while url:
            page = client.get(url).json()
            tables: dict[str, list[dict[str, Any]]] = defaultdict(list)
            for one in page["candidates"]:
                if not one.get("deleted"):
                    take_apart(one, tables)
            with db.atomic():
                for name, rows in tables.items():
                    db.table(name).upsert_all(rows, pk="id", alter=True)
            url = page["next_page"]
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "rows": db.table("steps").count, "peak": peak}))


def take_apart(one: dict[str, Any], tables: dict[str, list[dict[str, Any]]]) -> None:
    """One hiring process as rows of the tables that ATS Desk fills, with the same columns."""
    uid, person = one["uid"], one["person_uid"]
    source, contact, opening = (one.get(name) or {} for name in ("source", "source_contact", "opening"))
    names = (one.get("first_name"), one.get("middle_name"), one.get("last_name"))
    tables["candidates"].append(
        {
            "id": person,
            "name": " ".join(name for name in names if name),
            "first_name": names[0],
            "middle_name": names[1],
            "last_name": names[2],
            "email": one.get("email"),
            "phone": one.get("phone"),
            "mobile_phone": one.get("mobile_phone"),
            "linkedin_url": one.get("linkedin_url"),
            "national_id": one.get("id_number"),
            "created_at": one["time_created"],
        }
    )
    steps = steps_of(one)
    tables["steps"] += steps
    current = next((step for step in steps if step["state"] == "current"), {})
    tables["applications"].append(
        {
            "id": uid,
            "candidate_id": person,
            "job_id": one["position_uid"],
            "status": one["status"].lower(),
            "status_raw": one["status"],
            "prospect_status": one.get("prospect_status"),
            "status_changed_at": one.get("time_last_status_changed"),
            "stage_id": current.get("stage_id"),
            "stage": current.get("name"),
            "stage_entered_at": current.get("entered_at"),
            "source_id": source.get("uid"),
            "source_contact_id": contact.get("uid"),
            "opening_id": opening.get("uid"),
            "hired_on": opening.get("hired_candidate_hire_date"),
            "starts_on": opening.get("time_start_to_work"),
            "url": one.get("URL"),
            "created_at": one["time_created"],
        }
    )
    tables["stages"] += [
        {"id": step["stage_id"], "name": step["name"], "type": step["type"], "job_id": one["position_uid"]}
        for step in steps
    ]
    if source:
        tables["sources"].append({"id": source["uid"], "name": source["name"], "type": source.get("type")})
    if contact:
        name = f"{contact.get('first_name')} {contact.get('last_name')}"
        tables["source_contacts"].append(
            {
                "id": contact["uid"],
                "name": name,
                "email": contact.get("email"),
                "source_id": source.get("uid"),
            }
        )
    if opening:
        tables["openings"].append(
            {
                "id": opening["uid"],
                "job_id": one["position_uid"],
                "hired_application_id": uid,
                "starts_on": opening.get("time_start_to_work"),
            }
        )
    tables["candidate_tags"] += [
        {"id": f"{uid}:{tag['name']}", "application_id": uid, "candidate_id": person, "name": tag["name"]}
        for tag in one.get("tags") or []
    ]
    tables["custom_values"] += [
        {"id": f"{uid}:{key}", "application_id": uid, "field_id": key, "value": str(value)}
        for key, value in (one.get("custom_fields") or {}).items()
        if value is not None
    ]
    if one.get("resume"):
        tables["attachments"].append(
            {"id": f"{uid}:resume", "application_id": uid, "type": "resume", "name": one["resume"]["name"]}
        )


def steps_of(one: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    entered = one["time_created"]
    for state in ("completed", "current", "future"):
        for step in one.get(f"{state}_steps") or []:
            people = step.get("assignees") or []
            rows.append(
                {
                    "id": f"{one['uid']}:{len(rows)}",
                    "application_id": one["uid"],
                    "stage_id": step.get("position_step_uid"),
                    "name": step["name"],
                    "type": step["type"],
                    "state": state,
                    "position": len(rows) + 1,
                    "entered_at": None if state == "future" else entered,
                    "scheduled_at": step.get("time_scheduled"),
                    "completed_at": step.get("time_completed"),
                    "assignees": ", ".join(f"{who['first_name']} {who['last_name']}" for who in people),
                    "origin": "ats",
                }
            )
            entered = step.get("time_completed") or entered
    return rows


def job(position: dict[str, Any]) -> dict[str, Any]:
    location = position.get("location") or {}
    return {
        "id": position["uid"],
        "name": position["name"],
        "status": position["status"],
        "department": position.get("department"),
        "location": location.get("name"),
        "updated_at": position.get("time_updated"),
    }


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]))
