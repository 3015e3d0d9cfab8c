"""The peer: what a newcomer writes in an afternoon. httpx pages, sqlite-utils `upsert_all`, one transaction a page,
the same columns. Run as `python -m tests.benchmarks.newcomer BASE_URL API_KEY SECRET FILE`."""

import json
import resource
import sys
import time
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
        url: str | None = f"{base_url}/positions?limit=500"
        while url:
            page = client.get(url).json()
            with db.atomic():
                db.table("jobs").upsert_all([job(position) for position in page["positions"]], pk="id")
            url = page["next_page"]
        url = f"{base_url}/candidates?limit=500"
        while url:
            page = client.get(url).json()
            people, applications, steps = [], [], []
            for one in page["candidates"]:
                if one.get("deleted"):
                    continue
                people.append(person(one))
                applications.append(application(one))
                steps += steps_of(one)
            with db.atomic():
                db.table("candidates").upsert_all(people, pk="id", alter=True)
                db.table("applications").upsert_all(applications, pk="id", alter=True)
                db.table("steps").upsert_all(steps, pk="id", alter=True)
            url = page["next_page"]
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "rows": db.table("steps").count, "peak": peak}))


def person(one: dict[str, Any]) -> dict[str, Any]:
    fields = ("first_name", "middle_name", "last_name", "email", "phone", "mobile_phone", "linkedin_url")
    return {
        "id": one["person_uid"],
        "name": " ".join(filter(None, (one.get(name) for name in fields[:3]))),
        **{name: one.get(name) for name in fields},
        "national_id": one.get("id_number"),
        "created_at": one["time_created"],
    }


def application(one: dict[str, Any]) -> dict[str, Any]:
    source, contact, opening = (one.get(name) or {} for name in ("source", "source_contact", "opening"))
    current = (one.get("current_steps") or [{}])[0]
    return {
        "id": one["uid"],
        "candidate_id": one["person_uid"],
        "job_id": one["position_uid"],
        "status": one["status"],
        "prospect_status": one.get("prospect_status"),
        "status_changed_at": one.get("time_last_status_changed"),
        "stage_id": current.get("position_step_uid"),
        "stage": current.get("name"),
        "source": source.get("name"),
        "source_contact": contact.get("email"),
        "opening_id": opening.get("uid"),
        "starts_on": opening.get("time_start_to_work"),
        "hired_on": opening.get("hired_candidate_hire_date"),
        "url": one.get("URL"),
        "created_at": one["time_created"],
        "tags": json.dumps(one.get("tags")),
        "custom_fields": json.dumps(one.get("custom_fields")),
        "resume": (one.get("resume") or {}).get("name"),
    }


def steps_of(one: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
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
                    "scheduled_at": step.get("time_scheduled"),
                    "completed_at": step.get("time_completed"),
                    "assignees": ", ".join(f"{who['first_name']} {who['last_name']}" for who in people),
                }
            )
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
