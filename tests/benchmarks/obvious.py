"""The peer for the systems with many lists: the script that is obvious. httpx pages, sqlite-utils `upsert_all`, a
table a list, one transaction a page, nested values as JSON; no typed columns, no history, no search, no checkpoints.

Run as `python -m tests.benchmarks.obvious TASK`, TASK being JSON: `ats`, `line` (what the sandbox printed), `lists`
(path and query of each), `details` (paths with `{id}`, for each row of the list before) and `file`."""

import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
from sqlite_utils import Database


def main(task: dict[str, Any]) -> None:
    db = Database(Path(task["file"]))
    db.conn.execute("pragma journal_mode = wal")
    requests = 0
    started = time.perf_counter()
    with httpx.Client(headers=headers(task["ats"], task["line"]), timeout=130) as client:
        for path, query in task["lists"]:
            name = path.strip("/").replace("/", "_").replace("-", "_")
            for rows in pages(task["ats"], client, task["line"]["base_url"] + path, query):
                requests += 1
                with db.atomic():
                    if rows:
                        db.table(name).upsert_all(rows, pk="id", alter=True)
                for detail in task["details"].get(path, ()):
                    table = f"{name}_{detail.strip('/').replace('/', '_').replace('{id}', '').replace('{job}', '')}"
                    for row in rows:
                        for job in jobs_of(row) if "{job}" in detail else ("",):
                            url = task["line"]["base_url"] + detail.format(id=row["id"], job=job)
                            found = client.get(url).json()
                            requests += 1
                            with db.atomic():
                                key = f"{row['id']}:{job}" if job else row["id"]
                                db.table(table).upsert(found | {"id": key}, pk="id", alter=True)
    seconds = time.perf_counter() - started
    rows_in_all = sum(db.table(name).count for name in db.table_names())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "rows": rows_in_all, "requests": requests, "peak": peak}))


def jobs_of(candidate: dict[str, Any]) -> list[str]:
    """The jobs a candidate is on, as the list of candidates tells them."""
    one = candidate.get("primaryAssignment") or {}
    found = [one, *(candidate.get("secondaryAssignments") or [])]
    return [each["job"]["id"] for each in found if each.get("job")]


def headers(ats: str, line: dict[str, Any]) -> dict[str, str]:
    secrets, settings = line["secrets"], line["set"]
    if ats == "kombo":
        return {
            "Authorization": f"Bearer {secrets['api_key']}",
            "X-Integration-Id": settings["integration_id"],
        }
    if ats == "smartrecruiters":
        return {"X-SmartToken": secrets["api_key"]}
    answer = httpx.post(
        settings["token_url"],
        auth=(secrets["client_id"], secrets["client_secret"]),
        data={"grant_type": "client_credentials"},
    )
    return {"Authorization": f"Bearer {answer.raise_for_status().json()['access_token']}"}


def pages(ats: str, client: httpx.Client, url: str, query: dict[str, str]) -> Iterator[list[dict[str, Any]]]:
    """Each page's rows, to the end of the list."""
    answer = client.get(url, params=query).raise_for_status()
    while True:
        body = answer.json()
        if ats == "greenhouse":
            yield body
            following = answer.links.get("next", {}).get("url")
            if not following:
                return
            answer = client.get(following).raise_for_status()
            continue
        data = body["data"] if ats == "kombo" else body
        yield data["results"] if ats == "kombo" else data["content"]
        name, cursor = ("cursor", data.get("next")) if ats == "kombo" else ("pageId", data.get("nextPageId"))
        if not cursor:
            return
        asked = dict(parse_qsl(urlsplit(str(answer.request.url)).query)) | {name: cursor}
        answer = client.get(url, params=asked).raise_for_status()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
