"""Saved views: what a person wants to see in a tab, by name. They stay in the data folder, and travel as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Annotated

import msgspec

from atsdesk.errors import ConfigError
from atsdesk.store import search
from atsdesk.store.engine import Connection
from atsdesk.store.file import Store

FORMAT = 1
LONGEST_NAME = 60
SHORTEST_WORD = 3
"""Letters of a word that can tell who somebody is."""
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a table shows, and how: words searched, values ticked by filter, order, columns from first to last."""

    search: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SavedView:
    """An arrangement of a tab under a name; the default one is shown when the program starts."""

    id: int
    tab: str
    name: str
    is_default: bool
    shows: Arrangement


class _Travelling(msgspec.Struct, forbid_unknown_fields=True):
    """A view in a file."""

    tab: str
    name: Name
    shows: Arrangement


class _Luggage(msgspec.Struct):
    """What a file of views holds."""

    atsdesk_views: int
    views: list[_Travelling]


class SavedViews:
    """The saved views of one open data folder."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, tab: str) -> list[SavedView]:
        """The views of a tab by name."""
        with self._store.read() as connection:
            return _of(connection, tab)

    def save(self, tab: str, name: str, shows: Arrangement) -> SavedView:
        """Keep a view; one of the same name shows this from now on. `ConfigError` for a name that is none."""
        name = _checked(name)

        def work(connection: Connection) -> SavedView:
            before = _named(connection, tab, name)
            if before is None:
                return _add(connection, tab, name, shows)
            connection.execute("update views set shows = ? where id = ?", (_text(shows), before.id))
            return replace(before, shows=shows)

        return self._store.write(work)

    def rename(self, view: SavedView, name: str) -> SavedView:
        """Call it something else; `ConfigError` where another view of the tab has the name."""
        name = _checked(name)

        def work(connection: Connection) -> SavedView:
            other = _named(connection, view.tab, name)
            if other is not None and other.id != view.id:
                raise ConfigError(
                    f'There is a view "{other.name}" already.', "Choose another name.", concerns=name
                )
            connection.execute("update views set name = ? where id = ?", (name, view.id))
            return replace(view, name=name)

        return self._store.write(work)

    def delete(self, view: SavedView) -> None:
        self._store.write(lambda connection: connection.execute("delete from views where id = ?", (view.id,)))

    def make_default(self, tab: str, view: SavedView | None) -> None:
        """Show this view of a tab when the program starts, or none."""
        chosen = view.id if view else 0
        self._store.write(
            lambda connection: connection.execute(
                "update views set is_default = (id = ?) where tab = ?", (chosen, tab)
            )
        )

    def exported(self, tab: str) -> str:
        """The views of a tab as JSON, for another person or another computer."""
        views = [{"tab": one.tab, "name": one.name, "shows": asdict(one.shows)} for one in self.of(tab)]
        return json.dumps({"atsdesk_views": FORMAT, "views": views}, ensure_ascii=False, indent=1)

    def take_in(self, tab: str, text: str | bytes) -> list[SavedView]:
        """Keep the views of a tab that a file holds, under a free name each; `ConfigError` where it holds none."""
        found = [one for one in _unpacked(text) if one.tab == tab]
        if not found:
            raise ConfigError(
                f"The file holds no view of {tab}.", "Import it in the tab that its views were saved in."
            )

        def work(connection: Connection) -> list[SavedView]:
            return [
                _add(connection, tab, _free_name(connection, tab, _checked(one.name)), one.shows)
                for one in found
            ]

        return self._store.write(work)


def forget(connection: Connection, name: str, email: str, phone: str) -> None:
    """Take a person who is forgotten out of the views: out of what they search, and out of what they are called."""
    named = names_of(name)
    tells = {*named, search.fold(email), search.phone_digits(phone)} - {""}
    for id_, tab, title, default, text in connection.execute(
        "select id, tab, name, is_default, shows from views"
    ).fetchall():
        view = SavedView(id_, tab, title, bool(default), msgspec.json.decode(text, type=Arrangement))
        if words_in(view.shows.search) & tells:
            shows = replace(view.shows, search="")
            connection.execute("update views set shows = ? where id = ?", (_text(shows), id_))
        if named and set(named) <= set(search.fold(title).split()):
            connection.execute("update views set name = ? where id = ?", (f"View {id_}", id_))


def names_of(name: str) -> list[str]:
    """The words of a person's name that tell who it is."""
    return [word for word in search.fold(name).split() if len(word) >= SHORTEST_WORD]


def words_in(asked: str) -> set[str]:
    """What a search looks for."""
    folded = search.fold(asked)
    return {*folded.split(), search.phone_digits(folded)}


def _of(connection: Connection, tab: str) -> list[SavedView]:
    found = connection.execute("select id, tab, name, is_default, shows from views where tab = ?", (tab,))
    views = [
        SavedView(id_, tab, name, bool(default), msgspec.json.decode(shows, type=Arrangement))
        for id_, tab, name, default, shows in found
    ]
    return sorted(views, key=lambda view: view.name.casefold())


def _named(connection: Connection, tab: str, name: str) -> SavedView | None:
    """The view of this name; capitals make no other name."""
    return next((one for one in _of(connection, tab) if one.name.casefold() == name.casefold()), None)


def _add(connection: Connection, tab: str, name: str, shows: Arrangement) -> SavedView:
    ((id_,),) = connection.execute(
        "insert into views (tab, name, is_default, shows) values (?, ?, 0, ?) returning id",
        (tab, name, _text(shows)),
    ).fetchall()
    return SavedView(id_, tab, name, False, shows)


def _free_name(connection: Connection, tab: str, name: str) -> str:
    taken = {one.name.casefold() for one in _of(connection, tab)}
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        end = f" ({number})"
        free = f"{name[: LONGEST_NAME - len(end)]}{end}"
    return free


def _text(shows: Arrangement) -> str:
    return json.dumps(asdict(shows), ensure_ascii=False)


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise ConfigError(
            "A view needs a name." if not name else "The name is too long.",
            f"Give it one of up to {LONGEST_NAME} characters.",
            concerns=name,
        )
    return name


def _unpacked(text: str | bytes) -> Sequence[_Travelling]:
    try:
        luggage = msgspec.json.decode(text, type=_Luggage)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise ConfigError(
            "This is no file of saved views.", "Choose one that was exported from ATS Desk."
        ) from error
    if luggage.atsdesk_views != FORMAT:
        raise ConfigError(
            "The views were exported by a newer version of ATS Desk.", "Install the newest version."
        )
    return luggage.views
