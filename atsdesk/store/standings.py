"""Steps by watching: where the ATS tells only the stage an application is in now, each move that is seen is a step."""

from collections.abc import Mapping, Sequence

from atsdesk.rows import Row, Standing, Value
from atsdesk.store.engine import Connection
from atsdesk.store.tables import STEPS, span

OBSERVED = "observed"


def steps(
    connection: Connection,
    columns: Sequence[str],
    standings: Mapping[str, Standing],
    applications: Mapping[str, int],
) -> dict[str, list[Row]]:
    """All steps of each application, what was seen before included; `applications` has their pks by id."""
    return {
        identity: _steps(connection, columns, identity, standing, applications[identity])
        for identity, standing in standings.items()
    }


def note_entries(
    connection: Connection,
    columns: Sequence[str],
    owned: Mapping[str, list[Row]],
    applications: Mapping[str, int],
) -> None:
    """Note on the applications since when they are in their present stage, as these steps of theirs say."""
    state, entered = columns.index("state"), columns.index("entered_at")
    connection.executemany(
        "update applications set stage_entered_at = ?1 where pk = ?2 and stage_entered_at is not ?1",
        [
            (next((row[entered] for row in rows if row[state] == "current"), None), applications[identity])
            for identity, rows in owned.items()
        ],
    )


def _steps(
    connection: Connection, columns: Sequence[str], application: str, standing: Standing, pk: int
) -> list[Row]:
    rows = [
        dict(zip(columns, row, strict=True))
        for row in connection.execute(
            f"select {', '.join(columns)} from steps where pk between ? and ? order by pk",
            span(STEPS, "applications", pk),
        )
    ]
    current = next((row for row in rows if row["state"] == "current"), None)
    key = standing.stage_id or standing.stage
    if current and (current["stage_id"] or current["name"]) == key and not standing.over:
        current["name"] = standing.stage
    else:
        if current:
            current |= {"state": "completed", "completed_at": standing.at}
        if key and not standing.over:
            rows.append(_step(application, standing, len(rows) + 1))
        elif key and (not rows or (rows[-1]["stage_id"] or rows[-1]["name"]) != key):  # it ended there unseen
            rows.append(_step(application, standing, 1) | {"state": "completed", "completed_at": standing.at})
    return [tuple(row.get(name) for name in columns) for row in rows]


def _step(application: str, standing: Standing, place: int) -> dict[str, Value]:
    return {
        "id": f"{application}:{place}",
        "application_id": application,
        "stage_id": standing.stage_id,
        "name": standing.stage,
        "state": "current",
        "position": place,
        "entered_at": standing.at,
        "origin": OBSERVED,
    }
