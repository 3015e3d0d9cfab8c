"""The systems ATS Desk can read."""

from atsdesk.ats.comeet.connector import Comeet
from atsdesk.ats.greenhouse.connector import Greenhouse
from atsdesk.ats.kombo.connector import Kombo
from atsdesk.ats.resource import Connector
from atsdesk.errors import ConfigError

CONNECTORS: tuple[Connector, ...] = (Comeet(), Greenhouse(), Kombo())


def connector(ats: str) -> Connector:
    """The connector of an ATS by its key; raises `ConfigError` for an unknown one."""
    for one in CONNECTORS:
        if one.kind.key == ats:
            return one
    known = ", ".join(one.kind.key for one in CONNECTORS)
    raise ConfigError(f'There is no connector for "{ats}".', f"Choose one of: {known}.", concerns=ats)
