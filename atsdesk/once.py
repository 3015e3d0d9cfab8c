"""Parts of an object that are made when they are first asked for."""

import threading
from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """A property that is made at the first question, and once: whoever else asks meanwhile waits for it.

    Python's own `cached_property` makes one for each thread that asks at the same time, from 3.12 on.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._lock = threading.RLock()
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> Self | T:
        if instance is None:
            return self
        with self._lock:
            made = vars(instance)
            if self._name not in made:
                made[self._name] = self._make(instance)
            found: T = made[self._name]
            return found


def unmake(instance: object) -> None:
    """Let go of all parts: they are made anew when somebody asks."""
    for name, part in vars(type(instance)).items():
        if isinstance(part, once):
            vars(instance).pop(name, None)


def is_made(instance: object, name: str) -> bool:
    """Whether somebody has asked for this part yet."""
    return name in vars(instance)
