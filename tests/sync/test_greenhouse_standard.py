"""The standard set, for Greenhouse."""

from tests.sync.greenhouse import GREENHOUSE
from tests.sync.standard import StandardSet


class TestGreenhouse(StandardSet):
    system = GREENHOUSE
