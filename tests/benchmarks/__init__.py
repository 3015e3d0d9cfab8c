"""Speed, memory and smoothness beside named peers, in one run, printed as ratios. Never part of the tests."""
