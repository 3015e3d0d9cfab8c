"""The standard set, for Comeet."""

from tests.sync.comeet import COMEET
from tests.sync.standard import StandardSet


class TestComeet(StandardSet):
    system = COMEET
