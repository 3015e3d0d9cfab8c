"""The systems ATS Desk can read."""

from atsdesk.ats.comeet import files as comeet_files
from atsdesk.ats.comeet.connector import Comeet
from atsdesk.ats.comeet.form import FORM as COMEET_FORM
from atsdesk.ats.filing import ReadLink
from atsdesk.ats.form import Form
from atsdesk.ats.greenhouse import files as greenhouse_files
from atsdesk.ats.greenhouse.connector import Greenhouse
from atsdesk.ats.greenhouse.form import FORM as GREENHOUSE_FORM
from atsdesk.ats.kombo import files as kombo_files
from atsdesk.ats.kombo.connector import Kombo
from atsdesk.ats.kombo.form import FORM as KOMBO_FORM
from atsdesk.ats.resource import Connector
from atsdesk.ats.smartrecruiters import files as smartrecruiters_files
from atsdesk.ats.smartrecruiters import importing as smartrecruiters_importing
from atsdesk.ats.smartrecruiters.connector import SmartRecruiters
from atsdesk.ats.smartrecruiters.form import FORM as SMARTRECRUITERS_FORM
from atsdesk.ats.tables import Importer
from atsdesk.errors import ConfigError

CONNECTORS: tuple[Connector, ...] = (Comeet(), Greenhouse(), Kombo(), SmartRecruiters())

FORMS: dict[str, Form] = {
    one.ats: one for one in (COMEET_FORM, GREENHOUSE_FORM, KOMBO_FORM, SMARTRECRUITERS_FORM)
}
"""How each ATS takes a candidate."""

IMPORTERS: dict[str, Importer] = {"smartrecruiters": smartrecruiters_importing}
"""Systems whose downloaded files can be read."""


PAGED: dict[str, frozenset[str]] = {
    one.kind.short: frozenset(
        table for resource in one.resources for table, columns in resource.shape.items() if "url" in columns
    )
    for one in CONNECTORS
}
"""By the short name of an ATS, the tables whose rows come with the address of their page there. Where none comes, no
contract tells how to make one up."""

FILE_LINKS: dict[str, ReadLink] = {
    "comeet": comeet_files.file_link,
    "greenhouse": greenhouse_files.file_link,
    "kombo": kombo_files.file_link,
    "smartrecruiters": smartrecruiters_files.file_link,
}
"""How the link of a candidate's file is read."""


def importer(ats: str) -> Importer:
    """How files of an ATS are read; raises `ConfigError` for one whose files are not."""
    if ats not in IMPORTERS:
        raise ConfigError(
            f"Files of {connector(ats).kind.label} cannot be imported.",
            f"Files can be imported into accounts of: {', '.join(IMPORTERS)}.",
            concerns=ats,
        )
    return IMPORTERS[ats]


def connector(ats: str) -> Connector:
    """The connector of an ATS by its key; raises `ConfigError` for an unknown one."""
    for one in CONNECTORS:
        if one.kind.key == ats:
            return one
    known = ", ".join(one.kind.key for one in CONNECTORS)
    raise ConfigError(f'There is no connector for "{ats}".', f"Choose one of: {known}.", concerns=ats)
