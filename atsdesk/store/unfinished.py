"""What an earlier end of the program, or an update, left to be done when a file is opened: seldom anything."""

from atsdesk.store.engine import Connection

EXPORT_VIEW = "export_"
"""What the names of the views begin with that show the sheets of the export: tables have the sheets' own names."""


def cleaning(connection: Connection) -> list[str]:
    """The accounts of which somebody was forgotten without the file having been written anew since."""
    found = connection.execute("select distinct account_id from forgotten where cleaned_at is null")
    return [account for (account,) in found]


def views(connection: Connection) -> bool:
    """Whether there are accounts and no views of the export: an update of the file takes the views away."""
    (missing,) = connection.execute(
        "select exists (select 1 from accounts) and not exists ("
        f"select 1 from sqlite_schema where type = 'view' and name like '{EXPORT_VIEW}%')"
    ).fetchone()
    return bool(missing)
