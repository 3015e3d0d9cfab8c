"""`make bench`: print how ATS Desk does beside its peers. Sizes: `python -m tests.benchmarks [CANDIDATES ...]`."""

import sys

from tests.benchmarks import sync

SIZES = (20_000, 100_000)

for size in [int(text) for text in sys.argv[1:]] or SIZES:
    sync.measure(size)
