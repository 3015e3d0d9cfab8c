"""The driver: windows, checkpoints, runs, the sweep for deletions."""
