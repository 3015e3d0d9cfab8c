"""The standard set, for Kombo."""

from tests.sync.kombo import KOMBO
from tests.sync.standard import StandardSet


class TestKombo(StandardSet):
    system = KOMBO
