"""The lists of an account as a person chooses among them: which are read, why others are not, and how reading went."""

from collections.abc import Mapping
from dataclasses import dataclass

from atsdesk.ats.registry import connector
from atsdesk.ats.resource import INCLUDE, LEAVE_OUT, chosen, names_in
from atsdesk.errors import ConfigError
from atsdesk.store.ledger import ResourceReport

Settings = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ResourceChoice:
    """A list of an account: whether it is read, whether it would be by itself, and why not."""

    name: str
    label: str
    on: bool
    usual: bool
    why: str
    wanted: bool
    """It is on, or would be if the list it follows were."""
    follows: str = ""
    """The list without which it cannot be read."""
    possible: bool = True
    """The account's other settings let it be read at all."""
    last: ResourceReport | None = None
    """How it went when it was last read, or tried to be."""


def choices(ats: str, settings: Settings, last: Mapping[str, ResourceReport]) -> list[ResourceChoice]:
    """The lists that an account could read, and which of them it does; `last` are reports by list."""
    known = connector(ats).resources
    read = {one.name for one in chosen(known, settings)}
    include, leave_out = _named(settings)
    return [
        ResourceChoice(
            one.name,
            one.label,
            one.name in read,
            one.chosen,
            one.why,
            (one.chosen or one.name in include) and one.name not in leave_out,
            one.follow.of if one.follow else "",
            one.applies(settings),
            last.get(one.name),
        )
        for one in known
    ]


def choose(ats: str, settings: Settings, on: Mapping[str, bool]) -> dict[str, str]:
    """An account's settings with these lists switched on or off, and the others as they are."""
    known = {one.name: one for one in connector(ats).resources}
    if unknown := on.keys() - known.keys():
        raise ConfigError(
            f'{connector(ats).kind.label} has no list "{min(unknown)}".',
            f"The lists are: {', '.join(known)}.",
            concerns=ats,
        )
    include, leave_out = _named(settings)
    for name, wanted in on.items():
        include.discard(name)
        leave_out.discard(name)
        if wanted != known[name].chosen:
            (include if wanted else leave_out).add(name)
    chosen_anew = {INCLUDE: include, LEAVE_OUT: leave_out}
    in_order = {key: [name for name in known if name in names] for key, names in chosen_anew.items()}
    return {**settings, **{key: ", ".join(names) for key, names in in_order.items()}}


def _named(settings: Settings) -> tuple[set[str], set[str]]:
    """The lists that the settings name: to include, to leave out."""
    return names_in(settings.get(INCLUDE, "")), names_in(settings.get(LEAVE_OUT, ""))
