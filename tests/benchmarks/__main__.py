"""`make bench`: print how ATS Desk does beside its peers. Sizes: `python -m tests.benchmarks [CANDIDATES ...]`."""

import sys

from tests.benchmarks import gui, matching, start, sync, systems

SIZES = (20_000, 100_000)
OTHERS = ("greenhouse", "kombo", "smartrecruiters")

sizes = [int(text) for text in sys.argv[1:]] or SIZES
for size in sizes:
    sync.measure(size)
for ats in OTHERS:
    systems.measure(ats, min(sizes))
gui.measure(max(sizes))
start.measure()
matching.measure()
