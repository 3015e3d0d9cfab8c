"""Why the copy may hold nothing of a table: there is no such list, it is not read, or it could not be."""

from collections.abc import Mapping

from atsdesk.ats.resource import Connector, Resource, chosen
from atsdesk.errors import ConfigError
from atsdesk.store.accounts import Account
from atsdesk.store.ledger import ResourceReport
from atsdesk.sync import outcomes

FINE = (outcomes.SUCCEEDED, outcomes.PARTIALLY_FAILED, "RUNNING")


def unread(connector: Connector, account: Account, table: str) -> ConfigError | None:
    """That the system has no list that fills a table, or that the account does not read it."""
    known = [one for one in connector.resources if table in one.shape]
    if not known:
        return ConfigError(
            f"{connector.kind.label} gives ATS Desk no {table.replace('_', ' ')}.",
            f"`atsdesk accounts test {account.id}` shows what it gives.",
            concerns=table,
        )
    read = _read(connector, account)
    return None if any(one in read for one in known) else _left_out(account, known[0])


def gap(
    connector: Connector, account: Account, table: str, last: Mapping[str, ResourceReport]
) -> ConfigError | None:
    """What keeps a table empty or old, to be told or raised; `last` is how each resource went when it was last read."""
    if none := unread(connector, account, table):
        return none
    mine = [one for one in _read(connector, account) if table in one.shape]
    if not last:
        return ConfigError(
            f"{account.id} was never synced.",
            f"Sync it first: `atsdesk sync {account.id}`.",
            concerns=account.id,
        )
    bad = [one for one in mine if one.name in last and last[one.name].state not in FINE]
    if not bad or len(bad) < len([one for one in mine if one.name in last]):
        return None
    report = last[bad[0].name]
    return ConfigError(
        f'"{bad[0].label}" could not be read at the last sync ({report.state.lower().replace("_", " ")}).',
        report.message or f"See `atsdesk issues {account.id}`.",
        concerns=bad[0].name,
    )


def _read(connector: Connector, account: Account) -> tuple[Resource, ...]:
    return chosen(connector.resources, account.settings)


def _left_out(account: Account, resource: Resource) -> ConfigError:
    if not resource.applies(account.settings):
        return ConfigError(
            f'The settings of {account.id} switch "{resource.label}" off.',
            "Change them in the window under Settings; `atsdesk accounts add --help` explains them.",
            concerns=resource.name,
        )
    why = f" {resource.why}" if resource.why and not resource.chosen else ""
    return ConfigError(
        f'{account.id} does not read "{resource.label}".{why}',
        f"To have it, name {resource.name} in the account's setting include, or take it out of leave_out (in the"
        " window under Settings), and sync.",
        concerns=resource.name,
    )
