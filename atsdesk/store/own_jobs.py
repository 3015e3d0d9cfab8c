"""Own jobs, the imports that brought them, and what was decided of them and an ATS's jobs."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from atsdesk.errors import ConfigError
from atsdesk.store.engine import Connection
from atsdesk.store.exposures import Act, Key
from atsdesk.store.openness import openness

FIELDS = ("own_id", "name", "code", "ats_id", "url", "location", "department", "status", "description")
"""What a list may tell of a job."""
LINKED, REJECTED = "linked", "rejected"
PERSON = "person"
BY_HAND = "by hand"
"""The source of jobs that a person typed."""
Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Linked:
    """A job of an ATS that an own job is; `openness` is how it is now."""

    account: str
    job: str
    name: str
    code: str | None
    openness: str
    known_by: str
    exposed: bool


@dataclass(frozen=True, slots=True)
class OwnJobRow:
    """A job as another list than the ATS's has it; `links` are the jobs of an ATS that it is."""

    id: int
    source: str
    own_id: str | None
    name: str
    code: str | None
    ats_id: str | None
    url: str | None
    location: str | None
    department: str | None
    status: str | None
    added_at: str
    import_id: int
    links: tuple[Linked, ...] = ()


@dataclass(frozen=True, slots=True)
class AtsJobRow:
    """A job of an ATS with all that may name it."""

    account: str
    id: str
    name: str
    code: str
    other_ids: tuple[str, ...]
    urls: tuple[str, ...]
    location: str
    department: str
    openness: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of an own job and a job of an ATS."""

    own_job: int
    key: Key
    state: str
    known_by: str
    reasons: str
    decided_at: str
    decided_by: str | None


@dataclass(slots=True)
class Brought:
    """What an import did; `number` undoes it."""

    number: int
    source: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def identity(fields: Fields) -> str:
    """What tells a job from others of its list: its id, else its code, its page, or its title and place."""
    named = fields.get("own_id") or fields.get("code") or fields.get("url")
    return named or " / ".join(part for part in (fields.get("name"), fields.get("location")) if part)


def known(connection: Connection, source: str) -> dict[str, tuple[int, dict[str, str]]]:
    """By identity: number and fields of the own jobs of a list."""
    rows = connection.execute(f"select id, {', '.join(FIELDS)} from own_jobs where source = ?", (source,))
    found: dict[str, tuple[int, dict[str, str]]] = {}
    for number, *values in rows:
        fields = {name: value or "" for name, value in zip(FIELDS, values, strict=True)}
        found[identity(fields)] = (number, fields)
    return found


def take_in(
    connection: Connection,
    source: str,
    jobs: Iterable[Fields],
    act: Act,
    headers: Sequence[str] = (),
    mapping: Mapping[str, str] | None = None,
) -> Brought:
    """Take the jobs of a list in: new ones are added, known ones become what they are now, others stay."""
    cursor = connection.execute(
        "insert into own_imports (source, headers, mapping, imported_at, imported_by) values (?, ?, ?, ?, ?)",
        (source, _json(list(headers)), _json(dict(mapping or {})), act.at, act.by),
    )
    done = Brought(int(cursor.lastrowid), source)
    there, before = known(connection, source), dict[int, dict[str, str] | None]()
    for fields in jobs:
        values = {name: (fields.get(name) or "").strip() for name in FIELDS}
        place = identity(values)
        number, was = there.get(place, (0, {}))
        if not number:
            number = _add(connection, source, values, act, done.number)
            before[number], done.added = None, done.added + 1
        elif was != values:
            _change(connection, number, values, act, done.number)
            before.setdefault(number, was)
            done.changed += 1
        else:
            done.unchanged += 1
        there[place] = (number, values)
    connection.execute(
        "update own_imports set added = ?, changed = ?, unchanged = ?, before = ? where id = ?",
        (done.added, done.changed, done.unchanged, _json(before), done.number),
    )
    return done


def undo(connection: Connection, number: int, at: str) -> Brought:
    """Take an import back: what it added goes, what it changed becomes what it was, unless a later one changed it.

    Raises `ConfigError` where there is no such import, or it was undone.
    """
    row = connection.execute(
        "select source, before, undone_at from own_imports where id = ?", (number,)
    ).fetchone()
    if row is None or row[2]:
        raise ConfigError(
            f"There is no import {number} to be undone.",
            "It was undone before, or it is another number.",
            concerns=str(number),
        )
    done = Brought(number, row[0])
    for key, was in json.loads(row[1] or "{}").items():
        own = int(key)
        still = connection.execute(
            "select 1 from own_jobs where id = ? and import_id = ?", (own, number)
        ).fetchone()
        if still and was is None:
            connection.execute("delete from own_jobs where id = ?", (own,))
            connection.execute("delete from job_matches where own_job_id = ?", (own,))
            done.added += 1
        elif still:
            sets = ", ".join(f"{name} = :{name}" for name in FIELDS)
            connection.execute(f"update own_jobs set {sets} where id = :id", _blank(was) | {"id": own})
            done.changed += 1
    connection.execute("update own_imports set undone_at = ? where id = ?", (at, number))
    return done


def remove(connection: Connection, numbers: Collection[int]) -> None:
    """Let own jobs go, with what was decided of them."""
    wanted = _json(list(numbers))
    connection.execute("delete from own_jobs where id in (select value from json_each(?))", (wanted,))
    connection.execute(
        "delete from job_matches where own_job_id in (select value from json_each(?))", (wanted,)
    )


def remembered(connection: Connection, headers: Sequence[str]) -> dict[str, str]:
    """What the same headers stood for when they came last; nothing where they never did."""
    row = connection.execute(
        "select mapping from own_imports where headers = ? and undone_at is null order by id desc limit 1",
        (_json(list(headers)),),
    ).fetchone()
    return dict(json.loads(row[0])) if row else {}


def own_jobs(connection: Connection) -> list[OwnJobRow]:
    """All own jobs with their links, in the order they came."""
    links: dict[int, list[Linked]] = {}
    for own, account, job, name, code, now, by, exposed in connection.execute(
        f"""
        select m.own_job_id, m.account_id, m.job_id, coalesce(j.name, m.job_id), j.code, {openness("j")},
          m.known_by, e.job_id is not null
        from job_matches m
        left join jobs j on j.account_id = m.account_id and j.id = m.job_id
        left join exposures e on e.account_id = m.account_id and e.job_id = m.job_id
        where m.state = 'linked' order by m.account_id, m.job_id
        """
    ):
        links.setdefault(own, []).append(Linked(account, job, name, code, now, by, bool(exposed)))
    found = connection.execute(
        """
        select id, source, own_id, coalesce(name, ''), code, ats_id, url, location, department, status, added_at,
          coalesce(import_id, 0)
        from own_jobs order by id
        """
    )
    return [replace(OwnJobRow(*row), links=tuple(links.get(row[0], ()))) for row in found]


def linked_with(connection: Connection, key: Key) -> list[OwnJobRow]:
    """The own jobs that are a job of an ATS."""
    found = connection.execute(
        "select own_job_id from job_matches where account_id = ? and job_id = ? and state = 'linked'", key
    ).fetchall()
    return [one for one in own_jobs(connection) if (one.id,) in found] if found else []


def ats_jobs(connection: Connection, account: str = "") -> list[AtsJobRow]:
    """The jobs that an own job may be: those that are there, and gone ones that are chosen."""
    found = connection.execute(
        f"""
        select j.account_id, j.id, coalesce(j.name, ''), coalesce(j.code, ''),
          case a.ats when 'kombo' then (
            select r.body ->> 'remote_id' from records r
            where r.account_id = j.account_id and r.resource = 'jobs' and r.id = j.id) end,
          j.url, j.careers_url,
          (select json_group_array(p.url) from job_posts p
           where p.account_id = j.account_id and p.job_id = j.id and p.url is not null and p.deleted_at is null),
          coalesce(j.location, ''), coalesce(j.department, ''), {openness("j")}
        from jobs j join accounts a on a.id = j.account_id
        left join exposures e on e.account_id = j.account_id and e.job_id = j.id
        where (j.deleted_at is null and j.is_template is not 1 or e.job_id is not null)
          and (:account = '' or j.account_id = :account)
        order by j.account_id, j.name, j.id
        """,
        {"account": account},
    )
    return [
        AtsJobRow(
            account_id,
            job,
            name,
            code,
            (other,) if other else (),
            tuple(dict.fromkeys(filter(None, (url, careers, *json.loads(posts))))),
            location,
            department,
            now,
        )
        for account_id, job, name, code, other, url, careers, posts, location, department, now in found
    ]


def decisions(connection: Connection) -> list[Decided]:
    """All that was decided, in the order it was."""
    found = connection.execute(
        "select own_job_id, account_id, job_id, state, known_by, coalesce(reasons, ''), decided_at, decided_by"
        " from job_matches order by decided_at, rowid"
    )
    return [Decided(own, (account, job), *rest) for own, account, job, *rest in found]


def decide(
    connection: Connection,
    own: int,
    key: Key,
    state: str,
    act: Act,
    *,
    alone: bool = False,
    reasons: str = "",
) -> None:
    """Keep a person's word on a pair; `alone` lets the own job's other links in that account go.

    Raises `ConfigError` where the account has no such job.
    """
    if not connection.execute("select 1 from jobs where account_id = ? and id = ?", key).fetchone():
        raise ConfigError(
            f'{key[0]} has no job "{key[1]}".', f"See `atsdesk jobs list {key[0]}`.", concerns=key[1]
        )
    if alone:
        connection.execute(
            "delete from job_matches where own_job_id = ? and account_id = ? and state = 'linked'",
            (own, key[0]),
        )
    connection.execute(
        """
        insert or replace into job_matches
          (own_job_id, account_id, job_id, state, known_by, reasons, decided_at, decided_by)
        values (?, ?, ?, ?, 'person', ?, ?, ?)
        """,
        (own, *key, state, reasons or None, act.at, act.by),
    )


def let_go(connection: Connection, own: int, key: Key) -> None:
    """Forget what was decided of a pair."""
    connection.execute(
        "delete from job_matches where own_job_id = ? and account_id = ? and job_id = ?", (own, *key)
    )


def link_exactly(connection: Connection, links: Iterable[tuple[int, Key, str, str]], at: str) -> int:
    """Keep the links that the lists themselves tell, with what they are known by, in place of former such ones.

    How many of them were not there before. A person's word stays as it is.
    """
    before = {
        (own, (account, job))
        for own, account, job in connection.execute(
            "select own_job_id, account_id, job_id from job_matches where known_by <> 'person'"
        )
    }
    wanted = list(links)
    over = before - {(own, key) for own, key, _, _ in wanted}
    connection.executemany(
        "delete from job_matches where own_job_id = ? and account_id = ? and job_id = ?",
        [(own, *key) for own, key in over],
    )
    connection.executemany(
        """
        insert into job_matches (own_job_id, account_id, job_id, state, known_by, reasons, decided_at)
        values (?, ?, ?, 'linked', ?, ?, ?)
        on conflict do update set known_by = excluded.known_by, reasons = excluded.reasons
        where known_by <> 'person' and known_by <> excluded.known_by
        """,
        [(own, *key, by, value or None, at) for own, key, by, value in wanted],
    )
    return sum((own, key) not in before for own, key, _, _ in wanted)


def link_table(connection: Connection) -> list[tuple[str | int | None, ...]]:
    """A row for each link: own id, source, title, account, and the ATS's id, title and code (`LINK_HEADERS`)."""
    return list(
        connection.execute(
            f"""
            select coalesce(nullif(o.own_id, ''), o.code, cast(o.id as text)), o.source, o.name, m.account_id, m.job_id,
              j.name, j.code, {openness("j")}, iif(e.job_id is null, 'no', 'yes'), m.known_by, m.decided_at
            from job_matches m
            join own_jobs o on o.id = m.own_job_id
            left join jobs j on j.account_id = m.account_id and j.id = m.job_id
            left join exposures e on e.account_id = m.account_id and e.job_id = m.job_id
            where m.state = 'linked' order by o.id, m.account_id, m.job_id
            """
        )
    )


LINK_HEADERS = (
    "own_id", "source", "title", "account_id", "ats_job_id", "ats_title", "ats_code", "openness", "exposed",
    "known_by", "decided_at",
)  # fmt: skip


def _add(connection: Connection, source: str, values: Fields, act: Act, number: int) -> int:
    cursor = connection.execute(
        f"""
        insert into own_jobs (source, {", ".join(FIELDS)}, added_at, added_by, changed_at, import_id)
        values (:source, {", ".join(f":{name}" for name in FIELDS)}, :at, :by, :at, :import)
        """,
        _blank(values) | {"source": source, "at": act.at, "by": act.by, "import": number},
    )
    return int(cursor.lastrowid)


def _change(connection: Connection, own: int, values: Fields, act: Act, number: int) -> None:
    sets = ", ".join(f"{name} = :{name}" for name in FIELDS)
    connection.execute(
        f"update own_jobs set {sets}, changed_at = :at, import_id = :import where id = :id",
        _blank(values) | {"at": act.at, "import": number, "id": own},
    )


def _blank(values: Fields) -> dict[str, str | int | None]:
    return {name: values.get(name) or None for name in FIELDS}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
