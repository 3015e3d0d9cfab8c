"""Parts that are made when they are first asked for."""

import threading
from concurrent.futures import ThreadPoolExecutor

from atsdesk.once import is_made, once

ASKING = 4


class Whole:
    """Has a part that takes long to make."""

    def __init__(self) -> None:
        self.made = 0
        self.waiting = threading.Barrier(ASKING)

    @once
    def part(self) -> object:
        self.made += 1
        threading.Event().wait(0.05)
        return object()

    def ask(self) -> object:
        self.waiting.wait(5)
        return self.part


def test_a_part_is_made_once_however_many_ask_at_the_same_time() -> None:
    whole, other = Whole(), Whole()
    assert not is_made(whole, "part")
    with ThreadPoolExecutor(ASKING) as pool:
        found = list(pool.map(lambda _: whole.ask(), range(ASKING)))
    assert len(set(map(id, found))) == whole.made == 1
    assert is_made(whole, "part")
    assert not is_made(other, "part")
